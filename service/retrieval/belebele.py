"""Belebele JSON lines (Bandarkar et al. 2023): a passage is to be found by its questions.

The same passages and questions in 122 languages, one file each. The question alone is asked,
without the choices.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from service.retrieval.lines import Row, field, files_in, read_json_lines
from service.retrieval.model import Document, Query, RetrievalSetError, Task

DIALECTS = {"kor_Hang": "ko", "zho_Hans": "zh", "zho_Hant": "zh-Hant", "eng_Latn": "en"}
_ENDING = ".jsonl"

Lines = list[tuple[str, Row]]


def read_belebele(path: Path) -> list[Task]:
    """A task for each of our languages in a file, or in the files of a folder.

    Every question is asked of the passages in each language. Raises RetrievalSetError for
    malformed files, and where there is no Korean, Chinese or English.
    """
    found: dict[str, Lines] = defaultdict(list)
    for where, row in _rows(path):
        language = DIALECTS.get(field(row, "dialect", where))
        if language:
            found[language].append((where, row))
    if not found:
        raise RetrievalSetError(f"{path}: no line has one of the dialects {', '.join(DIALECTS)}")
    passages = {language: _passages(lines) for language, lines in found.items()}
    asked = [(language, where, row) for language in found for where, row in found[language]]
    return [_task(language, passages[language], asked) for language in found]


def _rows(path: Path) -> Iterator[tuple[str, Row]]:
    """All lines; of a folder only those files that are named after one of our dialects."""
    files = files_in(path, *(f"{name}{_ENDING}" for name in DIALECTS))
    for file in files:
        yield from read_json_lines(file)


def _passages(lines: Lines) -> dict[str, str]:
    """The passages by key: two questions share one, and a link may have several."""
    return {_key(row, where): field(row, "flores_passage", where) for where, row in lines}


def _key(row: Row, where: str) -> str:
    """What identifies a question's line across languages."""
    return f"{field(row, 'link', where)}#{field(row, 'question_number', where)}"


def _task(
    language: str, passages: Mapping[str, str], asked: Sequence[tuple[str, str, Row]]
) -> Task:
    ids = {text: f"p{number}" for number, text in enumerate(dict.fromkeys(passages.values()))}
    documents = [Document(id, language, text) for text, id in ids.items()]
    queries = [
        Query(field(row, "question", where), language_asked, {ids[passages[key]]: 1.0})
        for language_asked, where, row in asked
        if (key := _key(row, where)) in passages
    ]
    return Task(tuple(documents), tuple(queries))
