"""Several questions in one breath: each is read and answered by itself, and told in a row."""

from __future__ import annotations

from collections.abc import Sequence

from service.model import CLAIMING, Evidence, Question

# What an answered question may have beside it: what no page states.
_LACKING = frozenset({"not_stated", "not_found", "no_such_tie"})


def joined(parts: Sequence[tuple[Question, Evidence]]) -> Evidence | None:
    """The evidence of several questions as one; None where they are better read as one question.

    They are where none is answered, or where one cannot be read by itself.
    """
    claims = [evidence for _, evidence in parts if evidence.status in CLAIMING]
    if not claims or any(e.status not in CLAIMING | _LACKING for _, e in parts):
        return None
    first = claims[0]
    return Evidence(
        "answered" if len(claims) == len(parts) else "partial",
        "several",
        first.places,
        first.ties,
        facts=tuple(fact for evidence in claims for fact in evidence.facts),
        exchanges=tuple(dict.fromkeys(e for evidence in claims for e in evidence.exchanges)),
        parts=tuple(parts),
    )
