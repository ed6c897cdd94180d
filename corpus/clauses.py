"""Clauses of a sentence that each tell an event of their own, and what they say never happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.dates import DateMention, find_dates
from corpus.language import split_languages
from corpus.model import Span
from corpus.sentences import sentence_spans
from corpus.text import fold
from corpus.wordlists import load_toml


def sentences_of(text: str) -> Iterator[Span]:
    """Sentences, and the two halves of a bilingual one."""
    for sentence in sentence_spans(text):
        for run, _ in split_languages(text[sentence.start : sentence.end]):
            yield Span(sentence.start + run.start, sentence.start + run.end)


def clauses_of(text: str) -> Iterator[Span]:
    """Sentences of ``text``, parted where a clause with a date of its own begins."""
    dates = find_dates(text)
    for span in sentences_of(text):
        start = span.start
        for cut in _cuts(text, span):
            if any(date.span.start < cut < date.span.end for date in dates):
                continue
            if _dated(dates, start, cut) and _dated(dates, cut, span.end):
                yield _trimmed(text, start, cut)
                start = cut
        yield _trimmed(text, start, span.end)


def happened(text: str, dates: Sequence[DateMention]) -> list[DateMention]:
    """Those of ``dates`` whose clause, with what follows it undated, says of no failed plan."""
    failed: list[DateMention] = []
    current: list[DateMention] = []
    for span in clauses_of(text):
        current = [date for date in dates if date.span.within(span)] or current
        if is_unfulfilled(text[span.start : span.end]):
            failed.extend(current)
    return [date for date in dates if date not in failed]


def is_unfulfilled(clause: str) -> bool:
    """Whether ``clause`` tells of what was cancelled, put off, ended or only planned."""
    return _pattern("not_happened").search(fold(clause).text) is not None


def _cuts(text: str, span: Span) -> Iterator[int]:
    """Where a further clause may begin in the sentence ``span``."""
    folded = fold(text[span.start : span.end])
    for match in _pattern("clause_ends").finditer(folded.text):
        yield span.start + folded.span(match.start(), match.end()).end


def _dated(dates: Sequence[DateMention], start: int, end: int) -> bool:
    """Whether a date lies in [start, end)."""
    return any(start <= date.span.start and date.span.end <= end for date in dates)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


@lru_cache(maxsize=2)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(load_toml("stages.toml")[name]["patterns"]))
