"""Labelled values of a page: ``결 연 일 : …``, ``Area: …``, ``面积：…``, and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from corpus.dates import find_dates
from corpus.model import Block, Page, Span
from corpus.quantities import find_quantities, without_about
from corpus.text import fold_text
from corpus.wordlists import load_toml

_LONGEST_LABEL = 40
_COLON = re.compile(r"\s*[:：]\s*")
# What parts the labelled values of one line; not the comma of 1,200 nor the stroke of 2003/5.
_SEPARATOR = re.compile(r"\s*(?:[|;；、\n]|(?<!\d)[/,，]|[/,，](?!\d))\s*")
_WORD = re.compile(r"\S+")
# All that may stand behind a number which follows its label without a colon.
_BEHIND_NUMBER = re.compile(r"\s*(?:[(（][^()（）]*[)）])?\s*\.?\s*")
_BEHIND_DATE = re.compile(r"\.?\s*(?:[(（][^()（）]*[)）])?")
# Properties that are dates, and the dimension of those that are numbers.
_DATED = frozenset({"signed"})
_COUNTED = {"area": "area", "population": "people", "revenue": "money"}
_BRACKETED = re.compile(
    r"\s*[(（]\s*(?P<label>[^:：()（）]{1,20}?)\s*[:：]\s*(?P<value>[^()（）]*?)\s*[)）]"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the property its label names; ``quote`` spans label and value together."""

    property: str
    value: Span
    quote: Span


def property_of(label: str) -> str | None:
    """The property that ``label`` names, if it is a known label."""
    return _table("labels").get(_key(label))


def list_of(label: str) -> str | None:
    """What the items under ``label`` are (``exchanges``, ``general``), if it is known."""
    return _table("lists").get(_key(label))


def labelled_values(page: Page, block: Block) -> list[Labelled]:
    """The labelled values of ``block``: its own, and those in brackets behind them."""
    if block.kind == "row":
        return list(_row_values(page, block))
    found: list[Labelled] = []
    for item in _labelled(page.quote(block.span), block.kind in ("item", "paragraph")):
        found.extend(_with_bracketed(page, item, block.span.start))
    return found or list(_under_label(block))


def starts_with_label(line: str) -> bool:
    """Whether ``line`` starts with a known label and a colon."""
    colon = _COLON.search(line)
    return colon is not None and _is_known(line[: colon.start()])


def _is_known(label: str) -> bool:
    short = len(label) <= _LONGEST_LABEL
    return short and (property_of(label) is not None or list_of(label) is not None)


def _with_bracketed(page: Page, item: Labelled, base: int) -> list[Labelled]:
    """``item`` at its place on the page, cut before a labelled value in brackets behind it."""
    value = Span(base + item.value.start, base + item.value.end)
    inner = list(_bracketed(page, value))
    if inner:
        value = Span(value.start, inner[0].quote.start)
    return [Labelled(item.property, value, Span(base + item.quote.start, value.end)), *inner]


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a label starts and its value does; ``end`` is set where the value's end is known."""

    property: str | None
    start: int
    value: int
    end: int | None = None


def _labelled(text: str, may_lack_colon: bool) -> Iterator[Labelled]:
    """The values behind the known labels of ``text``, which must start with one."""
    marks = _marks(text, may_lack_colon)
    if not marks or marks[0].start or marks[0].property is None:
        return
    for mark, after in zip_longest(marks, marks[1:]):
        end = mark.end if mark.end is not None else after.start if after else len(text)
        value = text[mark.value : end]
        value = _without_separator(value) if after else value.rstrip()
        if mark.property and value:
            span = Span(mark.value, mark.value + len(value))
            yield Labelled(mark.property, span, Span(mark.start, span.end))


def _without_separator(value: str) -> str:
    return re.sub(r"[\s|;；、,，/]+$", "", value)


def _marks(text: str, may_lack_colon: bool) -> list[_Mark]:
    with_colon = list(_colon_marks(text))
    if not may_lack_colon:
        return with_colon
    taken = {mark.start for mark in with_colon}
    bare = [mark for mark in _bare_marks(text, taken) if mark.start not in taken]
    return sorted([*with_colon, *bare], key=lambda mark: mark.start)


def _colon_marks(text: str) -> Iterator[_Mark]:
    """The known labels of ``text`` that a colon follows, outside brackets."""
    position = 0
    for colon in _COLON.finditer(text):
        start = _label_start(text, position, colon.start())
        if start is not None and (not start or not _in_brackets(text[:start], text, start)):
            label = text[start : colon.start()]
            yield _Mark(property_of(label), start, colon.end())
            position = colon.end()


