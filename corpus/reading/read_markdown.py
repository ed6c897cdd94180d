"""Markdown: front matter apart, the rest read as the HTML it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby, takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.labels import property_of, starts_with_label
from corpus.labels.types import DATED, NUMERIC, fits
from corpus.reading.lines import opens_with_date
from corpus.reading.metadata import split_front_matter
from corpus.reading.outline import Reading
from corpus.reading.read_html import read_html
from corpus.reading.text_rows import barred_cells, headers_of, join_wrapped

# A date such as "2015. 5. 3." or "5. 12." where a line or an item starts numbers no list.
_DATE = re.compile(
    r"(?m)^([ \t>]*(?:[-*+][ \t]+)?)((?:1[89]|20|21)\d\d|\d{1,2})\.(?=[ \t]?\d{1,2}\.)"
)


# A line of a paragraph right above a table that is no longer and ends no sentence is its caption.
_LONGEST_CAPTION = 40
_ENDS_SENTENCE = re.compile(r"[.!?。！？:：,，;；、][\])）”」』\d\s]*$")
# The line under the header of a table.
_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\s*")


def read_markdown(text: str) -> Reading:
    """Read Markdown; raw HTML in it is read as HTML, with the same elements left out."""
    front, body = split_front_matter(text)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    environment: dict[str, object] = {}
    tokens = parser.parse(_DATE.sub(r"\1\2\\.", _with_tables(body)), environment)
    for token in tokens:
        _keep_label_lines(token.children or [])
    return replace(
        read_html(parser.renderer.render(tokens, parser.options, environment)), front=front
    )


def _keep_label_lines(children: list[Token]) -> None:
    """Break a line of a paragraph where the next one starts with a known label and a colon.

    Also where it starts with a date, as the first one does.
    """
    dated = opens_with_date(_line(children))
    for index, child in enumerate(children):
        rest = children[index + 1 :]
        if child.type == "softbreak" and (
            _opens_bold_label(rest)
            or starts_with_label(_line(rest))
            or (dated and opens_with_date(_line(rest)))
        ):
            child.type, child.tag = "hardbreak", "br"


def _opens_bold_label(children: list[Token]) -> bool:
    """Whether the children open with a known label in bold."""
    bold = len(children) > 1 and children[0].type == "strong_open"
    return bold and property_of(children[1].content) is not None


def _line(children: list[Token]) -> str:
    """The text up to the next break."""
    breaks = ("softbreak", "hardbreak")
    line = takewhile(lambda child: child.type not in breaks, children)
    return "".join(child.content for child in line if child.type in ("text", "code_inline"))


def _with_tables(body: str) -> str:
    """``body`` with rows of bars as HTML tables where no rule makes them tables of Markdown."""
    if "|" not in body:
        return body
    lines: list[str] = []
    for is_table, group in groupby(join_wrapped(body.splitlines()), _is_of_table):
        rows = list(group)
        if is_table and lines and _is_caption(lines[-1]):
            lines.insert(len(lines) - 1, "")
        if is_table and _is_card(rows):
            lines.extend(_html_table([row for row in rows if not _RULE.fullmatch(row)]))
        elif is_table and any(map(_RULE.fullmatch, rows)):
            # Right below or above a line of text it is a table all the same.
            lines.extend(["", *rows, ""])
        else:
            lines.extend(_html_table(rows) if is_table and len(rows) > 1 else rows)
    return "\n".join(lines)


def _is_caption(line: str) -> bool:
    """Whether ``line``, right above a table, says of what the table is ("友好城市")."""
    text = line.strip()
    return (
        0 < len(text) <= _LONGEST_CAPTION
        and not _ENDS_SENTENCE.search(text)
        and text[0] not in "#>|<"
    )


def _is_card(rows: Sequence[str]) -> bool:
    """Whether each row is a label with its value, also the first one, which a rule sets apart."""
    cells = barred_cells(rows[0])
    if len(rows) < 2 or len(cells) != 2 or not _RULE.fullmatch(rows[1]):
        return False
    name = property_of(cells[0].text)
    return name in (*NUMERIC, *DATED) and fits(name, cells[1].text)


def _is_of_table(line: str) -> bool:
    return bool(barred_cells(line)) or ("|" in line and _RULE.fullmatch(line) is not None)


def _html_table(rows: Sequence[str]) -> Iterator[str]:
    cells = [barred_cells(row) for row in rows]
    headed = bool(headers_of(cells))
    yield "\n<table>"
    for index, row in enumerate(cells):
        tag = "th" if headed and not index else "td"
        yield "<tr>" + "".join(f"<{tag}>{escape(cell.text)}</{tag}>" for cell in row) + "</tr>"
    yield "</table>\n"
