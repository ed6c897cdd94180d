"""What pages say of places that they name together, where no tie was read from them.

A page tells of a tie in more ways than can be read. That none was read is no proof that none is
told: before an answer says so, the passages that name all the places are looked at, and the
sentence that tells what is asked is quoted. Where they say nothing of it, nothing was found.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from corpus.dates import find_dates
from corpus.text import fold_text
from index.vectors import Rows
from service.days import tells_when
from service.detail_types import holds_type
from service.details import is_open, weigh
from service.enquiry import Enquiry
from service.line_quotes import fittest, quoted
from service.lines import Line, tells_tie
from service.model import Evidence
from service.signing_lines import find_signing
from service.tied_lines import find_compared, find_dated, find_partnered
from service.told_counts import find_told_count
from service.told_officers import find_officer

# The share of the question that a sentence must tell, and how well it fits beside: more than of
# places whose tie is known (``service.details``), since nothing else says what the page is about.
TOLD, _FITTING = 0.75, 0.4
# And where other ties of the places are known, whose pages are likelier to tell it.
ELSEWHERE = 0.9
# So many passages are looked at, however many name the places.
CONSIDERED = 60
# And so many lines of the pages that those passages stand on.
LINES = 600
# Types that a signing's date has, and those that are asked of a signing, and not of who is tied.
_WHEN = frozenset({"date", None})
_OF_SIGNING = frozenset({"people", "person", "date"})


def find_mentioned(enquiry: Enquiry) -> Evidence | None:
    """The sentence that tells what is asked of places which one page names.

    That nothing was found, where a page names them all and no sentence tells it; None where no
    page does.
    """
    chosen = _together(enquiry)
    if chosen is None:
        return None
    places, passages = chosen
    rows = _nearest(enquiry, passages)
    lined = _lined(enquiry, places, passages)
    if lined is not None:
        return lined
    free = enquiry.about(places=(), within=(), ambiguous=())
    best = _telling(free, places, rows)
    if best is None and _is_of_tie(enquiry):
        best = _relating(free, places, rows)
    if best is None:
        return Evidence("not_found", places=places)
    return quoted(places, [enquiry.catalogue.index.sentences[best]])


def _together(enquiry: Enquiry) -> tuple[tuple[str, ...], Rows] | None:
    """The places in question, a homonym settled, and the passages of pages that name them all."""
    question = enquiry.question
    untied = not any(set(tie.places) <= set(question.places) for tie in enquiry.ties)
    apart = untied and enquiry.catalogue.are_apart(question.places)
    if question.region is not None or apart:
        # Partners of others, which a list names side by side.
        return None
    if not (question.places or question.ambiguous or _is_in_country(enquiry)):
        # Countries alone are named on nearly every page.
        return None
    fixed = [(place,) for place in (*question.places, *question.within)]
    slots = [*fixed, question.ambiguous] if question.ambiguous else fixed
    if not slots:
        return None
    index = enquiry.catalogue.index
    found = {places: index.named_together(places) for places in product(*slots)}
    naming = found
    if question.ambiguous:
        # Of a homonym's places the one that is meant wherever another may be: how often those
        # beside it are named says nothing of it.
        naming = {p: np.intersect1d(r, index.passages_about(p[-1])) for p, r in found.items()}
    widest = max(naming, key=lambda places: len(naming[places]))
    rest = [rows for places, rows in naming.items() if places != widest]
    sure = all(_is_part(rows, naming[widest]) for rows in rest)
    return (widest, found[widest]) if len(found[widest]) and sure else None


def _is_in_country(enquiry: Enquiry) -> bool:
    """Whether what the question narrows itself to is a province or the like."""
    return any(map(enquiry.catalogue.gazetteer.ancestors, enquiry.question.within))


def find_lined(enquiry: Enquiry) -> Evidence | None:
    """What lines tell of a tie that were not read as one, although others of the places were."""
    chosen = _together(enquiry)
    if chosen is None:
        return None
    places, passages = chosen
    lined = _lined(enquiry, places, passages)
    if lined is not None:
        return lined
    # The pages of the ties were looked through, unless one of the places is no side of them.
    known = set() if enquiry.strangers else set(enquiry.pages or ())
    sentences = enquiry.catalogue.index.sentences
    rows = [row for row in _nearest(enquiry, passages) if sentences[row].page not in known]
    free = enquiry.about(places=(), within=(), ambiguous=())
    best = _telling(free, places, rows, ELSEWHERE)
    return None if best is None else quoted(places, [sentences[best]])


def _lined(enquiry: Enquiry, places: tuple[str, ...], passages: Rows) -> Evidence | None:
    """What lines of those pages tell of the tie; a list names its home once, far above them."""
    index = enquiry.catalogue.index
    near = index.nearest_of(enquiry.vector, passages, CONSIDERED).tolist()
    pages = dict.fromkeys(index.passages[passage].page for passage in near)
    rows = [row for page in pages for row in index.sentences_of(page)][:LINES]
    # Once for all of them: what a line speaks of is worked out only once, where any asks for it.
    lines = [Line(enquiry.catalogue, row, places) for row in rows]
    for find in (
        find_dated,
        find_partnered,
        find_compared,
        find_told_count,
        find_signing,
        find_officer,
    ):
        found = find(enquiry, places, lines)
        if found is not None:
            return found
    return None


def _is_part(rows: Rows, whole: Rows) -> bool:
    return len(rows) < len(whole) and bool(np.isin(rows, whole).all())


def _nearest(enquiry: Enquiry, passages: Rows) -> list[int]:
    """The sentences of those passages that are nearest to the question in meaning."""
    index = enquiry.catalogue.index
    near = index.nearest_of(enquiry.vector, passages, CONSIDERED).tolist()
    return sorted({row for passage in near for row in index.sentences_in(passage)})


def _telling(
    enquiry: Enquiry, places: tuple[str, ...], rows: list[int], least: float = TOLD
) -> int | None:
    """The sentence about the places that tells most of the question; None where none suffices."""
    if not is_open(enquiry):
        return None
    question = enquiry.question
    signing = question.property == "signed" and question.wants in _WHEN
    rows = [row for row in rows if not signing or _is_of_signing(enquiry, row)]
    found = weigh(enquiry, rows, lambda asked, row: _is_about(asked, places, row))
    best = max(found, key=lambda one: one.score, default=None)
    enough = best and best.specific and best.told >= least and best.score >= least + _FITTING
    return best.row if best and enough else None


def _is_of_signing(enquiry: Enquiry, row: int) -> bool:
    """Whether a sentence dates a signing itself, and no anniversary of it."""
    text = enquiry.catalogue.index.sentences[row].text
    dated = bool(find_dates(text)) or tells_when(text, enquiry.question.bare)
    return dated and "anniversary" not in enquiry.catalogue.concepts(row)


def _is_of_tie(enquiry: Enquiry) -> bool:
    """Whether it is asked who the partners are, and nothing of a signing."""
    question = enquiry.question
    if question.wants in _OF_SIGNING or question.period is not None:
        return False
    return question.partners


def _relating(enquiry: Enquiry, places: tuple[str, ...], rows: list[int]) -> int | None:
    """The sentence on a tie of the places which fits best: it names them all, but the publisher."""
    telling = [row for row in rows if _relates(enquiry, places, row) and _adds_up(enquiry, row)]
    return fittest(enquiry, telling) if telling else None


def _relates(enquiry: Enquiry, places: tuple[str, ...], row: int) -> bool:
    """Whether a sentence has a word of ties, the places, and the type that is asked for."""
    sentence = enquiry.catalogue.index.sentences[row]
    if not tells_tie(fold_text(sentence.text)) or not enquiry.in_period(sentence.text):
        return False
    home = enquiry.catalogue.index.homes.get(sentence.page)
    needed = [place for place in places if place != home] or list(places)
    named = _named(enquiry, places, sentence.page, sentence.text)
    gazetteer = enquiry.catalogue.gazetteer
    told = all(any(gazetteer.related(one, place) for one in named) for place in needed)
    if not told or (_asks_partner(enquiry) and not _names_partner(enquiry, places, named)):
        return False
    return enquiry.tells(sentence.text) and holds_type(enquiry, sentence)


def _asks_partner(enquiry: Enquiry) -> bool:
    """Whether the partners themselves are asked for, and not whether there is a tie."""
    question = enquiry.question
    return question.operation == "list" or question.wants in ("what", "where", "names")


def _names_partner(enquiry: Enquiry, places: tuple[str, ...], named: set[str]) -> bool:
    """Whether a place is named that is none of those in question, holds none and is not left out:
    one in the country that is asked about.
    """
    ancestors = enquiry.catalogue.gazetteer.ancestors
    spoken_of = (*places, *enquiry.question.without)
    left = named - {p for place in spoken_of for p in (place, *ancestors(place))}
    within = set(enquiry.question.within)
    return any(not within or within.intersection(ancestors(place)) for place in left)


def _adds_up(enquiry: Enquiry, row: int) -> bool:
    """Whether a sentence tells something of what the question says beside its places and the tie,
    if it says anything.
    """
    sentence = enquiry.catalogue.index.sentences[row]
    said = enquiry.demand.said
    something = bool(said.senses or said.words)
    return not something or said.share(sentence.text, sentence.language).told > 0


def _is_about(enquiry: Enquiry, places: tuple[str, ...], row: int) -> bool:
    """Whether a sentence, or else the last one before it in its passage that names any place,
    names one of ``places``: of several one that does not publish the page.
    """
    catalogue = enquiry.catalogue
    sentences = catalogue.index.sentences
    home = catalogue.index.homes.get(sentences[row].page)
    others = [place for place in places if place != home] or list(places)
    here = row
    while here >= 0 and sentences[here].passage == sentences[row].passage:
        text = f"{sentences[here].context} {sentences[here].text}"
        named = {
            p
            for p in _named(enquiry, places, sentences[row].page, text)
            if p != home or home in others
        }
        if named:
            return any(catalogue.gazetteer.related(p, other) for p in named for other in others)
        here -= 1
    return False


def _named(enquiry: Enquiry, places: tuple[str, ...], page: str, text: str) -> set[str]:
    """The places of ``text``: a homonym is a side of the page's ties, before it lies in any of
    ``places``.
    """
    gazetteer = enquiry.catalogue.gazetteer
    sides = {side for tie in enquiry.catalogue.ties_on(page) for side in tie.places}
    own = {m.place for m in gazetteer.find(text, sides)} & sides
    return own or {mention.place for mention in gazetteer.find(text, places)}
