"""Derive the gazetteer: ``python -m corpus.derivation [--cache DIR] [--target DIR]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from platformdirs import user_cache_path

from corpus.derivation.gazetteer import derive, readings, report
from corpus.derivation.pinyin import usual_readings
from corpus.derivation.sources import SourceError, Sources
from corpus.derivation.tables import audited
from corpus.derivation.words import ambiguous
from corpus.derivation.write import write_mandarin, write_readings, write_rows, write_words

_TARGET = Path(__file__).parents[1] / "data" / "places"


def main() -> int:
    """Fetch what is missing, derive, write the data files and say what is in them."""
    options = _options()
    sources = Sources(options.cache)
    try:
        gazetteer = derive(sources)
        words = ambiguous(sources, gazetteer.rows(), audited())
    except SourceError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    options.target.mkdir(parents=True, exist_ok=True)
    for name, rows in gazetteer.files.items():
        write_rows(options.target / f"{name}.csv", rows)
        print(f"{name}.csv: {len(rows)} places")
    write_words(options.target / "ambiguous.toml", words)
    for language, found in words.items():
        print(f"ambiguous.toml: {len(found)} {language}")
    write_readings(options.target.parent / "readings.csv", readings(sources).common())
    write_mandarin(options.target.parent / "mandarin.csv", usual_readings())
    for check in report(sources):
        print(check)
        print("  " + "; ".join(" / ".join(parts) for parts in check.disagreements))
    for reason, names in gazetteer.left.by_reason.items():
        print(f"left out: {reason}: {', '.join(names)}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m corpus.derivation", description=__doc__)
    parser.add_argument("--cache", type=Path, default=user_cache_path("gyoryu") / "places")
    parser.add_argument("--target", type=Path, default=_TARGET)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
