"""Originals: sentence-transformers models as their authors run them, and their graphs.

This is the only module that imports torch and sentence-transformers, and only inside functions, so
that importing this one costs nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from index.checkpoint import write_model
from index.encoder import first_line
from index.model import UnusableIndex, Vectors
from index.source import BUILD_EXTRA, Source, prefixes
from index.weights import read_weights

# No encoder needs longer texts, and a model that names no limit of its own gets this one.
MOST_TOKENS = 8192
INPUTS, OUTPUTS = ["input_ids", "attention_mask"], ["sentence_embedding"]


class Original:
    """An Encoder (see index.model) over the SentenceTransformer ``model`` itself.

    ``scratch`` is a folder for files that are needed only while loading. Raises UnusableIndex where
    the model cannot be loaded or has no fast tokenizer.
    """

    def __init__(self, source: Source, scratch: Path, device: str) -> None:
        self.model = _load(source, scratch, device)
        self.name = source.name
        self.dimension = int(self.model.get_embedding_dimension())
        self.max_tokens = int(min(self.model.max_seq_length or MOST_TOKENS, MOST_TOKENS))
        self.query, self.passage = prefixes(source.name, self.model.prompts)
        identity = f"torch {source.digest} {self.max_tokens} {self.query}|{self.passage}"
        self.fingerprint = hashlib.sha256(identity.encode()).hexdigest()

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, float32 of shape (n, dimension)."""
        return self._encode(self.query, texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of passages, float32 of shape (n, dimension)."""
        return self._encode(self.passage, texts)

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text`` as a passage, prefix and special tokens included, never cut off."""
        return len(self.model.tokenizer(self.passage + text, truncation=False)["input_ids"])

    def _encode(self, prefix: str, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        options = {"normalize_embeddings": True, "show_progress_bar": False}
        return np.asarray(self.model.encode(list(texts), prompt=prefix, **options), np.float32)


def has_gpu() -> bool:
    """Whether torch can compute on a GPU; raises UnusableIndex where torch is not installed."""
    torch, _ = _libraries()
    return bool(torch.cuda.is_available())


def _libraries() -> tuple[Any, Any]:
    try:
        import sentence_transformers
        import torch
        from transformers.utils import logging as notices
    except ImportError as error:
        raise UnusableIndex(f"exporting an encoder needs more packages: {BUILD_EXTRA}") from error
    notices.disable_progress_bar()
    return torch, sentence_transformers


def _load(source: Source, scratch: Path, device: str) -> Any:
    _, library = _libraries()
    location = source.location
    if source.packaged:
        location = str(scratch / "checkpoint")
        write_model(read_weights(Path(source.location)), Path(location))
    model = _opened(library.SentenceTransformer, source, location, device)
    if not getattr(getattr(model, "tokenizer", None), "is_fast", False):
        raise UnusableIndex(f"the model {source.name} has no fast tokenizer: name another")
    return model.float().eval()


def _opened(make: Callable[..., Any], source: Source, location: str, device: str) -> Any:
    """The model from the disk, or else from the hub, which without a network takes minutes."""
    failure = Exception()
    for local in (True, False) if source.revision else (True,):
        try:
            return make(location, revision=source.revision, device=device, local_files_only=local)
        except Exception as error:  # these libraries raise many kinds for an unusable model
            failure = error
    raise UnusableIndex(
        f"the model {source.name} cannot be loaded: {first_line(failure)}"
    ) from failure


def _trace(model: Any, path: Path, opset: int) -> None:
    torch, _ = _libraries()
    any_length = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    options = {"dynamic_shapes": (any_length, any_length), "external_data": True, "verbose": False}
    _to_onnx(model, path, dynamo=True, opset_version=opset, **options)


def _trace_script(model: Any, path: Path) -> None:
    axes = {name: {0: "batch", 1: "length"} for name in INPUTS} | {OUTPUTS[0]: {0: "batch"}}
    _to_onnx(model, path, dynamo=False, opset_version=18, dynamic_axes=axes)


def _to_onnx(model: Any, path: Path, **options: Any) -> None:
    torch, _ = _libraries()
    names = {"input_names": INPUTS, "output_names": OUTPUTS}
    with torch.no_grad():
        torch.onnx.export(_whole(model), _example(model), path, **names, **options)


# From opset 23 on attention is one operator, but so are rotary positions, which onnxruntime 1.31
# rejects for more than one text; with opset 20 both are small steps. torch's older exporter is the
# last resort. Tried on BERT, XLM-R, MPNet, DistilBERT, ELECTRA, ALBERT, T5 and DeBERTa (the first
# way does), ModernBERT and Qwen3 (the second).
EXPORTERS: dict[str, Callable[[Any, Path], None]] = {
    "opset 23": partial(_trace, opset=23),
    "opset 20": partial(_trace, opset=20),
    "TorchScript": _trace_script,
}


def _whole(model: Any) -> Any:
    """All modules of ``model``, its own pooling and normalisation too, as one of two inputs."""
    torch, _ = _libraries()
    module: Any = torch.nn.Module

    class Whole(module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.steps = model

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            for step in self.steps:
                features = step(features)
            return features["sentence_embedding"]

    return Whole().eval()


def _example(model: Any) -> tuple[Any, Any]:
    """Two texts of different length, so that nothing is taken for constant."""
    texts = ["one", "two or three words more than that"]
    tokens = model.tokenizer(texts, padding=True, return_tensors="pt")
    return tokens["input_ids"], tokens["attention_mask"]
