"""Parts of the world that a question names: the partners it is about lie in their countries."""

from __future__ import annotations

from service.lexicon import first_of, search, table
from service.model import Region


def find_region(bare: str) -> Region | None:
    """The part of the world that a folded question names; the smallest where one holds another."""
    name = first_of("regions", bare)
    if name is None:
        return None
    match = search("regions", name, bare)
    written = match.group() if match else ""
    called = name.replace("_", " ").title() if written.isascii() else written
    return Region(called, frozenset(table("region_countries")[name].split()))
