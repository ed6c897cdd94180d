"""The columns of tables that tell exchanges, by their headers: of dates, people, what happened."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from corpus.language import HAN, HANGUL
from corpus.model import Block, Span
from corpus.text import fold_text
from corpus.wordlists import load_toml

_HALVES = re.compile(f"[{HANGUL}{HAN}][^A-Za-z]*|[A-Za-z][^{HANGUL}{HAN}]*")
# What a header counts in: "인원(명)".
_UNIT = re.compile(r"[(（\[][^()（）\[\]]{1,4}[)）\]]$")
# The header of a column of exchanges.
_EXCHANGES = re.compile(
    r"교류(?:내용|실적|내역|현황|사항|활동|연혁|경과)|추진실적|방문실적|交流(?:内容|活动|纪要|纪事|情况|实绩|记录|项目|往来)"
    r"|往来|(?:exchanges?(?:history|record|activities|programs)?|activities)$"
)


def exchange_cells(block: Block) -> Block | None:
    """The cells of a row about a partner that stand in its column of exchanges, as a row."""
    pairs = list(zip(block.cells, block.headers, strict=False))
    told = [(cell, header) for cell, header in pairs if _heads_exchanges(header)]
    if not told or len(told) == len(pairs) or len({header for _, header in told}) > 1:
        return None
    if any(is_column("date", header) for _, header in pairs):
        return None
    cells = tuple(cell for cell, _ in told)
    headers = tuple(header for _, header in told)
    return replace(block, span=Span(cells[0].start, cells[-1].end), cells=cells, headers=headers)


@lru_cache(maxsize=1024)
def _heads_exchanges(header: str) -> bool:
    return _EXCHANGES.search("".join(fold_text(header).split())) is not None


def is_column(name: str, header: str) -> bool:
    """Whether ``header``, in one language or two, heads a column of dates, of people or of ways."""
    columns = load_toml("kinds.toml")["_columns"][name]
    return any(key in columns for key in header_keys(header))


def counts_behind(header: str) -> bool:
    """Whether ``header``, behind the column of what happened, heads the head counts ("Number")."""
    words = load_toml("kinds.toml")["_behind"]["number"]
    return any(key in words for key in header_keys(header))


@lru_cache(maxsize=1024)
def header_keys(header: str) -> tuple[str, ...]:
    """The header as the lists of columns have it: whole, and each of its two languages."""
    halves = _HALVES.findall(header)
    return tuple(
        _UNIT.sub("", "".join(fold_text(text).split())).strip("()[]·-*/")
        for text in (header, *halves)
    )
