"""Of places named together those that are meant: the innermost, where no name is left open."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.gazetteer import Gazetteer, Mention


def innermost(places: Iterable[str], gazetteer: Gazetteer) -> list[str]:
    """``places``, each once and in order, without those that another of them lies in."""
    named = list(dict.fromkeys(places))
    holding = {outer for place in named for outer in gazetteer.ancestors(place)}
    return [place for place in named if place not in holding]


def certain(mentions: Iterable[Mention]) -> set[str]:
    """The places that a name means which may mean no other: of homonyms none is a partner."""
    return {mention.place for mention in mentions if len(mention.places) == 1}
