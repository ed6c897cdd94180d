"""What the text of a page says for a place as the page's own, and against it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.gazetteer import Gazetteer, Mention
from corpus.labels.partner_dates import names_tie
from corpus.language import page_languages
from corpus.model import Block
from corpus.page_reading import PageReading
from corpus.reading.lines import crumbs
from corpus.setting.line_heads import head_of, without_relations
from corpus.setting.marked import compiled, marked
from corpus.setting.papers import cities_of_papers
from corpus.text import fold_text
from corpus.wordlists import load_toml

# A line that is a step of a trail or an entry of a menu has no more letters.
_LONGEST_LINE = 60
# How much it says that a page is in the language of a place's country.
_LANGUAGE = 1
# What speaks against a place is beside one in so many of its names.
_OFTEN = 3
# Where a crawler left no space between two entries of a menu.
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2})")
# So many names with nothing but signs between are a list.
_LIST = 3
# Words beside the name of a place that heads an entry.
_SMALL = re.compile(
    r"\b(?:in|of|the|city|district|county|flag|japanese|chinese|korean|american|logo|council"
    r"|assembly|parliament)\b|로고|이미지|(?:시|도|구|군)?의회|议会"
)
_LIST_SIGNS = frozenset(" ,，、|/·ㆍ・[]()（）")
_COUNTRIES = {
    "ko": frozenset({"korea"}),
    "zh": frozenset({"china", "taiwan", "hong-kong", "macau"}),
}


@dataclass(slots=True)
class Evidence:
    """How much is told for each place as the page's own.

    ``peers`` stand in lists among equals, ``passing`` are named only for where something lies,
    lines of a trail or menu are named after those of ``lines``, and after those of ``sites`` as
    only a site's own ones are; ``provinces`` have partners and are named as often as any city;
    ``guests`` are named beside "our city" as the other side, ``headed`` stand alone right below a
    line that announces partners.
    """

    told: Mapping[str, int]
    seen: Mapping[str, int]
    peers: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    lines: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    guests: frozenset[str] = frozenset()
    headed: frozenset[str] = frozenset()

    def weight(self, place: str) -> int:
        """How much speaks for ``place``."""
        return self.told.get(place, 0)

    def best(self, among: Collection[str], least: int, apart: int = 1) -> str | None:
        """The one of ``among`` with the most evidence, at least so much.

        It has so much more than any other.
        """
        ranked = sorted(among, key=lambda place: -self.weight(place))
        if not ranked or self.weight(ranked[0]) < least:
            return None
        second = self.weight(ranked[1]) if len(ranked) > 1 else 0
        return ranked[0] if self.weight(ranked[0]) - second >= apart else None

    def told_of_others(self, place: str) -> bool:
        """Whether anything is told of another place than ``place``."""
        return any(weight > 0 for other, weight in self.told.items() if other != place)

    def is_of_language(self, around: Collection[str]) -> bool:
        """Whether the page is in the language of a country in ``around``, or in English."""
        return not self.countries or not self.countries.isdisjoint(around)


def find_evidence(page: PageReading, gazetteer: Gazetteer) -> Evidence:
    """The evidence of all blocks; names that may be several places tell nothing."""
    named = [(b, list(gazetteer.find(page.quote(b.span)))) for b in page.blocks]
    peers = frozenset(_peers(page, named, gazetteer))
    language = next(iter(page_languages(page.text)), "")
    countries = _COUNTRIES.get(language, frozenset())
    # Chinese is what Korean cities write for guests as well.
    own = countries if language == "ko" else frozenset()
    lines: set[str] = set()
    sites: set[str] = set()
    tied: set[str] = set()
    first: set[str] = set()
    guests: set[str] = set()
    said: dict[str, Counter[int]] = defaultdict(Counter)
    around: dict[str, list[bool]] = defaultdict(list)
    for index, (block, mentions) in enumerate(named):
        text = page.quote(block.span)
        lines.update(_own_lines(text, "own", gazetteer))
        # In English such a line behind the first half rather heads a section of the partner.
        if 2 * index <= len(named) or not text.isascii():
            sites.update(_own_lines(text, "site", gazetteer))
        behind = {mention.span.start: mention.place for mention in mentions}
        for one in marked(text, mentions, gazetteer, own):
            place = _sure(one.mention, gazetteer)
            if place is None:
                # Of a city and its province both are guests.
                guests.update(one.mention.places if _guests().search(one.text) else ())
                continue
            beside = compiled(tuple(load_toml("home.toml")["places"]["beside"])).search(one.text)
            around[place].append(beside is not None)
            kind = gazetteer.places[place].kind
            if _guests().search(one.text):
                guests.add(place)
            if kind == "province" and _tied().search(one.text):
                tied.add(place)
                first.update({place} if index == 0 else ())
            if beside is None and not _leads_in(one.mention, behind, gazetteer):
                said[place].update(_groups(one.text))
    lines.update(cities_of_papers(page, gazetteer))
    peers -= lines | sites
    told = {p: weight for p, weight in _weigh(said, around).items() if p not in peers}
    for place in told:
        told[place] += 0 if countries.isdisjoint(gazetteer.ancestors(place)) else _LANGUAGE
    passing = frozenset(place for place, seen in around.items() if all(seen))
    seen = {place: len(found) for place, found in around.items()}
    often = max(seen.values(), default=0)
    provinces = {p for p in tied | lines | sites if gazetteer.places[p].kind == "province"}
    # In its headline it is told of by itself, however often the city is that it has a tie with.
    provinces = {p for p in provinces if p in first or 2 * seen.get(p, 0) >= often}
    return Evidence(
        told,
        seen,
        peers,
        passing,
        frozenset(lines),
        frozenset(sites),
        countries,
        frozenset(provinces),
        frozenset(guests - lines - sites),
        frozenset(_headed(page, named, gazetteer)) - lines - sites,
    )


def _leads_in(mention: Mention, behind: Mapping[int, str], gazetteer: Gazetteer) -> bool:
    """Whether what is said is of the place right behind ``mention``, which it only lies in.

    ``behind`` are the places of a text by where their names start.
    """
    end = mention.span.end
    inner = (behind[start] for start in (end, end + 1) if start in behind)
    return any(mention.place in gazetteer.ancestors(place) for place in inner)


def _weigh(
    said: Mapping[str, Mapping[int, int]], around: Mapping[str, Sequence[bool]]
) -> dict[str, int]:
    """The weight of all that is said of each place; what is against it often."""
    weights = [group["weight"] for group in load_toml("home.toml")["told"]]
    return {
        place: sum(
            weights[group]
            for group, times in groups.items()
            if weights[group] > 0 or _OFTEN * times >= len(around[place])
        )
        for place, groups in said.items()
    }


def _tied() -> re.Pattern[str]:
    return compiled(tuple(load_toml("home.toml")["provinces"]["ties"]))


def _guests() -> re.Pattern[str]:
    return compiled(tuple(load_toml("home.toml")["guests"]["patterns"]))


def _groups(text: str) -> Iterator[int]:
    """The numbers of the groups of wordings that ``text`` has one of."""
    for number, group in enumerate(load_toml("home.toml")["told"]):
        if compiled(tuple(group["patterns"])).search(text):
            yield number


def _own_lines(text: str, of: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Places after which a line, or a step of a trail, is named as the page's own."""
    if len(text) > 4 * _LONGEST_LINE:
        return
    patterns = compiled(tuple(load_toml("home.toml")["lines"][of]))
    for line in crumbs(text, near_top=True) or text.splitlines():
        line = _GLUED.sub(" ", line)
        if len(line) <= _LONGEST_LINE:
            mentions = gazetteer.find(line, question=True)
            for one in marked(line, mentions, gazetteer):
                place = _sure(one.mention, gazetteer)
                if place and patterns.search(one.text.strip()):
                    yield place


