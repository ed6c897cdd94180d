"""SQuAD-style JSON (also KorQuAD, CMRC, XQuAD): a paragraph is to be found by its questions.

Files that share the ids of questions are translations of each other, as those of XQuAD are: the
questions of one are then asked of the paragraphs of the other, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.retrieval.lines import field, files_in, read_json, rows
from service.retrieval.model import Document, Query, RetrievalSetError, Task, language_of

# So many paragraphs tell a file's language.
_TOLD_BY = 50


@dataclass(frozen=True, slots=True)
class _File:
    """One file: its paragraphs by id, and by the id of a question its text and paragraph."""

    language: str
    paragraphs: Mapping[str, str]
    questions: Mapping[str, tuple[str, str]]


def read_squad(path: Path) -> list[Task]:
    """A task for each file, of a folder each ``.json`` there; see the module for what is asked.

    Paragraphs that are the same count as one. Raises RetrievalSetError for malformed files.
    """
    files = [_read(file) for file in files_in(path, ".json")]
    return [_task(file, files) for file in files]


def _read(path: Path) -> _File:
    paragraphs: dict[str, str] = {}
    ids: dict[str, str] = {}
    questions: dict[str, tuple[str, str]] = {}
    for article in rows(read_json(path), "data", str(path)):
        for paragraph in rows(article, "paragraphs", str(path)):
            context = field(paragraph, "context", str(path))
            id = ids.setdefault(context, f"p{len(ids)}")
            paragraphs[id] = context
            for item in rows(paragraph, "qas", f"{path}, {context[:20]!r}"):
                where = f"{path}, a question on {context[:20]!r}"
                questions[field(item, "id", where)] = field(item, "question", where), id
    if not questions:
        raise RetrievalSetError(f"{path}: no question in it")
    return _File(language_of(list(paragraphs.values())[:_TOLD_BY]), paragraphs, questions)


def _task(file: _File, files: Sequence[_File]) -> Task:
    documents = [Document(id, file.language, text) for id, text in file.paragraphs.items()]
    queries = [
        Query(text, asked.language, {file.questions[id][1]: 1.0})
        for asked in files
        for id, (text, _) in asked.questions.items()
        if id in file.questions
    ]
    return Task(tuple(documents), tuple(queries))
