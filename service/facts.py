"""Facts that answer: a property of a place, or of the tie between two places."""

from __future__ import annotations

import math
from collections.abc import Sequence

from corpus.model import Fact, Stage, Tie, is_unnamed
from service.comparing import COMPARABLE, size
from service.concepts import of_sections
from service.counting import facts_counting
from service.enquiry import PROPORTIONS, TIE_PROPERTIES, Enquiry, overlaps, signed_in
from service.lexicon import all_of, first_of, has
from service.measures import asks_otherwise, wants_figure_of_tie
from service.model import CLAIMING, Evidence, Question, Status
from service.partners import asks_for_nameless, find_partners
from service.period import LAST_DAY
from service.quotes import unfit
from service.senses import sections, senses_of

# Properties whose words ("department", "known for") often belong to an event.
LOOSE = frozenset({"features", "organization", "divisions", "department", "mayor"})
# The part of a stage that a property of its document needs.
_PARTS = {
    "signing_place": "place",
    "agreement": "document",
    "method": "method",
    "signatories": "signatories",
}
# What a signing has that no page states by a label: nothing of the stage answers it.
_OF_TEXT = frozenset({"clauses", "said", "cost", "lodging", "audience"})
# How far a supposed figure may be from the page's: rounded, or with "about" in the question.
EXACTLY, ROUGHLY = 0.01, 0.1
# What is done with a figure of one thing, and not with those of all partners.
_OF_ONE = ("lookup", "compare")
# Buildings that stand for who governs, or are no more than particles of other words.
_OF_ADMINISTRATION = frozenset({"building", "office", "cityhall", "castle", "bridge", "port_call"})
# Types that are asked of a signing itself.
_OF_EVENT = frozenset({"people", "amount", "person", "names", "where", "duration"})
_SIGNING = ("signed", "signing_place", "signatories", "agreement")
# Properties whose lack is worth saying: nothing else on a page could answer them.
_EXACT = frozenset({"homepage", "population", "area", "revenue", "gdp"})


def find_place_fact(enquiry: Enquiry) -> Evidence | None:
    """A property of a place: named, or meant as the partner of the named one."""
    question = enquiry.question
    name = question.property
    if name is None or name in TIE_PROPERTIES or _tells_of_event(enquiry):
        return None
    if asks_otherwise(enquiry):
        return None
    if name in COMPARABLE and question.operation in _OF_ONE and _of_something_in_it(enquiry):
        return None
    subject = _subject(enquiry)
    if question.wants in PROPORTIONS:
        return _in_same_sentence(enquiry, subject, name)
    if subject is None:
        choices = tuple(enquiry.catalogue.subjects(name))
        return Evidence("clarify", choices=choices) if choices else None
    facts = tuple(enquiry.catalogue.facts(subject, name)) or _counting(enquiry, subject)
    if name == "features":
        # What a place is known for is much: of liquor only what tells of liquor answers.
        facts = tuple(fact for fact in facts if not enquiry.demand.lacks(fact.source.quote))
    if facts and name in COMPARABLE and question.period:
        timely = tuple(f for f in facts if f.as_of and overlaps(f.as_of, question.period))
        if not timely:
            return Evidence("not_stated", "fact", (subject,), _only(enquiry), facts=facts[:1])
        facts = timely
    if facts:
        verdict = _agrees(enquiry, facts[0])
        return Evidence("answered", "fact", (subject,), facts=facts, verdict=verdict)
    if question.rare or name in _EXACT:
        return Evidence("not_stated", places=(subject,), ties=_only(enquiry))
    return None


def _counting(enquiry: Enquiry, subject: str) -> tuple[Fact, ...]:
    """The fact of another property that counts the unit asked for: of offices and dongs in one."""
    unit = first_of("counted_units", enquiry.question.bare)
    return tuple(facts_counting(enquiry, subject, unit)[:1]) if unit else ()


def find_tie_fact(enquiry: Enquiry) -> Evidence | None:
    """A property of the tie between two places."""
    question, ties = enquiry.question, enquiry.ties
    if question.property not in TIE_PROPERTIES:
        return None
    if asks_otherwise(enquiry) or wants_figure_of_tie(enquiry):
        return None
    if not ties:
        return enquiry.no_tie()
    if question.property == "method" and question.wants == "date":
        return None
    if has("chief_asked", question.bare) and question.property != "signatories":
        return None
    if enquiry.named is not None and question.property != "signatories":
        return None
    if has("beside_ties", question.bare) and question.property in _SIGNING:
        return None
    if _is_of_new_ones(enquiry) or asks_for_nameless(enquiry):
        return enquiry.none("not_found")
    if len(ties) == 1 or _is_of_nobody(ties):
        return _with_signatories(enquiry, ties[0]) or _of_tie(enquiry, ties[0])
    over_all = question.operation in ("list", "count") and question.property == "signed"
    if over_all or question.operation in ("first", "last"):
        found = find_partners(enquiry.about(partners=True))
        if found is not None or not over_all:
            return found
    of_signing = question.property in ("signed", "agreement")
    dated = signed_in(ties, question.period) if question.period and of_signing else []
    if dated and len({tie.places[0] for tie in dated}) == 1:
        return Evidence("answered", "partners", dated[0].places[:1], tuple(dated))
    return Evidence("clarify", choices=_other_sides(enquiry))


