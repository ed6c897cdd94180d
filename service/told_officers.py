"""Who was mayor of a place when something happened, by a line that names the mayor of that place.

Only where what happened is said: who is mayor today is no matter of a report (``service.details``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Span
from corpus.people import find_people
from corpus.text import fold_text
from service.enquiry import Enquiry
from service.lexicon import has, search
from service.line_quotes import fittest, quoted
from service.lines import Line
from service.model import Evidence
from service.naming import tells_chief
from service.officers import side_asked
from service.told import whole

# The share of the question that the line tells: who was mayor on another day is no answer.
_TOLD = 0.5
# What may stand between a place and its officer: "Auckland's new mayor", "奥克兰新任市长".
_FRONT = re.compile(
    r"(?:'s|市|的)? ?(?:new|newly elected|then|新任|新當選的?|新当选的?|신임|당시)? ?"
)
_BEHIND = re.compile(r" (?:of|from) (?:the city of )?")


def find_officer(
    enquiry: Enquiry, places: tuple[str, ...], lines: Sequence[Line]
) -> Evidence | None:
    """The line that names the officer; None where none does, or lines name several."""
    question = enquiry.question
    side = side_asked(enquiry)
    if side is None or not _asks_who(enquiry) or has("now", question.bare):
        return None
    if not (question.kinds or question.property in ("signatories", "signed")):
        return None
    free = enquiry.about(places=(), within=(), ambiguous=())
    found = [(line.row, name) for line in lines if (name := _named(free, line, side))]
    if len({name for _, name in found}) != 1:
        return None
    best = fittest(enquiry, [row for row, _ in found])
    return quoted(places, [enquiry.catalogue.index.sentences[best]])


def _asks_who(enquiry: Enquiry) -> bool:
    """Whether a person is asked for: "who was mayor when they came?" asks for no date."""
    question, named = enquiry.question, enquiry.named
    if has("office_object", question.bare):
        return False
    who = question.wants == "person" or bool(search("wants", "person", question.bare))
    who = who or (question.wants == "what" and has("naming", question.bare))
    return who or (named is not None and named.sort == "person")


def has_officer(enquiry: Enquiry, line: Line) -> bool:
    """Whether a line names the officer whom a question asks for; true where it asks for none."""
    side = side_asked(enquiry)
    return side is None or not _asks_who(enquiry) or bool(officer_of(line, side))


def _named(enquiry: Enquiry, line: Line, side: str) -> str:
    """The name of the officer of ``side`` in a line that tells of the time in question."""
    text = line.sentence.text
    if not enquiry.in_period(text) or enquiry.demand.is_of_other_day(text):
        return ""
    if not tells_chief(enquiry.question.text, text, surely=True):
        return ""
    if enquiry.demand.said.share(whole(line.sentence), line.sentence.language).told < _TOLD:
        return ""
    return officer_of(line, side)


def officer_of(line: Line, side: str) -> str:
    """The name of who governs ``side``; empty where a line names nobody who does."""
    text, gazetteer = line.sentence.text, line.catalogue.gazetteer
    mentions = gazetteer.find(text, line.near)
    sides = [mention.span for mention in mentions if gazetteer.related(mention.place, side)]
    for found in find_people(text, mentions):
        person, office = found.person, fold_text(found.person.office or "")
        if not has("chiefs", office) or has("deputies", office):
            continue
        own = bool(person.place) and gazetteer.related(str(person.place), side)
        beside = person.place is None and any(_is_beside(text, found.span, at) for at in sides)
        if person.name and (own or beside):
            return person.name
    return ""


def _is_beside(text: str, person: Span, place: Span) -> bool:
    """Whether a place stands right in front of an office, or behind the name with "of"."""
    if place.end <= person.start:
        return bool(_FRONT.fullmatch(text, place.end, person.start))
    return bool(_BEHIND.fullmatch(text, person.end, place.start))
