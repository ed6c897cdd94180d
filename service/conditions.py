"""What partners must have: "over a million people", "signed by post", "signed at their side"."""

from __future__ import annotations

from collections.abc import Callable

from corpus.model import Stage, Tie
from corpus.quantities import convert_area, find_quantities
from corpus.text import fold_text
from service.comparing import rank_facts, size
from service.enquiry import Enquiry, formal_stage
from service.lexicon import all_of, has, search
from service.model import Condition, Evidence
from service.numerals import in_figures

_DIMENSIONS = {"area": "area", "people": "population"}
# What pages state of every partner.
_PROPERTIES = ("area", "population")


def find_condition(bare: str, name: str | None) -> Condition | None:
    """The number that partners must exceed or stay below, of the property that is named."""
    text = in_figures(bare)
    over, under = has("more_than", bare), has("less_than", bare)
    if has("no_more_than", bare) or has("no_less_than", bare):
        over, under = has("no_less_than", bare), has("no_more_than", bare)
    if over == under:
        return None
    for quantity in find_quantities(text):
        subject = _DIMENSIONS.get(quantity.dimension or "", name)
        if quantity.number is None or subject not in _PROPERTIES or quantity.number == 0:
            continue
        number = quantity.number
        if quantity.dimension == "area" and quantity.unit:
            number = convert_area(number, quantity.unit)
        return Condition(subject, number, None) if over else Condition(subject, None, number)
    return None


def find_matching(enquiry: Enquiry) -> Evidence | None:
    """The partners that have what is asked: by number, by way or by place of signing."""
    question = enquiry.question
    if question.condition and (question.partners or question.within):
        return _by_number(enquiry, question.condition)
    if len(enquiry.ties) < 2 or has("venue", question.bare):
        return None
    if question.property == "method" and (methods := all_of("methods", question.bare)):
        return _by_stage(enquiry, lambda _, stage: _is_by(stage, methods))
    side = _side(enquiry)
    if side is None:
        return None
    return _by_stage(enquiry, lambda tie, stage: _is_at(enquiry, tie, stage, side))


def _by_number(enquiry: Enquiry, condition: Condition) -> Evidence | None:
    """By a figure of the partners; those that are uncertain are left out and named."""
    homes = {place for place in enquiry.question.places if place in enquiry.catalogue.homes}
    ties = [tie for tie in enquiry.ties if not homes or tie.places[0] in homes]
    owners = tuple(dict.fromkeys(tie.places[0] for tie in ties))
    if len(owners) != 1:
        return Evidence("clarify", choices=owners) if owners else None
    facts = [f for t in ties for f in enquiry.catalogue.facts(t.places[1], condition.property)[:1]]
    known, unsure = rank_facts(facts, smallest_first=condition.most is not None)
    fitting = tuple(fact for fact in known if condition.holds(size(fact)))
    if not fitting:
        return Evidence("not_stated", "matching", owners)
    chosen = {fact.subject for fact in fitting}
    return Evidence(
        "partial" if unsure else "answered",
        "matching",
        owners,
        tuple(tie for tie in ties if tie.places[1] in chosen),
        facts=(*fitting, *unsure),
        total=len(fitting),
    )


def _side(enquiry: Enquiry) -> str | None:
    """Where the signing was to be: ``home``, ``partner``, or the id of a place."""
    question = enquiry.question
    signing = question.property in ("signed", "agreement", "signing_place")
    named = [p for p in question.places if p not in enquiry.catalogue.homes]
    wanted = (
        question.partners or question.operation == "list" or has("which_partner", question.bare)
    )
    if not signing or named or not wanted:
        return None
    if has("signed_home", question.bare):
        return "home"
    if has("signed_away", question.bare):
        return "partner"
    return question.signed_in


def _by_stage(enquiry: Enquiry, fits: Callable[[Tie, Stage], bool]) -> Evidence | None:
    """The ties of which the stage that counts fits."""
    staged = [(tie, formal_stage(tie) or next(iter(tie.stages), None)) for tie in enquiry.ties]
    ties = tuple(tie for tie, stage in staged if stage is not None and fits(tie, stage))
    homes = tuple(dict.fromkeys(tie.places[0] for tie in ties))
    if not ties:
        return enquiry.none("not_stated")
    if len(homes) > 1:
        return Evidence("clarify", choices=homes)
    return Evidence("answered", "matching", homes, ties, total=len(ties))


def _is_by(stage: Stage, methods: tuple[str, ...]) -> bool:
    told = fold_text(stage.method or "")
    return any(search("methods", method, told) for method in methods)


def _is_at(enquiry: Enquiry, tie: Tie, stage: Stage, side: str) -> bool:
    """Whether the page has a stage signed at one side of its tie, or in the place of an id."""
    place = {"home": tie.places[0], "partner": tie.places[1]}.get(side, side)
    gazetteer = enquiry.catalogue.gazetteer
    named = {mention.place for mention in gazetteer.find(stage.place or "", tie.places)}
    return any(place == one or place in gazetteer.ancestors(one) for one in named)
