"""Facts: typed values of labels and of statements in running text, each with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from corpus.dates import find_dates
from corpus.facts.contact_lines import contact_values, names_staff
from corpus.facts.inner_labels import inner_values
from corpus.facts.table_notes import with_table_note
from corpus.facts.told_numbers import find_told
from corpus.facts.values import Typed, type_value
from corpus.labels import Labelled, is_label, labelled_values
from corpus.labels.types import NUMERIC
from corpus.language import block_language
from corpus.model import Fact, Page, Source, Span, Value, tie_id
from corpus.page_reading import PageReading
from corpus.setting import Setting
from corpus.setting.parties import Parties
from corpus.wordlists import load_toml

# What a contact line tells; at the foot of a page it is about the page's own place.
CONTACT = frozenset({"department", "phone", "fax", "email", "address", "updated"})

# Numbers that a year in brackets behind a heading dates ("일반현황 (2023년 기준)").
COUNTED_BY_YEAR = frozenset(NUMERIC)
_YEAR_OF_HEADING = re.compile(
    r"[(（\[]\s*(?:as of |in |至|截至)?(?P<year>(?:19|20)\d\d)\s*(?:년|年)?\s*(?:도|말|末|底)?\s*"
    r"(?:기준|현재|统计|統計|figures|data)?\s*[)）\]]\s*$"
)
_ADDRESS = re.compile(
    r"[(（\[]\s?(?P<address>(?:https?://|www\.)[^\s()（）\[\]]{4,80})\s?[)）\]]\s*$"
)
# The extension behind a telephone number.
_EXTENSION = re.compile(r"\s?(?:ext\.?|내선|分機|分机|转|轉|#)\s?:?\d{1,5}", re.IGNORECASE)
_PHONE = re.compile(r"\d{3,4}[ -]\d{3,4}")


@dataclass(frozen=True, slots=True)
class _Subject:
    place: str
    tie: str | None

    def of(self, name: str) -> str | None:
        """The id that a property belongs to."""
        return self.tie if name in load_toml("labels.toml")["subject"]["tie"] else self.place


def find_facts(page: PageReading, parties: Parties) -> list[Fact]:
    """Every labelled value and every stated number of ``page``."""
    setting = parties.setting
    found: list[Fact] = []
    foot = _contact_line(page)
    for index, block in enumerate(page.blocks):
        if block.kind == "heading":
            found.extend(_headed(page, setting, index))
            continue
        labelled = labelled_values(page, block)
        if labelled:
            found.extend(_labelled(page, setting, index, labelled, index in foot))
        else:
            found.extend(_running(page, parties, index))
    contact = _page_facts(page, setting)
    repeated = {said for fact in contact for said in (fact.value.text, fact.value.edtf) if said}
    found = [fact for fact in found if not _repeats(fact, repeated)]
    known = {fact.property for fact in (*found, *contact) if fact.subject == setting.home}
    return _numbered(page, [*_distinct(found), *contact, *_foot_facts(page, setting, known)])


def _labelled(
    page: PageReading, setting: Setting, index: int, values: list[Labelled], at_foot: bool
) -> Iterator[Fact]:
    """The facts of labelled values of block ``index``; those at the foot are about the home."""
    for item in values:
        owners = setting.owners(index, item.value) if not at_foot else ()
        if setting.home and not owners and item.property in CONTACT:
            owners = (setting.home,)
        for owner in dict.fromkeys(owners):
            for fact in _labelled_facts(page, index, item, _subject(setting, owner)):
                yield _as_headed(fact, page.blocks[index].path)


def _headed(page: PageReading, setting: Setting, index: int) -> Iterator[Fact]:
    """The homepage that stands in brackets behind the name of a partner in its heading."""
    block = page.blocks[index]
    address = _ADDRESS.search(page.quote(block.span))
    partner = setting.partners[index]
    if address is None or partner is None:
        return
    value = Span(*(block.span.start + place for place in address.span("address")))
    item = Labelled("homepage", value, block.span)
    yield from _labelled_facts(page, index, item, _subject(setting, partner))


def _as_headed(fact: Fact, path: Sequence[str]) -> Fact:
    """A number that says no date itself was counted in the year that the heading above it gives."""
    year = _YEAR_OF_HEADING.search(path[-1]) if path and fact.property in COUNTED_BY_YEAR else None
    return replace(fact, as_of=year["year"]) if year and fact.as_of is None else fact


def _running(page: PageReading, parties: Parties, index: int) -> Iterator[Fact]:
    """What the running text of block ``index`` states, and labels within it tell besides."""
    setting = parties.setting
    stated = list(_stated(page, parties, index))
    yield from stated
    known = {(fact.subject, fact.property) for fact in stated}
    opening = _opening_place(page, parties, index)
    for item in inner_values(page, page.blocks[index]):
        for owner in (opening,) if opening else setting.owners(index, item.value):
            if (owner, item.property) not in known:
                yield from _labelled_facts(page, index, item, _subject(setting, owner))


def _opening_place(page: Page, parties: Parties, index: int) -> str | None:
    """The partner that opens a line of labelled values, set apart by a space: "牙山市　面积…"."""
    text, setting = page.quote(page.blocks[index].span), parties.setting
    for mention in setting.mentions[index][:1]:
        apart = text[mention.span.end : mention.span.end + 1] in (" ", "\u3000", ":", "：")
        if not mention.span.start and apart and mention.place in setting.all_partners():
            return mention.place
    return None


def _repeats(fact: Fact, said: Set[str]) -> bool:
    """Whether a fact says again what the page's own contact line says."""
    return fact.value.text in said or (fact.property in CONTACT and fact.value.edtf in said)