def _is_of_new_ones(enquiry: Enquiry) -> bool:
    """Whether the partners since some time are asked for, and the only one known is older."""
    question, ties = enquiry.question, enquiry.ties
    listed = question.operation == "list" and question.property == "signed"
    open_ended = question.period is not None and question.period.last == LAST_DAY
    one = len(ties) == 1 and len(question.places) < len(ties[0].places)
    return listed and open_ended and one and not signed_in(ties, question.period)


def _with_signatories(enquiry: Enquiry, tie: Tie) -> Evidence | None:
    """When or where it was signed, and by whom, where both are asked; None where they are not."""
    question = enquiry.question
    asked = {"person", "where", "date"}.intersection(all_of("wants", question.bare))
    if "person" not in asked or len(asked) < 2 or question.property not in _SIGNING:
        return None
    first = "signing_place" if "where" in asked else "signed"
    parts = []
    for name in (first, "signatories"):
        alone = enquiry.about(property=name, wants=None)
        found = _of_tie(alone, tie) or alone.none("not_stated")
        parts.append((alone.question, found))
    if not any(found.status in CLAIMING for _, found in parts):
        return None
    facts = tuple(fact for _, found in parts for fact in found.facts)
    whole = all(found.status in CLAIMING for _, found in parts)
    status: Status = "answered" if whole else "partial"
    return Evidence(status, "several", tie.places, (tie,), facts=facts, parts=tuple(parts))


def _of_something_in_it(enquiry: Enquiry) -> bool:
    """Whether a park, a zone or a school is measured, and not the place that it lies in."""
    built = senses_of(enquiry.question.bare) & sections()["buildings"] - _OF_ADMINISTRATION
    return bool(built or enquiry.demand.concepts & of_sections("nature", "economy", "buildings"))


def _in_same_sentence(enquiry: Enquiry, subject: str | None, name: str) -> Evidence | None:
    """The rank or the share that the page tells in one breath with the property itself."""
    catalogue = enquiry.catalogue
    for fact in catalogue.facts(subject, name) if subject else ():
        for row in catalogue.rows(fact.source.page, fact.source.span):
            sentence = catalogue.index.sentences[row]
            if unfit(enquiry, row) is None:
                return Evidence("partial", "sentence", (subject or "",), sentence=sentence)
    return None


def _agrees(enquiry: Enquiry, fact: Fact) -> bool | None:
    """Whether the figure or the bound that a yes-or-no question supposes is that of the fact."""
    question, number = enquiry.question, fact.value.number
    bound = question.condition
    if question.yes_no and bound and bound.property == fact.property and number is not None:
        return None if fact.uncertain else bound.holds(size(fact))
    asked = question.yes_no and len(question.numbers) == 1
    if not asked or number is None or fact.uncertain or fact.property not in COMPARABLE:
        return None
    tolerance = ROUGHLY if has("roughly", question.bare) else EXACTLY
    return math.isclose(next(iter(question.numbers)), number, rel_tol=tolerance)


def _tells_of_event(enquiry: Enquiry) -> bool:
    """Whether a word like "how many people" belongs to a visit and not to a place."""
    question = enquiry.question
    if question.property in LOOSE:
        return bool(question.kinds or question.period)
    about_event = bool(question.kinds) and question.wants in ("people", "person", "date")
    return about_event and question.property not in ("population", "area")


def _subject(enquiry: Enquiry) -> str | None:
    """Whose property is meant: as the words say, else the last named; a follow-up's partner."""
    question = enquiry.question
    places = question.places or question.within
    if question.partners and question.about in question.within and _only(enquiry):
        return enquiry.ties[0].places[1]
    if question.about or not places:
        return question.about
    tie = _only(enquiry)
    if len(places) > 1 and tie and "places" in question.inherited:
        return _spoken_of(enquiry, tie[0])
    name = question.property or ""
    telling = [place for place in places[::-1] if enquiry.catalogue.facts(place, name)]
    return (telling or [places[-1]])[0]


def _spoken_of(enquiry: Enquiry, tie: Tie) -> str:
    """The side that a follow-up goes on with: "there" is away from a district that is known.

    That is the publisher's partner, or the other side where only of that a page states it.
    """
    partner, name = tie.places[1], enquiry.question.property or ""
    if enquiry.catalogue.facts(partner, name) or not has("there", enquiry.question.bare):
        return partner
    home = tie.places[0]
    known = home != enquiry.question.district and enquiry.catalogue.facts(home, name)
    return home if known else partner


def _only(enquiry: Enquiry) -> tuple[Tie, ...]:
    return enquiry.ties if len(enquiry.ties) == 1 else ()


