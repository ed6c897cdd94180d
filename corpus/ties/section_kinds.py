"""The kind of tie that a heading of a section says and nothing else ("우호협력")."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.labels.words import is_document
from corpus.model import Page, StageKind
from corpus.reading.lines import crumbs
from corpus.setting.line_heads import names_relation
from corpus.ties.stages import stage_of, stage_of_heading

# So many blocks open a page, among them the trail of headings that led to it.
_OPENING = 24


def kinds_of_sections(page: Page) -> Mapping[tuple[str, ...], StageKind]:
    """For each path of headings the one kind that a heading right below it is the name of."""
    found: dict[tuple[str, ...], set[StageKind]] = {}
    for block in page.blocks:
        text = page.quote(block.span) if block.kind == "heading" and block.path else ""
        kind = stage_of(text) if text and is_document(text) else None
        if kind:
            found.setdefault(block.path, set()).add(kind)
    return {path: next(iter(kinds)) for path, kinds in found.items() if len(kinds) == 1}


def kind_of_trail(page: Page) -> StageKind | None:
    """The one kind of tie that the trail above a page names ("Home > Sister Cities").

    Its steps may stand on lines of their own; a menu names both kinds and so says nothing.
    """
    steps: list[str] = []
    for block in page.blocks[:_OPENING]:
        text = page.quote(block.span)
        trail = crumbs(text, near_top=True)
        steps += [step for step in (trail or (text,)) if names_relation(step)]
    kinds = {kind for step in steps if (kind := stage_of_heading(step))}
    return next(iter(kinds)) if len(kinds) == 1 else None
