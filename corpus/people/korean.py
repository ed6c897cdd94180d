"""People in Korean text, by their office and name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.language import HANGUL
from corpus.wordlists import load_toml

# How far (characters) before its office a name may stand, over the place whose office it is.
_REACH = 24
# Syllables of a Korean name, or of a Chinese one in Korean letters.
_SHORTEST, _LONGEST = 3, 5
_HANGUL_RUN = re.compile(f"[{HANGUL}]+")
_TOKEN = re.compile(r"\S+")
# Words of a name that is neither Korean nor Chinese, and syllables of one of them.
_MOST_WORDS, _LONGEST_WORD = 4, 6
_SEVERAL_WORDS = re.compile(
    f" (?P<name>[{HANGUL}]+(?: [{HANGUL}]+){{1,3}})(?=[,，(（]| (?:일행|등|외|내외)|$)"
)
_PLACE_ENDS = ("시", "구", "군", "도", "성", "현", "주", "위", "의회", "정부")
_Range = tuple[int, int]


def korean_offices(text: str) -> Iterator[tuple[_Range, _Range | None, bool]]:
    """Each office of the folded ``text`` with the name beside it, as ranges of it.

    The last is whether it may be another word, unless the name of a place stands beside it.
    """
    taken = 0
    for match in _offices().finditer(text):
        if not _ends_there(text, match.end()) or _only_leads(text, match):
            continue
        tokens = list(_TOKEN.finditer(text, max(taken, match.start() - _REACH), match.start()))
        glued = bool(tokens) and _HANGUL_RUN.match(text[match.start() - 1]) is not None
        before = tokens[:-1] if glued else tokens
        office = match.span() if glued else _with_body(match, before)
        several = _foreign_behind(text, match.end())
        name = _korean_before(before, match.group()) or (several if glued else None)
        name = name or _korean_behind(text, match.end())
        unsure = glued and match.group() in _words("also_words")
        if name is None:
            name = _foreign_before(text, before, match.group()) or several
            unsure = not (name and text[name[0] : name[1]].split()[0] in _words("foreign"))
        taken = max(match.end(), name[1] if name else 0)
        yield office, name, unsure


def _only_leads(text: str, match: re.Match[str]) -> bool:
    """Whether a leader of a group is named with a real office behind ("단장 천허웨이 부시장")."""
    if match.group() not in _words("roles"):
        return False
    behind = _TOKEN.match(text, match.end() + 1)
    following = _offices().search(text, behind.end()) if behind else None
    return behind is not None and following is not None and following.start() == behind.end() + 1


def _with_body(match: re.Match[str], tokens: list[re.Match[str]]) -> _Range:
    """An office with the body before it whose it is, where that is no place's ("구의회 의장")."""
    body = bool(tokens) and tokens[-1].group() in _words("bodies")
    return (tokens[-1].start() if body else match.start()), match.end()


def _korean_before(tokens: list[re.Match[str]], office: str) -> tuple[int, int] | None:
    """The name before an office, over the names of places between the two."""
    for position in range(len(tokens) - 1, -1, -1):
        token, word = tokens[position], tokens[position].group()
        family = tokens[position - 1] if position else None
        if family and family.group() in _words("foreign") and _is_foreign_word(word):
            return family.start(), token.end()
        # "노산구 구장" names an office of a place and no person.
        if _is_korean_name(word) and word[-1] not in f"시{office[0]}":
            return token.span()
        if not word.endswith(_PLACE_ENDS):
            return None
    return None


def _korean_behind(text: str, end: int) -> tuple[int, int] | None:
    """The name right behind an office, without what is written on to it."""
    word = _HANGUL_RUN.match(text, end + 1)
    if word is None or text[end] not in " :(":
        return None
    for particle in ("", *sorted(_words("particles"), key=len)):
        name = word.group().removesuffix(particle)
        if word.group().endswith(particle) and _is_korean_name(name):
            return word.start(), word.start() + len(name)
    return None


def _foreign_before(text: str, tokens: list[re.Match[str]], office: str) -> tuple[int, int] | None:
    """A name of several words before an office: all words back to a place's or a stop.

    Between a place and the office of its head a single word is one as well.
    """
    words: list[re.Match[str]] = []
    for token in reversed(tokens):
        if token.group().endswith(_PLACE_ENDS) and not words:
            continue
        if token.group().endswith(_PLACE_ENDS) or not _is_foreign_word(token.group()):
            break
        words.append(token)
    if not words or len(words) > _MOST_WORDS:
        return None
    start, before = words[-1].start(), text[: words[-1].start()].rstrip()
    if len(words) == 1:
        headed = before.endswith(_PLACE_ENDS) and office in _words("heads")
        single = headed and len(words[0].group()) >= _SHORTEST
        return words[0].span() if single else None
    stops = not before or not _HANGUL_RUN.match(before[-1]) or before.endswith(_PLACE_ENDS)
    return (start, words[0].end()) if stops else None


def _foreign_behind(text: str, end: int) -> tuple[int, int] | None:
    """A name of several words behind an office, up to a comma or bracket."""
    match = _SEVERAL_WORDS.match(text, end)
    words = match["name"].split() if match else []
    places = [word for word in words if word.endswith((*_PLACE_ENDS, *_words("offices")))]
    if match is None or places or not all(map(_is_foreign_word, words)):
        return None
    return match.span("name")


def _is_foreign_word(word: str) -> bool:
    """Whether a word may be one of a name in Korean letters, and is no common word."""
    if _HANGUL_RUN.fullmatch(word) is None or len(word) > _LONGEST_WORD:
        return False
    common = word.startswith(_words("not_names")) or word.endswith(_words("common_ends"))
    return not common


def _is_korean_name(word: str) -> bool:
    """A surname with a given name of two syllables, or a Chinese name in Korean letters."""
    if word.startswith(_words("not_names")) or _HANGUL_RUN.fullmatch(word) is None:
        return False
    lengths = {len(s) + 2 for s in _words("surnames") if word.startswith(s)}
    transcribed = word.startswith(_words("transcribed")) and len(word) >= _SHORTEST
    return len(word) in lengths or (transcribed and len(word) <= _LONGEST)


def _ends_there(text: str, end: int) -> bool:
    """Whether a Korean word ends at ``end``, or goes on with what is written on to an office."""
    rest = _HANGUL_RUN.match(text, end)
    return rest is None or rest.group() in _words("behind_office")


@lru_cache(maxsize=1)
def _offices() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_words("offices"), key=len, reverse=True)))


@lru_cache(maxsize=16)
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_toml("offices.toml")["ko"][name])
