"""Names lead to their places: the share over the whole gazetteer, pinned."""

from __future__ import annotations

import pytest

from corpus.gazetteer import load_gazetteer
from corpus.model import Place
from service.name_bench import SCRIPTS, linking_accuracy, table

# Never lowered: what is promised of names that sources give, and of those that are derived.
GIVEN, DERIVED = 0.97, 0.97
# Every so manyth place is tried; all of them take some seconds.
STEP = 3


@pytest.fixture(scope="module")
def shares() -> dict[tuple[str, str, bool], float]:
    gazetteer = load_gazetteer()
    found = linking_accuracy(gazetteer, list(gazetteer.places.values())[::STEP])
    print(table(found))
    return {key: share.rate for key, share in found.items() if share.total > 100}


def test_names_are_linked_from_each_script_to_each(
    shares: dict[tuple[str, str, bool], float],
) -> None:
    assert {key[:2] for key in shares} == {(one, other) for one in SCRIPTS for other in SCRIPTS}
    low = {key: rate for key, rate in shares.items() if rate < (DERIVED if key[2] else GIVEN)}
    assert low == {}


def test_a_name_that_means_another_place_is_counted_as_wrong() -> None:
    one = Place("hebi", "city", {"en": ("Wuhan",)}, "henan")
    found = linking_accuracy(load_gazetteer(), [one])
    assert [share.rate for share in found.values()] == [0.0]
