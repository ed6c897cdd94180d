"""A page under examination: its extraction, and where on its file each span stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.gazetteer import Gazetteer
from corpus.model import Page, Source, Span
from corpus.pages import READERS
from corpus.reading.encoding import declared_charset, decode
from corpus.reading.read_html import read_html
from service.extraction import Extraction, extract_page
from service.findings import Written
from service.origin import Origin
from service.tables import one_line

# The most that is shown of what a page writes (characters).
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Examined:
    """A page with what was extracted from it, its file and the way back into that file."""

    extraction: Extraction
    file: str
    origin: Origin

    @property
    def page(self) -> Page:
        """The page itself."""
        return self.extraction.page

    def written(self, span: Span, text: str | None = None) -> Written:
        """Where ``span`` stands, with ``text`` or what it quotes."""
        position = self.origin.position(span)
        line, column = position if position else (None, None)
        return Written(self.page.id, self.file, line, column, _short(text or self.page.quote(span)))

    def source(self, source: Source) -> Written:
        """Where a quote stands."""
        return self.written(source.span)

    def whole(self) -> Written:
        """The page as a whole."""
        return Written(self.page.id, self.file, None, None, _short(self.page.title))

    def name(self, subject: str) -> str:
        """A place or a tie by the names of its sides."""
        return " – ".join(map(self.extraction.name, self.extraction.sides(subject)))


def examine(page: Page, path: Path, gazetteer: Gazetteer) -> Examined:
    """``page``, which was read from ``path``, with what it tells."""
    data = path.read_bytes()
    is_html = READERS[path.suffix.lower()] is read_html
    text = decode(data, declared_charset(data) if is_html else None) or ""
    return Examined(extract_page(page, gazetteer), str(path), Origin(page, text, is_html))


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
