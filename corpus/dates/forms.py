"""The written forms of a date in Korean, Chinese and English: one table of patterns by what a form
starts with. A named group is a part of the date: y (yy: behind an apostrophe), m, d; y2, m2, d2
for the end of an interval in one breath; m3, d3 for a second date in one breath."""

from __future__ import annotations

from corpus.dates.form_pieces import (
    D2,
    D3,
    HAN_D,
    HAN_M,
    KD,
    KD2,
    KM,
    M2,
    M3,
    MEASURE,
    NO_DAY,
    NO_MONTH,
    TO,
    WEEKDAY,
    D,
    M,
)
from corpus.dates.months import WRITTEN_NAMES
from corpus.wordlists import load_toml

HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
HAN_DIGITS |= {"零": 0, "○": 0}

_IN_YEAR = rf"(?:{WEEKDAY},?\s{{0,3}}(?:of\s{{1,3}})?(?P<y>\d{{4}}))"
# What stands behind a year sign where a span of time or a count is meant.
_NO_YEAR = (
    r"(?!대(?!표|학|회|한|구|전|만|사))"
    r"(?!\s{0,3}(?:전(?=[\s,.)]|에|부터|의|$)|간(?=[\s,.)]|의|$)|여[\s,.)]|동안|차(?=[\s,.)]|$)"
    r"|前(?![往来後后任夕])|来(?![访華华我到韩韓自宾區区市])|來(?![訪華我到韓自賓區市])|间|間))"
)
_YEAR = r"(?P<y>\d{4})\s{0,3}[년年]" + _NO_YEAR
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
# Signs between a month by its name and numbers: "Jun.30.1966", "30-Jun-1966", "1966.Jun.30".
_SIGN = r"\s?[.,/-]\s?"
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

