"""Whether a sentence holds the type of thing that is asked for: a person, a figure, a building."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.dates import find_dates
from corpus.people import find_people
from corpus.text import fold_text
from index.model import Sentence
from service.concepts import concepts_of, of_sections
from service.days import tells_when
from service.enquiry import PROPORTIONS, Enquiry
from service.figures import counts_people, has_figure
from service.lexicon import has
from service.quotes import is_of_type
from service.senses import sections, senses_of, written

# Senses of which a reason is one, and of which the way of signing is one.
_REASONS = frozenset({"reasonword", "mediate", "propose", "connection"})
WAYS = frozenset({"online", "bymail", "inperson"})


@lru_cache(maxsize=1)
def _sites() -> frozenset[str]:
    """What one goes to see: it says where guests were."""
    return of_sections("buildings") | {
        "temple",
        "museum",
        "monument",
        "park",
        "heritage",
        "street",
        "mountain",
        "exhibition",
    }


@lru_cache(maxsize=1)
def _venues() -> tuple[re.Pattern[str], ...]:
    """Something that took place in a building, in the words of each language."""
    korean, chinese, english = written("building")
    return (
        re.compile(rf"(?:{korean})(?: ?[가-힣]{{1,4}})?에서|장소 ?[:：][^|]*?(?:{korean})"),
        re.compile(rf"[在于](?:[^,，。]{{1,14}}?)(?:{chinese}|馆)|地点[^|]*?(?:{chinese}|馆)"),
        re.compile(rf"\b(?:at|in) (?:the )?[^,.|]{{0,40}}?\b(?:{english})\b"),
    )


def tells_venue(folded: str) -> bool:
    """Whether a folded text says in which building something took place."""
    return any(pattern.search(folded) for pattern in _venues())


def holds_type(enquiry: Enquiry, sentence: Sentence) -> bool:
    """Whether a sentence holds the type of thing that the question wants."""
    question, folded = enquiry.question, fold_text(sentence.text)
    asked, told = senses_of(question.bare), senses_of(folded)
    wants = question.wants
    if wants == "people" and not counts_people(sentence.text):
        return False
    if "lodge" in asked:
        return bool(told & {"lodge", "hotel", "family"})
    if asked & WAYS or question.property == "method":
        return bool(told & WAYS)
    if wants == "reason" or question.property == "background":
        return bool(told & _REASONS)
    if {"building", "sign"} <= asked:
        return tells_venue(folded)
    if "building" in asked and wants in (None, "what", "where"):
        return bool(told & sections()["buildings"])
    if wants == "where":
        places = enquiry.catalogue.gazetteer.find(sentence.text)
        seen = concepts_of(folded) & _sites()
        return bool(seen or places or told & sections()["buildings"])
    if wants == "person" and question.property != "signatories":
        places = enquiry.catalogue.gazetteer.find(sentence.text)
        return bool(find_people(sentence.text, places)) or "figure" in concepts_of(folded)
    if wants in ("people", "amount"):
        return has_figure(sentence.text) and not enquiry.demand.lacks(sentence.text)
    if wants in PROPORTIONS:
        return has(wants, folded)
    if wants == "date":
        return bool(find_dates(sentence.text)) or tells_when(sentence.text, question.bare)
    return is_of_type(question, sentence)
