"""Days that news tell by their number alone, and what they count from the day of publication."""

from __future__ import annotations

import re

from corpus.model import Span

# How far around a day what makes it one is looked for.
_BEFORE, _BEHIND = 12, 16
# Behind a day alone where news tell it. "까지" alone names a last day of what began at no day told.
_KOREAN = re.compile(
    r"(?:[과와,·] ?(?=\d{1,2}일)"
    r"| (?:출국|입국|출발|도착|방문|내방|방한|체결|개최|열[린렸]|가졌|만나|찾[아은았])"
    r"|부터|에는? (?!걸[쳐치친])|에,|,? 오[전후] |\s?[~∼～]\s?\d{1,2}일(?! ?(?:간|동안)))"
)
# A word goes on behind a space, or the sentence does behind a comma.
_KOREAN_PLAIN = re.compile(
    r",? (?=[가-힣A-Za-z‘'“\"「『(])|[(（][월화수목금토일][)）]|저녁|밤|새벽|아침"
)
# What a lone day stands behind then: the opening of a sentence, who did it, or "last".
_KOREAN_AHEAD = re.compile(
    r"(?:^|[\n.。)\]】”\"'’,]\s?|(?<=[가-힣)][은는이가도인]) |[와과서께] |지난 )$"
)
# Before a number of days, which is how long something was, and before a day to come.
_SO_MANY = re.compile(r"(?:박|총|약|모두|무려|최[대장]|불과|매월|매달|매주|매년|하루|전체) ?\(?$")
_TO_COME = re.compile(r"(?:오는|다가오는|돌아오는|내달|다음 ?달) ?$")
# Before another day of the same visit.
_NEXT = re.compile(r"(?:이튿날|다음 ?날|[둘셋넷]째 ?날|마지막 ?날|째)(?:인)? ?$")
_SPAN = re.compile(r" (?:정도|가량|만에|연속|이내|남짓|내내|일정|앞|전|뒤|후|이상|코스|동안|여)")
_CHINESE = re.compile(
    r"(?=[,，、]|[上下]午|[晚早中傍凌](?:上|间|晨|晚|午)?|至|到|~|起[,，]|[(（]|"
    r"[访訪在赴来抵举舉于於与與应應率到由接会會签簽]|[通透][过過](?:视频|视讯|視訊|視頻|线上|線上|网络|網路|网路|云|雲|远程|遠距|远距)|正式)(?!到?[期内內])"
)
_CHINESE_AHEAD = re.compile(
    r"(?:^|[\n。，,；;：:）)】\]\s]|[于於在自从從]|[\u4e00-\u9fff](?<![第每逾共期近约約达達整满滿周年月度]))$"
)


def tells_day(text: str, day: Span) -> bool:
    """Whether news tell a day by its number alone, and not how many days something took."""
    before = text[max(0, day.start - _BEFORE) : day.start]
    behind = text[day.end : day.end + _BEHIND]
    if _SO_MANY.search(before) or _NEXT.search(before) or is_to_come(text, day):
        return False
    sign = text[day.end - 1]
    if sign == "일":
        plain = _KOREAN_PLAIN.match(behind) and not _SPAN.match(behind)
        return bool(_KOREAN.match(behind) or (plain and _KOREAN_AHEAD.search(before)))
    if sign in "日号號":
        return bool(_CHINESE.match(behind) and _CHINESE_AHEAD.search(before))
    return True


def is_to_come(text: str, date: Span) -> bool:
    """Whether a date is one that was still to come ("오는 21일")."""
    return _TO_COME.search(text[max(0, date.start - _BEFORE) : date.start]) is not None
