"""A walk through HTML elements that yields the pieces of a page in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

from corpus.labels.meanings import is_known
from corpus.labels.words import is_document, property_of
from corpus.reading.html_blocks import Blocks, FrameKind, Line
from corpus.reading.html_chrome import has_name
from corpus.reading.html_table import is_data_table, table_pieces
from corpus.reading.lines import collapse, indent_of, split_bullet, unwrap
from corpus.reading.outline import Piece
from corpus.wordlists import load_toml

Skip = Callable[[LexborNode], bool]

_BREAK = "\0"
# Behind a label in an element of its own; it means nothing at the end of a line or before a sign.
_LABELLED = "\x01"
_NO_VALUE = re.compile(r"\x01(?=[\s\x01]*(?:\x00|$|[:：▶►▷→➔=|]|[-–—]\s))")
_LABEL_END = re.compile(r"[^\S\x00]*\x01+[^\S\x00]*")
_INLINE = frozenset(("b", "strong", "em", "span", "i", "u", "font", "mark"))
_SOURCE_SPACE = " \t\r\n\f"
_KINDS: dict[str, FrameKind] = {
    **dict.fromkeys(("ul", "ol", "menu", "dir", "dl"), "list"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(load_toml("page_labels.toml")["html"]["block_tags"], "plain"),
    "li": "item",
    "dt": "term",
    "dd": "definition",
}
_BOLD = frozenset(("b", "strong", "summary"))
_LONGEST_TITLE = 40
_DOMAIN = re.compile(r"\w\.\w")


class Walker:
    """Reads elements one after the other; ``skip`` tells which are not read.

    ``label`` is what stands before them: the text of the cell before a cell.
    """

    def __init__(self, skip: Skip, label: str = "") -> None:
        self._skip = skip
        self._label = label
        self._blocks = Blocks()
        self._kinds: list[FrameKind | None] = []
        self._buffer: list[str] = []
        self._links: list[int] = []
        self._inline: list[int] = []
        self._bold = self._verbatim = 0
        self._only_bold = True
        # Whether nothing stands outside inline elements; and the last thing that was closed.
        self._only_inline = True
        self._closed, self._title_end = -1, 0

    def walk(self, root: LexborNode) -> list[Piece]:
        """The pieces of ``root``; without recursion, since pages nest as deep as they like."""
        todo: list[tuple[LexborNode, bool]] = [(root, False)]
        while todo:
            node, leaving = todo.pop()
            tag = node.tag or "-"
            if leaving:
                self._leave(node, tag)
            elif tag == "-text":
                self._text(node.text_content or "")
            elif tag == "br":
                self._buffer.append(_BREAK)
            elif tag[0].isalpha() and (node.mem_id == root.mem_id or not self._skip(node)):
                todo.extend(self._enter(node, tag))
        self._flush()
        return self._blocks.pieces

    def _text(self, text: str) -> None:
        text = text.replace(_BREAK, " ").replace(_LABELLED, " ")
        text = text.replace("\n", _BREAK) if self._verbatim else unwrap(text)
        self._buffer.append(text)
        if not self._bold and not text.isspace():
            self._only_bold = False
            self._only_inline = self._only_inline and bool(self._inline)

    def _enter(self, node: LexborNode, tag: str) -> list[tuple[LexborNode, bool]]:
        """Open ``node``; what is to be done next, last thing first."""
        if tag == "table" and is_data_table(node):
            self._table(node)
            return []
        kind = _kind(node, tag)
        if kind is not None:
            self._flush()
            self._blocks.open(kind, _level(node, tag), kind == "definition" and _is_list(node))
        self._kinds.append(kind)
        self._bold += tag in _BOLD
        self._verbatim += tag == "pre"
        if tag == "a":
            self._links.append(len(self._buffer))
        if tag in _INLINE:
            self._part()
            self._inline.append(len(self._buffer))
        return [(node, True), *reversed([(child, False) for child in node.iter(True)])]

    def _leave(self, node: LexborNode, tag: str) -> None:
        if tag == "a":
            self._close_link(node, self._links.pop())
        if tag in _INLINE:
            self._mark_label(self._inline.pop())
            self._closed = len(self._buffer)
        if self._kinds.pop() is not None:
            self._flush()
            self._blocks.close()
        self._bold -= tag in _BOLD
        self._verbatim -= tag == "pre"

    def _part(self) -> None:
        """Part two words in elements of their own that nothing stands between.

        Small print right behind a name in bold is apart from it: the name is the title of a card.
        """
        if not self._buffer or self._closed != len(self._buffer) or len(self._buffer[-1]) < 2:
            return
        self._title_end = len(self._buffer) if self._only_bold and not self._bold else 0
        self._buffer.append(" ")

    def _mark_label(self, start: int) -> None:
        """Part a label in an element of its own from the value behind it (<b>시장</b> 홍길동)."""
        text = collapse("".join(self._buffer[start:]))
        before = "".join(self._buffer[:start]).rsplit(_BREAK, 1)[-1].strip()
        if not text or text.endswith((":", "：")):
            return
        if not before and _is_label(text):
            self._buffer.append(_LABELLED)
        elif property_of(text) and _LABELLED in before and self._buffer[start - 1][-1:].isspace():
            # A second label in the line of another begins a line of its own.
            self._buffer[start] = _BREAK + self._buffer[start]
            self._buffer.append(_LABELLED)

    def _close_link(self, node: LexborNode, start: int) -> None:
        """Add the address that a link stands for, where it is a value (``홈페이지 : 바로가기``)."""
        address = (node.attributes.get("href") or "").strip()
        if not address.startswith(("http://", "https://")):
            return
        text = collapse("".join(self._buffer[start:]))
        before = collapse("".join(self._buffer[:start]).rsplit(_BREAK, 1)[-1])
        label = before if before.endswith((":", "：")) else ""
        label = label or ("" if before else self._blocks.term or self._label)
        if label and text and not _DOMAIN.search(text) and _is_about_link(f"{label} {text}"):
            self._buffer.append(f" ({collapse(address)})")

    def _table(self, node: LexborNode) -> None:
        self._flush()

        def read(cell: LexborNode) -> list[Piece]:
            text = cell.child
            if text is not None and text.next is None and text.tag == "-text":
                return _plain_cell(text.text_content or "")
            return Walker(self._skip, _text_before(cell)).walk(cell)

        self._blocks.add(list(table_pieces(node, self._skip, read, self._blocks.parents())))

    def _flush(self) -> None:
        if not self._buffer:
            return
        raw = _LABEL_END.sub(" : ", _NO_VALUE.sub("", "".join(self._buffer))).split(_BREAK)
        lines = [Line(indent_of(line.lstrip(_SOURCE_SPACE)), collapse(line)) for line in raw]
        lines = [line for line in lines if line.text]
        title = self._title(lines)
        if title:
            rest = lines[0].text[len(title) :].strip()
            self._blocks.write([lines[0]._replace(text=title)], True)
            self._blocks.write([lines[0]._replace(text=rest)], False)
        elif lines:
            self._blocks.write(lines, self._only_bold)
        self._buffer.clear()
        self._links = [0] * len(self._links)
        self._inline = [0] * len(self._inline)
        self._only_bold = self._only_inline = True
        self._closed, self._title_end = -1, 0

    def _title(self, lines: list[Line]) -> str:
        """The name in bold that a line starts with, if small print is all that stands behind it."""
        text = collapse("".join(self._buffer[: self._title_end]))
        whole = lines[0].text if len(lines) == 1 and self._only_inline else ""
        short = len(whole) <= _LONGEST_TITLE and not any(map(str.isdigit, whole))
        plain = short and " : " not in whole and whole != text
        return text if text and plain and whole.startswith(text) else ""


def _is_label(text: str) -> bool:
    return is_known(text) or is_document(text)


def _kind(node: LexborNode, tag: str) -> FrameKind | None:
    kind = _KINDS.get(tag)
    if kind in (None, "plain") and (node.attributes.get("role") or "").lower() == "heading":
        return "heading"
    return "caption" if kind == "plain" and has_name(node, "caption_names") else kind


def _level(node: LexborNode, tag: str) -> int:
    if tag[0] == "h" and tag[1:].isdigit():
        return int(tag[1:])
    level = node.attributes.get("aria-level") or ""
    return min(int(level), 6) if level.isascii() and level.isdigit() and int(level) else 2


def _is_list(definition: LexborNode) -> bool:
    """Whether a dd is one of several of its dt, or holds a list."""
    before, after = definition.prev, definition.next
    while before is not None and not (before.tag or "-")[0].isalpha():
        before = before.prev
    while after is not None and not (after.tag or "-")[0].isalpha():
        after = after.next
    several = any(node is not None and node.tag == "dd" for node in (before, after))
    return several or definition.css_first("ul, ol, dl, table") is not None


def _plain_cell(text: str) -> list[Piece]:
    """What a walk through a cell with nothing but text would yield."""
    line = collapse(unwrap(text.replace(_BREAK, " ")))
    bullet = split_bullet(line)
    return [Piece("paragraph", bullet.text if bullet else line)] if line else []


def _text_before(cell: LexborNode) -> str:
    before = cell.prev
    while before is not None and before.tag not in ("td", "th"):
        before = before.prev
    return collapse(before.text()) if before is not None else ""


def _is_about_link(text: str) -> bool:
    folded = text.casefold()
    return any(word in folded for word in load_toml("page_labels.toml")["html"]["link_words"])
