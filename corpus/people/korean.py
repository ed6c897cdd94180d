"""People in Korean text, by their office and name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.people.korean_before import (
    foreign_before,
    korean_before,
    opens_with_name,
    short_before,
)
from corpus.people.korean_behind import (
    foreign_behind,
    korean_behind,
    pair_behind,
    past_gloss,
    short_behind,
    single_behind,
    subject_behind,
)
from corpus.people.korean_glossed import glossed_before, glossed_behind
from corpus.people.korean_short import two_syllables_before, written_on
from corpus.people.korean_words import (
    HANGUL_RUN,
    PLACE_ENDS,
    SHORTEST,
    Range,
    is_also_word,
    is_foreign_family,
    is_foreign_given,
    is_full_name,
    is_sure,
    is_surely_foreign,
    words_of,
)

# How far (characters) before its office a name may stand, over the place whose office it is.
_REACH = 24
TOKEN = re.compile(r"[^\s(（·ㆍ]+[·ㆍ]?")
# The name between a role and an office behind it, and words that only stand beside a name.
_NAME_BETWEEN = re.compile(rf" {HANGUL_RUN.pattern}(?: {HANGUL_RUN.pattern}){{0,1}} ")
_LISTS = re.compile(" (?:등|외|및|일행) ")
# A market, and not a mayor.
_MARKET = re.compile(
    r"(?:을|이|으로|은) ?"
    r"(?:갖|가지|가진|보유|형성|조성|운영|있|열리|열린|유명|알려|불리|꼽|개척|점유)"
)
# A councillor's own council: it is no other institution.
_COUNCILS = ("시", "구", "군", "도", "광역", "기초")
UNITS = ("시", "구", "군", "현", "성", "주", "도")


def korean_offices(
    text: str, places: frozenset[Range] = frozenset()
) -> Iterator[tuple[Range, Range | None, bool, int]]:
    """Each office of the folded ``text`` with the name beside it, as ranges of it.

    ``places`` are the ranges that name places: none ends a name of two words before it.

    The third is whether it may be another word, unless the name of a place stands beside it; the
    last, where the office itself begins, behind the institution that it is of.
    """
    taken = 0
    for match in _offices().finditer(text):
        if not _ends_there(text, match.end()) or _only_leads(text, match):
            continue
        if match.group() == "시장" and _MARKET.match(text, match.end()):
            continue
        tokens = list(TOKEN.finditer(text, max(taken, match.start() - _REACH), match.start()))
        behind = past_gloss(text, match.end())
        glued = bool(tokens) and HANGUL_RUN.match(text[match.start() - 1]) is not None
        before = tokens[:-1] if glued else tokens
        while before and before[-1].group() in words_of("formerly"):
            before = before[:-1]
        if opens_with_name(before) and before[-1].span() in places:
            before = before[:-1]
        of_institution = glued and _is_of_institution(text, tokens[-1], match)
        if of_institution:
            glued, before = False, tokens[:-1]
            office = tokens[-1].start(), match.end()
        else:
            office = match.span() if glued else _with_body(match, before)
        named_behind = of_institution or korean_behind(text, behind) is not None
        if named_behind and before and before[-1].group().endswith(UNITS):
            before = []
        several = foreign_behind(text, behind)
        known = several and is_foreign_family(text[several[0] : several[1]].split()[0])
        name = korean_before(before, match.group()) or (
            several if glued or known or of_institution else None
        )
        name = name or pair_behind(text, behind)
        if name is None and (called := korean_behind(text, behind)):
            # "구니 구니야스 시장 경포대 …": a full name stands before the office already.
            full = foreign_before(text, before, match.group(), glued)
            name = full if full and _goes_on(text, called[1], full) else called
        if name and several and several[0] == name[0] and several[1] > name[1]:
            # "슈흐랏" of "슈흐랏 가니예프" is written like a Chinese name.
            name = several if is_full_name(text[slice(*several)].split()) else name
        unsure = glued and match.group() in words_of("also_words")
        unsure = unsure and not (name and is_full_name(text[slice(*name)].split()))
        if name is None:
            name = foreign_before(text, before, match.group(), glued) or several
            unsure = not (name and _is_told(text[name[0] : name[1]].split()))
        if name is None:
            name = short_behind(text, behind) or subject_behind(text, behind)
            name = name or short_before(before, match.group())
            leads = match.group() in words_of("roles") and text[match.start() - 1] in "(:"
            unsure = is_also_word(match.group()) and not leads
            unsure = unsure or not (name and is_sure(text[slice(*name)]))
        if name is None:
            name = single_behind(text, behind)
        if name is None and glued and not of_institution:
            name = written_on(tokens[-1], match)
            unsure = False
        if name is None:
            short = two_syllables_before(before, match)
            name, unsure = (short[0], not short[1]) if short else (None, False)
        placed = tokens and (glued or tokens[-1].group().endswith(PLACE_ENDS))
        start = tokens[-1].start() if placed else match.start()
        glossed = glossed_before(text, start) or glossed_behind(text, match.end())
        if glossed and (name is None or _overlap(name, glossed)):
            name, unsure = glossed, unsure and is_also_word(match.group())
        if match.group() in words_of("other_words") and name:
            unsure = unsure or not is_surely_foreign(text[name[0] : name[1]])
        taken = max(match.end(), name[1] if name else 0)
        yield office, name, unsure, match.start()


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _goes_on(text: str, end: int, name: Range) -> bool:
    """Whether a word right behind an office goes on with another, and ``name`` is of several."""
    return len(text[slice(*name)].split()) > 1 and re.match(r" [가-힣]{2}", text[end:]) is not None


# A council that is written on to the name of its place: "강릉시의회 의장".
_PLACES_COUNCIL = re.compile(r"[가-힣]{1,6}(?P<body>[시군구도]의회)")


def _only_leads(text: str, match: re.Match[str]) -> bool:
    """Whether a leader of a group is named with a real office behind ("단장 천허웨이 부시장")."""
    if match.group() not in words_of("roles"):
        return False
    following = _offices().search(text, match.end(), match.end() + _REACH)
    named = _NAME_BETWEEN.fullmatch(text, match.end(), following.start()) if following else None
    return named is not None and not _LISTS.search(named.group())


def _is_told(words: list[str]) -> bool:
    """Whether words show by their look that they are somebody's name."""
    western = len(words) == 1 and len(words[0]) > SHORTEST and is_foreign_given(words[0])
    return western or is_full_name(words)


