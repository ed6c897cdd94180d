"""Typed values of labels: numbers with unit, as-of and about; several dates; counts."""

from __future__ import annotations

import pytest

from corpus.facts.values import count_units, type_value

NUMBERS = [
    ("population", "약 46만명(2019년말 상주인구 기준)", "", (460000, "people", "2019", True)),
    ("population", "46만 3천여 명", "", (463000, "people", None, True)),
    ("population", "58万人左右（截至2015年底）", "", (580000, "people", "2015", True)),
    ("population", "55,605 (2020 census)", "", (55605, "people", "2020", False)),
    ("population", "18만 세대 46만명", "", (460000, "people", None, False)),
    ("population", "463", "천명", (463000, "people", None, False)),
    ("population", "2019년 46만명", "", (460000, "people", "2019", False)),
    ("population", "35.45", "万", (354500, "people", None, False)),
    ("population", "25.24", "万人", (252400, "people", None, False)),
    ("population", "127", "1,000", (127000, "people", None, False)),
    ("population", "32.5", "10,000 persons", (325000, "people", None, False)),
    ("population", "605", "천 명, 2022년", (605000, "people", "2022", False)),
    ("population", "453", "in thousands", (453000, "people", None, False)),
    ("population", "25.24만", "만명", (252400, "people", None, False)),
    ("population", "一百一十三萬人", "", (1130000, "people", None, False)),
    ("revenue", "123.4", "단위: 억원", (12340000000, "KRW", None, False)),
    ("area", "7 ㎢ (0.3 times bigger than ours)", "", (7, "km²", None, False)),
    ("area", "789.95平方公里，约为本市的7.6倍", "", (789.95, "km²", None, False)),
    ("area", "395.79", "㎢", (395.79, "km²", None, False)),
    ("area", "총면적 2182平方公里（2015年）", "", (2182, "km²", "2015", False)),
    ("area", "20.09 square miles", "", (20.09, "mi²", None, False)),
    ("gdp", "4502.13亿元（2022年）", "", (450213000000, "CNY", "2022", False)),
    ("revenue", "33.2 billion yen (fiscal 2019)", "", (33200000000, "JPY", "2019", False)),
    ("revenue", "1조 2,300억원", "", (1230000000000, "KRW", None, False)),
    ("revenue", "US$ 260 million", "", (260000000, "USD", None, False)),
]


@pytest.mark.parametrize(("name", "text", "note", "expected"), NUMBERS)
def test_a_number_keeps_its_unit_its_date_and_its_about(
    name: str, text: str, note: str, expected: tuple[float, str, str | None, bool]
) -> None:
    (typed,) = type_value(name, text, note)
    value = typed.value
    assert (value.number, value.unit, typed.as_of, typed.approximate) == pytest.approx(expected)
    assert not typed.uncertain


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("population", "약 1,18만명(2018년 호적인구 기준)", "약 1,18만명"),
        ("population", "30만~40만명", "30만~40만명"),
        ("area", "매우 넓음", "매우 넓음"),
    ],
)
def test_what_is_no_number_is_kept_as_written_and_uncertain(
    name: str, text: str, written: str
) -> None:
    (typed,) = type_value(name, text)
    assert (typed.value.type, typed.value.text, typed.value.number) == ("text", written, None)
    assert typed.uncertain


def test_an_implausible_number_is_uncertain() -> None:
    (typed,) = type_value("area", "41.4 square meters")
    assert typed.uncertain


def test_an_empty_mark_is_no_value() -> None:
    assert type_value("area", "-") == []
    assert type_value("flower", " – ") == []


def test_several_dates_are_several_values() -> None:
    found = type_value("signed", "1997. 5. 1.(의향서), 1998. 8. 3.(협정)")
    assert [(t.value.edtf, t.value.text) for t in found] == [
        ("1997-05-01", "1997. 5. 1.(의향서)"),
        ("1998-08-03", "1998. 8. 3.(협정)"),
    ]


COUNTS = [
    ("5개 가도(街道, 한국의 ‘동’에 해당)", [(5, "가도")]),
    (
        "2개 구(훈강구,강원구), 1개 현급시, 4개현(강원현, 무송현)",
        [(2, "구"), (1, "현급시"), (4, "현")],
    ),
    ("구장1, 부구장5, 24국", [(1, "구장"), (5, "부구장"), (24, "국")]),
    ("1시장, 8부시장, 1개발구", [(1, "시장"), (8, "부시장"), (1, "개발구")]),
    ("8个街道、2个镇", [(8, "街道"), (2, "镇")]),
    ("20 dongs, 5 agencies", [(20, "dongs"), (5, "agencies")]),
    ("시장 1, 부시장 7, 42개 국", [(1, "시장"), (7, "부시장"), (42, "국")]),
    ("총 18, 가도 3", [(3, "가도")]),
    ("2구 3시 2현", [(2, "구"), (3, "시"), (2, "현")]),
    ("2區31洞", [(2, "區"), (31, "洞")]),
    ("3 districts and 4 counties", [(3, "districts"), (4, "counties")]),
    (
        "2 bureaus, an office, 13 divisions & 40 teams",
        [(2, "bureaus"), (13, "divisions"), (40, "teams")],
    ),
    ("시내 중심부", []),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_counts_of_units_and_posts(text: str, counts: list[tuple[int, str]]) -> None:
    assert [tuple(count) for count in count_units(text)] == counts


WRITTEN = [
    ("mayor", "藤井誠一市長", ["藤井誠一"]),
    ("mayor", "홍길동 시장", ["홍길동"]),
    ("mayor", "Mayor John Smith", ["John Smith"]),
    ("phone", "Corporate Support Division 054-480-6144", ["054-480-6144"]),
    ("phone", "03-5216121分機302", ["03-5216121分機302"]),
    ("fax", "0852-55-5634. Page updated June 30, 2023", ["0852-55-5634"]),
    ("phone", "International Tourism Division.", []),
    ("department", "총무과 063-539-5213", ["총무과"]),
    ("department", "외사판공실(전화 02-2600-6114)", ["외사판공실"]),
    ("homepage", "한국 가람시 바로가기", []),
    ("location", "Central part of the provincegoogle map", ["Central part of the province"]),
    ("specialties", "2004.5.7", []),
    ("signed", "1998", ["1998"]),
]


@pytest.mark.parametrize(("name", "text", "written"), WRITTEN)
def test_a_value_is_what_the_page_writes_without_what_stands_around_it(
    name: str, text: str, written: list[str]
) -> None:
    assert [typed.value.text for typed in type_value(name, text)] == written


def test_decimals_by_a_multiplier_leave_nothing_behind() -> None:
    (typed,) = type_value("population", "25.24", "万")
    assert typed.value.number == 252400.0


def test_english_counts_without_commas() -> None:
    assert count_units("18 ris 65 ban") == ((18, "ris"), (65, "ban"))
    assert count_units("3個部落") == ((3, "部落"),)
