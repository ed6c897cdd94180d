"""Unigram pieces of short texts, without the trie that the tokenizers library makes of them.

For the default encoder's 142,932 pieces that trie takes 0.45 s of every start and 100 MB of memory;
a dictionary takes 0.12 s and 25 MB. Text is still normalised and parted into words by the library,
and the best pieces of a word are found as it finds them (Viterbi; see its ``unigram/model.rs``):
tests compare the two. A question takes 0.2 ms here and 0.1 ms there, so passages are left to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
from tokenizers import Tokenizer

# What an unknown character costs beyond the rarest piece, as in the library.
_UNKNOWN_PENALTY = 10.0
# Words whose pieces are remembered: 1 MB.
_REMEMBERED = 4096
# What a tokenizer must be made of to be read here; any other is left to the library.
_PLAIN = {"type": "Unigram", "byte_fallback": False}

Ids = tuple[int, ...]


class UnigramTokenizer:
    """Ids of texts by the ``tokenizer.json`` at ``path``, cut to ``max_tokens``.

    Made by ``read_unigram``. A text that spells a special token itself (``<s>``) is rare enough to
    load the library's whole tokenizer for, once.
    """

    def __init__(
        self, path: Path, described: Mapping[str, Any], template: tuple[Ids, Ids], max_tokens: int
    ) -> None:
        pieces = described["model"]["vocab"]
        self._path, self._max_tokens = path, max_tokens
        self._parts = _without_pieces(described)
        self._unknown = int(described["model"]["unk_id"])
        self._ids = {piece: id for id, (piece, _) in enumerate(pieces)}
        self._scores = [float(score) for _, score in pieces]
        self._worst = min(self._scores) - _UNKNOWN_PENALTY
        self._longest = max(len(piece) for piece, _ in pieces)
        self._before, self._behind = template
        self._special = [token["content"] for token in described["added_tokens"]]
        self._word = lru_cache(maxsize=_REMEMBERED)(self._best)
        self._whole = lru_cache(maxsize=1)(self._load_whole)

    def encode(self, text: str) -> list[int]:
        """The ids of ``text`` between those that every text has, cut to the most that is taken."""
        if any(special in text for special in self._special):
            found: list[int] = self._whole().encode(text).ids
            return found
        ids = [id for word in self._words(text) for id in self._word(word)]
        room = self._max_tokens - len(self._before) - len(self._behind)
        return [*self._before, *ids[:room], *self._behind]

    def _words(self, text: str) -> list[str]:
        """The normal form of ``text`` in the parts that no piece reaches across."""
        normalizer, parter = self._parts.normalizer, self._parts.pre_tokenizer
        normal = normalizer.normalize_str(text) if normalizer else text
        return [word for word, _ in parter.pre_tokenize_str(normal)] if parter else [normal]

    def _load_whole(self) -> Any:
        tokenizer = Tokenizer.from_file(str(self._path))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._max_tokens)
        return tokenizer

    def _best(self, word: str) -> Ids:
        """The pieces of ``word`` whose probabilities have the highest product."""
        scores = [0.0, *[-float("inf")] * len(word)]
        came_from = [0] * (len(word) + 1)
        for start in range(len(word)):
            for end, score in self._steps(word, start):
                if scores[start] + score > scores[end]:
                    scores[end], came_from[end] = scores[start] + score, start
        return tuple(self._fused(_pieces(word, came_from)))

    def _steps(self, word: str, start: int) -> Iterator[tuple[int, float]]:
        """Where pieces that begin at ``start`` end, and their log probabilities."""
        ids, scores = self._ids, self._scores
        if word[start] not in ids:
            yield start + 1, self._worst
        for end in range(start + 1, min(start + self._longest, len(word)) + 1):
            id = ids.get(word[start:end])
            if id is not None:
                yield end, scores[id]

    def _fused(self, pieces: Sequence[str]) -> Iterator[int]:
        """The ids of pieces; unknown ones that follow each other are one."""
        unknown = False
        for piece in pieces:
            id = self._ids.get(piece, self._unknown)
            if id != self._unknown or not unknown:
                yield id
            unknown = id == self._unknown


def read_unigram(path: Path, max_tokens: int) -> UnigramTokenizer | None:
    """The tokenizer at ``path``; None where it is of another kind. Raises OSError, ValueError."""
    described = orjson.loads(path.read_bytes())
    model = described["model"]
    plain = all(model.get(key) == value for key, value in _PLAIN.items())
    template = _template(described)
    if not plain or model.get("unk_id") is None or template is None:
        return None
    if any(token["normalized"] for token in described["added_tokens"]):
        return None
    return UnigramTokenizer(path, described, template, max_tokens)


def _pieces(word: str, came_from: Sequence[int]) -> list[str]:
    found = []
    end = len(word)
    while end > 0:
        found.append(word[came_from[end] : end])
        end = came_from[end]
    return found[::-1]


def _without_pieces(described: Mapping[str, Any]) -> Any:
    """The library's tokenizer with one piece: its normaliser and its way to part words."""
    empty = {**described["model"], "vocab": [["?", 0.0]], "unk_id": 0}
    rest = {**described, "model": empty, "added_tokens": [], "post_processor": None}
    return Tokenizer.from_str(orjson.dumps(rest).decode())


def _template(described: Mapping[str, Any]) -> tuple[Ids, Ids] | None:
    """Ids before and behind every text; None where they are not told as a template."""
    post = described["post_processor"] or {}
    if post.get("type") != "TemplateProcessing":
        return None
    sides: tuple[list[int], list[int]] = ([], [])
    seen = 0
    for part in post["single"]:
        if "Sequence" in part:
            seen += 1
        else:
            sides[min(seen, 1)].extend(post["special_tokens"][part["SpecialToken"]["id"]]["ids"])
    return (tuple(sides[0]), tuple(sides[1])) if seen == 1 else None
