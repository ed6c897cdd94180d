from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from threading import Barrier
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from index import blocks, export
from index.centring import neutral_texts
from index.encoder import DATA, DESCRIPTION, GRAPH, TOKENIZER, Description, load_encoder
from index.export import cached_encoder, export_encoder, gpu_passages
from index.model import Encoder, UnusableIndex
from index.original import Original
from index.parity import LEAST_AGREEMENT, LEAST_COSINE, Parity, bundle, measure
from index.quiet import quiet
from index.source import find_source

PROMPTS = {"query": "question: ", "document": "text: "}


def silent(_: str) -> None:
    """Progress that nobody reads."""


def make_tokenizer() -> Any:
    """A small tokenizer of the kind that transformers' models come with."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    special = ["[CLS]", "[PAD]", "[SEP]", "[UNK]"]
    trainer = trainers.UnigramTrainer(
        vocab_size=900, special_tokens=special, unk_token="[UNK]", show_progress=False
    )
    tokenizer.train_from_iterator([*neutral_texts("ko"), *neutral_texts("en")], trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 0), ("[SEP]", 2)]
    )
    names = {"cls_token": "[CLS]", "pad_token": "[PAD]", "sep_token": "[SEP]"}
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="[UNK]", model_max_length=64, **names
    )


@pytest.fixture(scope="module")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder: a random BERT, its first token, a dense layer, length one."""
    with quiet():
        import torch
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer import modules
        from transformers import BertConfig, BertModel

        folder = tmp_path_factory.mktemp("small")
        tokenizer = make_tokenizer()
        tokenizer.save_pretrained(folder / "bert")
        config = BertConfig(
            vocab_size=len(tokenizer),
            hidden_size=64,
            num_hidden_layers=2,
            num_attention_heads=4,
            intermediate_size=96,
            max_position_embeddings=64,
            pad_token_id=1,
            initializer_range=0.2,
        )
        torch.manual_seed(0)
        BertModel(config).save_pretrained(folder / "bert")
        steps = [
            modules.Transformer(str(folder / "bert")),
            modules.Pooling(64, "cls"),
            modules.Dense(64, 48),
            modules.Normalize(),
        ]
        model = SentenceTransformer(modules=steps, device="cpu", prompts=PROMPTS)
        model.save(str(folder / "model"))
    return folder / "model"


