"""Korean names that are short or written on to an office: "이철 담양군수", "김선교군수"."""

from __future__ import annotations

import re

from corpus.people.korean_words import (
    HANGUL_RUN,
    PLACE_ENDS,
    SHORT,
    SHORTEST,
    is_korean_name,
    words_of,
)

# What the words of a list or a clause end in before a name.
_OPENS = re.compile(r"(?:[,(·ㆍ:]|[에서를은는와과]|(?<!\d)\d{1,2}일|^)$")


# What no such name ends in, and what follows the office of one who came.
_ENDS = "은는을를의와에로및등된시구군"
_LEADS = re.compile(
    r"님|[을를] ?(?:단장|대표|필두)|[이가] ?이끄| ?(?:일행|부부|내외)(?![가-힣])"
    r"|[을를] ?(?:비롯|위시)한 (?:[가-힣]+ ){0,2}[가-힣]*(?:단|일행|공무원|관계자)(?![가-힣])"
)
_OTHERS = re.compile(r"[을를] ?(?:비롯|위시)| ?(?:등|외)(?![가-힣])")


# Another person behind the office.
_WITH_ANOTHER = re.compile(
    r"님|[을를] ?(?:단장|대표|필두)"
    r"|(?:,|[과와·]| 및) ?[가-힣]{3} ?[가-힣]{0,6}(?:[의위국과청]원?장|군수|시장|의원)"
)


def two_syllables_before(
    tokens: list[re.Match[str]], office: re.Match[str]
) -> tuple[tuple[int, int], bool] | None:
    """A surname and a given name of one syllable before the head of a place, and if that is sure.

    It must open a clause or stand behind the place.
    """
    if not tokens or office.group() not in words_of("heads"):
        return None
    led = _leading_guests(tokens, office)
    if led:
        return led, True
    word, before = tokens[-1].group(), tokens[-1].string[: tokens[-1].start()].rstrip()
    if len(word) != SHORT or HANGUL_RUN.fullmatch(word) is None:
        return None
    if not word.startswith(words_of("surnames")) or word in words_of("short_words"):
        return None
    if word[-1] in _ENDS or word.startswith(words_of("not_names")) or word[-1] == office[0][0]:
        return None
    if not before.endswith(PLACE_ENDS) and _OPENS.search(before) is None:
        return None
    sure = _LEADS.match(office.string, office.end()) is not None
    # A market is none that comes with others.
    others = office.group() not in words_of("also_words")
    sure = sure or (others and _OTHERS.match(office.string, office.end()) is not None)
    return tokens[-1].span(), sure


def _leading_guests(tokens: list[re.Match[str]], office: re.Match[str]) -> tuple[int, int] | None:
    """Two syllables that open a sentence, before the place whose head leads a delegation.

    "려봉 허비시 부시장을 단장으로 한 대표단": nothing but a name stands there.
    """
    if len(tokens) < SHORT or not tokens[-1].group().endswith(PLACE_ENDS):
        return None
    token = tokens[-2]
    word, before = token.group(), token.string[: token.start()].rstrip()
    opens = not before or before.endswith((".", "。", "\n"))
    led = re.match(r"[을를] ?(?:단장|대표|필두)으?로", office.string[office.end() :])
    named = len(word) == SHORT and HANGUL_RUN.fullmatch(word) and word[-1] not in _ENDS
    return token.span() if opens and led and named and word not in words_of("short_words") else None


def written_on(token: re.Match[str], office: re.Match[str]) -> tuple[int, int] | None:
    """A name of three syllables that the head of a place is written on to ("김선교군수")."""
    name = token.string[token.start() : office.start()]
    if office.group() not in words_of("heads") or len(name) != SHORTEST:
        return None
    if name.endswith((*PLACE_ENDS, *words_of("common_ends"), *words_of("market_ends"))):
        return None
    named = name.startswith(words_of("surnames")) and is_korean_name(name)
    # Before the mayor's own word, which is a market's as well, only with somebody else.
    sure = office.group() not in words_of("also_words")
    sure = sure or _WITH_ANOTHER.match(office.string, office.end()) is not None
    return (token.start(), office.start()) if named and sure else None
