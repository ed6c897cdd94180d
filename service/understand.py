"""What a question asks: its language, places, property, operation, period and what it inherits."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from corpus.dates import find_dates
from corpus.exchanges.kinds import kinds_of
from corpus.language import detect_language
from corpus.model import Language
from corpus.quantities import find_quantities
from corpus.text import clean, fold_text, is_traditional
from corpus.ties.stages import stage_of
from corpus.wordlists import load_toml
from service.catalogue import Catalogue
from service.lexicon import find_operation, find_property, first_of, has, names, search, strip
from service.linking import BLANK, Linked, link_places
from service.model import Context, Evidence, Question
from service.period import find_period

_GLUED = re.compile(r"[^\W\d_]-?$")
_YEARLIKE = re.compile(r"(?:19|20)\d\d")


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
    cleaned = clean(text)
    district = district if district in catalogue.gazetteer.places else None
    near = [*_known(context.places, catalogue), *([district] if district else [])]
    linked = link_places(cleaned, catalogue, near)
    bare = strip("source_phrases", linked.bare)
    name, rare = find_property(bare)
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
        operation=find_operation(bare),
        wants=first_of("wants", bare),
        yes_no=has("yes_no", bare) and first_of("wants", bare) is None,
        stage=stage_of(bare),
        kinds=kinds_of(strip("documents", bare)),
        period=find_period(cleaned, bare, today),
        partners=has("partners", bare),
        exchanges=has("exchanges", bare),
        small_talk=first_of("small_talk", cleaned.lower()),
        out_of_scope=has("out_of_scope", bare),
        about=_owner(name, bare, linked),
        numbers=_numbers(cleaned),
        signed_in=_place_slot(bare, linked),
        read_as=linked.guessed,
        missed=linked.missed,
    )
    return _inherit(_own_side(_settle_topic(question)), context, catalogue)


def context_of(question: Question, evidence: Evidence) -> Context:
    """What the next question may inherit from this one and its answer."""
    return Context(
        places=list(evidence.places or question.places),
        exchange=evidence.exchanges[0].id if len(evidence.exchanges) == 1 else None,
        property=question.property,
        operation=question.operation,
        language=question.language,
    )


def _owner(name: str | None, bare: str, linked: Linked) -> str | None:
    """Whose property is meant: "X의 인구", "X的人口", "the population of X"."""
    match = search("properties", name, bare) if name and name in names("properties") else None
    if match is None or not linked.order:
        return None
    before = bare[: match.start()].count(BLANK)
    behind = re.match(rf"\W*(?:of|in|does|for|is)\b[^{BLANK}]{{0,12}}{BLANK}", bare[match.end() :])
    nearest = linked.order[before:] if behind else linked.order[:before][::-1]
    meant = (*linked.places, *linked.within)
    return next((place for place in nearest if place in meant), None)


def _place_slot(bare: str, linked: Linked) -> str | None:
    """The place of signing that a question supposes ("… signed in Hebi?")."""
    match = search("place_slot", "patterns", bare)
    if match is None:
        return None
    position = bare[: match.end()].count(BLANK) - 1
    return linked.order[position] if 0 <= position < len(linked.order) else None


def _numbers(text: str) -> frozenset[float]:
    """Figures that a source must have as well: no dates, nothing glued to a word (COVID-19)."""
    text = strip("requests", fold_text(text))
    dated = [mention.span for mention in find_dates(text)]
    return frozenset(
        quantity.number
        for quantity in find_quantities(text)
        if quantity.number is not None
        and not any(span.start <= quantity.span.start < span.end for span in dated)
        and not _GLUED.search(text[: quantity.span.start])
        and not _YEARLIKE.fullmatch(text[quantity.span.start : quantity.span.end])
    )


def _settle_topic(question: Question) -> Question:
    """An agreement between institutions, or a visit with its purpose, is an exchange."""
    institution = any(w in question.bare for w in load_toml("stages.toml")["institutions"]["words"])
    visiting = bool(set(question.kinds) - {"signing", "council"}) and question.stage is None
    merely_partner = question.operation not in ("list", "count") and not has(
        "sign_verbs", question.bare
    )
    if question.property == "signed" and set(question.kinds) - {"signing"} and merely_partner:
        return replace(question, property=None)
    if question.property in ("signed", "agreement", "signing_place") and institution:
        return replace(question, property=None)
    if question.property == "signed" and visiting and not question.partners:
        return replace(question, property=None)
    if question.property == "signed" and question.wants == "person":
        return replace(question, property="background")
    if question.property == "background" and visiting and "signing" not in question.kinds:
        return replace(question, property=None, wants="reason")
    return question


def _own_side(question: Question) -> Question:
    """Our district:  the place whose website the question was asked on."""
    if question.district and has("our_district", question.bare):
        return replace(question, places=(question.district, *question.places))
    return question


def _inherit(question: Question, context: Context, catalogue: Catalogue) -> Question:
    """Take over from the turn before what this question leaves open, unless it opens a topic."""
    if not context.places and not context.property:
        return question
    if context.property not in names("properties") | names("rare"):
        context = context.model_copy(update={"property": None})
    taken: list[str] = []
    known = context.exchange in catalogue.exchange_ids
    if known and _asks_on(question):
        question = replace(question, exchange=context.exchange, property=None)
        taken.append("exchange")
    elif _leaves_property_open(question) and context.property:
        question = replace(question, property=context.property)
        taken.append("property")
    if not question.places and not question.partners and not question.within:
        question = replace(question, places=tuple(_known(context.places, catalogue)))
        taken.append("places")
    elif len(question.places) == 1 and question.places[0] not in context.places:
        question = _with_own_side(question, context, catalogue)
    return replace(question, inherited=tuple(taken))


def _leaves_property_open(question: Question) -> bool:
    """Whether nothing but a place (or a period) is named: "What about Dongcheng?"."""
    topic = question.property or question.kinds or question.partners or question.period
    said = topic or (question.exchanges and question.places)
    return not said and question.operation == "lookup" and not question.small_talk


def _asks_on(question: Question) -> bool:
    """Whether a question without any place or event of its own asks on about the last event."""
    said = question.places or question.period or question.partners or question.small_talk
    detail = question.wants in ("date", "people", "person", "where", "reason")
    return not said and detail and not set(question.kinds) - {"visit"}


def _with_own_side(question: Question, context: Context, catalogue: Catalogue) -> Question:
    """Another partner of the place that was spoken of: "那崂山区呢？" after Seocho and Hebi."""
    place = question.places[0]
    homes = [p for p in _known(context.places, catalogue) if catalogue.tie(p, place)]
    return replace(question, places=(homes[0], place)) if len(homes) == 1 else question


def _known(places: list[str], catalogue: Catalogue) -> list[str]:
    return [place for place in places if place in catalogue.gazetteer.places]
