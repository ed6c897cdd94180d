"""Cards, labelled lists and profiles of partners in the words and shapes that clerks give them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.model import Knowledge
from tests.corpus.written_pages import known

Tell = Callable[[str], Knowledge]
EN = "Seocho-gu International Relations\n\n"
HEAD = "서초구 국제교류\n\n중국 허비시\n\n"


@pytest.fixture
def told(tmp_path: Path, gazetteer: Gazetteer) -> Tell:
    return lambda text: known(tmp_path, gazetteer, text)


def values(knowledge: Knowledge) -> set[tuple[str, str, object]]:
    return {
        (f.subject, f.property, f.value.edtf or f.value.number or f.value.text)
        for f in knowledge.facts
    }


@pytest.mark.parametrize(
    ("label", "value", "name", "said"),
    [
        ("Dimension", "117㎢", "area", 117),
        ("Size of land", "117㎢", "area", 117),
        ("Government Head", "Ana Prado", "mayor", "Ana Prado"),
        ("Features of the region", "a port", "features", "a port"),
        ("Administrative Body", "3 bureaus", "organization", "3 bureaus"),
        ("자매도시 지역특성", "항구 도시", "features", "항구 도시"),
    ],
)
def test_labels_that_clerks_invent(
    told: Tell, label: str, value: str, name: str, said: object
) -> None:
    found = told(f"{HEAD}• 인구 : 160만 명\n• {label} : {value}\n")
    assert ("hebi", name, said) in values(found)


@pytest.mark.parametrize(
    "heading", ["主要现况", "基本现状", "시 개황", "기본현황 및 지역특성", "General Data"]
)
def test_a_heading_for_facts_names_no_place(told: Tell, heading: str) -> None:
    found = told(f"{HEAD}{heading}\n\n• 인구 : 160만 명\n• 면적 : 2,182㎢\n")
    assert ("hebi", "area", 2182) in values(found)
    assert not found.places


@pytest.mark.parametrize("heading", ["Affiliation Process", "姊妹城市缔结过程", "Progress Results"])
def test_a_heading_for_how_a_tie_went_names_no_place(told: Tell, heading: str) -> None:
    found = told(f"{HEAD}{heading}\n\n• 2016. 10. 13. 허비시 대표단 서초구 방문\n")
    assert [e.date for e in found.exchanges] == ["2016-10-13"]
    assert not found.places


def test_dated_lines_below_a_label_for_the_background_are_events(told: Tell) -> None:
    found = told(
        f"{HEAD}우호도시 체결경위\n\n- 2016. 10. 13. : 허비시 대표단 서초구 방문\n"
        "- 2017. 5. 2. : 서초구 대표단 허비시 방문\n"
    )
    assert {e.date for e in found.exchanges} == {"2016-10-13", "2017-05-02"}
    assert not [f for f in found.facts if f.property == "background"]


CARD = (
    f"{EN}Sister Cities\n\nHebi, Henan, China\nName of the City Hebi\n"
    "Date Oct. 13, 2016\n• May 3, 2015 : Hebi proposed affiliation\n"
    "Place of Affiliation Seocho-gu\nDimension 2182㎢\nPopulation 1,600,000\n"
)


def test_a_card_whose_labels_have_a_space_behind(told: Tell) -> None:
    found = values(told(CARD))
    assert {("hebi", "area", 2182), ("hebi", "population", 1600000)} <= found
    assert ("hebi--seocho", "signed", "2016-10-13") in found


@pytest.mark.parametrize(
    ("behind", "signed", "place"),
    [
        ("Location : Culture Hall", True, True),
        ("Location : northern Henan", True, False),
        ("Event : visit of a delegation", False, False),
        ("Participants : 12", False, False),
    ],
)
def test_the_date_of_a_card(told: Tell, behind: str, signed: bool, place: bool) -> None:
    found = told(
        f"{EN}Information on the sisterhood\n\n• Name of the city : Hebi, China\n"
        f"• Date : 2016. 10. 13\n• {behind}\n"
    )
    names = {f.property for f in found.facts if f.subject == "hebi--seocho"}
    assert ("signed" in names, "signing_place" in names) == (signed, place)


@pytest.mark.parametrize(
    "line",
    [
        "Hebi, China (sisterhood relationship concluded on October 13, 2016)",
        "Hebi, P.R.C. (Sister city relationship established on October 13, 2016)",
        "City name: Hebi, Henan Province, China (since October 13, 2016)",
    ],
)
def test_a_tie_in_brackets_behind_the_name(told: Tell, line: str) -> None:
    found = told(f"{EN}Sister Cities\n\n{line}\nLocation: northern Henan\n")
    stages = [(s.kind, s.date) for tie in found.ties for s in tie.stages]
    assert stages == [("sister", "2016-10-13")]


@pytest.mark.parametrize("line", ["flag of Hebi", "허비시 로고 이미지"])
def test_words_for_a_picture_beside_a_name(told: Tell, line: str) -> None:
    found = told(f"{EN}Sister Cities\n\n{line}\n\nSister city since : Oct. 13, 2016\n")
    assert ("hebi--seocho", "signed", "2016-10-13") in values(found)


def test_a_province_with_its_country_opens_a_profile(told: Tell) -> None:
    found = values(
        told(
            "首尔特别市瑞草区\n\n河南省(中国) : 中国中部地区\n\n主要现况\n\n"
            "• 位置 : 中国中部地区\n• 人口 : 98,000千人\n"
        )
    )
    assert any(name == "population" and said == 98_000_000 for _, name, said in found)
    assert not any(name == "department" for _, name, _ in found)


@pytest.mark.parametrize(
    ("sentence", "name", "said"),
    [
        ("城市人口为160万人,是河南省的城市。", "population", 1_600_000),
        ("城市总面积约2182平方公里。", "area", 2182),
        ("全市共5个区。", "divisions", "5个区"),
        ("鹤壁市的市树变更为松树,市花为月季。", "tree", "松树"),
    ],
)
def test_a_profile_in_chinese_prose(told: Tell, sentence: str, name: str, said: object) -> None:
    found = told(f"瑞草区国际交流\n\n中国 鹤壁市\n\n【概况】鹤壁市位于河南省北部。{sentence}\n")
    assert ("hebi", name, said) in values(found)


def test_how_many_live_in_towns_is_not_the_population(told: Tell) -> None:
    found = told("瑞草区国际交流\n\n中国 鹤壁市\n\n城市人口为60万人,农村人口为100万人。\n")
    assert not [f for f in found.facts if f.property == "population"]


def test_a_word_that_begins_with_in_is_no_place_of_signing(told: Tell) -> None:
    found = told(
        "Seocho-gu\n\nHebi (inhabited by 1.6 million people) signed a sister city agreement"
        " with Seocho-gu on October 13, 2016.\n"
    )
    assert not [f for f in found.facts if f.property == "signing_place"]
