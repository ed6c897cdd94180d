"""Whose page it is, told by its publisher, its title, its first or its last lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Page, is_unnamed
from corpus.pages import read_page
from tests.corpus.written_pages import written


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
        # A site is named after its place in a trail, wherever that stands.
        (
            "Go to content\n\n  • Home > About Mapo-gu > Partners\n\nPartners\n\n"
            "  • Name : Weimar, Thuringia, Germany\n  • Place of signing : City Hall of Weimar\n",
            "mapo",
        ),
        ("홍성 소개\n\n국내\n\n서울특별시 은평구\n  • 결연일시: 1992.10.17\n", "hongseong"),
        # Cities in a list are partners, however often they are named.
        (
            "Friendship Cities\n\nShenzhen China 2007.5.17 1,952\nOsaka Japan 2008.5.21 221\n"
            "Bangkok Thailand 2011.7.11 1,568\nBangkok is the capital of Thailand.\n",
            None,
        ),
        # What lies near a partner is nobody's home.
        (
            "Sister Cities\n\nPenrith\n\nLocated 55km west of Sydney, Penrith is quiet.\n\n"
            "Otaru\n\nOtaru is the old port of Sapporo.\n",
            None,
        ),
        # The one that hands out the news, not the one that it names most.
        (
            "교류 소식\n\n문경시가 중국 이싱시와 손을 잡았다. 이싱시는 도자기의 도시다.\n\n"
            "이싱시 방문단이 이싱시 특산물을 선보였다.\n\n[사진=문경시 제공]\n",
            "mungyeong",
        ),
        # The country stands beside the partner.
        (
            "10月25日,日本高槻市议会代表团来访。\n\n高槻市位于大阪和京都中间。"
            "1987年镇江市与高槻市缔结友好城市。\n",
            "zhenjiang",
        ),
        # A municipality that says how many partners it has.
        (
            "Partners\n\nSuwon has the following international sister cities.\n\n"
            "Fukui, Japan 2001\nHangzhou, China 2002\nFreiburg, Germany 2015\n",
            "suwon",
        ),
        # The one that the sections of several partners name, although a line of its own looks
        # like one more section.
        (
            "교류도시\n\n강원특별자치도 삼척시의 교류도시를 소개합니다.\n\n"
            "일본 아카비라시\n면적 : 129㎢\n1998. 5. 아카비라시 대표단 삼척시 방문\n\n"
            "중국 지시시\n면적 : 22,531㎢\n2004. 9. 지시시 예술단 삼척시 공연\n"
            "2006. 7. 삼척시 공무원 4명 지시시 방문\n",
            "samcheok",
        ),
        (
            "Samcheok City\n\nWhat Samcheok City and its partners have done\n\n"
            "Akabira City (Hokkaido, Japan)\nSister city since : 1997\n"
            "1998. 5. Akabira students stay in Samcheok\n\nJixi City (Heilongjiang, China)\n"
            "2004.9 | Samcheok delegation in Jixi\n2005.9 | Jixi choir sings in Samcheok\n",
            "samcheok",
        ),
        # Names that no gazetteer has, by their council, and a township by its office.
        (
            "Global Friends\n\nMosswick City Council has two friendly city relationships.\n\n"
            "Takatsuki, Japan\n\nMosswick's first relationship was signed with Takatsuki in 1990. "
            "A delegation from Takatsuki visited Mosswick in 1995.\n",
            "local-Mosswick",
        ),
        (
            "宜蘭縣金岬鎮長林大川將率團訪問日本千葉縣館山市。\n\n"
            "金岬鎮公所今天透過新聞稿表示，館山市代表團7月來台參加金岬鎮的活動。\n\n"
            "金岬鎮與館山市將簽署盟約。\n",
            "local-金岬鎮",
        ),
        # A partner that no gazetteer has is not the page's own place.
        (
            "Friends of Takatsuki\n\nTakatsuki signed an agreement with Mosswick in 1990. "
            "The city of Takatsuki has many partners. Mosswick City Hall lies by the sea.\n\n"
            "In 1995 residents of Takatsuki visited Mosswick.\n",
            "takatsuki",
        ),
        # Guests from abroad in the headline.
        (
            "中国黄山市干部们访问洪川\n\n中国安徽省黄山市相关人士1日访问江原道洪川郡厅。\n\n"
            "黄山市外办副主任带领的访问团听取了洪川郡的现况说明。\n",
            "hongcheon",
        ),
        ("高槻市友好代表团来常\n\n高槻市位于大阪和京都中间。高槻市与常州市结好。\n", "changzhou"),
        # Which of several places of the name it is nobody says; the site is named after it.
        (
            "About Seogu\n\nSister Cities\n\nflag of Lodi\n\nSister city since 1994. With the "
            "agreement signed between Lodi and Seogu in 1994 the two began.\n\n"
            "flag of Otsu\n\nSister city since 1996. Otsu is a quiet place.\n",
            "local-Seogu",
        ),
        # A prefecture whose seat has its name.
        (
            "Dali and Jecheon\n\nRelations with Dali\n\nIn 2015 the Dali Prefecture Government "
            "led a delegation to Jecheon.\n\nIn 2016 the mayor of Jecheon led a delegation to "
            "Dali and signed an agreement.\n\nIn 2017 Jecheon was invited to Dali.\n",
            "dali-yunnan",
        ),
        # A province and its partners.
        ("江西省国际友城概览\n\n日本岐阜县\n岐阜县面积10621平方公里。\n", "jiangxi"),
    ],
)
def test_whose_page_it_is(
    text: str, home: str | None, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    page = written(tmp_path, text)
    found = extract(page, gazetteer).home
    assert (None if is_unnamed(found) else found) == home


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://english.gimhae.go.kr/Partners", "gimhae"),
        ("http://www.city.otsu.lg.jp/kokusai/index.html", "otsu"),
        ("http://www.junggu.daegu.kr/eng/content.do?id=1", "jung-daegu"),
        ("https://www.pref.fukui.lg.jp/", "fukui-japan"),
        ("http://wb.nanjing.gov.cn:8080/x.html", "nanjing"),
        # No government, no name, no address.
        ("https://www.gimhaenews.co.kr/1", None),
        ("https://www.mofa.go.kr/www/1", None),
        ("https://[broken", None),
    ],
)
def test_the_address_names_whose_site_it_is(
    url: str, home: str | None, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Sister Cities\n\nWeimar, Germany : 2001\nLodi, USA : 1999\n")
    path.with_name("list.txt.toml").write_text(f'url = "{url}"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    found = extract(page, gazetteer).home
    assert (None if is_unnamed(found) else found) == home


def test_a_page_about_one_place_tells_of_it_without_a_home(
    gazetteer: Gazetteer, tmp_path: Path
) -> None:
    path = tmp_path / "page.txt"
    path.write_text("城南市是韩国京畿道的城市,面积为141.8平方公里。\n\n城南市的市鸟为喜鹊。\n")
    page = read_page(path)
    assert isinstance(page, Page), page
    known = extract(page, gazetteer)
    assert known.home in (None, "seongnam")
    assert {("seongnam", "area"), ("seongnam", "bird")} <= {
        (fact.subject, fact.property) for fact in known.facts
    }
