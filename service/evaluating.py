"""An evaluation of several files, and what is written from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from index.progress import Progress
from service.calibration import calibrate
from service.catalogue import Catalogue
from service.confidence import write_bands
from service.evaluated import Evaluated, evaluation_json, markdown_of
from service.evaluation import GoldenError, Report, evaluate, read_questions


def evaluate_files(
    files: Iterable[Path],
    sealed: Iterable[Path],
    catalogue: Catalogue,
    today: date,
    progress: Progress | None = None,
) -> Evaluated:
    """Ask the questions of every file; raises GoldenError where one cannot be used."""

    def asked(paths: Iterable[Path]) -> dict[str, Report]:
        return {
            path.stem: evaluate(questions, catalogue, today, progress)
            for path, questions in [(path, read_questions(path)) for path in paths]
        }

    return Evaluated(asked(files), asked(sealed))


def write_report(found: Evaluated, folder: Path) -> None:
    """Write plots, tables (``results.md``) and ``results.json`` into ``folder``."""
    try:
        from service.plots import draw
    except ImportError as error:
        reason = "plots need matplotlib; install it with: pip install 'gyoryu[report]'"
        raise GoldenError(reason) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draw(found, folder)
        (folder / "results.md").write_text(markdown_of(found), encoding="utf-8")
        (folder / "results.json").write_bytes(evaluation_json(found))
    except OSError as error:
        raise GoldenError(f"{folder}: cannot be written ({error.strerror})") from error


def write_calibration(found: Evaluated, file: Path) -> None:
    """Measure the confidence on the open files and write it to ``file``."""
    try:
        file.write_text(write_bands(calibrate(found.open.claims)), encoding="utf-8")
    except OSError as error:
        raise GoldenError(f"{file}: cannot be written ({error.strerror})") from error
