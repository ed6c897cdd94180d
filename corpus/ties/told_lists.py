"""Several partners in one sentence, each with its year or none with a date at all.

"In 1985 … with A, in 1990 with B and C", "우리 시는 A, B, C와 자매결연을 맺고 있다".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.dates import DateMention, find_dates
from corpus.gazetteer import Mention
from corpus.model import Page, Span, Stage, StageKind
from corpus.page_reading import PageReading
from corpus.setting.parties import Parties
from corpus.spans import blanked_at, lying_in
from corpus.text import fold_text
from corpus.ties.clauses import sentences_of
from corpus.ties.innermost import innermost
from corpus.ties.narration import moved, narrating_blocks, source_of
from corpus.ties.stages import stage_of
from corpus.ties.statements import is_refused
from corpus.wordlists import load_toml

# A sentence is no longer than this, and what stands before the first name or behind the last one
# is looked at no farther.
_LONGEST, _BESIDE = 600, 80
_BRACKETED = re.compile(r"[(（][^()（）\d]{1,40}[)）]")

# A Chinese name that nothing joins to what stands before it is that of who acts.
_HAN, _JOINED = re.compile(r"[一-鿿]"), re.compile(r"[与與和同跟]\s?$")
# Behind a verb that ends a part of a Korean sentence.
_GOES_ON = re.compile(r"(?<=[가-힣][며고])[,，]\s?")


@dataclass(frozen=True, slots=True)
class _List:
    """Where the names of a sentence stand, the partners with their dates (EDTF), and the kind."""

    kind: StageKind
    partners: tuple[tuple[str, str | None], ...]


def told_lists(page: PageReading, parties: Parties) -> Iterator[tuple[tuple[str, str], Stage]]:
    """The stages of such sentences, each with its two places; those without a date last."""
    home = parties.setting.home
    if home is None:
        return
    for index in page.once(narrating_blocks):
        block = page.blocks[index]
        text = page.quote(block.span)
        for sentence in sentences_of(text) if block.kind != "row" else ():
            source = source_of(page, moved(block, sentence))
            for found in _lists(page, parties, index, sentence):
                for place, date in found.partners:
                    if place != home:
                        yield (home, place), Stage(found.kind, date, False, source)


def _lists(page: Page, parties: Parties, index: int, sentence: Span) -> Iterator[_List]:
    """The lists of a sentence, of which each part that goes on from a verb may have one."""
    text = page.quote(page.blocks[index].span)
    starts = [m.end() for m in _GOES_ON.finditer(text, sentence.start, sentence.end)]
    for start, end in pairwise([sentence.start, *starts, sentence.end]):
        found = _read(page, parties, index, Span(start, end))
        if found and _is_own(parties, index, sentence, found):
            yield found


def _read(page: Page, parties: Parties, index: int, span: Span) -> _List | None:
    """The list of the sentence at ``span``; None where anything else stands between its names."""
    block = page.blocks[index]
    text = page.quote(block.span)
    named = dict(_named(text, parties.others(index, span)))
    if not named or span.end - span.start > _LONGEST:
        return None
    if is_refused(fold_text(text[span.start : span.end])):
        return None
    mentions = [m.span for m in _foreign(parties, index, span)]
    dates = [d for d in find_dates(text) if d.span.within(span)]
    known = sorted([*mentions, *(date.span for date in dates)])
    names = Span(known[0].start, max(part.end for part in known))
    kind = _kind(text, span, names)
    joined = _JOINED.search(text[span.start : mentions[0].start]) or not _HAN.match(
        text, mentions[0].start
    )
    listed = joined and not _has_peers(text, mentions, set(named))
    if kind is None or not listed or not _is_bare(text, names, known):
        return None
    partners = _dated(named, dates, parties) if dates else _undated(named, parties)
    return _List(kind, partners) if partners else None


def _named(text: str, mentions: list[Mention]) -> Iterator[tuple[Span, str | None]]:
    """The places of a list, None for a name that may mean several of them.

    What stands right before another name is where that one lies.
    """
    for mention, behind in zip(mentions, [*mentions[1:], None], strict=False):
        if behind is None or text[mention.span.end : behind.span.start].strip():
            yield mention.span, mention.place if len(mention.places) == 1 else None


def _has_peers(text: str, mentions: list[Span], named: set[Span]) -> bool:
    """Whether a country stands in a Korean or Chinese list and not before a name in it."""
    for mention, behind in zip(mentions, [*mentions[1:], None], strict=False):
        if mention in named or text[mention.start].isascii():
            continue
        if behind is None or text[mention.end : behind.start].strip():
            return True
    return False


def _foreign(parties: Parties, index: int, span: Span) -> list[Mention]:
    """The names of a sentence that are not those of the page's own place."""
    home = parties.setting.home
    return [
        mention
        for mention in lying_in(parties.setting.mentions[index], span)
        if home not in mention.places
    ]