def _contact_line(page: PageReading) -> frozenset[int]:
    """The blocks at the foot of a page that tell nothing but whom to ask about it.

    Contact values that stand in one list with others of a partner are the partner's.
    """
    found: list[int] = []
    for index in range(len(page.blocks) - 1, -1, -1):
        labelled = labelled_values(page, page.blocks[index])
        if _is_contact(labelled):
            found.append(index)
        elif labelled:
            alike = [i for i in found if _in_one_list(page, index, i)]
            return frozenset(found) - frozenset(found if alike else ())
        elif found and not _goes_on(page, index):
            break
    return frozenset(found)


def _goes_on(page: Page, index: int) -> bool:
    """Whether a line is an item, the label of what stands below it, or says who is in charge."""
    text = page.quote(page.blocks[index].span)
    return page.blocks[index].kind == "item" or is_label(text) or names_staff(text)


def _is_contact(labelled: list[Labelled]) -> bool:
    return bool(labelled) and all(item.property in CONTACT for item in labelled)


def _in_one_list(page: Page, one: int, other: int) -> bool:
    """Whether two blocks are entries of one list or table, with nothing but entries between."""
    kinds = {block.kind for block in page.blocks[one : other + 1]}
    return len(kinds) == 1 and page.blocks[one].path == page.blocks[other].path


def _subject(setting: Setting, owner: str) -> _Subject:
    """A place that labels describe, with its tie to the page's own place."""
    tied = setting.home is not None and owner != setting.home
    return _Subject(owner, tie_id(setting.home or "", owner) if tied else None)


def _labelled_facts(
    page: PageReading, index: int, item: Labelled, subject: _Subject
) -> Iterator[Fact]:
    owner = subject.of(item.property)
    if owner is None:
        return
    source = _source(page, item.quote)
    note = with_table_note(page, index, item.property, item.note)
    for typed in type_value(item.property, page.quote(item.value), note):
        yield _fact(owner, item.property, typed, source)


def _stated(page: Page, parties: Parties, index: int) -> Iterator[Fact]:
    """Numbers in the running text of a block that no label describes."""
    block = page.blocks[index]
    for told in find_told(parties, index, page.quote(block.span)):
        span = Span(block.span.start + told.sentence.start, block.span.start + told.sentence.end)
        yield _fact(told.subject, told.property, told.typed, _source(page, span))


def _fact(subject: str, name: str, typed: Typed, source: Source) -> Fact:
    return Fact(
        "", subject, name, typed.value, source, typed.as_of, typed.approximate, typed.uncertain
    )


def _distinct(facts: list[Fact]) -> list[Fact]:
    """Facts without those that the same page tells again in the same words or numbers."""
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        value = fact.value
        said = value.edtf or (value.number and (value.number, value.unit)) or value.text
        kept.setdefault((fact.subject, fact.property, said, fact.as_of), fact)
    return list(kept.values())


def _page_facts(page: Page, setting: Setting) -> list[Fact]:
    """What the page says of itself: department, phone, address and date, where they stand."""
    if setting.home is None:
        return []
    stated = {
        "department": page.contact.department,
        "phone": page.contact.phone,
        "address": page.contact.address,
    }
    found = []
    for name, text in stated.items():
        start = page.text.rfind(text) if text else -1
        if text and start >= 0 and not (name == "department" and _PHONE.search(text)):
            end = start + len(text)
            behind = _EXTENSION.match(page.text, end) if name == "phone" else None
            source = _source(page, Span(start, behind.end() if behind else end))
            found.append(Fact("", setting.home, name, Value("text", source.quote), source))
    return [*found, *_dated_page(page, setting.home)]


def _foot_facts(page: Page, setting: Setting, told: Set[str]) -> Iterator[Fact]:
    """What the line at the foot of a page tells of the page's own place, but what is ``told``."""
    home = setting.home
    others = {
        index
        for index, block in enumerate(page.blocks)
        if setting.partners[index] and block.kind in ("item", "row") and not block.about_page
    }
    for name, span in contact_values(page, others).items() if home is not None else ():
        if name in told:
            continue
        typed = type_value(name, page.quote(span))
        if typed and home is not None:
            yield _fact(home, name, typed[0], _source(page, span))


def _dated_page(page: Page, home: str) -> Iterator[Fact]:
    for block in reversed(page.blocks) if page.updated else ():
        for mention in reversed(find_dates(page.quote(block.span))):
            if mention.edtf == page.updated:
                start = block.span.start + mention.span.start
                span = Span(start, block.span.start + mention.span.end)
                value = Value("date", page.quote(span), mention.edtf)
                yield Fact("", home, "updated", value, _source(page, span))
                return


def _source(page: Page, span: Span) -> Source:
    quote = page.quote(span)
    return Source(page.id, span, quote, block_language(quote))


def _numbered(page: Page, facts: list[Fact]) -> list[Fact]:
    return [replace(fact, id=f"{page.id}!{number}") for number, fact in enumerate(facts)]
