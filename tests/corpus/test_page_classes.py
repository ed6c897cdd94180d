"""Facts of small pages, one for each class of layout or wording that municipal pages have."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from tests.corpus.written_pages import written


def facts_of(tmp_path: Path, gazetteer: Gazetteer, content: str) -> set[str]:
    page = written(tmp_path, content, "page.html" if content.startswith("<") else "page.md")
    return {
        f"{fact.subject} {fact.property} {fact.value.edtf or fact.value.number or fact.value.text}"
        + (f" {fact.stage}" if fact.stage else "")
        + (f" ({fact.as_of})" if fact.as_of else "")
        for fact in extract(page, gazetteer).facts
    }


SHORT_NAME = """---
publisher: Zhenjiang Municipal People's Government
---
# Sister Cities

## Tsu, Japan

Tsu has a population of about 272,000. Zhenjiang and Tsu became sister cities on June 11, 1984.
"""
CITY_OF_ITS_PROVINCE = """---
publisher: City of Matsue
---
# Friendship Cities

## Jilin (Jilin Province, China)

Friendship city since: November 4, 1999

## Hangzhou (Zhejiang Province, China)

Friendship city since: October 31, 2003
"""
ASSEMBLY = """---
publisher: 제천시의회
---
# 교류의회

## 베트남 닌빈시 인민의회

- 면적 : 46.75㎢
- 인구 : 약 13만 명
"""
GROUPED_HEADERS = """<html><head><title>국제교류도시 현황 | 천안시</title></head><body>
<h2>천안시 국제교류도시</h2><table>
<thead><tr><th rowspan="2">구분</th><th rowspan="2">도시명</th><th rowspan="2">체결일</th>
<th colspan="2">도시 규모</th></tr><tr><th>면적(㎢)</th><th>인구(천명)</th></tr></thead>
<tbody><tr><td>자매도시</td><td>스자좡시</td><td>1997.8.26.</td><td>14,060</td><td>11,200</td></tr>
<tr><td>우호도시</td><td>웨이하이시</td><td>2012.10.23.</td><td>5,798</td><td>2,907</td></tr>
</tbody></table></body></html>"""
HEADED_YEAR = """---
publisher: 烟台市人民政府
---
# 友城之窗 韩国群山市

## 数字对照（2022年）

| 指标 | 烟台市 | 群山市 |
|---|---|---|
| 地区生产总值（亿元） | 9515.86 | 约620 |
"""
NATURE_OF_TIE = """---
publisher: 臺南市政府
---
# 臺南市締盟城市

| 項目 | 日本仙台市 | 韓國光州廣域市 |
|---|---|---|
| 締盟日期 | 民國95年1月20日 | 民國57年9月3日 |
| 締盟性質 | 友好交流 | 姊妹市 |
"""
PARAGRAPHS = """# 대구 수성구의 국경을 넘은 우정

중국 산둥성 지난시 스중구는 수성구의 첫 해외 벗이다. 면적은 281㎢이다.
두 구는 2005년 3월 18일 우호교류 협정을 맺었다.

일본 후쿠오카현 이즈카시와는 2013년 11월 9일 자매결연을 체결하였다.
이즈카시는 면적 213.96㎢의 도시로, 시의 꽃은 코스모스다.

베트남 다낭시 하이쩌우구와의 인연은 2018년 6월 5일 양해각서 서명으로 시작됐다.
하이쩌우구는 다낭의 중심지로 면적 23.29㎢이다.
"""
PUBLISHED = """# 赣州市与韩国公州市缔结友好城市

来源：赣州市人民政府网 发布时间：2023-10-24 08:30

10月22日上午，赣州市与韩国公州市签署友好城市协议，正式缔结为友好城市。
"""
HARBOUR_CITY = """---
publisher: 大连市人民政府
---
# 友好城市

韩国 仁川广域市（1994年4月结好）

仁川是韩国第二大港口城市，面积1063平方公里，人口295万。

日本 舞鹤市（1982年5月8日结好）

舞鹤市面积342平方公里。
"""
CLASSES = [
    pytest.param(SHORT_NAME, {"tsu population 272000.0", "tsu--zhenjiang signed 1984-06-11 sister"},
                 id="a short name before its country"),
    pytest.param(CITY_OF_ITS_PROVINCE, {"jilin-city--matsue signed 1999-11-04 friendship"},
                 id="a city that has the name of its province"),
    pytest.param(ASSEMBLY, {"local-닌빈시 area 46.75", "local-닌빈시 population 130000.0"},
                 id="the assembly of an unknown place"),
    pytest.param(GROUPED_HEADERS, {"shijiazhuang area 14060.0", "weihai population 2907000.0"},
                 id="columns under a common header"),
    pytest.param(HEADED_YEAR, {"yantai gdp 951586000000.0 (2022)",
                               "gunsan gdp 62000000000.0 (2022)"},
                 id="a year in the heading"),
    pytest.param(NATURE_OF_TIE, {"sendai--tainan signed 2006-01-20 friendship",
                                 "gwangju--tainan signed 1968-09-03 sister"},
                 id="the kind of tie in a row"),
    pytest.param(PARAGRAPHS, {"shizhong-jinan area 281.0", "iizuka area 213.96",
                              "iizuka flower 코스모스", "local-하이쩌우구 area 23.29"},
                 id="a paragraph for each partner"),
    pytest.param(PUBLISHED, {"ganzhou--gongju signed 2023-10-22 friendship"},
                 id="a day of the year of publication"),
    pytest.param(HARBOUR_CITY, {"incheon area 1063.0", "incheon population 2950000.0"},
                 id="a harbour city is a city"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), CLASSES)
def test_a_page_of_a_class_tells_its_facts(
    tmp_path: Path, gazetteer: Gazetteer, content: str, expected: set[str]
) -> None:
    assert expected <= facts_of(tmp_path, gazetteer, content)


COUNCILS = """---
publisher: 제천시
---
# 중국 장자제시

두 의회는 2003년 9월 3일 의회 우호교류 합의서에 서명하였고,
2018년 5월 11일 합의서를 갱신하였습니다.
"""
BODIES = """---
publisher: 沈阳市和平区人民政府
---
# 韩国富平区

- 2023年8月30日 区疾控中心与富平区保健所签订公共卫生合作协议。
"""


@pytest.mark.parametrize("content", [COUNCILS, BODIES])
def test_what_other_bodies_sign_is_no_stage(
    tmp_path: Path, gazetteer: Gazetteer, content: str
) -> None:
    assert not [fact for fact in facts_of(tmp_path, gazetteer, content) if " signed " in fact]
