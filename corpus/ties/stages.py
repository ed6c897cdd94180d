"""Stages of a tie: what kind a document is, and which of several tellings are one stage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from corpus.dates.bounds import bounds
from corpus.model import Stage, StageKind
from corpus.text import fold_text
from corpus.wordlists import load_toml

# By rising formality. An earlier agreement that is renewed stays the formal one.
STAGES: tuple[StageKind, ...] = (
    "renewal",
    "intent",
    "memorandum",
    "agreement",
    "friendship",
    "sister",
)
# The order in which a document's words decide its stage, see stages.toml.
_PRECEDENCE: tuple[StageKind, ...] = ("renewal", "intent", "memorandum", "sister", "friendship")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z]{3})")
_TITLE_GLUED = re.compile(
    r"\b(?:a|an|the|of|signed)(?=(?:Sister|Friend|Letter|Memorand|Agreement|Twin))"
)
_OF_TIE = frozenset({"agreement", "friendship", "sister"})
# More days than any date means.
_UNDATED = 10**6
_RANK = {kind: rank for rank, kind in enumerate(STAGES)}


def stage_of(text: str) -> StageKind | None:
    """The stage whose document ``text`` names."""
    folded = fold_text(_unglued(text))
    return next((kind for kind in _PRECEDENCE if _words(kind).search(folded)), None)


def stage_of_note(text: str) -> StageKind | None:
    """The stage that a whole cell or a note in brackets names ("友好交流意向", "(자매)")."""
    folded = fold_text(text)
    return next((kind for kind, pattern in _notes("note").items() if pattern.search(folded)), None)


def stage_of_heading(heading: str) -> StageKind | None:
    """The kind of tie that a heading speaks of, if of just one."""
    found = stages_of_heading(heading)
    return found[0] if len(found) == 1 else None


def stages_of_heading(heading: str) -> list[StageKind]:
    """The kinds of ties that a heading speaks of ("Sister and Friendship Cities")."""
    folded = fold_text(_unglued(heading))
    return [kind for kind, pattern in _notes("heading").items() if pattern.search(folded)]


def is_glued(text: str) -> bool:
    """Whether crawling lost a space before a title in ``text`` ("signed theSister Relations")."""
    return _TITLE_GLUED.search(text) is not None


def _unglued(text: str) -> str:
    """``text`` with a space where crawling left none ("HOMESister Cities", "theMemorandum")."""
    return _GLUED.sub(" ", text)


def formality(kind: StageKind) -> int:
    """How formal a stage is, for comparing."""
    return _RANK[kind]


def merge_stages(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """One stage a document: formal first; a vaguer date of the same stage says nothing new."""
    kept: list[Stage] = []
    for stage in sorted(stages, key=_certainty):
        twin = next((i for i, other in enumerate(kept) if is_same(stage, other)), None)
        if twin is None:
            kept.append(stage)
        else:
            kept[twin] = _completed(kept[twin], stage)
    return tuple(sorted(kept, key=lambda s: (not s.formal, s.date or "9999", formality(s.kind))))


def formalise(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """The stages with only those formal that no other is more formal than.

    Where none is formal yet, because no label says which, the highest is, by its earliest date.
    """
    stages = _dated(merge_stages(stages))
    formal = [stage for stage in stages if stage.formal]
    highest = max((formality(stage.kind) for stage in formal or stages), default=0)
    chosen = [s for s in formal or stages if formality(s.kind) == highest]
    if not formal and chosen:
        chosen = [min(chosen, key=lambda stage: stage.date or "9999")]
    return merge_stages(replace(s, formal=any(s is c for c in chosen)) for s in stages)


def _dated(stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """``stages`` without those that only a list of names tells, where another one is of a tie."""
    bare = [s for s in stages if s.date is None and s.document is None and s.place is None]
    told = any(s.kind in _OF_TIE for s in stages if s not in bare)
    return tuple(s for s in stages if s not in bare) if told else stages


def is_same(stage: Stage, other: Stage) -> bool:
    """Whether two stages are one: of one kind, at dates of which one holds the other.

    What happened on the very day of the formal stage, or is told without a kind, is that stage.
    """
    alike = stage.kind == other.kind
    if stage.date is None or other.date is None:
        return alike
    (low, high), (first, last) = bounds(stage.date), bounds(other.date)
    nested = (first <= low and high <= last) or (low <= first and last <= high)
    nameless = "agreement" in (stage.kind, other.kind)
    renewal = "renewal" in (stage.kind, other.kind) and not alike
    return nested and not renewal and (alike or nameless or (other.formal and low == first))


def _completed(stage: Stage, twin: Stage) -> Stage:
    """``stage`` at the preciser date of the two, with what only its twin tells of the signing."""
    dated = twin if _days(twin) < _days(stage) else stage
    return replace(
        stage,
        date=dated.date,
        source=dated.source,
        kind=twin.kind if stage.kind == "agreement" else stage.kind,
        document=stage.document or twin.document,
        place=stage.place or twin.place,
        method=stage.method or twin.method,
        signatories=stage.signatories or twin.signatories,
    )


def _days(stage: Stage) -> int:
    """How many days the date of a stage may mean."""
    if stage.date is None:
        return _UNDATED
    first, last = bounds(stage.date)
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _certainty(stage: Stage) -> tuple[bool, int]:
    return not stage.formal, -len(stage.date or "")


@lru_cache(maxsize=8)
def _words(kind: StageKind) -> re.Pattern[str]:
    return words_pattern(w for words in load_toml("stages.toml")[kind].values() for w in words)


@lru_cache(maxsize=2)
def _notes(table: str) -> dict[StageKind, re.Pattern[str]]:
    kinds = load_toml("stages.toml")[table]
    return {kind: words_pattern(words) for kind, words in kinds.items()}


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of ``words`` in folded text; Latin words only at the start of a word."""
    ordered = sorted(words, key=len, reverse=True)
    plain = [re.escape(word) for word in ordered if not word[0].isascii()]
    latin = "|".join(re.escape(word) for word in ordered if word[0].isascii())
    return re.compile("|".join([*plain, *([f"(?<![a-z])(?:{latin})"] if latin else [])]))
