"""Search against the plain way of saying the same, and over the real index."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Exchange
from corpus.text import fold_text
from service.catalogue import Catalogue
from service.exchanges.filters import DIRECTIONS, SIZES, Filter
from service.exchanges.generated import generate
from service.exchanges.ledger import Ledger, direction_of, make_ledger
from service.exchanges.searching import find_exchanges, find_rows
from service.exchanges.texts import Texts

NUMBER = 1500


@cache
def generated(catalogue: Catalogue) -> Ledger:
    exchanges, ties = generate(catalogue.index, NUMBER)
    return make_ledger(exchanges, ties, catalogue.gazetteer)


@pytest.fixture(scope="module")
def ledger(catalogue: Catalogue) -> Ledger:
    return make_ledger(catalogue.index.exchanges, catalogue.index.ties, catalogue.gazetteer)


def found(ledger: Ledger, **wanted: object) -> list[Exchange]:
    chosen = {k: v for k, v in wanted.items() if k in ("home", "partner", "kind", "direction",
              "size", "year")}  # fmt: skip
    rest = {k: v for k, v in wanted.items() if k not in chosen}
    rows = find_rows(ledger, Filter(chosen=chosen, **rest), str)  # type: ignore[arg-type]
    return [ledger.exchanges[row] for row in rows.tolist()]


@given(
    st.lists(st.text("ab나 \n다", max_size=6), max_size=8),
    st.text("ab나다 ", min_size=1, max_size=3),
)
def test_texts_are_looked_through_like_strings(texts: list[str], term: str) -> None:
    mask = Texts(texts).having(term)
    assert mask.tolist() == [term in text.replace("\n", " ") for text in texts]


def values(exchange: Exchange, facet: str, sides: tuple[str, str]) -> set[str]:
    people = sum(exchange.people)
    sizes = [size for size, least in SIZES.items() if (people or -1) >= least]
    told = {
        "home": {sides[0]},
        "partner": {sides[1]},
        "kind": set(exchange.kinds),
        "direction": {direction_of(exchange, sides)},
        "size": {sizes[-1]},
        "year": {exchange.first[:4]},
    }
    return told[facet]


@st.composite
def searches(draw: st.DrawFn) -> Filter:
    choices = {
        "kind": ["visit", "festival", "letter"],
        "direction": list(DIRECTIONS),
        "size": list(SIZES),
        "year": [str(y) for y in range(1992, 2026, 4)],
    }
    chosen = {k: tuple(draw(st.sets(st.sampled_from(v), max_size=3))) for k, v in choices.items()}
    since, until = (
        draw(st.sampled_from(["", "1999", "2005-06"])),
        draw(st.sampled_from(["", "2010", "2021-02-03"])),
    )
    words = draw(st.sampled_from(["", "대표단", "the", "방문 2016", "zzz"]))
    return Filter(words, since, until, {k: v for k, v in chosen.items() if v})


@given(searches())
@settings(max_examples=60)
def test_search_is_the_plain_sentence_over_all_exchanges(
    catalogue: Catalogue, wanted: Filter
) -> None:
    ledger = generated(catalogue)
    sides = {tie.id: tie.places for tie in ledger.ties}

    def fits(exchange: Exchange, without: str = "") -> bool:
        text = fold_text(" ".join([*(s.quote for s in exchange.sources), exchange.date]))
        return (
            all(
                set(chosen) & values(exchange, facet, sides[exchange.tie])
                for facet, chosen in wanted.chosen.items()
                if facet != without
            )
            and all(
                fold_text(word) in text or (word == "방문" and "visit" in exchange.kinds)
                for word in wanted.words.split()
            )
            and (not wanted.since or exchange.last >= wanted.since)
            and (not wanted.until or exchange.first[: len(wanted.until)] <= wanted.until)
        )

    result = find_exchanges(ledger, wanted, str)
    rows = [ledger.exchanges[row] for row in result.rows.tolist()]
    assert {e.id for e in rows} == {e.id for e in ledger.exchanges if fits(e)}
    assert [e.first for e in rows] == sorted((e.first for e in rows), reverse=True)
    for facet, counts in result.facets.items():
        every = [e for e in ledger.exchanges if fits(e, without=facet)]
        plain = Counter(v for e in every for v in values(e, facet, sides[e.tie]))
        assert dict(counts) == dict(plain), facet


@pytest.mark.parametrize("name", ["학벽시", "허비", "鹤壁", "鶴壁市", "Hebi", "hebi city"])
def test_a_city_is_found_by_any_of_its_names(ledger: Ledger, name: str) -> None:
    wanted = {e.id for e in ledger.exchanges if "hebi" in e.places}
    assert len(wanted) > 10
    assert wanted <= {e.id for e in found(ledger, words=name)}


def test_what_lies_in_a_place_is_found_by_it(ledger: Ledger) -> None:
    assert {e.id for e in ledger.exchanges if "laoshan" in e.places} <= {
        e.id for e in found(ledger, words="산동성")
    }


@pytest.mark.parametrize("word", ["letter", "서신", "信函"])
def test_a_kind_is_found_by_its_name_in_any_language(ledger: Ledger, word: str) -> None:
    wanted = {e.id for e in ledger.exchanges if "letter" in e.kinds}
    assert wanted
    assert wanted <= {e.id for e in found(ledger, words=word)}


def test_every_word_narrows(ledger: Ledger) -> None:
    one, both = found(ledger, words="학벽시"), found(ledger, words="학벽시 방문")
    assert {e.id for e in both} < {e.id for e in one}
    assert found(ledger, words="학벽시 방문 zzzz") == []


def test_orders(ledger: Ledger) -> None:
    people = [sum(e.people) for e in found(ledger, sort="-people") if e.people]
    assert people == sorted(people, reverse=True)
    assert found(ledger, sort="people")[-1].people == ()
    partners = [e.tie for e in found(ledger, sort="partner")]
    assert len([1 for a, b in pairwise(partners) if a != b]) < 15
    assert [e.first for e in found(ledger, sort="date")] == sorted(
        e.first for e in ledger.exchanges
    )


def test_an_empty_index_has_an_empty_ledger(catalogue: Catalogue) -> None:
    empty = make_ledger([], [], catalogue.gazetteer)
    result = find_exchanges(empty, Filter(words="학벽시", since="2016"), str)
    assert len(result.rows) == 0
    assert not any(result.facets.values())


def test_an_open_interval_is_found_from_its_beginning_on(catalogue: Catalogue) -> None:
    pattern = catalogue.index.exchanges[0]
    begun = replace(pattern, date="2016/..", first="2016-01-01", last="9999-12-31")
    ledger = make_ledger([begun], catalogue.index.ties, catalogue.gazetteer)
    assert found(ledger, since="2016", until="2016") == [begun]
    assert found(ledger, since="2020") == [begun]
    assert found(ledger, until="2015") == []
