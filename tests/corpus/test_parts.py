"""Which partner each line of a loosely written page is about."""

from __future__ import annotations

import pytest

from corpus.gazetteer import Gazetteer
from corpus.model import Page
from corpus.reading.outline import lay_out
from corpus.reading.read_text import read_text
from corpus.reading.tidy import tidy
from corpus.setting import find_setting
from corpus.setting.local_places import find_local_places

# Pages line by line; behind ``##`` the partner that the line is about, or ``-`` for none.
PAGES = {
    "one partner a line behind its country": """
        济南市国际友好城市 ## -
        济南市的友好城市如下： ## -
        日本 和歌山市（1983年1月14日结好） ## 和歌山市
        英国 考文垂市（1983年10月3日结好） ## 考文垂市
        乌克兰 哈尔科夫市（2004年3月结好） ## 哈尔科夫市
        芬兰 万塔市（2001年8月结好） ## 万塔市
    """,
    "countries head groups of lines": """
        Sister Cities of Jeonju
        Japan
        Kanazawa  Signed 30 April 2002 ## Kanazawa
        China
        Suzhou  Signed 21 March 1996 ## Suzhou
        Turkey
        Antalya  Signed 14 June 2013 ## Antalya
    """,
    "a name line with labels below it": """
        전주시의 자매도시
        일본 가나자와시
        체결일 : 2002. 4. 30. ## Kanazawa
        면적 : 468㎢ ## Kanazawa
        인구 : 46만명 ## Kanazawa
        터키 셀축에페소시
        체결일 : 2013. 6. 14. ## 셀축에페소시
        면적 : 1,417㎢ ## 셀축에페소시
        인구 : 120만명 ## 셀축에페소시
    """,
    "numbered headings with the country in brackets": """
        Friendly Exchanges of Jeonju
        1. Kanazawa (Japan)
        Area: 468 km2 ## Kanazawa
        2. Kusadora (Turkey)
        Area: 1,417 km2 ## Kusadora
        3. Suzhou (China)
        Area: 8,488 km2 ## Suzhou
    """,
    "English names with what they lie in": """
        Sister Cities of Jeonju

        Kanazawa City, Ishikawa Prefecture, Japan
        Population: 460,000 ## Kanazawa

        Izumo-shi, Shimane Prefecture, Japan
        Population: 172,000 ## Izumo

        Bergen County, New Jersey, United States
        Population: 950,000 ## Bergen County
    """,
    "a second country begins a partner without a name": """
        Our sister cities of Jeonju
        Suzhou, China
        Country: China ## Suzhou
        Area: 8,488 km2 ## Suzhou
        Population: 12,700,000 ## Suzhou
        Country: Australia ## -
        Area: 7 km2 ## -
        Population: 32,423 ## -
    """,
    "values told again are those of another partner": """
        전주시 자매도시
        중국 쑤저우시
        면적 : 8,488㎢ ## Suzhou
        인구 : 1,270만명 ## Suzhou
        이스탄불 교외의 이웃
        면적 : 120㎢ ## -
        인구 : 3만명 ## -
    """,
    "tagged lines": """
        전주시 교류 소식
        [쑤저우시] 2019.05.03 예술단 12명 전주 방문 ## Suzhou
        [가나자와시] 2018.10.01 전주시 대표단 파견 ## Kanazawa
    """,
    "numbered paragraphs": """
        济南市对外友好往来
        （一）日本和歌山市。全市面积209平方公里，人口36万。 ## 和歌山市
        （二）新西兰旺阿努伊市。面积2373平方公里，人口4万。 ## 旺阿努伊市
    """,
    "a list at the end is not the last partner's": """
        济南市国际友好城市名录
        日本
        和歌山市 1983年1月14日结为友好城市 人口36万 ## 和歌山市
        南非
        姆贝奇市（洽谈中，尚未签约） ## 姆贝奇市
        往来纪事
        2016.10.20 和歌山市副市长率团15人来访 ## 和歌山市
    """,
    "an office behind the name is the same place": """
        전주시의 자매도시
        중국 장쑤성 쑤저우시
        면적 : 8,488㎢ ## Suzhou
        쑤저우시청 누리집 바로가기 ## Suzhou
        인구 : 1,270만명 ## Suzhou
    """,
    "groups of partners end a part": """
        전주시의 자매도시
        중국 쑤저우시
        면적 : 8,488㎢ ## Suzhou
        우호도시 ## -
        교류를 시작한 도시는 두 곳이다. ## -
    """,
}


def _read(text: str) -> tuple[Page, dict[str, str]]:
    lines = [line.strip() for line in text.strip("\n").splitlines()]
    parts = [line.partition(" ## ") for line in lines]
    wanted = {" ".join(line.split()): place for line, _, place in parts if place}
    text, blocks = lay_out(tidy(read_text("\n".join(line for line, _, _ in parts)).pieces))
    return Page("page", lines[0].partition(" ## ")[0], text, blocks, "digest", "page.txt"), wanted


@pytest.mark.parametrize("name", PAGES)
def test_every_line_is_about_its_partner(name: str, gazetteer: Gazetteer) -> None:
    page, wanted = _read(PAGES[name])
    known = gazetteer.with_places(find_local_places(page, gazetteer))
    setting = find_setting(page, known)
    for index, block in enumerate(page.blocks):
        line = page.quote(block.span)
        place = next((p for text, p in wanted.items() if line.startswith(text[: len(line)])), None)
        if place is None:
            continue
        partner = setting.partners[index]
        named = {p for mention in known.find(place) for p in mention.places}
        assert partner in (named or {None}), f"{line}: {partner}, not {place}"
