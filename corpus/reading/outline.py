"""The structure of a page: what readers hand over in pieces becomes one text and its blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.model import Block, BlockKind, Language, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """One block as a reader found it.

    ``depth`` is that of ``Block``; a heading of depth 0 is a line that may be one, and an
    ``inferred`` heading was found to be one: it ends where a real one stands. ``parents`` are
    the list items around it. ``cells`` of a row are spans in ``text``. ``about_page`` marks what
    the page says about itself and not about its subject.
    """

    kind: BlockKind
    text: str
    depth: int = 0
    parents: tuple[str, ...] = ()
    cells: tuple[Span, ...] = ()
    headers: tuple[str, ...] = ()
    about_page: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """Metadata as one source states it; None or () where it is silent."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    languages: tuple[Language, ...] = ()
    updated: str | None = None
    department: str | None = None
    phone: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one source.

    ``stated`` is what it states of itself outside its text, ``front`` what its front matter says,
    ``notes`` are lines beside the content that may be page information.
    """

    pieces: tuple[Piece, ...]
    stated: Stated = field(default_factory=Stated)
    front: Stated = field(default_factory=Stated)
    notes: tuple[str, ...] = ()


class Cell(NamedTuple):
    """A cell of a row: its text, how many columns it takes, and whether it is a header."""

    text: str
    columns: int = 1
    header: bool = False


class Unreadable(ValueError):
    """A source that cannot become a page; the message says why."""


def row(cells: Sequence[Cell], headers: Sequence[str], parents: tuple[str, ...]) -> Piece | None:
    """The cells of one row as a piece, or None where all are empty.

    A cell that takes several columns is there once in the text and several times in ``cells``.
    """
    text, spans = "", []
    link = ""
    for cell in cells:
        text += link if text and cell.text else ""
        spans += [Span(len(text), len(text) + len(cell.text))] * cell.columns
        text += cell.text
        if cell.text:
            link = " : " if cell.header else " | "
    if not text:
        return None
    columns = tuple(headers) if any(headers) else ()
    return Piece("row", text, parents=parents, cells=tuple(spans), headers=columns)


def lay_out(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of a page, a line for each piece, and its blocks with their heading paths."""
    blocks: list[Block] = []
    headings: list[Piece] = []
    start = 0
    kept = list(pieces)
    for piece in kept:
        if piece.kind == "heading":
            headings = [heading for heading in headings if _is_above(heading, piece)]
        path = () if piece.about_page else (*(h.text for h in headings), *piece.parents)
        blocks.append(_block(piece, start, path))
        if piece.kind == "heading":
            headings.append(piece)
        start += len(piece.text) + 1
    return "\n".join(piece.text for piece in kept), tuple(blocks)


def _is_above(heading: Piece, piece: Piece) -> bool:
    return heading.depth < piece.depth and (piece.inferred or not heading.inferred)


def _block(piece: Piece, start: int, path: tuple[str, ...]) -> Block:
    cells = tuple(Span(start + cell.start, start + cell.end) for cell in piece.cells)
    span = Span(start, start + len(piece.text))
    about_page, inferred = piece.about_page, piece.inferred and piece.kind == "heading"
    return Block(piece.kind, span, path, piece.depth, cells, piece.headers, about_page, inferred)
