"""Labels of a page at its foot that crawling left on lines of their own, each above its value."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.labels.words import property_of
from corpus.reading.lines import collapse, is_closing
from corpus.reading.page_labels import PageLabel, page_labels

# The foot of a page: so many of its lines that are not empty, and how long a value there is.
_FOOT, _LONGEST = 16, 60
# So many labels with their values below stand together at least.
_LEAST = 2
_ALONE = frozenset({"department", "updated"})


def join_labels(lines: Sequence[str]) -> list[str]:
    """``lines`` with each label of the page itself joined to the value on the next line."""
    found = list(lines)
    filled = [index for index, line in enumerate(lines) if line.strip()]
    foot = filled[-_FOOT:]
    at = 0
    while at < len(foot) - 1:
        pairs = _pairs_from(lines, foot, at)
        names = {label.name for _, _, label in pairs}
        if len(pairs) >= _LEAST and names & _ALONE:
            for first, second, _ in pairs:
                found[first] = (
                    f"{collapse(lines[first]).rstrip(' :：')} : {collapse(lines[second])}"
                )
                found[second] = ""
        at += 2 * len(pairs) or 1
    return found


def _pairs_from(
    lines: Sequence[str], foot: Sequence[int], at: int
) -> list[tuple[int, int, PageLabel]]:
    pairs = []
    while at < len(foot) - 1:
        label = _labelled(collapse(lines[foot[at]]), collapse(lines[foot[at + 1]]))
        if label is None:
            break
        pairs.append((foot[at], foot[at + 1], label))
        at += 2
    return pairs


def _labelled(label: str, value: str) -> PageLabel | None:
    """What a line labels as the page's own, where ``value`` may be that."""
    if len(value) > _LONGEST or page_labels(label) or page_labels(value) or is_closing(value):
        return None
    if property_of(value) or ":" in label.rstrip(" :"):
        return None
    found = page_labels(f"{label.rstrip(' :：')} : {value}")
    return found[0] if len(found) == 1 else None
