"""Stages of ties from labelled values: one document a row of a table or a list of labels."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from corpus.dates.bounds import bounds
from corpus.facts.value_texts import is_bare_kind
from corpus.labels import Labelled, described_values, is_document, labelled_values
from corpus.language import block_language
from corpus.model import Fact, Page, Person, Source, Stage, StageKind, tie_id
from corpus.page_reading import PageReading
from corpus.people import find_people
from corpus.setting import Setting
from corpus.ties.column_kinds import kind_of_column
from corpus.ties.date_notes import Note, read_note
from corpus.ties.noted_kinds import badge_of, noted_kinds
from corpus.ties.section_kinds import announced_kinds, kind_left_over, kind_of_trail
from corpus.ties.stages import (
    formality,
    stage_of,
    stage_of_heading,
    stage_of_note,
    stages_of_heading,
)

# What labels tell of one document; a property that comes again is another document's.
_OF_DOCUMENT = frozenset({"signed", "agreement", "signing_place", "method", "signatories", "kind"})
# The length of a date in EDTF that says the month.
_MONTH = len("2000-01")
_NAMES = re.compile(r"\s*(?:[,，、/／;；·・&]|\band\b|(?<=[가-힣])[와과] )\s*")
_FORMER = re.compile(
    r"\b(?:former|predecessor|previous|then)\b|[구옛](?= )|前身|旧|舊|合并前|합병 전|통합 전"
)
_LONGEST_NAME = 40


@dataclass(slots=True)
class _Document:
    """What labels tell of one document, as written, with the source of each."""

    parties: tuple[str, str]
    told: dict[str, tuple[str, Source, str | None]] = field(default_factory=dict)

    @property
    def note(self) -> Note:
        """What stands beside its date."""
        if "signed" not in self.told:
            return Note()
        _, source, date = self.told["signed"]
        return read_note(source.quote, date)

    def text(self, name: str) -> str | None:
        """The value of a property as written."""
        return self.told[name][0] if name in self.told else None


def labelled_stages(
    page: PageReading,
    setting: Setting,
    facts: Iterable[Fact],
    stated: Mapping[tuple[str, str], list[Stage]],
) -> Iterator[tuple[tuple[str, str], Stage]]:
    """The stages that labels describe: date, document, place, method and signatories.

    ``stated`` are the stages of running text, which tell the kind where no label does.
    """
    for document in _documents(page, setting, facts):
        if "signed" in document.told or "agreement" in document.told:
            known = stated.get(document.parties, [])
            yield document.parties, _stage(page, document, known)


def _documents(page: PageReading, setting: Setting, facts: Iterable[Fact]) -> list[_Document]:
    """The labelled facts about documents, those of one row or one list together."""
    found: list[_Document] = []
    open_: dict[tuple[str, object], _Document] = {}
    blocks = [block.span.start for block in page.blocks]
    ties = {tie_id(setting.home, p): p for p in setting.all_partners() if setting.home}
    for subject, name, text, source, edtf in sorted(
        [*_told(facts), *_kinds(page, setting)], key=lambda item: item[3].span.start
    ):
        partner = ties.get(subject)
        if partner is None or setting.home is None or _is_former(text, source):
            continue
        index = bisect_right(blocks, source.span.start) - 1
        block = page.blocks[index]
        alone = block.kind == "row" and len(block.cells) > 2 and index not in setting.columns
        key = (subject, block.span if alone else block.path)
        document = open_.get(key)
        if document is None or name in document.told:
            document = open_[key] = _Document((setting.home, partner))
            found.append(document)
        document.told[name] = (text, source, edtf)
    return found


def _is_former(written: str, source: Source) -> bool:
    """Whether a value stands in brackets as that of what a place was before."""
    before = source.quote.partition(written)[0]
    note = re.split(r"[(（\[【]", before)[-1] if re.search(r"[(（\[【][^)）\]】]*$", before) else ""
    return _FORMER.search(note) is not None


_Item = tuple[str, str, str, Source, str | None]


def _told(facts: Iterable[Fact]) -> Iterator[_Item]:
    for fact in facts:
        if fact.property in _OF_DOCUMENT:
            yield fact.subject, fact.property, fact.value.text, fact.source, fact.value.edtf


def _kinds(page: PageReading, setting: Setting) -> Iterator[_Item]:
    """What labels and columns call the kind of a tie ("구분 : 자매결연")."""
    for index, block in enumerate(page.blocks):
        kinds = [
            (item.value, item.quote, page.quote(item.value))
            for item in (*described_values(page, block), *labelled_values(page, block))
            if stage_of_note(page.quote(item.value)) and _tells_kind(page, item)
        ]
        noted = [] if kinds else list(noted_kinds(page, block))
        badge = "" if kinds or noted or labelled_values(page, block) else badge_of(page, block)
        if stage_of_note(badge):
            noted.append((block.span, badge))
        for value, quote, text in (*kinds, *((cell, cell, note) for cell, note in noted)):
            source = Source(page.id, quote, page.quote(quote), block_language(text))
            for partner in setting.owners(index, value):
                if setting.home and partner != setting.home:
                    yield tie_id(setting.home, partner), "kind", text, source, None


def _tells_kind(page: Page, item: Labelled) -> bool:
    """Whether a value is of a kind, or no more than a kind where a document should stand."""
    bare = item.property == "agreement" and is_bare_kind(page.quote(item.value))
    return bare or item.property == "kind"


def _stage(page: PageReading, document: _Document, stated: list[Stage]) -> Stage:
    _, source, date = document.told.get("signed") or document.told["agreement"]
    kind = _own_kind(page, document) or _told_kind(page, source, date, stated)
    return Stage(
        kind,
        date,
        True,
        source,
        document.text("agreement"),
        document.text("signing_place") or document.note.place,
        document.text("method") or document.note.method,
        read_names(document.text("signatories") or ""),
    )


def _own_kind(page: Page, document: _Document) -> StageKind | None:
    """The kind that the date's own note, the document's name or a column tells."""
    name, kind = document.text("agreement") or "", document.text("kind") or ""
    told = [document.note.kind, stage_of(name), stage_of_note(kind)]
    if "signed" in document.told:
        told.append(stage_of(_label(page, document.told["signed"][1])))
    return next((kind for kind in told if kind and kind != "agreement"), None)


def _label(page: Page, source: Source) -> str:
    """The label of a value: what stands before it in its quote, or above it in its column."""
    for block in page.blocks:
        if source.span not in block.cells:
            continue
        first = page.quote(block.cells[0])
        for cell, header in zip(block.cells, block.headers, strict=False):
            if source.span == cell:
                # Below a header for any value the label stands beside it.
                return first if len(block.cells) == 2 and is_document(first) else header
        if not block.headers and source.span in block.cells[1:]:
            return page.quote(block.cells[block.cells.index(source.span) - 1])
    return re.split(r"[\d:：]", source.quote, maxsplit=1)[0]


def _told_kind(
    page: PageReading, source: Source, date: str | None, stated: list[Stage]
) -> StageKind:
    """The kind of a document that no label names: stated with its date, or by a heading."""
    block = next((b for b in page.blocks if source.span.within(b.span)), None)
    path = block.path if block else ()
    own = stage_of(path[-1]) if path and is_document(path[-1]) else None
    if own:
        return own
    same = [s for s in stated if s.kind != "agreement" and _at_date(s, date)]
    if same:
        return max(same, key=lambda stage: (stage.date == date, formality(stage.kind))).kind
    inside = [s for s in stated if _is_inside(s, date)]
    if len(inside) == 1:
        return inside[0].kind
    left = kind_left_over(page, path)
    if left:
        return left
    headings = (*reversed(path), page.title)
    headed = next((kind for kind in map(stage_of_heading, headings) if kind), None)
    told = headed or page.once(kind_of_trail) or kind_of_column(page, source, (*path, page.title))
    announced = page.once(announced_kinds).get(block.span) if block else None
    two = any(len(stages_of_heading(heading)) > 1 for heading in headings)
    return told or (None if two else announced) or "agreement"


def _is_inside(stage: Stage, date: str | None) -> bool:
    """Whether an agreement of more than good will was signed in the year or month of ``date``."""
    if date is None or stage.date is None or formality(stage.kind) <= formality("agreement"):
        return False
    (low, high), (first, last) = bounds(stage.date), bounds(date)
    return first <= low and high <= last


def _at_date(stage: Stage, date: str | None) -> bool:
    """Whether a stage was signed at ``date``, or an agreement in the month of ``date``."""
    if date is None or stage.date is None or stage.kind == "renewal":
        return False
    (low, high), (first, last) = bounds(stage.date), bounds(date)
    vaguer = len(stage.date) >= _MONTH and formality(stage.kind) > formality("agreement")
    return (low, high) == (first, last) or (vaguer and low <= first and last <= high)


def read_names(text: str) -> tuple[Person, ...]:
    """The people of a labelled value: with their offices, or names in a list."""
    people = [found.person for found in find_people(text) if found.person.name]
    if people:
        return tuple(people)
    names = [name for name in _NAMES.split(text.strip()) if name]
    short = all(len(name) <= _LONGEST_NAME and not re.search(r"\d", name) for name in names)
    return tuple(Person(name) for name in names) if short else ()
