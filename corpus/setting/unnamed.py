"""A page that nowhere says whose it is, and the place that stands for its publisher."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Set
from functools import lru_cache
from urllib.parse import urlsplit

from corpus.dates import find_dates
from corpus.labels import labelled_values, list_of
from corpus.labels.partner_dates import names_tie
from corpus.model import UNNAMED, Page, Place, Span
from corpus.page_reading import PageReading
from corpus.reading.lines import crumbs
from corpus.setting.line_heads import names_relation
from corpus.setting.own_side import speaks_of_own_side
from corpus.setting.parties import Parties
from corpus.setting.web_home import is_government
from corpus.text import fold_text, traditionalise
from corpus.ties.stages import stages_of_heading
from corpus.wordlists import load_toml

# A line that announces a list of partners is no longer than this.
_LONGEST_HEADING = 80
# A title of more letters is cut in the publisher's name.
_LONGEST_TITLE = 48
# Of the dated lines with places not more than one in so many tells of two places by their names.
_OTHERS = 4
_DIGEST = 12
# So many paragraphs open a page, and so far in the first of them its subject stands.
_OPENING, _NEAR = 2, 4


def unnamed_publisher(page: Page) -> Place:
    """The place that stands for whoever publishes ``page``.

    Pages on one site of a government have one publisher, any other page has its own.
    """
    host = _host(page)
    of_site = is_government(host)
    key = host if of_site else page.id
    name = host if of_site else _cut(page.title or page.id)
    patterns = load_toml("publishers.toml")["names"]["host" if of_site else "page"]
    names: dict[str, tuple[str, ...]] = {
        language: (text.replace("{page}", name),) for language, text in patterns.items()
    }
    names["zh-Hant"] = tuple(map(traditionalise, names["zh"]))
    digest = hashlib.sha256(key.encode()).hexdigest()[:_DIGEST]
    return Place(f"{UNNAMED}{digest}", "city", names)


def tells_of_own_partners(page: PageReading, parties: Parties) -> bool:
    """Whether ``page`` tells of the partners of its publisher, whom ``parties`` has as its home.

    It lists partners, dates their agreements, or speaks of "our city"; a work of reference, or a
    page on the ties between places that it names, tells of those of others.
    """
    if not parties.setting.all_partners() or _is_reference(page):
        return False
    if _tells_of_others(page, parties):
        return False
    return (
        any(_announces(text) for text in _lines(page))
        or any(speaks_of_own_side(page.quote(block.span)) for block in page.blocks)
        or _dates_partners(page, parties)
    )


def is_article(page: PageReading, parties: Parties, told: Set[str]) -> bool:
    """Whether ``page`` opens as an article on a place that is none of those it has ties with.

    The ties are that place's own, although it may not be the publisher.
    """
    behind = re.compile(load_toml("publishers.toml")["articles"]["behind"])
    texts = [i for i, block in enumerate(page.blocks) if block.kind == "paragraph"][:_OPENING]
    for index in texts:
        text = page.quote(page.blocks[index].span)
        for mention in parties.setting.mentions[index][:1]:
            opens = mention.span.start <= _NEAR and mention.place not in told
            if opens and behind.match(fold_text(text[mention.span.end :])):
                return not any(parties.gazetteer.related(mention.place, place) for place in told)
    return False


def _lines(page: Page) -> Iterator[str]:
    """The title, the headings and the short lines of a page, and the steps of trails."""
    yield page.title
    for block in page.blocks:
        text = page.quote(block.span)
        if block.kind != "row" and len(text) <= _LONGEST_HEADING:
            yield from crumbs(text, near_top=True) or (text,)


@lru_cache(maxsize=4096)
def _announces(text: str) -> bool:
    """Whether a line announces partners, or exchanges with them, and names no date itself."""
    if find_dates(text):
        return False
    return bool(
        (names_relation(text) and names_tie(text))
        or stages_of_heading(text)
        or list_of(text.rstrip(" :：")) == "exchanges"
    )


def _dates_partners(page: PageReading, parties: Parties) -> bool:
    """Whether a label tells when an agreement with a partner was signed."""
    setting = parties.setting
    return any(
        item.property == "signed" and set(setting.owners(index, item.value)) - {setting.home}
        for index, block in enumerate(page.blocks)
        for item in labelled_values(page, block)
    )


def _tells_of_others(page: PageReading, parties: Parties) -> bool:
    """Whether the dated lines of a page tell of two places that they name, and not of its own."""
    told = others = 0
    for index, block in enumerate(page.blocks):
        text = page.quote(block.span)
        named = {m.place for m in parties.named(index, Span(0, len(text)))}
        inner = {p for p in named if not any(p in parties.gazetteer.ancestors(o) for o in named)}
        if not inner or not find_dates(text):
            continue
        told += 1
        others += len(inner) == 2 and not speaks_of_own_side(text)
    return others * _OTHERS > told


def _is_reference(page: Page) -> bool:
    """Whether a page is one of a work of reference, by its address, its title or its last lines."""
    words = load_toml("publishers.toml")["others"]
    if re.search("|".join(words["hosts"]), _host(page)):
        return True
    texts = (page.title, *(page.quote(block.span) for block in page.blocks))
    lines = re.compile("|".join(words["lines"]))
    return any(lines.search(fold_text(text)) for text in texts if len(text) <= _LONGEST_HEADING)


def _host(page: Page) -> str:
    try:
        return urlsplit(page.url or "").hostname or ""
    except ValueError:
        return ""


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
