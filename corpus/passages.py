"""Passages: pieces of a page under one heading path, in one language, bounded in tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.language import split_languages
from corpus.model import LANGUAGES, Block, Language, Page, Passage, Span
from corpus.sentences import sentence_spans

CountTokens = Callable[[str], int]


class PassageTooLong(ValueError):
    """A heading path leaves no room for any text within the token limit."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of one language of one block."""

    span: Span
    language: Language
    path: tuple[str, ...]


def make_passages(page: Page, count_tokens: CountTokens, limit: int) -> list[Passage]:
    """Cut ``page`` into passages whose embedded text has at most ``limit`` tokens."""
    passages: list[Passage] = []
    headings = {page.quote(block.span) for block in page.blocks if block.kind == "heading"}
    for _, blocks in groupby(_content(page), key=lambda block: _section(block, headings)):
        pieces = [piece for block in blocks for piece in _pieces(page, block)]
        for language in LANGUAGES:
            mine = [piece for piece in pieces if piece.language == language]
            for group in _pack(page, mine, count_tokens, limit):
                passages.append(_passage(page, group, len(passages)))
    return passages


def split_sentences(page: Page, passage: Passage) -> list[tuple[Span, str]]:
    """The sentences, items and captions of ``passage``: span in the page, and text."""
    found = []
    for piece in passage.spans:
        for span in sentence_spans(page.quote(piece)):
            moved = Span(piece.start + span.start, piece.start + span.end)
            found.append((moved, page.quote(moved)))
    return found


def _content(page: Page) -> Iterator[Block]:
    """Blocks that say something: headings with nothing under them are kept as text."""
    headings = {element for block in page.blocks for element in block.path}
    for block in page.blocks:
        if block.kind != "heading" or page.quote(block.span) not in headings:
            yield block


def _section(block: Block, headings: set[str]) -> tuple[str, ...]:
    """The headings above ``block``, without the list items that introduce nested lists."""
    depth = 0
    while depth < len(block.path) and block.path[depth] in headings:
        depth += 1
    return block.path[:depth]


def _pieces(page: Page, block: Block) -> Iterator[_Piece]:
    start = block.span.start
    for span, language in split_languages(page.quote(block.span)):
        moved = Span(start + span.start, start + span.end)
        if moved.end > moved.start:
            yield _Piece(moved, language, block.path)


def _pack(
    page: Page, pieces: list[_Piece], count_tokens: CountTokens, limit: int
) -> Iterator[list[_Piece]]:
    """Greedily fill passages with pieces in page order; too long a piece is cut first."""
    group: list[_Piece] = []
    for piece in pieces:
        for part in _cut(page, piece, count_tokens, limit):
            if group and not _fits(page, [*group, part], count_tokens, limit):
                yield group
                group = []
            group.append(part)
    if group:
        yield group


def _cut(page: Page, piece: _Piece, count_tokens: CountTokens, limit: int) -> Iterator[_Piece]:
    """``piece`` itself where it fits, else its two halves, cut at the best place, and so on."""
    if _fits(page, [piece], count_tokens, limit):
        yield piece
        return
    text = page.quote(piece.span)
    if len(text) < 2:
        raise PassageTooLong(f"{page.source}: the headings above a passage fill {limit} tokens.")
    middle = _best_cut(text)
    for start, end in ((0, middle), (middle, len(text))):
        part = text[start:end]
        if part.strip():
            begin = piece.span.start + start + len(part) - len(part.lstrip())
            span = Span(begin, piece.span.start + start + len(part.rstrip()))
            yield from _cut(page, _Piece(span, piece.language, piece.path), count_tokens, limit)


def _best_cut(text: str) -> int:
    """Near the middle: between sentences if there are several, else at a space, else anywhere."""
    middle = len(text) // 2
    borders = [span.start for span in sentence_spans(text)][1:]
    borders = borders or [i + 1 for i, c in enumerate(text[:-1]) if c.isspace()]
    return min(borders, key=lambda border: abs(border - middle)) if borders else middle


def _fits(page: Page, group: list[_Piece], count_tokens: CountTokens, limit: int) -> bool:
    return count_tokens(_passage(page, group, 0).embedded) <= limit


def _passage(page: Page, group: list[_Piece], number: int) -> Passage:
    path = _common([piece.path for piece in group])
    heading = path if path[:1] == (page.title,) else (page.title, *path)
    return Passage(
        id=f"{page.id}#{number}",
        page=page.id,
        language=group[0].language,
        heading=heading,
        spans=tuple(piece.span for piece in group),
        text="\n".join(page.quote(piece.span) for piece in group),
    )


def _common(paths: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest start that all ``paths`` share."""
    shared = paths[0]
    for path in paths[1:]:
        length = next(
            (i for i, (a, b) in enumerate(zip(shared, path, strict=False)) if a != b), None
        )
        shared = shared[: min(len(shared), len(path)) if length is None else length]
    return shared
