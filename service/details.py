"""A detail that stands in a sentence or a row of a page and in no fact: the best one is quoted.

The last resort, where every other step had nothing to say. A sentence is quoted that is about the
places in question and of their time, holds the type of thing that is asked for, and tells nearly
all that the question says (``service.told``), whatever the languages of the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from corpus.dates import find_dates
from corpus.exchanges.kinds import kinds_of
from corpus.people.korean_words import is_korean_name
from corpus.text import fold_text
from index.lexical import tokenize
from index.model import Sentence
from service.concepts import concepts_of, of_sections
from service.detail_types import WAYS, holds_type
from service.enquiry import Enquiry
from service.lexicon import has, search
from service.lines import Line
from service.matching import fit
from service.model import Evidence
from service.quotes import is_about_asked, ranks_unsaid
from service.rows import rows_about
from service.senses import senses_of
from service.told import senses_told, stands_whole, whole
from service.told_officers import has_officer

# What a sentence needs by whether it is of the question's language: the share of the question that
# it tells, and that plus its fit (docs/evaluation.md says how they were chosen).
TOLD_SAME, TOLD_ACROSS = 0.65, 0.65
NEEDED_SAME, NEEDED_ACROSS = 1.1, 1.0
# Without a place, which says which pages are meant, all of it must be told, and a name of so many
# letters.
TOLD_UNPLACED, _NAME = 0.99, 3
# Sentences that tell as much as the best one, and fit as well but for this, are quoted with it
# where several things are asked for.
ALIKE, MOST = 0.15, 7
# And by how much more one must tell than another that would be quoted.
MORE = 0.25
# So many sentences are looked at, those that fit best.
CONSIDERED = 60
# Properties whose values are facts, or nothing: only these may be told by a sentence.
_OPEN = frozenset(
    {None, "background", "signed", "signing_place", "method", "features", "location", "began",
     "proposed", "organization", "economy", "specialties", "travel", "climate", "agreement",
     "economy_food"}
)  # fmt: skip
# Details that say by themselves where they stand: others are told by a sense.
_DETAILS = of_sections("details") - {"lodging"}


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with how much of the question it tells, and with that and its fit together."""

    row: int
    told: float
    score: float
    specific: bool
    words: tuple[str, ...] = ()


def find_detail(enquiry: Enquiry, beside: Sentence | None = None) -> Evidence | None:
    """The sentence that tells the detail asked for; None where none does.

    Where a sentence would be quoted anyhow, only one that tells much more of the question.
    """
    found = all_details(enquiry)
    best = max(found, key=lambda one: one.score, default=None)
    if best is None or not suffices(enquiry, best):
        return None
    sentences = enquiry.catalogue.index.sentences
    if beside is not None:
        told = enquiry.demand.said.share(whole(beside), beside.language).told
        if best.told < told + MORE:
            return None
    more = (
        *(sentences[one.row] for one in _alike(enquiry, found, best)),
        *_explaining(enquiry, best.row),
    )
    return Evidence(
        "partial",
        "sentence",
        enquiry.pair,
        enquiry.ties,
        sentence=sentences[best.row],
        more=more,
    )


def suffices(enquiry: Enquiry, found: Found) -> bool:
    """Whether a sentence tells enough to be quoted."""
    same = enquiry.catalogue.index.sentences[found.row].language == enquiry.question.language
    least = TOLD_SAME if same else TOLD_ACROSS
    if not enquiry.question.places:
        return found.told >= TOLD_UNPLACED and _is_named(enquiry, found)
    needed = NEEDED_SAME if same else NEEDED_ACROSS
    return found.specific and found.told >= least and found.score >= needed


def _is_named(enquiry: Enquiry, found: Found) -> bool:
    """Whether a sentence has the names in a question that names no place: people, or rare words.

    Of Latin ones two side by side that are written as names, since one alone is in half of all
    questions.
    """
    if enquiry.people:
        return True
    text = enquiry.catalogue.index.sentences[found.row].text
    if enquiry.question.language != "en":
        return any(
            (len(word) >= _NAME or is_korean_name(word)) and stands_whole(word, text)
            for word in found.words
        )
    pairs = (f"{one} {other}".title() for one, other in pairwise(found.words))
    return any(re.search(rf"\b{re.escape(pair)}\b", text) for pair in pairs)


def all_details(enquiry: Enquiry) -> list[Found]:
    """The sentences that may answer, with how much of the question each tells."""
    question = enquiry.question
    if not (is_open(enquiry) and enquiry.ties and (question.places or _is_keyed(enquiry))):
        return []
    return weigh(enquiry, _rows(enquiry), _is_about)


def weigh(
    enquiry: Enquiry, rows: list[int], is_about: Callable[[Enquiry, int], bool]
) -> list[Found]:
    """Those of ``rows`` that may answer and are about what is asked, with what each tells."""
    if not rows:
        return []
    sentences = enquiry.catalogue.index.sentences
    fits = fit(enquiry, rows)
    venue = _is_of_venue(enquiry)
    found = []
    for position in np.argsort(-fits)[:CONSIDERED].tolist():
        row, score = rows[position], float(fits[position])
        if not (_may_answer(enquiry, row) and is_about(enquiry, row)):
            continue
        share = enquiry.demand.said.share(whole(sentences[row]), sentences[row].language)
        particular = share.specific or venue or bool(enquiry.strangers)
        found.append(Found(row, share.told, share.told + score, particular, share.words))
    return found


def _is_of_venue(enquiry: Enquiry) -> bool:
    """Whether the building of a signing is asked for: its type and the signing say all."""
    asked = senses_of(enquiry.question.bare)
    return {"building", "sign"} <= asked or bool(asked & WAYS)


