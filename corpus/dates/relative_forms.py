"""The written forms of a date that counts from another: from that of the publication ("last May"),
or from the year and month that a text has named ("the same year"). The named groups of the parts
are those of ``forms``; others say what it counts from."""

from __future__ import annotations

import calendar

from corpus.dates.form_pieces import HAN_D, HAN_M, KD, KM, M
from corpus.dates.months import WRITTEN_NAMES

WEEKDAYS = tuple(calendar.day_name)
WEEKDAY_NAMES = "|".join(WEEKDAYS)
# "Today" where news go on with what was done then, and do not speak of our days.
TODAY = (
    r"今(?:[天日](?=[上下]午|[和与與在於于訪访率赴簽签拜会會接到抵舉举,，]|[通透][过過](?:视频|视讯|視訊|視頻|线上|線上|网络|網路|网路|云|雲|远程|遠距|远距)|正式)|[晚早晨](?![期年日])"
    r"|(?=[率訪访赴與与簽签拜](?!天|日)))"
)
# What only the day on which a text was published tells: "this year", "last May".
PUBLISHED_FORMS = (
    rf"(?:(?P<this>올해|금년|今年|本年)|(?P<last>지난해|작년|去年)|(?P<before>재작년|前年))(?:도|의)?"
    rf"(?:\s{{0,3}}{KM}(?:\s{{0,3}}{KD})?)?",
    rf"(?P<past>지난)(?:\s?달)?\s{{1,3}}{KM}(?:\s{{0,3}}{KD})?",
    rf"(?P<past>지난)\s{{1,3}}{KD}",
    rf"(?P<past>[Ll]ast)\s{{1,3}}{M}\b",
    rf"(?:(?P<months1>지난\s?달|上[个個]?月)|(?P<months0>이달|이번\s?달|本月))(?:\s{{0,3}}{KD})?",
    r"(?:(?P<months1>[Ll]ast)|(?P<months0>[Ee]arlier\sthis))\smonth(?!\sof)",
    r"(?P<days1>昨[天日晚夜晨早]|어제|[Yy]esterday)|(?P<days0>" + TODAY + r"|[Ee]arlier\stoday)",
    rf"[Oo]n\s(?P<weekday>{WEEKDAY_NAMES})\b(?!,?\s(?:the\s)?(?:\d|(?:{WRITTEN_NAMES})\b)|s\b)",
    r"(?P<past>[今昨])\s?[(（](?P<d>\d{1,2})日?[)）]\s?[日天]?",
    r"(?P<past>on|from|between|On|From|Between)\sthe\s(?P<d>\d{1,2})(?:st|nd|rd|th)"
    r"(?:\s(?:to|until|till|through|and)\s(?:the\s)?(?P<d2>\d{1,2})(?:st|nd|rd|th))?"
    r"(?=[,.;)]|$|\s(?:of\sthis\smonth|at|in|to|for|with|by|and|the)\b)",
    rf"(?:(?P<this>今年|本年)|(?P<last>去年)|(?P<before>前年))的?{HAN_M}(?:\s{{0,3}}{HAN_D})?",
)
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
RELATIVE_FORMS = (
    rf"(?:(?P<same>같은\s?해|그\s?해|동년|同年|同一年)|(?P<next>이듬해|다음\s?해|익년|次年|翌年))"
    rf"(?:\s{{0,3}}{KM}(?:\s{{0,3}}{KD})?)?",
    r"(?i:later\s{1,3})?(?i:the|that)\s{1,3}(?:(?P<same>same\s{1,3})|(?P<next>following\s{1,3}|next\s{1,3}))year\b",
    r"(?P<same>[Tt]hat)\s{1,3}year\b",
    # The same with the year itself behind, in brackets or not ("次年（1997年）5月").
    r"(?:같은\s?해|그\s?해|동년|이듬해|다음\s?해|익년|同年|同一年|次年|翌年|(?i:(?:the|that)\s(?:same\s|following\s|next\s)?year))"
    r"(?:\s?[(（]\s?(?:即|인\s)?|[，,]?\s?即|인\s)(?P<y>(?:19|20)\d\d)\s?[년年]?\s?[)）]?"
    rf"(?:\s{{0,3}}{KM}(?:\s{{0,3}}{KD})?)?",
    # The month that the text has named, and perhaps a day of it.
    rf"(?P<month>同月|同一月|当月|當月|같은\s?달|그\s?달)(?:\s{{0,3}}{KD})?",
    r"(?i:later\s{1,3})?(?i:(?:in\s)?(?:the\s{1,3}same|that))\s{1,3}(?P<month>month)\b",
    # A day of the month behind it, up to which something lasts.
    rf"(?P<nextmonth>내달|다음\s?달|익월|下月|次月)\s{{0,3}}{KD}",
)
