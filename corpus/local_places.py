"""Places that only a page itself names: partners in its headings that no gazetteer has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.gazetteer import Gazetteer, Mention
from corpus.labels import labelled_values
from corpus.language import HAN, HANGUL, block_language
from corpus.model import Block, Page, Place, PlaceKind, Span
from corpus.text import fold_text, traditionalise
from corpus.wordlists import load_toml

# Labels under a heading that show that it names a partner.
_TELLING = frozenset({"signed", "agreement", "signing_place", "area", "population"})
_EN_NAME = (
    r"(?P<en>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*(?: (?:City|District|County|Prefecture|Ward|Town)))"
)
# Endings of cities, counties and districts; those of provinces end ordinary words as well.
_ENDINGS = (
    *("시", "구", "군", "현", "市", "区", "區", "县", "縣", "郡"),
    *("City", "District", "County", "Ward", "Town"),
)
# What may stand between a name and its country, or in front of the first name of a list item.
_AROUND = " \t-·•*,，.()（）"
_BESIDE = re.compile(f"\\s*[(（\\[]\\s*([{HAN}{HANGUL}A-Za-z' -]{{2,40}}?)\\s*[)）\\]]")
_KINDS: dict[str, PlaceKind] = {
    "시": "city", "市": "city", "City": "city", "구": "district", "区": "district",
    "區": "district", "District": "district", "Ward": "district",
}  # fmt: skip


def find_local_places(page: Page, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The partners that headings of ``page`` name and ``gazetteer`` does not know."""
    found: dict[str, Place] = {}
    for heading in _partner_headings(page):
        place = _unknown(heading, gazetteer)
        if place is not None:
            found.setdefault(place.id, place)
    return tuple(found.values())


def _partner_headings(page: Page) -> Iterator[str]:
    """Headings with labelled values of a partner right under them."""
    seen: set[str] = set()
    headings = {page.quote(b.span) for b in page.blocks if b.kind == "heading"}
    for block in page.blocks:
        heading = next((step for step in reversed(block.path) if step in headings), None)
        if heading and heading not in seen and _tells_of_partner(page, block):
            seen.add(heading)
            yield heading


def _tells_of_partner(page: Page, block: Block) -> bool:
    return any(item.property in _TELLING for item in labelled_values(page, block))


def _unknown(heading: str, gazetteer: Gazetteer) -> Place | None:
    """The last name of ``heading`` with an administrative ending, if nothing links to it."""
    mentions = gazetteer.find(heading)
    names = [m for m in _pattern().finditer(heading) if m.group() not in _generic()]
    if not names:
        return None
    name = _behind_known(names[-1], mentions)
    span = Span(*name.span())
    if any(m.span.start < span.end and span.start < m.span.end for m in mentions):
        return None
    parents = [mention.place for mention in mentions if mention.span.end <= span.start]
    return _place(heading, name, parents[-1] if parents else None)


def unknown_names(text: str, gazetteer: Gazetteer) -> list[Span]:
    """Names in ``text`` that end as those of cities, counties and districts do, linked to none."""
    mentions = gazetteer.find(text)
    return [
        span
        for span in (_span(_behind_known(match, mentions)) for match in _pattern().finditer(text))
        if _ends_as_place(text[span.start : span.end])
        and not any(m.span.start < span.end and span.start < m.span.end for m in mentions)
    ]


def opens_with_unknown(text: str, gazetteer: Gazetteer) -> bool:
    """Whether ``text`` opens with such a name, or has one right behind a country or province."""
    outer = [
        m.span.end
        for m in gazetteer.find(text)
        if gazetteer.places[m.place].kind in ("country", "province")
    ]
    return any(
        not text[: span.start].strip(_AROUND)
        or any(end <= span.start and not text[end : span.start].strip(_AROUND) for end in outer)
        for span in unknown_names(text, gazetteer)
    )


def _behind_known(name: re.Match[str], mentions: list[Mention]) -> re.Match[str]:
    """``name`` from where the known names it opens with end ("日本东京都江东区")."""
    ends = [m.span.end for m in mentions if name.start() <= m.span.start < name.end()]
    rest = _pattern().match(name.string, ends[-1], name.end()) if ends else None
    return rest if rest and rest.end() == name.end() else name


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _ends_as_place(name: str) -> bool:
    """Whether ``name`` is no word or longer form of a word that only looks like a place."""
    folded = fold_text(name)
    return name.endswith(_ENDINGS) and not folded.endswith(tuple(_generic()))


def _place(heading: str, name: re.Match[str], parent: str | None) -> Place:
    language = str(name.lastgroup)
    names = {language: (name.group(),)}
    beside = _BESIDE.match(heading, name.end())
    if beside and block_language(beside[1]) != language:
        names[block_language(beside[1])] = (beside[1],)
    if "zh" in names:
        names["zh-Hant"] = (traditionalise(names["zh"][0]),)
    kind: PlaceKind = next(
        (kind for end, kind in _KINDS.items() if name.group().endswith(end)), "county"
    )
    return Place(f"local-{name.group().replace(' ', '-')}", kind, names, parent)


def _generic() -> frozenset[str]:
    return frozenset(load_toml("not_places.toml")["words"])


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    suffixes = load_toml("suffixes.toml")
    korean, chinese = ("|".join(suffixes[language]["suffixes"]) for language in ("ko", "zh"))
    return re.compile(
        f"(?P<ko>[{HANGUL}]{{2,}}(?:{korean}))(?![{HANGUL}])"
        f"|(?P<zh>[{HAN}]{{2,}}(?:{chinese}))|{_EN_NAME}"
    )
