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

# Cosine from which a sentence is quoted as the answer, in the question's own language and across
# languages (see docs/evaluation.md for how they were chosen).
QUOTED_SAME, QUOTED_ACROSS = 0.42, 0.36
# Sentences that are tried for the type asked for, best first.
CONSIDERED = 5


def find_sentence(enquiry: Enquiry) -> Evidence:
    """The sentence that fits best and is of the type asked for, or an honest no."""
    question, index = enquiry.question, enquiry.catalogue.index
    if question.rare:
        return enquiry.none("not_stated" if question.places else "out_of_scope")
    if question.places and not enquiry.ties:
        return enquiry.no_tie() if len(question.places) > 1 else enquiry.none("not_found")
    rows = _rows(enquiry)
    if not rows:
        return enquiry.none("not_found")
    fits = fit(enquiry, rows)
    for position in np.argsort(-fits)[:CONSIDERED]:
        sentence = index.sentences[rows[int(position)]]
        same = sentence.language == question.language
        if float(fits[position]) < (QUOTED_SAME if same else QUOTED_ACROSS):
            break
        if _is_of_type(question, sentence) and enquiry.names_strangers(sentence.text):
            return Evidence("partial", "sentence", enquiry.pair, enquiry.ties, sentence=sentence)
    return enquiry.none("not_found")


def best_fit(enquiry: Enquiry) -> float:
    """How well the best sentence of the pages in question fits."""
    rows = _rows(enquiry)
    return float(fit(enquiry, rows).max()) if rows else 0.0


def _rows(enquiry: Enquiry) -> list[int]:
    """The sentences about the places in question: not those in another partner's section."""
    catalogue = enquiry.catalogue
    index = catalogue.index
    partners = {None, *(tie.places[1] for tie in enquiry.ties)}
    return [
        row
        for page in enquiry.pages or ()
        for row in index.sentences_of(page)
        if catalogue.partner_of(catalogue.passage(index.sentences[row].passage)) in partners
    ]


def _is_of_type(question: Question, sentence: Sentence) -> bool:
    if question.wants == "date":
        return bool(find_dates(sentence.text))
    if question.wants == "people":
        return bool(find_quantities(sentence.text))
    if question.wants in ("percent", "rank"):
        return has(question.wants, sentence.text.lower())
    if question.wants == "person":
        return has("leaders", sentence.text.lower())
    return True
