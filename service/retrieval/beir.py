"""BEIR folders: corpus.jsonl, queries.jsonl and qrels/SPLIT.tsv (Thakur et al. 2021)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from corpus.language import detect_language
from service.retrieval.lines import field, read_json_lines, read_text
from service.retrieval.model import Document, Query, RetrievalSetError, Task

# The split that results are reported on.
USUAL = "test"
_PARTS = ("corpus.jsonl", "queries.jsonl", "qrels")

Grades = dict[str, dict[str, float]]


def read_beir(folder: Path, split: str | None = None) -> list[Task]:
    """The one task of a BEIR folder; of several files in qrels/ ``split`` names which.

    Raises RetrievalSetError for what is missing or malformed, and for ids that are not there.
    """
    for part in _PARTS:
        if not (folder / part).exists():
            raise RetrievalSetError(f"{folder}: no {part}; a BEIR folder has {', '.join(_PARTS)}")
    documents = _documents(folder / _PARTS[0])
    path = _qrels(folder / _PARTS[2], split)
    grades = _grades(path, documents)
    queries = _queries(folder / _PARTS[1], grades)
    missing = grades.keys() - queries.keys()
    if missing:
        raise RetrievalSetError(f"{path}: no query {min(missing)!r} in {_PARTS[1]}")
    return [Task(tuple(documents.values()), tuple(queries.values()))]


def _documents(path: Path) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    for where, row in read_json_lines(path):
        id, title = field(row, "_id", where), str(row.get("title") or "").strip()
        text = field(row, "text", where) if not title else str(row.get("text") or "")
        if id in documents:
            raise RetrievalSetError(f"{where}: the id {id!r} is there twice")
        documents[id] = Document(id, detect_language(f"{title} {text}"), text, title)
    return documents


def _queries(path: Path, grades: Mapping[str, Mapping[str, float]]) -> dict[str, Query]:
    """The queries by id that have something to find."""
    found = {}
    for where, row in read_json_lines(path):
        id, text = field(row, "_id", where), field(row, "text", where)
        if id in grades:
            found[id] = Query(text, detect_language(text), grades[id])
    return found


def _qrels(folder: Path, split: str | None) -> Path:
    files = {path.stem: path for path in sorted(folder.glob("*.tsv"))}
    wanted = split or (USUAL if USUAL in files or len(files) != 1 else next(iter(files)))
    if wanted in files:
        return files[wanted]
    there = f"it has {', '.join(files)}; name one with --split" if files else "it has no .tsv file"
    raise RetrievalSetError(f"{folder}: no {wanted}.tsv; {there}")


def _grades(path: Path, documents: Mapping[str, Document]) -> Grades:
    """Grades above zero by query and document; the header line may be missing."""
    grades: Grades = defaultdict(dict)
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        cells = line.split("\t")
        if not line.strip() or (number == 1 and cells[-1].strip() == "score"):
            continue
        query, document, grade = _row(cells, f"{path}, line {number}")
        if grade > 0:
            if document not in documents:
                raise RetrievalSetError(f"{path}, line {number}: no document {document!r}")
            grades[query][document] = grade
    return dict(grades)


def _row(cells: list[str], where: str) -> tuple[str, str, float]:
    try:
        query, document, grade = cells
        return query, document, float(grade)
    except ValueError:
        raise RetrievalSetError(
            f"{where}: not three columns with tabs between (query id, document id, grade)"
        ) from None
