"""Normal forms of text: one to read and embed, one to match by that keeps a map to the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import opencc

from corpus.model import Span

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
# A character with its combining marks, or the conjoining letters of one Hangul syllable: the
# smallest pieces that can be normalised apart from each other.
_CLUSTER = re.compile(
    "[\u1100-\u115f\ua960-\ua97f][\u1160-\u11a7\ud7b0-\ud7c6]+[\u11a8-\u11ff\ud7cb-\ud7ff]*"
    "|.[\u0300-\u036f\u11a8-\u11ff\u3099\u309a\u20d0-\u20ff]*",
    re.DOTALL,
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‛′＇ʼ`´"), "'")
_FOLD = {**_DASHES, **_QUOTES}
# Questions and sentences of this length are folded again and again; longer text is read once.
SHORT = 400
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Text folded for matching; folded character i is ``source[starts[i]:ends[i]]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The source span of the folded range [start, end), which must not be empty."""
        return Span(self.starts[start], self.ends[end - 1])


def clean(text: str) -> str:
    """Text as it is read and embedded: NFKC, nothing invisible, single spaces."""
    writable = text.encode("utf-8", "ignore").decode("utf-8")
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", writable))
    printable = "".join(" " if unicodedata.category(c) == "Cc" else c for c in visible)
    return _SPACES.sub(" ", printable).strip()


def fold(text: str) -> Folded:
    """Text as names and words are matched: NFKC, lower case, simplified Han, plain dashes."""
    return _fold_short(text) if len(text) <= SHORT else _fold(text)


def _fold(text: str) -> Folded:
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, cluster in _clusters(text):
        folded = _fold_cluster(cluster)
        letters.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
    return Folded("".join(letters), tuple(starts), tuple(ends))


def fold_text(text: str) -> str:
    """Only the text of ``fold``."""
    return fold(text).text


def simplify(text: str) -> str:
    """Han characters in their simplified form, phrase by phrase."""
    return str(_converter("t2s").convert(text))


def traditionalise(text: str) -> str:
    """Han characters in their traditional form, phrase by phrase."""
    return str(_converter("s2t").convert(text))


def is_traditional(text: str) -> bool:
    """Whether ``text`` has a character that only traditional Chinese writes so."""
    return simplify(text) != text and traditionalise(text) == text


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _CLUSTER.finditer(text):
        yield match.start(), match.end(), match.group()


@lru_cache(maxsize=65536)
def _fold_cluster(cluster: str) -> str:
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFKC", cluster)).lower().translate(_FOLD)
    if any(character >= "\u2e80" for character in folded):
        folded = simplify(folded)
    return folded


_fold_short = lru_cache(maxsize=4096)(_fold)


@lru_cache(maxsize=4)
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)
