"""The brief tokenizer against the library's, which it stands in for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from corpus.model import LANGUAGES
from index.centring import neutral_texts
from index.encoder import TOKENIZER
from index.unigram import UnigramTokenizer, read_unigram

MOST = 24
PIECES = [["<s>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], ["▁", -2.0], ["a", -3.0], ["▁a", -4.0]]
PIECES += [["ab", -4.5], ["b", -3.5], ["서", -5.0], ["서초", -6.0], ["초구", -6.1], ["구", -4.0]]


def written(path: Path, **changed: Any) -> Path:
    """A small tokenizer.json; ``changed`` parts are laid over it."""
    template = [
        {"SpecialToken": {"id": "<s>", "type_id": 0}},
        {"Sequence": {"id": "A", "type_id": 0}},
        {"SpecialToken": {"id": "</s>", "type_id": 0}},
    ]
    special = {
        name: {"id": name, "ids": [id], "tokens": [name]} for id, name in enumerate(["<s>", "</s>"])
    }
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    content = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": id, "content": name, **flags, "special": True}
            for id, name in enumerate(["<s>", "</s>", "<unk>"])
        ],
        "normalizer": {"type": "NFKC"},
        "pre_tokenizer": {
            "type": "Metaspace",
            "replacement": "▁",
            "prepend_scheme": "always",
            "split": True,
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": template,
            "pair": template,
            "special_tokens": special,
        },
        "decoder": None,
        "model": {"type": "Unigram", "unk_id": 2, "vocab": PIECES, "byte_fallback": False},
    }
    path.write_text(json.dumps({**content, **changed}), encoding="utf-8")
    return path


def library(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST)
    return tokenizer


def brief(path: Path) -> UnigramTokenizer:
    found = read_unigram(path, MOST)
    assert found is not None
    return found


@given(st.text("ab서초구 zX▁ｂ\u3000é", max_size=40))
def test_pieces_are_those_of_the_library(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = written(tmp_path_factory.getbasetemp() / "tokenizer.json")
    assert brief(path).encode(text) == library(path).encode(text).ids


@pytest.mark.parametrize("text", ["", " ", "a<s>b", "<unk>", "ab</s> 서초", "zz z서z", "b" * 99])
def test_special_tokens_unknown_letters_and_long_texts(tmp_path: Path, text: str) -> None:
    path = written(tmp_path / "tokenizer.json")
    assert brief(path).encode(text) == library(path).encode(text).ids


@pytest.mark.parametrize("part", ["normalizer", "pre_tokenizer"])
@pytest.mark.parametrize("text", ["", "ab 서초구", " ｂa", "z"])
def test_tokenizers_that_lack_a_part(tmp_path: Path, part: str, text: str) -> None:
    path = written(tmp_path / "tokenizer.json", **{part: None})
    assert brief(path).encode(text) == library(path).encode(text).ids


def test_the_default_encoder_is_read_as_the_library_reads_it(encoder_folder: Path) -> None:
    path = encoder_folder / TOKENIZER
    short, whole = brief(path), library(path)
    odd = ["２０２０年 4월 ～ 5월", "αβγ 🀄 \ue000\ue001", "약 1,18만명", "가" * 40, "\u200b\ufeff"]
    for text in [*odd, *(text for language in LANGUAGES for text in neutral_texts(language))]:
        assert short.encode(f"query: {text}") == whole.encode(f"query: {text}").ids


def test_other_kinds_are_left_to_the_library(tmp_path: Path) -> None:
    path = tmp_path / "tokenizer.json"
    words = {"type": "WordPiece", "vocab": {"[UNK]": 0}, "unk_token": "[UNK]"}
    assert read_unigram(written(path, model=words), MOST) is None
    assert read_unigram(written(path, post_processor=None), MOST) is None
    bytes_too = {"type": "Unigram", "unk_id": 2, "vocab": PIECES, "byte_fallback": True}
    assert read_unigram(written(path, model=bytes_too), MOST) is None
