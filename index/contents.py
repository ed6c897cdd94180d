"""What a generation holds: its typed records, one file for each kind, and the names of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import orjson

from corpus.model import Exchange, Fact, Page, Passage, Place, Tie
from index import records
from index.model import Sentence
from index.shelf import Shelf, write_shelf

# Names inside a generation: folders, a file, and two sets of vectors.
ENCODER = "encoder"
LEXICON = "lexical"
MEANS = "means.npz"
PASSAGES = "passages"
SENTENCES = "sentences"
TERMS = "terms"
LAYOUT = "layout"
# The folder of what only the next build reads.
BUILDING = "build"
HOMES = "homes.json"
# Tables that grow with the pages, and stay on disk.
_SHELVED = frozenset({"pages", "passages", "sentences"})


@dataclass(frozen=True, slots=True)
class Contents:
    """Pages with what was made of them; ``homes`` is the place that publishes each page, by id.

    Passages and sentences lie in the order of their pages. Those that were loaded stay on disk,
    pages too, and are read one by one (see index.shelf).
    """

    pages: Sequence[Page]
    passages: Sequence[Passage]
    sentences: Sequence[Sentence]
    places: tuple[Place, ...]
    ties: tuple[Tie, ...]
    facts: tuple[Fact, ...]
    exchanges: tuple[Exchange, ...]
    homes: Mapping[str, str]

    def save(self, folder: Path) -> None:
        """Write every table and the homes into ``folder``."""
        for name in _tables():
            if name in _SHELVED:
                write_shelf(folder, name, getattr(self, name))
            else:
                records.write_lines(folder / f"{name}.jsonl", getattr(self, name))
        (folder / HOMES).write_bytes(records.dump(self.homes))

    @classmethod
    def load(cls, folder: Path) -> Contents:
        """What ``save`` wrote; raises OSError or Undecodable where it is not that."""
        tables: dict[str, Any] = {
            name: Shelf(folder, name, kind)
            if name in _SHELVED
            else records.read_lines(folder / f"{name}.jsonl", kind)
            for name, kind in _tables().items()
        }
        homes = records.decoder(Mapping[str, str])(orjson.loads((folder / HOMES).read_bytes()))
        return cls(**tables, homes=homes)


def _tables() -> dict[str, type]:
    """The record type of each table: all fields of ``Contents`` but the homes."""
    hints = get_type_hints(Contents)
    return {name: get_args(hint)[0] for name, hint in hints.items() if name != "homes"}
