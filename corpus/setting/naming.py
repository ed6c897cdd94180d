"""Names of places in the blocks of a page, and the one place that a heading or a cell names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.gazetteer import Gazetteer, Mention
from corpus.language import split_languages
from corpus.model import SPECIFIC, Span
from corpus.page_reading import PageReading
from corpus.setting.cities import rather_cities
from corpus.setting.countries import Above, country_of, headed_by_country
from corpus.setting.home_evidence import find_evidence
from corpus.setting.line_heads import LONGEST, head_of, relation_around
from corpus.setting.own_unit import own_unit
from corpus.setting.person_names import without_people
from corpus.setting.regions import find_regions
from corpus.setting.rivals import rivals
from corpus.setting.signatures import signers
from corpus.setting.web_home import place_of_address
from corpus.spans import lying_in, text_without

# How the names of provinces end.
OUTER = ("현", "주", "성", "도", "부", "아이막", "오블라스트", "省", "州", "县", "縣", "府", "道",
         "Prefecture", "Province", "State", "Aimag", "Oblast",
         "prefecture", "province", "state")  # fmt: skip
__all__ = ["OUTER", "Names", "country_of", "most_specific"]

# How far in a text its first name stands, and how many lines close it.
_OPENING, _CLOSING = 8, 3
# How much evidence makes a page that of a province.
_DECLARED = 4
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![a-z0-9._+-])[a-z0-9._+-]{1,64}@[a-z0-9.-]+"
    r"|(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,}(?:/\S*)?",
    re.IGNORECASE,
)
# Without any of these there is no address.
_IN_ADDRESS = re.compile(r"\S\.\S|@|://")
# What may stand between the names of a place and of what it lies in, in one heading.
_CHAIN = re.compile(r"[\s,，()（）·]*")
_COMMA = re.compile(r"\s*[,，]\s*")
# Behind a name: guests only land there.
_AIRPORT = re.compile(r" (?:International )?[Aa]irport\b")
# The sign of a day before "our": "16日本府" is no Japan.
_DAY_SIGN = re.compile(r"\d日本(?=[市区區县縣府省町村乡鄉])")
_ASCII_LETTER = re.compile(r"[A-Za-z]")


@dataclass(slots=True)
class Names:
    """The linked names of one page: of its blocks, and of any heading or cell asked for.

    ``regions`` are provinces that are partners of a city. ``near`` are the ids that the page names
    beyond doubt, with all that contains them: they settle its homonyms.
    """

    page: PageReading
    gazetteer: Gazetteer
    near: set[str] = field(init=False)
    kinds: frozenset[str] = field(init=False, default=SPECIFIC)
    regions: frozenset[str] = field(init=False, default=frozenset())
    blocks: tuple[tuple[Mention, ...], ...] = field(init=False)
    _texts: dict[str, tuple[Mention, ...]] = field(init=False, default_factory=dict)
    _countries: dict[int, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.near = set()
        texts = [self.page.quote(block.span) for block in self.page.blocks]
        headed = self.page.once(headed_by_country, self.gazetteer)
        self.kinds = self._kinds()
        if "province" not in self.kinds:
            self.regions = self.page.once(find_regions, self.gazetteer)
        self._countries = {i: above.place for i, above in headed.items() if above.is_line}
        self._note(self.gazetteer.find(self.page.title))
        self._note(self.gazetteer.find(self.page.publisher or "", question=True))
        told = [(t, self._below_country(t, headed.get(i), ())) for i, t in enumerate(texts)]
        for _, mentions in told:
            self._note(mentions)
        self.near |= self.page.once(signers, self.gazetteer)
        self.near -= rivals(told, self.gazetteer)
        for place in list(self.near):
            self.near.update(self.gazetteer.ancestors(place))
        self.blocks = tuple(
            self._below_country(text, headed[index], self.near)
            if index in headed
            else self.find(text)
            for index, text in enumerate(texts)
        )

    def _kinds(self) -> frozenset[str]:
        """The kinds of place that have partners: also provinces, on the page of one."""
        if self._is_of_province():
            return SPECIFIC | {"province"}
        for text in (self.page.publisher or "", self.page.title):
            kinds = {self.gazetteer.places[m.place].kind for m in self.gazetteer.find(text)}
            if kinds & SPECIFIC:
                return SPECIFIC
            if "province" in kinds and "country" not in kinds:
                return SPECIFIC | {"province"}
            if kinds:
                return SPECIFIC
        return SPECIFIC | {"province"} if self._opens_with_province() else SPECIFIC

    def _is_of_province(self) -> bool:
        """Whether the text makes a province the page's own, or tells of ties between provinces."""
        evidence = self.page.once(find_evidence, self.gazetteer)
        best = self.page.once(place_of_address, self.gazetteer)
        best = best or evidence.best(evidence.told, _DECLARED)
        unit = self.page.once(own_unit)
        if evidence.provinces or (unit is not None and unit.province):
            return True
        return best is not None and self.gazetteer.places[best].kind == "province"

    def _opens_with_province(self) -> bool:
        """Whether the text opens with a province, and its last lines name that province again."""
        texts = [self.page.quote(b.span) for b in self.page.blocks if b.kind != "heading"]
        opening = self.gazetteer.find(texts[0])[:2] if texts else []
        if not opening or opening[0].span.start > _OPENING:
            return False
        place = opening[0].place
        if self.gazetteer.places[place].kind != "province":
            return False
        inner = [m for m in opening[1:] if place in self.gazetteer.ancestors(m.place)]
        if inner and inner[0].span.start - opening[0].span.end <= _OPENING:
            return False
        return any(m.place == place for t in texts[1:][-_CLOSING:] for m in self.gazetteer.find(t))

    def _note(self, mentions: Iterable[Mention]) -> None:
        self.near.update(mention.place for mention in mentions if len(mention.places) == 1)

    def _below_country(
        self, text: str, above: Above | None, near: Collection[str]
    ) -> tuple[Mention, ...]:
        """The names in ``text``; the one it opens with lies in the country that heads its group."""
        found = self._without_addresses(text, self._of_cities(self.gazetteer.find(text, near)))
        head = head_of(text) if above and not above.is_line else None
        if above is None or head is None or len(head.text) > LONGEST:
            return found
        if any(self.is_outer(m.place) for m in found if m.span.end <= head.end):
            return found
        whole = f"{above.name} {head.text}"
        moved = head.start - len(above.name) - 1
        inside = [
            Mention(Span(m.span.start + moved, m.span.end + moved), m.places)
            for m in self.gazetteer.find(whole, near)
            if m.span.start > len(above.name)
        ]
        # Beside a place of the country stands the own side, which it does not have.
        others = (m for m in found if m.span.end <= head.end and self._is_settled(m))
        own = [m for m in others if inside and not any(m.span.overlaps(i.span) for i in inside)]
        behind = [m for m in found if m.span.start >= head.end]
        return (*sorted([*own, *inside], key=lambda m: m.span), *behind)

    def _is_settled(self, mention: Mention) -> bool:
        return len(mention.places) == 1 and self.is_specific(mention.place)

    def inside(self, index: int, start: int, end: int) -> tuple[Mention, ...]:
        """The names of block ``index`` between two offsets in its text."""
        return tuple(lying_in(self.blocks[index], Span(start, end)))

    def lone_country(self, index: int) -> str | None:
        """The country that block ``index`` names and nothing else, as the head of a group."""
        return self._countries.get(index)

    def around(self, place: str) -> tuple[str, ...]:
        """``place`` and what it lies in."""
        return (place, *self.gazetteer.ancestors(place))

    def is_specific(self, place: str) -> bool:
        """Whether ``place`` is of the kind that has partners."""
        return self.gazetteer.places[place].kind in self.kinds or place in self.regions

    def is_outer(self, place: str) -> bool:
        """Whether ``place`` is a country or province."""
        return self.gazetteer.places[place].kind in ("country", "province")

    def find(self, text: str) -> tuple[Mention, ...]:
        """The names in ``text``; an address of the web or of mail names none."""
        if text not in self._texts:
            self._texts[text] = self._find(text)
        return self._texts[text]

    def _find(self, text: str) -> tuple[Mention, ...]:
        found = self._of_cities(self.gazetteer.find(text, self.near))
        if not found and len(text) <= LONGEST:
            # A name that words for a partner or a picture stand around ("flag of Faro").
            start, end = relation_around(text)
            inside = (
                self.gazetteer.find(text[start:end], self.near) if end - start < len(text) else ()
            )
            found = self._of_cities([mention.moved(start) for mention in inside])
        landed = [
            self._rather_country(text, m)
            for m in found
            if not (
                _AIRPORT.match(text, m.span.end) or _DAY_SIGN.match(text, max(0, m.span.start - 1))
            )
        ]
        return self._without_addresses(text, landed)

    def _rather_country(self, text: str, mention: Mention) -> Mention:
        """A name of a country and of a city is the country's, unless the city's is told beside it.

        "호주 블랙타운시" is in Australia, and no 湖州.
        """
        countries = [p for p in mention.places if self.gazetteer.places[p].kind == "country"]
        if len(mention.places) == 1 or len(countries) != 1:
            return mention
        around = {self.country(place) for place in mention.places} - {countries[0]}
        named = {m.place for m in self.gazetteer.find(text) if m.span != mention.span}
        return mention if named & around else Mention(mention.span, (countries[0],))

    def _of_cities(self, found: Sequence[Mention]) -> Sequence[Mention]:
        """Names; on the page of a city those of a city and its province mean the city."""
        return found if "province" in self.kinds else rather_cities(found, self.gazetteer)

    def _without_addresses(self, text: str, found: Sequence[Mention]) -> tuple[Mention, ...]:
        found = without_people(text, found, self.gazetteer)
        if not found or not _IN_ADDRESS.search(text):
            return tuple(found)
        addresses = [Span(*match.span()) for match in _ADDRESS.finditer(text)]
        return tuple(m for m in found if not any(m.span.within(address) for address in addresses))

    def within(self, index: int, span: Span) -> tuple[Mention, ...]:
        """The names of block ``index`` that lie in ``span`` of the page."""
        start = self.page.blocks[index].span.start
        inside = Span(span.start - start, span.end - start)
        return tuple(lying_in(self.blocks[index], inside))

    def headlined(self, text: str, without: str | None = None) -> str | None:
        """The one place that a heading, caption or cell names, apart from ``without``."""
        return self.chosen(text, self.find(text), without)

    def headlined_in_two(self, text: str, without: str | None = None) -> str | None:
        """As ``headlined``; where it is open, what all of a name in two scripts agrees on."""
        place = self.headlined(text, without)
        if place is not None:
            return place
        runs = [text[run.start : run.end] for run, _ in split_languages(text)]
        named = {self.headlined(run, without) for run in runs if len(runs) > 1} - {None}
        return next(iter(named)) if len(named) == 1 else None

    def chosen(
        self, text: str, mentions: Sequence[Mention], without: str | None = None
    ) -> str | None:
        """The one place that ``mentions``, names in ``text``, mean together."""
        if without is not None:
            own = {without, *self.gazetteer.ancestors(without)}
            mentions = tuple(m for m in mentions if own.isdisjoint(m.places))
        whole = tuple(mentions)
        return self._innermost(whole) or self._first_of_chain(text, whole)

    def _innermost(self, mentions: Iterable[Mention]) -> str | None:
        return most_specific(self.gazetteer, mentions, self.kinds, self.regions)

    def _first_of_chain(self, text: str, mentions: tuple[Mention, ...]) -> str | None:
        """Of names in a row that lie in one country, the innermost by the order of the language.

        Korean and Chinese go from the outside in (일본 교토부 교탄고시), English with its commas
        from the inside out (Kyotango City, Kyoto Prefecture, Japan).
        """
        specific = [m for m in mentions if self.is_specific(m.place)]
        gaps = ((a.span.end, b.span.start) for a, b in pairwise(mentions))
        joined = all(_CHAIN.fullmatch(text, start, end) for start, end in gaps)
        countries = {self.country(m.place) for m in specific}
        if not specific or not joined or len(countries) != 1 or None in countries:
            return None
        comma = _COMMA.search(text)
        latin = _ASCII_LETTER.match(text[specific[0].span.start]) is not None
        if latin and comma is not None:
            first = [m for m in specific if m.span.end <= comma.start()]
            return self._innermost(first) if first else None
        return None if latin else specific[-1].place

    def country(self, place: str) -> str | None:
        """The country that ``place`` is or lies in; None where the data do not say."""
        return country_of(self.gazetteer, place)

    def is_bare(self, text: str, mentions: Iterable[Mention]) -> bool:
        """Whether ``text`` is nothing but the names ``mentions`` with signs around them."""
        return not self.without(text, mentions)

    def without(self, text: str, mentions: Iterable[Mention], offset: int = 0) -> str:
        """``text`` without ``mentions`` and the signs around; empty if no letter is left.

        ``offset`` is where ``text`` starts in what the mentions are counted in.
        """
        inside = [mention.moved(-offset) for mention in mentions]
        rest = text_without(text, sorted(inside, key=lambda m: m.span.start), " ")
        return rest.strip(" ()（）[],，.·:：") if any(c.isalpha() for c in rest) else ""


def most_specific(
    gazetteer: Gazetteer,
    mentions: Iterable[Mention],
    kinds: frozenset[str] = SPECIFIC,
    regions: frozenset[str] = frozenset(),
) -> str | None:
    """The one place that ``mentions`` name together with its parents; None for two or none.

    It is one of ``kinds``, or of ``regions``: provinces that are partners.
    """
    named = {mention.place for mention in mentions}
    outer = {p for place in named for p in gazetteer.ancestors(place)} if len(named) > 1 else ()
    inner = named.difference(outer)
    places = [p for p in inner if gazetteer.places[p].kind in kinds or p in regions]
    return places[0] if len(places) == 1 else None
