"""Events of crawled text whose cells, labels or dates stand on lines of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Exchange
from tests.corpus.written_pages import written

HEAD = "서초구 국제교류\n\n중국 허비시\n\n교류현황\n\n"
HEBI, SEOCHO = "hebi", "seocho"


Tell = Callable[[str], list[Exchange]]


@pytest.fixture
def told(tmp_path: Path, gazetteer: Gazetteer) -> Tell:
    def tell(text: str) -> list[Exchange]:
        page = written(tmp_path, HEAD + text, "a.txt")
        return list(extract(page, gazetteer).exchanges)

    return tell


def test_a_date_dates_what_stands_below_it(told: Tell) -> None:
    found = told(
        "2016. 10. 13.\n허비시 대표단 서초구 방문\n2017. 1. 2.\n서초구 청소년 허비시 방문\n"
    )
    assert [(e.date, e.direction) for e in found] == [
        ("2016-10-13", (HEBI, SEOCHO)),
        ("2017-01-02", (SEOCHO, HEBI)),
    ]


def test_a_date_below_a_title_dates_no_other_post(told: Tell) -> None:
    text = (
        "허비시 대표단이 서초구를 방문\n2016. 10. 13.\n서초구 청소년이 허비시를 방문\n2017. 1. 2.\n"
    )
    assert "2016-10-13" not in {e.date for e in told(text) if e.direction == (SEOCHO, HEBI)}


def test_cells_on_lines_of_their_own_make_rows(told: Tell) -> None:
    found = told(
        "일자\n교류내용\n인원\n비고\n"
        "2013. 8. 18.\n서초구 대표단 허비시 방문\n7명\n-\n"
        "2015. 1. 5.\n허비시 예술단 서초구 공연\n12명\n-\n"
    )
    assert [(e.date, e.people) for e in found] == [("2013-08-18", (7,)), ("2015-01-05", (12,))]


def test_labels_of_one_event_make_one_row(told: Tell) -> None:
    found = told(
        "□ 일 시 : 2019년 6월 24일\n□ 장 소 : 허비시청\n"
        "□ 내 용 : 허비시 방문, 우호협약 체결\n□ 참 석 : 서초구 대표단 4명\n"
    )
    assert [(e.date, e.people, e.direction) for e in found] == [
        ("2019-06-24", (4,), (SEOCHO, HEBI))
    ]


@pytest.mark.parametrize(
    ("remark", "way"),
    [("파견", (SEOCHO, HEBI)), ("초청", (HEBI, SEOCHO))],
)
def test_a_remark_tells_the_way(told: Tell, remark: str, way: tuple[str, str]) -> None:
    found = told(f"일자 | 내용 | 비고\n2015. 5. 1. | 청소년 축구 교류 | {remark}\n")
    assert [e.direction for e in found] == [way]


def test_a_state_is_no_way(told: Tell) -> None:
    found = told("일자 | 내용 | 상태\n2015. 5. 1. | 서초구 대표단 허비시 방문 | 접수\n")
    assert [e.direction for e in found] == [(SEOCHO, HEBI)]


def test_a_heading_with_an_arrow_tells_the_way(told: Tell) -> None:
    found = told("○ 허비시 → 서초구\n - 2013. 6. 5. (공무원 11명 견학)\n")
    assert [(e.date, e.direction) for e in found] == [("2013-06-05", (HEBI, SEOCHO))]
