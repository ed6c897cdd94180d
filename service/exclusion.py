"""What a question leaves out: "besides 2012", "노산구 말고", "除了寄贺卡"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.dates import bounds, find_dates
from corpus.model import Span
from service.apart import sorts_in
from service.catalogue import Catalogue
from service.lexicon import first_of, search_all
from service.model import Period
from service.period import full_year

# Words that leave out what stands before them (at most this far), and those that do so with what
# follows. "해외에" and the like are words of their own.
_BEHIND = re.compile(
    r"(?:은|는|을|를)? ?(?:말고|빼고|빼놓고|제외하고|제외한|제외하면|제하고|빼면|뺀|이외에"
    r"|(?<![해국교야실내대])외에)(?:는|도)?|(?:以外|之外|除外)|(?i: (?:aside|excluded)(?=,))"
)
_BEFORE = re.compile(
    r"(?i)\b(?:besides|beside|apart from|aside from|except(?:ing)?(?: for)?|other than|excluding"
    r"|leaving out|leaving aside|but not|not counting)"
    r"(?: (?:in|the|year|years|for|from|of))*\s*|(?:除了?|不算|撇开|去掉)(?:在)?\s*"
)
_TAIL = re.compile(r"\s*(?:年)?(?:那(?:次|年|回))?\s*(?:以外|之外|外)?\s*[,，、]?\s*")
_JOIN = re.compile(
    r"\s*(?:,|，|、|&|和|与|跟|及|and|or|와|과|이랑|랑|하고|나)\s*(?:in |the )?|, and "
)
# As many letters may stand between what is left out and the word that leaves it out.
_BETWEEN = 12
# What may stand between a place and the word that leaves it out.
_OF_PLACE = re.compile(r" ?(?:시|구|군|현|성|쪽|측|거|것|도시)?(?:만|은|는)? ?")
_PARTICLE = re.compile(r"[은는이가을를에]\s|에서|까지|부터|,|，")
_DECADE = re.compile(r"(?<!\d)(?P<decade>\d{3})0(?:년대|'?s\b|年代)")
# A year of two figures, which only what is left out makes one: "10년이랑 16년 말고".
_SHORT = re.compile(
    r"(?<![\d.'’])['’]?(?P<year>\d\d)"
    r"(?:년(?!대|간| ?동안| ?전(?=[ 에의])| ?된| ?넘| ?이상| ?만에)|年(?!代|间|前|来|以上|多))"
)
# What asks for others of the same.
_OTHERS = re.compile(r"또|다른|더|언제|몇 ?(?:년|번)|축제|방문")
# Where a phrase begins that stands before such a word, and where one ends that stands behind it.
_CLAUSE = re.compile(r"[,，.?!]\s*|(?:은|는|이|가|을|를|에서|에게|한테|에|의|로)\s+")
_LEADING = re.compile(r"^(?:시|구|군)?(?:이랑|랑|와|과|하고|의|에서|에|이|가|은|는)?\s*")
_END = re.compile(
    r"(?i)[,，?？!;；]|以外|之外|(?<=.)外(?!国|事|交)|还|也|都|另|有没有"
    r"|\b(?:what|which|who|when|where|how|did|does|do|has|have|had|was|were|is|are|any\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Excluded:
    """``text`` is the question without what is left out.

    That are ``places`` by id, ``periods``, and ``apart``: phrases for sorts of exchanges.
    """

    text: str
    places: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    apart: tuple[str, ...] = ()


def find_exclusion(text: str, catalogue: Catalogue) -> Excluded:
    """The question without what it leaves out; as it is where it leaves out nothing."""
    behind, opener = _BEHIND.search(text), _BEFORE.search(text)
    if behind is None and opener is None:
        return Excluded(text)
    things = _things(text, catalogue)
    found = _left_out_before(text, things, behind) if behind else None
    found = found or (_left_out_behind(text, things, opener) if opener else None)
    return found or Excluded(text)


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


def _left_out_before(text: str, things: Sequence[_Thing], behind: re.Match[str]) -> Excluded | None:
    """What stands before a word that leaves it out."""
    before = [t for t in things if t[0].end <= behind.start()]
    near = text[before[-1][0].end : behind.start()] if before else ""
    if before and _is_left_out(before[-1], near, text[behind.end() :]):
        taken = _joined_before(text, before)
        rest = text[: taken[0][0].start] + near + " " + text[behind.end() :]
        return _excluded(rest, taken)
    start = _phrase_start(text, before, behind.start())
    apart = sorts_in(text[start : behind.start()])
    if apart:
        return Excluded(_joined(text[:start], text[behind.end() :]), apart=apart)
    if before and _is_near(near):
        # Somebody of the place is left out: what is asked is of the others there.
        return Excluded(f"{text[: before[-1][0].end]} {text[behind.end() :].lstrip()}")
    return None


def _left_out_behind(text: str, things: Sequence[_Thing], opener: re.Match[str]) -> Excluded | None:
    """What stands behind a word that leaves it out."""
    after = [t for t in things if t[0].start >= opener.end()]
    if after and after[0][0].start == opener.end():
        taken = _joined_after(text, after)
        tail = _TAIL.match(text, taken[-1][0].end)
        end = tail.end() if tail else taken[-1][0].end
        return _excluded(_joined(text[: opener.start()], text[end:]), taken)
    over = _END.search(text, opener.end())
    stop = over.start() if over else len(text)
    apart = sorts_in(text[opener.end() : stop])
    if not apart:
        return None
    tail = _TAIL.match(text, stop)
    return Excluded(
        _joined(text[: opener.start()], text[tail.end() if tail else stop :]), apart=apart
    )


def _joined(one: str, other: str) -> str:
    return " ".join(f"{one} {other}".split())


def _phrase_start(text: str, before: Sequence[_Thing], end: int) -> int:
    """Where the phrase begins that ends at ``end``: behind a place, or behind a clause."""
    start = before[-1][0].end if before else 0
    if before:
        leading = _LEADING.match(text[start:end])
        start += leading.end() if leading else 0
    ends = [match.end() for match in _CLAUSE.finditer(text, start, end)]
    return ends[-1] if ends else start


def _things(text: str, catalogue: Catalogue) -> list[_Thing]:
    """Every place (by id) and date (in EDTF) of a text, in order."""
    places: list[_Thing] = [
        (mention.span, mention.places[0], None)
        for mention in catalogue.gazetteer.find(text, (), catalogue.partnered, question=True)
        if len(mention.places) == 1 or mention.places[0] in catalogue.partnered
    ]
    found: list[_Thing] = [*places, *_decades(text)]
    for more in (_dates(text), _years(text)):
        found += [thing for thing in more if not any(thing[0].overlaps(f[0]) for f in found)]
    return sorted(found, key=lambda thing: thing[0])


def _decades(text: str) -> list[_Thing]:
    return [
        (Span(*match.span()), None, f"{match['decade']}0/{match['decade']}9")
        for match in _DECADE.finditer(text)
    ]


def _dates(text: str) -> list[_Thing]:
    return [(date.span, None, date.edtf) for date in find_dates(text)]


def _years(text: str) -> list[_Thing]:
    """Years that stand alone, of four figures or of two."""
    whole: list[_Thing] = [
        (Span(*match.span()), None, match.group())
        for match in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    ]
    short: list[_Thing] = [
        (Span(*match.span()), None, str(full_year(int(match["year"]))))
        for match in _SHORT.finditer(text)
    ]
    return whole + short


def _is_left_out(thing: _Thing, between: str, rest: str) -> bool:
    """Whether a thing itself is left out: the officials of a place are not the place.

    A year with what was in it is, where the same is asked of others ("2016년 방문 말고 또 언제").
    """
    _, place, _ = thing
    if place is None:
        return _is_near(between) and not (sorts_in(between) and not _OTHERS.search(rest))
    return _is_near(between) and _OF_PLACE.fullmatch(between) is not None


def _is_near(between: str) -> bool:
    return len(between) <= _BETWEEN and not _PARTICLE.search(between)


def _joined_before(text: str, things: Sequence[_Thing]) -> list[_Thing]:
    """The last thing with those that are joined to it."""
    taken = [things[-1]]
    for thing in reversed(things[:-1]):
        same = (thing[1] is None) == (taken[0][1] is None)
        if not same or not _JOIN.fullmatch(text[thing[0].end : taken[0][0].start]):
            break
        taken.insert(0, thing)
    return taken


def _joined_after(text: str, things: Sequence[_Thing]) -> list[_Thing]:
    taken = [things[0]]
    for thing in things[1:]:
        between = text[taken[-1][0].end : thing[0].start]
        same = (taken[-1][1] is None) == (thing[1] is None)
        # A comma behind what is left out ends it ("除了廊坊，瑞草…"), but in a row of years.
        ends = between.strip() in (",", "，") and (thing[1] is not None or not same)
        if not _JOIN.fullmatch(between) or ends:
            break
        taken.append(thing)
    return taken


def _excluded(text: str, taken: Sequence[_Thing]) -> Excluded:
    dates = [edtf for _, _, edtf in taken if edtf]
    periods = tuple(Period(*bounds(edtf), edtf) for edtf in dates)
    places = tuple(place for _, place, _ in taken if place)
    return Excluded(" ".join(text.split()), places, periods)
