"""The words by which a question describes a partner, and whether a text tells all of them."""

from __future__ import annotations

import re

from corpus.language import HAN, HANGUL
from corpus.readings import read_as_korean
from corpus.text import fold_text
from index.lexical import tokenize
from service.concepts import concepts_of, of_sections, without_concepts
from service.enquiry import Enquiry
from service.lexicon import strip
from service.linking import BLANK
from service.model import Question

# How many words of description it takes; one is enough that names a thing of a place.
DESCRIPTION, RANKED_DESCRIPTION = 2, 4
# Words that ask for partners and describe none.
_BESIDE = (
    "partners",
    "properties",
    "signing",
    "operations",
    "wants",
    "yes_no",
    "filler",
)
_ASKING = (
    *_BESIDE,
    "seniority",
    "which_partner",
    "ordinals",
    "ordinal_digits",
    "claimed_count",
    "today",
    "formal",
    "signed_home",
    "signed_away",
    "earlier",
    "later",
    "telling",
    "going_on",
    "describing",
)
_WORD = re.compile(f"[a-z][a-z0-9'-]{{2,}}|[{HANGUL}]{{2,}}|[{HAN}]{{2,}}|[a-z]\\d+")
_LATIN = re.compile(r"[a-z]")
# Endings of verbs, whose stems are written in many ways.
_VERB = re.compile(r"(?:[는던은인한된할될]|하고|있고|고|서|면|며|다|요)$")
_OF_CULTURE = {"heritage", "temple", "monument", "figure"}
# Things that every place has: the words beside them say which is meant.
_EVENTS = ("festival", "exhibition", "performance", "tourism")
_HOUSES = ("school", "university", "park", "museum", "company", "market", "hospital", "road")
GENERAL = frozenset((*_EVENTS, *_HOUSES, "zone", "industry"))
# As many letters of a Korean word stand before what may follow it.
_STEM = 2


def describes(question: Question) -> bool:
    """Whether words are left when those are taken away that only ask for partners."""
    bare = question.bare
    for section in _BESIDE:
        bare = strip(section, bare)
    words = [word for word in tokenize(bare.replace(BLANK, " ")) if len(word) > 1]
    ranking = question.operation in ("largest", "smallest", "first", "last")
    return len(words) >= (RANKED_DESCRIPTION if ranking else DESCRIPTION)


def things_of(enquiry: Enquiry) -> frozenset[str]:
    """The things of a place by which the question describes a partner."""
    things = of_sections("nature", "economy", "buildings") | _OF_CULTURE
    return enquiry.demand.concepts & things


def is_described(enquiry: Enquiry) -> bool:
    """Whether a question describes a partner in words or by a thing that pages tell of places."""
    told = of_sections("nature", "economy", "culture", "buildings")
    return bool(enquiry.demand.concepts & told) or describes(enquiry.question)


def words_of(question: Question) -> list[str]:
    """The words that describe, without what is asked and without concepts.

    What is left of a word besides its concepts says more than they: the beer of a beer festival.
    """
    bare = without_concepts(question.bare.replace(BLANK, " "))
    for section in _ASKING:
        bare = strip(section, bare)
    return _WORD.findall(bare)


def untold(enquiry: Enquiry, text: str) -> list[str]:
    """The describing words that a text does not have, in its own language or as Koreans read it.

    Verbs of Korean are passed over; of a text in another script nothing can be told of words.
    """
    folded = fold_text(text)
    return [word for word in words_of(enquiry.question) if not _is_told(word, folded)]


def _is_told(word: str, folded: str) -> bool:
    if _LATIN.match(word) or word[0].isdigit():
        return re.search(rf"\b{re.escape(word.rstrip('s'))}", folded) is not None
    if "가" <= word[0] <= "힣":
        return _VERB.search(word) is not None or word[:_STEM] in folded
    read = read_as_korean(word)
    return any(w[i : i + 2] in folded for w in (word, read) for i in range(len(w) - 1))


def concepts_told(enquiry: Enquiry, text: str) -> frozenset[str]:
    """The concepts of the question that a text has."""
    return enquiry.demand.concepts & concepts_of(fold_text(text))


def is_told(enquiry: Enquiry, text: str, language: str) -> bool:
    """Whether a text tells what a question describes a partner by.

    In another language concepts do, but for those of what every place has: of a beer festival a
    festival tells nothing.
    """
    if not untold(enquiry, text):
        return True
    across = language != enquiry.question.language
    return across and bool(concepts_told(enquiry, text) - GENERAL)