def _of_tie(enquiry: Enquiry, tie: Tie) -> Evidence | None:
    name = enquiry.question.property or ""
    unsigned = name == "signatories" and not any(stage.signatories for stage in tie.stages)
    if has("venue", enquiry.question.bare) and not _tells_venue(enquiry, tie):
        return enquiry.none("not_stated")
    if enquiry.demand.concepts & _OF_TEXT:
        return enquiry.none("not_stated")
    if name in ("signed", *_PARTS) and not unsigned:
        return _of_stage(enquiry, tie)
    if unsigned:
        return None
    facts = enquiry.catalogue.facts(tie.id, name)
    if enquiry.question.wants == "person":
        facts = [
            fact
            for fact in facts
            if _names_somebody(fact.source.quote.lower())
            and not enquiry.demand.lacks(fact.source.quote)
        ]
        if not facts:
            return enquiry.none("not_stated")
    if facts:
        return Evidence("answered", "fact", tie.places, (tie,), facts=tuple(facts[:1]))
    return None if name == "background" else enquiry.none("not_stated")


def _names_somebody(quote: str) -> bool:
    """Whether a folded text tells of people or of institutions that can arrange something."""
    return has("leaders", quote) or has("arrangers", quote)


def _tells_venue(enquiry: Enquiry, tie: Tie) -> bool:
    """Whether the building is told that a question about a signing asks for."""
    about_place = enquiry.question.property in ("signing_place", "signed", "agreement")
    told = any(stage.place and has("venue", stage.place.lower()) for stage in tie.stages)
    return told or not about_place


def _of_stage(enquiry: Enquiry, tie: Tie) -> Evidence:
    """The stage that was asked about, else the formal one; corrected where a period is wrong."""
    question = enquiry.question
    stages = _candidates(enquiry, tie)
    if not stages:
        return enquiry.none("not_stated")
    fitting = [stage for stage in stages if overlaps(stage.date, question.period)]
    if question.period and not fitting and question.property == "signatories":
        # Who signed something else is nobody who signed that.
        return enquiry.none("not_stated")
    if question.yes_no and question.stage is None:
        fitting = [stage for stage in fitting if stage.formal]
    chosen = (fitting or stages)[0]
    if chosen.date is None and not chosen.document and _asks_more(question):
        return enquiry.none("not_stated")
    verdict = False if question.period and not fitting else _verdict(enquiry, tie, chosen)
    facts = _part_facts(enquiry, tie, chosen)
    return Evidence("answered", "stage", tie.places, (tie,), chosen, facts, verdict=verdict)


def _asks_more(question: Question) -> bool:
    """Whether that there is a tie answers nothing: "when?", "in 1990?", "how many were there?"."""
    if question.period is not None or question.wants in _OF_EVENT:
        return True
    return question.wants == "date" and not question.yes_no


def _part_facts(enquiry: Enquiry, tie: Tie, chosen: Stage) -> tuple[Fact, ...]:
    """The label that states the part of the formal stage which was asked for."""
    name = enquiry.question.property or ""
    return (
        tuple(enquiry.catalogue.facts(tie.id, name)[:1]) if chosen.formal and name in _PARTS else ()
    )


def _verdict(enquiry: Enquiry, tie: Tie, chosen: Stage) -> bool | None:
    """Yes or no, where the question can be answered so; the kind of document decides, and where.

    People call any partner a sister city, so a friendship agreement neither is one nor is not.
    """
    question = enquiry.question
    if not question.yes_no or has("alternatives", question.bare):
        return None
    if question.signed_in and chosen.place:
        return _names(enquiry, tie, chosen.place, question.signed_in)
    if question.stage in (None, chosen.kind):
        return True
    return False if chosen.kind in ("intent", "memorandum") else None


def _names(enquiry: Enquiry, tie: Tie, text: str, place: str) -> bool:
    """Whether the words of a page for a place name ``place`` or something in it."""
    gazetteer = enquiry.catalogue.gazetteer
    named = {mention.place for mention in gazetteer.find(text, tie.places)}
    return any(place == one or place in gazetteer.ancestors(one) for one in named)


def _candidates(enquiry: Enquiry, tie: Tie) -> list[Stage]:
    """The stages of the kind that was asked about, and that say what was asked."""
    asked = enquiry.question.stage
    stages = [stage for stage in tie.stages if asked in (None, stage.kind)]
    if not stages and asked in ("friendship", "sister"):
        stages = [stage for stage in tie.stages if stage.formal]
    part = _PARTS.get(enquiry.question.property or "")
    saying = [stage for stage in stages if part is None or getattr(stage, part)]
    return saying or (stages if part == "document" else [])


def _is_of_nobody(ties: Sequence[Tie]) -> bool:
    """Whether one partner's ties are of publishers without a name: there is nothing to choose."""
    return len({tie.places[1] for tie in ties}) == 1 and all(is_unnamed(t.places[0]) for t in ties)


def _other_sides(enquiry: Enquiry) -> tuple[str, ...]:
    named = set(enquiry.question.places)
    sides = dict.fromkeys(enquiry.sides)
    return tuple(place for place in sides if place not in named) or tuple(sides)
