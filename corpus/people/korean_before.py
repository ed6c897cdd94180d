"""Names before an office in Korean text: "사이토 마사루 시장"."""

from __future__ import annotations

import re

from corpus.people.korean_words import (
    HANGUL_RUN,
    PLACE_ENDS,
    SHORT,
    SHORTEST,
    is_foreign_given,
    is_foreign_word,
    is_korean_name,
    is_pair,
    is_transcribed,
    words_of,
)

# Words of a name that is neither Korean nor Chinese.
MOST_WORDS = 4
# Offices of a party or a committee, which do not say what kind of place it is.
_OF_PARTIES = ("서기", "주석", "위원장", "주임", "비서장")
# A date that the words of an event stand behind.
_DATE_END = re.compile(r"(?<!\d)\d{1,4}[년월일](?:에|에는)?$")


def korean_before(tokens: list[re.Match[str]], office: str) -> tuple[int, int] | None:
    """The name before an office, over the names of places between the two."""
    for position in range(len(tokens) - 1, -1, -1):
        token, word = tokens[position], tokens[position].group()
        family = tokens[position - 1] if position else None
        if family and is_pair(family.group(), word):
            return first_family(tokens[:position]), token.end()
        # "노산구 구장" names an office of a place and no person.
        if is_korean_name(word) and not is_place_word(word, office):
            # "라일리" alone is written like a Korean name.
            longer = family is not None and _opens_foreign(token.string, family, word)
            return (family.start() if family and longer else token.start()), token.end()
        if not word.endswith(PLACE_ENDS):
            return None
    return None


def _opens_foreign(text: str, word: re.Match[str], last: str) -> bool:
    """Whether a given name of another language opens a clause ("팻 라일리 시장").

    Before what may be the full name of a Korean only a known one does ("필하모닉 김정호 단장").
    """
    if len(last) == SHORTEST and word.group() not in words_of("given"):
        return False
    before = text[: word.start()].rstrip()
    stops = not before or not HANGUL_RUN.match(before[-1]) or before.endswith(words_of("roles"))
    stops = stops or _DATE_END.search(before) is not None or before.endswith(PLACE_ENDS)
    return stops and is_foreign_word(word.group()) and is_foreign_given(word.group())


def opens_with_name(tokens: list[re.Match[str]]) -> bool:
    """Whether two words of a foreign name stand before the last of ``tokens``."""
    if len(tokens) < SHORTEST:
        return False
    family, given = tokens[-3].group(), tokens[-2].group()
    western = family in words_of("given") and is_foreign_word(given)
    return western or is_pair(family, given)


def is_place_word(word: str, office: str) -> bool:
    """Whether a word before an office names the place or the council that it is of."""
    head = office.removeprefix("상무").removeprefix("부")[:1]
    of_party = office.endswith(_OF_PARTIES) and word.endswith(PLACE_ENDS)
    return word[-1] in f"시{office[0]}{head}" or word.endswith("의회") or of_party


def first_family(tokens: list[re.Match[str]]) -> int:
    """Where a name begins whose family name of one word or two ends ``tokens``."""
    before = tokens[-2] if len(tokens) > 1 else None
    longer = before is not None and before.group() in words_of("foreign")
    return before.start() if before is not None and longer else tokens[-1].start()


def foreign_before(
    text: str, tokens: list[re.Match[str]], office: str, glued: bool = False
) -> tuple[int, int] | None:
    """A name of several words before an office: all words back to a place's or a stop.

    Between a place and the office of its head a single word is one as well. Before an office that
    is ``glued`` to its place, no other place of that kind stands ("말릭시 이무스시장").
    """
    words: list[re.Match[str]] = []
    ends = tuple(end for end in PLACE_ENDS if not (glued and end == office[0]))
    for token in reversed(tokens):
        if token.group().endswith(ends) and not words:
            continue
        if token.group().endswith(ends) or not is_foreign_word(token.group()):
            break
        words.append(token)
    if not words or len(words) > MOST_WORDS:
        return None
    start, before = words[-1].start(), text[: words[-1].start()].rstrip()
    if len(words) == 1:
        headed = before.endswith(PLACE_ENDS) and office in words_of("heads")
        opens = not before or not HANGUL_RUN.match(before[-1])
        western = len(words[0].group()) > SHORTEST and is_foreign_given(words[0].group())
        headed = headed or (glued and opens and western and office in words_of("heads"))
        single = headed and len(words[0].group()) >= SHORTEST
        # "산림경영 현장": these are other words as well, unless a name is written like one.
        single = single and (office not in words_of("other_words") or is_transcribed(words[0][0]))
        return words[0].span() if single else None
    leads = words[-1].group() in (*words_of("foreign"), *words_of("given"))
    leads = leads or before.endswith(words_of("roles"))
    stops = leads or not before or not HANGUL_RUN.match(before[-1])
    stops = stops or _DATE_END.search(before) is not None
    stops = stops or before.removesuffix("의").endswith(PLACE_ENDS)
    return (start, words[0].end()) if stops else None


def short_before(tokens: list[re.Match[str]], office: str) -> tuple[int, int] | None:
    """A Chinese name of two syllables right before an office ("리밍 부시장"), or its place.

    Behind the name of a place one before its deputy may have a surname that is Korean as well.
    """
    if len(tokens) > 1 and tokens[-1].group().endswith(PLACE_ENDS):
        tokens = tokens[:-1]
    word = tokens[-1].group() if tokens else ""
    named = len(word) == SHORT and HANGUL_RUN.fullmatch(word) and is_transcribed(word)
    if len(word) == SHORT and len(tokens) > 1 and tokens[-2].group().endswith(PLACE_ENDS):
        deputy = office in words_of("heads") and office.startswith("부")
        surname = word.startswith(words_of("chinese_too")) and is_foreign_word(word)
        named = named or (deputy and surname)
    return tokens[-1].span() if named and not word.endswith(PLACE_ENDS) else None
