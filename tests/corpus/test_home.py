"""Whose page it is, told by its publisher, its title, its first or its last lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Page
from corpus.pages import read_page


@pytest.mark.parametrize(
    ("text", "home"),
    [
        # A publisher whose own name it is, not one that only reads so in Korean.
        ("청주시 > 시정 > 국제교류\n\n자매도시\n\n중국 우한시\n면적 : 8,494㎢\n", "cheongju"),
        # Words before the name of the place in the trail.
        (
            "울산광역시 남구청\n열린남구 > 교류도시 > 한눈에 보기\n\n"
            "교류도시\n\n아바시리시\n면적 : 471㎢\n",
            "nam-ulsan",
        ),
        # The place whose country the title need not tell.
        (
            "증평군, 중국 관남현과 자매결연 맺어\n\n관남현은 인구 80만명의 도시이다.\n",
            "jeungpyeong",
        ),
        ("韓國原州市組團來安徽合肥交流\n\n原州市與合肥市締結友好城市關系。\n", "hefei"),
        # A heading of a place in its city is no piece of news about the two.
        (
            "중국\n\n중국 위해시 환취구\n  • 결연명칭 : 도봉구 - 환취구 우호도시 협정\n"
            "  • 환취구 대표단 도봉구 방문 (2014년)\n\n중국 북경시 창평구\n"
            "  • 결연명칭 : 도봉구 - 창평구 우호도시 협정\n"
            "  • 창평구 대표단 도봉구 방문 (2015년)\n",
            "dobong",
        ),
        # A partner that joined it.
        (
            "Saga-si, Japan\n\nIt became a sister municipality of Yeonje on Oct. 9, 1998.\n\n"
            "Huangpu District, Shanghai\n\nArea : 12.49㎢\n",
            "yeonje",
        ),
        # The office in the last line.
        ("姊妹市\n\n美國\n\n克里夫蘭市\n人口：39萬\n\n臺北市政府秘書處\n", "taipei"),
        # A homonym in the country whose language the title is in.
        ("안양시 국제교류\n\n브라질 소로카바시\n인구는 68만명이다.\n", "anyang-gyeonggi"),
        # A district in its city under its country is one place, and not two of which one is home.
        (
            "중국\n\n중국 청도시 노산구\n  • 결연명칭 : 서초구 - 노산구 우호도시 협정\n"
            "  • 면 적 : 395.79㎢\n\n중국 상해시 홍구구\n"
            "  • 결연명칭 : 서초구 - 홍구구 비망록\n  • 면 적 : 23.4㎢\n",
            "seocho",
        ),
        # A province and its partners.
        ("江西省国际友城概览\n\n日本岐阜县\n岐阜县面积10621平方公里。\n", "jiangxi"),
    ],
)
def test_whose_page_it_is(text: str, home: str, gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    page = read_page(path)
    assert isinstance(page, Page), page
    assert extract(page, gazetteer).home == home
