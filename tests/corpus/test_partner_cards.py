"""Cards, labelled lists and profiles of partners in the words and shapes that clerks give them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge
from tests.corpus.written_pages import known, written

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


def test_a_value_below_a_label_alone(told: Tell) -> None:
    found = told(
        f"{HEAD}  • 인구 : 160만 명\n  • 지역특성\n\n    태항산 아래의 물류 도시\n\n담당부서 소개\n"
    )
    assert ("hebi", "features", "태항산 아래의 물류 도시") in values(found)


@pytest.mark.parametrize(
    ("trail", "kind"),
    [
        ("1. 홈\n2. 교류\n3. 자매결연도시\n4. 국내\n\n", "sister"),
        ("자매도시\n우호도시\n\n", "agreement"),
    ],
)
def test_the_trail_above_a_page_tells_the_kind(told: Tell, trail: str, kind: str) -> None:
    found = told(
        f"서초구 소개\n\n{trail}중국 허비시\n\n• 결연일시: 2016.10.13\n• 인구 : 160만 명\n"
    )
    assert [s.kind for tie in found.ties for s in tie.stages] == [kind]


def test_a_homepage_in_brackets_behind_a_name(told: Tell) -> None:
    found = told("서초구 국제교류\n\n중국 허비시(www.hebi.gov.cn)\n\n• 인구 : 160만 명\n")
    assert ("hebi", "homepage", "www.hebi.gov.cn") in values(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2016. 10. 13. 서초구 ↔ 하비란시 우호협약 체결", "하비란시"),
        ("October 13, 2016 Seocho-gu ↔ Yarkoban District signed an agreement", "Yarkoban District"),
        ("2016年10月13日,日本的泉原町与瑞草区结为友好城市。", "泉原町"),
    ],
)
def test_an_unknown_name_beside_a_known_one(told: Tell, text: str, name: str) -> None:
    found = told(f"서초구 국제교류\n\n{text}\n")
    assert [name in names for place in found.places for names in place.names.values()] != []
    assert any(place.id in tie.places for place in found.places for tie in found.ties)


@pytest.mark.parametrize("text", ["北京的友好城市", "일본 ↔ 한국", "서초구 ↔ 강남구", "日本的各市"])
def test_what_is_no_unknown_name(told: Tell, text: str) -> None:
    assert not told(f"서초구 국제교류\n\n2016. 10. 13. {text}\n").places


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "허비시와는 2016년 5월 2일 두 시장과의 자매결연 이후 공무원을 파견해 왔다.",
            ["2016-05-02"],
        ),
        ("서초구와 허비시는 지난 97년 6월에 자매결연을 맺었다.", ["1997-06"]),
        ("허비시와의 우호도시 체결의 경위 2015년 6월에 배가 항구에 들어왔다.", []),
        ("우호도시 체결을 위해 적극적으로 지원하며 2015년 10월 허비시에 서한을 보냈다.", []),
    ],
)
def test_what_korean_prose_tells_of_a_tie(told: Tell, text: str, stages: list[str]) -> None:
    found = told(f"{HEAD}{text}\n")
    assert [s.date for tie in found.ties for s in tie.stages] == stages


def test_a_beginning_and_a_signing_in_one_sentence(told: Tell) -> None:
    found = told(
        "瑞草区国际交流\n\n中国 鹤壁市\n\n"
        "鹤壁市与我区交往始于2009年,2016年两地正式签署友好城市协议书。\n"
    )
    said = values(found)
    assert ("hebi--seocho", "began", "2009") in said
    assert {said for _, name, said in said if name == "signed"} == {"2016"}


@pytest.mark.parametrize(
    "line",
    [
        "- May 2, 2016 Hebi expressed its willingness for an exchange with Seocho-gu",
        "- May 2, 2016 Seocho-gu obtained the consent of the council to the sister city",
        "- 2016. 5. 2. 허비시 교류 의사 표명",
    ],
)
def test_steps_before_a_tie_are_no_exchanges(told: Tell, line: str) -> None:
    assert not told(f"{HEAD}교류현황\n\n{line}\n").exchanges


def test_a_table_of_markdown_between_lines_of_text(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = written(
        tmp_path,
        "서초구 국제교류\n\n자매도시\n도시 | 체결일 | 인구 |\n---|---|---|\n"
        "허비시[1] | 2016-10-13 | 160만 명 |\n인구는 해마다 늘어 200만 명을 바라본다.\n",
        "page.md",
    )
    found = values(extract(page, gazetteer))
    assert ("hebi--seocho", "signed", "2016-10-13") in found
    assert {said for _, name, said in found if name == "population"} == {1_600_000}


def test_a_density_counts_no_visitors(told: Tell) -> None:
    found = told(
        "瑞草区国际交流\n\n中国 鹤壁市\n\n"
        "人口密度每平方公里是8,385人,2016年10月13日,瑞草区与鹤壁市正式建立友好城市关系。\n"
    )
    assert [e.people for e in found.exchanges] == [()]
