"""An address says a search, the same one wherever it is opened."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.exchanges.filters import FACETS, SORTS, Filter, read_filter

VALUES = st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), max_size=3)
DATES = st.one_of(
    st.just(""),
    st.integers(1, 9999).map(lambda year: f"{year:04}"),
    st.dates().map(lambda day: f"{day:%Y-%m}".rjust(7, "0")),
    st.dates().map(str),
)


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    chosen = {}
    for facet in FACETS:
        values = tuple(dict.fromkeys(v for v in draw(VALUES) if v.strip()))
        if values:
            chosen[facet] = values
    return Filter(
        words=draw(st.text(st.characters(codec="utf-8"), max_size=30)).strip(),
        since=draw(DATES),
        until=draw(DATES),
        chosen=chosen,
        sort=draw(st.sampled_from(SORTS)),
        page=draw(st.integers(1, 1000)),
    )


@given(filters())
def test_a_search_survives_its_address(wanted: Filter) -> None:
    read, complaints = read_filter(parse_qsl(wanted.query(), keep_blank_values=True))
    assert (read, complaints) == (wanted, [])


@given(st.lists(st.tuples(st.sampled_from(["q", "from", "to", "page", "sort", "kind"]), st.text())))
def test_no_address_breaks_it(given: list[tuple[str, str]]) -> None:
    wanted, _ = read_filter(given)
    assert read_filter(parse_qsl(wanted.query()))[0] == wanted


@pytest.mark.parametrize(
    ("name", "value"),
    [("from", "2016-13"), ("to", "2015-02-29"), ("from", "0000"), ("page", "0"), ("page", "²"),
     ("sort", "colour"), ("to", "last year")],
)  # fmt: skip
def test_what_cannot_be_used_is_told(name: str, value: str) -> None:
    wanted, complaints = read_filter([(name, value)])
    assert wanted == Filter()
    assert [(c.name, c.value) for c in complaints] == [(name, value)]


@given(filters(), st.sampled_from(FACETS), st.text(min_size=1, max_size=5))
def test_choosing_twice_is_choosing_not(wanted: Filter, facet: str, value: str) -> None:
    there = value in wanted.of(facet)
    once = wanted.toggled(facet, value)
    assert (value in once.of(facet)) is not there
    assert set(once.toggled(facet, value).of(facet)) == set(wanted.of(facet))
