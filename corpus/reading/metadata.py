"""What a page says about itself: in its text and head, in its front matter, in a sidecar file.

What the page states in its own text or head wins over its front matter, and both over the sidecar.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from corpus.language import count_letters, page_languages
from corpus.model import LANGUAGES, Language
from corpus.reading.lines import collapse
from corpus.reading.outline import Piece, Stated, Unreadable
from corpus.reading.page_labels import dateline, page_labels, read_date

KEYS = tuple(field.name for field in fields(Stated))
_EDTF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_FENCE = "---"
_ENTRY = re.compile(r"([A-Za-z_][\w.-]*)\s*:(?:\s+(.*))?$")


def from_labels(pieces: Sequence[Piece], notes: Iterable[str]) -> Stated:
    """What the labels of page information say: those on the page first, then those around it.

    A source ("来源：…") is no publisher: it may be a newspaper.
    """
    found: dict[str, str] = {}
    inside = [label for piece in pieces if piece.about_page for label in page_labels(piece.text)]
    days = [day for piece in pieces if piece.about_page and (day := dateline(piece.text))]
    outside = [label for line in notes for label in page_labels(line)]
    for labels in (inside, days, outside):
        if any(label.alone for label in labels):
            for label in labels:
                if label.alone or label.name != "publisher":
                    found.setdefault(label.name, label.value)
    return Stated(
        publisher=found.get("publisher"),
        updated=found.get("updated") or found.get("published"),
        department=found.get("department"),
        phone=found.get("phone"),
        address=found.get("address"),
    )


def merge(*sources: Stated) -> Stated:
    """Each field from the first source that states it."""
    chosen: dict[str, Any] = {}
    for key in KEYS:
        values = [value for source in sources if (value := getattr(source, key))]
        chosen[key] = values[0] if values else getattr(Stated(), key)
    return Stated(**chosen)


def languages_of(
    text: str, named: Sequence[Language], head: Sequence[Language]
) -> tuple[Language, ...]:
    """The languages of a page: those ``named`` that it has letters of, those that its text is in.

    ``head`` (the ``lang`` of an HTML document) only says which comes first: it is often wrong.
    """
    counts = count_letters(text)
    present = [language for language in named if counts[language]]
    found = tuple(dict.fromkeys((*present, *page_languages(text))))
    if not found:
        return tuple(named or head)
    return found if present else tuple(sorted(found, key=lambda item: item not in head))


def split_front_matter(text: str) -> tuple[Stated, str]:
    """The front matter of a Markdown page and the text after it.

    Text that opens with a rule (``---``) but has no ``key: value`` line before the next one is all
    text. A line that front matter cannot have makes the page ``Unreadable``: a page with the wrong
    metadata is worse than none. Keys of other tools are passed over.
    """
    lines = text.lstrip("\ufeff").splitlines()
    ends = [
        number for number, line in enumerate(lines) if number and line.rstrip() in ("---", "...")
    ]
    if not lines or lines[0].rstrip() != _FENCE or not ends:
        return Stated(), text
    inside = lines[1 : ends[0]]
    if not any(_ENTRY.match(line) for line in inside):
        return Stated(), text
    entries = _front_entries(inside)
    values = {
        key: _checked(key, value, f"front matter line {number}")
        for key, (number, value) in entries.items()
        if key in KEYS
    }
    return Stated(**values), "\n".join(lines[ends[0] + 1 :])


def read_sidecar(data: bytes, name: str) -> Stated:
    """The metadata in the sidecar file ``name``; ``Unreadable`` names the line that is wrong."""
    try:
        text = data.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"{name} line {line}: not UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Unreadable(f"{name}: {error}") from error
    values = {}
    for key, value in table.items():
        where = f"{name} line {_line_of(key, text)}"
        if key not in KEYS:
            raise Unreadable(f"{where}: unknown key {key!r} (known: {', '.join(KEYS)})")
        values[key] = _checked(key, value, where)
    return Stated(**values)


def _front_entries(lines: list[str]) -> dict[str, tuple[int, str | list[str]]]:
    """Keys with the number of their line (the opening rule is line 1) and their values."""
    entries: dict[str, tuple[int, str | list[str]]] = {}
    key = ""
    for number, line in enumerate(lines, start=2):
        match = _ENTRY.match(line)
        if match:
            key = match[1]
            entries[key] = (number, _unquoted(match[2] or ""))
        elif line.strip() and not line.lstrip().startswith("#"):
            _continue_entry(entries, key, line, number)
    return entries


def _continue_entry(
    entries: dict[str, tuple[int, str | list[str]]], key: str, line: str, number: int
) -> None:
    """A line below its key: an item of a list, or anything at all below another tool's key."""
    nested = line[0].isspace() or line.startswith("- ")
    if not key or not nested or (key in KEYS and not line.lstrip().startswith("- ")):
        raise Unreadable(f"front matter line {number}: not `key: value`: {line.strip()[:60]!r}")
    first, value = entries[key]
    if key in KEYS:
        items = value if isinstance(value, list) else [value] if value else []
        entries[key] = (first, [*items, str(_unquoted(line.lstrip()[2:]))])


def _unquoted(value: str) -> str | list[str]:
    value = re.sub(r"\s+#.*$", "", value.strip())
    if value.startswith("[") and value.endswith("]"):
        return [str(_unquoted(item)) for item in value[1:-1].split(",") if item.strip()]
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _checked(key: str, value: object, where: str) -> Any:
    """``value`` in the form of ``Stated``; ``Unreadable`` if it cannot be one of ``key``."""
    if key == "languages":
        return _languages(value, where)
    if isinstance(value, datetime.datetime):
        value = value.date()
    if key == "updated" and isinstance(value, (datetime.date, int)):
        value = str(value)
    if not isinstance(value, str):
        raise Unreadable(f"{where}: {key} must be text")
    text = collapse(value)
    if key == "updated" and text:
        return _updated(text, where)
    if key == "url" and text and not text.startswith(("http://", "https://")):
        raise Unreadable(f"{where}: url must start with http:// or https://: {text!r}")
    return text or None


def _updated(text: str, where: str) -> str:
    date = text if _EDTF.fullmatch(text) else read_date(text)
    if date is None:
        raise Unreadable(f"{where}: updated is no date: {text!r}")
    return date


def _languages(value: object, where: str) -> tuple[Language, ...]:
    names = re.split(r"[,\s]+", value.strip()) if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise Unreadable(f'{where}: languages must be a list such as ["ko", "en"]')
    wanted = [name.split("-")[0].lower() for name in names if name]
    unknown = [name for name in wanted if name not in LANGUAGES]
    if unknown:
        raise Unreadable(f"{where}: {unknown[0]!r} is none of {', '.join(LANGUAGES)}")
    return tuple(dict.fromkeys(item for name in wanted for item in LANGUAGES if item == name))


def _line_of(key: str, text: str) -> int:
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}\b""")
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if pattern.match(line)), 1)
