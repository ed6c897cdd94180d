"""Words in label position: the property they name, or how the list or table around is built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from corpus.labels.joint_structure import joint_structure, names_partner
from corpus.labels.tails import split_tail
from corpus.labels.types import NUMERIC
from corpus.text import fold_text
from corpus.wordlists import load_toml

LONGEST = 40
# What may stand around a label or in front of it: marks, brackets, a number ("3)", "가.", "二、").
_NUMBER = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)、]|[①-⑳]|[가나다라마바사아자차카타파하][.)]|[一二三四五六七八九十]{1,2}、)\s*"
)
_EDGES = re.compile(r"^[^\w#]+|[^\w.)）#%℃]+$")
_NOTE = re.compile(r"\s*[(（\[［<〈]\s*(?P<note>[^()（）\[\]［］<>〈〉]{1,24})\s*[)）\]］>〉]\s*$")
# The number of a footnote behind a label ("结好时间[註 1]").
_FOOTNOTE = re.compile(r"(?<=\S)\s?[\[［](?:note|註|注|주)?\s?\d{1,2}[\]］]$")
_NOTE_ENDS = tuple(")）]］>〉")
_TWO_SCRIPTS = re.compile(
    r"([^A-Za-z]*[^\W\d_A-Za-z][^A-Za-z]*?)[\s/|(（·]*([A-Za-z][A-Za-z '.-]*?)[)）]?"
)
_LATIN = re.compile("[A-Za-z]")
_KOREAN_AND_HAN = re.compile(r"([가-힣][가-힣 ]*?)[\s/|(（·]*([一-鿿]+)[)）]?")
# Between labels that stand before one sign, and between their values.
_JOINT = re.compile(r"\s*(?:(?<!\d)[/,，]|[/,，](?!\d)|[·、&])\s*")
_MOST_JOINT = 4
_UNCOMPOSED = ("lists", "structure", "passed_over", "documents")
_TABLES = ("labels", "lists", "structure", "passed_over", "documents", "sections", "corner",
           "empty")  # fmt: skip
_BRACKETS = dict(zip("([{<〔【〖「『《〈［（｛", ")]}>〕】〗」』》〉］）｝", strict=True))


def property_of(label: str) -> str | None:
    """The property that ``label`` names, if it is a known label."""
    if not 0 < len(label) <= 2 * LONGEST:
        return None
    return _property(label)


@lru_cache(maxsize=16384)
def _property(label: str) -> str | None:
    return _find("labels", label) or _composed(label) or _bilingual(label) or _counted(label)


def _counted(label: str) -> str | None:
    """The property of a number whose date or unit stands beside its label without brackets."""
    shorter, note = split_tail(label)
    name = (_find("labels", shorter) or _composed(shorter)) if note else None
    return name if name in NUMERIC else None


def _composed(label: str) -> str | None:
    """The property of a label that is put together of known words."""
    if any(table in _meanings(label) for table in _UNCOMPOSED):
        return None
    key = _key(label)
    match = _composition(key.isascii()).fullmatch(key)
    return match.lastgroup if match else None


@lru_cache(maxsize=8192)
def joint_properties(label: str) -> tuple[str, ...]:
    """The properties of a label that names several at once: ``Flower / Tree``; else ()."""
    parts = _JOINT.split(label.strip())
    if not 1 < len(parts) <= _MOST_JOINT or len(label) > LONGEST or _find("labels", label):
        return ()
    names = [property_of(part) for part in parts]
    known = [name for name in names if name]
    return tuple(known) if len(known) == len(names) == len(set(known)) else ()


def parted(label: str, value: str) -> tuple[tuple[str, int, int], ...]:
    """(property, start, end) of each part of ``value`` behind a label of several properties.

    Nothing where there are not as many parts as properties.
    """
    names = joint_properties(label)
    starts = [0, *(match.end() for match in _JOINT.finditer(value))]
    ends = [*(match.start() for match in _JOINT.finditer(value)), len(value)]
    if len(names) != len(starts):
        return ()
    return tuple(zip(names, starts, ends, strict=True))


def is_bilingual(label: str) -> bool:
    """Whether ``label`` says the same in two languages: ``市花 City Flower``, ``위치 位置``."""
    return _halves(label) is not None and property_of(label) is not None


def _bilingual(label: str) -> str | None:
    halves = _halves(label)
    if halves is None:
        return None
    found = [_find("labels", half) or _composed(half) for half in halves]
    return found[0] or (found[1] if is_label(halves[0]) else None)


@lru_cache(maxsize=16384)
def _either(table: str, label: str) -> str | None:
    """What ``label`` is in ``table``, as it stands or as one of two languages says it."""
    found = _find(table, label)
    halves = None if found else _halves(label)
    if halves is None:
        return found
    # Several words before a label are one in no language: "城市 蔚山 City".
    behind = None if " " in halves[0] else _find(table, halves[1])
    return _find(table, halves[0]) or behind


def _halves(label: str) -> tuple[str, str] | None:
    if label.isascii():
        return None
    scripts = _TWO_SCRIPTS if _LATIN.search(label) else _KOREAN_AND_HAN
    match = scripts.fullmatch(label.strip())
    return (match[1], match[2]) if match else None


def list_of(label: str) -> str | None:
    """What the items under ``label`` are (``exchanges``, ``general``), if it is known."""
    return _list(label) if 0 < len(label) <= LONGEST else None


@lru_cache(maxsize=8192)
def _list(label: str) -> str | None:
    found = _find("lists", label)
    if found or any(table in _meanings(label) for table in _TABLES) or _property(label):
        return found
    match = _list_pattern().fullmatch(_key(label))
    return match.lastgroup if match else None


def structure_of(label: str) -> str | None:
    """What ``label`` tells of a list or table (``place``, ``date``, ``kind`` …), if it is known."""
    return _either("structure", label) or _joint_structure(label)


@lru_cache(maxsize=8192)
def _joint_structure(label: str) -> str | None:
    if not 0 < len(label) <= LONGEST or any(_find(table, label) for table in _TABLES):
        return None
    words = fold_text(_NOTE.sub("", label))
    if names_partner(words):
        return "place"
    return joint_structure(words, lambda word: _find("structure", word))


def is_document(label: str) -> bool:
    """Whether ``label`` names a document: a date behind it is when that was signed."""
    return 0 < len(label) <= LONGEST and _is_document(label)


@lru_cache(maxsize=8192)
def _is_document(label: str) -> bool:
    if _find("documents", label) is not None:
        return True
    if any(_find(table, label) for table in ("labels", "lists", "structure", "passed_over")):
        return False
    return _document_pattern().fullmatch(_key(label)) is not None


@lru_cache(maxsize=16384)
def is_label(text: str) -> bool:
    """Whether ``text`` is a label of any kind that the data file knows."""
    if not 0 < len(text) <= LONGEST:
        return False
    tables = ("structure", "passed_over")
    return (
        is_document(text)
        or property_of(text) is not None
        or list_of(text) is not None
        or bool(joint_properties(text))
        or any(_find(table, text) for table in tables)
        or _joint_structure(text) is not None
        or _describes_twice(text)
    )


def _describes_twice(text: str) -> bool:
    """Whether ``text`` tells of a list or table in two languages: "城市 City"."""
    halves = _halves(text)
    return halves is not None and all(_find("structure", half) for half in halves)


def is_section(text: str) -> bool:
    """Whether ``text`` is what a section is about, and so the name of no place."""
    return is_label(text) or _find("sections", text) is not None


def is_corner(text: str) -> bool:
    """Whether ``text`` stands in the first cell of a row that heads the columns of a table."""
    return _find("corner", text) is not None


def is_empty(value: str) -> bool:
    """Whether ``value`` says that there is none: a stroke, "없음", "n/a"."""
    return not any(c.isalnum() for c in value) or _find("empty", value) is not None


@lru_cache(maxsize=4096)
def note_of(label: str) -> str:
    """What the brackets behind a label say, such as a unit ("인구(천명)": 천명)."""
    label, beside = split_tail(label) if _counted(label) else (label, "")
    match = _NOTE.search(label)
    inside = match["note"].strip() if match and label[: match.start()].strip() else ""
    return "; ".join(filter(None, (inside, beside)))


def _find(table: str, label: str) -> str | None:
    if not 0 < len(label) <= 2 * LONGEST:
        return None
    return _meanings(label).get(table)


@lru_cache(maxsize=16384)
def _meanings(label: str) -> Mapping[str, str]:
    """What ``label`` means in each table that has it: as it stands, else without its frame."""
    words, key, whole = _words(), _key(label), _squeezed(label)
    if key == whole:
        return words.get(key, {})
    return {**words.get(key, {}), **words.get(whole, {})}


def _key(label: str) -> str:
    """``label`` without numbering, marks around it, and brackets behind it."""
    if label.replace(" ", "").isalpha():
        return _squeezed(label)
    text = _unnumbered(_FOOTNOTE.sub("", label.strip()))
    closer = _BRACKETS.get(text[:1])
    if closer and text.rstrip(" :：").endswith(closer):
        text = text.rstrip(" :：")[1:-1]
    text = _unframed(_unnumbered(_unframed(text)))
    noted = text.rstrip().endswith(_NOTE_ENDS)
    without_note = _NOTE.sub("", text) if noted else text
    return _squeezed(_unframed(without_note or text).rstrip(" )）"))


def _unnumbered(text: str) -> str:
    number = _NUMBER.match(text)
    return text[number.end() :] if number else text


def _unframed(text: str) -> str:
    """``text`` without the signs around it; most have none."""
    return text if text[:1].isalnum() and text[-1:].isalnum() else _EDGES.sub("", text)


@lru_cache(maxsize=8192)
def _squeezed(label: str) -> str:
    return "".join(fold_text(label).split())


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, str]]:
    """For each word of the data file its meaning in every table that has it."""
    words: dict[str, dict[str, str]] = {}
    for name in _TABLES:
        table: dict[str, Any] = load_toml("labels.toml")[name]
        for key, labels in table.items():
            for label in labels:
                words.setdefault(_squeezed(label), {})[name] = key
    return words


@lru_cache(maxsize=1)
def _document_pattern() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("labels.toml")["document_patterns"]["words"]))


@lru_cache(maxsize=1)
def _list_pattern() -> re.Pattern[str]:
    """A label of a list that is put together of words; the group is what the list holds."""
    table: dict[str, list[str]] = load_toml("labels.toml")["list_patterns"]
    return re.compile("|".join(f"(?P<{name}>{'|'.join(p)})" for name, p in table.items()))


@lru_cache(maxsize=2)
def _composition(latin: bool) -> re.Pattern[str]:
    """A label that is put together of words; the group is its property.

    ``latin``: of words in Latin letters alone; else of words some of which are in others.
    """
    table: dict[str, list[str]] = load_toml("labels.toml")["patterns"]
    ours = {name: [p for p in ps if p.isascii() == latin] for name, ps in table.items()}
    return re.compile("|".join(f"(?P<{name}>{'|'.join(p)})" for name, p in ours.items() if p))
