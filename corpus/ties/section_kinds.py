"""The kind of tie that a heading of a section says and nothing else ("우호협력")."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.labels.words import is_document
from corpus.model import Page, StageKind
from corpus.ties.stages import stage_of


def kinds_of_sections(page: Page) -> Mapping[tuple[str, ...], StageKind]:
    """For each path of headings the one kind that a heading right below it is the name of."""
    found: dict[tuple[str, ...], set[StageKind]] = {}
    for block in page.blocks:
        text = page.quote(block.span) if block.kind == "heading" and block.path else ""
        kind = stage_of(text) if text and is_document(text) else None
        if kind:
            found.setdefault(block.path, set()).add(kind)
    return {path: next(iter(kinds)) for path, kinds in found.items() if len(kinds) == 1}
