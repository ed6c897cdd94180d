"""The names a place goes by besides those of the gazetteer: other suffixes, or none at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, cast

from corpus.model import Place
from corpus.text import fold_text
from corpus.wordlists import load_toml

Script = Literal["ko", "zh", "en"]


def derive_aliases(place: Place, only: str | None = None) -> dict[str, bool]:
    """Folded names of ``place``, each with whether it is a full name (with its suffix).

    ``only`` leaves out the names of other languages (``ko``, ``zh``, ``zh-Hant``, ``en``).
    """
    aliases: dict[str, bool] = {}
    for language, names in place.names.items():
        if only not in (None, language):
            continue
        script = cast(Script, language.split("-")[0])
        for name in names:
            folded = fold_text(name)
            aliases.setdefault(folded, has_suffix(folded, script) or script == "en")
            for variant, full in _variants(folded, script, place):
                aliases.setdefault(variant, full)
    return aliases


def has_suffix(folded: str, script: Script) -> bool:
    """Whether a folded name ends with an administrative suffix behind a stem."""
    return _stem(folded, script) != folded


def strip_suffix(name: str, script: Script) -> str:
    """``name`` without its administrative suffix (folded comparison, original letters)."""
    stem = _stem(fold_text(name), script)
    return name[: len(stem)]


def _variants(folded: str, script: Script, place: Place) -> Iterator[tuple[str, bool]]:
    stem = _stem(folded, script)
    if place.kind == "country":
        return
    if len(stem.replace(" ", "")) >= load_toml("suffixes.toml")["shortest_stem"][script]:
        yield stem, False
    if stem == folded and script != "en":
        return
    for suffix in load_toml("suffixes.toml")[script]["kinds"].get(place.kind, ()):
        yield stem + suffix, True
    if script == "en":
        yield from _hyphenless(folded)


def _hyphenless(folded: str) -> Iterator[tuple[str, bool]]:
    if "-" in folded:
        yield folded.replace("-", " "), True
        yield folded.replace("-", ""), True
    if "'" in folded:
        yield folded.replace("'", ""), True


@lru_cache(maxsize=65536)
def _stem(folded: str, script: Script) -> str:
    for suffix in load_toml("suffixes.toml")[script]["suffixes"]:
        if folded.endswith(suffix) and len(folded) > len(suffix):
            return folded[: -len(suffix)]
    return folded
