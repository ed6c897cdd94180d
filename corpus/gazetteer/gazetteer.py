"""Places by name: the data files, and finding the names in any text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from functools import lru_cache
from pathlib import Path

from corpus.gazetteer.candidates import Candidate, Grade
from corpus.gazetteer.homonyms import Mention, choose, fitting, settle
from corpus.gazetteer.known import Known
from corpus.gazetteer.matching import find_candidates
from corpus.gazetteer.names import NameTable, squeeze
from corpus.gazetteer.places import GazetteerError, read_all, read_places
from corpus.gazetteer.spelling import similar_names
from corpus.gazetteer.weighing import is_settled, weigh
from corpus.model import Place, is_unnamed
from corpus.text import fold, fold_text

__all__ = ["Gazetteer", "GazetteerError", "Mention", "load_gazetteer", "read_places"]

# Texts whose names are remembered: one question is searched for several ties in turn.
FOUND = 1024


class Gazetteer:
    """Places with a table of every name. Immutable once made.

    ``base`` is a gazetteer that this one is laid over; ``places`` are then the added ones.
    """

    def __init__(self, places: Iterable[Place], base: Gazetteer | None = None) -> None:
        own = {place.id: place for place in places}
        known = base.places if base else {}
        self.places: Mapping[str, Place] = {**known, **own}
        replaced = own.keys() & known.keys()
        self._below = base if not replaced else None
        # A publisher whom nothing names goes by no name either.
        named = [place for place in own.values() if not is_unnamed(place.id)]
        self._table: NameTable = NameTable(named, base._table if base else None, replaced)
        self._known: Known = Known(self.places, self._below._known if self._below else None)
        self._read = lru_cache(maxsize=FOUND)(self._candidates)
        self._alone = lru_cache(maxsize=FOUND)(self._found_alone)

    def find(
        self,
        text: str,
        near: Iterable[str] = (),
        known: Collection[str] = (),
        question: bool = False,
    ) -> list[Mention]:
        """Names in ``text``, leftmost longest, homonyms settled by what stands beside them.

        ``near`` are ids that a homonym is likelier to belong to (itself, its parents or children).
        A short name counts where it is unmistakable, in full elsewhere in ``text``, beside what it
        lies in, or the name of a place in ``near`` or ``known``; in a ``question`` also where
        it stands as a word by itself.
        """
        around = near if isinstance(near, (set, frozenset)) else frozenset(near)
        if not around and not known:
            return list(self._alone(text, question))
        return self._settled(text, around, known, question)

    def _found_alone(self, text: str, question: bool) -> tuple[Mention, ...]:
        if self._below is not None and not self._table.has_own(fold(text).text):
            return self._below._alone(text, question)
        return tuple(self._settled(text, frozenset(), (), question))

    def _settled(
        self, text: str, around: Set[str], known: Collection[str], question: bool
    ) -> list[Mention]:
        candidates = self._read(text)
        if not candidates:
            return []
        if around and all(map(is_settled, candidates)):
            # Nothing that is spoken of around can change what these mean.
            return list(self._alone(text, question))
        least = Grade.PLAIN if question else Grade.CERTAIN
        chosen = choose(candidates, around, known, self._known, least)
        mentions = fitting(text, fold(text), chosen, self._known)
        return settle(text, mentions, around, self._known)

    def ancestors(self, place: str | None) -> tuple[str, ...]:
        """Ids of what contains ``place``, innermost first."""
        return self._known.ancestors(place)

    def related(self, one: str, other: str) -> bool:
        """Whether one of two places contains the other, or they are the same."""
        return one == other or one in self.ancestors(other) or other in self.ancestors(one)

    def named(self, name: str) -> tuple[str, ...]:
        """Ids of the places that ``name`` as a whole may mean.

        Where it is the full name of some, those are all.
        """
        folded = fold(name.strip())
        whole = [
            c
            for c in find_candidates(name.strip(), folded, self._table, self._known)
            if c.start == 0 and c.end == len(folded.text) and c.grades
        ]
        in_full = self._table.full(squeeze(folded.text))
        return in_full or tuple(dict.fromkeys(p for c in whole for p in c.grades))

    def similar(self, word: str, fixed: int = 0, of_names: bool = False) -> tuple[str, ...]:
        """Ids of the places with a name that one slip turns into ``word``, if that is no name.

        The last ``fixed`` characters (the suffix of a Korean name) are taken to be right.
        With ``of_names`` a word that is a name of its own is compared as well.
        """
        name = squeeze(fold_text(word))
        if not of_names and (self._table.full(name) or self._table.bare(name)):
            return ()
        found = similar_names(name, self._table, fixed)
        return tuple(dict.fromkeys(place for ids in found.values() for place in ids))

    def names_of(self, places: Collection[str]) -> frozenset[str]:
        """Every name of ``places``, folded, those in Latin letters squeezed; bare ones as well."""
        return frozenset(self._table.names_of(frozenset(places)))

    def may_name(self, text: str) -> bool:
        """Whether a name of the places laid over another gazetteer may stand in ``text``.

        Where not, ``text`` means there what it means here.
        """
        return self._table.has_own(fold(text).text)

    def with_places(self, places: Iterable[Place]) -> Gazetteer:
        """A gazetteer that knows ``places`` as well; an id that is known is replaced."""
        return Gazetteer(places, self)

    def _candidates(self, text: str) -> tuple[Candidate, ...]:
        folded = fold(text)
        if self._below is not None and not self._table.has_own(folded.text):
            return self._below._read(text)
        found = find_candidates(text, folded, self._table, self._known)
        return tuple(weigh(found, folded.text, self._known))


def load_gazetteer(*extra: Path | None) -> Gazetteer:
    """The gazetteer of the data files, with an operator's own ``extra`` files laid over it."""
    return Gazetteer(read_all(path for path in extra if path is not None).values())
