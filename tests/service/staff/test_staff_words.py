"""Every sentence of the console is there in every language, and none is there for nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from corpus.model import StageKind
from service.exchanges.filters import FACETS, SIZES, SORTS
from service.lexicon import DATA
from service.model import Status
from service.staff.tables import _OF_QUESTIONS, _OF_TIES
from service.staff.templates import FOLDER, heading
from service.staff.ties import FACETS as TIE_FACETS
from service.wording import Voice, template_of

WORDS = tomllib.loads((DATA / "staff.toml").read_text(encoding="utf-8"))["staff"]
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in [*FOLDER.glob("*.html"), *(Path(FOLDER).parent).glob("*.py")]
)


def entries(table: dict[str, Any], lead: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    for name, value in table.items():
        if "ko" in value:
            yield f"{lead}{name}", value
        else:
            yield from entries(value, f"{lead}{name}.")


@pytest.mark.parametrize(("key", "said"), entries(WORDS))
def test_every_sentence_in_every_language_with_the_same_gaps(
    key: str, said: dict[str, str]
) -> None:
    assert set(said) == {"ko", "zh", "en"}
    gaps = {tongue: set(re.findall(r"\{(\w+)", text)) for tongue, text in said.items()}
    if not key.endswith((".one", "signed_in")):
        assert gaps["ko"] == gaps["zh"] == gaps["en"], key
    assert all(text.strip() == text and text for text in said.values())


def test_every_key_of_a_template_exists() -> None:
    keys = re.findall(r'\bt\("([a-z_.]+)"[,)]', CODE) + re.findall(
        r'say\((?:desk\.)?voice, "([a-z_.]+)"', CODE
    )
    assert len(keys) > 80
    for key in keys:
        assert template_of(f"staff.{key}", "en"), key


def test_every_value_that_is_shown_has_a_name() -> None:
    named = {
        "facet": (*FACETS, *TIE_FACETS),
        "size": tuple(SIZES),
        "sort": SORTS,
        "status": get_args(Status),
        "stage": get_args(StageKind),
    }
    for table, values in named.items():
        assert set(values) == set(WORDS[table]), table


def test_every_column_has_a_heading() -> None:
    shown = re.findall(r'heading\("(\w+)"\)', CODE)
    assert shown
    for column in {*shown, *_OF_TIES, *_OF_QUESTIONS}:
        assert heading(Voice("ko"), column), column
