"""What is told of a signing beside its date: where, how, by whom, and the document's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.dates.months import FULL_NAMES
from corpus.gazetteer import Mention
from corpus.model import Person, Span
from corpus.people import Found, find_people
from corpus.text import fold, fold_text
from corpus.ties.stages import words_pattern
from corpus.wordlists import load_toml

_PLACE_NOTE = re.compile(r"[/／]\s*(?P<place>[^()（）/]+?)\s*[)）]")
_NOTE = re.compile(r"[(（]([^()（）,，\d]{2,20})[)）]")
# Who heads a place, in brackets behind it: no room, whatever the name ends in.
_HEAD = re.compile(
    r"[가-힣]{0,4}(?:시장|군수|청장|지사|의장|의원|대사|국장|[市區区縣县鄉乡鎮镇]長) ?[:：]? ?\S"
)
# Behind a stroke in brackets stand people as well: "(10. 7. / 시장 외 8명)".
_COUNTED = re.compile(r"\d\s?여?[명人名位]|\b(?:people|persons|pax|members)\b")
# Before a place that is no part of a document's name: where it was signed, or with whom.
_WHERE = re.compile(r" (?:in|at|with)(?: the)?(?: (?:City|Town|County) of)? $")
# What may stand behind the name of a place before the country that it lies in.
_KIND = re.compile(
    r"(?:\s+(?:city|county|district|town|ward|prefecture|province))?\s*", re.IGNORECASE
)
_WHEN = re.compile(rf" (?:in|on) (?:the )?(?:{FULL_NAMES}|\d)")
# How far (characters) apart two signatories may stand, over their offices and places.
_BESIDE = 60
_BARE = re.compile(r"[一-鿿]{2,3}")
_OF = re.compile(r" of (?:the )?")
# Behind the title of a document another one ("《…》和《…》", "「…」, 「…」").
_LISTED = re.compile(
    r"[》」』”’'\"] ?(?:[、，,和及与與]|과|와|및|and)? ?[《「『“‘'\"]"
    r"(?P<name>[^《》「」『』“”‘’]{4,80})(?=[》」』”’'\"])"
)
# The office of several people, before their names.
_OFFICES = re.compile(r"\b(?:Mayors|Governors|Presidents|Chairmen|Chairs|Commissioners) $")
# Between two people: the one travelled or did something else, and only then did anybody sign.
_MOVES = re.compile(
    r"访|赴|率|来|往|抵|前|参加|出席|会见"
    r"|[가-힣](?:하고|하여|해|고|며),? |방문|찾[아은]|참석|인솔|이끌"
    r"|\b(?:visit|travel|went|came|led|leading|head|met|welcom|receiv|host|flew|arriv)"
)


@dataclass(frozen=True, slots=True)
class Signing:
    """Details as spans of the text they were read in; ``signatories`` covers all ``people``.

    ``further`` are the other documents of a list ("《…》《…》").
    """

    place: Span | None = None
    method: Span | None = None
    document: Span | None = None
    signatories: Span | None = None
    people: tuple[Person, ...] = ()
    further: tuple[Span, ...] = ()


def read_signing(text: str, places: Sequence[Mention]) -> Signing:
    """The details that a sentence about a signing tells; ``places`` are the names in it."""
    people = _signatories(text, tuple(places))
    document = find_document(text, places)
    return Signing(
        place=_place(text, places),
        method=_kept(text, "method"),
        document=document,
        signatories=_people_span(text, people, places),
        people=tuple(found.person for found in people),
        further=tuple(_further_documents(text, document)) if document else (),
    )


def _further_documents(text: str, document: Span) -> Iterator[Span]:
    """The documents in quotation marks that stand right behind ``document`` in one list."""
    end = document.end
    while listed := _LISTED.match(text, end):
        if not _documents().search(fold(listed["name"]).text):
            return
        yield Span(*listed.span("name"))
        end = listed.end("name")


def find_document(text: str, places: Sequence[Mention] = ()) -> Span | None:
    """The name of a document in quotation marks, or in English in capitals.

    ``places`` are the names in ``text``: where it was signed is no part of the document's name.
    """
    table = load_toml("signing.toml")["document"]
    for match in re.finditer(table["quoted"], text):
        span = Span(*match.span(match.lastgroup or 0))
        if _documents().search(fold(text[span.start : span.end]).text):
            return span
    named = _english_document().search(text)
    if named is None:
        return None
    written = text[named.start() : _before_place(text, named, places)]
    name = re.sub(r"(?:,? (?:of|on|for|between|and|to|in|with|the|by))+$", "", written)
    start = len(name) - len(re.sub(r"^(?:The|A|An) ", "", name))
    # "Memorandum of Understanding" alone is a kind of document and no name of one.
    bare = name[start:].lower() in table["kinds"]
    return None if bare else Span(named.start() + start, named.start() + len(name))


def is_room(text: str) -> bool:
    """Whether ``text`` is the name of a room or house."""
    return _is_place(text, Span(0, len(text)), ())


def method_of(note: str) -> bool:
    """Whether a note names a way to sign ("서면", "通讯方式", "by post") and nothing else."""
    # Beside the particles that lead to a method in a sentence.
    kept = _kept(f"以{note}로", "method") or _kept(note, "method")
    return kept is not None and kept.end - kept.start >= len(note)


def _before_place(text: str, named: re.Match[str], places: Sequence[Mention]) -> int:
    """Where a document's name ends before where or when it was signed."""
    ends = [match.start() for match in _WHEN.finditer(text, named.start(), named.end())]
    for mention in places:
        led = _WHERE.search(text[: mention.span.start], named.start())
        if led and mention.span.end <= named.end():
            ends.append(led.start())
    return min([named.end(), *ends])


