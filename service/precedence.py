"""Which of several agreements is older: of one place with several, or of several pairs.

Only where every one of them has a date: what is known of some puts them in no order.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Tie
from service.enquiry import Enquiry
from service.lexicon import has, search
from service.model import Evidence, Status
from service.supposing import find_claim
from service.tie_order import are_apart, by_date, signing_date

# What may be asked for where agreements are put in order, beside "which".
_SIGNING = (None, "signed", "signing_place", "agreement", "began")
_RANKING = ("compare", "first", "last")


def find_precedence(enquiry: Enquiry) -> Evidence | None:
    """The agreements with the named places by date; None where none are put in order."""
    if not _orders(enquiry):
        return None
    pairs = _pairs(enquiry)
    if pairs:
        return _ordered(enquiry, pairs, None)
    home, others = _sides(enquiry)
    if len(others) < 2:
        # One of the two is a name that nobody knows.
        return Evidence("not_found") if has("either_partner", enquiry.question.bare) else None
    ties = [tie for place in others for tie in _ties_of(enquiry, place, home)]
    lacking = [
        place for place in others if not any(signing_date(t) for t in ties if place in t.places)
    ]
    if len(lacking) == len(others):
        return None
    if lacking:
        known = home or next(iter(_homes(ties)))
        return Evidence("not_stated", places=(known, lacking[0]))
    return _ordered(enquiry, ties, home)


def _orders(enquiry: Enquiry) -> bool:
    """Whether a question puts agreements in order, and nothing else that happened."""
    question = enquiry.question
    timed = has("earlier", question.bare) or has("later", question.bare)
    if not timed or question.beside_signing or question.property not in _SIGNING:
        return False
    between = question.operation in _RANKING and not question.exchanges
    return bool(question.property or question.partners or between)


def _sides(enquiry: Enquiry) -> tuple[str | None, list[str]]:
    """The place whose partners stand against each other, if it is named, and those."""
    question, tie = enquiry.question, enquiry.catalogue.tie
    named = [*question.places, *_outer(enquiry)]
    homes = {place: sum(bool(tie(place, other)) for other in named) for place in named}
    most = max(homes.values(), default=0)
    own = [place for place in named if homes[place] == most and most]
    publishing = [place for place in own if place in enquiry.catalogue.homes]
    home = next(iter(publishing or own), None)
    return home, [place for place in named if place != home]


def _outer(enquiry: Enquiry) -> list[str]:
    """Regions that are named beside places, and no countries that those lie in."""
    places = enquiry.catalogue.gazetteer.places
    return [place for place in enquiry.question.within if places[place].kind != "country"]


def _pairs(enquiry: Enquiry) -> list[Tie]:
    """The ties of places that are named two by two, each with the next; none where they are not."""
    places, tie = enquiry.question.places, enquiry.catalogue.tie
    if len(places) < 4 or len(places) % 2:
        return []
    found = [tie(one, two) for one, two in zip(places[::2], places[1::2], strict=True)]
    return [one for one in found if one] if all(found) else []


def _ties_of(enquiry: Enquiry, place: str, home: str | None) -> list[Tie]:
    """The ties of a partner with the place that is named, or with whichever has it."""
    if home is not None:
        tie = enquiry.catalogue.tie(home, place)
        return [tie] if tie else []
    return [tie for tie in enquiry.catalogue.ties.values() if tie.places[1] == place]


def _homes(ties: Sequence[Tie]) -> dict[str, None]:
    return dict.fromkeys(tie.places[0] for tie in ties)


def _ordered(enquiry: Enquiry, ties: Sequence[Tie], home: str | None) -> Evidence | None:
    """Agreements by date, where dates can order them."""
    paired = home is None and len(_homes(ties)) > 1
    dated = by_date(ties)
    if len(dated) < len(ties) or (paired and not _pairs(enquiry)):
        return None
    apart = are_apart(dated)
    status: Status = "answered" if apart else "partial"
    if paired:
        return Evidence(status, "order", (), tuple(dated), total=len(dated))
    whose = home or ties[0].places[0]
    others = [next(place for place in tie.places if place != whose) for tie in dated]
    verdict = _came_earlier(enquiry, others) if apart else None
    return Evidence(status, "order", (whose,), tuple(dated), total=len(dated), verdict=verdict)


def _came_earlier(enquiry: Enquiry, ordered: list[str]) -> bool | None:
    """Whether the supposed order is that of ``ordered``."""
    claim = find_claim(enquiry, ordered)
    if claim is None or not {claim.subject, claim.reference} <= set(ordered):
        return None
    earlier = ordered.index(claim.subject) < ordered.index(claim.reference)
    in_sequence = search("sequence", "patterns", enquiry.question.bare) is not None
    return earlier if in_sequence or not has("later", enquiry.question.bare) else not earlier
