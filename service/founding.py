"""Since when there is something, from a sentence that tells it: "Since it was founded in 2016"."""

from __future__ import annotations

from corpus.dates import find_dates
from service.enquiry import Enquiry
from service.matching import fit
from service.model import Evidence
from service.quotes import QUOTED_ACROSS, QUOTED_SAME, unfit


def find_founding(enquiry: Enquiry) -> Evidence | None:
    """The sentence that tells the founding of what is asked for; None where none does.

    A date of it alone ("the festival of 2018") tells no founding, however near it is.
    """
    question, catalogue = enquiry.question, enquiry.catalogue
    if not enquiry.demand.is_of_founding or not question.places:
        return None
    sentences = catalogue.index.sentences
    rows = [
        row
        for page in enquiry.pages or ()
        for row in catalogue.index.sentences_of(page)
        if enquiry.demand.shared(catalogue.concepts(row))
        and find_dates(sentences[row].text)
        and unfit(enquiry, row) is None
    ]
    if not rows:
        return None
    fits = fit(enquiry, rows)
    best = sentences[rows[int(fits.argmax())]]
    least = QUOTED_SAME if best.language == question.language else QUOTED_ACROSS
    if float(fits.max()) < least:
        return None
    return Evidence("partial", "sentence", enquiry.pair, enquiry.ties, sentence=best)
