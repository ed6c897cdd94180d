"""Names that a question has and nobody knows: places in a partner's slot, and what is called so.

What is told must name them too; a partner that they are not must not be told in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.exchanges.kinds import kinds_of
from corpus.language import HAN, HANGUL
from corpus.model import Span
from corpus.readings import read_as_korean
from corpus.setting.transliteration import sound_alike
from corpus.text import fold_text
from corpus.wordlists import load_toml
from service.concepts import concepts_of
from service.lexicon import has

# Right behind a country, in front of what is done with a partner.
_BEHIND_ZH = re.compile(
    f"(?P<name>[{HAN}]{{2,6}}?)(?=市|县|区|镇|签|缔|结|建立|建交|是不是|有没有|是否|什么时候"
    "|啥时候|哪年|何时)"
)
_BEHIND_KO = re.compile(
    rf" ?(?P<name>[{HANGUL}]{{2,7}}?)(?:시|군|구)?"
    r"(?:이랑|(?<!이)랑|하고|와|과|에서|에는?|이?는|은|의)(?=\s|$|[?,.])"
)
# Joined to a partner, in front of the tie between them.
_WITH_ZH = re.compile(
    f"(?:跟|和|与|同)(?P<name>[{HAN}]{{2,6}}?)(?:市|县|区)?"
    "(?=(?:是|有没有|什么时候|啥时候|哪年|何时|在哪)?(?:签|缔|结))"
)
_WITH_KO = re.compile(
    rf"(?<![{HANGUL}])(?P<name>[{HANGUL}]{{2,7}}?)(?:이랑|(?<!이)랑|하고|와|과)"
    r"(?=(?:는|도|의)? ?[^?]{0,8}?(?:자매|우호|결연|협정|협약|체결))"
)
# A word in the middle of a sentence that is written as names are.
_CAPITAL = re.compile(r"(?<=[\w,;:)’'] )[(“\"']?(?P<name>[A-Z][a-z][\w-]+)")
_LATIN_WORD = re.compile(r"[a-z][a-z-]{2,}")
# Two spellings of a name in Latin letters share so many first letters.
_ALIKE = 5


def unknown_partners(text: str, taken: Sequence[Span], countries: Sequence[Span]) -> Iterator[str]:
    """Names beside a country or joined to a partner; ``taken`` are the names that are known."""
    for pattern in (_WITH_ZH, _WITH_KO):
        yield from _free(pattern.finditer(text), taken)
    for span in countries:
        for pattern in (_BEHIND_ZH, _BEHIND_KO):
            match = pattern.match(text, span.end)
            yield from _free([match] if match else [], taken)


def _free(
    matches: Sequence[re.Match[str]] | Iterator[re.Match[str]], taken: Sequence[Span]
) -> Iterator[str]:
    for match in matches:
        span = Span(*match.span("name"))
        if not any(span.overlaps(other) for other in taken) and not is_word(match["name"]):
            yield match["name"]


def is_word(name: str) -> bool:
    """Whether what looks like a name is made of words that questions have."""
    folded = fold_text(name)
    if has("no_name", folded) or concepts_of(folded) or kinds_of(folded):
        return True
    if has("partners", f"{folded}市"):
        # "Sister" in front of "city".
        return True
    return any(word in folded for word in _common())


def proper_names(text: str, taken: Sequence[Span]) -> tuple[str, ...]:
    """Words of an English question that are written as names and are none that is known."""
    found = [
        match["name"]
        for match in _CAPITAL.finditer(text)
        if not any(Span(*match.span("name")).overlaps(span) for span in taken)
    ]
    return tuple(dict.fromkeys(name for name in found if not _is_english(name)))


def _is_english(name: str) -> bool:
    word = fold_text(name)
    known = word in _english() or word.rstrip("s") in _english() or has("written_large", word)
    return known or bool(concepts_of(word)) or bool(kinds_of(word))


def names_it(name: str, text: str, surely: bool = False) -> bool:
    """Whether ``text`` has a name of a question, as far as its script can tell.

    A Latin name may sound otherwise in Hangul than it is spelt: it counts as told, but for those
    who want it ``surely``.
    """
    word, folded = fold_text(name), fold_text(text)
    if word in folded:
        return True
    if not word[0].isascii():
        reading = read_as_korean(word)
        return reading in read_as_korean(folded)
    if re.search(f"[{HANGUL}]", folded):
        runs = re.findall(f"[{HANGUL}]+", folded)
        return not surely or any(sound_alike(part, word) for run in runs for part in _parts(run))
    latin = _LATIN_WORD.findall(folded)
    if not re.search(f"[{HAN}]", folded):
        return any(other[:_ALIKE] == word[:_ALIKE] for other in latin)
    # Chinese characters do not tell how they sound.
    return True


def _parts(run: str) -> Iterator[str]:
    """Every stretch of two to five syllables of a run."""
    for start in range(len(run)):
        for size in range(2, 6):
            if start + size <= len(run):
                yield run[start : start + size]


@lru_cache(maxsize=1)
def _common() -> tuple[str, ...]:
    return tuple(load_toml("not_places.toml")["words"])


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    table = load_toml("not_places.toml")
    function_words = load_toml("language.toml")["function_words"]["en"]
    return frozenset([*table["english_words"], *table["family_names"], *function_words])
