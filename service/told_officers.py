"""Who was mayor of a place when something happened, by a line that names the mayor of that place.

Only where what happened is said: who is mayor today is no matter of a report (``service.details``).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from corpus.people import find_people
from service.enquiry import Enquiry
from service.lexicon import has, search
from service.lines import Line
from service.matching import fit
from service.model import Evidence
from service.naming import tells_chief
from service.officers import side_asked


def find_officer(enquiry: Enquiry, places: tuple[str, ...], rows: Iterable[int]) -> Evidence | None:
    """The line that names the officer; None where none does, or lines name several."""
    question = enquiry.question
    side = side_asked(enquiry)
    # "Who was mayor when they came?" asks for no date.
    asked = question.wants in ("person", "what") or search("wants", "person", question.bare)
    if side is None or not asked or has("now", question.bare):
        return None
    if not (question.kinds or question.property in ("signatories", "signed")):
        return None
    free = enquiry.about(places=(), within=(), ambiguous=())
    lines = [Line(enquiry.catalogue, row, places) for row in rows]
    found = [(line.row, name) for line in lines if (name := _named(free, line, side))]
    if len({name for _, name in found}) != 1:
        return None
    rows_found = [row for row, _ in found]
    best = rows_found[int(np.argmax(fit(enquiry, rows_found)))]
    sentence = enquiry.catalogue.index.sentences[best]
    return Evidence("partial", "sentence", places, sentence=sentence)


def _named(enquiry: Enquiry, line: Line, side: str) -> str:
    """The name of the officer of ``side`` in a line that tells of the time in question."""
    text = line.sentence.text
    if not enquiry.in_period(text) or enquiry.demand.is_of_other_day(text):
        return ""
    if not tells_chief(enquiry.question.text, text, surely=True):
        return ""
    return officer_of(line, side)


def officer_of(line: Line, side: str) -> str:
    """The name of somebody with an office in ``side``; empty where a line names none."""
    text, gazetteer = line.sentence.text, line.catalogue.gazetteer
    people = (found.person for found in find_people(text, gazetteer.find(text, line.near)))
    names = (p.name for p in people if p.name and p.place and gazetteer.related(p.place, side))
    return next(names, "")
