"""The name that a page opens with and nothing more: whose site it is, above what it lists."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.labels import labelled_values
from corpus.labels.partner_dates import names_tie
from corpus.page_reading import PageReading
from corpus.setting.counting import Told
from corpus.setting.line_heads import without_relations
from corpus.setting.name_shapes import without_office
from corpus.setting.naming import Names
from corpus.setting.own_side import speaks_of_own_side

# A name stands in one of so many first lines, which is no longer than this.
_FIRST, _LONGEST = 3, 40
# So many lines behind it one announces partners, of whom it is none.
_NEAR, _LONGEST_HEADING = 4, 80
# So many others that are told of make a list without such a line.
_SEVERAL = 2


def masthead(page: PageReading, names: Names, told: Sequence[Told]) -> str | None:
    """The place of which one of the first lines is the bare name or the office.

    A line below announces partners of whom one is told of, or several are; of the place nothing is.
    """
    for index, block in enumerate(page.blocks[:_FIRST]):
        text = page.quote(block.span)
        if block.kind == "row" or len(text) > _LONGEST:
            return None
        place = bare_place(text, index, names)
        if place is not None:
            others = _others(place, names, told)
            named = others or _names_others(place, names)
            said = _announced(page, names, index) or (
                _is_office(text)
                and any(speaks_of_own_side(page.quote(b.span)) for b in page.blocks)
            )
            announced = others >= _SEVERAL or (named and said)
            return place if announced and not _is_told(page, names, place) else None
    return None


def bare_place(text: str, index: int, names: Names) -> str | None:
    """The place that ``text`` names with at most its office beside it, and beyond doubt."""
    mentions = names.blocks[index]
    if (
        len(mentions) != 1
        or len(mentions[0].places) != 1
        or not names.is_specific(mentions[0].place)
    ):
        return None
    rest = without_relations(names.without(text, mentions))
    return None if any(letter.isalpha() for letter in rest) else mentions[0].place


def _is_office(text: str) -> bool:
    return without_office(text) != text.strip()


def _announced(page: PageReading, names: Names, index: int) -> bool:
    """Whether a short line behind line ``index`` speaks of partners, and names none itself."""
    behind = range(index + 1, min(index + 1 + _NEAR, len(page.blocks)))
    texts = ((page.quote(page.blocks[at].span), at) for at in behind)
    return any(
        len(text) <= _LONGEST_HEADING and names_tie(text) and not names.blocks[at]
        for text, at in texts
    )


def _others(place: str, names: Names, told: Sequence[Told]) -> int:
    """How many other places a page tells of that have nothing to do with this one."""
    owners = {block.owner for block in told if block.owner}
    return sum(not names.gazetteer.related(place, owner) for owner in owners)


def _names_others(place: str, names: Names) -> bool:
    """Whether a block names a place that has nothing to do with this one, and none this again."""
    if sum(any(m.place == place for m in mentions) for mentions in names.blocks) > 1:
        return False
    found = {m.place for mentions in names.blocks for m in mentions if names.is_specific(m.place)}
    return any(not names.gazetteer.related(place, other) for other in found)


def _is_told(page: PageReading, names: Names, place: str) -> bool:
    """Whether a later line opens with the place, or a row has it, and so lists it as a partner."""
    for index, block in list(enumerate(page.blocks))[_FIRST:]:
        first = names.blocks[index][:1]
        opens = bool(first) and first[0].place == place
        bare = opens and not names.without(page.quote(block.span), names.blocks[index])
        if bare or (opens and (block.kind == "row" or labelled_values(page, block))):
            return True
    return False
