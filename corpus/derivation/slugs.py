"""Ids: ASCII slugs of English names, unique and the same at every run."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from corpus.derivation.rows import Row

# Letters that do not decompose into a Latin letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ı": "i"}
)


def without_marks(text: str) -> str:
    """``text`` without accents: Côte d'Ivoire is Cote d'Ivoire."""
    decomposed = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return unicodedata.normalize(
        "NFC", "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    )


def ascii_slug(name: str) -> str:
    """Lower-case ASCII letters and digits of ``name`` with single hyphens between words."""
    plain = without_marks(name).lower().replace("'", "").replace("’", "").replace(".", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def give_ids(rows: list[Row]) -> list[Row]:
    """The rows with ids in place of keys: a slug, with the parent's id behind it where shared.

    Where that is taken too the kind follows, then a number; audited ids are kept.
    """
    shared = Counter(row.slug for row in rows)
    taken = {row.id for row in rows if row.id}
    ids: dict[str, str] = {row.key: row.id for row in rows if row.id}
    for row in rows:
        if row.key in ids:
            continue
        parent = ids.get(row.parent, "")
        candidates = _candidates(row, parent, alone=shared[row.slug] == 1)
        ids[row.key] = next(c for c in candidates if c not in taken)
        taken.add(ids[row.key])
    return [
        replace(
            row,
            id=ids[row.key],
            parent=ids[row.parent] if row.parent else "",
            successor=ids[row.successor] if row.successor else "",
        )
        for row in rows
    ]


def _candidates(row: Row, parent: str, alone: bool) -> Iterable[str]:
    if alone or not parent:
        yield row.slug
    if parent:
        yield f"{row.slug}-{parent}"
    yield f"{row.slug}-{parent}-{row.kind}".replace("--", "-")
    number = 2
    while True:
        yield f"{row.slug}-{parent}-{number}".replace("--", "-")
        number += 1
