"""What partners must have: "over a million people", "signed by post", "signed at their side"."""

from __future__ import annotations

from collections.abc import Callable

from corpus.model import Stage, Tie
from corpus.text import fold_text
from service.bounds import PARTNERS_HAVE
from service.comparing import rank_facts, size
from service.enquiry import Enquiry, formal_stage
from service.lexicon import all_of, has, search
from service.linking import BLANK
from service.model import Condition, Evidence


def find_matching(enquiry: Enquiry) -> Evidence | None:
    """The partners that have what is asked: by number, by way or by place of signing."""
    question = enquiry.question
    condition = question.condition or _beyond(enquiry)
    if condition and condition.property in PARTNERS_HAVE and _is_of_all(enquiry):
        return _by_number(enquiry, condition)
    if len(enquiry.ties) < 2 or has("venue", question.bare):
        return None
    if question.property == "method" and (methods := all_of("methods", question.bare)):
        return _by_stage(enquiry, lambda _, stage: _is_by(stage, methods))
    side = _side(enquiry)
    if side is None:
        return None
    return _by_stage(enquiry, lambda tie, stage: _is_at(enquiry, tie, stage, side))


def _is_of_all(enquiry: Enquiry) -> bool:
    """Whether the question is of partners, and of none by its name."""
    question = enquiry.question
    asked = question.partners or question.within or has("which_partner", question.bare)
    return bool(asked or has("town", question.bare)) and not _own(enquiry)


def _own(enquiry: Enquiry) -> list[str]:
    """The partners whose own figure is asked for: none that others are compared with."""
    homes, reference = enquiry.catalogue.homes, _reference(enquiry)
    return [place for place in enquiry.question.places if place not in homes and place != reference]


def _reference(enquiry: Enquiry) -> str | None:
    """The place that others are to be larger or smaller than."""
    match = search("reference", "patterns", enquiry.question.bare)
    if match is None:
        return None
    first = match.group().startswith(BLANK)
    position = enquiry.question.bare[: match.start() if first else match.end()].count(BLANK)
    position -= 0 if first else 1
    order = enquiry.question.order
    return order[position] if 0 <= position < len(order) else None


def _beyond(enquiry: Enquiry) -> Condition | None:
    """The bound that another place sets: "the partners larger than ▢"."""
    question, reference = enquiry.question, _reference(enquiry)
    name, one = question.property, question.yes_no or "places" in question.inherited
    if reference is None or one or name not in PARTNERS_HAVE or not question.partners:
        return None
    found = enquiry.catalogue.facts(reference, name)
    if not found or found[0].value.number is None or found[0].uncertain:
        return None
    bound = size(found[0])
    if has("smaller", question.bare):
        return Condition(name, None, bound, strict=True)
    return Condition(name, bound, None, strict=True)


def _ties(enquiry: Enquiry) -> tuple[Tie, ...]:
    """The ties in question; where others are measured by a partner, those of its own side."""
    reference, homes = _reference(enquiry), enquiry.catalogue.homes
    if reference is None or reference in homes:
        return enquiry.ties
    named = tuple(place for place in enquiry.question.places if place in homes)
    tied = (tie.places[0] for tie in enquiry.catalogue.ties_of(reference))
    return enquiry.about(places=named or tuple(dict.fromkeys(tied))[:1]).ties


def _by_number(enquiry: Enquiry, condition: Condition) -> Evidence | None:
    """By a figure of the partners; those without a sure one are left out and named."""
    homes = {place for place in enquiry.question.places if place in enquiry.catalogue.homes}
    ties = [tie for tie in _ties(enquiry) if not homes or tie.places[0] in homes]
    owners = tuple(dict.fromkeys(tie.places[0] for tie in ties))
    if len(owners) != 1:
        return Evidence("clarify", choices=owners) if owners else None
    partners = tuple(dict.fromkeys(tie.places[1] for tie in ties))
    facts = [f for p in partners for f in enquiry.catalogue.facts(p, condition.property)[:1]]
    known, unsure = rank_facts(facts, smallest_first=condition.most is not None)
    fitting = tuple(fact for fact in known if condition.holds(size(fact)))
    if not fitting:
        return Evidence("not_stated", "matching", owners)
    chosen = {fact.subject for fact in fitting}
    told = {fact.subject for fact in facts}
    lacking = tuple(place for place in partners if place not in told)
    return Evidence(
        "partial" if unsure or lacking else "answered",
        "matching",
        owners,
        tuple(tie for tie in ties if tie.places[1] in chosen),
        facts=(*fitting, *unsure),
        total=len(fitting),
        lacking=lacking,
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
