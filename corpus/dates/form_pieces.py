"""What the written forms of a date are put together of, as pieces of patterns.

M is a month by its English name and D a day in figures; KM and KD are a month and a day with their
Korean or Chinese signs, HAN_M and HAN_D the same in Han figures. Behind a 2 or 3 they are those of
the end of an interval, or of a second date in one breath.
"""

from __future__ import annotations

from corpus.dates.months import WRITTEN_NAMES

TO = r"\s{0,3}(?:to|-|–|—|~|∼|～|〜|－|至|到|through|until|till)\s{0,3}"
# A day of the week in brackets behind a date, which tells nothing more.
WEEKDAY = (
    r"(?:\s{0,3}[(（]\s{0,3}(?:[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日)?|(?:周|週|星期|礼拜|禮拜)"
    r"[一二三四五六日天]|(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)\s{0,3}[)）])?"
)

_MONTH = rf"(?P<{{}}>{WRITTEN_NAMES})\b\.?"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
M, M2, M3 = (_MONTH.format(name) for name in ("m", "m2", "m3"))
D, D2, D3 = (_DAY.format(name) for name in ("d", "d2", "d3"))
# What stands behind a month or day sign where a span of time or a count is meant.
NO_MONTH = r"(?!\s{0,3}(?:간|동안)|球|亮|票|饼|餅)"
NO_DAY = r"(?!\s{0,3}(?:간|동안|차|째|장\b|이상|만에|일정|코스)|游|程)"
KM = r"(?P<m>\d{1,2})\s{0,3}[월月]份?" + NO_MONTH
KD = r"(?P<d>\d{1,2})\s{0,3}[일日号號]" + NO_DAY
KD2 = r"(?P<d2>\d{1,2})\s{0,3}[일日号號]"
_HAN = "(?P<{}>[一二三四五六七八九十廿]{{1,3}})"
HAN_M, HAN_D = _HAN.format("m") + r"\s{0,3}月", _HAN.format("d") + r"\s{0,3}[日号號]"
# Behind a number with one point that is a measure, a sum, a version or the number of a document.
# Behind a space a Korean word that goes on is no unit ("03.21 원창시").
MEASURE = (
    r"(?!\s?(?:%|㎢|㎡|㎞|km|ha\b|m²|m2|亿|億|万|萬|千|人|元|号|號|倍"
    r"|平方|公里|公顷|公頃|billion|million|thousand|square|sq\b|percent|times|tons?\b|won\b|yuan\b))"
    r"(?!(?:배|억|만|천|조|명|원|달러|톤|개|호|건))"
    r"(?!\s(?:[억만천조] ?(?:여 ?)?(?:명|원|달러|톤|개)|배|억|만|천|조|명|원|달러|톤|개|호|건)"
    r"(?![가-힣]{2}))"
)
