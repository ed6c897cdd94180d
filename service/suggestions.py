"""Next questions that this index can really answer, in the asker's language."""

from __future__ import annotations

from corpus.model import Tie
from service.catalogue import Catalogue
from service.model import Evidence, Question
from service.wording import Voice

SUGGESTED = 3


def suggest(
    question: Question, evidence: Evidence, catalogue: Catalogue, voice: Voice
) -> list[str]:
    """Two or three questions about the same tie, or about the first one there is."""
    meant = [place for _, place in question.missed]
    asking = [question.district] if question.district else []
    places = (*meant, *evidence.places, *question.places, *asking)
    tie = _tie(places, evidence, catalogue)
    if tie is None:
        return []
    home, partner = (catalogue.name(place, voice) for place in tie.places)
    names = [name for name in _answerable(tie, catalogue) if name != question.property]
    return [voice.say(f"suggest.{n}", home=home, partner=partner) for n in names[:SUGGESTED]]


def _tie(places: tuple[str, ...], evidence: Evidence, catalogue: Catalogue) -> Tie | None:
    if evidence.ties:
        return evidence.ties[0]
    for place in places:
        ties = catalogue.ties_of(place) if place in catalogue.gazetteer.places else []
        if ties:
            return ties[0]
    return next(iter(catalogue.ties.values()), None)


def _answerable(tie: Tie, catalogue: Catalogue) -> list[str]:
    """What is known about a tie, by the names of the suggestions."""
    names = ["signed"] if any(stage.date for stage in tie.stages) else []
    names += [n for n in ("population", "area") if catalogue.facts(tie.places[1], n)]
    if catalogue.exchanges([tie]):
        names.insert(1, "exchanges")
    if len(catalogue.ties_of(tie.places[0])) > 1:
        names.append("partners")
    return names