def _place(text: str, places: Sequence[Mention]) -> Span | None:
    """Where it was signed: a place's name, or a room or house."""
    note = _PLACE_NOTE.search(text)
    if note and not _COUNTED.search(note["place"]):
        return Span(*note.span("place"))
    for note in _NOTE.finditer(text):
        if not _HEAD.match(note[1]) and _is_place(text, Span(*note.span(1)), ()):
            return Span(*note.span(1))
    folded = fold(text)
    for match in _detail("place").finditer(folded.text):
        group = next(key for key, value in match.groupdict().items() if value is not None)
        span = folded.span(*match.span(group))
        if _is_place(text, span, places):
            return span
    signed = _english("signed").search(folded.text)
    for match in _english("english").finditer(folded.text, signed.end() if signed else 0):
        span = folded.span(*match.span("place"))
        start = folded.span(*match.span()).start
        located = any(_KIND.fullmatch(text, m.span.end, start) for m in places)
        located = located and not _is_party(span, places)
        proper = signed and text[span.start].isupper() and not located
        if proper and _is_place(text, span, places):
            return _with_owner(text, span, places)
    return None


def _is_party(span: Span, places: Sequence[Mention]) -> bool:
    """Whether the place that ``span`` names was named before: it is no other place's province."""
    inside = {place for m in places if m.span.within(span) for place in m.places}
    return any(not inside.isdisjoint(m.places) for m in places if m.span.end <= span.start)


def _with_owner(text: str, span: Span, places: Sequence[Mention]) -> Span:
    """A room or house with the place whose it is ("County Hall of Damyang")."""
    for mention in places:
        if _OF.fullmatch(text, span.end, mention.span.start) and mention.span.start > span.end:
            return Span(span.start, mention.span.end)
    return span


def _is_place(text: str, span: Span, places: Sequence[Mention]) -> bool:
    """Whether ``span`` is the name of a place, or of a room or house."""
    written = fold(text[span.start : span.end]).text.strip()
    table = load_toml("signing.toml")["places"]
    if written.endswith(tuple(table["not_places"])):
        return False
    named = any(m.span.start >= span.start and m.span.end == span.end for m in places)
    if _BARE.fullmatch(written) and text[: span.start].endswith("在"):
        named = named or not any(sign in written for sign in table["not_bare"])
    return named or written.endswith(tuple(table["words"]))


def _kept(text: str, name: str) -> Span | None:
    """What the pattern of ``name`` keeps, as a span of ``text``."""
    folded = fold(text)
    match = _detail(name).search(folded.text)
    if match is None:
        return None
    group = next(key for key, value in match.groupdict().items() if value is not None)
    return folded.span(*match.span(group))


def _signatories(text: str, places: tuple[Mention, ...]) -> list[Found]:
    """Two or more named people side by side, where no one only watched."""
    people = [found for found in find_people(text, places) if found.person.name]
    if len(people) < 2 or _witness().search(fold(text).text):
        return []
    if any(_is_head(text, found.span.start, places) for found in people):
        return []
    gaps = [text[before.span.end : after.span.start] for before, after in pairwise(people)]
    beside = all(len(gap) <= _BESIDE and not _MOVES.search(fold_text(gap)) for gap in gaps)
    return people if beside else []


def _is_head(text: str, start: int, places: Sequence[Mention]) -> bool:
    """Whether the person at ``start`` is named in brackets behind a place as its head."""
    before = text[:start].rstrip()
    return before.endswith(("(", "（")) and any(m.span.end == len(before) - 1 for m in places)


def _people_span(text: str, people: list[Found], places: Sequence[Mention]) -> Span | None:
    """From the first signatory to the last, with the names of their places."""
    if not people:
        return None
    start, end = people[0].span.start, people[-1].span.end
    offices = _OFFICES.search(text, 0, start) if len(people) > 1 else None
    start = offices.start() if offices else start
    for mention in places:
        if mention.span.start < start <= mention.span.end:
            start = mention.span.start
        if mention.span.start >= end and _OF.fullmatch(text, end, mention.span.start):
            end = mention.span.end
    return Span(start, end)


@lru_cache(maxsize=2)
def _detail(name: str) -> re.Pattern[str]:
    patterns = load_toml("signing.toml")[name]["patterns"]
    return re.compile("|".join(p.replace("(?P<", f"(?P<_{i}") for i, p in enumerate(patterns)))


@lru_cache(maxsize=2)
def _english(name: str) -> re.Pattern[str]:
    return re.compile(load_toml("signing.toml")["place"][name])


@lru_cache(maxsize=1)
def _documents() -> re.Pattern[str]:
    return words_pattern(load_toml("signing.toml")["document"]["words"])


@lru_cache(maxsize=1)
def _english_document() -> re.Pattern[str]:
    return re.compile(load_toml("signing.toml")["document"]["english"])


@lru_cache(maxsize=1)
def _witness() -> re.Pattern[str]:
    return words_pattern(load_toml("signing.toml")["witness"]["words"])
