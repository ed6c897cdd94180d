"""The kind of tie that the header of the partners' column says ("자매도시 | 결연시기")."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.labels import structure_of
from corpus.model import Page, Source, StageKind
from corpus.ties.stages import stage_of_heading, stages_of_heading


def kind_of_column(page: Page, source: Source, headings: Sequence[str]) -> StageKind | None:
    """The one kind by which the row of ``source`` calls its partner, where no heading names two."""
    if any(len(stages_of_heading(heading)) > 1 for heading in headings):
        return None
    for block in page.blocks:
        if block.kind == "row" and source.span.within(block.span):
            named = {
                stage_of_heading(header)
                for header in block.headers
                if structure_of(header) == "place"
            } - {None}
            return next(iter(named)) if len(named) == 1 else None
    return None
