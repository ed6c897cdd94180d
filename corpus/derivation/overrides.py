"""Audited corrections of derived names (``data/overrides.csv``), each with its reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

from corpus.derivation.rows import Row, unique
from corpus.derivation.tables import table


@lru_cache(maxsize=1)
def _by_id() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table("overrides"):
        found[row["id"]].append(row)
    return found


def overridden(row: Row) -> Row:
    """``row`` with its overrides: names put ``first``, ``add``-ed behind, or ``remove``-d.

    A language whose first name is overridden is no longer derived.
    """
    names = {language: list(found) for language, found in row.names.items()}
    derived = set(row.derived)
    for entry in _by_id().get(row.id, ()):
        language, given = entry["language"], entry["names"].split("|")
        rest = [name for name in names[language] if name not in given]
        names[language] = {"first": given + rest, "add": rest + given, "remove": rest}[entry["how"]]
        if entry["how"] == "first":
            derived.discard(language)
    return replace(
        row,
        names={language: unique(found) for language, found in names.items()},
        derived=frozenset(derived),
    )
