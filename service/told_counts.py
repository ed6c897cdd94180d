"""How many ties or countries of partners a line counts, of a place whose ties were not read."""

from __future__ import annotations

from collections.abc import Sequence

from service.enquiry import Enquiry
from service.lexicon import first_of, has, search
from service.line_quotes import quoted
from service.lines import Line
from service.model import Evidence
from service.tied_lines import TYING
from service.told import whole
from service.totals import totals_in

# As many lines that count as much of what is asked are quoted together.
_TOGETHER = 2


def find_told_count(
    enquiry: Enquiry, places: tuple[str, ...], lines: Sequence[Line]
) -> Evidence | None:
    """The line that counts what is asked of ``places``; None where none does, or several differ."""
    question = enquiry.question
    counts = question.operation == "count" or question.wants == "amount"
    if not counts or question.without or question.except_for or question.condition:
        return None
    noun = first_of("tie_counts_asked", question.bare) or ("ties" if question.partners else None)
    if noun is None or not (question.partners or has("anchors", question.bare)):
        return None
    found = [line for line in lines if _counts(enquiry, line, noun, places)]
    texts = {line.sentence.text: line.sentence for line in found}
    if not 0 < len(texts) <= _TOGETHER:
        return None
    return quoted(places, texts.values())


def _counts(enquiry: Enquiry, line: Line, noun: str, places: Sequence[str]) -> bool:
    folded = line.folded
    counted = search("tie_counts", noun, folded) or (noun == "ties" and totals_in(folded))
    if not counted or has("totals_planned", folded) or not enquiry.in_period(line.sentence.text):
        return False
    said, sentence = enquiry.demand.said, line.sentence
    if any(not group & (line.senses | TYING) for group in said.senses):
        return False
    if said.words and sentence.language == enquiry.question.language:
        # In another language words without a sense are told by nothing.
        if said.share(whole(sentence), sentence.language).told < 1:
            return False
    elif said.words and not said.senses:
        return False
    return _is_of(line, places)


def _is_of(line: Line, places: Sequence[str]) -> bool:
    """Whether a line counts for ``places``: it names one of them first, or its heading has them."""
    found = line.catalogue.gazetteer.find(line.sentence.text, places)
    if found and found[0].place not in places:
        return False
    named = {mention.place for mention in found}
    above = line.carried if found else line.carried or line.spoken_of
    return set(places) <= named | above
