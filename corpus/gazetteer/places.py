"""The places files: the rows of the data folder, and an operator's own laid over them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import cast, get_args

from corpus.model import Place, PlaceKind
from corpus.wordlists import DATA

PLACES = DATA / "places"
KINDS: tuple[str, ...] = get_args(PlaceKind)
NAME_COLUMNS = ("ko", "zh", "zh-Hant", "en")

Row = Mapping[str, str | None]


class GazetteerError(Exception):
    """A places file that cannot be used; the message names the file, the line and the mend."""


def read_all(extra: Iterable[Path] = ()) -> dict[str, Place]:
    """The places of the data files by id, with those of ``extra`` files laid over them in turn."""
    files = sorted(PLACES.glob("*.csv"))
    places = {place.id: place for file in files for place in read_places(file)}
    for file in (*files, *extra):
        if file not in files:
            places |= {place.id: place for place in read_places(file, places)}
        _check_links(places, file)
    return places


def read_places(path: Path, known: Mapping[str, Place] | None = None) -> list[Place]:
    """The rows of a places file (columns: id, kind, parent, ko, zh, zh-Hant, en, and maybe more).

    A row with the id of a ``known`` place replaces only what it gives; without one, ``id`` and
    the columns of some names are enough.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            columns = [column.strip() for column in next(rows, [])]
            _check_columns(path, columns, partial=known is not None)
            return [
                _read_row(path, rows.line_num, dict(zip(columns, row, strict=False)), known or {})
                for row in rows
                if row and row[0].strip()
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(f"{path}: cannot be read as UTF-8 CSV ({error}).") from error


def _check_columns(path: Path, columns: list[str], partial: bool) -> None:
    needed = {"id"} if partial else {"id", "kind", "ko", "zh", "en"}
    missing = sorted(needed - set(columns))
    if missing or columns[0] != "id":
        raise GazetteerError(f"{path}: the first line lacks {', '.join(missing) or 'id in front'}.")
    if not set(NAME_COLUMNS) & set(columns):
        raise GazetteerError(f"{path}: the first line lacks names (ko, zh, zh-Hant, en).")


def _read_row(path: Path, line: int, row: Row, known: Mapping[str, Place]) -> Place:
    place = (row["id"] or "").strip()
    before = known.get(place)
    names = {c: _several(cell) for c in NAME_COLUMNS if (cell := row.get(c))}
    names = {c: several for c, several in names.items() if several}
    kind = (row.get("kind") or "").strip() or (before.kind if before else "")
    if kind not in KINDS:
        raise GazetteerError(f"{path}, line {line}: kind must be one of {', '.join(KINDS)}.")
    if not names and before is None:
        raise GazetteerError(f"{path}, line {line}: give at least one name.")
    given = Place(
        place,
        cast(PlaceKind, kind),
        names,
        (row.get("parent") or "").strip() or None,
        _words(row.get("derived")),
        _flag(path, line, row.get("former")),
        (row.get("successor") or "").strip() or None,
    )
    return given if before is None else _merged(before, given)


def _merged(before: Place, given: Place) -> Place:
    """A place as it was known, with what another row says of it."""
    return replace(
        given,
        names={**before.names, **given.names},
        parent=given.parent or before.parent,
        derived=given.derived or tuple(c for c in before.derived if c not in given.names),
        former=given.former or before.former,
        successor=given.successor or before.successor,
    )


def _several(cell: str) -> tuple[str, ...]:
    if "|" not in cell:
        name = cell.strip()
        return (name,) if name else ()
    return tuple([name for part in cell.split("|") if (name := part.strip())])


@lru_cache(maxsize=64)
def _words(cell: str | None) -> tuple[str, ...]:
    return tuple((cell or "").replace("|", " ").split())


def _flag(path: Path, line: int, cell: str | None) -> bool:
    """A cell that is ``1`` or ``yes`` for true, ``0`` or ``no`` or empty for false."""
    if not cell:
        return False
    said = cell.strip().lower()
    if said not in _SAID:
        raise GazetteerError(f"{path}, line {line}: former must be 1 or 0, or empty.")
    return _SAID[said]


_SAID = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False, "": False}


def _check_links(places: Mapping[str, Place], path: Path) -> None:
    for place in places.values():
        if place.parent and place.parent not in places:
            raise GazetteerError(f"{path}: {place.id} names the unknown parent {place.parent}.")
        if place.successor and place.successor not in places:
            raise GazetteerError(
                f"{path}: {place.id} names the unknown successor {place.successor}."
            )
