"""Markdown: front matter apart, the rest read as the HTML it stands for."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt

from corpus.metadata import split_front_matter
from corpus.outline import Reading
from corpus.read_html import read_html


def read_markdown(text: str) -> Reading:
    """Read Markdown; raw HTML in it is read as HTML, with the same elements left out."""
    front, body = split_front_matter(text)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return replace(read_html(parser.render(body)), front=front)