def _sure(mention: Mention, gazetteer: Gazetteer) -> str | None:
    alone = len(mention.places) == 1
    return mention.place if alone and _is_side(mention, gazetteer) else None


def _is_side(mention: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a name is that of a place that may have partners."""
    return gazetteer.places[mention.place].kind != "country"


def _peers(
    page: PageReading, named: Sequence[tuple[Block, list[Mention]]], gazetteer: Gazetteer
) -> Iterator[str]:
    """Places that stand in a list among their equals: as heads of entries or in one line."""
    heads: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    headed: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for block, mentions in named:
        text = page.quote(block.span)
        group: tuple[str, tuple[str, ...]] = (
            block.kind,
            () if block.kind == "heading" else block.path,
        )
        bare = _bare_head(text, mentions, gazetteer)
        heads[group].extend(bare)
        headed[group] += bool(bare)
        yield from _in_line(text, mentions, gazetteer)
    for of, entries in heads.items():
        # One line of two places, each behind its province, is no list.
        if headed[of] == 1:
            continue
        several = set(entries)
        if len(several) >= _LIST:
            yield from (p for p in several if 2 * entries.count(p) <= len(entries))


def _headed(
    page: PageReading, named: Sequence[tuple[Block, list[Mention]]], gazetteer: Gazetteer
) -> Iterator[str]:
    """Places that lines are the bare name of, right below one that announces partners."""
    announced = False
    for block, mentions in named:
        text = page.quote(block.span)
        bare = _bare_head(text, mentions, gazetteer) if announced and block.kind != "row" else ()
        yield from bare
        announced = bool(bare) or (len(text) <= _LONGEST_LINE and names_tie(text) and not mentions)


def _bare_head(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The places that a line starts with, with their country and nothing else before its data."""
    head = head_of(text)
    if head is None:
        return ()
    inside = [m for m in mentions if head.start <= m.span.start and m.span.end <= head.end]
    rest = text[head.start : head.end]
    for mention in reversed(inside):
        start, end = mention.span.start - head.start, mention.span.end - head.start
        rest = rest[:start] + " " + rest[end:]
    rest = _SMALL.sub(" ", without_relations(rest))
    bare = not any(letter.isalpha() for letter in rest)
    return tuple(m.place for m in inside if _is_side(m, gazetteer)) if bare else ()


def _in_line(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[str]:
    """Places in a run of names with only signs between them."""
    specific = [m for m in mentions if _is_side(m, gazetteer)]
    number = 0
    runs = []
    for before, mention in zip([None, *specific], specific, strict=False):
        if before is None or not _is_listed(text[before.span.end : mention.span.start]):
            number += 1
        runs.append((number, mention.place))
    for _, run in groupby(runs, key=lambda item: item[0]):
        places = {place for _, place in run}
        places -= {parent for place in places for parent in gazetteer.ancestors(place)}
        if len(places) >= _LIST:
            yield from places


def _is_listed(between: str) -> bool:
    words = fold_text(between).replace(" and ", " ").replace("和", " ")
    return 0 < len(between) <= 8 and bool(between.strip()) and set(words) <= _LIST_SIGNS
