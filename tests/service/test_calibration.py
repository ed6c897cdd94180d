"""Confidence against outcome."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.calibration import BAND, Bin, Claim, calibrate, coverage, reliability


def claims(right: int, wrong: int, confidence: float = 0.9, margin: float = 0.0) -> list[Claim]:
    outcomes = [True] * right + [False] * wrong
    return [Claim("exchange", margin, confidence, outcome) for outcome in outcomes]


def test_nine_of_ten_right_at_ninety_per_cent_is_no_error() -> None:
    found = reliability(claims(9, 1))
    assert found.error == pytest.approx(0)
    assert found.brier == pytest.approx(found.baseline) == pytest.approx(0.09)


def test_half_right_at_ninety_per_cent_is_an_error_of_forty() -> None:
    found = reliability([*claims(1, 1), *claims(2, 0, confidence=1.0)])
    assert [(b.claims, b.right) for b in found.bins] == [(2, 0.5), (2, 1.0)]
    assert found.error == pytest.approx(0.2)
    assert found.brier == pytest.approx((0.01 + 0.81) / 4)


def test_nothing_claimed_is_no_error() -> None:
    assert (reliability([]).error, reliability([]).brier) == (0, 0)


def test_wilson_interval() -> None:
    assert Bin(10, 0.9, 0.8).interval == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_a_higher_margin_is_never_less_sure() -> None:
    low, high = claims(BAND - 4, 4, margin=0.1), claims(BAND, 0, margin=0.3)
    found = calibrate([*high, *low])["exchange"]
    assert [band.margin for band in found] == [0.0, 0.3]
    assert found[0].right == pytest.approx(17 / 22, abs=1e-3)
    assert found[1].right == pytest.approx(21 / 22, abs=1e-3)
    turned = calibrate([*claims(BAND, 0, margin=0.1), *claims(BAND - 4, 4, margin=0.3)])
    assert len(turned["exchange"]) == 1


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=120))
def test_bands_rise_and_begin_at_nought(drawn: list[tuple[float, bool]]) -> None:
    given = [Claim("sentence", margin, 0.5, right) for margin, right in drawn]
    for bands in calibrate(given).values():
        assert bands[0].margin == 0
        assert [band.right for band in bands] == sorted(band.right for band in bands)
        assert all(0 < band.right < 1 for band in bands)


def test_the_surest_answers_first() -> None:
    points = coverage([*claims(1, 1, 0.6), *claims(2, 0, 0.9)], asked=8)
    assert points == [(0.25, 0.0), (0.5, 0.25)]
