"""Export: any sentence-transformers model as an encoder folder that ONNX Runtime serves.

Importing this module imports no torch, and neither does a cached encoder.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_dir

from index.encoder import (
    DATA,
    DESCRIPTION,
    GRAPH,
    TOKENIZER,
    Description,
    first_line,
    load_encoder,
)
from index.model import Encoder, UnusableIndex
from index.original import EXPORTERS, Original, has_gpu
from index.parity import measure
from index.quiet import quiet
from index.source import Source, find_source

Progress = Callable[[str], None]

CACHE_VARIABLE = "GYORYU_CACHE"
# Part of the name of a cached folder: raise it whenever the same model would export differently.
EXPORT_FORMAT = 1
# The variants of the weights from the cheapest to the dearest, with their bits (None: as they are).
VARIANTS = {"4-bit": 4, "8-bit": 8, "fp32": None}


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
        _export(source, target, progress)
    return target


def gpu_passages(model: str) -> Encoder | None:
    """An encoder that runs ``model`` itself on the first GPU, for passages.

    None without a GPU, and where torch or the model does not get to work on it.
    """
    if not (Path("/dev/nvidia0").exists() or shutil.which("nvidia-smi")):
        return None
    try:
        with quiet(), TemporaryDirectory() as scratch:
            if has_gpu():
                return Original(find_source(model), Path(scratch), "cuda")
    except UnusableIndex:
        pass
    return None


def _export(source: Source, target: Path, progress: Progress) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=target.parent, prefix=".exporting-") as name, quiet():
            progress(f"reading the model {source.name}")
            original = Original(source, Path(name), "cpu")
            progress("tracing its graph")
            _publish(_best(original, Path(name), progress), target)
    except OSError as error:
        raise UnusableIndex(
            f"no encoder can be written to {target.parent} ({first_line(error)}): make room there, "
            f"or name another folder in the environment variable {CACHE_VARIABLE}"
        ) from error


def _best(original: Original, scratch: Path, progress: Progress) -> Path:
    """A folder below ``scratch`` with the cheapest variant that agrees with ``original``."""
    for way, trace in EXPORTERS.items():
        try:
            graph = scratch / way / GRAPH
            graph.parent.mkdir()
            trace(original.model, graph)
            for folder in _agreeing(original, graph, progress):
                return folder
        except OSError:
            raise
        except Exception as error:  # whatever torch or onnxruntime cannot do; another way may work
            progress(f"{way} does not do: {first_line(error)}")
    raise UnusableIndex(f"the model {original.name} cannot be exported faithfully: name another")


def _agreeing(original: Original, graph: Path, progress: Progress) -> Iterator[Path]:
    """Encoder folders of ``graph`` that agree with ``original``, the cheapest first."""
    for variant in VARIANTS:
        folder = _written(original, graph, variant)
        parity = measure(original, load_encoder(folder))
        progress(f"{variant}: cosine {parity.cosine:.4f}, ranking {parity.agreement:.3f}")
        if parity.sufficient:
            description = Description.load(folder)
            replace(description, cosine=parity.cosine, agreement=parity.agreement).save(folder)
            yield folder


def _written(original: Original, graph: Path, variant: str) -> Path:
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
