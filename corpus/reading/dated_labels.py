"""Labels of a date whose value crawling left on the next line: "Sister city since:"."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.dates import find_dates
from corpus.labels.partner_dates import names_tie
from corpus.labels.types import DATED
from corpus.labels.words import property_of

_SIGNS = (":", "：")
# No longer than this is a date that stands on a line by itself.
_LONGEST = 40


def join_dated_labels(lines: Sequence[str]) -> list[str]:
    """``lines`` with each label of a date that ends in a colon joined to the date below it."""
    found = list(lines)
    for index in range(len(found) - 1):
        label, below = found[index].rstrip(), found[index + 1].strip()
        if label.endswith(_SIGNS) and _is_date(below) and _is_label(label):
            found[index], found[index + 1] = f"{label} {below}", ""
    return found


def _is_label(line: str) -> bool:
    """Whether a line is the label of a date, or speaks of partners in a few words."""
    label = line.strip(" \t-*•·:：")
    return property_of(label) in DATED or (len(label) <= _LONGEST and names_tie(label))


def _is_date(line: str) -> bool:
    """Whether a line is one date and nothing else."""
    if not line or len(line) > _LONGEST:
        return False
    dates = find_dates(line)
    return len(dates) == 1 and line.strip(" .") == line[slice(*dates[0].span)].strip(" .")
