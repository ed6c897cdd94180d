"""Who went where, as a question says it, and what goes the other way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from corpus.exchanges.direction import find_direction
from corpus.model import Exchange, Tie
from service.catalogue import Catalogue
from service.lexicon import has, search
from service.linking import BLANK
from service.model import Question

# Questions whose words tell no way, since the way is asked for or goes both ways.
_EITHER_WAY = ("direction", "who_visited_whom", "who_first", "which_side")


class Ways:
    """The way that a question says, for each of the ties it is about."""

    def __init__(self, question: Question, catalogue: Catalogue, ties: Sequence[Tie]) -> None:
        self._question, self._catalogue, self._ties = question, catalogue, ties

    @cached_property
    def directions(self) -> dict[str, tuple[str, str] | None]:
        """For each tie the way (from, to) that the question says, if it says one."""
        bare = self._question.bare
        if any(has(asked, bare) for asked in _EITHER_WAY):
            return {}
        for name in ("patterns", "back"):
            way = search("way", name, bare)
            if way is not None:
                start = bare[: way.start()].count(BLANK)
                pair = (self._question.order[start], self._question.order[start + 1])
                pair = pair if name == "patterns" else (pair[1], pair[0])
                return {t.id: pair if set(pair) == set(t.places) else None for t in self._ties}
        one_sided = self._one_sided()
        if one_sided:
            return one_sided
        gazetteer, text = self._catalogue.gazetteer, self._as_read
        return {tie.id: find_direction(text, tie.places, gazetteer) for tie in self._ties}

    @property
    def is_one_sided(self) -> bool:
        """Whether a question says who acted without naming both sides."""
        return bool(self._one_sided())

    def goes_against(self, exchange: Exchange) -> bool:
        """Whether an exchange goes another way than the question says."""
        wanted = self.directions.get(exchange.tie)
        return None not in (wanted, exchange.direction) and wanted != exchange.direction

    def tells_against(self, text: str) -> bool:
        """Whether a sentence tells of the other way than the question says."""
        if len(self._ties) != 1:
            return False
        tie, gazetteer = self._ties[0], self._catalogue.gazetteer
        wanted = self.directions.get(tie.id)
        told = find_direction(text, tie.places, gazetteer) if wanted else None
        return told is not None and told != wanted

    def goes_along(self, exchange: Exchange) -> bool:
        """Whether an exchange surely goes the way the question says, and is no third place's."""
        if exchange.actor is not None and self._comes_here(exchange):
            return True
        if exchange.actor is not None:
            return exchange.actor in self._question.places and self._sets_out(exchange)
        wanted = self.directions.get(exchange.tie)
        return wanted is None or wanted == exchange.direction

    def _one_sided(self) -> dict[str, tuple[str, str] | None]:
        """The way, where only one side is named ("which city sent us"); empty where it is open."""
        bare = self._without_regions
        to_named = has("to_named", bare)
        if not to_named and not has("from_named", bare):
            return {}
        ways: dict[str, tuple[str, str] | None] = {}
        for tie in self._ties:
            named = [side for side in tie.places if self._is_named(side)]
            one = named[0] if len(named) == 1 else tie.places[0]
            other = next(place for place in tie.places if place != one)
            ways[tie.id] = None if len(named) > 1 else (other, one) if to_named else (one, other)
        return ways

    def _is_named(self, side: str) -> bool:
        """Whether the question itself names a side of a tie, or what it lies in."""
        within = (side, *self._catalogue.gazetteer.ancestors(side))
        named = set(self._question.order) - set(self._question.within)
        return not named.isdisjoint(within)

    def _comes_here(self, exchange: Exchange) -> bool:
        """Whether a third place came to the only side that is named, and guests of it are asked."""
        named = [place for place in self._question.places if place in exchange.places]
        return named == [exchange.places[0]] and has("to_named", self._question.bare)

    def _sets_out(self, exchange: Exchange) -> bool:
        """Whether the question has the third place of a visit travel, and not be visited."""
        gazetteer, text = self._catalogue.gazetteer, self._question.text
        sides = (exchange.places[0], exchange.actor or "")
        wanted = find_direction(text, sides, gazetteer)
        return wanted is None or wanted[0] == exchange.actor

    @property
    def _as_read(self) -> str:
        """The question with the names that were spelt otherwise as its places are called."""
        text = self._question.text
        for written, place in self._question.read_as:
            names = self._catalogue.place(place).names
            own = names.get(self._question.language) or next(iter(names.values()))
            text = text.replace(written, own[0])
        return text

    @cached_property
    def _without_regions(self) -> str:
        """The folded question without the names that merely narrow: "the Chinese city"."""
        pieces = self._question.bare.split(BLANK)
        order = self._question.order[: len(pieces) - 1]
        if len(order) < len(pieces) - 1:
            return self._question.bare
        signs = ("" if place in self._question.within else BLANK for place in order)
        joined = "".join(p + s for p, s in zip(pieces, (*signs, ""), strict=True))
        return " ".join(joined.split())
