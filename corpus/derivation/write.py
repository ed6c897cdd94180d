"""The data files: one row a place, names separated by ``|``, in a fixed order."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    characters: dict[str, list[str]] = defaultdict(list)
    for character, reading in sorted(readings.items()):
        characters[reading].append(character)
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(("reading", "head", "characters"))
        for reading, those in sorted(characters.items()):
            head = soften_initial(reading)
            lines.writerow((reading, head if head != reading else "", "".join(those)))


def write_mandarin(path: Path, readings: Mapping[str, str]) -> None:
    """Write how each character is read in Mandarin as CSV: one row a syllable."""
    characters: dict[str, list[str]] = defaultdict(list)
    for character, pinyin in sorted(readings.items()):
        characters[pinyin].append(character)
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(("pinyin", "korean", "characters"))
        for pinyin, those in sorted(characters.items()):
            lines.writerow((pinyin.replace("ü", "u"), transcribe_syllable(pinyin), "".join(those)))


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
