"""What bears on a question: facts first, then exchanges, then the best sentence of a passage."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from index.search import LookedUp
from service.belonging import asks_belonging, find_belonging
from service.catalogue import CONTACT
from service.comparing import find_comparison
from service.compound import find_location, find_several
from service.conditions import find_matching
from service.correcting import find_corrected, find_redated
from service.counting import find_most_units
from service.crowds import find_crowd
from service.described import find_meant, named
from service.describing import words_of
from service.details import find_detail
from service.each import find_each
from service.enquiry import Enquiry
from service.events import find_events
from service.facts import find_place_fact, find_tie_fact
from service.fallen import find_fallen
from service.fields import find_fields
from service.founding import find_founding
from service.having import find_having
from service.lexicon import has
from service.mentioned import find_lined, find_mentioned
from service.model import CLAIMING, Evidence
from service.partners import find_partners
from service.precedence import find_precedence
from service.profile import find_profile
from service.quotes import find_sentence
from service.sections import find_section
from service.sought import sought_terms
from service.standing import find_standing
from service.tally import find_tally
from service.totals import find_total

Step = Callable[[Enquiry], Evidence | None]
# A date of which only the year is known.
_YEAR = re.compile(r"\d{4}")


def find_evidence(enquiry: Enquiry) -> Evidence:
    """Evidence for a question; its status says whether it answers."""
    found = _or_mentioned(enquiry, _or_detail(enquiry, _first_to_speak(enquiry)))
    found = _unless_unknown(enquiry, found)
    return find_total(enquiry, found) or found


def _unless_unknown(enquiry: Enquiry, evidence: Evidence) -> Evidence:
    """What was found; nothing, where it is asked back which place is meant and one is named that
    no page and no gazetteer knows.
    """
    question = enquiry.question
    named = question.places or question.within or question.ambiguous or question.inherited
    if evidence.status != "clarify" or named or not enquiry.called:
        return evidence
    return Evidence("not_found")


def look_up(enquiry: Enquiry) -> LookedUp:
    """What the words of a question find among the passages of its ties."""
    question, index = enquiry.question, enquiry.catalogue.index
    terms = sought_terms(question, index)
    return index.look_up(question.text, question.language, enquiry.pages, terms)


def _or_detail(enquiry: Enquiry, evidence: Evidence) -> Evidence:
    """What was found; for nothing, or for a sentence that tells less, the one that tells it.

    What else a question says may tell which of several is meant as well.
    """
    if enquiry.question.ambiguous and evidence.status != "clarify":
        # Which one is meant was settled, and the others are still among the places in question.
        return evidence
    if asks_belonging(enquiry.question.bare) or enquiry.question.property == "phone":
        # No sentence that tells something else of the place tells that.
        return evidence
    quoted = evidence.topic == "sentence" and evidence.sentence is not None
    if enquiry.question.several:
        return evidence
    said = evidence.status == "clarify" and words_of(enquiry.question)
    coarse = _is_coarser(enquiry, evidence)
    if not (quoted or said or coarse) and evidence.status not in ("not_found", "not_stated"):
        return evidence
    detail = find_detail(enquiry, beside=evidence.sentence if quoted else None)
    enquiry.trail.step("detail", detail)
    return detail or evidence


def _is_coarser(enquiry: Enquiry, evidence: Evidence) -> bool:
    """Whether the day is asked for, and exchanges were found of which only the year is known."""
    days = has("asks_day", enquiry.question.bare) and evidence.topic == "events"
    return days and all(_YEAR.fullmatch(found.date or "") for found in evidence.exchanges)


def _or_mentioned(enquiry: Enquiry, evidence: Evidence) -> Evidence:
    """What was found; where no tie is known, what pages say that name the places together."""
    status, question = evidence.status, enquiry.question
    nothing = status in ("not_found", "not_stated")
    contained = bool(question.within) and not question.places
    untied = status == "no_such_tie" or (nothing and (enquiry.is_untied or contained))
    open_still = status == "clarify" and bool(question.ambiguous)
    if nothing and not untied:
        told = find_lined(enquiry)
        enquiry.trail.step("lined", told)
        return told or evidence
    if not (untied or open_still):
        return evidence
    mentioned = find_mentioned(enquiry)
    enquiry.trail.step("mentioned", mentioned)
    if mentioned is None and status == "not_stated" and enquiry.is_untied:
        # What the pages do not state is of ties that nobody asked about.
        return enquiry.no_tie()
    return mentioned or evidence


def _first_to_speak(enquiry: Enquiry) -> Evidence:
    """Each step in turn, until one has something to say."""
    steps: tuple[Step, ...] = (
        _picked,
        _chat,
        _which_visit,
        find_belonging,
        _contact,
        _homonym,
        _stranger,
        find_crowd,
        find_matching,
        find_most_units,
        _of_described,
        find_standing,
        find_precedence,
        find_comparison,
        _of_today,
        _of_every_one,
        find_tally,
        find_profile,
        find_having,
        find_partners,
        find_several,
        find_each,
        find_place_fact,
        find_location,
        find_tie_fact,
        find_founding,
        find_corrected,
        find_fields,
        find_section,
        find_events,
        find_fallen,
        find_redated,
        find_sentence,
    )
    for step in steps:
        evidence = step(enquiry)
        enquiry.trail.step(_name(step), evidence)
        if evidence is not None:
            return evidence
    raise AssertionError("the last step always speaks")


def _picked(enquiry: Enquiry) -> Evidence | None:
    """What is known of each place that is asked for one by one; None where none is."""
    question, tie = enquiry.question, enquiry.catalogue.tie
    if not question.picked:
        return None
    parts = []
    for place in question.picked:
        sides = tuple(side for side in question.places if tie(side, place))
        alone = enquiry.about(picked=(), places=(*sides, place))
        parts.append((alone.question, _first_to_speak(alone)))
    known = [evidence for _, evidence in parts if evidence.status in CLAIMING]
    if not known:
        return parts[0][1]
    return Evidence(
        "answered" if len(known) == len(parts) else "partial",
        "picked",
        question.picked,
        tuple(dict.fromkeys(tie for evidence in known for tie in evidence.ties)),
        facts=tuple(fact for evidence in known for fact in evidence.facts),
        exchanges=tuple(e for evidence in known for e in evidence.exchanges),
        parts=tuple(parts),
    )


def _of_described(enquiry: Enquiry) -> Evidence | None:
    """What is asked of a partner that is described; None where none is, or nothing of it."""
    meant = find_meant(enquiry)
    if meant is None:
        return None
    if len(meant.ties) > 1:
        return Evidence("clarify", choices=tuple(tie.places[1] for tie in meant.ties))
    homes = [place for place in meant.ties[0].places if place in enquiry.question.places]
    home = (homes or list(meant.ties[0].places))[0]
    return _first_to_speak(replace(enquiry, question=named(enquiry.question, meant, home)))


@lru_cache(maxsize=64)
def _name(step: Step) -> str:
    return step.__name__.removeprefix("find_").strip("_")


def _chat(enquiry: Enquiry) -> Evidence | None:
    """Small talk, and what has nothing to do with exchanges."""
    question = enquiry.question
    own = "places" not in question.inherited
    named = (question.places if own else ()) or question.ambiguous
    if question.out_of_scope and not (question.property and not question.rare and named):
        return Evidence("out_of_scope")
    asked = question.property if "property" not in question.inherited else None
    said = named or asked or question.period or question.within
    return Evidence("small_talk") if question.small_talk and not said else None


def _which_visit(enquiry: Enquiry) -> Evidence | None:
    """Which of several is meant, where a follow-up asks who came and does not say when."""
    return Evidence("clarify") if enquiry.question.several else None


def _contact(enquiry: Enquiry) -> Evidence | None:
    """Department, phone, office and date of the page."""
    name = enquiry.question.property
    if name not in CONTACT or enquiry.question.period or set(enquiry.question.kinds) - {"staff"}:
        return None
    if has("institution_contact", enquiry.question.bare):
        # The office that publishes is not the association that somebody wants to call.
        return enquiry.none("not_stated")
    if has("office_head", enquiry.question.bare) or _is_of_another(enquiry) or enquiry.is_untied:
        return enquiry.none("not_stated")
    homes = list(dict.fromkeys(tie.places[0] for tie in enquiry.ties))
    facts = [fact for home in homes for fact in enquiry.catalogue.facts(home, name)]
    subjects = tuple(dict.fromkeys(fact.subject for fact in facts))
    if len(subjects) == 1:
        return Evidence("answered", "contact", subjects, facts=tuple(facts[:1]))
    return Evidence("clarify", choices=subjects) if facts else enquiry.none("not_stated")


def _is_of_another(enquiry: Enquiry) -> bool:
    """Whether the office of a place is asked for that does not publish: the page names its own."""
    question, homes = enquiry.question, enquiry.catalogue.homes
    own = set(question.places) & homes or question.inherited or question.property == "updated"
    on_exchanges = question.exchanges or question.partners or has("about_exchanges", question.bare)
    return bool(question.places or question.within) and not own and not on_exchanges


def _of_today(enquiry: Enquiry) -> Evidence | None:
    """Who is where now, and what is planned: the pages tell what was."""
    question = enquiry.question
    told = question.kinds or question.exchanges or question.wants in ("people", "person", "names")
    if question.property or question.period or not (told or question.yes_no):
        return None
    if has("now", question.bare) and has("naming", question.bare):
        return enquiry.none("not_stated")
    posted = has("now", question.bare) and has("stationed", question.bare)
    planned = has("to_come", question.bare) and told
    return enquiry.none("not_stated", "events") if posted or planned else None


def _of_every_one(enquiry: Enquiry) -> Evidence | None:
    """Whether something is so of all partners: what is not on a page may have been."""
    question = enquiry.question
    universal = question.yes_no and has("universal", question.bare)
    told = question.kinds or question.exchanges
    if not (universal and told) or (question.property and not question.partners):
        return None
    return enquiry.none("not_stated", "events")


def _homonym(enquiry: Enquiry) -> Evidence | None:
    """A name of several places: the one that has a tie with the other place, else a choice."""
    question = enquiry.question
    if not question.ambiguous:
        return None
    fitting = [place for place in question.ambiguous if _is_tied(place, enquiry)]
    if len(fitting) == 1:
        places = (*question.places, fitting[0])
        return _first_to_speak(enquiry.about(ambiguous=(), places=places))
    return Evidence("clarify", choices=tuple(fitting or question.ambiguous))


def _is_tied(place: str, enquiry: Enquiry) -> bool:
    others = enquiry.question.places
    return not others or any(enquiry.catalogue.tie(place, other) for other in others)


def _stranger(enquiry: Enquiry) -> Evidence | None:
    """A name in a partner's slot that no gazetteer knows."""
    question = enquiry.question
    about_places = question.property is not None and not question.kinds
    about_ties = question.property == "signed"
    return Evidence("not_found") if question.unknown and (about_places or about_ties) else None
