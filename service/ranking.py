"""How well exchanges fit what a question means, and how well they have to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model import Exchange
from index.model import Sentence
from service.candidates import has_keywords, specific_kinds
from service.enquiry import Enquiry
from service.matching import fit

# Below this cosine an exchange is not what the question describes, by whether the question and
# the page share a language.
FAR_SAME, FAR_ACROSS = 0.35, 0.27
# A question that names no place must describe its exchange this much better.
UNPLACED = 0.25
# And so must one that has neither a place of the pages nor a word of exchanges.
UNANCHORED = 0.1
# So must one that has no word of exchanges, only a "when" or "how many".
UNTOLD = 0.2
# Each kind that question and exchange share counts as much as this much cosine.
KIND_BONUS = 0.06


@dataclass(frozen=True, slots=True)
class Scored:
    """An exchange, its score, and its sentence that fits best (``fit`` is that without bonus)."""

    exchange: Exchange
    score: float
    fit: float
    sentence: Sentence | None


def rank(enquiry: Enquiry, exchanges: Iterable[Exchange]) -> list[Scored]:
    """``exchanges`` by how well they fit the words of the question, best first."""
    scored = [_score(enquiry, exchange) for exchange in exchanges]
    enquiry.trail.scores((item.exchange, item.score) for item in scored)
    return sorted(scored, key=lambda item: (-item.score, item.exchange.first))


def _score(enquiry: Enquiry, exchange: Exchange) -> Scored:
    catalogue = enquiry.catalogue
    rows = [r for source in exchange.sources for r in catalogue.rows(source.page, source.span)]
    if not rows:
        return Scored(exchange, 0.0, 0.0, None)
    fits = fit(enquiry, rows)
    best = int(fits.argmax())
    shared = len(set(exchange.kinds) & set(enquiry.question.kinds))
    sentence = catalogue.index.sentences[rows[best]]
    return Scored(exchange, float(fits[best]) + KIND_BONUS * shared, float(fits[best]), sentence)


def suffices(enquiry: Enquiry, best: Scored) -> bool:
    """Whether a question says whose exchanges it means, or describes one well enough without."""
    least = floor_of(enquiry, best) + (0.0 if enquiry.is_anchored else UNANCHORED)
    return enquiry.is_placed or enquiry.question.condition is not None or best.score >= least


def floor_of(enquiry: Enquiry, best: Scored) -> float:
    """The least score that counts; higher where no place is named and anything could fit."""
    question = enquiry.question
    same = best.sentence is not None and best.sentence.language == question.language
    floor = FAR_SAME if same else FAR_ACROSS
    if enquiry.is_anchored and has_keywords(enquiry, best.exchange):
        return floor
    floor += 0.0 if question.places or question.within else UNPLACED
    if specific_kinds(question):
        return floor if set(question.kinds) & set(best.exchange.kinds) else floor + UNTOLD
    return floor if question.kinds or question.exchanges or question.period else floor + UNTOLD
