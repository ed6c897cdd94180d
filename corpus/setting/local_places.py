"""Places that only a page itself names: partners of its headings, tables and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from corpus.dates.parts import written_parts
from corpus.gazetteer import Gazetteer
from corpus.labels import (
    described_values,
    is_label,
    structure_of,
)
from corpus.labels.partner_dates import names_tie
from corpus.labels.rows import column_of, is_header_row
from corpus.language import HAN, block_language
from corpus.model import Block, Page, Place, local_id
from corpus.page_reading import PageReading
from corpus.setting.countries import headed_by_country
from corpus.setting.english_places import english_places
from corpus.setting.joined_names import described_names, joined_names
from corpus.setting.line_heads import LONGEST, head_behind, head_of
from corpus.setting.linked_places import linked_places
from corpus.setting.local_names import LocalName, names_country, read_name
from corpus.setting.name_shapes import (
    EN_NAME,
    ENDINGS,
    beside_country,
    has_ending,
    without_office,
)
from corpus.setting.naming import OUTER, most_specific
from corpus.setting.running_names import beside
from corpus.setting.telling import is_told, telling_headings
from corpus.setting.told_places import joined_places, told_places
from corpus.setting.transliteration import Day, with_latin
from corpus.setting.unknown_names import opens_with_unknown, unknown_names
from corpus.text import fold_text, traditionalise

__all__ = ["find_local_places", "opens_with_unknown", "unknown_names"]

# The name of a partner with what it lies in has at most this many words.
_MOST_WORDS = 8
# A line that only what stands below shows to be a name is short and has no comma of its language.
_LONGEST_ALONE, _LONGEST_LINE = 30, 120
_COMMA = re.compile("[，、]")
# In so many lines with a word of a name its dates are looked for.
_FEW_LINES = 8
# Among so many first lines stands the title in two languages.
_TITLES = 6
_WORD = re.compile(r"\w+")
# How many there are, and none of their names ("3개국 5개 도시").
_COUNTED = re.compile(r"\D{0,2}\d{1,3} ?(?:여?개|个|個|곳|[Cc]ities|[Cc]ountries|[Tt]owns)")
_REGION_BEHIND = re.compile(r"\s*[/／(（]")
# A name in full at the start of a title, with what the page is about behind it.
_TITLE = re.compile(
    rf"{EN_NAME}(?=['’]s |\s*[:|–—-]\s)"
    rf"|[{HAN}]{{2,4}}[市县縣](?=对外|對外|国际|國際|友好|外事|姐妹|姊妹|友城)"
)
# What some European names add, and leave out where they are spoken of again.
_BY_WATER = re.compile(
    r" (?:Town|Township|Village|Borough|Municipality)$"
    r"| (?:am|an der|bei|im|in der|ob der|on|upon|sur|sul|van) .+$"
)


def find_local_places(page: Page, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The partners that ``page`` names in the place of one and ``gazetteer`` does not know."""
    page = PageReading.of(page)
    twins = dict(_twins(page))
    found: dict[str, LocalName] = {}
    for text, sure in dict.fromkeys(_positions(page, gazetteer)):
        name = read_name(text, gazetteer, sure)
        above = twins.get(text)
        if name is None or (above and above not in found and _is_known(above, gazetteer)):
            continue
        if above in found and _is_twin(found[above], name):
            name = replace(name, names={**name.names, **found[above].names})
        found[text] = name
    dates = partial(_dates, page)
    return tuple(_places(with_latin(found.values(), gazetteer, dates)))


def _dates(page: PageReading, name: LocalName) -> set[Day]:
    """The dates of the first lines that name a place, without those of no year."""
    first = _WORD.search(name.written)
    lines = page.once(_lines_by_word).get(first.group(), ()) if first else ()
    return {
        (part.year, part.month, part.day)
        for line in lines
        if name.written in line
        for part in written_parts(line)
        if part.year is not None
    }


def _lines_by_word(page: PageReading) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for block in page.blocks:
        text = page.quote(block.span)
        for word in dict.fromkeys(_WORD.findall(text)):
            lines = found.setdefault(word, [])
            if len(lines) < _FEW_LINES:
                lines.append(text)
    return found


