"""Clauses of a sentence that each tell an event of their own, and what they say never happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise, starmap

from corpus.dates import DateMention, find_dates
from corpus.dates.titles import outside_titles
from corpus.language import block_language, split_languages
from corpus.model import Language, Span
from corpus.patterns import any_of
from corpus.sentences import sentence_spans, trimmed
from corpus.spans import lying_in
from corpus.text import Folded, fold
from corpus.wordlists import load_toml

_LETTER = re.compile(r"[^\W\d_]")
# Behind what began on a date another clause begins with the next one.
_BEGUN = re.compile(r"(?:始于|起于|开始于|始於|起於)$")
# The most characters of an item of a list of places with their dates.
_LISTED = 28
_FIGURES = re.compile(r"\d{4}[.\-/] ?\d")
# From how many dates on a line may be a list, and how far behind a date a particle is looked for.
_ENTRIES, _AHEAD = 2, 8


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with the sentence it belongs to, both as spans of the whole text, and its dates."""

    span: Span
    sentence: Span
    text: str
    dates: tuple[DateMention, ...]

    @property
    def folded(self) -> Folded:
        """The clause folded for matching."""
        return fold(self.text)

    @property
    def language(self) -> Language:
        """The language of the clause."""
        return block_language(self.text)


@lru_cache(maxsize=512)
def dated_clauses(text: str, published: str | None = None) -> tuple[Clause, ...]:
    """The clauses of ``text`` in order, those without a date among them.

    ``published`` is the day (ISO) that dates without a year are counted back from.
    """
    dates = outside_titles(text, find_dates(text, published=published))
    found = []
    for sentence in sentences_of(text):
        for span in _clauses(text, sentence, lying_in(dates, sentence)):
            mine = tuple(lying_in(dates, span))
            found.append(Clause(span, sentence, text[span.start : span.end], mine))
    return tuple(found)


def sentences_of(text: str) -> Iterator[Span]:
    """Sentences, and the two halves of a bilingual one; a bare date belongs to what follows."""
    opened: int | None = None
    for sentence in sentence_spans(text):
        if not _LETTER.search(text, sentence.start, sentence.end):
            opened = sentence.start if opened is None else opened
            continue
        whole = Span(sentence.start if opened is None else opened, sentence.end)
        opened = None
        for run, _ in split_languages(text[whole.start : whole.end]):
            yield Span(whole.start + run.start, whole.start + run.end)


def _clauses(text: str, sentence: Span, dates: Sequence[DateMention]) -> Iterator[Span]:
    """A sentence parted at the last end of a clause between each two of its dates."""
    start = sentence.start
    if _is_list(text[: sentence.end], dates):
        for date in dates[1:]:
            yield trimmed(text, start, date.span.start)
            start = date.span.start
        yield trimmed(text, start, sentence.end)
        return
    cuts = [cut for cut in starmap(partial(_cut, text), pairwise(dates)) if cut]
    # Dates of a list are told by one verb: a cut parts two clauses that each tell something.
    for cut, end in zip(cuts, [*cuts[1:], sentence.end], strict=False):
        if _tells(text[start:cut]) and (end - cut > _LISTED or _tells(text[cut:end])):
            yield trimmed(text, start, cut)
            start = cut
    resumed = _resumed(text, start, sentence, dates)
    if resumed:
        yield trimmed(text, start, resumed)
        start = resumed
    yield trimmed(text, start, sentence.end)


def _resumed(text: str, start: int, sentence: Span, dates: Sequence[DateMention]) -> int | None:
    """Where a sentence goes on with what was signed later, behind its last date and clause."""
    if not dates:
        return None
    last = dates[-1].span.end
    rest = fold(text[last : sentence.end])
    turn = _pattern("clause_ends", "resumed").search(rest.text)
    if turn is None:
        return None
    cut = last + rest.span(turn.start(), turn.end()).end
    signed = all(_signs(part) for part in (text[start:cut], text[cut : sentence.end]))
    return cut if signed else None


def _signs(text: str) -> bool:
    """Whether ``text`` has a verb that makes two places partners."""
    folded = fold(text).text
    return any(_pattern("verbs", name).search(folded) for name in ("sign", "become"))


def _cut(text: str, before: DateMention, after: DateMention) -> int | None:
    """Where the last clause between two dates ends, if one does."""
    gap = fold(text[before.span.end : after.span.start])
    ends = [match.end() for match in _pattern("clause_ends", "patterns").finditer(gap.text)]
    begun = _BEGUN.search(text, max(0, before.span.start - _AHEAD), before.span.start)
    if not ends or not (begun or _LETTER.search(gap.text)):
        return None
    return before.span.end + gap.span(ends[-1] - 1, ends[-1]).end


@lru_cache(maxsize=1024)
def _tells(text: str) -> bool:
    """Whether ``text`` has a word for a signing, a beginning or a visit."""
    return _telling().search(fold(text).text) is not None


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    verbs = load_toml("stages.toml")["verbs"]
    names = ("sign", "become", "document", "cues", "propose", "doing", "other")
    return any_of(pattern for name in names for pattern in verbs[name])


def _is_list(text: str, dates: Sequence[DateMention]) -> bool:
    """Whether each of many dates in figures leads an entry of a list written as one line."""
    end = len(text) if not dates else dates[-1].span.end
    if len(dates) < _ENTRIES or not _LETTER.search(text, end):
        return False
    led = re.compile(load_toml("stages.toml")["clause_ends"]["led"])
    return all(
        _FIGURES.match(text, date.span.start) and led.match(text[date.span.end :][:_AHEAD])
        for date in dates
    )


@lru_cache(maxsize=1024)
def is_unfulfilled(clause: str) -> bool:
    """Whether ``clause`` tells of what was cancelled, put off, ended or only planned."""
    return _pattern("not_happened", "patterns").search(fold(clause).text) is not None


@lru_cache(maxsize=8)
def _pattern(table: str, name: str) -> re.Pattern[str]:
    return any_of(load_toml("stages.toml")[table][name])
