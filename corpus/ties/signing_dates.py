"""Which of the dates that a clause tells are those of its signing, and not of something else."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from corpus.dates import DateMention
from corpus.patterns import any_of
from corpus.text import fold_text
from corpus.ties.clauses import Clause
from corpus.wordlists import load_toml

# Right before a date: then the relationship began.
BEGAN = re.compile(r"(?:始|起|源)于\s?$")
_LISTING = re.compile(r"\s*(?:[和及与跟、]|과|와|및|and|,)\s*")
# How far (characters) around a date what makes it that of something else is looked for.
_BEHIND, _AHEAD = 48, 72


def signing_dates(clause: Clause, verb: re.Match[str]) -> tuple[DateMention, ...]:
    """The dates at which what ``verb`` tells was signed, those of a list together.

    Empty where all dates of the clause are those of something else.
    """
    own = tuple(date for date in clause.dates if not _is_others(clause, date))
    return _listed(clause, own, _nearest(clause, own, verb)) if own else ()


def _is_others(clause: Clause, date: DateMention) -> bool:
    """Whether a date is that of older exchanges, or of the day on which somebody told it."""
    start, end = date.span.start - clause.span.start, date.span.end - clause.span.start
    behind = fold_text(clause.text[end : end + _BEHIND])
    before = fold_text(clause.text[max(0, start - _AHEAD) : start])
    return bool(_pattern("behind").match(behind) or _pattern("ahead").search(before))


def _nearest(clause: Clause, dates: tuple[DateMention, ...], verb: re.Match[str]) -> DateMention:
    """Of several dates the nearest to the verb.

    In English the one behind it, if it is its own; in Korean one before it, if there is any.
    """
    folded = clause.folded
    start = clause.span.start
    place = start + folded.span(verb.start(), verb.end()).start

    def distance(date: DateMention) -> tuple[bool, int]:
        between = clause.text[place - start : date.span.start - start]
        behind = date.span.start > place
        own = behind and not _parts().search(fold_text(between))
        far = not own if clause.language == "en" else clause.language == "ko" and behind
        return far, abs(date.span.start - place)

    after = bisect_left([date.span.start for date in dates], place)
    return min(dates[max(0, after - 1) : after + 1], key=distance)


def _listed(
    clause: Clause, dates: tuple[DateMention, ...], date: DateMention
) -> tuple[DateMention, ...]:
    """``date`` with those that stand in one list with it ("分别于2007年和2012年签订")."""
    group: list[DateMention] = []
    start = clause.span.start
    for other in dates:
        if other != date and BEGAN.search(clause.text[: other.span.start - start]):
            continue
        gap = clause.text[group[-1].span.end - start : other.span.start - start] if group else ""
        if group and not _LISTING.fullmatch(gap):
            if date in group:
                break
            group = []
        group.append(other)
    return tuple(group)


@lru_cache(maxsize=2)
def _pattern(side: str) -> re.Pattern[str]:
    return any_of(load_toml("stages.toml")["older"][side])


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    return any_of(load_toml("stages.toml")["verbs"]["parts"])
