"""How many partners a page says that its publisher has: more than those that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from corpus.text import fold_text
from service.enquiry import Enquiry
from service.lexicon import has, search_all
from service.model import Evidence
from service.period import count_of

# So many passages of the publisher's pages are looked at, those nearest to the question.
CONSIDERED = 60
# A sentence without a figure or a number in English words has no total.
_NUMBERED = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
# Which stage a sentence counts, by words that also stand for partners in general.
_OF_STAGE = {"sister": "totals_of_sisters", "friendship": "totals_of_friends"}


def find_total(enquiry: Enquiry, counted: Evidence) -> Evidence | None:
    """The sentence with a larger number of partners than were counted; None where none has one.

    Only where all partners of one place are counted: what a sentence says of a country or a time is
    not told apart. What was counted is said first.
    """
    question = enquiry.question
    whole = counted.topic == "partners" and question.operation == "count"
    narrowed = question.within or question.period or question.region or question.without
    homes = {tie.places[0] for tie in counted.ties}
    if not whole or narrowed or question.condition or len(homes) != 1:
        return None
    home = homes.pop()
    stated = [(number, row) for row in _rows(enquiry, home) for number in _totals(enquiry, row)]
    most, row = max(stated, default=(0, 0), key=lambda found: found[0])
    if most <= len(counted.ties):
        return None
    sentence = enquiry.catalogue.index.sentences[row]
    quoted = Evidence("partial", "sentence", (home,), sentence=sentence)
    return Evidence(
        "partial",
        "several",
        (home,),
        counted.ties,
        total=counted.total,
        parts=((question, counted), (question, quoted)),
    )


def _rows(enquiry: Enquiry, home: str) -> Iterator[int]:
    """The sentences of the publisher's own pages that may say how many partners it has."""
    index, gazetteer = enquiry.catalogue.index, enquiry.catalogue.gazetteer
    about = index.passages_about(home).astype(np.int64)
    near = index.nearest_of(enquiry.vector, about, CONSIDERED).tolist()
    own = (passage for passage in near if index.homes.get(index.passages[passage].page) == home)
    stage = _OF_STAGE.get(enquiry.question.stage or "")
    for row in (row for passage in own for row in index.sentences_in(passage)):
        text = index.sentences[row].text
        if not _may_count(fold_text(text), stage):
            continue
        named = [mention.place for mention in gazetteer.find(text, [home])]
        if not named or named[0] == home:
            yield row


def _may_count(folded: str, stage: str | None) -> bool:
    """Whether a folded sentence has a number that is no plan, and words of the stage if any."""
    if not _NUMBERED.search(folded) or has("totals_planned", folded):
        return False
    return stage is None or has(stage, folded)


def _totals(enquiry: Enquiry, row: int) -> list[int]:
    """The numbers of partner cities in a sentence."""
    return totals_in(enquiry.catalogue.index.sentences[row].text)


def totals_in(text: str) -> list[int]:
    """The numbers of partner cities that ``text`` states as those of one place."""
    found = [
        count_of(next(group for group in match.groups() if group))
        for match in search_all("totals_told", fold_text(text))
    ]
    return [number for number in found if number is not None]
