"""First and last days of dates."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates.bounds import bounds, plain_edtf


@pytest.mark.parametrize(
    ("edtf", "ends"),
    [
        ("2016", ("2016-01-01", "2016-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2000-01/2001-01", ("2000-01-01", "2001-01-31")),
        ("2010/..", ("2010-01-01", "9999-12-31")),
    ],
)
def test_bounds_cover_the_precision(edtf: str, ends: tuple[str, str]) -> None:
    assert bounds(edtf) == ends


def test_a_day_that_is_not_has_no_edtf() -> None:
    assert plain_edtf(2015, 2, 29) is None
    assert plain_edtf(2016, 2, 29) == "2016-02-29"


@settings(max_examples=25, deadline=None)
@given(
    st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)), st.sampled_from([4, 7, 10])
)
def test_bounds_agree_with_the_library(day: date, precision: int) -> None:
    edtf = day.isoformat()[:precision]
    parsed = parse_edtf(edtf)
    ends = [parsed.lower_strict(), parsed.upper_strict()]
    assert list(bounds(edtf)) == [date(*end[:3]).isoformat() for end in ends]
