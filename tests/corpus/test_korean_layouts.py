"""Layouts of Korean pages: what crawling leaves, kinds below names, provinces, two languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.model import Knowledge
from tests.corpus.written_pages import known


def signed(told: Knowledge) -> set[tuple[str, str | None]]:
    return {(f"{f.subject} {f.value.edtf}", f.stage) for f in told.facts if f.property == "signed"}


def dated(told: Knowledge) -> list[str]:
    return [exchange.date for exchange in told.exchanges]


STACKED = """해외 자매도시 - 동해시청
동해소개
국제교류
해외 자매도시
공유하기

일본 후쿠이현 쓰루가시
자매도시
결연일
1981. 4. 13.
면적
251.39㎢

교류내역
연도
내용
인원
1998. 4~6
쓰루가시 공무원 동해시 어학연수
2
2001. 10
동해시장 일행 쓰루가시 방문
9
2030. 10월 예정
사진 교류전
-

몽골 투브 아이막
우호협력
체결일
2018. 6. 4.
면적
74,042㎢

교류내역
연도
내용
인원
2017. 5
투브 아이막 대표단 동해시 방문
7
2018. 6. 2~6
동해시 대표단 투브 아이막 방문, 협약 서명
6

관리부서
행정과
문의
033-530-2114
최종수정일
2024. 3. 2.
매우만족 만족 보통 불만족
(25769) 강원특별자치도 동해시 천곡로 77
"""


def test_a_kind_on_the_line_below_a_name(tmp_path: Path, gazetteer: Gazetteer) -> None:
    told = known(tmp_path, gazetteer, STACKED)
    assert told.home == "donghae"
    assert signed(told) == {
        ("donghae--tsuruga 1981-04-13", "sister"),
        ("donghae--local-투브-아이막 2018-06-04", "friendship"),
    }
    assert dated(told) == ["1998-04/1998-06", "2001-10", "2017-05", "2018-06-02/2018-06-06"]
    contact = {f.property: f.value.text for f in told.facts if f.subject == "donghae"}
    assert contact == {
        "department": "행정과",
        "phone": "033-530-2114",
        "updated": "2024. 3. 2.",
    }


YEARS = """국제교류 - 태백시청

