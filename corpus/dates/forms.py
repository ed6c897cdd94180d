"""The written forms of a date in Korean, Chinese and English: one table of patterns by what a form
starts with. A named group is a part of the date: y (yy: behind an apostrophe), m, d; y2, m2, d2
for the end of an interval in one breath; m3, d3 for a second date in one breath."""

from __future__ import annotations

import calendar

from corpus.dates.months import WRITTEN_NAMES as _NAMES
from corpus.wordlists import load_toml

HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
HAN_DIGITS |= {"零": 0, "○": 0}

TO = r"\s{0,3}(?:to|-|–|—|~|∼|～|〜|－|至|到|through|until|till)\s{0,3}"
# A day of the week in brackets behind a date, which tells nothing more.
WEEKDAY = (
    r"(?:\s{0,3}[(（]\s{0,3}(?:[월화수목금토일](?:요일)?|[月火水木金土日](?:曜日)?|(?:周|週|星期|礼拜|禮拜)"
    r"[一二三四五六日天]|(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)\s{0,3}[)）])?"
)

_MONTH = rf"(?P<{{}}>{_NAMES})\b\.?"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
_M, _M2, _M3 = (_MONTH.format(name) for name in ("m", "m2", "m3"))
_D, _D2, _D3 = (_DAY.format(name) for name in ("d", "d2", "d3"))
_IN_YEAR = rf"(?:{WEEKDAY},?\s{{0,3}}(?:of\s{{1,3}})?(?P<y>\d{{4}}))"
# What stands behind a year, month or day sign where a span of time or a count is meant.
_NO_YEAR = (
    r"(?!대(?!표|학|회|한|구|전|만|사))"
    r"(?!\s{0,3}(?:전(?=[\s,.)]|에|부터|의|$)|간(?=[\s,.)]|의|$)|여[\s,.)]|동안|차(?=[\s,.)]|$)"
    r"|前(?![往来後后任夕])|来(?![访華华我到韩韓自宾區区市])|來(?![訪華我到韓自賓區市])|间|間))"
)
_NO_MONTH = r"(?!\s{0,3}(?:간|동안)|球|亮|票|饼|餅)"
_NO_DAY = r"(?!\s{0,3}(?:간|동안|차|째|장\b|이상|만에|일정|코스)|游|程)"
_YEAR = r"(?P<y>\d{4})\s{0,3}[년年]" + _NO_YEAR
_KM = r"(?P<m>\d{1,2})\s{0,3}[월月]份?" + _NO_MONTH
_KD = r"(?P<d>\d{1,2})\s{0,3}[일日号號]" + _NO_DAY
_KD2 = r"(?P<d2>\d{1,2})\s{0,3}[일日号號]"
_HAN = "(?P<{}>[一二三四五六七八九十廿]{{1,3}})"
_HAN_M, _HAN_D = _HAN.format("m") + r"\s{0,3}月", _HAN.format("d") + r"\s{0,3}[日号號]"
# Behind a number with one point that is a measure, a sum, a version or the number of a document.
# Behind a space a Korean word that goes on is no unit ("03.21 원창시").
_MEASURE = (
    r"(?!\s?(?:%|㎢|㎡|㎞|km|ha\b|m²|m2|亿|億|万|萬|千|人|元|号|號|倍"
    r"|平方|公里|公顷|公頃|billion|million|thousand|square|sq\b|percent|times|tons?\b|won\b|yuan\b))"
    r"(?!(?:배|억|만|천|조|명|원|달러|톤|개|호|건))"
    r"(?!\s(?:[억만천조] ?(?:여 ?)?(?:명|원|달러|톤|개)|배|억|만|천|조|명|원|달러|톤|개|호|건)"
    r"(?![가-힣]{2}))"
)
_NO_SHARE = r"(?!\s?(?:%|㎢|km))"
_NO_NUMBER = r"(?<![\d$₩¥￥€#./-])(?<!\d,)(?<![A-Za-z]\.)(?<![vV제第〔])"
# A number of people right behind a year and month is no day: one word or a few in small letters,
# none of them that of somebody who acts, and people in the plural.
# Only a space sets it apart: "2019.4.12 women" has a day.
_MANY = "|".join(n for n in load_toml("kinds.toml")["_people"]["nouns"] if n.endswith(("s", "en")))
_PEOPLE = (
    r"(?!\s?(?:여\s?)?명|\s?[名人]"
    r"|(?:(?<=\s\d)|(?<=\s\d\d))\s+(?:(?!(?:from|of|to|at|in|with|and|by|the|an?|[a-z]{2,12}ed)\s)[a-z][a-z'-]{1,15}\s+){0,3}"
    rf"(?:{_MANY}|people)\b(?!'))"
)
_COUNTED = _PEOPLE.replace("(?!", "(?=", 1)
_N, _ND = r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})"

