"""Who was at a signing, how many and where, by a line that tells of it: none was read as a fact."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.people import find_people
from service.concepts import concepts_of
from service.detail_types import tells_venue
from service.enquiry import Enquiry
from service.figures import counts_people
from service.line_quotes import fittest, quoted
from service.lines import Line
from service.model import Evidence
from service.officers import side_asked
from service.tied_lines import TYING, joins
from service.told import whole
from service.told_officers import officer_of

# What is asked of a signing, by the property or the type of the question.
_OF_SIGNING = frozenset({"signed", "signatories", "signing_place", None})
_KINDS = frozenset({"signing", "ceremony"})
# What a question on a signing says of those who were there.
_BEING = frozenset({"visit", "attend", "open", "delegation", "connection"})
# So many people sign.
_SIGNING = 2


def find_signing(
    enquiry: Enquiry, places: tuple[str, ...], lines: Sequence[Line]
) -> Evidence | None:
    """The line on the signing of ``places`` that holds the people, the number or the venue."""
    asked = _asked(enquiry)
    if asked is None or len(places) < 2 or not _is_of_signing(enquiry):
        return None
    free = enquiry.about(places=(), within=(), ambiguous=())
    found = [line.row for line in lines if _tells(free, line, places, asked)]
    if not found:
        return None
    return quoted(places, [enquiry.catalogue.index.sentences[fittest(enquiry, found)]])


def _asked(enquiry: Enquiry) -> str | None:
    """What is asked of the signing: its people, how many they were, or where it was."""
    question = enquiry.question
    if question.property == "signing_place":
        return "where"
    if question.property == "signatories":
        return "person"
    return question.wants if question.wants in ("people", "person", "where") else None


def _is_of_signing(enquiry: Enquiry) -> bool:
    """Whether the signing itself is asked about, and nothing else that happened."""
    question, said = enquiry.question, enquiry.demand.said
    if question.property not in _OF_SIGNING or set(question.kinds) - _KINDS or question.partners:
        return False
    if question.operation != "lookup" or question.without or question.except_for or question.also:
        return False
    named = question.property in ("signatories", "signing_place")
    return named or any("sign" in group for group in said.senses)


def _tells(enquiry: Enquiry, line: Line, places: Sequence[str], asked: str) -> bool:
    sentence, said = line.sentence, enquiry.demand.said
    text = sentence.text
    if "sign" not in line.senses or "anniversary" in concepts_of(line.folded):
        return False
    if any(not group & (line.senses | TYING | _BEING) for group in said.senses):
        return False
    if said.words and said.share(whole(sentence), sentence.language).told < 1:
        return False
    if not (enquiry.in_period(text) and enquiry.tells(text)):
        return False
    return _holds(enquiry, line, asked) and joins(line, places, before=line.spoken_of)


def _holds(enquiry: Enquiry, line: Line, asked: str) -> bool:
    text = line.sentence.text
    if asked == "people":
        return counts_people(text)
    if asked == "where":
        return tells_venue(line.folded)
    side = side_asked(enquiry)
    if side is not None:
        return bool(officer_of(line, side))
    people = find_people(text, line.catalogue.gazetteer.find(text, line.near))
    least = _SIGNING if enquiry.question.property == "signatories" else 1
    return len({found.person.name for found in people if found.person.name}) >= least