@pytest.fixture(scope="module")
def exported(small_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("exported") / "encoder"
    export_encoder(str(small_model), target, silent)
    return target


def test_the_default_is_exported_in_four_bits(encoder_folder: Path) -> None:
    description = Description.load(encoder_folder)
    assert (description.query, description.passage) == ("query: ", "passage: ")
    assert description.variant == "4-bit"
    assert description.cosine >= 0.999
    size = sum(path.stat().st_size for path in encoder_folder.iterdir())
    assert size < 60_000_000


def test_any_model_is_exported_with_all_its_modules(small_model: Path, exported: Path) -> None:
    assert {path.name for path in exported.iterdir()} <= {GRAPH, DATA, TOKENIZER, DESCRIPTION}
    description = Description.load(exported)
    assert (description.name, description.dimension, description.max_tokens) == ("model", 48, 64)
    assert (description.query, description.passage) == ("question: ", "text: ")
    assert description.pad == 1
    with quiet():
        original = Original(find_source(str(small_model)), exported, "cpu")
        parity = measure(original, load_encoder(exported))
    assert parity.sufficient
    assert parity == Parity(description.cosine, description.agreement)
    text = " ".join(neutral_texts("ko"))
    assert original.count_tokens(text) == load_encoder(exported).count_tokens(text) > 64


def test_progress_tells_what_was_tried(small_model: Path, tmp_path: Path) -> None:
    lines: list[str] = []
    export_encoder(str(small_model), tmp_path / "encoder", lines.append)
    assert lines[0] == "reading the model model"
    assert any("cosine" in line for line in lines)
    assert not any("\n" in line for line in lines)


def spoil(path: Path) -> None:
    """Sets the weights of one layer to zero."""
    model = onnx.load(path)
    largest = max(model.graph.initializer, key=lambda tensor: len(tensor.raw_data))
    zeros = np.zeros_like(numpy_helper.to_array(largest))
    largest.CopyFrom(numpy_helper.from_array(zeros, largest.name))
    onnx.save_model(model, path)


def test_refuses_a_graph_that_computes_something_else(
    small_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compress = blocks.compress

    def corrupted(source: Path, target: Path, bits: int | None) -> None:
        compress(source, target, bits)
        spoil(target)

    monkeypatch.setattr(blocks, "compress", corrupted)
    lines: list[str] = []
    with pytest.raises(UnusableIndex, match="cannot be exported faithfully"):
        export_encoder(str(small_model), tmp_path / "encoder", lines.append)
    assert sum("cosine" in line for line in lines) >= len(export.VARIANTS)
    assert list(tmp_path.iterdir()) == []


def test_refuses_a_model_that_no_exporter_follows(
    small_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(model: object, path: Path) -> None:
        raise RuntimeError("no way\nof doing this")

    monkeypatch.setattr(export, "EXPORTERS", {"one": fail, "other": fail})
    lines: list[str] = []
    with pytest.raises(UnusableIndex, match="cannot be exported"):
        export_encoder(str(small_model), tmp_path / "encoder", lines.append)
    assert lines[-2:] == ["one does not do: no way", "other does not do: no way"]
    assert list(tmp_path.iterdir()) == []


def test_the_next_exporter_takes_over(
    small_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(model: object, path: Path) -> None:
        raise RuntimeError("no way")

    last = export.EXPORTERS["TorchScript"]
    monkeypatch.setattr(export, "EXPORTERS", {"broken": fail, "TorchScript": last})
    export_encoder(str(small_model), tmp_path / "encoder", silent)
    assert Description.load(tmp_path / "encoder").cosine >= LEAST_COSINE


def test_refuses_a_folder_that_is_no_model(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "config.json").write_text('{"model_type": "bert"}')
    with pytest.raises(UnusableIndex, match="the model broken cannot be loaded") as caught:
        export_encoder(str(broken), tmp_path / "encoder", silent)
    assert "\n" not in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["broken"]


def test_refuses_a_target_that_exists(tmp_path: Path) -> None:
    with pytest.raises(UnusableIndex, match="exists already"):
        export_encoder("default", tmp_path, silent)


def test_says_where_it_cannot_write(small_model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UnusableIndex, match=export.CACHE_VARIABLE):
        export_encoder(str(small_model), tmp_path / "file" / "encoder", silent)


def test_says_which_packages_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_model: Path
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(UnusableIndex, match="pip install"):
        export_encoder(str(small_model), tmp_path / "encoder", silent)


def test_a_cached_encoder_is_made_once_and_without_torch_after(
    small_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(export.CACHE_VARIABLE, str(tmp_path / "cache"))
    folder = cached_encoder(str(small_model), silent)
    before = (folder / DESCRIPTION).stat().st_mtime_ns
    program = (
        "import sys; from index.export import cached_encoder;"
        "print(cached_encoder(sys.argv[1], print));"
        "print(*{'torch', 'transformers', 'sentence_transformers', 'onnx'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", program, str(small_model)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.splitlines() == [str(folder), ""]
    assert (folder / DESCRIPTION).stat().st_mtime_ns == before
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [folder.name]


def test_who_comes_second_uses_what_the_first_made(
    exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(export.CACHE_VARIABLE, str(tmp_path / "cache"))
    meeting = Barrier(4, timeout=60)

    def best(original: object, scratch: Path, progress: object) -> Path:
        folder = scratch / "made"
        folder.mkdir()
        for path in exported.iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        meeting.wait()
        return folder

    monkeypatch.setattr(export, "_best", best)
    monkeypatch.setattr(export, "Original", lambda *_: None)
    monkeypatch.setattr(export, "quiet", nullcontext)
    with ThreadPoolExecutor(4) as pool:
        folders = set(pool.map(lambda _: cached_encoder("default", silent), range(4)))
    assert len(folders) == 1
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [folders.pop().name]


def test_without_a_gpu_torch_stays_away() -> None:
    program = (
        "import sys, shutil; from pathlib import Path; from index import export;"
        "Path.exists = lambda _: False; shutil.which = lambda _: None;"
        "print(export.gpu_passages('default'), 'torch' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["None", "False"]


def test_a_driver_without_a_usable_gpu_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    monkeypatch.setattr(export.shutil, "which", lambda _: "/usr/bin/nvidia-smi")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert gpu_passages("default") is None
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(export, "find_source", missing)
    assert gpu_passages("default") is None


def missing(model: str) -> Any:
    raise UnusableIndex(f"no {model}")


def test_the_model_itself_serves_as_an_encoder(small_model: Path, tmp_path: Path) -> None:
    with quiet():
        original = Original(find_source(str(small_model)), tmp_path, "cpu")
    it: Encoder = original
    vectors = it.passages(["하나", "two"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert it.queries([]).shape == (0, it.dimension)
    assert len(it.fingerprint) == 64


def test_the_fingerprint_follows_all_that_a_vector_depends_on(exported: Path) -> None:
    description = Description.load(exported)
    content = json.loads((exported / DESCRIPTION).read_text(encoding="utf-8"))
    assert content["fingerprint"] == description.fingerprint
    first = export._fingerprint(exported, description)
    assert first == export._fingerprint(exported, description)
    others = [{"query": "?"}, {"passage": "?"}, {"max_tokens": 9}, {"pad": 0}]
    for change in others:
        changed = Description(**{**content, **change})
        assert export._fingerprint(exported, changed) != first


class Fixed:
    """An encoder that gives every text the vector it is told."""

    def __init__(self, questions: Any, passages: Any) -> None:
        self.queries = lambda _: questions
        self.passages = lambda _: passages


def test_parity_notices_a_turned_ranking() -> None:
    random = np.random.default_rng(0)
    rows = random.normal(size=(6, 8)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    same: Any = Fixed(rows, rows)
    assert measure(same, same).agreement == pytest.approx(1)
    turned: Any = Fixed(-rows, rows)
    found = measure(same, turned)
    assert found == Parity(pytest.approx(-1), pytest.approx(-1))
    assert not found.sufficient
    assert not Parity(float("nan"), 1.0).sufficient
    assert Parity(LEAST_COSINE, LEAST_AGREEMENT).sufficient


def test_the_bundle_has_three_languages_and_many_lengths() -> None:
    questions, passages = bundle()
    assert len(questions) == len(passages) == 24
    assert len({len(text) // 20 for text in passages}) >= 8
