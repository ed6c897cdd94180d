"""The kind of tie that a heading of a section says and nothing else ("우호협력")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.dates import find_dates
from corpus.labels.partner_dates import names_tie
from corpus.labels.words import is_document
from corpus.model import Page, Span, StageKind
from corpus.page_reading import PageReading
from corpus.reading.lines import crumbs
from corpus.setting.line_heads import names_relation
from corpus.ties.stages import stage_of, stage_of_heading, stages_of_heading

# A line that announces partners is no longer than this, and may have this around their name.
_LONGEST = 60
_LOOSE = frozenset({"heading", "caption", "paragraph"})
AROUND = re.compile(
    r"(?:current |present )?(?:status|state|list|overview|introduction)(?: of(?: the)?)?"
    r"|현황|목록|一览表?|概况|列表|名单|情况",
    re.IGNORECASE,
)
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


def kind_left_over(page: PageReading, path: Sequence[str]) -> StageKind | None:
    """The kind that a heading of two kinds means beside a section that is of one of them alone.

    "Sister and Friendship Cities", and behind it "Friendship Cities": the first are sisters.
    """
    for depth in range(len(path), 0, -1):
        kinds = set(stages_of_heading(path[depth - 1]))
        if len(kinds) == 1:
            return None
        if kinds:
            left = kinds - page.once(_kinds_below)[tuple(path[: depth - 1])]
            return next(iter(left)) if len(left) == 1 else None
    return None


def _kinds_below(page: Page) -> Mapping[tuple[str, ...], set[StageKind]]:
    """For each path the kinds that headings right below it tell which speak of just one."""
    found = defaultdict[tuple[str, ...], set[StageKind]](set)
    for block in page.blocks:
        kind = stage_of_heading(page.quote(block.span)) if block.kind == "heading" else None
        if kind:
            found[block.path].add(kind)
    return found


def announced_kinds(page: Page) -> Mapping[Span, StageKind]:
    """For each block the one kind that the last line above it that is of partners speaks of.

    In a text without mark-up such a line may be no heading of what stands below. Two of them, one
    right behind the other, are entries of a menu.
    """
    found: dict[Span, StageKind] = {}
    last: StageKind | None = None
    above: StageKind | None = None
    for block in page.blocks:
        if last:
            found[block.span] = last
        text = page.quote(block.span)
        if block.kind in _LOOSE and len(text) <= _LONGEST and names_tie(text):
            named = names_relation(AROUND.sub("", text)) and not find_dates(text)
            kind = stage_of_heading(text) if named else None
            last = None if above and kind and above != kind else kind if named else last
            above = kind
        else:
            above = None
    return found


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
