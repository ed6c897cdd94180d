"""What was planned and did not happen, where that is what a question is about.

"So people went in 2017, right?" and "why did they not go?" are answered by the sentence that tells
the visit was called off. Figures and people of a plan answer nothing (``service.demand``).
"""

from __future__ import annotations

import re

from corpus.exchanges.kinds import kinds_of
from corpus.text import fold_text
from service.candidates import specific_kinds
from service.enquiry import Enquiry, overlaps
from service.lexicon import has
from service.matching import fit
from service.model import Evidence

_YEAR = re.compile(r"^\W*((?:19|20)\d\d)(?=\s*[|:：–-])")
# What a question may want that such a sentence can say.
_WANTED = (None, "what", "reason", "date")


def find_fallen(enquiry: Enquiry) -> Evidence | None:
    """The sentence of the partner in question that tells of a plan, or of what was called off."""
    question, catalogue = enquiry.question, enquiry.catalogue
    undone = has("undone", question.bare)
    if has("happened", question.bare) and not undone and not question.yes_no:
        return None
    told = question.kinds or question.exchanges or question.period or undone
    meant = question.period or undone
    if not (told and meant) or question.wants not in _WANTED or len(enquiry.ties) != 1:
        return None
    sentences = catalogue.index.sentences
    rows = [
        row
        for page in enquiry.pages or ()
        for row in catalogue.index.sentences_of(page)
        if _is_of_tie(enquiry, row)
        and _fell_through(sentences[row].text, undone)
        and enquiry.tells(sentences[row].text)
        and _is_timely(enquiry, sentences[row].text)
        and _is_kindred(enquiry, sentences[row].text)
    ]
    if not rows:
        why = undone and question.wants == "reason"
        return enquiry.none("not_stated", "events") if why else None
    best = sentences[rows[int(fit(enquiry, rows).argmax())]]
    return Evidence("partial", "sentence", enquiry.pair, enquiry.ties, sentence=best)


def _is_of_tie(enquiry: Enquiry, row: int) -> bool:
    """Whether a sentence stands under the partner's heading, or names the partner."""
    catalogue, partner = enquiry.catalogue, enquiry.ties[0].places[1]
    owner = catalogue.owner_of(row)
    if owner is not None:
        return owner == partner
    text = catalogue.index.sentences[row].text
    return partner in {m.place for m in catalogue.gazetteer.find(text, enquiry.ties[0].places)}


def _is_timely(enquiry: Enquiry, text: str) -> bool:
    """Whether a date of a text, or a bare year that it begins with, is of the period asked for."""
    period = enquiry.question.period
    years = _YEAR.findall(text) if period else []
    return enquiry.in_period(text) or any(overlaps(year, period) for year in years)


def _fell_through(text: str, undone: bool) -> bool:
    """Whether a text tells of what did not happen; or of a plan, where no failure is asked."""
    folded = fold_text(text)
    return has("cancelled", folded) or (not undone and has("planned", folded))


def _is_kindred(enquiry: Enquiry, text: str) -> bool:
    """Whether a text is of a kind that the question names, where it names any in particular."""
    specific = specific_kinds(enquiry.question)
    return not specific or bool(specific & set(kinds_of(fold_text(text))))
