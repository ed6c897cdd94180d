"""The administrative suffix of a name, and the name without it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from corpus.text import fold_text
from corpus.wordlists import load_toml

Script = Literal["ko", "zh", "en"]
# The smallest stem that a suffix is taken off for a name of its own; "주" and "州" end the plain
# names of many cities, and are a suffix only behind three characters.
_STATES = ("주", "州")
_SHORTEST_OF_STATE = 3


def strip_suffix(name: str, script: Script) -> str:
    """``name`` without its administrative suffix (folded comparison, original letters)."""
    return name[: len(stems(fold_text(name), script))]


def stems(folded: str, script: Script) -> str:
    """Folded names, one a line, each without its suffix where a stem of two letters is left."""
    if script != "en":
        folded = _autonomous(script).sub(lambda match: _without_people(match, script), folded)
    return _suffix(script).sub("", folded)


def _without_people(match: re.Match[str], script: Script) -> str:
    """The name of an autonomous unit without its suffix and the peoples that it is named for."""
    return _peoples(script).sub("", match[1]) if len(match[1]) > 1 else match[0]


def keeps_suffix(folded: str, script: Script) -> bool:
    """Whether a folded name always keeps its suffix.

    It is one letter and the suffix (서구, 文县), or that of a town or township (金湖镇).
    """
    if len(folded) == 2:
        return folded.endswith(single_units(script))
    return folded.endswith(tuple(load_toml("suffixes.toml")[script].get("kept", ())))


@lru_cache(maxsize=4)
def _suffix(script: Script) -> re.Pattern[str]:
    """Suffixes at the end of a line, the longest first."""
    table = load_toml("suffixes.toml")[script]
    every = sorted({*table["suffixes"], *table.get("rare", ())}, key=len, reverse=True)
    plain = "|".join(re.escape(suffix) for suffix in every if suffix not in _STATES)
    states = "|".join(_STATES)
    of_state = rf"(?<=[^\n]{{{_SHORTEST_OF_STATE}}})(?:{states})$"
    return re.compile(rf"(?m)(?<=[^\n][^\n])(?:{plain})$|{of_state}")


@lru_cache(maxsize=2)
def _autonomous(script: Script) -> re.Pattern[str]:
    units = {"ko": "자치[주현구기]", "zh": "自治[县州区旗]"}
    return re.compile(rf"(?m)^(.+){units[script]}$")


@lru_cache(maxsize=2)
def _peoples(script: Script) -> re.Pattern[str]:
    names = "|".join(load_toml("suffixes.toml")[script]["peoples"])
    return re.compile(rf"(?<=..)(?:{names})+$")


@lru_cache(maxsize=4)
def single_units(script: Script) -> tuple[str, ...]:
    """The suffixes of one character."""
    suffixes = load_toml("suffixes.toml")[script]["suffixes"]
    return tuple(s for s in suffixes if len(s) == 1 and s not in _STATES) if script != "en" else ()
