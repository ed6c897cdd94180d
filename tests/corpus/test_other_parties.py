"""What was done with a bank, a regiment or a town of one line is not told of the page's partner."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Page
from corpus.pages import read_page
from tests.corpus.written_pages import known

BOEUN = "보은군은 1999년 10월 2일 고양시와 자매결연을 체결했다.\n"
LIANYUNGANG = "连云港市友好往来\n2001年5月,连云港市与日本堺市签署友好协议。\n"
NANTOU = "南投縣政府\n南投縣與日本靜岡縣富士宮市於2013年締結友好。\n"
FRESNO = "Fresno and Kochi\nFresno has been a sister city of Kochi, Japan since 1965.\n"


@pytest.mark.parametrize(
    "page",
    [
        f"보은군 자매결연\n{BOEUN}보은군은 2010년 5월 3일 농협은행과 업무협약을 체결했다.\n",
        f"보은군 자매결연\n{BOEUN}2012년 6월 3일 육군 37사단과 자매결연을 맺었다.\n",
        f"보은군 자매결연\n{BOEUN}2013년 6월 3일 삼성전자와 1사1촌 자매결연을 맺었다.\n",
        f"보은군 자매결연\n{BOEUN}2014년 5월 3일 서울대학교와 교류협약을 체결했다.\n",
        f"보은군 자매결연\n{BOEUN}2006년 3월 2일 이즈미정 대표단 8명이 보은군을 방문했다.\n",
        f"보은군 자매결연\n{BOEUN}2007년 3월 2일 보은군수가 요코제마치를 방문하였다.\n",
        f"{LIANYUNGANG}2003年7月2日,日本上山镇代表团一行6人访问连云港市。\n",
        f"{LIANYUNGANG}2005年8月2日,我市代表团赴云林村考察。\n",
        f"{LIANYUNGANG}2006年9月9日,国家开发银行与我市签订合作协议。\n",
        f"{LIANYUNGANG}2007年9月9日,驻连部队与我市签订共建协议。\n",
        f"{NANTOU}2016年5月2日,日月潭與日本濱名湖締結姊妹湖。\n",
        f"{FRESNO}In 2001, Fresno signed an agreement with the Bank of Tokyo.\n",
    ],
)
def test_an_agreement_with_somebody_else_is_none_of_the_partner(
    tmp_path: Path, gazetteer: Gazetteer, page: str
) -> None:
    told = known(tmp_path, gazetteer, page)
    first = page.splitlines()[1]
    assert {stage.source.quote for tie in told.ties for stage in tie.stages} <= {first}
    assert {source.quote for event in told.exchanges for source in event.sources} <= {first}


@pytest.mark.parametrize(
    ("page", "way"),
    [
        # The partner itself, its school in its own section.
        (f"보은군 자매결연\n{BOEUN}2005년 8월 6일 고양시 대표단 8명이 보은군을 방문했다.\n",
         ("goyang", "boeun")),
        (f"{LIANYUNGANG}2005年8月2日,我市代表团赴堺市考察。\n", ("lianyungang", "sakai")),
        # An invitation that the guests, or the hosts, gave besides.
        (f"{LIANYUNGANG}1985年5月,连云港市代表团10人访问堺市,并邀请堺市代表团来访。\n",
         ("lianyungang", "sakai")),
        (f"{LIANYUNGANG}1986年5月,堺市代表团12人访问连云港市,并邀请连云港市派团回访。\n",
         ("sakai", "lianyungang")),
        (f"보은군 자매결연\n{BOEUN}2005년 8월 6일 보은군 대표단이 고양시를 방문해 고양시 대표단을 "
         "초청했다.\n", ("boeun", "goyang")),
        (f"{FRESNO}In 1985, a delegation of 10 from Fresno visited Kochi and invited a delegation "
         "from Kochi to Fresno.\n", ("fresno", "kochi-kochi-japan")),
    ],
)  # fmt: skip
def test_what_the_two_sides_did_is_still_told(
    tmp_path: Path, gazetteer: Gazetteer, page: str, way: tuple[str, str]
) -> None:
    last = known(tmp_path, gazetteer, page).exchanges[-1]
    assert last.direction == way


def test_a_council_beside_a_name_heads_the_table_below_it(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    table = "| Date | Details |\n|---|---|\n"
    page = (
        "Incheon Metropolitan Council\n\nAnchorage, Alaska (Council)\n\n"
        f"{table}| Jun. 16, 1992 | 4 members of the council visited Anchorage. |\n\n"
        f"Honolulu (Council)\n\n{table}| May 29, 2013 | Advisor Seo from Honolulu City visited "
        "Incheon. |\n"
    )
    path = tmp_path / "page.md"
    path.write_text(page, encoding="utf-8")
    read = read_page(path)
    assert isinstance(read, Page)
    told = extract(read, gazetteer)
    assert [event.tie for event in told.exchanges] == ["anchorage--incheon", "honolulu--incheon"]
