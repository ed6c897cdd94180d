"""How many partners a page says that its publisher has: more than those that it tells of."""

from __future__ import annotations

from corpus.text import fold_text
from service.enquiry import Enquiry
from service.lexicon import search_all
from service.model import Evidence
from service.period import count_of


def find_total(enquiry: Enquiry, counted: Evidence) -> Evidence | None:
    """The sentence with a larger number of partners than were counted; None where none has one.

    Only where all partners of one place are counted: what a sentence says of a country or a time is
    not told apart.
    """
    question, index = enquiry.question, enquiry.catalogue.index
    whole = counted.topic == "partners" and question.operation == "count"
    narrowed = question.within or question.period or question.region or question.without
    homes = {tie.places[0] for tie in counted.ties}
    if not whole or narrowed or question.condition or len(homes) != 1:
        return None
    stated = [
        (number, row)
        for page, home in index.homes.items()
        if home in homes
        for row in index.sentences_of(page)
        for number in _totals(index.sentences[row].text)
    ]
    most, row = max(stated, default=(0, 0), key=lambda found: found[0])
    if most <= len(counted.ties):
        return None
    return Evidence("partial", "sentence", tuple(homes), sentence=index.sentences[row])


def _totals(text: str) -> list[int]:
    """The numbers of partner cities in a text."""
    found = [
        count_of(next(group for group in match.groups() if group))
        for match in search_all("totals_told", fold_text(text))
    ]
    return [number for number in found if number is not None]