def is_open(enquiry: Enquiry) -> bool:
    """Whether a sentence can be the answer: not to what facts are of, is now, or is left out."""
    question = enquiry.question
    return bool(
        question.property in _OPEN
        and not (question.except_for or question.apart)
        and question.wants != "names"
        and not (has("now", question.bare) or has("to_come", question.bare))
        and not has("existence", question.bare)
        and not enquiry.demand.is_of_founding
        and not (question.wants == "date" and "founded" in enquiry.demand.concepts)
    )


def _is_keyed(enquiry: Enquiry) -> bool:
    """Whether a question without a place ranks nothing; its words must be found then."""
    return enquiry.question.operation == "lookup"


def _alike(enquiry: Enquiry, found: Iterable[Found], best: Found) -> list[Found]:
    """Those that answer as well as the best one, where several things are asked for."""
    if enquiry.question.operation != "list" and not has("plural", enquiry.question.bare):
        return []
    sentences = enquiry.catalogue.index.sentences
    language = sentences[best.row].language
    rest = [
        one
        for one in found
        if one.row != best.row
        and one.told >= best.told
        and best.score - one.score <= ALIKE
        and sentences[one.row].language == language
    ]
    return rest[:MOST]


def _explaining(enquiry: Enquiry, row: int) -> tuple[Sentence, ...]:
    """The sentence behind a reason that is told in general: it says more of it."""
    sentences = enquiry.catalogue.index.sentences
    if enquiry.question.wants != "reason" or row + 1 >= len(sentences):
        return ()
    here, behind = sentences[row], sentences[row + 1]
    same = (here.passage, here.language) == (behind.passage, behind.language)
    return (behind,) if same and not find_dates(here.text) else ()


def _rows(enquiry: Enquiry) -> list[int]:
    """The sentences of the places in question; without a place, those with a word of it."""
    if not enquiry.question.places:
        tokens = {token for word in enquiry.demand.said.words for token in tokenize(word)}
        rows = [row for token in sorted(tokens) for row in enquiry.catalogue.rows_with(token)]
        return list(dict.fromkeys(rows))
    return rows_about(enquiry, enquiry.pages or ())


def _may_answer(enquiry: Enquiry, row: int) -> bool:
    """Whether a sentence has the names, figures, time, details and type that are asked for."""
    catalogue, question = enquiry.catalogue, enquiry.question
    sentence = catalogue.index.sentences[row]
    folded = fold_text(sentence.text)
    if catalogue.is_labelled(row) or not enquiry.tells(sentence.text):
        return False
    if not enquiry.in_period(sentence.text) or _lacks_details(enquiry, sentence.text):
        return False
    if enquiry.ways.tells_against(sentence.text) or ranks_unsaid(enquiry, sentence.text):
        return False
    # Whether somebody came is told by what tells of a coming, and not by what there is to see.
    of_visit = question.yes_no or question.wants == "date"
    if of_visit and "visit" in question.kinds and "visit" not in kinds_of(folded):
        return False
    signing = "sign" in senses_of(question.bare) and question.wants != "reason"
    if signing and not senses_of(folded) & {"sign", "pact"}:
        return False
    if not has_officer(enquiry, Line(catalogue, row, enquiry.sides)):
        return False
    return holds_type(enquiry, sentence)


def _lacks_details(enquiry: Enquiry, text: str) -> bool:
    """Whether a detail is asked that a sentence says nothing of."""
    asked = enquiry.demand.concepts & _DETAILS
    if senses_of(enquiry.question.bare) & WAYS:
        asked -= {"met"}
    demand = enquiry.demand
    if demand.is_of_other_day(text) or demand.lacks_counted(text):
        return True
    lacking = enquiry.demand.decisive - senses_told(text)
    folded = fold_text(text)
    if any(search("unit_told", unit, folded) is None for unit in enquiry.demand.units):
        return True
    return bool(lacking or asked - concepts_of(folded))


def _is_about(enquiry: Enquiry, row: int) -> bool:
    """Whether a sentence is about the ties in question.

    One that names no partner is about the one whose heading it stands under, or who was named last
    before it in the same passage.
    """
    catalogue = enquiry.catalogue
    page = catalogue.index.sentences[row].page
    partners = {tie.places[1] for tie in enquiry.ties}
    owner = catalogue.owner_of(row)
    if owner is not None and owner not in partners:
        return False
    if not is_about_asked(enquiry, catalogue.index.sentences[row]):
        return False
    on_page = {tie.places[1] for tie in catalogue.ties_on(page)}
    if on_page <= partners:
        return True
    named = _named(enquiry, row) & on_page
    if named:
        return bool(named & partners)
    return owner in partners or _last_named(enquiry, row, on_page) in partners


def _named(enquiry: Enquiry, row: int) -> frozenset[str]:
    """The places that a sentence names."""
    catalogue = enquiry.catalogue
    sentence = catalogue.index.sentences[row]
    sides = [place for tie in catalogue.ties_on(sentence.page) for place in tie.places]
    return frozenset(mention.place for mention in catalogue.gazetteer.find(sentence.text, sides))


def _last_named(enquiry: Enquiry, row: int, partners: set[str]) -> str | None:
    """The one partner named last before a sentence in its passage."""
    sentences = enquiry.catalogue.index.sentences
    before = row - 1
    while before >= 0 and sentences[before].passage == sentences[row].passage:
        named = _named(enquiry, before) & partners
        if named:
            return next(iter(named)) if len(named) == 1 else None
        before -= 1
    return None
