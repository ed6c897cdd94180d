"""What a question leaves out: "besides 2012", "노산구 말고", "除了廊坊"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.dates import bounds, find_dates
from corpus.model import Span
from service.catalogue import Catalogue
from service.lexicon import first_of, search_all
from service.model import Period

# Words that leave out what stands before them (at most this far), and those that do so with what
# follows.
_BEHIND = re.compile(
    r"(?:은|는|을|를)? ?(?:말고|빼고|제외하고|제외한|제외하면|빼면|외에|이외에)(?:는|도)?"
)
_BEFORE = re.compile(
    r"(?i)\b(?:besides|apart from|aside from|except(?:ing)?(?: for)?|other than|excluding"
    r"|not counting)"
    r"(?: (?:in|the|year|for))*\s*|(?:除了?|不算|撇开)(?:在)?\s*"
)
_TAIL = re.compile(r"\s*(?:年)?(?:那(?:次|年|回))?\s*(?:以外|之外|外)?\s*[,，、]?\s*")
_JOIN = re.compile(r"\s*(?:,|，|、|和|与|跟|and|와|과|랑|하고|나|or)\s*")
# As many letters may stand between what is left out and the word that leaves it out.
_BETWEEN = 12
# What may stand between a place and the word that leaves it out.
_OF_PLACE = re.compile(r" ?(?:시|구|군|현|성|쪽|측|거|것|도시)?(?:만|은|는)? ?")
_PARTICLE = re.compile(r"[은는이가을를에]\s|에서|까지|부터|,|，")


@dataclass(frozen=True, slots=True)
class Excluded:
    """``text`` is the question without what is left out: ``places`` by id, and ``period``."""

    text: str
    places: tuple[str, ...] = ()
    period: Period | None = None


def find_exclusion(text: str, catalogue: Catalogue) -> Excluded:
    """The question without the places or the time that it leaves out; as it is where none are."""
    behind, opener = _BEHIND.search(text), _BEFORE.search(text)
    if behind is None and opener is None:
        return Excluded(text)
    things = _things(text, catalogue)
    if behind is not None:
        before = [t for t in things if t[0].end <= behind.start()]
        if before and _is_left_out(before[-1], text[before[-1][0].end : behind.start()]):
            taken = _joined_before(text, before)
            between = text[taken[-1][0].end : behind.start()]
            rest = text[: taken[0][0].start] + between + " " + text[behind.end() :]
            return _excluded(rest, taken)
        if before and _is_near(text[before[-1][0].end : behind.start()]):
            # Somebody of the place is left out: what is asked is of the others there.
            return Excluded(f"{text[: before[-1][0].end]} {text[behind.end() :].lstrip()}")
    if opener is not None:
        after = [t for t in things if t[0].start >= opener.end()]
        if after and after[0][0].start == opener.end():
            taken = _joined_after(text, after)
            tail = _TAIL.match(text, taken[-1][0].end)
            end = tail.end() if tail else taken[-1][0].end
            return _excluded(f"{text[: opener.start()]} {text[end:]}", taken)
    return Excluded(text)


def without_denied(bare: str) -> str:
    """A folded question without the property that it does not ask for: "not the area, the people".

    As it is where it asks for nothing else.
    """
    for match in search_all("denied", bare):
        rest = f"{bare[: match.start()]} {bare[match.end() :]}"
        if first_of("properties", match.group()) and first_of("properties", rest):
            return " ".join(rest.split())
    return bare


_Thing = tuple[Span, str | None, str | None]


def _things(text: str, catalogue: Catalogue) -> list[_Thing]:
    """Every place (by id) and date (in EDTF) of a text, in order."""
    places: list[_Thing] = [
        (mention.span, mention.places[0], None)
        for mention in catalogue.gazetteer.find(text, (), catalogue.partnered, question=True)
        if len(mention.places) == 1 or mention.places[0] in catalogue.partnered
    ]
    dates: list[_Thing] = [(date.span, None, date.edtf) for date in find_dates(text)]
    years: list[_Thing] = [
        (Span(*match.span()), None, match.group())
        for match in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
        if not any(d[0].start <= match.start() < d[0].end for d in dates)
    ]
    return sorted([*places, *dates, *years], key=lambda thing: thing[0])


def _is_left_out(thing: _Thing, between: str) -> bool:
    """Whether a thing itself is left out: the officials of a place are not the place."""
    _, place, _ = thing
    return _is_near(between) and (place is None or _OF_PLACE.fullmatch(between) is not None)


def _is_near(between: str) -> bool:
    return len(between) <= _BETWEEN and not _PARTICLE.search(between)


def _joined_before(text: str, things: Sequence[_Thing]) -> list[_Thing]:
    """The last thing with those that are joined to it."""
    taken = [things[-1]]
    for thing in reversed(things[:-1]):
        if not _JOIN.fullmatch(text[thing[0].end : taken[0][0].start]):
            break
        taken.insert(0, thing)
    return taken


def _joined_after(text: str, things: Sequence[_Thing]) -> list[_Thing]:
    taken = [things[0]]
    for thing in things[1:]:
        between = text[taken[-1][0].end : thing[0].start]
        # A comma behind what is left out ends it: "除了廊坊，瑞草…".
        if not _JOIN.fullmatch(between) or between.strip() in (",", "，"):
            break
        taken.append(thing)
    return taken


def _excluded(text: str, taken: Sequence[_Thing]) -> Excluded:
    dates = [edtf for _, _, edtf in taken if edtf]
    spans = [bounds(edtf) for edtf in dates]
    period = Period(min(s[0] for s in spans), max(s[1] for s in spans), dates[0]) if spans else None
    places = tuple(place for _, place, _ in taken if place)
    return Excluded(" ".join(text.split()), places, period)