def _kind(text: str, span: Span, names: Span) -> StageKind | None:
    """The kind of tie that stands right behind the last name, or right before the first one."""
    ahead = fold_text(text[span.start : names.start])[-_BESIDE:]
    rest = fold_text(text[names.end : span.end])[:_BESIDE]
    told = (match for pattern in _patterns("behind") if (match := pattern.search(rest)))
    if _closing().search(rest):
        told = (match for pattern in _patterns("before") if (match := pattern.search(ahead)))
    found = next(told, None)
    return stage_of(found["kind"]) if found else None


def _is_bare(text: str, span: Span, known: list[Span]) -> bool:
    """Whether only names, dates and small words stand in ``span``."""
    rest = blanked_at(text, known, "\n")[span.start : span.end]
    pieces = _BRACKETED.sub("\n", rest).split("\n")
    left = (_between().sub(" ", fold_text(piece)) for piece in pieces if piece.strip())
    return not any(map(str.isalnum, "".join(left)))


def _undated(named: dict[Span, str | None], parties: Parties) -> tuple[tuple[str, None], ...]:
    places = innermost(filter(None, named.values()), parties.gazetteer)
    return tuple((place, None) for place in places)


def _dated(
    named: dict[Span, str | None], dates: list[DateMention], parties: Parties
) -> tuple[tuple[str, str], ...]:
    """Each partner with the date before it, or behind it where a name opens the list."""
    inner = innermost(filter(None, named.values()), parties.gazetteer)
    first = min(span.start for span in named)
    leads = dates[0].span.start < first
    found: list[tuple[str, str]] = []
    used: set[Span] = set()
    for span in sorted(named):
        place = named[span]
        if place is not None and place not in inner:
            continue
        before = [d for d in dates if d.span.start < span.start]
        behind = [d for d in dates if d.span.start > span.start]
        date = before[-1] if leads else behind[0] if behind else None
        if date is None or "/" in date.edtf:
            return ()
        used.add(date.span)
        if place is not None:
            found.append((place, date.edtf))
    several = len(found) > 1 and len(used) == len(dates)
    return tuple(found) if several else ()


def _is_own(parties: Parties, index: int, span: Span, found: _List) -> bool:
    """Whether the sentence is about the page's own ties.

    It names the page's own place, or nothing else in its block is told of another one.
    """
    if parties.names_home(index, span):
        return True
    places = {place for place, _ in found.partners}
    above = parties.setting.partners[index]
    if above not in (None, parties.setting.home) and above not in places:
        return False
    several = len(places) > 1 and all(map(parties.is_abroad, places))
    others = parties.others(index, Span(0, span.start))
    return several and all(mention.place in places for mention in others)


@lru_cache(maxsize=2)
def _patterns(side: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, load_toml("told_lists.toml")[side]["patterns"]))


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    return re.compile(load_toml("told_lists.toml")["before"]["closing"])


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    return re.compile(load_toml("told_lists.toml")["between"]["pattern"])
