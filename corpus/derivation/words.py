"""Short forms of places that are ordinary words: 동안 (while), 合作 (to cooperate), Long.

Evidence is independent of the places: a frequency list of each language (wordfreq), and what a
dictionary takes the form for: a Korean analyser (Kiwi), the word list of the Chinese segmenter
jieba with its parts of speech, and the lower-case words of Debian's list of American English.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import jieba
import wordfreq
from kiwipiepy import Kiwi

from corpus.derivation import japan
from corpus.derivation.rows import Row
from corpus.derivation.sources import ENGLISH, Sources
from corpus.derivation.tables import table

# Zipf frequency (log10 of uses in a thousand million words) from which a form counts as a word.
_COMMON = {"ko": 3.0, "zh": 3.3, "en": 2.0}
# A form that the analyser knows as a name is a word too from here on, if it also is one in Hanja.
_VERY_COMMON = 3.5
_ENDINGS = {"ko": "시구현군성주기맹도", "zh": "市区县旗省盟州"}
_ENGLISH_KINDS = re.compile(
    r"(?: (?:District|County|City|Banner|League|Prefecture|Province|State|Region)"
    r"|-(?:gu|gun|si|do))$"
)
# Parts of speech of names in jieba's word list.
_CHINESE_NAMES = ("ns", "nr", "nrt", "nz", "nt")
# A city that lies in a province is a prefecture.
_LARGE = ("city", True)
_WORDS_PATH = "./usr/share/dict/american-english"


def ambiguous(
    sources: Sources, rows: Iterable[Row], audited: Iterable[Row]
) -> dict[str, list[str]]:
    """The short forms by language (``ko``, ``zh``, ``en`` in lower case) that are ordinary words.

    Forms of audited places are not judged: they were chosen by hand. Nor are, in Chinese, those of
    prefectures and of provinces, whose short names are more usual than the word, Japan's aside.
    """
    wanted = [row for row in rows if row.kind != "country"]
    provinces = {row.id for row in wanted if row.kind == "province"}
    large = [r for r in wanted if r.kind == "province" or (r.kind, r.parent in provinces) == _LARGE]
    large = [r for r in large if not r.key.startswith(japan.KEY)]
    english = set(sources.deb_member(ENGLISH, _WORDS_PATH).decode().split())
    hanja = {line.split(":")[0] for line in sources.hanja_lines() if line.count(":") > 1}
    found = {
        "ko": {s for s in _stems(wanted, "ko") if _is_korean_word(s, hanja)},
        "zh": {s for s in _stems(wanted, "zh") if _is_chinese_word(s)} - _stems(large, "zh"),
        "en": {s for s in _stems(wanted, "en") if s in english and _is_common(s, "en")},
    }
    judged = {row["id"] for row in table("audited")}
    known = [row for row in audited if row.key in judged]
    return {
        language: sorted(_by_hand(language, words - _stems(known, language), wanted))
        for language, words in found.items()
    }


def _by_hand(language: str, words: set[str], rows: list[Row]) -> set[str]:
    """``words`` with those ``data/ambiguous_words.csv`` adds, and without those it takes away."""
    judged = [row for row in table("ambiguous_words") if row["language"] == language]
    added = {row["word"] for row in judged if row["listed"] == "yes"}
    dropped = {row["word"] for row in judged if row["listed"] == "no"}
    return (words | added & _stems(rows, language)) - dropped


def _stems(rows: Iterable[Row], language: str) -> set[str]:
    names = (name for row in rows for name in row.names[language])
    if language == "en":
        return {_ENGLISH_KINDS.sub("", name).lower() for name in names}
    return {_stem(name, language) for name in names}


def _stem(name: str, language: str) -> str:
    return name[:-1] if len(name) > 2 and name[-1] in _ENDINGS[language] else name


def _is_common(word: str, language: str, least: float | None = None) -> bool:
    return _zipf(word, language) >= (_COMMON[language] if least is None else least)


@lru_cache(maxsize=3)
def _frequencies(language: str) -> Mapping[str, float]:
    found: Mapping[str, float] = wordfreq.get_frequency_dict(language)
    return found


def _zipf(word: str, language: str) -> float:
    frequency = _frequencies(language).get(word, 0)
    return math.log10(frequency) + 9 if frequency else 0.0


@lru_cache(maxsize=1)
def _analyser() -> Kiwi:
    return Kiwi()


def _is_korean_word(stem: str, hanja: set[str]) -> bool:
    if not 2 <= len(stem) <= 3 or not _zipf(stem, "ko"):
        return False
    tags = [token.tag for token in _analyser().tokenize(stem)]
    if tags == ["NNP"]:
        return stem in hanja and _is_common(stem, "ko", _VERY_COMMON)
    return len(tags) > 1 or _is_common(stem, "ko")


@lru_cache(maxsize=1)
def _chinese_words() -> dict[str, str]:
    """Words and their parts of speech in the word list that jieba ships."""
    lines = (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    return {word: tag for word, _, tag in (line.split(" ") for line in lines)}


def _is_chinese_word(stem: str) -> bool:
    tag = _chinese_words().get(stem)
    return len(stem) > 1 and tag not in (None, *_CHINESE_NAMES) and _is_common(stem, "zh")