def _is_of_institution(text: str, token: re.Match[str], match: re.Match[str]) -> bool:
    """Whether an office is written on to the institution that it is of ("교육국장", "시의원")."""
    before = text[token.start() : match.start()]
    if before in words_of("bodies") and match.group() in ("의장", "부의장"):
        return True
    if match.group() in words_of("compound"):
        return True
    if match.group() == "의원":
        return before in _COUNCILS
    named = HANGUL_RUN.fullmatch(before) and not before.endswith(("시", "군", "도"))
    return bool(named) and match.group() in words_of("institutional")


def _with_body(match: re.Match[str], tokens: list[re.Match[str]]) -> Range:
    """An office with the bodies before it whose it is, but for those of a place ("구의회 의장")."""
    start = match.start()
    if match.string[start - 1 : start] in ("(", "（"):
        # "전주시의회(의장 박병술)": the head of what stands before the bracket.
        return match.span()
    for token in reversed(tokens):
        council = _PLACES_COUNCIL.fullmatch(token.group())
        if council and start == match.start() and match.group() in ("의장", "부의장"):
            return token.start() + council.start("body"), match.end()
        if not _is_body(token.group(), match.group()):
            break
        start = token.start()
    return start, match.end()


def _is_body(word: str, office: str) -> bool:
    """Whether a word is a body with such an office: a known one, or named like an authority."""
    if word in words_of("bodies"):
        return True
    named = HANGUL_RUN.fullmatch(word) and word.endswith(words_of("body_ends"))
    return bool(named) and len(word) >= SHORTEST and office in words_of("of_bodies")


def _ends_there(text: str, end: int) -> bool:
    """Whether a Korean word ends at ``end``, or goes on with what is written on to an office."""
    rest = HANGUL_RUN.match(text, end)
    return rest is None or rest.group() in words_of("behind_office")


@lru_cache(maxsize=1)
def _offices() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words_of("offices"), key=len, reverse=True)))
