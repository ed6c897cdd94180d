"""What words of Korean text look like that may be names of people, and words that are none."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language import HANGUL
from corpus.wordlists import load_toml

# Syllables of a Korean name, or of a Chinese one in Korean letters.
SHORTEST, LONGEST, SHORT = 3, 5, 2
HANGUL_RUN = re.compile(f"[{HANGUL}]+")
# Syllables of one word of a name that is neither Korean nor Chinese.
LONGEST_WORD = 6
PLACE_ENDS = ("시", "구", "군", "도", "성", "현", "주", "위", "아이막", "의회", "정부", "카운티")
Range = tuple[int, int]


def is_japanese_name(family: str, given: str) -> bool:
    """Whether two words are written like a Japanese name, the second being no family name."""
    long = len(family) >= SHORTEST and len(given) >= SHORT and not family.endswith(PLACE_ENDS)
    written = long and is_japanese(family) and _is_one_word(given) and is_japanese_given(given)
    return written and not is_foreign_family(given)


def _is_one_word(text: str) -> bool:
    return HANGUL_RUN.fullmatch(text) is not None


def is_full_name(words: list[str]) -> bool:
    """Whether words show by a family name or a foreign given name that they are somebody's."""
    return is_family(words[0]) or (len(words) > 1 and any(map(is_foreign_given, words)))


def is_foreign_family(word: str) -> bool:
    """Whether a word is known as a family name of another language."""
    return word in words_of("foreign")


def is_western_given(word: str) -> bool:
    """Whether a word is known as a given name that stands before the family name."""
    return word in words_of("given")


def is_also_word(office: str) -> bool:
    """Whether an office is another word as well, unless somebody stands beside it."""
    return office in words_of("also_words") or office in words_of("other_words")


def is_sure(name: str) -> bool:
    """Whether a name shows by its look that it is one."""
    return len(name) == SHORT or is_foreign_family(name.split()[0])


def is_surely_foreign(name: str) -> bool:
    """Whether a name opens like a Chinese or Japanese one and is no common word."""
    first = name.split()[0]
    return is_family(first) or (is_transcribed(first) and not is_also_word(first))


def is_pair(family: str, given: str) -> bool:
    """Whether two words are a family name and the given name behind it."""
    known = family in words_of("foreign")
    if known and is_japanese_given(given):
        return True
    return may_be_given(given) and (known or (is_family(family) and is_japanese(given)))


def is_japanese_given(word: str) -> bool:
    """Whether a word is a Japanese given name, though some open like a city ("도시유키")."""
    opens = word.startswith("도시") and len(word) > SHORT and word not in words_of("offices")
    return is_japanese(word) and (opens or may_be_given(word))


def is_family(word: str) -> bool:
    """Whether a word is a family name that the given name stands behind."""
    # Surnames of four letters and more end in "로" ("에다히로"), and shorter words do.
    common = [end for end in words_of("common_ends") if end != "로" or len(word) <= SHORTEST]
    ends = word.endswith((*PLACE_ENDS, *common))
    return is_foreign_family(word) or (
        len(word) >= SHORTEST and is_japanese(word) and may_be_given(word) and not ends
    )


def is_japanese(word: str) -> bool:
    """Whether a word is written like a Japanese name."""
    letters = words_of("japanese_letters")
    return all(letter in letters for letter in word)


def may_be_given(word: str) -> bool:
    """Whether a word may be a given name, whatever it ends in."""
    common = word.startswith(words_of("not_names")) or word in words_of("offices")
    return bool(HANGUL_RUN.fullmatch(word)) and len(word) <= LONGEST_WORD and not common


def is_foreign_word(word: str) -> bool:
    """Whether a word may be one of a name in Korean letters, and is no common word."""
    if HANGUL_RUN.fullmatch(word) is None or len(word) > LONGEST_WORD:
        return False
    if word in words_of("given") and len(word) > SHORT:
        return True
    common = word.startswith(words_of("not_names")) or word.endswith(words_of("common_ends"))
    return not common


@lru_cache(maxsize=1024)
def is_foreign_given(word: str) -> bool:
    """Whether a word is a given name of the West, or has a syllable that few Korean ones have."""
    letters = load_toml("offices.toml")["ko"]["foreign_letters"]
    return word in words_of("given") or any(letter in letters for letter in word)


def is_korean_name(word: str) -> bool:
    """A surname with a given name of two syllables, or a Chinese name in Korean letters."""
    if len(word) == SHORTEST and word[-1] in _name_openings().get(word[:-1], ""):
        return True
    if word.startswith(words_of("not_names")) or HANGUL_RUN.fullmatch(word) is None:
        return False
    lengths = {len(s) + 2 for s in words_of("surnames") if word.startswith(s)}
    transcribed = is_transcribed(word) and len(word) >= SHORTEST
    return len(word) in lengths or transcribed


@lru_cache(maxsize=1)
def _name_openings() -> dict[str, str]:
    """By the two syllables that open a name and are a word as well, what ends such names."""
    return {entry.split()[0]: entry.split()[1] for entry in words_of("name_openings")}


def is_transcribed(word: str) -> bool:
    """Whether a word is written like a Chinese name: its surname, and Chinese syllables."""
    letters = words_of("transcribed_letters")
    opens = word.startswith(words_of("transcribed")) and not word.startswith(words_of("not_names"))
    chinese = len(word) == SHORTEST or all(letter in letters for letter in word)
    return opens and len(word) <= LONGEST and chinese


@lru_cache(maxsize=16)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a list for Korean text."""
    return tuple(load_toml("offices.toml")["ko"][name])
