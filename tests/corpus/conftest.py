"""What the tests of the corpus share."""

from __future__ import annotations

import pytest

from corpus.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The places that Gyoryu comes with."""
    return load_gazetteer()
