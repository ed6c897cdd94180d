"""The data files: one row a place, names separated by ``|``, in a fixed order."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from corpus.derivation.hangul import soften_initial
from corpus.derivation.mandarin import transcribe_syllable
from corpus.derivation.rows import LANGUAGES, Row

_HEAD = (
    "# Short forms of places that are ordinary words. Such a form names its place only with its\n"
    "# suffix (합작시, 合作市), or with what contains it right in front.\n"
    "# Made by corpus.derivation from word lists; additions go to its data/ambiguous_words.csv.\n"
)
_A_LINE = 8
COLUMNS = ("id", "kind", "parent", *LANGUAGES, "derived", "former", "successor")


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write ``rows`` (with ids) as the CSV file ``path``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(COLUMNS)
        lines.writerows(_cells(row) for row in rows)


def write_words(path: Path, words: Mapping[str, list[str]]) -> None:
    """Write the ambiguous words as a TOML file with a list for each language, eight to a line."""
    lines = [_HEAD]
    for language, found in words.items():
        lines.append(f"{language} = [")
        for start in range(0, len(found), _A_LINE):
            quoted = (f'"{word}"' for word in found[start : start + _A_LINE])
            lines.append(f"    {', '.join(quoted)},")
        lines.append("]\n")
    path.write_text("\n".join(lines), encoding="utf-8")


def write_readings(path: Path, readings: Mapping[str, str]) -> None:
    """Write the reading of each character as CSV: one row a reading, with its form at the head."""
    _write_characters(path, ("reading", "head"), readings, _with_head)


def write_mandarin(path: Path, readings: Mapping[str, str]) -> None:
    """Write how each character is read in Mandarin as CSV: one row a syllable."""
    _write_characters(path, ("pinyin", "korean"), readings, _transcribed)


def _write_characters(
    path: Path,
    columns: tuple[str, str],
    readings: Mapping[str, str],
    cells: Callable[[str], tuple[str, str]],
) -> None:
    """Write one row a reading: the two ``cells`` that tell it, and the characters read so."""
    characters: dict[str, list[str]] = defaultdict(list)
    for character, reading in sorted(readings.items()):
        characters[reading].append(character)
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow((*columns, "characters"))
        for reading, those in sorted(characters.items()):
            lines.writerow((*cells(reading), "".join(those)))


def _with_head(reading: str) -> tuple[str, str]:
    """A Korean reading, and how it is written at the head of a word where that differs."""
    head = soften_initial(reading)
    return reading, head if head != reading else ""


def _transcribed(pinyin: str) -> tuple[str, str]:
    """A syllable in plain letters, and as Korean transcribes it."""
    return pinyin.replace("ü", "u"), transcribe_syllable(pinyin)


def _cells(row: Row) -> list[str]:
    return [
        row.id,
        row.kind,
        row.parent,
        *("|".join(row.names.get(language, ())) for language in LANGUAGES),
        " ".join(language for language in LANGUAGES if language in row.derived),
        "yes" if row.former else "",
        row.successor,
    ]
