"""In which fields two sides work together: the sentence that names several of them in a row."""

from __future__ import annotations

import re

from corpus.dates import find_dates
from corpus.text import fold_text
from service.enquiry import Enquiry
from service.lexicon import has
from service.matching import fit
from service.model import Evidence

# Three or more short members in a row.
_ROW = re.compile(
    r"(?:\b[a-z]+(?: [a-z]+){0,2}, ){2,}|(?:[가-힣]{2,8}(?:, ?|·|ㆍ|、)){2,}"
    r"|(?:[一-龥]{2,6}[、,]){2,}"
)


def find_fields(enquiry: Enquiry) -> Evidence | None:
    """What a page names in a row, where fields of exchange are asked for; of no single event."""
    question, catalogue = enquiry.question, enquiry.catalogue
    if question.wants != "fields" or not question.places or question.property:
        return None
    if len(enquiry.ties) != 1:
        return enquiry.none("not_stated", "events")
    partner = enquiry.ties[0].places[1]
    sentences = catalogue.index.sentences
    rows = [
        row
        for page in enquiry.pages or ()
        for row in catalogue.index.sentences_of(page)
        if catalogue.owner_of(row) in (None, partner) and _is_row(sentences[row].text)
    ]
    if not rows:
        return enquiry.none("not_stated", "events")
    best = sentences[rows[int(fit(enquiry, rows).argmax())]]
    return Evidence("partial", "sentence", enquiry.pair, enquiry.ties, sentence=best)


def _is_row(text: str) -> bool:
    """Whether a text names several fields in which there are exchanges."""
    folded = fold_text(text)
    row = _ROW.search(folded) is not None
    return row and has("together", folded) and not find_dates(text)
