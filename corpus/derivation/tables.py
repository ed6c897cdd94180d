"""The checked-in tables of the derivation (``data/*.csv``): audits, overrides, word lists."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from corpus.derivation.rows import LANGUAGES, Row, unique

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=32)
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/NAME.csv`` as dictionaries."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple({k: v or "" for k, v in row.items()} for row in csv.DictReader(file))


@lru_cache(maxsize=32)
def mapping(name: str) -> dict[str, str]:
    """The first two columns of a table."""
    return {key: value for key, value, *_ in (row.values() for row in table(name))}


def names_in(row: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of a table row by language (separated by ``|`` in the columns ko, zh …)."""
    return {lang: unique(row.get(lang, "").split("|")) for lang in LANGUAGES}


# Files of places written by hand, all with the columns of the data files.
_BY_HAND = ("audited", "special_regions", "korean_districts", "world_by_hand")


@lru_cache(maxsize=1)
def audited() -> tuple[Row, ...]:
    """The places checked by hand, in the order of their files; key, slug and id are the same."""
    return tuple(
        Row(
            key=row["id"],
            kind=row["kind"],
            names=names_in(row),
            parent=row["parent"],
            slug=row["id"],
            id=row["id"],
        )
        for name in _BY_HAND
        for row in table(name)
    )