# What each form starts with, and the forms. The first is a year of four digits.
YEAR_FORMS = (
    rf"{_YEAR}(?:도|度)?\s{{0,3}}(?:{KM}(?:\s{{0,3}}{KD})?)?",
    # The days of a year in brackets: "2003년(4월 24일~5월 2일)".
    rf"{_YEAR}\s?[(（]\s?{KM}\s{{0,3}}{KD}(?=\s?[)）~∼～–-]|부터|[至到])",
    rf"{_YEAR}\s{{0,3}}{KM}\s{{0,3}}(?P<d>\d{{1,2}})(?:\s{{0,3}}[일日号號])?{WEEKDAY}{TO}{KD2}",
    rf"{_YEAR}\s{{0,3}}(?P<m>\d{{1,2}}){TO}(?P<m2>\d{{1,2}})\s{{0,3}}[월月]" + NO_MONTH,
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?\.\s?{_N}\.\s?[~∼～–-]\s?(?P<m2>\d{{1,2}})\.(?!\s?\d|\d)",
    # No day stands before the sign, so none stands behind it: "2016.4~10" is April to October.
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?[./]\s?{_N}\s?[~∼～]\s?(?P<m2>0?[1-9]|1[0-2])"
    rf"(?![\d%/]|\s?\.\s?\d|,\d{{3}}){MEASURE}{_PEOPLE}\.?",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})-{_N}\s?[~∼～]\s?(?P<m2>0[1-9]|1[0-2])(?![\d%/-])",
    rf"(?P<y>\d{{4}})\s{{0,3}}(?:년|年)?{TO}(?P<y2>\d{{4}})\s{{0,3}}[년年](?![대代]|\s{{0,3}}\d)",
    rf"{_YEAR}\s{{0,3}}(?P<m>\d{{1,2}})\s?\.\s?(?P<d>\d{{1,2}})(?![\d%])\.?",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?\.\s?{_N}\s?\.\s?{_ND}(?!\d|/\d|\.\d){_NO_SHARE}{_PEOPLE}\.?",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})/{_N}/{_ND}(?![\d/]){_NO_SHARE}",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?-\s?{_N}\s?-\s?{_ND}(?!\d|-\d){_NO_SHARE}",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?[./-]\s?{_N}(?!\d|[-/.]\d|\s?\.\s?\d|,\d{{3}}){MEASURE}\.?",
    rf"{_NO_NUMBER}(?P<y>(?:19|20)\d\d),?\s{M}(?:\s{D})?",
    rf"{_NO_NUMBER}(?P<y>(?:19|20)\d\d),?\s{M}{TO}{M2}(?!\s?\d)",
    rf"{_NO_NUMBER}(?P<y>(?:19|20)\d\d),\s{D}(?:{TO}{D2})?\s{{1,3}}(?:of\s{{1,3}})?{M}",
    r"(?<![\d.,-])(?P<y>(?:19|20)\d\d)\s(?:to|until|through)\s(?P<y2>(?:19|20)\d\d)(?![\d%]|[.,-]\d)",
    rf"{_NO_NUMBER}(?P<y>(?:19|20)\d\d)\s?[~∼～–]\s?(?P<y2>(?:19|20)\d\d)(?![\d%]|[.,-]\d|\s?[년年])",
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?\.\s?{_N}\.(?=\s\d{{1,3}}{_COUNTED})",
    # The point behind the month was lost: "2012. 7 27~ 7. 30".
    rf"{_NO_NUMBER}(?P<y>\d{{4}})\s?\.\s?{_N}\s(?P<d>\d{{1,2}})(?=\s?[~∼～]\s?\d{{1,2}}\s?\.)",
    rf"(?P<y>\d{{4}})\s?[./-]\s?{KM}(?:\s{{0,3}}{KD})?",
    # The year of a Japanese era by its letter in brackets ("1996 (H8). 5.28").
    rf"(?P<y>(?:19|20)\d\d)\s?[(（][MTSHR]\s?\d{{1,2}}[)）]\s?[./年]\s?{_N}\s?[./月]\s?{_ND}(?!\d)日?",
    rf"(?P<y>(?:19|20)\d\d){_SIGN}(?P<m>{WRITTEN_NAMES}){_SIGN}(?P<d>\d{{1,2}})(?!\d)",
    rf"(?P<y>\d{{4}})\s?年?\s?[(（]\s?{_ERA}\s?(?:\d{{1,3}}|元)\s?年\s?[)）]\s?年?"
    rf"(?:\s{{0,3}}{KM}(?:\s{{0,3}}{KD})?)?",
)  # fmt: skip
# Two years with a hyphen, at the start of a line or in brackets: "1985-1986", "1988-89".
YEARS_FORMS = (
    r"(?P<y>(?:19|20)\d\d)\s?[-—－/]\s?(?P<y2>(?:19|20)\d\d)(?![\d%]|[.,-]\d|\s?[년年명名人]|[가-힣])",
    r"(?P<y>(?:19|20)\d\d)\s?[-–—－/]\s?(?P<yy2>1[3-9]|[2-9]\d)(?![\d%]|[.,-]\d|\s?[년年명名人]|[가-힣])",
)
ERA_FORMS = (
    rf"(?P<era>{'|'.join(ERAS)})\s?(?P<en>\d{{1,3}}|[一二三四五六七八九十]{{1,3}}|元)\s?年(?:\s?[(（]\s?(?:西元|公元)?\s?\d{{4}}\s?年?\s?[)）])?"
    rf"(?:\s{{0,3}}{KM}(?:\s{{0,3}}{KD})?)?",
)
# A year of the Republic without its era: three digits with a month, or in a row behind another.
ROC_FORMS = (
    rf"(?<![\d.第])(?P<roc>[1-9]\d{{1,2}})\s?年\s{{0,3}}{KM}(?:\s{{0,3}}{KD})?",
    r"(?<=年[、,，及和與至到~～])(?P<roc>[1-9]\d{1,2})\s?年(?![來来間间級级度\d])",
    r"(?<![\d./-])(?P<roc>1[01]\d)[./](?P<m>0?[1-9]|1[0-2])"
    r"[./](?P<d>0?[1-9]|[12]\d|3[01])(?![\d./])",
    r"(?<![\d./-])(?P<roc>1[01]\d)[./](?P<m>0?[1-9]|1[0-2])(?=\s?[(（]\s?(?:19|20)\d\d)",
    r"(?<![\d./-])(?P<roc>1[01]\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d./-])",
)
# Numbers that crawling left without their points, at the start of a line.
SPACED_FORMS = (
    r"(?P<y>(?:19|20)\d\d) (?P<m>1[0-2]|[1-9])(?: (?P<d>3[01]|[12]\d|[1-9]))?"
    r"(?: (?:to|-|~) (?:(?P<m2>1[0-2]|[1-9]) )?(?P<d2>3[01]|[12]\d|[1-9]))?"
    r"(?=\s*$|\s+(?:[A-Z][a-z]|\d+(?:st|nd|rd|th)\b|(?:and )?(?:19|20)\d\d \d{1,2} "
    r"|[\uac00-\ud7a3\u4e00-\u9fff]{2}))",
    r"(?P<y>(?:19|20)\d\d) (?P<m>1[0-2]|[1-9]) (?:to|~) "
    r"(?P<y2>(?:19|20)\d\d) (?P<m2>1[0-2]|[1-9])(?=\s+[A-Z][a-z]|\s*$)",
)
SHORT_YEAR_FORMS = (
    r"(?P<yy>\d{2})\s?\.\s?(?P<m>\d{1,2})\s?\.(?:\s?(?P<d>\d{1,2})(?!\d)\.?)?",
    r"(?P<yy>\d{2})\s?\.\s?(?P<m>\d{1,2})(?![\d.]|\s?\.\s?\d)" + _PEOPLE,
    rf"(?P<yy>\d{{2}})\s?\.\s?{KM}(?:\s{{0,3}}{KD})?",
    rf"(?P<yy>\d{{2}})\s?\.\s?{_N}\s?[~∼～]\s?(?P<m2>0?[1-9]|1[0-2])"
    rf"(?![\d%/]|\s?\.\s?\d){_PEOPLE}\.?",
    rf"(?P<yy>\d{{2}})\s?[년年](?:\s{{0,3}}{KM}(?:\s{{0,3}}{KD})?)?",
    # The point behind the year was lost, or there are other signs: "'91 1. 22", "'05-10-23".
    r"(?P<yy>\d{2})\s(?P<m>\d{1,2})\s?\.\s?(?P<d>\d{1,2})(?!\d)" + MEASURE + r"\.?",
    r"(?P<yy>\d{2})(?P<sign>[/-])(?P<m>\d{1,2})(?P=sign)(?P<d>\d{1,2})(?![\d/-])",
)
# What writes the apostrophe before such a year: other signs of its kind, and what is left of it
# where Korean, Chinese or Unicode text was read in another encoding.
APOSTROPHE = r"(?:['’‘′＇´`\x91\x92]|¡[®¯]|â€[˜™]|&#0?39;|&[lr]squo;)"
# A number of one or two digits: a month, or the day in front of an English month.
NUMBER_FORMS = (
    rf"(?<![\d.])(?<!\d[년年]){KM}(?:\s{{0,3}}{KD})?",
    rf"(?<![\d.]){KM}\s{{0,3}}(?P<d>\d{{1,2}})(?:\s{{0,3}}[일日号號])?{WEEKDAY}{TO}{KD2}" + NO_DAY,
    rf"(?<![\d.])(?<!박)(?<!박\s){KD}",
    rf"{D}\s{{0,3}}(?:and|&)\s{{0,3}}{D3}\s{{1,3}}(?:of\s{{1,3}})?{M}(?:,?\s{{1,3}}(?P<y>\d{{4}}))?(?!\d)",
    rf"{D}{WEEKDAY}{TO}{D2}\s{{1,3}}(?:of\s{{1,3}})?{M}(?:,?\s{{1,3}}(?P<y>\d{{4}}))?(?!\d)",
    rf"{D}\s{{1,3}}(?:of\s{{1,3}})?{M}{WEEKDAY}{TO}{D2}\s{{1,3}}(?:of\s{{1,3}})?{M2}(?:,?\s{{1,3}}(?P<y>\d{{4}}))?(?!\d)",
    rf"{D}\s{{1,3}}(?:of\s{{1,3}})?{M}(?:,?\s{{1,3}}(?P<y>\d{{4}}))?(?!\d)",
    r"(?<![\d.])(?P<d>1[3-9]|2\d|3[01])\.(?P<m>0?[1-9]|1[0-2])\.(?P<y>(?:19|20)\d\d)(?![\d.])",
    # With slashes only where one number is no month.
    r"(?<![\d./])(?P<d>1[3-9]|2\d|3[01])/(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\d/])",
    r"(?<![\d./])(?P<m>0?[1-9]|1[0-2])/(?P<d>1[3-9]|2\d|3[01])/(?P<y>(?:19|20)\d\d)(?![\d/])",
    rf"(?P<d>\d{{1,2}}){_SIGN}(?P<m>{WRITTEN_NAMES}){_SIGN}(?P<y>(?:19|20)\d\d)(?!\d)",
)
# Where other dates of the page show what stands first.
DAY_FIRST_FORMS = (
    r"(?<![\d./])(?P<d>\d{1,2})(?P<sign>[./])(?P<m>0?[1-9]|1[0-2])(?P=sign)(?P<y>(?:19|20)\d\d)(?![\d./])",
)
MONTH_FIRST_FORMS = (
    r"(?<![\d./])(?P<m>0?[1-9]|1[0-2])(?P<sign>[./])(?P<d>\d{1,2})(?P=sign)(?P<y>(?:19|20)\d\d)(?![\d./])",
)
_OF_THE_YEAR = (
    r",?\s{1,3}(?:of\s{1,3})?(?:the|that)\s{1,3}"
    r"(?:(?P<same>same)|(?P<next>following|next))\s{1,3}year\b"
)
MONTH_FORMS = (
    rf"{M}\s{{1,3}}{D}\s{{0,3}}(?:,|and|&)\s{{0,3}}(?:{M3}\s{{1,3}})?{D3}(?:{_IN_YEAR}(?!\d)|(?=\s{{0,3}}(?:[.,;)）]|$)))",
    rf"{M}\s{{1,3}}{D}{WEEKDAY}{TO}(?:{M2}\s{{1,3}})?{D2}{_IN_YEAR}?(?!\d)",
    rf"{M}\s{{1,3}}{D}{_IN_YEAR}?(?!\d)",
    rf"{M}{TO}{M2}(?:\s{{1,3}}of)?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)",
    rf"{M}\s{{0,3}}(?:,|and|&)\s{{0,3}}{M3}(?:\s{{1,3}}of)?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)",
    rf"{M}(?:\s{{1,3}}of)?,?\s{{1,3}}(?P<y>\d{{4}})(?!\d)",
    rf"(?P<m>{WRITTEN_NAMES}){_SIGN}(?P<d>\d{{1,2}}){_SIGN}(?P<y>(?:19|20)\d\d)(?!\d)",
    rf"(?P<m>{WRITTEN_NAMES})\.\s?(?P<d>\d{{1,2}})\s(?P<y>(?:19|20)\d\d)(?!\d)",
    rf"{M}(?:\s{{1,3}}{D})?{_OF_THE_YEAR}",
)
HAN_FORMS = (
    rf"(?P<y>[〇○零一二三四五六七八九]{{4}})\s{{0,3}}年(?:\s{{0,3}}{HAN_M}(?:\s{{0,3}}{HAN_D})?)?",
    rf"(?<![一二三四五六七八九十]){HAN_M}\s{{0,3}}{HAN_D}",
    rf"(?<=[至到~～—–-]){HAN_D}",
)
# A year of the last century without its first digits, where a month or a case ending tells that it
# is no length of time: "91년 6월", "94년에".
CENTURY_FORMS = (
    rf"(?P<yy>[7-9]\d|0\d)년도?\s{{0,3}}{KM}(?:\s{{0,3}}{KD})?",
    r"(?P<yy>[7-9]\d)년도?(?=(?:에는?|부터|이후|이래)(?! ?(?:걸[쳐치친]|즈음|이르)|[가-힣]))",
)
# Two digits a part: read only where nothing else stands around it, in Korean or Chinese text.
TWO_DIGIT_FORMS = (
    r"(?P<yy>\d{2})\.\s?(?P<m>0[1-9]|1[0-2])\.\s?(?P<d>0[1-9]|[12]\d|3[01])\.?"
    r"(?=\s{0,3}(?:[)）~∼～〜–|]|$)|\s)",
)

# A month behind one of these, or a year, needs nothing more to be one.
BEFORE_MONTH = r"(?i:\b(?:in|during|since|from|until|till|by|early|mid|late))[\s-]+"
BEFORE_YEAR = (
    r"(?i:\b(?:in|since|from|of|by|during|until|till|year|for|to|before|after|between|and|early|"
    r"late|mid|end|spring|summer|autumn|fall|winter))[\s-]+(?:the\s{1,3}(?:year|end)\s{1,3}(?:of\s{1,3})?)?"
    r"|(?:19|20)\d\d\s?[,、·]\s?"
)
