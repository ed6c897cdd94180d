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
