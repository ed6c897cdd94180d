"""What of an HTML document is no part of the page: hidden, a control, or around the content."""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.wordlists import load_toml

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ROLES = frozenset(("navigation", "menu", "menubar", "menuitem", "search", "tooltip"))
# Roles of the site's own parts, by the element that is short for them.
_PARTS_OF_SITE = {"banner": "header", "contentinfo": "footer", "complementary": "aside"}
_CONTENT = frozenset(("html", "body", "main", "article"))
_UNSEEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE
)
_PARTS = re.compile(r"[-_]+")
# An element with a class of the surroundings that holds most of the text is no surroundings.
_MOST = 0.5
# The part of the document's letters, menus and all, that an <article> must have to be its content.
_LARGE = 0.25


def is_unseen(node: LexborNode) -> bool:
    """Whether a reader of the page does not see the element ``node``, or sees only a control."""
    tag = node.tag or ""
    if _shows_nothing(tag) or (
        tag == "button" and not _within(node, _HEADINGS | {"dt", "summary"})
    ):
        return True
    attributes = node.attributes
    if not attributes:
        return tag == "dialog"
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    if _UNSEEN_STYLE.search(attributes.get("style") or "") or _names(node) & _words("unseen_names"):
        return True
    return tag == "dialog" and "open" not in attributes


class Chrome:
    """Tells the surroundings of a page (menus, breadcrumbs, site header and footer) from it."""

    def __init__(self, root: LexborNode) -> None:
        """``root`` is the element that holds the content."""
        self._bare = root.tag == "body"
        self._letters: int | None = None
        self._root = root

    def leaves_out(self, node: LexborNode) -> bool:
        """Whether ``node`` is unseen or belongs to the surroundings."""
        return is_unseen(node) or self._surrounds(node)

    def _surrounds(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag in _CONTENT:
            return False
        attributes = node.attributes
        role = (attributes.get("role") or "").lower()
        if tag == "nav" or role in _ROLES:
            return True
        tag = _PARTS_OF_SITE.get(role, tag)
        if tag in ("header", "footer", "aside"):
            return self._is_site_part(node, tag)
        named = bool(attributes) and tag not in _HEADINGS and _is_named_chrome(node)
        return named and not self._holds_most(node)

    def _is_site_part(self, node: LexborNode, tag: str) -> bool:
        """Headers and footers of the site; asides that lie beside the content or only link."""
        if tag == "aside":
            return self._bare or _is_all_links(node)
        return self._bare and not _within(node, {"main", "article", "section"})

    def _holds_most(self, node: LexborNode) -> bool:
        if node.css_first("main, article, [role=main]") is not None:
            return True
        if self._letters is None:
            self._letters = _letters(self._root)
        return _letters(node) > _MOST * self._letters


def content_root(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the page's content: main, an only article, or a known id."""
    for selector in ("main", "[role=main]"):
        for node in tree.css(selector):
            if _is_content(node):
                return node
    articles = [node for node in tree.css("article") if _is_content(node)]
    if len(articles) == 1 and _is_large(articles[0], tree.body):
        return articles[0]
    for name in load_toml("page_labels.toml")["html"]["content_ids"]:
        known = tree.css_first(f'[id="{name}"]')
        if known is not None and _is_content(known):
            return known
    return tree.body


def has_name(node: LexborNode, words: str) -> bool:
    """Whether a class of ``node`` is in the list ``words`` of the data file."""
    return bool(_names(node) & _words(words))


def _is_content(node: LexborNode) -> bool:
    around: LexborNode | None = node
    while around is not None and around.tag not in ("body", "html"):
        if is_unseen(around):
            return False
        around = around.parent
    return bool(node.text().strip())


def _is_large(node: LexborNode, body: LexborNode | None) -> bool:
    return body is not None and _letters(node) >= _LARGE * _letters(body)


def _is_all_links(node: LexborNode) -> bool:
    linked = sum(_letters(link) for link in node.css("a"))
    return linked >= _MOST * _letters(node)


def _is_named_chrome(node: LexborNode) -> bool:
    names = _names(node) | {(node.attributes.get("id") or "").lower()}
    parts = {part for name in names for part in _PARTS.split(name)}
    if parts & _words("survey_parts") and _names_department(node):
        return False
    return bool(names & _words("chrome_names") or parts & _words("chrome_parts"))


def _names_department(node: LexborNode) -> bool:
    """Whether a survey goes with what the page says of itself: the department to ask."""
    text = "".join(node.text().split()).lower()
    labels = load_toml("page_labels.toml")["labels"]["department"]
    return any("".join(label.split()).lower() in text for label in labels)


def _names(node: LexborNode) -> set[str]:
    return set((node.attributes.get("class") or "").lower().split())


def _letters(node: LexborNode) -> int:
    return len("".join(node.text().split()))


def _within(node: LexborNode, tags: set[str] | frozenset[str]) -> bool:
    around = node.parent
    while around is not None:
        if around.tag in tags:
            return True
        around = around.parent
    return False


def _shows_nothing(tag: str) -> bool:
    lists = ("unseen_tags", "control_tags", "struck_tags")
    return any(tag in _words(name) for name in lists)


@lru_cache(maxsize=16)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in load_toml("page_labels.toml")["html"][name])
