"""What pages tell that nobody had seen before: whose they are, and what they only seem to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from tests.corpus.written_pages import known, written


@pytest.mark.parametrize(
    ("text", "home"),
    [
        # A release names its own head, and that of nobody else as the one who speaks.
        (
            "순천시(시장 홍길동)는 정원축제를 찾은 일본 오타루시와 중국 닝보시 대표단을 "
            "맞이했다.\n\n"
            "오타루시 대표단은 대학을 방문해 교류를 논의했다.\n\n오타루시는 가을에 행사를 연다.\n\n"
            "오타루시 부시장은 감사의 뜻을 전했다.\n",
            "suncheon",
        ),
        # Whoever names Korea beside the partner is not in it, in whatever language the page is.
        (
            "우호도시대회에서 연대시는 한국 순천시와 우호도시 협정을 체결하였다.\n\n"
            "순천시는 남해안의 도시이다. 연대시 대표단이 순천시를 방문했다.\n",
            "yantai",
        ),
        # Two guests of one country, which is named once.
        (
            "市人大主任会见日本客人\n\n4月10日,主任会见了日本小樽、宫古两市的代表团。\n\n"
            "主任代表烟台市表示欢迎,并介绍了烟台的市情。烟台是港口城市,烟台盛产苹果。\n",
            "yantai",
        ),
        (
            "Sister Cities\n\nMiyako City has been actively involved in sister city programs since "
            "1965, and signed with Fresno, U.S.A.\n\nFresno, U.S.A.\n\nFresno is a city of farms. "
            "Fresno has wineries.\n\nFresno lies in California.\n",
            "miyako",
        ),
        (
            "A resolution of thanks\n\nWHEREAS, the city of Anyang, Korea, invited a "
            "delegation from "
            "the City of Hampton to its festival, and Anyang is dear to Hampton;\n\n"
            "WHEREAS, Anyang has many artists;\n",
            "hampton",
        ),
        # The one that tells of its new tie, although the other is named oftener.
        (
            "교류 소식\n\n서울 강북구가 나비로 유명한 전남 함평군과 자매결연을 맺었다고 9일 밝혔다."
            "\n\n함평군은 서해안에 있다. 협약식은 함평군에서 열렸다.\n\n"
            "함평군의 인구는 3만 6000명이다.\n",
            "gangbuk",
        ),
        # Japanese labels of the line that says who publishes a page, beside that with its day.
        (
            "Sister Cities\n情報発信元 旭川市\n最終更新日 2020年9月7日\n\nSuwon (Korea)\n\n"
            "Population: 1,336,086\nSister city since: October 17, 1989\n",
            "asahikawa",
        ),
    ],
)
def test_whose_page_it_is(tmp_path: Path, gazetteer: Gazetteer, text: str, home: str) -> None:
    assert known(tmp_path, gazetteer, text).home == home


@pytest.mark.parametrize(
    ("caption", "kind"),
    [("友好城市", "friendship"), ("姐妹城市", "sister"), ("友好城市:见下表。", "agreement")],
)
def test_a_line_right_above_a_table_says_what_it_lists(
    tmp_path: Path, gazetteer: Gazetteer, caption: str, kind: str
) -> None:
    page = written(
        tmp_path,
        "烟台市国际交流\n截至2019年,烟台市有友好城市和姐妹城市多个。\n"
        f"{caption}\n序号 | 国家 | 城市 | 结交时间 |\n---|---|---|---|\n"
        "1 | 日本 | 宫古 | 1985.10.12 |\n2 | 韩国 | 群山 | 1994.11.01[2] |\n",
        "page.md",
    )
    found = [f for f in extract(page, gazetteer).facts if f.property == "signed"]
    assert {fact.stage for fact in found} == {kind}
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        # The early days of a tie, what a meeting was about, and when all such ties began.
        (
            "순천시 국제교류\n\n순천시와 닝보시의 자매결연 체결 초기인 2000년 3월 닝보시 박람회에 "
            "순천시 기업이 참가했다."
        ),
        (
            "순천시 국제교류\n\n순천시는 2024년 9월 23일 닝보시와의 우호도시 체결 등에 관한 "
            "화상회의를 열었다."
        ),
        "烟台市国际交流\n\n烟台市缔结国际友好城市始于1980年。烟台市的第一个友好城市是日本宫古市。",
    ],
)
def test_a_date_beside_a_tie_is_not_always_that_of_its_signing(
    tmp_path: Path, gazetteer: Gazetteer, text: str
) -> None:
    facts = known(tmp_path, gazetteer, text).facts
    assert not [fact for fact in facts if fact.property == "signed"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sister Cities of Otsu\n\nIn 1997, Otsu signed a Friendship Agreement with "
            "Suncheon City "
            "in South Korea.",
            {"agreement": "Friendship Agreement"},
        ),
        (
            "Sister Cities of Otsu\n\nOtsu signed a new Sister City Agreement with Ningbo, the "
            "port, "
            "on 13 July 2001.",
            {"agreement": "Sister City Agreement"},
        ),
        (
            (
                "순천시 국제교류\n\n순천시 농악단은 닝보시에서 큰 인기를 모아 2001년 5월 "
                "자매결연을 체결했다."
            ),
            {},
        ),
        (
            "순천시 국제교류\n\n순천시(시장 홍길동)가 중국 닝보시(시장 왕대명)와 2015년 4월 14일 "
            "자매결연을 체결했다.",
            {},
        ),
    ],
)
def test_what_stands_around_a_signing_is_not_all_of_it(
    tmp_path: Path, gazetteer: Gazetteer, text: str, told: dict[str, str]
) -> None:
    facts = known(tmp_path, gazetteer, text).facts
    details = ("agreement", "signing_place", "signatories")
    assert {f.property: f.value.text for f in facts if f.property in details} == told


def test_the_site_of_a_body_is_no_citys(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "烟台市国际交流\n\n宫古市是友好城市。网络分级基金会(ABC)网站:http://www.example.org"
    assert not [f for f in known(tmp_path, gazetteer, text).facts if f.property == "homepage"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Otsu City has several ties: Ningbo City in China (a friendship city - April 19, "
            "1985), "
            "and most recently Fresno in California (a sister city - May 2, 1997).",
            {("1985-04-19", "friendship"), ("1997-05-02", "sister")},
        ),
        (
            "Otsu City has established sister city relationships with Fresno (1982), Ningbo "
            "City in "
            "China (1983), and Suncheon (1985).",
            {("1982", "sister"), ("1983", "sister"), ("1985", "sister")},
        ),
        (
            "大津市的友好城市有宁波市（1985年4月）和顺天市（1990年）。",
            {("1985-04", "friendship"), ("1990", "friendship")},
        ),
        (
            "오쓰시의 교류 도시는 닝보시(우호도시, 1985년)와 순천시(자매도시, 1990년)이다.",
            {("1985", "friendship"), ("1990", "sister")},
        ),
        # Dates in brackets that are of something else, and a list of both kinds.
        ("Otsu City sent guests to Fresno (1982) and to Ningbo (1983).", set()),
        (
            "Otsu City hopes to sign sister city agreements with Fresno (2030) and Ningbo (2031).",
            set(),
        ),
    ],
)
def test_a_sentence_lists_partners_with_dates_in_brackets(
    tmp_path: Path, gazetteer: Gazetteer, text: str, told: set[tuple[str, str]]
) -> None:
    heads = {"O": "About Otsu", "大": "关于大津", "오": "오쓰시 소개"}
    facts = known(tmp_path, gazetteer, f"{heads[text[0]]}\n\n{text}\n").facts
    assert {(f.value.edtf, f.stage) for f in facts if f.property == "signed"} == told


@pytest.mark.parametrize("use", ["种植和观赏", "播种", "展览"])
def test_an_area_in_use_is_not_that_of_the_place(
    tmp_path: Path, gazetteer: Gazetteer, use: str
) -> None:
    text = f"烟台市概况\n\n烟台市是港口城市。现有果园11个,{use}面积达3万多亩。\n"
    assert not [f for f in known(tmp_path, gazetteer, text).facts if f.property == "area"]