def _twins(page: Page) -> Iterator[tuple[str, str]]:
    """Headings with the line right above them that says the same in another language."""
    for index, (above, block) in enumerate(pairwise(page.blocks)):
        line = block.kind in ("paragraph", "caption") and _is_short(page.quote(block.span))
        heads = block.kind in ("heading", "caption") or (index < _TITLES and line)
        if heads and above.kind in ("heading", "caption", "paragraph"):
            one, other = page.quote(above.span), page.quote(block.span)
            # A line that tells more than a name says another thing, and not the same.
            if block_language(one) != block_language(other) and _is_short(one):
                yield other, one
                yield _opened(other), _opened(one)


def _opened(text: str) -> str:
    head = head_of(text)
    return head.text if head else text


def _is_twin(one: LocalName, other: LocalName) -> bool:
    return one.parent == other.parent is not None and not one.names.keys() & other.names.keys()


def _is_known(heading: str, gazetteer: Gazetteer) -> bool:
    return most_specific(gazetteer, gazetteer.find(heading)) is not None


def _positions(page: PageReading, gazetteer: Gazetteer) -> Iterator[tuple[str, bool]]:
    """Texts in which a partner is named, each with whether nothing else can stand there."""
    telling = telling_headings(page)
    headed = page.once(headed_by_country, gazetteer)
    if page.publisher:
        name = without_office(page.publisher)
        if not _ends_as_titled(name, page, gazetteer):
            yield name, name.endswith(ENDINGS)
    yield from ((name, True) for name in _titled(page, gazetteer))
    yield from ((name, True) for name in english_places(page, gazetteer))
    for index, block in enumerate(page.blocks):
        if block.about_page:
            continue
        if block.kind == "row":
            yield from _cells(page, block, gazetteer)
            continue
        above = headed.get(index)
        country = above.name if above and not above.is_line else ""
        text = page.quote(block.span)
        if block.kind == "heading" and (not block.inferred or _is_short(text)):
            yield text, text in telling
            yield from ((name, False) for name in told_places(text, gazetteer))
            yield from ((name, True) for name in joined_places(text, gazetteer))
        if block.inferred or block.kind != "heading":
            yield from _labelled(page, block, gazetteer)
            sure = text in telling or (is_told(page, index) and not _is_region(page, index))
            yield from ((name, sure) for name in _heads(text, country, sure, gazetteer))
            yield from ((name, False) for name in told_places(text, gazetteer))
            yield from ((name, True) for name in joined_places(text, gazetteer))
            yield from ((name, True) for name in joined_names(text, gazetteer, page.text))
            if page.once(_announces_partners):
                yield from ((name, True) for name in described_names(text, gazetteer))
            for name, outer in linked_places(text, gazetteer):
                yield beside(name, outer), True


def _announces_partners(page: Page) -> bool:
    """Whether a line of a page, or its title, speaks of partners."""
    lines = (page.quote(block.span) for block in page.blocks)
    return names_tie(page.title) or any(names_tie(x) for x in lines if len(x) <= _LONGEST_LINE)


def _titled(page: Page, gazetteer: Gazetteer) -> Iterator[str]:
    """The name that the title opens with, in full and unknown: whose page it is."""
    match = _TITLE.match(page.title)
    if match and not gazetteer.find(page.title[: match.end()]):
        yield match.group().strip()


def _is_short(text: str) -> bool:
    """Whether a line is no longer than a name with what it lies in, and says no number."""
    return len(text) <= _LONGEST_ALONE and not any(c.isdigit() for c in text)


def _ends_as_titled(name: str, page: Page, gazetteer: Gazetteer) -> bool:
    """Whether ``name`` is words before the name of a place in the title ("열린남구")."""
    first = page.quote(page.blocks[0].span) if page.blocks else ""
    return any(
        name.endswith(text[mention.span.start : mention.span.end])
        for text in (page.title, first)
        for mention in gazetteer.find(text)
    )


def _is_region(page: Page, index: int) -> bool:
    """Whether a line names the region that the city of the line above it lies in."""
    above = page.quote(page.blocks[index - 1].span) if index else ""
    text = page.quote(page.blocks[index].span)
    return text.endswith(OUTER) and len(above) <= LONGEST and has_ending(above)


