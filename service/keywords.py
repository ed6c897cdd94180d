"""The words of a question that only few passages have: they say which of them is meant.

Meaning tells what a sentence is about, and is blind to what it is called: of ten festivals only the
word names the one. Stretches of a question that stand in a sentence too, letter by letter, count as
far as they are rare. Of Latin words only names count: "world" and "born" are rare on some pages and
in half of all questions. Between Korean and Chinese the Korean reading of the Chinese counts
(文化馆 is 문화관).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.language import HAN, HANGUL
from corpus.readings import heads, read_as_korean
from corpus.text import fold_text
from index.lexical import token_runs, tokenize
from service.catalogue import Catalogue
from service.lexicon import strip
from service.linking import BLANK

# A word is rare that stands in no more passages than this, or in this share of very many.
RARE, RARE_SHARE = 4, 0.005
# So many letters make a stretch; two of Han are often the end of a word and the head of the next.
LETTERS = 3
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
_SHORT = re.compile(
    f"(?<![{HANGUL}])([{HANGUL}]{{2}})(?=(?:축제|대회|박람회|페스티벌|공원|박물관|거리|은|는|이|가|을|를|의|에|에서|에게|도|와|과|랑|로|으로)?"
    f"(?![{HANGUL}]))"
)
# A word in the middle of a sentence that is written as names are.
_NAME = re.compile(r"(?<=[\w,;)] )[(“\"']?([A-Z][\w-]+)")
# Parts of questions that only ask.
_ASKING = ("wants", "yes_no", "operations", "anchors", "exchanges", "partners", "filler", "common")


@dataclass(frozen=True, slots=True)
class Keywords:
    """Which sentences have the rare words of a question: ``shares`` by row, each up to 1."""

    shares: Mapping[int, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether any sentence has a rare word of the question."""
        return bool(self.shares)

    def share(self, row: int) -> float:
        """How much of the question's rare words the sentence of a row has, from 0 to 1."""
        return self.shares.get(row, 0.0)


def find_keywords(bare: str, catalogue: Catalogue) -> Keywords:
    """The rare words of a folded question, and the sentences that have them."""
    for section in _ASKING:
        bare = strip(section, bare)
    bare = bare.replace(BLANK, " ")
    short = _short_words(bare)
    runs = [*token_runs(bare), *_read_runs(bare, catalogue)]
    rare = {token: weight for run in runs for token in run if (weight := _weight(token, catalogue))}
    found: dict[int, dict[str, float]] = {}
    for row in _rows(rare, catalogue):
        words = _usable(row, catalogue)
        whole = short & _short_words(fold_text(catalogue.index.sentences[row].text))
        stretches = {s: w for run in runs for s, w in _shared(run, words, rare, whole)}
        if stretches:
            found[row] = stretches
    every = {s: w for stretches in found.values() for s, w in stretches.items()}
    total = sum(every.values())
    return Keywords({row: sum(parts.values()) / total for row, parts in found.items()})


def _read_runs(bare: str, catalogue: Catalogue) -> list[list[str]]:
    """The stretches of Chinese characters in Korean readings, as Korean pages write them."""
    read = [read_as_korean(match.group()) for match in _HAN_RUN.finditer(bare)]
    return [[_as_written(token, catalogue) for token in run] for r in read for run in token_runs(r)]


def _as_written(token: str, catalogue: Catalogue) -> str:
    """A pair as the head of a word writes it, where only that stands on a page."""
    head = heads().get(token[0], token[0]) + token[1:]
    return token if catalogue.has_word(token) or not catalogue.has_word(head) else head


def _short_words(folded: str) -> frozenset[str]:
    """Words of two syllables, with or without a particle."""
    return frozenset(_SHORT.findall(folded))


def _weight(token: str, catalogue: Catalogue) -> float:
    """How much a word says: its inverse document frequency, where it is rare; else nothing."""
    passages = len(catalogue.index.passages)
    having = len(catalogue.index.passages_with(token)) or len(catalogue.read_rows(token))
    if token.isdecimal() or not 0 < having <= max(RARE, RARE_SHARE * passages):
        return 0.0
    return math.log1p(passages / having)


def _rows(rare: Mapping[str, float], catalogue: Catalogue) -> list[int]:
    """The sentences of the passages that have any of the words."""
    index = catalogue.index
    passages = {number for token in rare for number in index.passages_with(token).tolist()}
    pieces = (
        (passage.page, span)
        for passage in (index.passages[number] for number in sorted(passages))
        for span in passage.spans
    )
    rows = (row for page, span in pieces for row in index.rows_within(page, span))
    read = (row for token in rare for row in catalogue.read_rows(token))
    return list(dict.fromkeys((*rows, *read)))


def _usable(row: int, catalogue: Catalogue) -> frozenset[str]:
    """The words of a sentence without its Latin ones that are no names."""
    names = _NAME.findall(catalogue.index.sentences[row].text)
    named = {token for name in names for token in tokenize(name)}
    words = catalogue.words(row) | catalogue.read_words(row)
    return frozenset(word for word in words if not word[0].isascii() or word in named)


def _shared(
    run: Sequence[str], words: frozenset[str], rare: Mapping[str, float], whole: frozenset[str]
) -> Iterator[tuple[str, float]]:
    """The rare words of a run that stand in a stretch which ``words`` share, with their weights.

    A stretch may be shorter than it takes where it is one of the ``whole`` words of the question.
    """
    start = 0
    for end in range(len(run) + 1):
        if end < len(run) and run[end] in words:
            continue
        stretch = run[start:end]
        start = end + 1
        if stretch and (_letters(stretch) >= LETTERS or stretch[0] in whole):
            yield from ((token, rare[token]) for token in stretch if token in rare)


def _letters(stretch: Sequence[str]) -> int:
    """The letters of a stretch of overlapping pairs; of the one word that a Latin one has."""
    return len(stretch[0]) + len(stretch) - 1
