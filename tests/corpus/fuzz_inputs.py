"""Random and adversarial inputs for everything that reads text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

Family = Callable[[int], str]

# What parts the pieces of the lists below.
PART = "¦"

# What pages consist of, what stands between it, and letters that are not what they seem.
WORDS = (
    "서초구¦허비시¦학벽시¦鹤壁市¦鶴壁市¦Hebi¦Seocho-gu¦서구¦西区¦Seoul¦결연일 : ¦결 연 일：¦"
    "면적¦인구 : ¦Area: ¦Population¦面积：¦人口¦行政区划：¦체결장소¦홈페이지 : ¦주요실적¦市花¦"
    "Mayor¦구청장 ¦市长¦대표단¦방문¦签署¦우호협정 체결¦자매결연¦"
    "signed a sister city agreement with ¦代表团¦delegation¦2016년 10월 13일¦2016. 10. 13.¦"
    "10월¦~ 22.¦2016-02-30¦August 27 to 29, 2013¦2013年8月27日¦동년¦同年¦1998¦13.5.¦9999년¦"
    "0000-00-00¦二〇一三年¦民國 99 年¦약 ¦1,18만명¦163만 5천명¦2,182㎢¦1.2.3¦"
    "99999999999999999999¦억¦5개 구, 2개 현¦(¦)¦（¦）¦[¦]¦“¦”¦「¦<¦>¦|¦:¦：¦,¦、¦·¦~¦-¦\n¦\n\n¦"
    "\t¦ ¦\u3000¦\u200b¦\ufeff¦\u00ad¦\u202e¦\u1100\u1161\u11a8¦"
    "\u1112\u1161\u11a8\u1107\u1167\u11a8\u1109\u1175¦ＨＥＢＩ¦１２３¦⼥¦🏙¦e\u0301¦"
    "\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300¦http://www.hebi.gov.cn/¦"
    "02-2155-6168¦a@b.kr¦만¦명¦人¦people¦구¦市"
).split(PART)
# Pieces of HTML, whole, broken and unending.
MARKUP = (
    "<p>¦</p>¦<div>¦</div>¦<li>¦<ul>¦</ul>¦<ol>¦<h2>¦</h2>¦<h3>¦<table>¦</table>¦<tr>¦<td>¦"
    "<th>¦<td rowspan=3>¦<td colspan=99999>¦<td rowspan=0>¦<th rowspan=-1>¦<td colspan=x>¦"
    "<caption>¦<dl>¦<dt>¦<dd>¦<b>¦</b>¦<br>¦<!--¦-->¦<script>¦</script>¦<nav>¦</nav>¦<span¦"
    "<![CDATA[¦]]>¦<?php¦&nbsp;¦&#x110000;¦&lt;¦<a href='¦'>¦\"¦<img alt='¦<p hidden>¦"
    "<div style='display:none'>¦<template>¦<svg>¦<body>¦</html>¦</¦<"
).split(PART)
# Pieces of Markdown.
MARKS = (
    "# ¦## ¦###### ¦- ¦* ¦1. ¦> ¦```¦~~~¦**¦__¦`¦|---|---|¦|¦[a](b)¦[¦](¦![¦---\n¦===\n¦\\¦"
    "<div>¦<!--¦\n    ¦\n\t"
).split(PART)

TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=40).map("".join)
SOURCES = {
    ".txt": TEXTS,
    ".md": st.lists(st.sampled_from(WORDS + MARKS) | st.text(max_size=4), max_size=60).map("".join),
    ".html": st.lists(st.sampled_from(WORDS + MARKUP) | st.text(max_size=4), max_size=60).map(
        "".join
    ),
}

# Text of about n characters each, in which one thing is repeated or nested.
FAMILIES: dict[str, Family] = {
    "brackets opened": lambda n: "결연명칭 : " + "(" * n,
    "brackets nested": lambda n: "(" * (n // 2) + "서초구" + ")" * (n // 2),
    "brackets with labels": lambda n: "결연명칭 : 협정 " + "(체결장소 : 서초구)" * (n // 12),
    "labels in one line": lambda n: "면적 : 5㎢ 인구 : 6명 " * (n // 16),
    "labels a line": lambda n: "면적 : 5㎢\n" * (n // 8),
    "labels without values": lambda n: "결 연 일 : " * (n // 8),
    "colons": lambda n: ":" * n,
    "pipes": lambda n: "| " * (n // 2),
    "digits": lambda n: "9" * n,
    "digits with commas": lambda n: "9," * (n // 2),
    "digits with dots": lambda n: "9." * (n // 2),
    "digits with spaces": lambda n: "9 " * (n // 2),
    "numbers with multipliers": lambda n: "9만 " * (n // 3),
    "years": lambda n: "2016년 " * (n // 6),
    "dates": lambda n: "2016년 10월 13일 서초구 대표단 허비시 방문 " * (n // 30),
    "dates in brackets": lambda n: "서초구 방문 (" + "2016년 1월, " * (n // 10) + ")",
    "months that inherit": lambda n: "2016년 " + "8월 29일 " * (n // 7),
    "dashes": lambda n: "-" * n,
    "spaces": lambda n: "서초구" + " " * n + "허비시",
    "spaces and a letter": lambda n: "a " * (n // 2),
    "one word of capitals": lambda n: "A" * n,
    "capitalised words": lambda n: "Mayor Ab " * (n // 9),
    "names": lambda n: "서초구와 허비시 " * (n // 9),
    "unknown names": lambda n: "가나다시 " * (n // 5),
    "homonyms": lambda n: "서구 " * (n // 3),
    "one syllable": lambda n: "구" * n,
    "one character": lambda n: "市" * n,
    "officials": lambda n: "허비시 시장 김민수 " * (n // 11),
    "sentences": lambda n: "서초구는 2016년 10월 13일 허비시와 우호협정을 체결하였다. " * (n // 36),
    "one sentence": lambda n: "서초구 대표단이 허비시를 방문하여 " * (n // 19),
    "english": lambda n: "On May 2, 2016 Seocho-gu signed a pact with Hebi. " * (n // 50),
    "chinese without a stop": lambda n: "瑞草区代表团访问鹤壁市，" * (n // 12),
    "combining marks": lambda n: "e" + "\u0301" * n,
    "conjoining letters": lambda n: "\u1112\u1165\u1107\u1175\u1109\u1175" * (n // 6),
    "zero width": lambda n: "서초구" + "\u200b" * n + "허비시",
    "mixed scripts": lambda n: "서a市1" * (n // 4),
    "quotation marks": lambda n: "“" * n,
    "urls": lambda n: "http://" + "a." * (n // 2),
    "addresses": lambda n: "a@" * (n // 2),
    "lines": lambda n: "가\n" * (n // 2),
    "dates above lines": lambda n: "2016.10.13\n방문\n" * (n // 14) + "2016.10.14\n\n",
    "headings": lambda n: "## 중국 허비시\n- 면적 : 5㎢\n" * (n // 24),
    "indented lines": lambda n: "\n".join(" " * (i % 40) + "- 가" for i in range(n // 24)),
}  # fmt: skip
MARKUP_FAMILIES: dict[str, Family] = {
    "divisions nested": lambda n: "<div>" * (n // 11) + "서초구" + "</div>" * (n // 11),
    "divisions unclosed": lambda n: "<div>서초구 " * (n // 9),
    "bold unclosed": lambda n: "<b><p>가" * (n // 7),
    "lists nested": lambda n: "<ul><li>가" * (n // 9),
    "tables nested": lambda n: "<table><tr><td>" * (n // 15),
    "rows": lambda n: "<table>" + "<tr><td>2016.1.1<td>서초구 방문" * (n // 25),
    # More than the most columns of a table from the start: up to there each row is one longer.
    "row spans": lambda n: (
        "<table>" + "<tr><td rowspan=65000>가" * 110 + "<tr><td>나" * (n // 9)
    ),
    "column spans": lambda n: "<table>" + "<tr><td colspan=1000>가" * (n // 23),
    "partners in columns": lambda n: (
        "<table><tr>" + "<th>허비시" * (n // 7) + "<tr>" + "<td>5" * (n // 7)
    ),
    "comments": lambda n: "<!--" * (n // 4),
    "entities": lambda n: "&amp;" * (n // 5),
    "attributes": lambda n: "<p " + "a='b' " * (n // 6) + ">가",
    "headings": lambda n: "<h2>중국 허비시</h2><p>면적 : 5㎢" * (n // 28),
    "images": lambda n: "<img alt='서초구 방문 2016.1.1'>" * (n // 29),
    "styles": lambda n: "<style>" + ".a{display:none}" * (n // 16) + "</style><p class=a>가",
}  # fmt: skip
