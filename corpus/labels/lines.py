"""Labels within one line and where their values lie: ``Area : 59 km²``, ``【面积】59平方公里``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.dates import find_dates
from corpus.labels.bare import bare_marks, opens_bare
from corpus.labels.marks import Mark, may_start, signed_marks
from corpus.labels.words import is_document, is_empty, parted

# No value of these has a bar in it: another value stands behind one.
_BAR = re.compile(r"\s*(?:[|｜☎☏✆]|[(（]?(?:\bTel\b|전화|电话|電話))")
_UNBARRED = frozenset({"department"})
_ENCLOSED = re.compile(r"\s{0,4}[(（](?P<inside>[^()（）]{3,160})[)）]")


@dataclass(frozen=True, slots=True)
class LineValue:
    """The label of a line and the value behind it, as [start, end) offsets in the line."""

    label: tuple[int, int]
    value: tuple[int, int]
    property: str | None


@lru_cache(maxsize=2048)
def line_values(text: str, may_lack_colon: bool) -> tuple[LineValue, ...]:
    """The values behind the labels of ``text``, which must start with a known one."""
    marks = _marks(text, may_lack_colon)
    if not marks or marks[0].start:
        return ()
    found: list[LineValue] = []
    for mark, after in pairwise([*marks, None]):
        assert mark is not None
        end = mark.end if mark.end is not None else after.start if after else len(text)
        value = text[mark.value : end]
        value = _without_separator(value) if after else value.rstrip()
        if value and not is_empty(value):
            label = (mark.start if mark.label_start is None else mark.label_start, mark.label_end)
            written = text[label[0] : label[1]]
            name = mark.property or signed_by(written, value)
            name = "signed" if name == "agreement" and _is_day(value) else name
            value = _BAR.split(value)[0] if name in _UNBARRED else value
            parts = () if name else parted(written, value)
            found += [LineValue(label, (mark.value + start, mark.value + stop), part)
                      for part, start, stop in parts]  # fmt: skip
            if not parts:
                found.append(LineValue(label, (mark.value, mark.value + len(value)), name))
    return tuple(_with_enclosed(text, found))


def signed_by(label: str, value: str) -> str | None:
    """``signed`` where a document is the label of a date: ``우호협정 : 2017. 8. 24.``"""
    return "signed" if is_document(label) and find_dates(value) else None


def _is_day(value: str) -> bool:
    """Whether ``value`` is a date and nothing else: behind "Agreement" it is the day of one."""
    dates = find_dates(value)
    return len(dates) == 1 and value.strip(" .") == value[slice(*dates[0].span)].strip(" .")


def _with_enclosed(text: str, found: list[LineValue]) -> Iterator[LineValue]:
    """Each value, cut before a labelled value in brackets behind it, and that one."""
    for item in found:
        start, end = item.value
        inner: list[LineValue] = []
        first = end
        for match in _ENCLOSED.finditer(text, start, end):
            base = match.start("inside")
            values = [v for v in line_values(match["inside"], False) if v.property]
            inner += [LineValue(_moved(v.label, base), _moved(v.value, base), v.property)
                      for v in values]  # fmt: skip
            first = min(first, match.start()) if values else first
        if item.property and first > start:
            yield LineValue(item.label, (start, first), item.property)
        elif first > start:
            yield item
        yield from inner


def _moved(span: tuple[int, int], base: int) -> tuple[int, int]:
    return span[0] + base, span[1] + base


def _without_separator(value: str) -> str:
    return re.sub(r"[\s|;；、,，/·ㆍ。]+$", "", value)


def _marks(text: str, may_lack_colon: bool) -> list[Mark]:
    """The marks of ``text`` in order; none where it does not start with a label."""
    opened = opens_bare(text)
    marks = list(signed_marks(text, opened)) if opened or may_start(text) else []
    if may_lack_colon and (marks or opened):
        taken = {mark.start for mark in marks}
        marks += [mark for mark in bare_marks(text, taken) if mark.start not in taken]
    return sorted(marks, key=lambda mark: mark.start)
