"""Lines of text inside open HTML elements, turned into pieces: lists, terms, captions, bullets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from corpus.model import BlockKind
from corpus.reading.lines import NOTE, Bullets, may_be_heading, split_bullet
from corpus.reading.month_lines import MonthLines
from corpus.reading.outline import Piece

FrameKind = Literal["plain", "heading", "list", "item", "term", "definition", "caption"]


# How many open elements around a line are asked what it is about: nobody nests lists deeper.
_MOST_AROUND = 64


class Line(NamedTuple):
    """One line between two breaks."""

    indent: int
    text: str


@dataclass(slots=True)
class _Frame:
    """An open block element.

    ``depth`` is a heading's level, ``lists`` the number of lists down to here. ``label`` is what
    a nested list is about: the first line of an item, the last item of a list, the current term
    of a definition list. ``open_term`` says that the term was not written yet, ``introduces``
    that the definition is a list under its term.
    """

    kind: FrameKind
    depth: int = 0
    lists: int = 0
    label: str | None = None
    bulleted: bool = False
    open_term: bool = False
    introduces: bool = False


class Blocks:
    """Pieces in the making, and the block elements that are open around the next line."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._frames: list[_Frame] = []
        self._bullets = Bullets()
        self._months = MonthLines()

    def open(self, kind: FrameKind, depth: int = 0, introduces: bool = False) -> None:
        """Enter a block element."""
        if kind not in ("plain", "heading", "caption"):
            self._bullets.clear()
        if kind == "term" or introduces:
            self._write_term(len(self._frames))
        lists = self._depth() + (kind == "list")
        self._frames.append(_Frame(kind, depth, lists, introduces=introduces))

    def close(self) -> None:
        """Leave the innermost block element."""
        frame = self._frames[-1]
        if frame.kind == "list":
            self._write_term(len(self._frames))
        self._frames.pop()
        if frame.kind == "item" and frame.label:
            listing = self._listing(len(self._frames))
            if listing is not None:
                listing.label = frame.label

    @property
    def term(self) -> str | None:
        """The term whose definition is being read, if one is."""
        if self._frames and self._frames[-1].kind == "definition":
            listing = self._listing(len(self._frames))
            return listing.label if listing is not None else None
        return None

    def parents(self, until: int | None = None) -> tuple[str, ...]:
        """What the lists around the innermost (or the given) frame are about."""
        end = len(self._frames) if until is None else until
        around = self._frames[max(0, end - _MOST_AROUND) : end]
        solid = [frame for frame in around if frame.kind != "plain"]
        labels = []
        for index, frame in enumerate(solid):
            inner = solid[index + 1].kind if index + 1 < len(solid) else None
            if frame.label and (frame.kind == "item" or inner in ("definition", "list")):
                labels.append(frame.label)
        return tuple(labels)

    def write(self, lines: list[Line], bold: bool) -> None:
        """Add ``lines`` as what the innermost open element makes of them."""
        index = len(self._frames) - 1
        while index >= 0 and self._frames[index].kind == "plain":
            index -= 1
        kind = self._frames[index].kind if index >= 0 else "plain"
        if kind in ("plain", "list"):
            self._paragraphs(lines, bold)
            return
        self._bullets.clear()
        if kind == "item":
            self._items(index, [line.text for line in lines])
        elif kind == "definition":
            self._define(index, [line.text for line in lines])
        else:
            self._whole(self._frames[index], index, " ".join(line.text for line in lines))

    def add(self, pieces: list[Piece]) -> None:
        """Add finished pieces, such as the rows of a table."""
        self._bullets.clear()
        self.pieces.extend(pieces)

    def _whole(self, frame: _Frame, index: int, text: str) -> None:
        """An element whose lines are one text: a heading, a caption, a term."""
        if frame.kind == "heading":
            self._add("heading", text, frame.depth)
        elif frame.kind == "caption":
            self._add("caption", text, 0, self.parents())
        else:
            listing = self._listing(index) or frame
            listing.label = " ".join(filter(None, (listing.label, text))) if frame.label else text
            frame.label, listing.open_term = text, True
            self._months.note(text, heads=True)

    def _paragraphs(self, lines: list[Line], bold: bool) -> None:
        parents = self.parents()
        for line in lines:
            bullet = self._months.split(line.text)
            if bold and len(lines) == 1 and may_be_heading(line.text):
                self._bullets.clear()
                self._add("heading", line.text)
            elif bullet is not None:
                depth, above = self._bullets.place(line.indent, bullet)
                self._add("item", bullet.text, self._depth() + depth, (*parents, *above))
            else:
                self._bullets.clear()
                self._add("paragraph", line.text, 0, parents)

    def _items(self, index: int, texts: list[str]) -> None:
        frame, parents = self._frames[index], self.parents(index)
        depth = max(1, self._depth(index))
        for text in texts:
            bullet = self._months.split(text)
            body = bullet.text if bullet else text
            nested = bullet is not None and bullet.marker != NOTE and not frame.bulleted
            if frame.label is None:
                frame.label, frame.bulleted = body, bullet is not None
                self._add("item", body, depth, parents)
            elif nested:
                self._add("item", body, depth + 1, (*parents, frame.label))
            else:
                self._add("item", body, depth, parents)

    def _define(self, index: int, texts: list[str]) -> None:
        frame, listing = self._frames[index], self._listing(index)
        listed = frame.introduces or (len(texts) > 1 and any(map(split_bullet, texts)))
        if listing is None or not listing.label or not listing.open_term or listed:
            self._introduced(index, texts)
        else:
            listing.open_term = False
            text = f"{listing.label.rstrip(' :：')} : {' '.join(texts)}"
            self._add("item", text, self._depth(index), self.parents(self._frames.index(listing)))

    def _introduced(self, index: int, texts: list[str]) -> None:
        """Items under the term that introduces them."""
        self._write_term(index)
        parents = self.parents(index + 1)
        for text in texts:
            bullet = self._months.split(text)
            depth = self._depth(index) + 1 if parents else max(1, self._depth(index))
            self._add("item", bullet.text if bullet else text, depth, parents)

    def _write_term(self, until: int) -> None:
        """Write the term of the definition list below ``until`` if nothing took it up yet."""
        listing = self._listing(until)
        if listing is not None and listing.open_term and listing.label:
            listing.open_term = False
            place = self._frames.index(listing)
            self._add("item", listing.label, self._depth(until), self.parents(place))

    def _listing(self, until: int) -> _Frame | None:
        """The innermost list below frame ``until``."""
        return next((f for f in reversed(self._frames[:until]) if f.kind == "list"), None)

    def _depth(self, until: int | None = None) -> int:
        """How many lists are open down to frame ``until``, or in all."""
        last = len(self._frames) if until is None else until
        return self._frames[last - 1].lists if last else 0

    def _add(
        self, kind: BlockKind, text: str, depth: int = 0, parents: tuple[str, ...] = ()
    ) -> None:
        self._months.note(text, heads=kind != "item")
        self.pieces.append(Piece(kind, text, depth, parents))
