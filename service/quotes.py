"""The best sentence of the pages, where no fact and no exchange answers."""

from __future__ import annotations

import numpy as np

from corpus.dates import find_dates
from corpus.quantities import find_quantities
from index.model import Sentence
from service.enquiry import Enquiry
from service.lexicon import has
from service.matching import fit
from service.model import Evidence, Question
from service.trail import Reason

# Cosine from which a sentence is quoted as the answer, in the question's own language and across
# languages (see docs/evaluation.md for how they were chosen).
QUOTED_SAME, QUOTED_ACROSS = 0.59, 0.37
# And how far it must rise above the mean of the pages' sentences, which takes out what one
# question fits everywhere: on the development questions wrong quotes rose by .06, right ones by
# .09 to .47.
LIFT = 0.10
# How much more a question must fit that names no place.
UNPLACED = 0.15
# More than any sentence fits.
NEVER = 9.9
# Sentences that are tried for the type asked for, best first.
CONSIDERED = 5


def find_sentence(enquiry: Enquiry) -> Evidence:
    """The sentence that fits best and is of the type asked for, or an honest no."""
    question, index = enquiry.question, enquiry.catalogue.index
    if question.rare:
        return enquiry.none("not_stated" if question.places else "out_of_scope")
    if enquiry.is_vague:
        return enquiry.none("not_found")
    if not enquiry.ties:
        return enquiry.no_tie() if len(question.places) > 1 else enquiry.none("not_found")
    rows = _rows(enquiry)
    if not rows:
        return enquiry.none("not_found")
    fits = fit(enquiry, rows)
    usual = float(fits.mean())
    enquiry.trail.scores(
        (index.sentences[row], float(score)) for row, score in zip(rows, fits, strict=True)
    )
    for position in np.argsort(-fits)[:CONSIDERED]:
        sentence = index.sentences[rows[int(position)]]
        least = max(_threshold(enquiry, sentence), usual + LIFT)
        enquiry.trail.needs((sentence,), least)
        if float(fits[position]) < least:
            enquiry.trail.drop(sentence, "below_threshold")
            break
        reason = _unfit(enquiry, rows[int(position)])
        if reason is None:
            return Evidence("partial", "sentence", enquiry.pair, enquiry.ties, sentence=sentence)
        enquiry.trail.drop(sentence, reason)
    told = question.kinds or question.period or question.exchanges
    return enquiry.none("not_stated", "events") if told else enquiry.none("not_found")


def _unfit(enquiry: Enquiry, row: int) -> Reason | None:
    """Why a sentence that means the right thing does not answer; None where it does."""
    sentence = enquiry.catalogue.index.sentences[row]
    if not enquiry.tells(sentence.text):
        return "lacks_details"
    if not enquiry.in_period(sentence.text):
        return "outside_period"
    if not _is_about(enquiry, sentence):
        return "other_place"
    if not _shares_words(enquiry, row):
        return "lacks_words"
    return None if _is_of_type(enquiry.question, sentence) else "lacks_type"


def _threshold(enquiry: Enquiry, sentence: Sentence) -> float:
    """From where a sentence is quoted; higher where no place says which pages are meant."""
    question = enquiry.question
    same = sentence.language == question.language
    if not same and not enquiry.is_anchored:
        return NEVER
    placed = question.places or question.within or question.inherited
    return (QUOTED_SAME if same else QUOTED_ACROSS) + (0.0 if placed else UNPLACED)


def _is_about(enquiry: Enquiry, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the one place in question, and not only of the other side."""
    sides = {place for tie in enquiry.ties for place in tie.places}
    asked = sides.intersection(enquiry.question.places)
    if len(asked) != 1 or len(enquiry.ties) != 1:
        return True
    gazetteer = enquiry.catalogue.gazetteer
    for text in (sentence.text, sentence.context):
        named = sides.intersection(m.place for m in gazetteer.find(text, sides))
        if named:
            return bool(named & asked)
    return True


def _shares_words(enquiry: Enquiry, row: int) -> bool:
    """Whether a sentence of the question's language has one of its words, whatever the number.

    Of the development questions that were quoted without any, all that had one were right.
    """
    index = enquiry.catalogue.index
    if index.sentences[row].language != enquiry.question.language or not enquiry.words:
        return True
    words = {word.rstrip("s") for word in enquiry.catalogue.words(row)}
    return any(word.rstrip("s") in words for word in enquiry.words)


def best_fit(enquiry: Enquiry) -> float:
    """How well the best sentence of the pages and the period in question fits."""
    sentences = enquiry.catalogue.index.sentences
    rows = [row for row in _rows(enquiry) if enquiry.in_period(sentences[row].text)]
    return float(fit(enquiry, rows).max()) if rows else 0.0


def _rows(enquiry: Enquiry) -> list[int]:
    """The sentences about the places in question: not those in another partner's section."""
    catalogue = enquiry.catalogue
    index = catalogue.index
    partners = {None, *(tie.places[1] for tie in enquiry.ties)}
    against = {
        row
        for exchange in catalogue.exchanges(enquiry.ties)
        if enquiry.goes_against(exchange)
        for source in exchange.sources
        for row in catalogue.rows(source.page, source.span)
    }
    return [
        row
        for page in enquiry.pages or enquiry.catalogue.index.pages
        for row in index.sentences_of(page)
        if row not in against
        and not catalogue.is_labelled(row)
        and catalogue.partner_of(catalogue.passage(index.sentences[row].passage)) in partners
    ]


def _is_of_type(question: Question, sentence: Sentence) -> bool:
    if question.wants == "date":
        return bool(find_dates(sentence.text))
    if question.wants in ("people", "amount"):
        return has_figure(sentence.text)
    if question.wants in ("percent", "rank"):
        return has(question.wants, sentence.text.lower())
    if question.wants == "person":
        return has("leaders", sentence.text.lower()) or has("persons", sentence.text.lower())
    return True


def has_figure(text: str) -> bool:
    """Whether ``text`` has a number that is no part of a date."""
    dated = [mention.span for mention in find_dates(text)]
    return any(
        not any(span.start <= quantity.span.start < span.end for span in dated)
        and not text[: quantity.span.start][-1:].isalpha()
        for quantity in find_quantities(text)
    )
