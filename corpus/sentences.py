"""Sentences of a piece of text, as spans."""

from __future__ import annotations

import re

from corpus.model import Span

# Ends of sentences: full stops of the three scripts with what closes a quotation behind them. A
# plain stop ends one only before white space (so not in "No.5" or "41.4"), and behind a digit only
# before a capital letter (so not in "2016.10.13. ~ 22."). Crawling loses the space behind a Korean
# sentence and behind an English one ("맺었다.시는", "in 1997.The"). The notes of an encyclopedia
# ("체결했다.[1][2]") close a sentence as well.
_END = re.compile(
    r"[.。!?！？](?:\[(?:\d{1,3}|[a-z]|[주註注] ?\d{1,2})\]){1,6}\s*|"
    r"(?<=[가-힣]다)\.(?=[가-힣])|(?<=[a-z\d]{2})\.(?=[A-Z][a-z]+ )"
    r"|[。！？!?]+[”’\"')）」』]*\s*|(?<![\d])\.[”’\"')）]*(?:\s+|$)|(?<=\d)\.\s+(?=[A-Z])|\n+"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mt|No|Mr|Mrs|Ms|Dr|St|Prof|Rep|Gov|Co|Ltd|Inc|vs|etc|[A-Z])\.\s*$"
)
# No abbreviation with what stands before it and the space behind it is longer.
_LONGEST = 12


def sentence_spans(text: str) -> list[Span]:
    """Spans of the sentences of ``text`` in order, without the white space around them."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if not any(map(str.isalpha, text[start : match.end()])) and match.group()[0] == ".":
            continue
        if _ABBREVIATION.search(text[max(start, match.end() - _LONGEST) : match.end()]):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if piece.strip():
        begin = start + len(piece) - len(piece.lstrip())
        spans.append(Span(begin, start + len(piece.rstrip())))


def trimmed(text: str, start: int, end: int, signs: str | None = None) -> Span:
    """[start, end) of ``text`` without ``signs`` (white space) at either end."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip(signs)), start + len(piece.rstrip(signs)))
