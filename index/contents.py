"""What a generation holds: its typed records, one file for each kind, and the names of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import orjson

from corpus.model import Exchange, Fact, Page, Passage, Place, Tie
from index import records
from index.model import Sentence

# Names inside a generation: folders, a file, and two sets of vectors.
ENCODER = "encoder"
LEXICON = "lexical"
MEANS = "means.npz"
PASSAGES = "passages"
SENTENCES = "sentences"
TERMS = "terms"
_HOMES = "homes.json"


@dataclass(frozen=True, slots=True)
class Contents:
    """Pages with what was made of them; ``homes`` is the place that publishes each page, by id."""

    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...]
    ties: tuple[Tie, ...]
    facts: tuple[Fact, ...]
    exchanges: tuple[Exchange, ...]
    homes: Mapping[str, str]

    def save(self, folder: Path) -> None:
        """Write every table and the homes into ``folder``."""
        for name in _tables():
            records.write_lines(folder / f"{name}.jsonl", getattr(self, name))
        (folder / _HOMES).write_bytes(records.dump(self.homes))

    @classmethod
    def load(cls, folder: Path) -> Contents:
        """What ``save`` wrote; raises OSError or Undecodable where it is not that."""
        tables: dict[str, Any] = {
            name: records.read_lines(folder / f"{name}.jsonl", kind)
            for name, kind in _tables().items()
        }
        homes = records.decoder(Mapping[str, str])(orjson.loads((folder / _HOMES).read_bytes()))
        return cls(**tables, homes=homes)

    def counts(self) -> dict[str, int]:
        """How many records each table has."""
        return {name: len(getattr(self, name)) for name in _tables()}


def _tables() -> dict[str, type]:
    """The record type of each table: the fields of ``Contents`` that are tuples."""
    hints = get_type_hints(Contents)
    return {name: get_args(hint)[0] for name, hint in hints.items() if name != "homes"}
