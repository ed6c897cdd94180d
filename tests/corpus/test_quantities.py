"""Numbers: multipliers, units, "about", and malformed ones that are never computed with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quantities import convert_area, find_quantities, is_plausible

READ = [
    ("약 46만명(2019년말 기준)", 460_000, "people", True),
    ("424만명", 4_240_000, "people", False),
    ("常住人口约46万人", 460_000, "people", True),
    ("population of 580 thousand (third)", 580_000, None, False),
    ("population of 477,880.", 477_880, None, False),
    ("1.2 million inhabitants", 1_200_000, "people", False),
    ("17,485 ㎢", 17_485, "km²", False),
    ("23.4㎢", 23.4, "km²", False),
    ("面积395.79平方公里", 395.79, "km²", False),
    ("41.4 square meters", 41.4, "m²", False),
    ("120ha", 120, "ha", False),
    ("718.8 billion won", 718_800_000_000, "KRW", False),
    ("３２５만 명", 3_250_000, "people", False),
    ("345만 2천명", 3_452_000, "people", False),
    ("32만 7,728명", 327_728, "people", False),
    ("1억 2천만명", 120_000_000, "people", False),
    ("1亿2000万", 120_000_000, None, False),
    ("26만4千人", 264_000, "people", False),
    ("3천5백만 원", 35_000_000, "KRW", False),
    ("인구 32만 7,728 (2019년)", 327_728, None, False),
    ("약 50여만명", 500_000, "people", True),
    ("50여 명", 50, "people", True),
    ("46万余人", 460_000, "people", True),
    ("348 square miles", 348, "mi²", False),
    ("120.5 sq mi", 120.5, "mi²", False),
    ("348 sq. mi.", 348, "mi²", False),
]


@pytest.mark.parametrize(("text", "number", "unit", "about"), READ)
def test_reads_number_unit_and_about(
    text: str, number: float, unit: str | None, about: bool
) -> None:
    quantity = find_quantities(text)[0]
    assert quantity.number == pytest.approx(number)
    assert (quantity.unit, quantity.approximate) == (unit, about)


def test_a_malformed_number_has_no_value() -> None:
    quantity = find_quantities("약 1,18만명(2018년 호적인구 기준)")[0]
    assert quantity.malformed
    assert quantity.number is None


COMPOUND = ["345만 2천명", "32만 7,728명", "1억 2천만명", "1亿2000万", "26만4千人", "50여만명"]


@pytest.mark.parametrize("text", COMPOUND)
def test_a_compound_number_is_one_with_one_span(text: str) -> None:
    (quantity,) = find_quantities(f"약 {text}, 끝")
    assert tuple(quantity.span) == (2, 2 + len(text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("46만 2019년말 기준", [460_000, 2019]),
        ("46만명 2천명", [460_000, 2_000]),
        ("3만 5만", [30_000, 50_000]),
        ("46만 12개 동", [460_000, 12]),
        ("2 million 3 thousand", [2e6, 3e3]),
    ],
)
def test_numbers_that_only_stand_beside_each_other_are_apart(
    text: str, numbers: list[float]
) -> None:
    assert [quantity.number for quantity in find_quantities(text)] == numbers


def test_a_compound_number_with_a_malformed_part_has_no_value() -> None:
    (quantity,) = find_quantities("1,18만 2천명")
    assert quantity.malformed


def test_a_square_mile_is_an_area() -> None:
    assert convert_area(100, "mi²") == pytest.approx(258.9988)
    assert is_plausible("area", 348, "mi²")


def test_a_municipality_of_41_square_metres_is_not_plausible() -> None:
    assert not is_plausible("area", 41.4, "m²")
    assert is_plausible("area", 41.4, "km²")
    assert convert_area(4140, "ha") == pytest.approx(41.4)


@given(st.integers(0, 10**9))
def test_grouped_and_plain_numbers_are_the_same(number: int) -> None:
    for text in (f"{number:,}명", f"{number} people"):
        assert find_quantities(text)[0].number == number


@given(st.text(max_size=80))
def test_spans_hold_numerals_and_never_raise(text: str) -> None:
    for quantity in find_quantities(text):
        assert any(c.isnumeric() for c in text[quantity.span.start : quantity.span.end])


def test_people_are_no_area() -> None:
    assert not is_plausible("area", 1_635_000, "people")
    assert is_plausible("area", 395.79, "km²")
