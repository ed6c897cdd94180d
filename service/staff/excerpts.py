"""A quote in its place: the words of the page around it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from corpus.model import Page, Source

# Characters of the page that are shown on either side, at most; lines are not cut.
AROUND = 200
# Words of a quote that a browser looks for, when the page is opened at them.
_FRAGMENT = 80


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``text[start:end]`` is the quote; ``address`` opens the page at it, where it has one."""

    text: str
    start: int
    end: int
    language: str
    page: Page
    address: str | None


def excerpt_of(page: Page, source: Source) -> Excerpt:
    """The quote of ``source`` with whole lines around it."""
    start, end = source.span
    first = page.text.find("\n", max(0, start - AROUND), start) + 1 if start > AROUND else 0
    line_end = page.text.rfind("\n", end, end + AROUND)
    last = len(page.text) if end + AROUND >= len(page.text) else max(line_end, end)
    first = first or max(0, start - AROUND)
    return Excerpt(
        text=page.text[first:last],
        start=start - first,
        end=end - first,
        language=source.language,
        page=page,
        address=page.url and _address(page.url, source.quote),
    )


def _address(url: str, words: str) -> str:
    """The address with a text fragment, at which browsers scroll to the quote."""
    if "#" in url:
        return url
    text = " ".join(words.split())
    if len(text) <= _FRAGMENT:
        return f"{url}#:~:text={quote(text, safe='').replace('-', '%2D')}"
    return url
