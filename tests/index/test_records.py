from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Block, Exchange, Fact, Knowledge, Page, Passage, Place, Span, Tie
from index.manifest import Manifest
from index.model import Sentence
from index.records import Undecodable, decoder, dump, load, read_lines, write_lines

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(int, st.integers(-(2**53), 2**53))
KINDS = [Page, Passage, Sentence, Place, Tie, Fact, Exchange, Knowledge, Manifest]


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=25)
def test_every_record_comes_back_equal(kind: type, data: st.DataObject) -> None:
    record = data.draw(st.from_type(kind))
    line = dump(record)
    assert b"\n" not in line
    assert load(line, kind) == record
    assert dump(load(line, kind)) == line


@given(st.lists(st.from_type(Place), max_size=4))
@settings(max_examples=25)
def test_files_keep_order(tmp_path_factory: pytest.TempPathFactory, places: list[Place]) -> None:
    path = tmp_path_factory.mktemp("records") / "places.jsonl"
    write_lines(path, places)
    assert read_lines(path, Place) == tuple(places)


def test_line_ends_inside_texts_are_kept(tmp_path: Path) -> None:
    places = [Place(name, "city", {"ko": (name,)}) for name in ("a\nb", "a\r\nb", "a\u2028b\x85")]
    write_lines(tmp_path / "places.jsonl", places)
    assert read_lines(tmp_path / "places.jsonl", Place) == tuple(places)


def test_what_was_read_cannot_be_changed() -> None:
    place = load(dump(Place("kr", "country", {"ko": ("한국",)})), Place)
    with pytest.raises(TypeError):
        place.names["ko"] = ()  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        place.kind = "city"  # type: ignore[misc]


def test_spans_come_back_as_spans() -> None:
    block = load(dump(Block("row", Span(0, 9), cells=(Span(0, 4), Span(5, 9)))), Block)
    assert isinstance(block.span, Span)
    assert block.cells[1].end == 9


PLACE = orjson.loads(dump(Place("kr", "country", {"ko": ("한국",)})))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "village"}, "expected one of country, province"),
        ({"kind": ["city"]}, "expected one of"),
        ({"id": 7}, "expected str, found 7"),
        ({"id": None}, "expected str, found None"),
        ({"names": []}, "expected an object"),
        ({"names": {"ko": "한국"}}, "expected a list"),
        ({"area": 3}, "not a Place as known here: area"),
    ],
)
def test_drift_is_an_error(change: dict[str, Any], message: str) -> None:
    with pytest.raises(Undecodable, match=message):
        load(orjson.dumps(PLACE | change), Place)


def test_a_missing_field_is_an_error_even_where_it_has_a_default() -> None:
    line = orjson.dumps({key: value for key, value in PLACE.items() if key != "parent"})
    with pytest.raises(Undecodable, match="not a Place as known here: parent"):
        load(line, Place)


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"null", b"\xff"])
def test_no_record_at_all(line: bytes) -> None:
    with pytest.raises(Undecodable):
        load(line, Place)


def test_errors_name_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "places.jsonl"
    path.write_bytes(orjson.dumps(PLACE) + b"\n" + orjson.dumps(PLACE | {"id": 1}) + b"\n")
    with pytest.raises(Undecodable, match=r"places\.jsonl, line 2: expected str"):
        read_lines(path, Place)


def test_half_a_character_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="cannot be written as JSON"):
        dump(Place("\ud800", "city", {}))


class Pair(NamedTuple):
    left: int
    right: str


@dataclass(frozen=True)
class Sample:
    pair: Pair
    share: float
    mode: Literal["a", "b"] | None
    counts: Mapping[str, int]
    flag: bool


@given(st.builds(Sample))
def test_shapes_that_the_corpus_does_not_use(sample: Sample) -> None:
    assert load(dump(sample), Sample) == sample


@pytest.mark.parametrize(("found", "kind"), [([1], Pair), ([1, 2], Pair), (True, int), (1, bool)])
def test_near_misses(found: object, kind: type) -> None:
    with pytest.raises(Undecodable):
        decoder(kind)(found)


@pytest.mark.parametrize("hint", [set[str], int | str, object, list[int]])
def test_types_without_a_plain_form_are_refused(hint: object) -> None:
    with pytest.raises(TypeError, match="records cannot hold"):
        decoder(hint)
    with pytest.raises(ValueError, match="cannot be written as JSON"):
        dump({1, 2})
