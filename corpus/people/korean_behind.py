"""Names behind an office in Korean text: "부시장 리밍 등 4명"."""

from __future__ import annotations

import re

from corpus.language import HANGUL
from corpus.people.korean_words import (
    HANGUL_RUN,
    PLACE_ENDS,
    SHORT,
    SHORTEST,
    is_foreign_family,
    is_foreign_given,
    is_foreign_word,
    is_japanese_given,
    is_korean_name,
    is_transcribed,
    may_be_given,
    words_of,
)

_HANGUL_LETTER = re.compile(f"[{HANGUL}]")
_SEVERAL_WORDS = re.compile(
    f" (?P<name>[{HANGUL}]+(?: [{HANGUL}]+){{1,3}}?)"
    r"(?=[,，(（)）·]| (?:일행|등|외|내외|부부|서명|조인|참석)|[을를] ?(?:단장|대표|비롯|필두)|$)"
)
# A single word that is neither a Korean nor a Chinese name, of the head of a place who came.
_SINGLE_WORD = re.compile(
    f" (?P<name>[{HANGUL}]{{3,6}})(?:[(（][^()（）]{{1,24}}[)）])?"
    f"(?= ?(?:일행|등|외|내외|부부)(?![{HANGUL}]))"
)
# A family name of another language with the given name behind it, which a particle may end.
_PAIR = re.compile(f" (?P<family>[{HANGUL}]{{1,6}}) (?P<given>[{HANGUL}]{{2,7}})")
# The same with a family name that is known, and what its bearer did.
_CAME = re.compile(
    f" (?P<family>[{HANGUL}]{{2,6}}) (?P<given>[{HANGUL}]{{2,6}})"
    r"(?= (?:축하 |공식 |친선 )?(?:방문|내방|예방|방한|접견|영접|면담|환담|인솔|취임))"
)
# The same as the subject of a sentence, which only the head of a place named beside it may be.
_SUBJECT = re.compile(f" (?P<name>[{HANGUL}]+(?: [{HANGUL}]+){{1,3}}?)(?=(?:[이가은는]|께서) )")
# A name of two syllables right behind an office, with what follows one who came.
_SHORT_NAME = re.compile(
    f" (?P<name>[{HANGUL}]{{2}})"
    f"(?=[,，(（)）·]| ?(?:일행|등|외|내외|부부)(?![{HANGUL}])|[이가은는과와] |$"
    r"| (?:축하 |공식 |친선 )?(?:방문|내방|예방|방한|참석|접견|영접|면담|환담|인솔)(?!단))"
)
# What an office is in another script: "정장(町長) 이치노세 마사타".
_GLOSS = re.compile(r"\s?[(（][^()（）]{1,10}[)）]")


def past_gloss(text: str, end: int) -> int:
    """Where an office ends with what it is called in another script behind it."""
    gloss = _GLOSS.match(text, end)
    return gloss.end() if gloss and not _HANGUL_LETTER.search(gloss.group()) else end


def korean_behind(text: str, end: int) -> tuple[int, int] | None:
    """The name right behind an office, without what is written on to it."""
    word = HANGUL_RUN.match(text, end + 1)
    if word is None or text[end] not in " :(":
        return None
    for particle in ("", *sorted(words_of("particles"), key=len)):
        name = word.group().removesuffix(particle)
        # "왕웨이와 면담": these letters end few Chinese names and many words.
        if not particle and len(name) > SHORTEST and name[-1] in "가와":
            continue
        if word.group().endswith(particle) and is_korean_name(name):
            return word.start(), word.start() + len(name)
    return None


def foreign_behind(text: str, end: int) -> tuple[int, int] | None:
    """A name of several words behind an office, up to a comma or bracket."""
    match = _SEVERAL_WORDS.match(text, end)
    words = match["name"].split() if match else []
    places = [word for word in words if word.endswith((*PLACE_ENDS, *words_of("offices")))]
    if match and is_foreign_family(words[0]) and all(map(may_be_given, words[1:])):
        return match.span("name")
    came = _CAME.match(text, end)
    if came and is_foreign_family(came["family"]) and may_be_given(came["given"]):
        return came.start("family"), came.end("given")
    if match is None or places or not all(map(is_foreign_word, words)):
        return None
    # "단장 필하모닉 김정호": what stands before the full name of a Korean may be a body's.
    korean = len(words[-1]) == SHORTEST and is_korean_name(words[-1])
    if korean and not is_foreign_given(words[-1]) and words[0] not in words_of("given"):
        return None
    return match.span("name")


def pair_behind(text: str, end: int) -> tuple[int, int] | None:
    """A family name of another language behind an office, with its given name."""
    match = _PAIR.match(text, end)
    if match is None or not is_foreign_family(match["family"]):
        return None
    # "요시오와", "요시히로가": few names end in these letters, and many particles are such.
    first = "와" if len(match["given"]) > SHORTEST else ""
    for particle in (first, "", *sorted(words_of("particles"), key=len)):
        given = match["given"].removesuffix(particle)
        written = match["given"].endswith(particle) and len(given) >= SHORT
        if not particle and len(given) > SHORTEST and given[-1] in "가와":
            continue
        if written and is_japanese_given(given):
            return match.start("family"), match.start("given") + len(given)
    return None


def single_behind(text: str, end: int) -> tuple[int, int] | None:
    """A name of one word behind an office, where others came along ("부시장 아지조프 외 3명")."""
    match = _SINGLE_WORD.match(text, end)
    return match.span("name") if match and is_foreign_word(match["name"]) else None


def short_behind(text: str, end: int) -> tuple[int, int] | None:
    """A Chinese name of two syllables behind an office ("부시장 장융 등 4명")."""
    match = _SHORT_NAME.match(text, end)
    return match.span("name") if match and is_transcribed(match["name"]) else None


def subject_behind(text: str, end: int) -> tuple[int, int] | None:
    """A name of several words behind an office that does what is told."""
    match = _SUBJECT.match(text, end)
    words = match["name"].split() if match else []
    places = [word for word in words if word.endswith((*PLACE_ENDS, *words_of("offices")))]
    if match is None or places or any(word.startswith(words_of("not_names")) for word in words):
        return None
    named = len(words[0]) >= SHORT or is_foreign_family(words[0])
    return match.span("name") if named and all(map(may_be_given, words)) else None
