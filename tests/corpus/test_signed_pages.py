"""Whose page it is, where a council, a notice, an address or its own kind of place says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.model import is_unnamed
from tests.corpus.written_pages import known

PARTNERS = "Handan, China\nSister city since 2010.\n\nPyatigorsk, Russia\nSister city since 1993.\n"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        # The title, the first line, a line of address, a notice: also of names that nothing knows.
        (f"Sister Cities | City of Palmerston North\n\n{PARTNERS}", "palmerston-north"),
        (f"Gisborne District Council\nSister city relationships\n{PARTNERS}", "local-Gisborne"),
        (f"Sister Cities\n{PARTNERS}\nCity of Dubuque | 50 W. 13th Street\n", "local-Dubuque"),
        (f"Our partners\n{PARTNERS}\n© Palmerston North City Council 2023\n", "palmerston-north"),
        # A county is not the city of its name.
        (f"Arlington County's Sister Cities\n{PARTNERS}", "local-Arlington-County"),
        # The first of two in the name of an association, and a name that is a word as well.
        ("Riverside/Sendai Sister City Program\n\nStudents from Sendai visited Riverside on "
         "July 29, 1979.\n", "riverside"),
        # An office with its address, and one above text that speaks of "our city".
        ("姊妹市\n日本 富津市 締結日期 2010年2月1日\n竹北市公所 地址:新竹縣竹北市中正西路50號\n",
         "local-竹北市"),
        ("友好交流\n太仓市人民政府\n日本滑川市代表团一行8人于2016年访问我市。\n", "taicang"),
        # The address for letters.
        ("자매결연도시\n서울특별시 서대문구 : 1998. 5. 12.\n문의: 기획실 hong@jeongseon.go.kr\n",
         "jeongseon"),
        # The kind of place that it calls its own.
        ("구에 따르면 3일 구청에서 홍길동 연수구청장과 완도군수가 자매결연 협정을 체결했다. "
         "한편 구는 평창군, 예산군과도 결연하고 있다.\n", "yeonsu"),
        ("Outline of ties\n\nOur prefecture made ties with China's Anhui Province in 1982. "
         "The Tokushima Association has members in Tokushima Prefecture.\n", "tokushima-japan"),
        # The seat of a county that has its name.
        ("Yilan City and Japan's Takachiho Town become sister cities\n\n2019/10/08\n\n"
         "Pingtung City Mayor Lin signed an agreement with the mayor of Japan's Takachiho Town. "
         "Pingtung and Takachiho became friendship cities in 2005, Pingtung City Office said.\n",
         "local-Pingtung-City"),
        # The bare name above all, where no less speaks for it than for the partner.
        ("City of Eugene\nEugene's sister city Kakegawa\nEugene and Kakegawa, Japan became sister "
         "cities in 1979.\nIn 1985, a delegation from Eugene visited Kakegawa.\n"
         "In 1986, 12 citizens of Kakegawa visited Eugene and toured Kakegawa Park.\n"
         "In 1988, Kakegawa sent cherry trees.\n", "eugene"),
        # The name in law of a city of a million.
        ("진해구 | 창원특례시\n자매도시 소개\n일본 구레시 1999년 10월 14일\n", "changwon"),
        # Who signs, of two that are named as often.
        ("Keelung and Miyakojima to become sister cities\n\nTAIPEI - Keelung City Mayor Lin signed "
         "a pact with Miyakojima Mayor Sato. Keelung and Miyakojima became friends in 2007.\n",
         "keelung"),
        # A headline of a tie names the own side first, also where all else is headed by it.
        ("台中與奧克蘭締結姐妹市20週年\n\n台中市副市長率團前往奧克蘭。奧克蘭市1996年與台中市締結姊妹市。"
         "副市長邀請奧克蘭市長訪問台中。\n", "taichung"),
        # The only other place that a page on one partner names with it.
        ("Mapo-gu, Seoul\n- District Flower: Magnolia\n- Date of becoming sister cities: "
         "April 18, 2005\n- Making sister relationships between a village of Sinan-gun and a "
         "village of Mapo-gu\n", "sinan"),
    ],
)  # fmt: skip
def test_a_page_is_of_whoever_signs_it(
    tmp_path: Path, gazetteer: Gazetteer, text: str, home: str
) -> None:
    assert known(tmp_path, gazetteer, text).home == home


@pytest.mark.parametrize(
    "text",
    [
        # A page that announces a partner and describes it alone.
        "Sister City since 1999\n\nGangneung, on the east coast of Korea, is known for its coffee. "
        "Gangneung hosted the ice events of the 2018 games.\n",
        "Friendship City\nEstablished 2004\n\nTaoyuan is a special municipality in Taiwan. "
        "Taoyuan is home to the largest airport of Taiwan.\n",
        # The only place of all, in another country than the page's language.
        "요나고시와의 교류\n1995년 10월 20일 요나고시와 자매결연\n"
        "1996년 5월 요나고시 대표단 10명 시청 방문\n",
        # A partner, or guests, in the title.
        "Sister City - Kunming\n\nIn 2013 a delegation from Kunming visited.\n",
        "Delegation from Naju visits us\n\nA delegation of 8 from Naju came on May 16, 2019.\n",
        # The county in somebody's address.
        "姊妹市\n日本 富津市 締結日期 2010年2月1日\n地址:新竹縣竹北市中正西路50號\n",
    ],
)
def test_a_partner_is_nobodys_home(tmp_path: Path, gazetteer: Gazetteer, text: str) -> None:
    home = known(tmp_path, gazetteer, text).home
    assert home is None or is_unnamed(home)
