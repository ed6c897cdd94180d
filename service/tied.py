"""The ties that a question is about."""

from __future__ import annotations

from corpus.model import Tie, is_unnamed
from service.catalogue import Catalogue
from service.model import Question


def ties_asked(question: Question, catalogue: Catalogue, about_ties: bool) -> tuple[Tie, ...]:
    """The ties that the question's places leave: between them, or of the only one.

    All of them where none is left, but where the question is ``about_ties`` themselves.
    """
    return _Choice(question, catalogue, about_ties).ties()


class _Choice:
    """Which ties the places, countries and exclusions of a question leave."""

    def __init__(self, question: Question, catalogue: Catalogue, about_ties: bool) -> None:
        self.question, self.catalogue, self.about_ties = question, catalogue, about_ties

    def ties(self) -> tuple[Tie, ...]:
        places = self.question.places
        found = self._between(places) if len(places) >= 2 else self._of_one(places)
        for container in self.question.within:
            leading = [tie for tie in found if self._leads_to(tie, container)]
            found = leading if leading or self.about_ties else found
        region = self.question.region
        if region is not None:
            found = [t for t in found if any(self._partner_in(t, c) for c in region.countries)]
        elif not self.about_ties and not found and not self.catalogue.are_apart(places):
            found = list(self.catalogue.ties.values())
        left_out = set(self.question.without)
        found = [tie for tie in found if not left_out & set(tie.places)]
        # What is told of a publisher whom nothing names answers where nothing else does.
        return tuple([tie for tie in found if not is_unnamed(tie.places[0])] or found)

    def _between(self, places: tuple[str, ...]) -> list[Tie]:
        """Ties between named places; of a third place's visit, the ties of the one that has any."""
        ties = list(self.catalogue.ties.values())
        exact = [tie for tie in ties if set(tie.places) <= set(places)]
        exact = exact or [t for t in ties if self._is_within(t, places)]
        tied = [place for place in places if place in self.catalogue.partnered]
        if exact or self.about_ties or len(tied) != 1:
            return exact
        return [tie for tie in ties if tied[0] in tie.places]

    def _is_within(self, tie: Tie, places: tuple[str, ...]) -> bool:
        """Whether each of ``places`` is or holds a side of ``tie``, and one is a side itself.

        What two provinces have with each other is not what two of their cities have.
        """
        touched = all(self._touches(tie, place) for place in places)
        return touched and not set(places).isdisjoint(tie.places)

    def _of_one(self, places: tuple[str, ...]) -> list[Tie]:
        every = list(self.catalogue.ties.values())
        ties = self.catalogue.ties_of(places[0]) if places else every
        own = [tie for tie in ties if self.question.district in tie.places]
        return own or ties

    def _touches(self, tie: Tie, place: str) -> bool:
        gazetteer = self.catalogue.gazetteer
        return any(p == place or place in gazetteer.ancestors(p) for p in tie.places)

    def _leads_to(self, tie: Tie, container: str) -> bool:
        """Whether a side of ``tie`` that is not named lies in ``container``."""
        others = [place for place in tie.places if place not in self.question.places]
        return any(container in self.catalogue.gazetteer.ancestors(place) for place in others)

    def _partner_in(self, tie: Tie, container: str) -> bool:
        """The same, but for where the publisher lies if neither side is named."""
        if any(place in self.question.places for place in tie.places):
            return self._leads_to(tie, container)
        return container in self.catalogue.gazetteer.ancestors(tie.places[1])