def _label_start(text: str, position: int, end: int) -> int | None:
    """Where the longest known label that ends at ``end`` starts, at a word not before ``position``.

    The first label of a text is all that stands before its colon.
    """
    if not position:
        return 0 if _is_known(text[:end]) else None
    first = max(position, end - _LONGEST_LABEL)
    words = {match.start() for match in _WORD.finditer(text, first, end)}
    words |= {match.end() for match in _SEPARATOR.finditer(text, first, end)}
    starts = [start for start in sorted(words) if _opens_name(text[start]) or _parts(text, start)]
    return next((start for start in starts if _is_known(text[start:end])), None)


def _opens_name(sign: str) -> bool:
    """Whether a word that starts with ``sign`` is not just one of an English sentence."""
    return sign.isalpha() and not sign.islower()


def _parts(text: str, position: int) -> bool:
    """Whether a separator stands right before ``position``."""
    return text[:position].rstrip(" ").endswith(tuple("|;；、,，/\n"))


def _in_brackets(before: str, text: str, start: int) -> bool:
    opened = sum(before.count(sign) for sign in "(（") > sum(before.count(sign) for sign in ")）")
    return opened or text[start] in "(（"


def _bare_marks(text: str, known: set[int]) -> Iterator[_Mark]:
    """Labels at the start or behind a separator that a date or number follows without a colon."""
    starts = [0, *(match.end() for match in _SEPARATOR.finditer(text))]
    ends = [*(match.start() for match in _SEPARATOR.finditer(text)), len(text)]
    for start, end in zip(starts, ends, strict=True):
        limit = min((place for place in known if start < place < end), default=end)
        mark = None if start in known else _bare_mark(text[start:limit], start)
        if mark is not None and not _in_brackets(text[:start], text, start):
            yield mark


def _bare_mark(text: str, base: int) -> _Mark | None:
    """The mark of ``text`` if it is a label and directly a value of the label's type."""
    digit = re.search(r"\d", text)
    label = without_about(text[: digit.start()].rstrip(" '’‘")) if digit else ""
    name = property_of(label) if 0 < len(label) <= _LONGEST_LABEL else None
    end = _value_end(name, text) if name else None
    if end is None:
        return None
    value = len(text) - len(text[len(label) :].lstrip())
    return _Mark(name, base, base + value, base + end)


def _value_end(name: str | None, text: str) -> int | None:
    """Where the date or number that ``text`` tells as ``name`` ends."""
    if name in _DATED:
        date = next(iter(find_dates(text)), None)
        behind = _BEHIND_DATE.match(text, date.span.end) if date else None
        return behind.end() if behind else None
    quantity = next(iter(find_quantities(text)), None)
    if quantity is None or name not in _COUNTED:
        return None
    fits = quantity.dimension in (None, _COUNTED[name])
    whole = _BEHIND_NUMBER.fullmatch(text, quantity.span.end)
    return len(text) if fits and whole else None


def _under_label(block: Block) -> Iterator[Labelled]:
    """An item of a list that a label introduces (``지역특성`` and its items)."""
    name = property_of(block.path[-1].rstrip(" :：")) if block.path else None
    if name and block.kind == "item":
        yield Labelled(name, block.span, block.span)


def _bracketed(page: Page, value: Span) -> Iterator[Labelled]:
    for match in _BRACKETED.finditer(page.quote(value)):
        name = property_of(match["label"])
        if name and match["value"]:
            base = value.start
            inner = Span(base + match.start("value"), base + match.end("value"))
            yield Labelled(name, inner, Span(base + match.start(), base + match.end()))


def _row_values(page: Page, block: Block) -> Iterator[Labelled]:
    """Cells under a known column header, or behind a cell that is a known label itself."""
    for position, cell in enumerate(block.cells):
        header = block.headers[position] if position < len(block.headers) else ""
        name = property_of(header)
        if name is None and position:
            name = property_of(page.quote(block.cells[position - 1]))
        if name and page.quote(cell).strip() and property_of(page.quote(cell)) is None:
            yield Labelled(name, cell, cell)


def _key(label: str) -> str:
    return "".join(fold_text(label).split()).strip("-·•※*[]<>()")


@lru_cache(maxsize=2)
def _table(name: str) -> dict[str, str]:
    table = load_toml("labels.toml")[name]
    return {_key(label): key for key, labels in table.items() for label in labels}
