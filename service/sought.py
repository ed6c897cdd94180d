"""What a question is after, as terms that passages in any language may have."""

from __future__ import annotations

from index.search import Index
from index.terms import date_terms, kind_term, place_terms, property_term
from service.model import Question


def sought_terms(question: Question, index: Index) -> list[str]:
    """The terms of a question's words, and of what it was understood to ask and to inherit.

    They raise passages about its places, period, property and kinds, and shut out none.
    """
    period = question.period.edtf if question.period else None
    terms = [
        *index.terms(question.text),
        *place_terms([*question.places, *question.within], index.gazetteer),
        *(date_terms(period) if period else ()),
        *([property_term(question.property)] if question.property else ()),
        *map(kind_term, question.kinds),
    ]
    return list(dict.fromkeys(terms))
