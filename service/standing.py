"""The standing of one tie among those of a place: whether it is the first, which number it has.

The date of its signing tells neither, nor do dates of which two may be one day.
"""

from __future__ import annotations

from corpus.model import Tie
from service.enquiry import Enquiry
from service.lexicon import has
from service.model import Evidence
from service.tie_order import by_date, may_be

# Of fewer partners a page may well name some only: what number one has is not told by them.
FEWEST = 3


def find_standing(enquiry: Enquiry) -> Evidence | None:
    """Which number the tie between two named places has; None where that is not asked."""
    question = enquiry.question
    if not _asks(enquiry):
        return None
    numbered = question.wants == "rank" or bool(
        question.ordinal and has("alternatives", question.bare)
    )
    tie = enquiry.ties[0]
    home = _home(enquiry, tie)
    dated = _in_order(enquiry, home)
    if len(dated) < FEWEST or tie not in dated:
        return None if numbered else Evidence("not_found")
    rank, total = dated.index(tie) + 1, len(dated)
    supposed = question.ordinal or (1 if question.operation == "first" else total)
    number = rank if numbered else supposed
    if not 1 <= number <= total:
        return Evidence("not_found")
    meant = may_be(dated, number)
    if len(meant) > 1:
        return Evidence("partial", "order", (home,), tuple(meant), total=len(meant))
    if not numbered:
        verdict = meant[0] is tie
        return Evidence("answered", "partners", (home,), tuple(meant), total=total, verdict=verdict)
    alone = enquiry.about(ordinal=rank, wants=None, yes_no=False)
    found = Evidence("answered", "partners", (home,), (tie,), total=total)
    return Evidence("answered", "several", (home,), (tie,), parts=((alone.question, found),))


def _asks(enquiry: Enquiry) -> bool:
    """Whether the one tie that is named is put into the row of those of a place."""
    question = enquiry.question
    if len(question.places) != 2 or len(enquiry.ties) != 1 or question.property != "signed":
        return False
    if question.period or question.beside_signing or question.inherited:
        return False
    either = has("alternatives", question.bare) and not question.ordinal
    ranked = question.ordinal or (question.operation in ("first", "last") and not either)
    return question.wants == "rank" or bool(question.yes_no and ranked)


def _home(enquiry: Enquiry, tie: Tie) -> str:
    """The side in whose row the tie stands: whose partners are named, else which has more."""
    rows = {place: len(enquiry.catalogue.ties_of(place)) for place in tie.places}
    return max(tie.places, key=lambda place: rows[place])


def _in_order(enquiry: Enquiry, home: str) -> list[Tie]:
    """The ties of a place by date; none where one has no date."""
    ties = enquiry.catalogue.ties_of(home)
    dated = by_date(ties)
    return dated if len(dated) == len(ties) else []
