"""What the tests of the service share: asking the pages that a module is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.answering import answer
from service.api import Answer, Context
from service.catalogue import Catalogue
from tests.conftest import TODAY

Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ask(catalogue: Catalogue) -> Ask:
    """Asks a question, perhaps behind another one or of one district's site."""

    def reply(text: str, context: Context | None = None, district: str | None = None) -> Answer:
        return answer(text, catalogue, TODAY, context, district=district)

    return reply
