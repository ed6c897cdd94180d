"""A public set through the real index: built as pages are, searched as questions are."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from corpus.language import detect_language
from corpus.model import Block, Page, Span
from index.build import build_from
from index.progress import Advance, Progress
from index.reading import Reading
from index.search import Index, open_index
from service.retrieval.beir import read_beir
from service.retrieval.belebele import read_belebele
from service.retrieval.measures import ndcg, recall, reciprocal_rank
from service.retrieval.model import Document, Query, RetrievalSetError, Task
from service.retrieval.squad import read_squad

FORMATS = ("beir", "squad", "belebele")
# Passages taken from the index for a query: enough for 20 documents and for the reciprocal rank.
DEPTH = 200


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over the queries of one language pair, 0 to 1; ``mrr`` looks at DEPTH passages."""

    pair: str
    queries: int
    documents: int
    ndcg_10: float
    recall_1: float
    recall_5: float
    recall_20: float
    mrr: float


def measure_retrieval(
    format: str, path: Path, split: str | None, model: str, progress: Progress
) -> list[Quality]:
    """The quality of retrieval for each language pair of the set at ``path``.

    Each of its tasks gets an index of its own, a generation in a temporary folder. Raises
    RetrievalSetError for a set that cannot be used, UnusableIndex for a model that cannot.
    """
    found: list[Quality] = []
    tasks = read_set(format, path, split)
    with TemporaryDirectory(prefix="gyoryu-retrieval-") as folder:
        for task in tasks:
            index = _built(task.documents, Path(folder) / "index", model, progress)
            with progress.count("asking", len(task.queries)) as advance:
                found += _qualities(task, index, advance)
    return found


def read_set(format: str, path: Path, split: str | None = None) -> list[Task]:
    """The tasks of the set at ``path``, each of which has a document and a query at least."""
    if not path.exists():
        raise RetrievalSetError(f"{path}: nothing there; name a file or folder of the set")
    if split and format != FORMATS[0]:
        raise RetrievalSetError("--split is for BEIR folders; leave it out")
    readers: dict[str, Callable[[], list[Task]]] = {
        "beir": lambda: read_beir(path, split),
        "squad": lambda: read_squad(path),
        "belebele": lambda: read_belebele(path),
    }
    tasks = [task for task in readers[format]() if task.queries]
    if not tasks:
        raise RetrievalSetError(f"{path}: no query in it has a document to find")
    return tasks


def _built(documents: Sequence[Document], target: Path, model: str, progress: Progress) -> Index:
    pages = tuple(_page(number, document) for number, document in enumerate(documents))
    build_from(Reading(target, pages, ()), target, model, progress=progress, quotable=False)
    return open_index(target)


def _page(number: int, document: Document) -> Page:
    """A document as a page of one paragraph, under its title where it has one."""
    text = document.text or document.title
    return Page(
        id=f"{number:08}",
        title=document.title,
        text=text,
        blocks=(Block("paragraph", Span(0, len(text))),),
        digest=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        source=document.id,
    )


def _qualities(task: Task, index: Index, advance: Advance) -> Iterator[Quality]:
    asked: dict[str, list[tuple[Query, list[str]]]] = defaultdict(list)
    for query, pair in zip(task.queries, task.pairs(), strict=True):
        asked[pair].append((query, _ranking(query, task, index)))
        advance(1)
    for pair, results in asked.items():
        yield _quality(pair, len(task.documents), results)


def _ranking(query: Query, task: Task, index: Index) -> list[str]:
    """Documents by their best passage, best first; the language is told as for any question."""
    language = detect_language(query.text)
    vector = index.embed(query.text, language)
    hits = index.search(vector, query.text, language, DEPTH, twins=True)
    return [task.documents[int(page)].id for page in dict.fromkeys(h.passage.page for h in hits)]


def _quality(pair: str, documents: int, results: Sequence[tuple[Query, list[str]]]) -> Quality:
    judged = [(ranking, query.relevant) for query, ranking in results]
    return Quality(
        pair,
        len(judged),
        documents,
        ndcg_10=fmean(ndcg(*one, 10) for one in judged),
        recall_1=fmean(recall(*one, 1) for one in judged),
        recall_5=fmean(recall(*one, 5) for one in judged),
        recall_20=fmean(recall(*one, 20) for one in judged),
        mrr=fmean(reciprocal_rank(*one) for one in judged),
    )
