"""Next questions that this index can really answer, in the asker's language."""

from __future__ import annotations

from itertools import chain, zip_longest

from corpus.model import Tie, is_unnamed
from service.catalogue import Catalogue
from service.comparing import rank_facts
from service.enquiry import formal_stage
from service.model import CLAIMING, Evidence, Question
from service.paraphrases import likeliest
from service.wording import Voice, template_of

SUGGESTED = 3
# Facts of the partner, the more telling first.
_OF_PARTNER = ("population", "features", "economy", "area", "divisions", "homepage")


def suggest(
    question: Question, evidence: Evidence, catalogue: Catalogue, voice: Voice
) -> list[str]:
    """Two or three questions about the same tie, or about the first one there is.

    They are of different sorts: about the tie, the partner, the exchanges and all partners. Where
    nothing answers, what the question is likeliest to mean comes first.
    """
    meant = [place for _, place in question.missed]
    asking = [question.district] if question.district else []
    places = (*meant, *evidence.places, *question.places, *asking)
    tie = _tie(places, evidence, catalogue)
    if tie is None:
        return []
    home, partner = (catalogue.name(place, voice) for place in tie.places)
    names = [name for name in answerable(tie, catalogue) if not _is_asked(name, question)]
    if is_unnamed(tie.places[0]):
        # Nobody can ask by name for a publisher that has none.
        names = [n for n in names if "{home" not in template_of(f"suggest.{n}", voice.language)]
    if evidence.status not in CLAIMING:
        meant_most = likeliest(question, catalogue)
        names.sort(key=lambda name: name != meant_most)
    return [voice.say(f"suggest.{n}", home=home, partner=partner) for n in names[:SUGGESTED]]


def _is_asked(name: str, question: Question) -> bool:
    """Whether a suggestion is what was asked just now."""
    if name in ("first_partner", "largest", "partners"):
        asked = {"first": "first_partner", "largest": "largest"}.get(question.operation, "partners")
        return question.partners and name == asked
    if name == "last":
        return question.operation == "last"
    return name in (question.property, "exchanges" if question.exchanges else None)


def _tie(places: tuple[str, ...], evidence: Evidence, catalogue: Catalogue) -> Tie | None:
    if evidence.ties:
        return evidence.ties[0]
    for place in places:
        ties = catalogue.ties_of(place) if place in catalogue.gazetteer.places else []
        if ties:
            return ties[0]
    return next(iter(catalogue.ties.values()), None)


def answerable(tie: Tie, catalogue: Catalogue) -> tuple[str, ...]:
    """What is known about a tie, by the names of the suggestions; each sort in turn."""
    if tie.id not in catalogue.answerable:
        catalogue.answerable[tie.id] = tuple(_answerable(tie, catalogue))
    return catalogue.answerable[tie.id]


def _answerable(tie: Tie, catalogue: Catalogue) -> list[str]:
    exchanges = len(catalogue.exchanges([tie]))
    sorts = (
        _of_tie(tie, catalogue),
        ["exchanges"] * (exchanges > 0) + ["last"] * (exchanges > 1),
        [name for name in _OF_PARTNER if catalogue.facts(tie.places[1], name)],
        _of_all(tie.places[0], catalogue),
    )
    turns = chain.from_iterable(zip_longest(*sorts))
    return [name for name in turns if name is not None]


def _of_tie(tie: Tie, catalogue: Catalogue) -> list[str]:
    names = ["signed"] if any(stage.date for stage in tie.stages) else []
    names += ["background"] if catalogue.facts(tie.id, "background") else []
    return names + (["signing_place"] if any(stage.place for stage in tie.stages) else [])


def _of_all(home: str, catalogue: Catalogue) -> list[str]:
    """What can be said of all partners of a place: of those that have a formal stage."""
    ties = [tie for tie in catalogue.ties_of(home) if formal_stage(tie)]
    if len(ties) < 2:
        return []
    dated = [tie for tie in ties if (stage := formal_stage(tie)) and stage.date]
    partners = [next(p for p in tie.places[::-1] if p != home) for tie in ties]
    areas = [fact for place in partners for fact in catalogue.facts(place, "area")[:1]]
    names = ["partners", "first_partner"] if len(dated) == len(ties) else ["partners"]
    return names + (["largest"] if len(rank_facts(areas, False)[0]) > 1 else [])
