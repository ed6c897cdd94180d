"""What a line says about the page it stands on: department, telephone, day of the last change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.dates import find_dates
from corpus.reading.lines import is_sentence
from corpus.wordlists import load_toml

_PHONE = re.compile(r"(?:\+|\(|（)?\d[\d\s()（）+.~\-–—]{5,}\d")
_PHONE_BEHIND = re.compile(
    r"(?<=\S)\s*[☎☏(（]?\s*(?P<phone>\+?\d[\d\s()（）+.~\-–—]{6,}\d)\s*[)）]?$"
)
# The day of a page as a line of its own, or before its source: "2018-10-26 08:45 来源:…".
_DATELINE = re.compile(
    r"(?:19|20)\d\d(?:-\d{1,2}-|年\d{1,2}月|\.\d{1,2}\.|/\d{1,2}/)\d{1,2}日?"
    r"(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
    r"(?:\s*(?:게재|입력|등록|작성|수정|송고)?\s*$|[\s|/]+(?:信息|资料|文章|稿件)?(?:来源|作者|记者|编辑|浏览|点击|阅读)[^\s:：]{0,6}\s*[:：])"
)
# What stands before the day of a piece of news in its line: who wrote it, or its site.
_BEFORE = re.compile(
    r"(?:[^|:：\d]{1,30}\|\s*|[(（][^()（）]{2,40}[)）]\s*|[가-힣]{2,12} ?(?:기자|특파원)[\s|/]*"
    r"|\S{2,30}\.(?:com|cn|kr|tw|net|org)\S{0,4}[\s|]+)"
)
_DATED = frozenset({"updated", "published"})
_DAY_BEHIND = re.compile(r"\s(?:date|time|updated?|日期|时间|時間)\s*[:：]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"\s\(https?://[^\s()]+\)$")
_EDGES = " |,;/·:：■□●○◆◇▪▫▶▷※☎☏"
_LONGEST = {"department": 60, "publisher": 60, "address": 160, "phone": 80}
_LONGEST_UNMARKED = 30
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class PageLabel:
    """A value with the name of what it is; ``alone`` labels tell page information by themselves."""

    name: str
    value: str
    alone: bool


def page_labels(line: str) -> list[PageLabel]:
    """The page's own labels in ``line`` with their values; none unless it starts with one."""
    matches = list(_pattern().finditer(line)) if len(line) <= 1000 else []
    if matches and matches[0].start() > 0:
        before = _BEFORE.match(line)
        name, _ = _names()[_key(matches[0]["label"])]
        dated = before is not None and before.end() == matches[0].start() and name in _DATED
        matches = matches if dated else []
    if not matches:
        return []
    ends = [match.start() for match in matches[1:]] + [len(line)]
    found = [
        _label(match, line[match.end() : end]) for match, end in zip(matches, ends, strict=True)
    ]
    if not found[0]:
        return []
    parts = [part for label in found if label for part in _with_phone(label)]
    return [part for label in parts for part in _with_day(label)]


def _kind(name: str, value: str) -> str:
    """What a value tells: "contact" may stand before a number as well as before an office."""
    return "phone" if name == "department" and _PHONE.fullmatch(value) else name


def dateline(line: str) -> PageLabel | None:
    """The day that a line right under a page's title tells without a label."""
    date = read_date(line) if _DATELINE.match(line) else None
    return PageLabel("published", date, True) if date else None


def read_date(text: str) -> str | None:
    """The date that ``text`` starts with, as EDTF at its own precision."""
    mentions = find_dates(text)
    if mentions and mentions[0].span.start <= 2 and "/" not in mentions[0].edtf:
        return mentions[0].edtf
    return None


def _with_phone(label: PageLabel) -> Iterator[PageLabel]:
    """A department with a telephone number behind it as the two."""
    phone = _PHONE_BEHIND.search(label.value) if label.name == "department" else None
    if phone is None:
        yield label
        return
    yield replace(label, value=label.value[: phone.start()].strip(_EDGES))
    yield PageLabel("phone", phone["phone"].strip(), label.alone)


def _with_day(label: PageLabel) -> Iterator[PageLabel]:
    """A source with the day of the news behind it ("Source: Otsu News Date: 2021-11-07")."""
    behind = _DAY_BEHIND.search(label.value) if label.name == "publisher" else None
    day = read_date(label.value[behind.end() :]) if behind else None
    if behind is None or day is None:
        yield label
        return
    yield replace(label, value=label.value[: behind.start()].strip(_EDGES))
    yield PageLabel("published", day, True)


def _label(match: re.Match[str], rest: str) -> PageLabel | None:
    name, alone = _names()[_key(match["label"])]
    name = _kind(name, rest.strip(_EDGES))
    value = _value(name, rest.strip(_EDGES))
    if not value or (not match["mark"] and not _speaks_unmarked(name, match["label"], value)):
        return None
    return PageLabel(name, value, alone)


def _value(name: str, text: str) -> str | None:
    text = _ADDRESS.sub("", text)
    if name in ("updated", "published"):
        return read_date(text)
    if name == "phone":
        match = _PHONE.search(text)
        return match.group().strip() if match and len(text) <= _LONGEST["phone"] else None
    if name == "other":
        return text if len(text) <= _LONGEST["address"] else None
    return text if len(text) <= _LONGEST[name] and not is_sentence(text) else None


def _speaks_unmarked(name: str, label: str, value: str) -> bool:
    """Whether a label without a colon is one: an English word alone may be the start of prose."""
    if name in ("updated", "published", "phone"):
        return True
    return bool(_NON_ASCII.search(label)) and len(value) <= _LONGEST_UNMARKED


def _key(label: str) -> str:
    return "".join(label.split()).casefold()


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, bool]]:
    names: dict[str, tuple[str, bool]] = {}
    for table, alone in (("beside", False), ("labels", True)):
        for name, labels in load_toml("page_labels.toml")[table].items():
            names.update({_key(label): (name, alone) for label in labels})
    return names


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """A label at the start of a line or behind a space, and the mark or space behind it."""
    labels = "|".join(_spaced(key) for key in sorted(_names(), key=len, reverse=True))
    return re.compile(
        rf"(?:^|(?<=[\s|,;/·]))(?P<label>{labels})(?:\s*(?P<mark>[:：|])\s*|\s+|(?=\d))",
        re.IGNORECASE,
    )


def _spaced(key: str) -> str:
    return r"\s?".join(map(re.escape, key))
