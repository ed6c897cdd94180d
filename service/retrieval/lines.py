"""Files of a set, read strictly: what is wrong is told by file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from service.retrieval.model import RetrievalSetError

Row = Mapping[str, Any]


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RetrievalSetError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise RetrievalSetError(f"{path}: not UTF-8 (byte {error.start}); convert it") from error


def read_json_lines(path: Path) -> Iterator[tuple[str, Row]]:
    """Each object of a file of JSON lines, with where it stands (``FILE, line N``)."""
    # Not splitlines: JSON allows U+2028 and its like inside a string.
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            where = f"{path}, line {number}"
            yield where, _object(line, where)


def read_json(path: Path) -> Row:
    """The one object of a JSON file."""
    return _object(read_text(path), str(path))


def field(row: Row, name: str, where: str) -> str:
    """The text in a field; a number counts as one."""
    value = row.get(name)
    if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
        return str(value)
    raise RetrievalSetError(f"{where}: has no text in the field {name!r}")


def rows(row: Row, name: str, where: str) -> list[Row]:
    """The list of objects in a field."""
    value = row.get(name)
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    raise RetrievalSetError(f"{where}: has no list of objects in the field {name!r}")


def files_in(path: Path, *endings: str) -> list[Path]:
    """``path`` itself, or the files of a folder that end so, by name."""
    if not path.is_dir():
        return [path]
    found = sorted(item for item in path.iterdir() if item.name.endswith(endings))
    if not found:
        raise RetrievalSetError(f"{path}: no file there ends in {' or '.join(endings)}")
    return found


def _object(text: str, where: str) -> Row:
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise RetrievalSetError(f"{where}: not JSON ({error})") from error
    if not isinstance(found, dict):
        raise RetrievalSetError(f"{where}: not a JSON object")
    return found
