"""Places that a page seems to name beyond doubt, but only by a name that is another's on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.gazetteer import Gazetteer, Mention

# A line in which a country stands beside a place, and so is the place's, is no longer than this.
_LONGEST = 120


def rivals(told: Iterable[tuple[str, Sequence[Mention]]], gazetteer: Gazetteer) -> frozenset[str]:
    """The places whose every name in ``told`` (texts, their names) is that of one set apart there.

    Set apart is what has its country or its name in another script beside it in a short line: a
    page that lists "唐津市 Karatsu | 日本" means no 唐津 of Korea where it writes that alone.
    """
    written: dict[str, set[str]] = defaultdict(set)
    apart: set[str] = set()
    for text, mentions in told:
        sure = [mention for mention in mentions if len(mention.places) == 1]
        for mention in sure:
            written[mention.place].add(text[slice(*mention.span)])
        if len(text) <= _LONGEST and len(sure) > 1:
            apart.update(_set_apart(text, sure, gazetteer))
    named = {name: place for place in apart for name in written[place]}
    return frozenset(
        place
        for place, names in written.items()
        if place not in apart and all(_of_other(name, place, named) for name in names)
    )


def _of_other(name: str, place: str, named: dict[str, str]) -> bool:
    return named.get(name, place) != place


def _set_apart(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterable[str]:
    for one in mentions:
        around = gazetteer.ancestors(one.place)
        name = text[slice(*one.span)]
        for other in mentions:
            twin = other.place == one.place and text[slice(*other.span)] != name
            if other is not one and (other.place in around[-1:] or twin):
                yield one.place
                break
