"""What a public set comes down to: documents, queries, and which belongs to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.language import detect_language


class RetrievalSetError(Exception):
    """A set that cannot be used; the message names the file, the line and what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to be found; ``language`` is ko, zh, zh-Hant or en."""

    id: str
    language: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A question; ``relevant`` grades documents by id (1 and more), those left out are not."""

    text: str
    language: str
    relevant: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Task:
    """Documents that share one index, and the queries that are asked of it."""

    documents: tuple[Document, ...]
    queries: tuple[Query, ...]

    def pairs(self) -> list[str]:
        """For each query the languages of it and of what it looks for: ``ko→en``.

        Documents in several languages count as the one that most of them are in.
        """
        languages = {document.id: document.language for document in self.documents}
        return [
            f"{query.language}→{commonest(languages[id] for id in query.relevant)}"
            for query in self.queries
        ]


def commonest(languages: Iterable[str]) -> str:
    """The language that comes most often, of equals the first; English where there is none."""
    found = list(languages)
    return max(dict.fromkeys(found), key=found.count, default="en")


def language_of(texts: Iterable[str]) -> str:
    """The language that most of ``texts`` are in."""
    return commonest(map(detect_language, texts))
