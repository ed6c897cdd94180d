"""What a place lies in: "which province is ▢ in?", where a page names it beside the place.

The gazetteer knows it of every place; it is told only where a sentence writes the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.gazetteer import Mention
from index.model import Sentence
from service.enquiry import Enquiry
from service.lexicon import has, search_all, table
from service.linking import BLANK
from service.model import Evidence

# So many pages that name the place are looked at.
CONSIDERED = 12
# What may stand between a place and what it lies in, the larger first or, in English, last. None
# of it is given back once it matched: of long runs of spaces every division would be tried.
_BEFORE = re.compile(r"[\s,·()（）'’\-]*+(?:의|的|市|시|省|성)?\s*+")
_BEHIND = re.compile(r"(?: city| district| county)?\s*+(?:[,(]\s*+)?(?:in |of )?")
# In Japan what Chinese and Korean call by the word for a county is a prefecture.
_JAPAN = "japan"


def find_belonging(enquiry: Enquiry) -> Evidence | None:
    """The province, the country or the city of a place; None where none is asked for."""
    asked = _asked(enquiry)
    if asked is None:
        return None
    place, kind = asked
    holder = _holder(enquiry, place, kind)
    sentence = _telling(enquiry, place, holder) if holder else None
    if holder is None or sentence is None:
        return Evidence("not_found", places=(place,))
    return Evidence("answered", "sentence", (place,), sentence=sentence, holder=holder)


def asks_belonging(bare: str) -> bool:
    """Whether a folded question asks what a place lies in."""
    return has("belonging", bare)


def _asked(enquiry: Enquiry) -> tuple[str, str] | None:
    """The place in question, and the kind of what it lies in."""
    question = enquiry.question
    for match in search_all("belonging", question.bare):
        before = question.bare[: match.start()].count(BLANK)
        named = question.order[before : before + match.group().count(BLANK)]
        place = next((one for one in named if one in question.places), None)
        if place is not None:
            return place, table("belonging_kinds")[match["kind"]]
    return None


def _holder(enquiry: Enquiry, place: str, kind: str) -> str | None:
    """The nearest of the places around one that is of the kind asked for."""
    gazetteer = enquiry.catalogue.gazetteer
    around = gazetteer.ancestors(place)
    if kind == "county" and _JAPAN in around:
        kind = "province"
    found = [one for one in around if gazetteer.places[one].kind == kind]
    if not found and kind == "province":
        # A city that no province holds stands for one.
        found = [one for one in around if gazetteer.places[one].kind == "city"]
    return found[0] if found else None


def _telling(enquiry: Enquiry, place: str, holder: str) -> Sentence | None:
    """The first sentence that names a place together with what it lies in."""
    index, gazetteer = enquiry.catalogue.index, enquiry.catalogue.gazetteer
    named = (index.passages[row].page for row in index.passages_about(place).tolist())
    for page in list(dict.fromkeys(named))[:CONSIDERED]:
        for row in index.sentences_of(page):
            sentence = index.sentences[row]
            if _together(sentence.text, gazetteer.find(sentence.text, (place,)), place, holder):
                return sentence
    return None


def _together(text: str, mentions: Sequence[Mention], place: str, holder: str) -> bool:
    """Whether a text names a place right beside what it lies in, or says that it lies there."""
    of_place = [m.span for m in mentions if m.places == (place,)]
    of_holder = [m.span for m in mentions if m.places == (holder,)]
    if of_place and of_holder and has("location_told", text.lower()):
        return True
    gaps = ((one, other) for one in of_holder for other in of_place)
    for larger, smaller in gaps:
        if larger.end <= smaller.start:
            between = _without(mentions, text, larger.end, smaller.start)
            if _BEFORE.fullmatch(between):
                return True
        elif smaller.end <= larger.start:
            between = _without(mentions, text, smaller.end, larger.start)
            if _BEHIND.fullmatch(between.lower()):
                return True
    return False


def _without(mentions: Sequence[Mention], text: str, start: int, end: int) -> str:
    """The text between two names without other names ("Henan, China, Hebi")."""
    return "".join(_kept(mentions, text, start, end))


def _kept(mentions: Sequence[Mention], text: str, start: int, end: int) -> Iterator[str]:
    for mention in sorted(mentions, key=lambda m: m.span):
        if start <= mention.span.start and mention.span.end <= end:
            yield text[start : mention.span.start]
            start = mention.span.end
    yield text[start:end]
