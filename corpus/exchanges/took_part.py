"""Who of the people that an event names took part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.exchanges.told_events import Told
from corpus.model import Person, Span
from corpus.people import find_people

# Words behind which a person is named who invited, and did not take part.
_INVITING = re.compile(
    r"(?:(?:invited by|invitation (?:of|from))[^.;,]{0,60}"
    r"|[应應](?![邀约約聘])(?:(?!邀|盛情)[^.;。；]){0,60})$",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"\s*(?:의|의 ?)?\s?(?:공식 ?|특별 ?)?초청"
    r"|(?:(?![应應受])[^,，、。；]){0,6}(?:的)?(?:邀请|邀請|之邀)"
)
# Behind a person who only speaks of it.
_SPEAKS = re.compile(
    r"\s?(?:在[^,，。]{0,12})?(?:说|說|表示|指出|介绍|介紹|称|稱|said|noted|stressed)"
)
# Behind who received the guests, told in a sentence of its own.
_RECEIVES = re.compile(
    r"\s?(?:在[^,，。]{0,12})?(?:亲切|親切|热情|熱情)?(?:会见|會見|接见|接見|会晤|會晤|宴请|宴請)"
    r"|[은는이가] [^.]{0,40}(?:접견|맞이|환영)|,? (?:received|welcomed|greeted) "
)
# Behind a person whose letter or greeting others only brought along.
_SENT_ALONG = re.compile(
    r"(?:市长|区长|县长|知事|先生|女士)?的[^,，。]{0,8}(?:意向书|意向書|亲笔信|親筆信|信函|信件|贺信|賀信|问候|問候|礼物|禮物)"
    r"|의 (?:친서|서한|편지|메시지|축전|선물)[를을]? ?(?:전달|전했|전하)"
)
# Hosts who only welcomed those who came.
_WELCOMES = re.compile(
    r"(?:特意|专程|親自|亲自)?(?:在[^,，。]{1,20})?(?:致辞|致词|致辭|致詞|发表)?欢迎(?:辞|词)?(?:[了客来代贵嘉]|$)"
    r"|(?:在[^,，。]{1,20})?(?:致辭|致詞)?歡迎(?:[了客來代貴嘉]|$)"
)
# A place whose head is only named behind it: "여수시(시장 김민수)는".
_TITLED = re.compile(r"[가-힣](?<!대표)(?:[시군구도]|[시군구]청|의회|재단|공사|협의회|센터)\($")
_SENTENCE = re.compile(r"[。.!?] ?")


def leaders_told(told: Told) -> Iterator[Person]:
    """The people with an office and a name who took part."""
    before = 0
    for found in find_people(told.text, told.mentions):
        invited = _INVITING.search(told.text[before : found.span.start])
        before = found.span.end
        if found.person.name and not (invited or _stays_out(told.text, found.span)):
            yield found.person


def _stays_out(text: str, person: Span) -> bool:
    """Whether a person only received the guests, speaks of them, or heads who is told of."""
    behind = (_SPEAKS, _INVITES, _WELCOMES, _SENT_ALONG)
    if any(pattern.match(text, person.end) for pattern in behind):
        return True
    if _TITLED.search(text[: person.start]):
        return True
    return bool(_RECEIVES.match(text, person.end) and _SENTENCE.search(text, 0, person.start))