미국 콜로라도주 푸에블로시
체결일자 : 2011. 5. 3.(우호도시)
교류실적
2012
7. 푸에블로시 시의원 일행 4명 태백시 방문
3. 태백시 학생 10명 푸에블로시 연수
2013
1. 태백산눈축제 참관(푸에블로시 대표단 6명)
2. 태백시 공무원 2명 푸에블로시 방문
"""


def test_months_that_open_lines_and_numbers_that_do(tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert dated(known(tmp_path, gazetteer, YEARS)) == ["2012-07", "2012-03", "2013", "2013"]
    page = (
        "<title>국제교류 | 태백시청</title><h2>국제교류</h2><h3>미국 푸에블로시</h3>"
        "<h4>2015년</h4><ul><li>6. 푸에블로시에 도서 기증</li>"
        "<li>04. 푸에블로시 대표단 방문</li></ul>"
    )
    assert dated(known(tmp_path, gazetteer, page)) == ["2015-06", "2015-04"]


@pytest.mark.parametrize(
    ("title", "home"),
    [
        ("국제교류도시 | 계양소개 | 인천광역시 계양구", "gyeyang"),
        ("국제교류도시 :: 계양구청", "gyeyang"),
        ("해외 자매도시 - 삼척시", "samcheok"),
    ],
)
def test_the_title_of_a_site_on_the_first_line(
    tmp_path: Path, gazetteer: Gazetteer, title: str, home: str
) -> None:
    page = (
        f"{title}\n본문 바로가기\n\n베트남 하노이시\n - 체결일 : 2018. 7. 10.\n - 면적 : 3,358㎢\n"
    )
    assert known(tmp_path, gazetteer, page).home == home


def test_a_partner_behind_a_bar_publishes_nothing(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = "국제교류 | 자매도시 | 포항시\n\n포항시\n - 결연일 : 1979. 1. 17.\n"
    assert known(tmp_path, gazetteer, page).home != "pohang"


SITE = (
    "<html><head><title>국제교류 | 해남군청</title></head><body><h2>국제교류</h2>{}</body></html>"
)


@pytest.mark.parametrize(
    ("body", "stages"),
    [
        (
            "<table><tr><th>국가</th><th>도시명</th><th>결연구분(체결일)</th><th>시기</th>"
            "<th>교류내용</th></tr><tr><td>중국</td><td>산둥성 룽청시</td><td>우호 (2015.6.25)</td>"
            "<td>2015.6.24~26</td><td>룽청시 대표단 방문, 협정 체결</td></tr></table>",
            {("haenam--rongcheng 2015-06-25", "friendship")},
        ),
        (
            "<h3>중국 룽청시</h3><table><tr><th>항목</th><th>내용</th></tr><tr><td>우호교류 의향서"
            "</td><td>2015. 6. 25.</td></tr><tr><td>면적</td><td>1,526㎢</td></tr></table>",
            {("haenam--rongcheng 2015-06-25", "intent")},
        ),
        (
            "<h3>중국 룽청시와의 교류</h3><table>"
            "<tr><th>연도</th><th>월일</th><th>교류내용</th></tr>"
            "<tr><th>2015</th><td>6. 25</td><td>우호교류 협정 체결</td></tr></table>",
            {("haenam--rongcheng 2015-06-25", "friendship")},
        ),
        (
            "<ul><li>중국 룽청시 : 우호교류(2015. 6. 25.) / 면적 1,526㎢ / 인구 71만 명</li>"
            "<li>베트남 하우장성 : 자매결연(2017. 11. 8.) / 면적 1,622㎢ / 인구 73만</li></ul>",
            {
                ("haenam--rongcheng 2015-06-25", "friendship"),
                ("haenam--hau-giang 2017-11-08", "sister"),
            },
        ),
    ],
)
def test_days_of_signing(
    tmp_path: Path, gazetteer: Gazetteer, body: str, stages: set[tuple[str, str]]
) -> None:
    assert signed(known(tmp_path, gazetteer, SITE.format(body))) == stages


def test_a_row_that_refers_elsewhere_is_no_event(tmp_path: Path, gazetteer: Gazetteer) -> None:
    body = (
        "<table><tr><th>도시명</th><th>결연구분(체결일)</th><th>시기</th><th>교류내용</th></tr>"
        "<tr><td>중국 룽청시</td><td>우호(2015.6.25)</td>"
        "<td colspan=2>아래 별도 표기</td></tr></table>"
    )
    assert dated(known(tmp_path, gazetteer, SITE.format(body))) == []


def test_a_province_around_a_partner_is_none(tmp_path: Path, gazetteer: Gazetteer) -> None:
    body = (
        "<h3>중국 산둥성</h3><ul>"
        "<li>룽청시 : 우호교류(2015. 6. 25.) / 면적 1,526㎢ / 인구 71만</li>"
        "</ul>"
    )
    told = known(tmp_path, gazetteer, SITE.format(body))
    assert {tie.places[1] for tie in told.ties} == {"rongcheng"}


BOARD = """<h3>헨티아이막과 의향서 교환</h3><ul><li>등록일 2019-08-30</li></ul>
<p>해남군은 지난 26일 해남군청 회의실에서 몽골 헨티아이막과 우호교류 의향서를 교환하였다.</p>
<p>헨티아이막 방문단 8명은 25일부터 29일까지 해남에 머물며 농가를 견학하였다.</p>"""


def test_news_of_a_place_that_nothing_knows(tmp_path: Path, gazetteer: Gazetteer) -> None:
    told = known(tmp_path, gazetteer, SITE.format(BOARD))
    assert signed(told) == {("haenam--local-헨티아이막 2019-08-26", "intent")}
    places = [f.value.text for f in told.facts if f.property == "signing_place"]
    assert places == ["해남군청 회의실"]
    assert dated(told) == ["2019-08-26", "2019-08-25/2019-08-29"]


def test_one_place_in_two_languages(tmp_path: Path, gazetteer: Gazetteer) -> None:
    body = """<h3>러시아 연해주 바니노구</h3><ul><li>우호협정일 : 2010년 4월 29일</li></ul>
    <ul><li>2011.10.07 바니노구 민속가무단 15명 해남축제 공연</li></ul>
    <h2>Friendship Cities of Haenam</h2><h3>Vanino District, Russia</h3>
    <p>Friendship agreement signed on April 29, 2010.</p>
    <ul><li>October 7, 2011: 15 members of a Vanino folk troupe performed in Haenam</li></ul>"""
    told = known(tmp_path, gazetteer, SITE.format(body))
    assert len(told.ties) == 1
    assert dated(told).count("2011-10-07") == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("거제시청에서 우호도시 협약을 체결하였다.", "거제시청"),
        ("정유재란 때 끌려간 도공의 후손이 거제에서 살던 이들과 2008년 협정을 맺었다.", None),
    ],
)
def test_where_it_was_signed(
    tmp_path: Path, gazetteer: Gazetteer, text: str, place: str | None
) -> None:
    page = f"<title>소식 | 거제시청</title><p>거제시는 2013년 6월 일본 시모노세키시와 {text}</p>"
    told = known(tmp_path, gazetteer, page)
    places = [f.value.text for f in told.facts if f.property == "signing_place"]
    assert places == ([place] if place else [])


def test_dates_with_marks_for_their_century(tmp_path: Path, gazetteer: Gazetteer) -> None:
    body = (
        "<h3>중국 룽청시</h3><h4>교류 내용</h4><ul>"
        "<li>’12. 7., ’13. 7., ’15. 7. 룽청시 고교생 연수단 해남 홈스테이(각 15명)</li>"
        "<li>2016년부터 매년 신년 연하장 교환</li><li>2016.05.15 결연 30주년 기념 식수</li></ul>"
    )
    told = known(tmp_path, gazetteer, SITE.format(body))
    assert dated(told) == ["2012-07", "2013-07", "2015-07", "2016/..", "2016-05-15"]
    assert all(e.people == (15,) for e in told.exchanges[:3])
