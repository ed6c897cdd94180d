"""Lists and tables of partners as crawlers leave them: what is not understood loses no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from tests.corpus.written_pages import known

Told = dict[tuple[str, str], tuple[object, str | None]]


def _told(tmp_path: Path, gazetteer: Gazetteer, text: str, home: str) -> Told:
    """Value and stage by (partner, property)."""
    found = known(tmp_path, gazetteer, text)
    assert found.home == home
    return {
        (fact.subject.replace(home, "").replace("--", ""), fact.property): (
            fact.value.edtf or fact.value.number or fact.value.text,
            fact.stage,
        )
        for fact in found.facts
    }


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        # Titles above a header are no columns of it, however many they are.
        (
            "순천시\n국내 자매도시\n연번 자치단체명 결연일자 단체장\n"
            "1 진주시 1998. 9. 29 조규일\n2 구미시 2010. 6. 1 김장호\n",
            "suncheon",
            {("jinju", "signed"): ("1998-09-29", "sister"), ("jinju", "mayor"): ("조규일", None)},
        ),
        # A column for the kind of tie between the date and the numbers.
        (
            "순천시청\n국제자매도시 현황\n국가 도시명 체결일 구분 인구(만명) 면적(㎢) 분야\n"
            "중국 닝보시 1997.05.08 자매 940 9,816 행정, 경제\n"
            "일본 오타루시 2012.03.02 우호 11 244 문화\n",
            "suncheon",
            {
                ("ningbo", "signed"): ("1997-05-08", "sister"),
                ("otaru", "signed"): ("2012-03-02", "friendship"),
                ("otaru", "population"): (110_000, None),
                ("otaru", "area"): (244, None),
            },
        ),
        # A partner that nothing knows, in a column of its own.
        (
            "Suncheon City Hall\nSister Cities Abroad\n"
            "Country City Date of Agreement Population Area Remarks\n"
            "China Ningbo 1997. 5. 8. 9,400,000 9,816㎢ Port\n"
            "Japan Zelomi 2012. 3. 2. 52,000 330㎢ Cranes in winter\n",
            "suncheon",
            {
                ("local-Zelomi", "population"): (52_000, None),
                ("local-Zelomi", "signed"): ("2012-03-02", "sister"),
            },
        ),
        # A column of regions holds the partners where none else does.
        (
            "순천시\n자매도시\n지역 결연일 인구 면적\n"
            "진주시 1998. 9. 29 34만명 712㎢\n구미시 2010. 6. 1 40만명 615㎢\n",
            "suncheon",
            {("jinju", "area"): (712, None), ("gumi", "signed"): ("2010-06-01", "sister")},
        ),
        # Rows of a name and a date with bulleted lines below them.
        (
            "Daegu City\nCurrent status of sister cities\nNation City Agreement Info\n"
            "Japan Hagi 1997-05-02\n  • Population44,000\n  • FeatureOld castle town\n"
            "United States Atlanta 1981-07-20\n  • Land area 343km²\n"
            "Russia St. Petersburg 1997-11-15\n",
            "daegu",
            {
                ("hagi", "signed"): ("1997-05-02", "sister"),
                ("hagi", "population"): (44_000, None),
                ("atlanta", "signed"): ("1981-07-20", "sister"),
                ("atlanta", "area"): (343, None),
            },
        ),
        (
            "大邱广域市\n姐妹城市\n国家 城市 缔结日期\n日本 广岛市 1997年5月2日\n  • 人口：119万\n"
            "美国 亚特兰大市 1981年7月20日\n  • 人口：49.8万\n",
            "daegu",
            {
                ("hiroshima", "population"): (1_190_000, None),
                ("atlanta", "signed"): ("1981-07-20", "sister"),
            },
        ),
        # The name above its date; what it lies in behind the items of the row above.
        (
            "welcome to suncheon\n\nSister Cities\nCity Name Date of Sisterhood\n"
            "Basic Current Situations Note\nJapanese city of Zelomi\n‘91 1. 22\n"
            "  • Area : 32. 75㎢\n  • Population : 52,000\nKagoshima Prefecture\n"
            "Ningbo in China\n‘96. 6. 19\n  • Area : 9,816㎢\nJinju, Korea ‘98. 3. 19\n",
            "suncheon",
            {
                ("local-Zelomi", "signed"): ("1991-01-22", "sister"),
                ("local-Zelomi", "population"): (52_000, None),
                ("ningbo", "area"): (9816, None),
                ("jinju", "signed"): ("1998-03-19", "sister"),
            },
        ),
        # A partner above each column.
        (
            "순천시청\n자매결연\n도시명 진주시 닝보시\n결연일자 1998. 9. 29. 1997. 5. 8.\n"
            "인구 34만명 940만명\n특산물 딸기, 배 생선\n",
            "suncheon",
            {
                ("jinju", "population"): (340_000, None),
                ("ningbo", "signed"): ("1997-05-08", "sister"),
            },
        ),
        # Labels glued to their values, and cells to each other.
        (
            "순천시 자매도시\n닝보시\n국가중국\n결연일1997. 5. 8.\n인구940만명\n"
            "안탈리아시\n국가튀르키예\n결연일2013. 6. 3.\n인구260만명\n",
            "suncheon",
            {
                ("ningbo", "population"): (9_400_000, None),
                ("antalya", "signed"): ("2013-06-03", "sister"),
            },
        ),
        (
            "Suncheon City\nSister Cities\n"
            "Ningbo, ChinaMay 8, 1997Population 9,400,000Area 9,816㎢\n"
            "Antalya, TurkiyeJune 3, 2013Population 2,600,000Area 20,177㎢\n",
            "suncheon",
            {
                ("ningbo", "signed"): ("1997-05-08", "sister"),
                ("antalya", "area"): (20_177, None),
            },
        ),
        (
            "Sister Cities of Suncheon City\n"
            "Ningbo, China (宁波市)Population940 Tens of thousandsSister city (May 8, 1997)\n"
            "Antalya, Turkiye\nPopulation260 Tens of thousandsFriendship city (June 3, 2013)\n",
            "suncheon",
            {
                ("ningbo", "population"): (9_400_000, None),
                ("antalya", "signed"): ("2013-06-03", "friendship"),
            },
        ),
        # The kind in an entry's own brackets wins over that of its list.
        (
            "순천시\n자매도시\n▣ 중국 닝보시 (자매결연 : 1997. 5. 8.)\n - 인구 : 940만명\n"
            "▣ 일본 오타루시 (우호협력 : 2012. 3. 2.)\n - 인구 : 11만명\n",
            "suncheon",
            {
                ("ningbo", "signed"): ("1997-05-08", "sister"),
                ("otaru", "signed"): ("2012-03-02", "friendship"),
            },
        ),
    ],
)
def test_rows_are_told_whatever_is_lost_beside_them(
    tmp_path: Path,
    gazetteer: Gazetteer,
    text: str,
    home: str,
    expected: Told,
) -> None:
    found = _told(tmp_path, gazetteer, text, home)
    assert expected.items() <= found.items()


def test_a_number_in_two_pieces_is_told_as_written(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = _told(
        tmp_path,
        gazetteer,
        "순천시\n자매도시\n닝보시 (중국)\n면적 : 98. 16㎢\n인구 : 940만명\n",
        "suncheon",
    )
    assert found["ningbo", "area"] == ("98. 16㎢", None)
    assert found["ningbo", "population"] == (9_400_000, None)


@pytest.mark.parametrize(
    ("sentence", "partner", "stage"),
    [
        ("Suncheon and Zelgrad have been sister cities since 1997.", "local-Zelgrad", "sister"),
        (
            "The sister city relationship between Suncheon and Zelgrad was established in 1997.",
            "local-Zelgrad",
            "sister",
        ),
        (
            "Suncheon City signed a sister city agreement with Zelgrad on May 8, 1997.",
            "local-Zelgrad",
            "sister",
        ),
        ("Zelgrad, Ruritania became a sister city of Suncheon in 1997.", "local-Zelgrad", "sister"),
        (
            "Suncheon City has two sister cities: Ningbo, China (1991) and Zelgrad, Poland (1997).",
            "local-Zelgrad",
            "sister",
        ),
        ("순천시와 젤그라드시는 1997년 5월 8일 자매결연을 맺었다.", "local-젤그라드시", "sister"),
        ("순천시는 1997년 폴란드 젤그라드와 자매결연을 체결하였다.", "local-젤그라드", "sister"),
        ("순천시는 1997년 젤그라드시와 자매결연을 체결하였다.", "local-젤그라드시", "sister"),
        (
            "顺天市与泽尔格拉德市于1997年5月8日正式建立友好城市关系。",
            "local-泽尔格拉德市",
            "friendship",
        ),
    ],
)
def test_an_unknown_partner_is_named_by_its_place_in_the_sentence(
    tmp_path: Path, gazetteer: Gazetteer, sentence: str, partner: str, stage: str
) -> None:
    title = "Suncheon" if sentence.isascii() else "순천시" if "년" in sentence else "顺天市"
    found = _told(tmp_path, gazetteer, f"{title} International Exchange\n{sentence}\n", "suncheon")
    date, kind = found[partner, "signed"]
    assert (str(date)[:4], kind) == ("1997", stage)


@pytest.mark.parametrize(
    "sentence",
    [
        "Suncheon City signed a sister school agreement with Zelgrad High School on May 8, 1997.",
        "Suncheon signed a friendship agreement with Mayor Zelman of the port authority in 1997.",
        "순천시는 1997년 자매도시와 우호협력 협약을 체결하였다.",
        "순천시는 1997년 중국 정부와 우호협력 협약을 체결하였다.",
        "顺天市与两市代表于1997年5月8日建立友好城市关系。",
    ],
)
def test_bodies_and_common_words_are_no_partners(
    tmp_path: Path, gazetteer: Gazetteer, sentence: str
) -> None:
    found = known(tmp_path, gazetteer, f"순천시 국제교류\n{sentence}\n")
    assert not [fact for fact in found.facts if fact.property == "signed"]


def test_a_text_opens_with_the_place_that_it_describes(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = (
        "순천시 > 자매도시 > 젤그라드시\n"
        "젤그라드시는 가고시마현 북부에 위치하며 인구 5만2천명의 도시이다.\n"
        "2012년 3월 2일 순천시와 자매도시 협정을 체결하였다.\n"
    )
    found = _told(tmp_path, gazetteer, text, "suncheon")
    assert found["local-젤그라드시", "signed"] == ("2012-03-02", "sister")
    assert found["local-젤그라드시", "population"] == (52_000, None)
