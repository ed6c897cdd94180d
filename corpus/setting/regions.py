"""Provinces that are partners of a city: they stand on its page where its partners stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.gazetteer import Gazetteer, Mention
from corpus.labels import described_values, is_label, labelled_values
from corpus.labels.partner_dates import is_day_of_tie
from corpus.labels.rows import column_of, describes_columns
from corpus.model import LANGUAGES, SPECIFIC, Block
from corpus.page_reading import PageReading
from corpus.sentences import sentence_spans
from corpus.setting.line_heads import LONGEST, head_of, without_relations
from corpus.setting.name_shapes import has_ending
from corpus.setting.telling import is_told, telling_headings
from corpus.setting.titles import titled_places
from corpus.spans import text_without
from corpus.ties.clauses import is_unfulfilled
from corpus.ties.statements import has_verb
from corpus.wordlists import load_toml

# So many lines behind the name of a city say where it lies.
_FEW = 6
# So many lines below a province are looked through for a city of it.
_FAR = 60
# Between the places of a list of partners, and between a country and what lies in it.
_LISTED = re.compile(r"\s?(?:[、,，]|和|与|及|以及|와|과|및|and)\s?")
_UNKNOWN = re.compile(
    r"(?:의|的|内|內)? ?[^\W\d_]{1,10}?(?:[市区區縣县郡町村镇鎮](?![长長委])|시|군|구|현|정|촌|읍)"
)
# Behind a name: what it is or where it lies.
_INTRODUCED = re.compile(r"\s*[:：–—-]\s*\D")
# What may stand behind the short name of a province.
_OUTER_WORDS = ("of", "주", "성", "도", "현", "부", "아이막", "省", "州", "道", "province", "state")
# A day in brackets behind the name, and at most its country behind that.
_IN_BRACKETS = re.compile(r"[(（][^()（）]{4,24}[)）](?: of (?:the )?[A-Z][\w. ]{1,30})?\W*$")
_SIGNS = " \t()（）[]【】,，.·:：/|-–—"


def find_regions(page: PageReading, gazetteer: Gazetteer) -> frozenset[str]:
    """The provinces that the page of a city names in the place of a partner.

    A cell for partners, a heading or a label names nothing else; a sentence says that they signed,
    or lists it among cities, each behind its country. What the city itself lies in is none.
    """
    own = _own(page, gazetteer)
    telling = telling_headings(page)
    found: set[str] = set()
    for index, block in enumerate(page.blocks):
        if block.about_page:
            continue
        for text in _positions(page, index, block, telling):
            place = _province(text, gazetteer)
            if place and not (
                _groups(page, index, place, gazetteer) or _is_around(page, index, place, gazetteer)
            ):
                found.add(place)
        if block.kind not in ("row", "heading"):
            text = page.quote(block.span)
            kinds = {gazetteer.places[m.place].kind for m in gazetteer.find(text)}
            for sentence in sentence_spans(text) if {"province", "country"} <= kinds else ():
                found.update(_in_prose(text[slice(*sentence)], own, gazetteer))
    return frozenset(found - own)


def _own(page: PageReading, gazetteer: Gazetteer) -> set[str]:
    """What the places of the title and of the publisher lie in."""
    named = titled_places(page, gazetteer)
    return {outer for place in named for outer in (place, *gazetteer.ancestors(place))}


def _positions(page: PageReading, index: int, block: Block, telling: set[str]) -> Iterator[str]:
    """Texts of a block in which a partner is named and nothing else."""
    text = page.quote(block.span)
    if block.kind == "row":
        for position, cell in enumerate(block.cells):
            if column_of(page, block, position) == "place":
                yield page.quote(cell)
        if len(set(block.cells)) == 1:
            yield text
        if describes_columns(page, block):
            yield from dict.fromkeys(block.headers)
        return
    for item in described_values(page, block):
        if item.property == "place":
            yield page.quote(item.value)
    head = head_of(text)
    above = page.quote(page.blocks[index - 1].span) if index else ""
    if head is None or len(head.text) > LONGEST or labelled_values(page, block):
        return
    if _IN_BRACKETS.match(head.tail) and is_day_of_tie(head.tail, block, page.title):
        yield head.text
    if is_label(above):
        return
    below = page.blocks[index + 1 : index + 2]
    heads = block.kind == "heading" or any(text in b.path for b in below)
    if head.tail and not _INTRODUCED.match(text, head.end):
        return
    if (heads and not head.tail) or text in telling or is_told(page, index):
        yield head.text


def _province(text: str, gazetteer: Gazetteer) -> str | None:
    """The one province that ``text`` names, with its country and the kind of partner at most."""
    mentions = gazetteer.find(text)
    kinds = [gazetteer.places[mention.place].kind for mention in mentions]
    provinces = {m.place for m, kind in zip(mentions, kinds, strict=True) if kind == "province"}
    if len(provinces) != 1 or set(kinds) - {"province", "country"}:
        return None
    rest = text_without(text, mentions, " ")
    words = [word.strip(_SIGNS) for word in without_relations(rest).split()]
    if any(word and word not in _OUTER_WORDS for word in words):
        return None
    province = mentions[kinds.index("province")]
    named = gazetteer.named(text[slice(*province.span)])
    only = all(gazetteer.places[place].kind == "province" for place in named)
    return province.place if only and len(province.places) == 1 else None


def _groups(page: PageReading, index: int, province: str, gazetteer: Gazetteer) -> bool:
    """Whether a heading names a province under which partners that lie in it are headed."""
    block = page.blocks[index]
    if block.kind == "row":
        return False
    text = page.quote(block.span)
    for below in page.blocks[index + 1 : index + 1 + _FAR]:
        if below.kind == "heading" and text not in below.path and below.path == block.path:
            return False
        texts = [page.quote(cell) for cell in below.cells] if below.kind == "row" else []
        head = head_of(page.quote(below.span)) if not texts else None
        for name in (*texts, *([head.text] if head else ())):
            if len(name) <= LONGEST and _names_inner(name, province, gazetteer):
                return True
        if below.kind == "heading" and below.depth <= block.depth:
            return False
    return False


def _is_around(page: PageReading, index: int, province: str, gazetteer: Gazetteer) -> bool:
    """Whether a line says where the city lies that one of the lines above it names."""
    above = page.blocks[max(0, index - _FEW) : index]
    if page.blocks[index].kind == "row":
        return False
    texts = [page.quote(block.span) for block in above if block.kind != "row"]
    return any(len(text) <= LONGEST and _names_inner(text, province, gazetteer) for text in texts)


def _names_inner(name: str, province: str, gazetteer: Gazetteer) -> bool:
    """Whether ``name`` is that of a city in ``province``, or one that nothing knows."""
    mentions = gazetteer.find(name)
    inner = [m for m in mentions if gazetteer.places[m.place].kind in SPECIFIC]
    if not inner:
        return not mentions and has_ending(name)
    lying = any(province in gazetteer.ancestors(m.place) for m in inner)
    named = sum(m.span.end - m.span.start for m in mentions)
    return lying and len(name) <= named + len(_SIGNS)


def _in_prose(text: str, own: set[str], gazetteer: Gazetteer) -> Iterator[str]:
    """Provinces right behind their country in a sentence that tells a tie, or in a list of cities.

    Not where another city of the page's own country is named, whose tie it may be.
    """
    mentions = gazetteer.find(text)
    kinds = {gazetteer.places[m.place].kind for m in mentions}
    if not {"province", "country"} <= kinds or is_unfulfilled(text):
        return
    named = list(_behind_countries(text, mentions, own, gazetteer))
    cities = [m.place for m in mentions if gazetteer.places[m.place].kind in SPECIFIC]
    if any({place, *gazetteer.ancestors(place)} & own for place in cities if place not in own):
        return
    listed = any(gazetteer.places[m.place].kind in SPECIFIC for m in named)
    for one in named:
        if gazetteer.places[one.place].kind != "province":
            continue
        if (has_verb(text) and _signs(text, one)) or (listed and _is_listed(text, one, mentions)):
            yield one.place


def _signs(text: str, mention: Mention) -> bool:
    """Whether the province itself is said to sign, and no body or city in it."""
    return _not_itself().match(text, mention.span.end) is None


def _behind_countries(
    text: str, mentions: Sequence[Mention], own: set[str], gazetteer: Gazetteer
) -> Iterator[Mention]:
    """The innermost of the names that stand right behind that of their country."""
    for index, mention in enumerate(mentions):
        if gazetteer.places[mention.place].kind != "country" or mention.place in own:
            continue
        if text[: mention.span.start].endswith(("(", "（")):
            continue
        last = mention
        for inner in mentions[index + 1 :]:
            apart = text[last.span.end : inner.span.start].strip()
            if apart or mention.place not in gazetteer.ancestors(inner.place):
                break
            last = inner
        # A city that nothing knows may stand behind its province.
        if last is not mention and not _UNKNOWN.match(text, last.span.end):
            yield last


def _is_listed(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether another name stands before or behind ``mention``, with a sign of a list between."""
    for other in mentions:
        first, last = sorted((mention.span, other.span))
        if first.end <= last.start and _LISTED.fullmatch(text, first.end, last.start):
            return True
    return False


@lru_cache(maxsize=1)
def _not_itself() -> re.Pattern[str]:
    """Behind a province that a body in it signs for, or that only is where it was signed."""
    bodies = load_toml("signing.toml")["bodies"]
    korean, chinese, english = ("|".join(bodies[language]) for language in LANGUAGES)
    return re.compile(
        rf"(?![과와])(?:에서|에|의|내)? ?(?:[가-힣]{{1,10}} ?){{0,2}}(?:{korean})"
        r"|에서|의 |내 |(?:的|内|內)?(?:(?![签簽缔締结結建立达達])[一-鿿]){0,6}?"
        rf"(?:{chinese})|(?:['’]s)? (?:[A-Z]\w+ ){{0,4}}(?:{english})"
    )
