"""What is said of exchanges is there in every language, and every value that is told has a name."""

from __future__ import annotations

import re
import tomllib

import pytest

from service.catalogue import Catalogue
from service.exchanges.cells import exchange_table
from service.exchanges.filters import DIRECTIONS
from service.exchanges.reader import Reader
from service.lexicon import DATA
from service.wording import Voice
from tests.service.staff.test_staff_words import entries

WORDS = tomllib.loads((DATA / "exchanges.toml").read_text(encoding="utf-8"))["exchanges"]


@pytest.mark.parametrize(("key", "said"), entries(WORDS))
def test_every_sentence_in_every_language_with_the_same_gaps(
    key: str, said: dict[str, str]
) -> None:
    assert set(said) == {"ko", "zh", "en"}
    gaps = {tuple(sorted(re.findall(r"\{(\w+)", text))) for text in said.values()}
    assert len(gaps) == 1, key
    assert all(text.strip() == text and text for text in said.values())


def test_every_direction_and_column_has_a_name(catalogue: Catalogue) -> None:
    assert set(WORDS["direction"]) == set(DIRECTIONS)
    reader = Reader(catalogue, Voice("zh"))
    tables = [exchange_table(reader, (), public=public) for public in (False, True)]
    assert set(WORDS["column"]) == {column for table in tables for column in table.columns}
    assert all(heading for table in tables for heading in table.columns.values())
