"""Whose page it is, by what clerks and papers write around its name, and whose it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import is_unnamed
from tests.corpus.written_pages import written

# "Our city", which is not named.
NOBODY = "nobody"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        # The paper of the city, whose name is a part of a word.
        (
            "会见日本客人\n\n稿源: 烟台日报 | 2006-10-27\n\n烟台网讯 昨晚，会见了别府市代表团。"
            "我市和别府市于1985年建立友好关系。\n",
            "yantai",
        ),
        ("關於臺中\n\n臺中市的姊妹市\n\n日本大津市\n\n締盟日期：1985年1月23日\n", "taichung"),
        # Entries of a menu that a crawler glued.
        ("Go to Contents\n\nwelcome to gunpoGeneral Situation\n\nSister Cities\n\nOtsu\n", "gunpo"),
        # Who gives, who has programs, how many partners, how large it is beside ours.
        (
            "Sister City Otsu (Japan)\n\nOtsu is known for its lake. The Otsu Festival is old.\n\n"
            "Sister City Weimar (Germany)\n\nIn a park of Weimar stands a gate presented by"
            " Samcheok city. Weimar is old. The Album of Weimar and Samcheok.\n\n"
            "Sister City Lodi (USA)\n\nLodi is known for its wine.\n",
            "samcheok",
        ),
        (
            "Friendship Cities\n\nABC handles Wakayama Prefecture's friendship city exchange"
            " programs.\n\nJiangsu Province (China)\n\nRelationship established: 1992\n",
            "wakayama-japan",
        ),
        (
            "Starting from Harbin, China in 1995, Samcheok City has also established sisterhood"
            " with other 7 cities abroad.\n\nHarbin, China\n\nOtsu, Japan\n\nHarbin is large.\n",
            "samcheok",
        ),
        (
            "Relations\n\nLodi (USA)\n  • Area: 36㎢ (1/12 of Samcheok)\n"
            "  • Sister cities: Samcheok (Korea), Kofu (Japan)\n\nHarbin (China)\n"
            "  • Area: 53,100㎢\n",
            "samcheok",
        ),
        (
            "Trier is a city in Germany.\n\nTwin towns\n\nTrier is twinned with:\n\n"
            " • Otsu, Japan (1970)\n • Lodi, USA (1987)\n",
            "trier",
        ),
        # Those that stand in a list of partners are none of them the host.
        (
            "Friendship Agreements\n\n • Otsu (City council)\n\nGuests\n\n"
            "2012 A delegation from the Otsu council visited Samcheok.\n\n"
            "2013 Members of the Otsu council visited Samcheok.\n",
            "samcheok",
        ),
        # The other side of "our city", however often it is named.
        ("交流\n\n我市与大津市于1994年5月结为友好城市。大津市是座古城。大津市人口34万。\n", NOBODY),
        (
            "News\n\nOur city and Otsu signed an agreement in 1994. Otsu is old. Otsu is quiet.\n",
            NOBODY,
        ),
        (
            "소식\n\n오쓰시는 우리시와 1994년 5월 2일 자매결연을 맺었다. 오쓰시는 호수의 도시다.\n",
            NOBODY,
        ),
    ],
)
def test_whose_page_it_is(text: str, home: str, gazetteer: Gazetteer, tmp_path: Path) -> None:
    page = written(tmp_path, text)
    found = extract(page, gazetteer).home
    assert (NOBODY if found is None or is_unnamed(found) else found) == home


def test_a_county_that_only_the_page_names_is_found_in_its_text(
    gazetteer: Gazetteer, tmp_path: Path
) -> None:
    page = written(
        tmp_path,
        "臺中市政府\n\n美國德州哈維斯郡\n\n締盟情形\n\n締約日期：2006年6月29日\n\n"
        "交流概況\n\n2018年2月23日哈維斯郡代表團10人來訪本市。\n",
    )
    known = extract(page, gazetteer)
    assert {tie.places for tie in known.ties} == {("taichung", "local-哈維斯郡")}
    assert {e.places for e in known.exchanges} == {("taichung", "local-哈維斯郡")}
