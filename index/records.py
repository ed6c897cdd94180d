"""Frozen dataclasses as JSON lines: typed both ways, and strict, so that drift is an error."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson

Record = TypeVar("Record")
Decode = Callable[[Any], Any]


class Undecodable(ValueError):
    """JSON that is not a record of the wanted type; the message says what differs."""


def dump(record: object) -> bytes:
    """One line of JSON for ``record``: a dataclass of numbers, texts, tuples and mappings.

    Raises ValueError where a text holds half a surrogate pair, which no UTF-8 file can keep.
    """
    try:
        return orjson.dumps(record, default=_plain)
    except orjson.JSONEncodeError as error:
        raise ValueError(f"cannot be written as JSON: {error}") from error


def load(line: bytes, kind: type[Record]) -> Record:
    """The record in ``line``; raises Undecodable where it is not one of ``kind``."""
    try:
        return cast(Record, decoder(cast(Any, kind))(orjson.loads(line)))
    except orjson.JSONDecodeError as error:
        raise Undecodable(f"not JSON: {error}") from error


def write_lines(path: Path, records: Iterable[object]) -> None:
    """Write one record a line."""
    with path.open("wb") as file:
        file.writelines(dump(record) + b"\n" for record in records)


def read_lines(path: Path, kind: type[Record]) -> tuple[Record, ...]:
    """The records of ``path`` in order; raises Undecodable naming the file and the line."""
    records = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            records.append(load(line, kind))
        except Undecodable as error:
            raise Undecodable(f"{path.name}, line {number}: {error}") from error
    return tuple(records)


@lru_cache(maxsize=256)
def decoder(hint: Any) -> Decode:
    """What turns parsed JSON into a value of type ``hint``; TypeError for a type unknown here."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _literal(parts)
    if origin in (Union, types.UnionType):
        return _optional(hint, parts)
    if origin is tuple:
        return _many(decoder(parts[0])) if parts[1:] == (...,) else _row(tuple, parts)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(decoder(parts[1]))
    return _class(hint)


def _class(hint: Any) -> Decode:
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass(hint)
    if isinstance(hint, type) and issubclass(hint, tuple):
        return _row(hint._make, tuple(get_type_hints(hint).values()))  # type: ignore[attr-defined]
    if hint in (str, int, float, bool):
        return _scalar(hint)
    raise TypeError(f"records cannot hold {hint!r}")


def _plain(value: object) -> object:
    """What orjson does not know itself: named tuples and read-only mappings."""
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"records cannot hold {type(value).__name__}")


def _scalar(kind: type) -> Decode:
    accepted = (int, float) if kind is float else (kind,)

    def decode(value: Any) -> Any:
        if type(value) not in accepted:
            raise Undecodable(f"expected {kind.__name__}, found {value!r:.40}")
        return float(value) if kind is float else value

    return decode


def _literal(choices: tuple[Any, ...]) -> Decode:
    allowed = {choice: choice for choice in choices}

    def decode(value: Any) -> Any:
        if not isinstance(value, str) or value not in allowed:
            raise Undecodable(f"expected one of {', '.join(allowed)}, found {value!r:.40}")
        return allowed[value]

    return decode


def _optional(hint: Any, parts: tuple[Any, ...]) -> Decode:
    kinds = [part for part in parts if part is not type(None)]
    if len(kinds) != 1:
        raise TypeError(f"records cannot hold {hint!r}")
    inner = decoder(kinds[0])
    return lambda value: None if value is None else inner(value)


def _many(inner: Decode) -> Decode:
    return lambda value: tuple([inner(item) for item in _list(value)])


def _row(make: Callable[[Iterable[Any]], Any], parts: tuple[Any, ...]) -> Decode:
    inner = [decoder(part) for part in parts]

    def decode(value: Any) -> Any:
        items = _list(value)
        if len(items) != len(inner):
            raise Undecodable(f"expected {len(inner)} items, found {len(items)}")
        return make([one(item) for one, item in zip(inner, items, strict=True)])

    return decode


def _mapping(inner: Decode) -> Decode:
    def decode(value: Any) -> Any:
        return MappingProxyType({key: inner(item) for key, item in _dict(value).items()})

    return decode


def _dataclass(kind: type) -> Decode:
    hints = get_type_hints(kind)
    inner = [(field.name, decoder(hints[field.name])) for field in fields(kind)]
    names = frozenset(name for name, _ in inner)

    def decode(value: Any) -> Any:
        if _dict(value).keys() != names:
            differing = ", ".join(sorted(value.keys() ^ names))
            raise Undecodable(f"not a {kind.__name__} as known here: {differing}")
        return kind(*[one(value[name]) for name, one in inner])

    return decode


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Undecodable(f"expected a list, found {value!r:.40}")
    return value


def _dict(value: Any) -> dict[str, Any]:
    if type(value) is not dict:
        raise Undecodable(f"expected an object, found {value!r:.40}")
    return value
