"""Ties in the order of their days of signing, as far as these order them.

"1979" and "1979-10-31" may be of one day, or either of them the earlier one: which of the two was
first is not told. A place in the row is certain where all other ties are surely before or after.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from corpus.dates import bounds
from corpus.model import Tie
from service.enquiry import formal_stage


def signing_date(tie: Tie) -> str | None:
    """When a tie was formally signed, in EDTF; None where its page does not say."""
    stage = formal_stage(tie)
    return stage.date if stage else None


def by_date(ties: Sequence[Tie]) -> list[Tie]:
    """Those ties that have a date, the earliest first."""
    return sorted((tie for tie in ties if signing_date(tie)), key=_days)


def are_apart(dated: Sequence[Tie]) -> bool:
    """Whether no two of the ties, which ``by_date`` gave, may be of one day."""
    return all(_days(one)[1] < _days(two)[0] for one, two in pairwise(dated))


def may_be(dated: Sequence[Tie], number: int) -> list[Tie]:
    """The ties that may be number ``number`` of ``dated``, from 1 on: one where that is certain."""
    days = [_days(tie) for tie in dated]
    starts, ends = sorted(first for first, _ in days), sorted(last for _, last in days)
    return [
        tie
        for tie, (first, last) in zip(dated, days, strict=True)
        if bisect_left(ends, first) < number <= bisect_right(starts, last)
    ]


def _days(tie: Tie) -> tuple[str, str]:
    """The first and the last day on which a dated tie may have been signed."""
    return bounds(signing_date(tie) or "")
