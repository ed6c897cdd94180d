"""Several things asked in one breath: "면적이랑 인구", "the population of Laoshan and Beijing"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from corpus.gazetteer import Gazetteer
from service.comparing import COMPARABLE
from service.describing import words_of
from service.enquiry import PROPORTIONS, Enquiry
from service.facts import find_place_fact
from service.lexicon import all_of, has, search
from service.linking import BLANK
from service.model import CLAIMING, Evidence, Question

# What may be asked for together of a place; each is answered by itself.
TOGETHER = (
    "area",
    "population",
    "revenue",
    "gdp",
    "homepage",
    "divisions",
    "organization",
    "features",
    "economy",
    "specialties",
    "location",
    "flower",
    "tree",
    "bird",
)
_RARE = frozenset({"flower", "tree", "bird"})
# What is done with one property, and not with several.
_RANKING = ("largest", "smallest", "compare", "count")
# What joins two names, with the particle and the kind of place behind the first.
_JOINT = re.compile(
    r" ?(?:시|구|군|현|市|区|县)? ?(?:,|·|/|&|、|와|과|이?랑|하고|및|(?:, ?)?그리고|(?:, ?)?and"
    r"|as well as|和|跟|与|及|以及|还有) ?(?:the |of |in |also )*"
)


def asked_together(
    bare: str, first: str | None, operation: str, kinds: Sequence[str]
) -> tuple[str, ...]:
    """The properties that are named beside ``first``, in the order of the question.

    How many people there are is the population, where no exchange of any of ``kinds`` has people.
    """
    if first not in TOGETHER or operation in _RANKING:
        return ()
    found: list[tuple[int, int, str]] = []
    for name in TOGETHER:
        match = search("rare" if name in _RARE else "properties", name, bare)
        if match is None and name == "population" and not kinds:
            match = search("wants", "people", bare)
        if match is not None and not any(
            match.start() < e and s < match.end() for s, e, _ in found
        ):
            found.append((match.start(), match.end(), name))
    ordered = tuple(name for _, _, name in sorted(found))
    return ordered if len(ordered) > 1 else ()


def side_by_side(bare: str, order: Sequence[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The places that stand in a row, joined by "and": ``order`` has the place of each blank.

    A place and what it lies in are one ("Laoshan, Qingdao").
    """
    rows: list[list[str]] = [[]]
    gaps = bare.split(BLANK)[1:-1]
    for position, place in enumerate(order):
        if position and not (position <= len(gaps) and _JOINT.fullmatch(gaps[position - 1])):
            rows.append([])
        before = [*rows[-1]]
        if any(place in gazetteer.ancestors(b) or b in gazetteer.ancestors(place) for b in before):
            continue
        rows[-1].append(place)
    longest = max(rows, key=len)
    return tuple(dict.fromkeys(longest)) if len(longest) > 1 else ()


def find_several(enquiry: Enquiry) -> Evidence | None:
    """What is known of each property of each place; None where fewer than two are asked for."""
    question = enquiry.question
    exact = len(COMPARABLE.intersection(question.also)) > 1
    if (question.kinds and not exact) or (question.partners and not question.subjects):
        return None
    if question.operation in _RANKING and not question.also:
        return None
    if PROPORTIONS.intersection(all_of("wants", question.bare)):
        return None
    names = question.also or ((question.property,) if question.property in TOGETHER else ())
    pairs = list(product(question.subjects or (None,), names))
    if len(pairs) < 2:
        return None
    parts = [_part(enquiry, place, name) for place, name in pairs]
    known = [evidence for _, evidence in parts if evidence.status in CLAIMING]
    if not known:
        return None
    return Evidence(
        "answered" if len(known) == len(parts) else "partial",
        "several",
        known[0].places,
        known[0].ties,
        facts=tuple(fact for evidence in known for fact in evidence.facts),
        sentence=next((evidence.sentence for evidence in known if evidence.sentence), None),
        parts=tuple(parts),
    )


def _part(enquiry: Enquiry, place: str | None, name: str) -> tuple[Question, Evidence]:
    """What is known of one property, of one of several places or of the only one."""
    alone = enquiry.about(property=name, rare=name in _RARE, also=(), wants=None, subjects=())
    if place is not None:
        alone = alone.about(places=(place,), about=place, within=(), order=(place,))
    found = find_place_fact(alone) or (_located(alone) if name == "location" else None)
    return alone.question, found or alone.none("not_stated")


def find_location(enquiry: Enquiry) -> Evidence | None:
    """Where a place lies, from the sentence that says it; None where that is not asked."""
    question = enquiry.question
    if question.property != "location" or question.kinds or not question.places:
        return None
    if enquiry.called or enquiry.demand.concepts or words_of(question):
        # Where something is that the place has.
        return None
    return _located(enquiry)


def _located(enquiry: Enquiry) -> Evidence | None:
    """The sentence that says where the place lies, where no label does."""
    index, catalogue = enquiry.catalogue.index, enquiry.catalogue
    subject = enquiry.question.about or enquiry.question.places[-1]
    for page in enquiry.pages or ():
        for row in index.sentences_of(page):
            sentence = index.sentences[row]
            owner = catalogue.owner_of(row)
            named = {m.place for m in catalogue.gazetteer.find(sentence.text, (subject,))}
            own = owner == subject or (owner is None and subject in named)
            if own and has("location_told", sentence.text.lower()):
                return Evidence("partial", "sentence", (subject,), enquiry.ties, sentence=sentence)
    return None
