"""Export: any sentence-transformers model as an encoder folder that ONNX Runtime serves.

This is the only module that imports torch and sentence-transformers, and only when something is
really exported or a GPU is really there.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from platformdirs import user_cache_dir

from index.checkpoint import write_model
from index.encoder import (
    DATA,
    DESCRIPTION,
    GRAPH,
    TOKENIZER,
    Description,
    first_line,
    load_encoder,
)
from index.model import Encoder, UnusableIndex, Vectors
from index.parity import measure
from index.source import BUILD_EXTRA, Source, find_source, prefixes
from index.weights import read_weights

Progress = Callable[[str], None]

CACHE_VARIABLE = "GYORYU_CACHE"
# Part of the name of a cached folder: raise it whenever the same model would export differently.
EXPORT_FORMAT = 1
# The variants of the weights from the cheapest to the dearest, with their bits (None: as they are).
VARIANTS = {"4-bit": 4, "8-bit": 8, "fp32": None}
# No encoder needs longer texts, and a model that names no limit of its own gets this one.
MOST_TOKENS = 8192
INPUTS, OUTPUTS = ["input_ids", "attention_mask"], ["sentence_embedding"]


def export_encoder(model: str, target: Path, progress: Progress) -> None:
    """Writes ``model`` as an encoder folder at ``target``, which must not exist.

    ``model`` is "default", a sentence-transformers folder or a name on the hub. Of VARIANTS the
    first that agrees with the model is kept. Raises UnusableIndex, and leaves nothing behind, where
    the model cannot be had, cannot be exported, or no variant agrees with it.
    """
    if target.exists():
        raise UnusableIndex(f"{target} exists already: name a folder that does not")
    _export(find_source(model), target, progress)


def cached_encoder(model: str, progress: Progress) -> Path:
    """The encoder folder of ``model``, exported on first use into the user's cache.

    The cache is the folder in the environment variable GYORYU_CACHE, or else the platform's own;
    an entry is named by the digest of the model. Several processes may ask at the same time.
    """
    source = find_source(model)
    name = re.sub(r"[^\w.-]+", "-", source.name)
    cache = Path(os.environ.get(CACHE_VARIABLE) or user_cache_dir("gyoryu"))
    target = cache / f"encoder-{EXPORT_FORMAT}-{name}-{source.digest[:16]}"
    if not (target / DESCRIPTION).is_file():
        cache.mkdir(parents=True, exist_ok=True)
        _export(source, target, progress)
    return target


def gpu_passages(model: str) -> Encoder | None:
    """An encoder that runs ``model`` itself on the first GPU, for passages; None without a GPU."""
    if not (Path("/dev/nvidia0").exists() or shutil.which("nvidia-smi")):
        return None
    with _quiet(), TemporaryDirectory() as scratch:
        torch, _ = _libraries()
        if not torch.cuda.is_available():
            return None
        return TorchEncoder(find_source(model), Path(scratch), "cuda")


class TorchEncoder:
    """An Encoder (see index.model) over a SentenceTransformer: a model as its authors run it.

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


def _export(source: Source, target: Path, progress: Progress) -> None:
    with TemporaryDirectory(dir=target.parent, prefix=".exporting-") as name, _quiet():
        progress(f"reading the model {source.name}")
        original = TorchEncoder(source, Path(name), "cpu")
        progress("tracing its graph")
        _publish(_best(original, Path(name), progress), target)


def _best(original: TorchEncoder, scratch: Path, progress: Progress) -> Path:
    """A folder below ``scratch`` with the cheapest variant that agrees with ``original``."""
    for way, trace in EXPORTERS.items():
        try:
            graph = scratch / way / GRAPH
            graph.parent.mkdir()
            trace(original.model, graph)
            for folder in _agreeing(original, graph, progress):
                return folder
        except Exception as error:  # whatever torch or onnxruntime cannot do; another way may work
            progress(f"{way} does not do: {first_line(error)}")
    raise UnusableIndex(f"the model {original.name} cannot be exported faithfully: name another")


def _agreeing(original: TorchEncoder, graph: Path, progress: Progress) -> Iterator[Path]:
    """Encoder folders of ``graph`` that agree with ``original``, the cheapest first."""
    for variant in VARIANTS:
        folder = _written(original, graph, variant)
        parity = measure(original, load_encoder(folder))
        progress(f"{variant}: cosine {parity.cosine:.4f}, ranking {parity.agreement:.3f}")
        if parity.sufficient:
            description = Description.load(folder)
            replace(description, cosine=parity.cosine, agreement=parity.agreement).save(folder)
            yield folder


def _written(original: TorchEncoder, graph: Path, variant: str) -> Path:
    """An encoder folder with the weights of ``graph`` stored as ``variant``."""
    from index.blocks import compress

    folder = graph.parent / variant
    folder.mkdir()
    compress(graph, folder / GRAPH, VARIANTS[variant])
    tokenizer = original.model.tokenizer
    tokenizer.backend_tokenizer.save(str(folder / TOKENIZER), pretty=False)
    description = Description(
        name=original.name,
        dimension=original.dimension,
        max_tokens=original.max_tokens,
        pad=tokenizer.pad_token_id or 0,
        query=original.query,
        passage=original.passage,
        variant=variant,
        cosine=0.0,
        agreement=0.0,
        fingerprint="",
    )
    replace(description, fingerprint=_fingerprint(folder, description)).save(folder)
    return folder


def _fingerprint(folder: Path, description: Description) -> str:
    """SHA-256 over all that a vector depends on."""
    total = hashlib.sha256(repr(description).encode())
    for name in (GRAPH, DATA, TOKENIZER):
        if (folder / name).exists():
            with (folder / name).open("rb") as file:
                total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()


def _publish(folder: Path, target: Path) -> None:
    """Gives ``folder`` its final name; another process that was quicker has written the same."""
    try:
        folder.rename(target)
    except OSError:
        if not (target / DESCRIPTION).is_file():
            raise


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
    if source.is_default:
        location = str(scratch / "checkpoint")
        write_model(read_weights(Path(source.location)), Path(location))
    try:
        model = library.SentenceTransformer(location, revision=source.revision, device=device)
    except Exception as error:  # these libraries raise many kinds for a model that is not usable
        raise UnusableIndex(
            f"the model {source.name} cannot be loaded: {first_line(error)}"
        ) from error
    if not getattr(model.tokenizer, "is_fast", False):
        raise UnusableIndex(f"the model {source.name} has no fast tokenizer: name another")
    return model.float().eval()


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


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps the libraries' own warnings and notices out of the way of ours."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