# What each form starts with, and the forms. The first is a year of four digits.
YEAR_FORMS = [
    rf"{_YEAR}(?:도|度)?\s{{0,3}}(?:{_KM}(?:\s{{0,3}}{_KD})?)?",
    rf"{_YEAR}\s{{0,3}}{_KM}\s{{0,3}}(?P<d>\d{{1,2}})(?:\s{{0,3}}[일日号號])?{WEEKDAY}{TO}{_KD2}",
    rf"{_YEAR}\s{{0,3}}(?P<m>\d{{1,2}}){TO}(?P<m2>\d{{1,2}})\s{{0,3}}[월月]" + _NO_MONTH,
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?\.\s?{_N}\.\s?[~∼～–-]\s?(?P<m2>\d{{1,2}})\.(?!\s?\d|\d)",
    # No day stands before the sign, so none stands behind it: "2016.4~10" is April to October.
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?[./]\s?{_N}\s?[~∼～]\s?(?P<m2>0?[1-9]|1[0-2])"
    rf"(?![\d%/]|\s?\.\s?\d|,\d{{3}}){_MEASURE}{_PEOPLE}\.?",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})-{_N}\s?[~∼～]\s?(?P<m2>0[1-9]|1[0-2])(?![\d%/-])",
    rf"(?P<y>\d{{4}})\s{{0,3}}(?:년|年)?{TO}(?P<y2>\d{{4}})\s{{0,3}}[년年](?![대代]|\s{{0,3}}\d)",
    rf"{_YEAR}\s{{0,3}}(?P<m>\d{{1,2}})\s?\.\s?(?P<d>\d{{1,2}})(?![\d%])\.?",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?\.\s?{_N}\s?\.\s?{_ND}(?!\d|/\d|\.\d){_NO_SHARE}{_PEOPLE}\.?",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})/{_N}/{_ND}(?![\d/]){_NO_SHARE}",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?-\s?{_N}\s?-\s?{_ND}(?!\d|-\d){_NO_SHARE}",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?[./-]\s?{_N}(?!\d|[-/.]\d|\s?\.\s?\d|,\d{{3}}){_MEASURE}\.?",
]  # fmt: skip
# Two years with a hyphen, at the start of a line or in brackets: "1985-1986", "1988-89".
YEARS_FORMS = [
    r"(?P<y>(?:19|20)\d\d)\s?[-—－/]\s?(?P<y2>(?:19|20)\d\d)(?![\d%]|[.,-]\d|\s?[년年명名人]|[가-힣])",
    r"(?P<y>(?:19|20)\d\d)\s?[-–—－/]\s?(?P<yy2>1[3-9]|[2-9]\d)(?![\d%]|[.,-]\d|\s?[년年명名人]|[가-힣])",
]
# Years of an era: its first year less one.
ERAS = {
    "民國": 1911,
    "民国": 1911,
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
}
_ERA = "(?:" + "|".join(ERAS) + ")"
ERA_FORMS = [
    rf"(?P<era>{'|'.join(ERAS)})\s?(?P<en>\d{{1,3}}|元)\s?年(?:\s?[(（]\s?(?:西元|公元)?\s?\d{{4}}\s?年?\s?[)）])?"
    rf"(?:\s{{0,3}}{_KM}(?:\s{{0,3}}{_KD})?)?",
]
YEAR_FORMS.append(rf"{_NO_NUMBER}(?P<y>(?:19|20)\d\d),?\s{_M}(?:\s{_D})?")
YEAR_FORMS.append(rf"{_NO_NUMBER}(?P<y>(?:19|20)\d\d),?\s{_M}{TO}{_M2}(?!\s?\d)")
YEAR_FORMS.append(
    rf"{_NO_NUMBER}(?P<y>(?:19|20)\d\d),\s{_D}(?:{TO}{_D2})?\s{{1,3}}(?:of\s{{1,3}})?{_M}"
)
YEAR_FORMS.append(
    r"(?<![\d.,-])(?P<y>(?:19|20)\d\d)\s(?:to|until|through)\s(?P<y2>(?:19|20)\d\d)(?![\d%]|[.,-]\d)"
)
# A year of the Republic without its era: three digits with a month, or in a row behind another.
ROC_FORMS = [
    rf"(?<![\d.第])(?P<roc>[1-9]\d{{1,2}})\s?年\s{{0,3}}{_KM}(?:\s{{0,3}}{_KD})?",
    r"(?<=年[、,，及和與至到~～])(?P<roc>[1-9]\d{1,2})\s?年(?![來来間间級级度\d])",
    r"(?<![\d./-])(?P<roc>1[01]\d)[./](?P<m>0?[1-9]|1[0-2])"
    r"[./](?P<d>0?[1-9]|[12]\d|3[01])(?![\d./])",
    r"(?<![\d./-])(?P<roc>1[01]\d)[./](?P<m>0?[1-9]|1[0-2])(?=\s?[(（]\s?(?:19|20)\d\d)",
    r"(?<![\d./-])(?P<roc>1[01]\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d./-])",
]
# Numbers that crawling left without their points, at the start of a line.
SPACED_FORMS = [
    r"(?P<y>(?:19|20)\d\d) (?P<m>1[0-2]|[1-9])(?: (?P<d>3[01]|[12]\d|[1-9]))?"
    r"(?: (?:to|-|~) (?:(?P<m2>1[0-2]|[1-9]) )?(?P<d2>3[01]|[12]\d|[1-9]))?"
    r"(?=\s*$|\s+(?:[A-Z][a-z]|\d+(?:st|nd|rd|th)\b|(?:and )?(?:19|20)\d\d \d{1,2} "
    r"|[\uac00-\ud7a3\u4e00-\u9fff]{2}))",
    r"(?P<y>(?:19|20)\d\d) (?P<m>1[0-2]|[1-9]) (?:to|~) "
    r"(?P<y2>(?:19|20)\d\d) (?P<m2>1[0-2]|[1-9])(?=\s+[A-Z][a-z]|\s*$)",
]
YEAR_FORMS.append(
    rf"{_NO_NUMBER}(?P<y>(?:19|20)\d\d)\s?[~∼～–]\s?(?P<y2>(?:19|20)\d\d)(?![\d%]|[.,-]\d|\s?[년年])"
)
YEAR_FORMS.append(rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?\.\s?{_N}\.(?=\s\d{{1,3}}{_COUNTED})")
# The point behind the month was lost: "2012. 7 27~ 7. 30".
YEAR_FORMS.append(
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?\.\s?{_N}\s(?P<d>\d{{1,2}})(?=\s?[~∼～]\s?\d{{1,2}}\s?\.)"
)
YEAR_FORMS.append(rf"(?P<y>\d{{4}})\s?[./-]\s?{_KM}(?:\s{{0,3}}{_KD})?")
# The year of a Japanese era by its letter in brackets ("1996 (H8). 5.28").
YEAR_FORMS.append(
    rf"(?P<y>(?:19|20)\d\d)\s?[(（][MTSHR]\s?\d{{1,2}}[)）]\s?[./年]\s?{_N}\s?[./月]\s?{_ND}(?!\d)日?"
)
# Signs between a month by its name and numbers: "Jun.30.1966", "30-Jun-1966", "1966.Jun.30".
_SIGN = r"\s?[.,/-]\s?"
YEAR_FORMS.append(rf"(?P<y>(?:19|20)\d\d){_SIGN}(?P<m>{_NAMES}){_SIGN}(?P<d>\d{{1,2}})(?!\d)")
YEAR_FORMS.append(
    rf"(?P<y>\d{{4}})\s?年?\s?[(（]\s?{_ERA}\s?(?:\d{{1,3}}|元)\s?年\s?[)）]\s?年?"
    rf"(?:\s{{0,3}}{_KM}(?:\s{{0,3}}{_KD})?)?"
)
SHORT_YEAR_FORMS = [
    r"(?P<yy>\d{2})\s?\.\s?(?P<m>\d{1,2})\s?\.(?:\s?(?P<d>\d{1,2})(?!\d)\.?)?",
    r"(?P<yy>\d{2})\s?\.\s?(?P<m>\d{1,2})(?![\d.]|\s?\.\s?\d)" + _PEOPLE,
    rf"(?P<yy>\d{{2}})\s?\.\s?{_KM}(?:\s{{0,3}}{_KD})?",
    rf"(?P<yy>\d{{2}})\s?\.\s?{_N}\s?[~∼～]\s?(?P<m2>0?[1-9]|1[0-2])"
    rf"(?![\d%/]|\s?\.\s?\d){_PEOPLE}\.?",
    rf"(?P<yy>\d{{2}})\s?[년年](?:\s{{0,3}}{_KM}(?:\s{{0,3}}{_KD})?)?",
    # The point behind the year was lost, or there are other signs: "'91 1. 22", "'05-10-23".
    r"(?P<yy>\d{2})\s(?P<m>\d{1,2})\s?\.\s?(?P<d>\d{1,2})(?!\d)" + _MEASURE + r"\.?",
    r"(?P<yy>\d{2})(?P<sign>[/-])(?P<m>\d{1,2})(?P=sign)(?P<d>\d{1,2})(?![\d/-])",
]
# What writes the apostrophe before such a year: other signs of its kind, and what is left of it
# where Korean, Chinese or Unicode text was read in another encoding.
APOSTROPHE = r"(?:['’‘′＇´`\x91\x92]|¡[®¯]|â€[˜™]|&#0?39;|&[lr]squo;)"
# A number of one or two digits: a month, or the day in front of an English month.
NUMBER_FORMS = [
    rf"(?<![\d.])(?<!\d[년年]){_KM}(?:\s{{0,3}}{_KD})?",
    rf"(?<![\d.]){_KM}\s{{0,3}}(?P<d>\d{{1,2}})(?:\s{{0,3}}[일日号號])?{WEEKDAY}{TO}{_KD2}"
    + _NO_DAY,
    rf"(?<![\d.])(?<!박)(?<!박\s){_KD}",
    rf"{_D}\s{{0,3}}(?:and|&)\s{{0,3}}{_D3}\s{{1,3}}(?:of\s{{1,3}})?{_M}(?:,?\s{{1,3}}(?P<y>\d{{4}}))?(?!\d)",
    rf"{_D}{WEEKDAY}{TO}{_D2}\s{{1,3}}(?:of\s{{1,3}})?{_M}(?:,?\s{{1,3}}(?P<y>\d{{4}}))?(?!\d)",
    rf"{_D}\s{{1,3}}(?:of\s{{1,3}})?{_M}{WEEKDAY}{TO}{_D2}\s{{1,3}}(?:of\s{{1,3}})?{_M2}(?:,?\s{{1,3}}(?P<y>\d{{4}}))?(?!\d)",
    rf"{_D}\s{{1,3}}(?:of\s{{1,3}})?{_M}(?:,?\s{{1,3}}(?P<y>\d{{4}}))?(?!\d)",
    r"(?<![\d.])(?P<d>1[3-9]|2\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)(?![\d.])",
    # With slashes only where one number is no month.
    r"(?<![\d./])(?P<d>1[3-9]|2\d|3[01])/(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\d/])",
    r"(?<![\d./])(?P<m>0?[1-9]|1[0-2])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>(?:19|20)\d\d)(?![\d/])",
    rf"(?P<d>\d{{1,2}}){_SIGN}(?P<m>{_NAMES}){_SIGN}(?P<y>(?:19|20)\d\d)(?!\d)",
]
# Where other dates of the page show what stands first.
DAY_FIRST_FORMS = [
    r"(?<![\d./])(?P<d>\d{1,2})(?P<sign>[./])(?P<m>0?[1-9]|1[0-2])(?P=sign)(?P<y>(?:19|20)\d\d)(?![\d./])",
]
MONTH_FIRST_FORMS = [
    r"(?<![\d./])(?P<m>0?[1-9]|1[0-2])(?P<sign>[./])(?P<d>\d{1,2})(?P=sign)(?P<y>(?:19|20)\d\d)(?![\d./])",
]
MONTH_FORMS = [
    rf"{_M}\s{{1,3}}{_D}\s{{0,3}}(?:,|and|&)\s{{0,3}}(?:{_M3}\s{{1,3}})?{_D3}(?:{_IN_YEAR}(?!\d)|(?=\s{{0,3}}(?:[.,;)）]|$)))",
    rf"{_M}\s{{1,3}}{_D}{WEEKDAY}{TO}(?:{_M2}\s{{1,3}})?{_D2}{_IN_YEAR}?(?!\d)",
    rf"{_M}\s{{1,3}}{_D}{_IN_YEAR}?(?!\d)",
    rf"{_M}{TO}{_M2}(?:\s{{1,3}}of)?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)",
    rf"{_M}\s{{0,3}}(?:,|and|&)\s{{0,3}}{_M3}(?:\s{{1,3}}of)?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)",
    rf"{_M}(?:\s{{1,3}}of)?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)",
    rf"(?P<m>{_NAMES}){_SIGN}(?P<d>\d{{1,2}}){_SIGN}(?P<y>(?:19|20)\d\d)(?!\d)",
    rf"(?P<m>{_NAMES})\.\s?(?P<d>\d{{1,2}})\s(?P<y>(?:19|20)\d\d)(?!\d)",
]
WEEKDAYS = tuple(calendar.day_name)
WEEKDAY_NAMES = "|".join(WEEKDAYS)
# "Today" where news go on with what was done then, and do not speak of our days.
TODAY = (
    r"今(?:[天日](?=[上下]午|[和与與在於于訪访率赴簽签拜会會接到抵舉举,，])|[晚早晨](?![期年日])"
    r"|(?=[率訪访赴與与簽签拜](?!天|日)))"
)
# What only the day on which a text was published tells: "this year", "last May".
PUBLISHED_FORMS = [
    rf"(?:(?P<this>올해|금년|今年|本年)|(?P<last>지난해|작년|去年)|(?P<before>재작년|前年))(?:도|의)?"
    rf"(?:\s{{0,3}}{_KM}(?:\s{{0,3}}{_KD})?)?",
    rf"(?P<past>지난)(?:\s?달)?\s{{1,3}}{_KM}(?:\s{{0,3}}{_KD})?",
    rf"(?P<past>지난)\s{{1,3}}{_KD}",
    rf"(?P<past>[Ll]ast)\s{{1,3}}{_M}\b",
    rf"(?:(?P<months1>지난\s?달|上[个個]?月)|(?P<months0>이달|이번\s?달|本月))(?:\s{{0,3}}{_KD})?",
    r"(?:(?P<months1>[Ll]ast)|(?P<months0>[Ee]arlier\sthis))\smonth(?!\sof)",
    r"(?P<days1>昨[天日晚夜晨早]|어제|[Yy]esterday)|(?P<days0>" + TODAY + r"|[Ee]arlier\stoday)",
    rf"[Oo]n\s(?P<weekday>{WEEKDAY_NAMES})\b(?!,?\s(?:the\s)?(?:\d|(?:{_NAMES})\b)|s\b)",
    r"(?P<past>[今昨])\s?[(（](?P<d>\d{1,2})日?[)）]\s?[日天]?",
    r"(?P<past>on|from|between|On|From|Between)\sthe\s(?P<d>\d{1,2})(?:st|nd|rd|th)"
    r"(?:\s(?:to|until|till|through|and)\s(?:the\s)?(?P<d2>\d{1,2})(?:st|nd|rd|th))?"
    r"(?=[,.;)]|$|\s(?:of\sthis\smonth|at|in|to|for|with|by|and|the)\b)",
]
# What opens those of them that a month or a day is counted back by.
COUNTED_BACK = (
    r"이달(?=\s?(?:\d|초|중순))|이번\s?달(?=\s?(?:\d|초|중순))|本月(?=\d|初|[上中]旬)"
    r"|上[个個]?月(?!刊)|昨[天日晚夜晨早]|어제(?=\s|,|\()|\b[Yy]esterday\b|[今昨](?=\s?[(（]\d{1,2}日?[)）])"
    r"|"
    + TODAY
    + rf"|\b[Oo]n(?=\s(?:{WEEKDAY_NAMES})\b)"
    + r"|\b[Ll]ast(?=\smonth\b)|\b[Ee]arlier(?=\s(?:this\smonth|today)\b)"
    r"|\b(?:[Oo]n|[Ff]rom|[Bb]etween)(?=\sthe\s\d{1,2}(?:st|nd|rd|th)\b)"
)
# The year that the text has named, or the one after it, and perhaps a month.
RELATIVE_FORMS = [
    rf"(?:(?P<same>같은\s?해|그\s?해|동년|同年|同一年)|(?P<next>이듬해|다음\s?해|익년|次年|翌年))"
    rf"(?:\s{{0,3}}{_KM}(?:\s{{0,3}}{_KD})?)?",
    r"(?i:later\s{1,3})?(?i:the|that)\s{1,3}(?:(?P<same>same\s{1,3})|(?P<next>following\s{1,3}|next\s{1,3}))year\b",
    r"(?P<same>[Tt]hat)\s{1,3}year\b",
]
# The same with the year itself behind, in brackets or not ("次年（1997年）5月").
RELATIVE_FORMS.append(
    r"(?:같은\s?해|그\s?해|동년|이듬해|다음\s?해|익년|同年|同一年|次年|翌年|(?i:(?:the|that)\s(?:same\s|following\s|next\s)?year))"
    r"(?:\s?[(（]\s?(?:即|인\s)?|[，,]?\s?即|인\s)(?P<y>(?:19|20)\d\d)\s?[년年]?\s?[)）]?"
    rf"(?:\s{{0,3}}{_KM}(?:\s{{0,3}}{_KD})?)?"
)
# The month that the text has named, and perhaps a day of it.
RELATIVE_FORMS.append(rf"(?P<month>同月|同一月|当月|當月|같은\s?달|그\s?달)(?:\s{{0,3}}{_KD})?")
RELATIVE_FORMS.append(
    r"(?i:later\s{1,3})?(?i:(?:in\s)?(?:the\s{1,3}same|that))\s{1,3}(?P<month>month)\b"
)
# A day of the month behind it, up to which something lasts.
RELATIVE_FORMS.append(rf"(?P<nextmonth>내달|다음\s?달|익월|下月|次月)\s{{0,3}}{_KD}")
_OF_THE_YEAR = (
    r",?\s{1,3}(?:of\s{1,3})?(?:the|that)\s{1,3}"
    r"(?:(?P<same>same)|(?P<next>following|next))\s{1,3}year\b"
)
MONTH_FORMS.append(rf"{_M}(?:\s{{1,3}}{_D})?{_OF_THE_YEAR}")
PUBLISHED_FORMS.append(
    rf"(?:(?P<this>今年|本年)|(?P<last>去年)|(?P<before>前年))的?{_HAN_M}(?:\s{{0,3}}{_HAN_D})?"
)
HAN_FORMS = [
    rf"(?P<y>[〇○零一二三四五六七八九]{{4}})\s{{0,3}}年(?:\s{{0,3}}{_HAN_M}(?:\s{{0,3}}{_HAN_D})?)?",
    rf"(?<![一二三四五六七八九十]){_HAN_M}\s{{0,3}}{_HAN_D}",
    rf"(?<=[至到~～—–-]){_HAN_D}",
]
# Under a year that a heading or a cell gives, a month and day at the start of the text.
UNDER_YEAR_FORMS = [
    rf"(?P<m>0?[1-9]|1[0-2]){TO}(?P<m2>0?[1-9]|1[0-2])\s?[월月]" + _NO_MONTH,
    # A month alone with its point: "06. 공룡화석 모형 기증", "9. ~ 11. 연수".
    r"(?P<m>0?[1-9]|1[0-2])\s?\.\s?[~∼～-]\s?(?P<m2>0?[1-9]|1[0-2])\s?\.(?=\s*$|\s{0,2}[^\s\d.~])",
    r"(?P<m>0?[1-9]|1[0-2])\s?\.(?=\s*$|\s{1,2}[^\s\d.~∼～:-])",
    r"(?P<m>0?[1-9]|1[0-2])\s?[./]\s?(?P<d>0?[1-9]|[12]\d|3[01])(?![\d/]|\.\d|,\d{3})"
    + _MEASURE + r"\.?",
    rf"{_M}{TO}{_M2}(?=\s{{0,3}}[:：,)–—-]|\s{{1,3}}(?!\d)|$)",
    rf"{_M}(?=\s{{0,3}}[:：,)–—-]|\s{{1,3}}(?!\d)|$)",
]  # fmt: skip
# Under a year, a month or two in brackets, anywhere.
BRACKET_FORMS = [
    rf"{_M}{TO}{_M2}(?=\s?[)）])",
    rf"{_M}(?=\s?[)）])",
    rf"{_M}\s{{1,3}}{_D}{TO}(?:{_M2}\s{{1,3}})?{_D2}(?=\s?[)）])",
]
# Under a year, with both points, anywhere.
DOTTED_FORMS = [r"(?<![\d.])(?P<m>0?[1-9]|1[0-2])\s?\.\s?(?P<d>0?[1-9]|[12]\d|3[01])\s?\.(?!\d)"]
# Under a year, a bracket that says no more than a month or day, or from when to when it was:
# "(8. 6~8. 9)", "(11. 3)", "(7~8월)".
_NOTE_END = rf"{WEEKDAY}(?=\s?(?:[)）\]】〕]|[,，/]\s?[가-힣一-鿿]))"
_NM, _ND1 = r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_NM2, _ND2 = r"(?P<m2>0?[1-9]|1[0-2])", r"(?P<d2>0?[1-9]|[12]\d|3[01])"
NOTED_FORMS = [
    rf"{_NM}\s?[./]\s?{_ND1}\.?{WEEKDAY}(?:{TO}(?:{_NM2}\s?[./]\s?)?{_ND2}\s?[.일日]?)?{_NOTE_END}",
    rf"{_NM}\s?[월月.]?{TO}{_NM2}\s?[월月.]{_NOTE_END}",
    rf"{_NM}\s?\.{_NOTE_END}",
]
# A year of the last century without its first digits, where a month or a case ending tells that it
# is no length of time: "91년 6월", "94년에".
CENTURY_FORMS = [
    rf"(?P<yy>[7-9]\d|0\d)년도?\s{{0,3}}{_KM}(?:\s{{0,3}}{_KD})?",
    r"(?P<yy>[7-9]\d)년도?(?=(?:에는?|부터|이후|이래)(?! ?(?:걸[쳐치친]|즈음|이르)|[가-힣]))",
]
# Two digits a part: read only where nothing else stands around it, in Korean or Chinese text.
TWO_DIGIT_FORMS = [
    r"(?P<yy>\d{2})\.\s?(?P<m>0[1-9]|1[0-2])\.\s?(?P<d>0[1-9]|[12]\d|3[01])\.?"
    r"(?=\s{0,3}(?:[)）~∼～〜–|]|$)|\s)",
]

# A month behind one of these, or a year, needs nothing more to be one.
BEFORE_MONTH = r"(?i:\b(?:in|during|since|from|until|till|by|early|mid|late))[\s-]+"
BEFORE_YEAR = (
    r"(?i:\b(?:in|since|from|of|by|during|until|till|year|for|to|before|after|between|and|early|"
    r"late|mid|end|spring|summer|autumn|fall|winter))[\s-]+(?:the\s{1,3}(?:year|end)\s{1,3}(?:of\s{1,3})?)?"
    r"|(?:19|20)\d\d\s?[,、·]\s?"
)
