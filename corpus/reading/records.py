"""Events told by labels: "일시 : …", "내용 : …", "참석 : …" below each other become one row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.dates import find_dates
from corpus.reading.outline import Cell, Piece, row
from corpus.text import fold_text
from corpus.wordlists import load_toml

# A label with its sign, and the value behind it.
_LABELLED = re.compile(r"\s*(?P<label>[^:：]{1,16}?)\s*[:：]\s*(?P<value>\S.*)", re.DOTALL)
_LABEL_SIGNS = re.compile(r"[\s·ㆍ.*○●□■◦▪▶-]+")
# A record has a date and so many labels of events at least.
_LEAST = 2


class _Field(NamedTuple):
    kind: str
    label: str
    value: str


def join_records(pieces: Sequence[Piece]) -> list[Piece]:
    """``pieces`` with labelled values of one event as one row below their labels."""
    fields = [_field(piece) for piece in pieces]
    found: list[Piece] = []
    index = 0
    while index < len(pieces):
        record = list(_record_at(pieces, fields, index))
        joined = _row(record, pieces[index]) if _tells_event(record) else None
        found.append(joined or pieces[index])
        index += len(record) if joined else 1
    return found


def labels_event(text: str) -> bool:
    """Whether ``text`` is a label that events are told by."""
    return _key(text) in _kinds()


def _record_at(
    pieces: Sequence[Piece], fields: Sequence[_Field | None], index: int
) -> Iterator[_Field]:
    """The fields from ``index`` on, up to a label that is there already."""
    seen: set[str] = set()
    for position in range(index, len(pieces)):
        field = fields[position]
        if field is None or _key(field.label) in seen:
            return
        if pieces[position].parents != pieces[index].parents:
            return
        seen.add(_key(field.label))
        yield field


def _tells_event(record: Sequence[_Field]) -> bool:
    kinds = [field.kind for field in record]
    told = len(kinds) >= _LEAST and kinds.count("date") == 1 and bool({"content"} & set(kinds))
    return told and any(f.kind == "date" and find_dates(f.value) for f in record)


def _row(record: Sequence[_Field], first: Piece) -> Piece | None:
    cells = [Cell(field.value) for field in record]
    return row(cells, [field.label for field in record], first.parents)


def _field(piece: Piece) -> _Field | None:
    """The label of an event and its value that ``piece`` is, if it is one."""
    if piece.kind == "row":
        return _field_of_row(piece)
    if piece.kind == "heading" and piece.depth:
        return None
    match = _LABELLED.fullmatch(piece.text)
    return _named(match["label"], match["value"]) if match else None


def _field_of_row(piece: Piece) -> _Field | None:
    """A row of a label and its value."""
    if len(piece.cells) != 2 or piece.headers:
        return None
    label, value = (piece.text[slice(*cell)] for cell in piece.cells)
    return _named(label, value) if label and value else None


def _named(label: str, value: str) -> _Field | None:
    kind = _kinds().get(_key(label))
    return _Field(kind, label.strip(), value.strip()) if kind else None


@lru_cache(maxsize=1024)
def _key(label: str) -> str:
    return _LABEL_SIGNS.sub("", fold_text(label)).strip("()[]")


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """What each label of an event is: a date, the content, people, a place, a remark, a way."""
    table = load_toml("kinds.toml")["_columns"]
    return {word: name for name, words in table.items() for word in words}
