"""Markdown: front matter apart, the rest read as the HTML it stands for."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.labels import starts_with_label
from corpus.metadata import split_front_matter
from corpus.outline import Reading
from corpus.read_html import read_html


def read_markdown(text: str) -> Reading:
    """Read Markdown; raw HTML in it is read as HTML, with the same elements left out."""
    front, body = split_front_matter(text)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    environment: dict[str, object] = {}
    tokens = parser.parse(body, environment)
    for token in tokens:
        _keep_label_lines(token.children or [])
    return replace(
        read_html(parser.renderer.render(tokens, parser.options, environment)), front=front
    )


def _keep_label_lines(children: list[Token]) -> None:
    """Break a line of a paragraph where the next one starts with a known label and a colon."""
    for index, child in enumerate(children):
        if child.type == "softbreak" and starts_with_label(_line(children[index + 1 :])):
            child.type, child.tag = "hardbreak", "br"


def _line(children: list[Token]) -> str:
    """The text up to the next break."""
    breaks = ("softbreak", "hardbreak")
    line = takewhile(lambda child: child.type not in breaks, children)
    return "".join(child.content for child in line if child.type in ("text", "code_inline"))
