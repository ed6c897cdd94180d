"""Korean words for numbers of people, and lists of kinds of people with a bare number each."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Two nouns for people or more in brackets: "(치과의사 3, 대학생 17)". Not boxes, chairs or events.
_PEOPLE = re.compile(
    r"[가-힣]{0,6}(?:생|교사|교수|의사|간호사|기사|강사|요리사|지도사|[임위단회대]원|공무원|의원|선수|가수|무용수"
    r"|기자|참가자|참여자|봉사자|지도자|연구자|통역|감독|코치|인솔|수행|[단팀회]장|[시군구도주농어]민|농가|작가|화가|예술가|사업가"
    r"|[농상기경체예]업?인|노인|장인|성인|아동|어린이|청년|여성|남성|스태프|가이드|무관|간부|대표)|남|여"
)
_PART = re.compile(r"(?P<noun>[가-힣]{1,9})\s?:?\s?(?P<n>\d{1,3})(?:\s?[명인](?![가-힣]))?")
_BRACKETS = re.compile(r"[(（](?P<in>[^()（）]{5,80})[)）]")
_COMMA = re.compile(r"\s?[,，、·/;]\s?|\s")
_ONES = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"]
_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50}
KOREAN_NUMBERS = {word: value for value, word in enumerate(_ONES, start=1)} | _TENS | {"스무": 20}
KOREAN_NUMBERS |= {
    ten + one: value + more
    for ten, value in _TENS.items()
    for more, one in enumerate(_ONES, start=1)
}
# Chinese words for round numbers ("삼십여 명").
KOREAN_NUMBERS |= {
    ten + "십": 10 * value for value, ten in enumerate(("", *"이삼사오육칠팔구"), start=1)
}
KOREAN_NUMBERS["백"] = 100
_CHOICES = "|".join(sorted(KOREAN_NUMBERS, key=len, reverse=True))
# What such a word counts: people, but not "nobody" (한 명도), and no other word goes on (세명대).
KOREAN_NUMBER = (
    rf"(?<![가-힣])(?<!단 )(?:{_CHOICES})(?! ?사람 한)(?<!사람 한)"
    r"(?=여? ?(?:명|사람)(?:[이가을를은는의과와씩]|[^가-힣]|$))"
)


def parts_in_brackets(folded: str) -> Iterator[tuple[int, int]]:
    """Where the numbers stand, and what they are, of a list in which every item counts people."""
    for brackets in _BRACKETS.finditer(folded):
        parts, at = [], brackets.start("in")
        while match := _PART.match(folded, at):
            parts.append(match)
            comma = _COMMA.match(folded, match.end())
            at = comma.end() if comma else match.end()
        people = all(_PEOPLE.fullmatch(part["noun"]) for part in parts)
        if len(parts) > 1 and people and at >= brackets.end("in"):
            yield from ((part.start("n"), int(part["n"])) for part in parts)
