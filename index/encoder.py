"""The encoder that serves questions: ONNX Runtime and a fast tokenizer, never torch.

An encoder folder holds ``model.onnx`` with its weights in ``model.onnx.data`` (mapped into memory,
not read), ``tokenizer.json``, and ``encoder.json``, which says how the graph is to be fed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from index.model import UnusableIndex, Vectors
from index.unigram import UnigramTokenizer, read_unigram

GRAPH, DATA, TOKENIZER, DESCRIPTION = (
    "model.onnx",
    "model.onnx.data",
    "tokenizer.json",
    "encoder.json",
)
FORMAT = 1
ADVICE = "export the encoder again, or rebuild the index with `gyoryu build`"

# Tokens of one run, padding included. CPU seconds for 192 passages of 32 to 253 tokens with the
# default model on one core, and the process's memory: 512: 21.2 s, 298 MB; 1024: 20.3 s, 322 MB;
# 2048: 20.8 s, 365 MB; 4096: 22.2 s, 450 MB; 8192: 26.2 s, 631 MB.
BATCH_TOKENS = 1024

# Threads of one run, where nobody says otherwise: the usable cores, but not more than these.
# Milliseconds for a question of 13 tokens (median) on two cores: idle, then with two questions at a
# time, then one question while other processes kept both cores busy:
#    1 thread: 11.5, 19, 16    2 threads: 11.4, 21, 15    2 that spin for 0.1 ms: 8.3, 29, 21
# So threads here do not spin (wait busily for work): they pay in batches, and cost nothing else.
# Machines with more than two cores were not measured.
MOST_THREADS = 4


@dataclass(frozen=True, slots=True)
class Description:
    """What ``encoder.json`` says.

    ``query`` and ``passage`` are put before the texts; ``pad`` is the padding token's id. The rest
    tells how the folder came about: the variant of the weights, the smallest cosine and the
    agreement of rankings (see index.parity) between this folder and the model it was made from.
    """

    name: str
    dimension: int
    max_tokens: int
    pad: int
    query: str
    passage: str
    variant: str
    cosine: float
    agreement: float
    fingerprint: str
    format: int = FORMAT

    def save(self, folder: Path) -> None:
        """Writes ``encoder.json`` into ``folder``."""
        text = json.dumps(asdict(self), indent=2, ensure_ascii=False)
        (folder / DESCRIPTION).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Description:
        """Reads ``encoder.json`` of ``folder``; raises UnusableIndex where that cannot be used."""
        path = folder / DESCRIPTION
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            if content["format"] != FORMAT:
                raise ValueError(f"format {content['format']}, this version reads {FORMAT}")
            return cls(**{field.name: content[field.name] for field in fields(cls)})
        except OSError as error:
            raise UnusableIndex(f"no encoder in {folder} ({error.strerror}): {ADVICE}") from error
        except (ValueError, KeyError, TypeError) as error:
            raise UnusableIndex(f"{path} cannot be used ({error}): {ADVICE}") from error


class OnnxEncoder:
    """An Encoder (see index.model) over an ONNX session; safe to use from several threads."""

    def __init__(
        self, description: Description, session: Any, path: Path, brief: UnigramTokenizer | None
    ) -> None:
        """``path`` is the tokenizer's; ``brief`` reads questions, if it can, in its place."""
        self.description = description
        self.name = description.name
        self.dimension = description.dimension
        self.max_tokens = description.max_tokens
        self.fingerprint = description.fingerprint
        self._session = session
        self._path, self._brief = path, brief
        if brief is None:
            _ = self._tokenizer  # a file that cannot be used is told now

    @cached_property
    def _tokenizer(self) -> Any:
        """The library's tokenizer, which serving may never need (see index.unigram)."""
        return _tokenizer(self._path, self.max_tokens)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, float32 of shape (n, dimension)."""
        asked = [_encodable(self.description.query + text) for text in texts]
        if self._brief is None:
            return self._encode(self._tokens(asked))
        return self._encode([self._brief.encode(text) for text in asked])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of passages, float32 of shape (n, dimension)."""
        told = [_encodable(self.description.passage + text) for text in texts]
        return self._encode(self._tokens(told))

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text`` as a passage, prefix and special tokens included, never cut off."""
        encoding = self._tokenizer.encode(_encodable(self.description.passage + text))
        parts = [encoding, *encoding.overflowing]
        special: int = self._tokenizer.num_special_tokens_to_add(False)
        return sum(len(part) - special for part in parts) + special

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self._tokenizer.encode_batch_fast(texts)]

    def _encode(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        vectors = np.empty((len(tokens), self.dimension), np.float32)
        for rows in batches([len(ids) for ids in tokens]):
            vectors[rows] = self._run([tokens[row] or [self.description.pad] for row in rows])
        return unit(vectors)

    def _run(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        shape = (len(tokens), max(map(len, tokens)))
        ids = np.full(shape, self.description.pad, np.int64)
        mask = np.zeros(shape, np.int64)
        for row, some in enumerate(tokens):
            ids[row, : len(some)] = some
            mask[row, : len(some)] = 1
        output: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return output


def load_encoder(folder: Path, threads: int | None = None) -> OnnxEncoder:
    """The encoder in ``folder``, with ``threads`` threads for one run (None: see MOST_THREADS).

    Raises UnusableIndex where the folder is incomplete, damaged or of another format.
    """
    description = Description.load(folder)
    with ThreadPoolExecutor(1) as beside:  # making a session leaves Python to other threads
        opening = beside.submit(_session, folder / GRAPH, threads or _usable_cores())
        brief = _brief(folder / TOKENIZER, description.max_tokens)
        session = opening.result()
    dimension = session.get_outputs()[0].shape[-1]
    if isinstance(dimension, int) and dimension != description.dimension:
        raise UnusableIndex(
            f"{folder / GRAPH} gives {dimension} numbers, not {description.dimension}: {ADVICE}"
        )
    return OnnxEncoder(description, session, folder / TOKENIZER, brief)


def batches(lengths: Sequence[int], limit: int = BATCH_TOKENS) -> Iterator[list[int]]:
    """Indices of texts of like length, together at most ``limit`` tokens with padding (or one)."""
    group: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if group and (len(group) + 1) * lengths[group[0]] > limit:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def unit(vectors: Vectors) -> Vectors:
    """``vectors`` of shape (n, dimension) at length one; a vector of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def first_line(error: Exception) -> str:
    """The first line of what ``error`` says, or its class where it says nothing."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _session(path: Path, threads: int) -> Any:
    """A session that neither spins (see MOST_THREADS) nor fuses operators.

    With fused operators, level ALL, a question took 13.5 ms where it takes 12.9 ms with BASIC.
    """
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # what goes wrong is raised
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has one class for each status and no common one
        raise UnusableIndex(f"{path} cannot be loaded ({first_line(error)}): {ADVICE}") from error


def _brief(path: Path, max_tokens: int) -> UnigramTokenizer | None:
    """What reads questions; None where only the library can, or has to say what is wrong."""
    try:
        return read_unigram(path, max_tokens)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _tokenizer(path: Path, max_tokens: int) -> Any:
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises bare Exception
        raise UnusableIndex(f"{path} cannot be loaded ({first_line(error)}): {ADVICE}") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return tokenizer


def _usable_cores() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, MOST_THREADS)


def _encodable(text: str) -> str:
    """``text`` with lone surrogates replaced, which no tokenizer takes."""
    return text.encode("utf-8", "replace").decode()
