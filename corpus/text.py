"""Normal forms of text: one to read and embed, one to match by that keeps a map to the source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import opencc

from corpus.model import Span

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
# The conjoining letters of one Hangul syllable, or a character with its combining marks: with any
# other character by itself, the smallest pieces that can be normalised apart from each other.
_CLUSTER = re.compile(
    "[\u1100-\u115f\ua960-\ua97f][\u1160-\u11a7\ud7b0-\ud7c6]+[\u11a8-\u11ff\ud7cb-\ud7ff]*"
    "|.[\u0300-\u036f\u11a8-\u11ff\u3099\u309a\u20d0-\u20ff]+",
    re.DOTALL,
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‛′＇ʼ`´"), "'")
# The dot that is left of a Turkish capital I in lower case.
# Characters of Japan that OpenCC leaves, or takes for older forms than it simplifies.
_JAPAN = str.maketrans("戸姫呉舎氷澁倶鄕値鑛鬭擧嶋郞", "户姬吴舍冰涩俱乡值矿斗举岛郎")
_FOLD = {**_DASHES, **_QUOTES, 0x307: ""}
# Without any of these there is no cluster of several characters.
_JOINING = re.compile("[\u0300-\u036f\u1160-\u11ff\u3099\u309a\u20d0-\u20ff\ud7b0-\ud7c6]")
# Letters that are folded to themselves or to their small form, each by itself: ASCII and Hangul.
_PLAIN = re.compile("[\x00-\x7f\uac00-\ud7a3]*+")
# Questions and sentences of this length are folded again and again, paragraphs of the other by
# several modules one after another; longer text is read once.
SHORT, _LONG = 400, 20_000
_SPACES = re.compile(r"\s+")
# Stands for a letter that is folded to none or to several: no character of any text.
_OTHER = "\uffff"
_HALVES = re.compile("[\ud800-\udfff]")


class Folded(NamedTuple):
    """Text folded for matching; folded character i is ``source[starts[i]:ends[i]]``."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

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
    """Text as names and words are matched: NFKC, lower case, simplified Han, plain dashes.

    Characters of Japan are simplified as well: 滝沢 is 泷泽.
    """
    if len(text) <= SHORT:
        return _fold_short(text)
    return _fold_long(text) if len(text) <= _LONG else _fold(text)


def _fold(text: str) -> Folded:
    """The fold of a text: letters that change into one other first, which moves nothing."""
    if _PLAIN.fullmatch(text):
        # A table of letters takes eight times as long (5 µs for a sentence in Korean).
        plain = text.lower().replace("`", "'")
        return Folded(plain, range(len(text)), range(1, len(text) + 1))
    replaced = text.translate(_letters)
    if _OTHER not in replaced and not _JOINING.search(text):
        return Folded(replaced, range(len(text)), range(1, len(text) + 1))
    clusters = list(_CLUSTER.finditer(text))
    inside = {i for match in clusters for i in range(*match.span())}
    apart = re.finditer(_OTHER, replaced)
    clusters += [match for match in apart if match.start() not in inside]
    clusters.sort(key=re.Match.start)
    return _put_in(text, replaced, clusters)


class _Letters(dict[int, str]):
    """What single letters are folded to, as far as asked for; ``_OTHER`` where to none or several.

    The table of all letters of the pages read: as many as there are in Unicode at most.
    """

    def __missing__(self, code: int) -> str:
        folded = _fold_cluster(chr(code))
        self[code] = letter = folded if len(folded) == 1 and folded != _OTHER else _OTHER
        return letter


_letters = _Letters()


def _put_in(source: str, text: str, clusters: Iterable[re.Match[str]]) -> Folded:
    """``text``, which is ``source`` with its letters folded, with ``clusters`` of it folded."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in clusters:
        start, end = match.span()
        folded = _fold_cluster(source[start:end])
        letters += text[done:start], folded
        starts += [*range(done, start), *[start] * len(folded)]
        ends += [*range(done + 1, start + 1), *[end] * len(folded)]
        done = end
    starts += range(done, len(text))
    ends += range(done + 1, len(text) + 1)
    return Folded("".join([*letters, text[done:]]), starts, ends)


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


@lru_cache(maxsize=65536)
def _fold_cluster(cluster: str) -> str:
    folded = _INVISIBLE.sub("", unicodedata.normalize("NFKC", cluster)).lower().translate(_FOLD)
    # Half a surrogate pair is no character, and what the converter cannot take.
    if any(character >= "\u2e80" for character in folded) and not _HALVES.search(folded):
        folded = _of_china(simplify(folded))
    return folded


def _of_china(letters: str) -> str:
    """``letters`` with those that only Japan writes so as China does: 沢 is 泽.

    Signs that a Chinese standard has (浜, 芸) are Chinese ones of their own.
    """
    return "".join(_simplified(c) if _is_only_japanese(c) else c for c in letters)


def _is_only_japanese(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" and not any(_has(c, letter) for c in ("gb2312", "big5"))


def simplify_japanese(text: str) -> str:
    """Japanese characters as simplified Chinese writes them, letter by letter: 神戸 is 神户."""
    return "".join(map(_simplified, text))


@lru_cache(maxsize=4096)
def _simplified(letter: str) -> str:
    converted = simplify(_converter("jp2t").convert(letter)).translate(_JAPAN)
    return converted if _has("gb2312", converted) else simplify(letter)


def _has(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


_fold_short = lru_cache(maxsize=4096)(_fold)
_fold_long = lru_cache(maxsize=32)(_fold)


@lru_cache(maxsize=4)
def _converter(config: str) -> opencc.OpenCC:
    return opencc.OpenCC(config)
