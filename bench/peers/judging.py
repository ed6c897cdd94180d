"""One judge for all systems: is the passage from the right page, and does it say the answer?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from service.evaluation import Golden
from service.expected import meets

# Passages that every system is asked for.
LIMIT = 5


@dataclass(frozen=True, slots=True)
class Returned:
    """A passage that a system gave: the id of its page, and its text as shown."""

    page: str
    text: str


@dataclass(frozen=True, slots=True)
class Quality:
    """Shares of ``questions`` answered by the first passage and by one of LIMIT, and the median
    length in characters of the first passage: a longer one says more and shows less.
    """

    questions: int
    first: float
    among: float
    characters: int


def place(golden: Golden, found: Sequence[Returned]) -> int | None:
    """The place, from 0, of the first passage that answers; None where none does."""
    return next((i for i, passage in enumerate(found[:LIMIT]) if answers(golden, passage)), None)


def answers(golden: Golden, passage: Returned) -> bool:
    """Whether ``passage`` is from the page that answers, and says all that is expected."""
    return passage.page.startswith(golden.page) and all(
        meets(expectation, [passage.text]) for expectation in golden.expect
    )


def quality(asked: Iterable[tuple[Golden, Sequence[Returned]]]) -> Quality:
    """What the passages found for some questions are worth."""
    pairs = list(asked)
    places = [place(golden, found) for golden, found in pairs]
    lengths = [len(found[0].text) for _, found in pairs if found]
    return Quality(
        questions=len(pairs),
        first=_share(sum(at == 0 for at in places), len(pairs)),
        among=_share(sum(at is not None for at in places), len(pairs)),
        characters=round(median(lengths)) if lengths else 0,
    )


def _share(some: int, total: int) -> float:
    return round(some / total, 4) if total else 0.0
