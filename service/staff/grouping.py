"""Questions that mean alike, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.model import Vectors
from service.storage.tables import Asked

# Cosine from which two groups mean alike. Of fifty questions on ten subjects in three languages
# (tests/service/staff/alike.json; `python -m tests.service.staff.measure_grouping INDEX`) this puts
# together 69 of 100 pairs that belong so, and 1 of 100 put together does not: at 0.4 that is 25,
# at 0.5 only 54 are found.
ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that mean alike, newest first; ``title`` is the one nearest to their middle."""

    title: Asked
    questions: list[Asked]

    @property
    def wordings(self) -> list[tuple[Asked, int]]:
        """One question of each wording and how many have it, that of the title first."""
        numbers = Counter(question.text for question in self.questions)
        by_text = {question.text: question for question in (*self.questions, self.title)}
        texts = sorted(numbers, key=lambda text: (text != self.title.text, -numbers[text]))
        return [(by_text[text], numbers[text]) for text in texts]


def group_questions(questions: Sequence[Asked], vectors: Vectors) -> list[Group]:
    """The questions in groups, largest first; ``vectors`` are theirs, shape (n, dimension)."""
    groups = [
        Group(questions[_middle(rows, vectors)], [questions[row] for row in rows])
        for rows in group_rows(vectors)
    ]
    return sorted(groups, key=lambda group: -len(group.questions))


def group_rows(vectors: Vectors, alike: float = ALIKE) -> list[list[int]]:
    """Rows in groups by average linkage: the two groups most alike on average are joined first.

    Takes the square of their number in memory and its cube, at worst, in time.
    """
    number = len(vectors)
    groups: dict[int, list[int]] = {row: [row] for row in range(number)}
    alikeness = (vectors @ vectors.T).astype(np.float32)
    np.fill_diagonal(alikeness, -np.inf)
    sizes = np.ones(number, dtype=np.float32)
    while number:
        one, other = divmod(int(alikeness.argmax()), number)
        if alikeness[one, other] < alike:
            break
        _join(alikeness, sizes, one, other)
        groups[one] = sorted(groups[one] + groups.pop(other))
    return list(groups.values())


def _join(alikeness: Vectors, sizes: Vectors, one: int, other: int) -> None:
    """Make of two rows one, whose likeness to all others is the mean of theirs by size."""
    total = sizes[one] + sizes[other]
    mean = (sizes[one] * alikeness[one] + sizes[other] * alikeness[other]) / total
    alikeness[one], alikeness[:, one] = mean, mean
    alikeness[other], alikeness[:, other] = -np.inf, -np.inf
    alikeness[one, one] = -np.inf
    sizes[one] = total


def _middle(rows: Sequence[int], vectors: Vectors) -> int:
    """The row whose vector is nearest to the mean of all."""
    mean = vectors[list(rows)].mean(axis=0)
    return rows[int((vectors[list(rows)] @ mean).argmax())]
