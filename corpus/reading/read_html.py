"""HTML: the content of a document as pieces, and what its head says about it."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.model import LANGUAGES
from corpus.reading.html_chrome import Chrome, content_root, is_unseen
from corpus.reading.html_style import hidden_names
from corpus.reading.html_walk import Walker
from corpus.reading.lines import collapse
from corpus.reading.outline import Piece, Reading, Stated, Unreadable
from corpus.reading.page_labels import page_labels, read_date
from corpus.reading.publisher import find_publisher
from corpus.wordlists import load_toml

DEEPEST = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
# Between the parts of a title: signs with space around them, or bars and underscores.
_TITLE_PARTS = re.compile(r"\s+[-–—:：<>«»·•/]+\s+|\s*(?:[|｜<>＞»]|::|_|--|——)\s*")


def read_html(text: str) -> Reading:
    """Read an HTML document or fragment; ``Unreadable`` if its elements nest absurdly deep."""
    if _depth(text) > DEEPEST:
        raise Unreadable(f"HTML elements nested more than {DEEPEST:,} deep")
    tree = LexborHTMLParser(text)
    root = content_root(tree)
    if root is None:
        return Reading(())
    chrome = Chrome(root)
    hidden = hidden_names(tree)

    def skip(node: LexborNode) -> bool:
        return chrome.leaves_out(node) or _is_styled_away(node, hidden)

    pieces = tuple(Walker(skip).walk(root))
    pieces += tuple(_about_page(tree, root, hidden))
    return Reading(pieces, _stated(tree, pieces), notes=tuple(_notes(tree, root, hidden)))


def _is_styled_away(node: LexborNode, hidden: frozenset[str]) -> bool:
    if not hidden:
        return False
    attributes = node.attributes
    names = {f".{name}" for name in (attributes.get("class") or "").split()}
    return bool(hidden & (names | {f"#{attributes.get('id')}"}))


def _about_page(tree: LexborHTMLParser, root: LexborNode, hidden: frozenset[str]) -> list[Piece]:
    """The page information that stands beside the content, not in the site's header or footer."""
    if root.tag == "body" or tree.body is None:
        return []
    chrome = Chrome(tree.body)

    def skip(node: LexborNode) -> bool:
        outside = node.mem_id == root.mem_id or chrome.leaves_out(node)
        return outside or _is_styled_away(node, hidden)

    found = [(piece, page_labels(piece.text)) for piece in Walker(skip).walk(tree.body)]
    lines = [piece for piece, labels in found if labels]
    return lines if any(label.alone for _, labels in found for label in labels) else []


def _notes(tree: LexborHTMLParser, root: LexborNode, hidden: frozenset[str]) -> list[str]:
    """Lines outside the content that start with a label of page information."""

    def skip(node: LexborNode) -> bool:
        return (
            is_unseen(node)
            or _is_styled_away(node, hidden)
            or (outside and node.mem_id == root.mem_id)
        )

    outside = root.tag != "body"
    places = [tree.body] if outside else tree.css("header, footer, aside")
    pieces = [piece for place in places if place is not None for piece in Walker(skip).walk(place)]
    return [piece.text for piece in pieces if page_labels(piece.text)]


def _stated(tree: LexborHTMLParser, pieces: tuple[Piece, ...]) -> Stated:
    meta = _meta(tree)
    headings = [piece.text for piece in pieces if piece.kind == "heading"]
    publisher = _first(meta, "publisher") or find_publisher(tree, _whole_title(tree), headings)
    canonical = tree.css_first("link[rel=canonical]")
    urls = [canonical.attributes.get("href") if canonical else None, _first(meta, "url")]
    dates = (read_date(meta[name]) for name in _names("updated") if name in meta)
    return Stated(
        title=_title(tree, pieces, publisher) or _first(meta, "title"),
        url=next((url.strip() for url in urls if url and _is_absolute(url)), None),
        publisher=publisher,
        languages=tuple(item for item in LANGUAGES if item == _language(tree)),
        updated=next((date for date in dates if date), None),
    )


def _title(tree: LexborHTMLParser, pieces: tuple[Piece, ...], publisher: str | None) -> str | None:
    """The first h1 of the content, or the part of the title that is the page's own."""
    headings = [piece for piece in pieces if piece.kind == "heading" and piece.depth]
    for heading in headings:
        if heading.depth == 1:
            return heading.text
    whole = _whole_title(tree)
    parts = [part for part in _TITLE_PARTS.split(whole) if part and part != publisher]
    names = {heading.text for heading in headings}
    own = next((part for part in (whole, *parts) if part in names), None)
    return own or (parts[0] if parts else None) or whole or None


def _whole_title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("head > title")
    return collapse(node.text()) if node is not None else ""


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    """The first content of each ``<meta>`` by its name or property."""
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = (attributes.get("property") or attributes.get("name") or "").strip().lower()
        content = collapse(attributes.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], kind: str) -> str | None:
    return next((meta[name] for name in _names(kind) if name in meta), None)


def _names(kind: str) -> list[str]:
    names: list[str] = load_toml("page_labels.toml")["meta"][kind]
    return names


def _language(tree: LexborHTMLParser) -> str:
    node = tree.css_first("html")
    language = node.attributes.get("lang") if node is not None else None
    return (language or "").split("-")[0].strip().lower()


def _is_absolute(url: str) -> bool:
    return url.strip().startswith(("http://", "https://"))


def _depth(text: str) -> int:
    """About how deep the elements of ``text`` nest."""
    endless = frozenset(load_toml("page_labels.toml")["html"]["endless_tags"])
    depth = deepest = 0
    for match in _TAG.finditer(text):
        if match[2].lower() in endless or match[3]:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
