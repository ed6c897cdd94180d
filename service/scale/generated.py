"""Municipal pages as they might be, any number of them: for measurements, nobody reads them.

Every Korean city, county and district gets pages about its ties with every one elsewhere, one
section for each pair. All is drawn from a seed, so that the same number gives the same pages.
"""

from __future__ import annotations

import calendar
import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from corpus.gazetteer import Gazetteer
from corpus.model import LANGUAGES, SPECIFIC, Block, Language, Page, Passage, Place, Span

DATA = Path(__file__).parents[1] / "data" / "scale.toml"
SEED = 19960805
# Partners that one page tells of.
PARTNERS = 20
_HOME = "korea"
_YEARS = (1990, 2024)


@dataclass(frozen=True, slots=True)
class Section:
    """What a page says about one partner: its name as a heading, and lines; dates are EDTF."""

    partner: str
    heading: str
    lines: tuple[str, ...]
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before it is laid out, in one language."""

    id: str
    home: str
    language: Language
    title: str
    sections: tuple[Section, ...]

    def page(self) -> Page:
        """The page as reading it would give it."""
        text, blocks = self.title, [Block("heading", Span(0, len(self.title)), depth=1)]
        for section in self.sections:
            for line in (section.heading, *section.lines):
                text += "\n"
                span = Span(len(text), len(text) + len(line))
                path = (self.title,) if line is section.heading else (self.title, section.heading)
                kind: Any = "heading" if line is section.heading else "item"
                blocks.append(Block(kind, span, path, 2 if kind == "heading" else 0))
                text += line
        digest = sha256(text.encode()).hexdigest()
        return Page(self.id, self.title, text, tuple(blocks), digest, self.id, (self.language,))

    def passages(self, page: Page) -> list[Passage]:
        """One passage for each section of ``page``, made of this draft."""
        lines = iter([block.span for block in page.blocks if block.kind == "item"])
        return [
            Passage(
                id=f"{page.id}#{number}",
                page=page.id,
                language=self.language,
                heading=(self.title, section.heading),
                spans=tuple(islice(lines, len(section.lines))),
                text="\n".join(section.lines),
            )
            for number, section in enumerate(self.sections)
        ]

    def markdown(self) -> str:
        """The page as a file to build from."""
        parts = [f"# {self.title}"]
        for section in self.sections:
            parts += [f"## {section.heading}", "\n".join(f"- {line}" for line in section.lines)]
        return "\n\n".join(parts) + "\n"


def make_drafts(gazetteer: Gazetteer, sections: int) -> Iterator[Draft]:
    """Pages with so many ``sections`` together; fewer where there are not as many pairs."""
    homes, partners = _sides(gazetteer)
    chance = random.Random(SEED)
    chance.shuffle(partners)
    number = made = 0
    for first in range(0, len(partners), PARTNERS):
        group = partners[first : first + PARTNERS]
        for home in homes:
            some = group[: sections - made]
            if not some:
                return
            yield _draft(number, home, some, chance)
            number, made = number + 1, made + len(some)


def _sides(gazetteer: Gazetteer) -> tuple[list[Place], list[Place]]:
    """The places at home and those elsewhere that could have a tie."""
    sides: tuple[list[Place], list[Place]] = ([], [])
    for place in gazetteer.places.values():
        if place.kind in SPECIFIC and not place.former:
            sides[_HOME not in gazetteer.ancestors(place.id)].append(place)
    return sides


def _draft(number: int, home: Place, partners: Sequence[Place], chance: random.Random) -> Draft:
    language = LANGUAGES[number % len(LANGUAGES)]
    words, name = _words()[language], home.name(language)
    sections = tuple(_section(words, language, name, partner, chance) for partner in partners)
    return Draft(f"g{number:06}", home.id, language, words["title"].format(home=name), sections)


def _section(
    words: dict[str, Any], language: Language, home: str, partner: Place, chance: random.Random
) -> Section:
    kinds = chance.sample(words["kinds"], 3)
    y, y2, y3 = (chance.randint(*_YEARS) for _ in range(3))
    m, m2 = chance.randint(1, 12), chance.randint(1, 12)
    d, d2 = chance.randint(1, 28), chance.randint(1, 28)
    values = {
        "home": home,
        "partner": partner.name(language),
        **dict(zip(("kind", "kind2", "kind3"), kinds, strict=True)),
        **{"y": y, "y2": y2, "y3": y3, "m": m, "m2": m2, "d": d, "d2": d2},
        **{"month": calendar.month_name[m], "month2": calendar.month_name[m2]},
        **{"p": chance.randint(2, 40), "p2": chance.randint(2, 40)},
        **{"n": chance.randint(3, 900), "k": chance.randint(20, 3000)},
    }
    lines = tuple(line.format(**values) for line in words["lines"])
    dates = (f"{y}-{m:02}-{d:02}", f"{y2}-{m2:02}-{d2:02}", f"{y3}-{m:02}", str(y2))
    return Section(partner.id, partner.name(language), lines, dates)


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
