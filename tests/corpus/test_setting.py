"""Settings: whose page it is, and which partner every block of it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge
from tests.corpus.written_pages import written


def told(tmp_path: Path, gazetteer: Gazetteer, content: str) -> Knowledge:
    page = written(tmp_path, content, "page.html" if content.startswith("<") else "page.md")
    return extract(page, gazetteer)


OTHER_SECTION = """---
publisher: Dobong-gu Office
---
# Sister Cities

## Changping District, Beijing, China

**Population:** 2.27 million

## Prince William County, USA

Its population is about 470,000. Dobong-gu signed a friendship agreement with it in June 2009.
"""


def test_a_section_about_a_place_nobody_knows_is_its_own_and_not_the_partners(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    knowledge = told(tmp_path, gazetteer, OTHER_SECTION)
    populations = [f for f in knowledge.facts if f.property == "population"]
    assert {f.subject: f.value.number for f in populations} == {
        "changping": 2_270_000,
        "local-Prince-William-County": 470_000,
    }
    stages = {tie.places[1]: [s.date for s in tie.stages] for tie in knowledge.ties}
    assert stages.get("changping") == [None]


ITEMS = """---
publisher: 서울특별시 구로구
---
# 국외 자매도시
- 중국 북경시 통주구 : 1997년 5월 12일 자매결연 체결
- 중국 하남성 학벽시 : 2004년 3월 2일 우호협력 의향서 체결
- 페루 미라플로레스시 : 2005년 11월 24일 우호협정 체결

구로구와 통주구는 친하다. 통주구 대표단이 구로구를 방문하였다.
"""


def test_every_item_has_the_partner_it_names(tmp_path: Path, gazetteer: Gazetteer) -> None:
    knowledge = told(tmp_path, gazetteer, ITEMS)
    assert knowledge.home == "guro"
    assert {e.tie: e.date for e in knowledge.exchanges} == {
        "guro--tongzhou": "1997-05-12",
        "guro--hebi": "2004-03-02",
        "guro--local-미라플로레스시": "2005-11-24",
    }


@pytest.mark.parametrize(
    ("title", "home"),
    [
        ("국제 자매도시 - 송파구", "songpa"),
        ("Sister cities - Jung-gu, Incheon", "jung-incheon"),
        ("Friendly Contacts with Foreign Countries-Songpa District,Korea", "shijingshan"),
        ("Friendly exchanges with Songpa", "shijingshan"),
        ("송파구와의 우호교류", "shijingshan"),
        ("송파구", "shijingshan"),
    ],
)
def test_the_title_of_a_page_without_publisher_may_name_its_place(
    tmp_path: Path, gazetteer: Gazetteer, title: str, home: str
) -> None:
    partner = "Jung-gu, Incheon" if "Jung" in title else "송파구"
    body = (
        f"# {title}\n\n{partner} · 石景山区 2003.\n\n石景山区 2004.\n\n石景山区 2005, {partner}.\n"
    )
    assert told(tmp_path, gazetteer, body).home == home


def test_a_homonym_that_nothing_settles_is_no_home(tmp_path: Path, gazetteer: Gazetteer) -> None:
    content = "# 朝阳区友好交往\n\n1997年4月，朝阳区与韩国首尔市江南区签署友好城区协议。\n"
    assert len(gazetteer.find("朝阳区")[0].places) > 1
    knowledge = told(tmp_path, gazetteer, content)
    assert knowledge.home is None
    assert knowledge.ties == ()


COLUMNS = """<html lang="ko"><head><title>자매도시</title>
<meta property="og:site_name" content="송파구청"></head><body><main><h2>송파구 국제교류</h2>
<table><tr><th>구분</th><th>중국 심양시 화평구</th></tr>
<tr><th>결연일</th><td>1997. 5. 26.</td></tr><tr><th>면적</th><td>60.3㎢</td></tr></table>
<table><caption>중국 길림성 연길시</caption>
<tr><th>결연일</th><td>2005년 8월 30일</td><th>홈페이지</th>
<td>http://www.hebi.gov.cn</td></tr></table></main></body></html>"""


def test_tables_by_column_and_by_caption(tmp_path: Path, gazetteer: Gazetteer) -> None:
    knowledge = told(tmp_path, gazetteer, COLUMNS)
    stages = {tie.id: [s.date for s in tie.stages] for tie in knowledge.ties}
    assert stages == {"heping-shenyang--songpa": ["1997-05-26"], "songpa--yanji": ["2005-08-30"]}
    subjects = {f.property: f.subject for f in knowledge.facts if f.property != "signed"}
    assert subjects == {"area": "heping-shenyang", "homepage": "yanji"}


def test_a_homonym_abroad_is_a_place_of_its_own(tmp_path: Path, gazetteer: Gazetteer) -> None:
    content = (
        "---\npublisher: 海淀区人民政府\n---\n# 国际友好城区\n\n## 蒙古国乌兰巴托市江南区\n\n"
        "签约日期：1994年11月22日\n\n人口：约50万\n"
    )
    knowledge = told(tmp_path, gazetteer, content)
    (tie,) = knowledge.ties
    (place,) = knowledge.places
    assert (tie.places, place.parent) == (("haidian", place.id), "ulaanbaatar")
    assert [f.subject for f in knowledge.facts if f.property == "population"] == [place.id]
