"""What a question asks: its language, places, property, operation, period and what it inherits."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from corpus.dates import find_dates
from corpus.exchanges.kinds import without_given_names
from corpus.language import detect_language
from corpus.model import Language
from corpus.quantities import find_quantities
from corpus.text import clean, fold_text, is_traditional
from corpus.ties.stages import stage_of
from corpus.wordlists import load_toml
from service.api import Context
from service.authors import settle_authors
from service.bounds import find_condition
from service.catalogue import Catalogue
from service.comparing import COMPARABLE
from service.compound import asked_together, side_by_side
from service.concepts import concepts_of
from service.days import find_days
from service.doings import kinds_in
from service.exclusion import find_exclusion, without_denied
from service.followups import inherit, known_places
from service.lexicon import (
    find_operation,
    find_property,
    first_of,
    has,
    names,
    search,
    strip,
)
from service.linking import BLANK, Linked, link_places
from service.model import Operation, Question
from service.openness import is_open
from service.ordinals import claimed_count, find_ordinal
from service.parts_asked import with_part_asked
from service.period import find_period, with_years
from service.regions import find_region
from service.spelling import as_usual
from service.standing_in import with_own_side

# What a question after the oldest or the newest partner is taken to be about by its words alone.
_OF_RELATION = (None, "signed", "agreement", "background", "began")
_GLUED = re.compile(r"[a-zA-Z가-힣第]-?$")
# What leads from a property to the place behind it; the words of the property may end with it.
_IN_FRONT = re.compile(rf"\W*(?:of|in|does|for|is)\b[^{BLANK}]{{0,12}}{BLANK}")
_LINKING = (" is", " are", " of", " in")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")


def written(text: str) -> str:
    """The words of a question as they are read: cleaned, without the sign that stands for names."""
    return clean(text.replace(BLANK, " "))


def understand(
    text: str,
    context: Context | None,
    catalogue: Catalogue,
    today: date,
    language: Language | None = None,
    district: str | None = None,
) -> Question:
    """Read a question; ``district`` is the id of the place whose website it was asked on."""
    context = context or Context()
    excluded = find_exclusion(written(text), catalogue)
    cleaned = excluded.text
    district = district if district in catalogue.gazetteer.places else None
    near = [*known_places(context.places, catalogue), *([district] if district else [])]
    linked = link_places(cleaned, catalogue, near)
    bare = without_denied(as_usual(strip("source_phrases", linked.bare)))
    name, rare = find_property(bare)
    kinds = kinds_in(_without_names(bare, cleaned))
    condition = find_condition(
        bare,
        name,
        of_visits=bool(kinds) or has("exchanges", bare),
        of_all=_is_of_all(bare, linked, catalogue),
    )
    operation = find_operation(bare)
    alone = operation == "compare" and len(linked.places) < 2
    question = Question(
        text=cleaned,
        bare=bare,
        language=language or detect_language(cleaned),
        traditional=is_traditional(cleaned),
        places=linked.places,
        within=linked.within,
        ambiguous=linked.ambiguous,
        unknown=linked.unknown,
        district=district,
        property=name,
        rare=rare,
        operation=operation,
        wants=first_of("wants", bare),
        yes_no=has("yes_no", bare)
        and first_of("wants", bare) is None
        and not has("which_side", bare),
        stage=stage_of(bare) or ("intent" if has("intent", bare) else None),
        kinds=kinds,
        period=find_period(cleaned, bare, today),
        partners=has("partners", bare),
        exchanges=has("exchanges", bare),
        small_talk=first_of("small_talk", fold_text(cleaned)),
        out_of_scope=has("out_of_scope", bare),
        about=_owner(name, bare, linked),
        numbers=frozenset() if condition else _numbers(cleaned),
        order=linked.order,
        ordinal=find_ordinal(bare),
        claimed=claimed_count(bare),
        signed_in=_place_slot(bare, linked),
        read_as=linked.guessed,
        missed=linked.missed,
        also=asked_together(bare, name, "lookup" if alone else operation, kinds),
        without=excluded.places,
        except_for=excluded.periods,
        apart=excluded.apart,
        condition=condition,
        subjects=side_by_side(bare, linked.order, catalogue.gazetteer),
        region=find_region(bare),
    )
    settled = with_own_side(_settle_topic(question))
    return with_part_asked(_settle_rank(inherit(settled, context, catalogue)), catalogue)


def _without_names(bare: str, text: str) -> str:
    """``bare`` without given names of ``text`` whose parts may be words ("Hyun-Song")."""
    blanked = fold_text(without_given_names(text))
    lost = [name for name in re.findall(r"[a-z]+-[a-z]+", fold_text(text)) if name not in blanked]
    for name in lost:
        bare = bare.replace(name, " ")
    return bare


def _is_of_all(bare: str, linked: Linked, catalogue: Catalogue) -> bool:
    """Whether partners are asked for, of which the question names none."""
    asked = has("partners", bare) or has("which_partner", bare) or has("town", bare)
    return asked and not any(place not in catalogue.homes for place in linked.places)


def _owner(name: str | None, bare: str, linked: Linked) -> str | None:
    """Whose property is meant: "X의 인구", "X的人口", "the population of X"."""
    section = next((s for s in ("properties", "signing") if name in names(s)), None)
    match = search(section, name, bare) if name and section else None
    if match is None or not linked.order:
        return None
    before = bare[: match.start()].count(BLANK)
    behind = _IN_FRONT.match(bare, match.end()) or (
        match.group().endswith(_LINKING) and re.match(rf"\W*{BLANK}", bare[match.end() :])
    )
    nearest = linked.order[before:] if behind else linked.order[:before][::-1]
    meant = (*linked.places, *linked.within, *linked.ambiguous)
    owner = next((place for place in nearest if place in meant), None)
    return None if owner in linked.ambiguous else owner


def _place_slot(bare: str, linked: Linked) -> str | None:
    """The place of signing that a question supposes ("… signed in Hebi?")."""
    match = search("place_slot", "patterns", bare)
    if match is None:
        return None
    position = bare[: match.end()].count(BLANK) - 1
    return linked.order[position] if 0 <= position < len(linked.order) else None


def _numbers(text: str) -> frozenset[float]:
    """Figures that a source must have as well: no dates, nothing glued to a word (COVID-19)."""
    text = strip("requests", fold_text(with_years(text)))
    dated = [mention.span for mention in find_dates(text)]
    dated += [day.span for day in find_days(text)]
    return frozenset(
        quantity.number
        for quantity in find_quantities(text)
        if quantity.number is not None
        and not any(span.start <= quantity.span.start < span.end for span in dated)
        and not _GLUED.search(text[: quantity.span.start])
        and not _YEARLIKE.fullmatch(text[quantity.span.start : quantity.span.end])
    )


def _settle_topic(question: Question) -> Question:
    """What is asked for where the words could be of several things."""
    return _settle_exchange(_settle_relation(_settle_period(question)))


def _settle_period(question: Question) -> Question:
    """All of a time, or the latest, where places are named and nothing in particular is asked."""
    recent = has("lately", question.bare) and question.period is None
    named = question.places and not question.ambiguous and not question.partners
    topic = question.property or question.kinds or question.rare or question.small_talk
    between = len(question.places) > 1 and question.wants == "what"
    listed = question.operation == "list" or question.except_for or question.apart
    asked = question.period or recent or between or listed
    if question.operation == "compare" or not named or topic or not asked:
        return question
    if not is_open(question.bare):
        return question
    operation: Operation = "last" if recent else "list"
    return replace(question, exchanges=True, operation=operation, wants=None, yes_no=False)


def _settle_relation(question: Question) -> Question:
    """Who is the older partner, and since when somebody is one, is told by the signing."""
    bare, kinds = question.bare, set(question.kinds) - {"signing", "visit"}
    if has("group_size", bare):
        return replace(question, property=None, rare=False, wants="people")
    if question.partners and question.property == "location" and len(question.places) < 2:
        return replace(question, property=None, operation="list")
    if question.property == "began" and kinds:
        return replace(question, property=None, wants="date")
    if has("who_first", bare) and kinds and not question.partners:
        return replace(question, operation="first", wants=None)
    if _is_of_senders(question, kinds):
        return replace(question, property=None, exchanges=True, partners=False, operation="list")
    ranked = question.operation in ("first", "last") or question.operation == "compare"
    if has("seniority", bare) and ranked and not kinds and question.property in _OF_RELATION:
        return replace(question, partners=True, property="signed", kinds=(), wants="what")
    if question.property == "began" and has("formal", bare) and not question.partners:
        return replace(question, property="signed", wants=question.wants or "date")
    if question.property == "began" and has("formal", bare) and len(question.places) > 1:
        return replace(question, property="signed", partners=False, wants="date")
    return question


def _is_of_senders(question: Question, kinds: set[str]) -> bool:
    """Whether those are asked for who sent something to the one side that is named."""
    one_sided = has("to_named", question.bare) or has("from_named", question.bare)
    which = has("which_partner", question.bare) or question.wants == "person"
    ranks = question.operation in ("lookup", "first", "list")
    return bool(one_sided and which and ranks and kinds & {"letter", "gift"})


def _settle_rank(question: Question) -> Question:
    """Whether one place is the largest of what it lies in: the page tells its rank, if any."""
    ranks = question.operation in ("largest", "smallest") and question.property in COMPARABLE
    if ranks and question.yes_no and len(question.places) == 1 and not question.partners:
        return replace(question, operation="lookup", wants="rank", within=())
    return question


def _settle_exchange(question: Question) -> Question:
    """An agreement between institutions, or a visit with its purpose, is an exchange."""
    by_people = settle_authors(question)
    if by_people is not None:
        return by_people
    if question.property == "mayor" and question.wants in ("people", "amount", "date", "where"):
        question = replace(question, property=None, rare=False)
    if question.wants == "person" and has("recipient", question.bare):
        question = replace(question, wants=None, operation="list")
    if question.wants == "person" and has("giver", question.bare):
        question = replace(question, wants=None)
    if question.property == "background" and has("why_called", question.bare):
        return replace(question, property=None, wants="reason")
    if question.property == "background" and has("undone", question.bare):
        return replace(question, property=None, wants="reason")
    words = load_toml("stages.toml")["institutions"]["words"]
    institution = any(w in question.bare for w in words) or has("institutions", question.bare)
    institution = institution or "library" in concepts_of(question.bare)
    visiting = bool(set(question.kinds) - {"signing", "council"}) and question.stage is None
    if has("who_visited_whom", question.bare):
        kinds = tuple(dict.fromkeys((*question.kinds, "visit")))
        return replace(question, wants=None, exchanges=True, kinds=kinds, operation="list")
    if question.ordinal and question.property == "signed" and len(question.places) < 2:
        question = replace(question, partners=True)
    whose = question.partners and len(question.places) < 2
    if question.property == "signing_place" and whose and not has("signing_where", question.bare):
        return replace(question, property="signed")
    merely_partner = question.operation not in ("list", "count") and not has(
        "sign_verbs", question.bare
    )
    if question.property == "signed" and question.beside_signing and merely_partner:
        return replace(question, property=None)
    if question.property in ("signed", "agreement", "signing_place") and institution:
        return replace(question, property=None)
    if question.property == "signed" and visiting and not question.partners:
        return replace(question, property=None)
    if question.property == "signed" and question.wants == "person" and whose:
        return replace(question, wants="what")
    if question.property == "signed" and question.wants == "person":
        arranged = has("arranging", question.bare)
        return replace(question, property="background" if arranged else "signatories")
    arranged = question.property == "background" and has("arranging", question.bare)
    if arranged and not has("undone", question.bare):
        return question
    if question.property == "background" and visiting and "signing" not in question.kinds:
        return replace(question, property=None, wants="reason")
    return question