def _heads(text: str, country: str, sure: bool, gazetteer: Gazetteer) -> Iterator[str]:
    """What ``text`` starts with if that may be the name of a partner, with the country above it."""
    head = head_of(text)
    if head is None or len(head.text) > LONGEST or is_label(head.text):
        return
    name = head.text
    behind = head_behind(text, head)
    if behind is not None and names_country(name, gazetteer):
        country, name = name, behind.text[len(name) :].strip(" :：|/>·-–—")
        if name[:1].isupper() or not name.isascii():
            yield beside(name, country)
        return
    alone = sure and not head.tail and len(name) <= _LONGEST_ALONE and not _COMMA.search(name)
    chained = beside_country(name) and not name.endswith(OUTER)
    if not (has_ending(name) or chained or alone):
        return
    if len(name.split()) <= _MOST_WORDS:
        yield beside(name, country) if country and country not in name else name


def _cells(page: PageReading, block: Block, gazetteer: Gazetteer) -> Iterator[tuple[str, bool]]:
    yield from _labelled(page, block, gazetteer)
    if len(set(block.cells)) == 1 and _is_short(page.quote(block.span)):
        yield page.quote(block.span), False
    for index, cell in enumerate(block.cells):
        if column_of(page, block, index) == "place" != structure_of(block.headers[index]):
            yield beside(page.quote(cell), _country_of_row(page, block, gazetteer)), True
    # The label of a row may stand behind that of a group of rows.
    labelled = any(is_label(page.quote(cell)) for cell in block.cells[:2])
    if block.headers and labelled and not is_header_row(page, block):
        corner = block.headers[0]
        yield from ((h, True) for h in block.headers[1:] if h != corner and not is_label(h))


def _labelled(page: PageReading, block: Block, gazetteer: Gazetteer) -> Iterator[tuple[str, bool]]:
    country = _country_of_row(page, block, gazetteer)
    for item in described_values(page, block):
        if item.property == "place" and not _COUNTED.match(page.quote(item.value)):
            text = page.quote(item.value)
            yield text if country in text or not text else beside(text, country), True


def _country_of_row(page: PageReading, block: Block, gazetteer: Gazetteer) -> str:
    """The country that a column of its own names; not a name that may be misspelt.

    A region of it may stand behind it ("일본 / 오이타현").
    """
    described = described_values(page, block)
    cell = next((page.quote(i.value) for i in described if i.property == "country"), "")
    first = _REGION_BEHIND.split(cell)[0]
    country = first if first != cell and names_country(first, gazetteer) else cell
    return country if gazetteer.find(country) else ""


def _places(found: Iterable[LocalName]) -> Iterator[Place]:
    """One place for all names that share one of a language."""
    merged: list[dict[str, list[str]]] = []
    first: list[LocalName] = []
    places: dict[str, int] = {}
    for name in found:
        keys = {_key(text) for text in name.names.values()}
        index = min((places[key] for key in keys if key in places), default=None)
        if index is None:
            index = len(merged)
            merged.append({})
            first.append(name)
        places |= {key: min(index, places.get(key, index)) for key in keys}
        for language, text in name.names.items():
            texts = merged[index].setdefault(language, [])
            if text not in texts:
                texts.append(text)
        if first[index].parent is None and name.parent is not None:
            first[index] = replace(first[index], parent=name.parent)
    for name, texts_of in zip(first, merged, strict=True):
        names = {language: tuple(_with_short(texts)) for language, texts in texts_of.items()}
        if "zh" in names:
            names["zh-Hant"] = tuple(map(traditionalise, names["zh"]))
        yield Place(local_id(name.written), name.kind, names, name.parent)


def _with_short(names: list[str]) -> Iterator[str]:
    """``names`` with the short forms of those that say where they lie ("Stoke on Trent")."""
    yield from names
    for name in names:
        short = _BY_WATER.sub("", name)
        if short not in names:
            yield short


def _key(name: str) -> str:
    return "".join(fold_text(name).split()).removesuffix("city").removesuffix("시")
