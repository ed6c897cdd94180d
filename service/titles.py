"""Names of things in a question, which a list must keep to: "the Wangfujing festival"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.language import HANGUL
from corpus.model import Exchange
from corpus.setting.transliteration import sound_alike
from corpus.text import fold_text
from service.concepts import concepts_of
from service.enquiry import Enquiry
from service.lexicon import has

# A word in the middle of a sentence that is written as names are.
_LATIN = re.compile(r"(?<=[a-z,;)] )[(“\"']?([A-Z][a-z][\w-]+)")
_KOREAN_RUN = re.compile(f"[{HANGUL}]{{2,}}")
# Syllables that a name has at the head of a Korean word.
_SYLLABLES = range(2, 7)


def keep_to_titles(enquiry: Enquiry, every: list[Exchange]) -> list[Exchange]:
    """Those that have the names of things in a question, where all of a kind are asked for.

    Of names in Latin letters that the pages write in Korean the sound counts; what has no such
    name is not taken.
    """
    if enquiry.question.operation not in ("list", "count", "first", "last"):
        return every
    titles = list(_titles(enquiry))
    kept = [e for e in every if all(_has(title, e) for title in titles)]
    enquiry.trail.dropped(every, kept, "lacks_words")
    return kept


def _titles(enquiry: Enquiry) -> Iterator[str]:
    """The names that no page writes so: those that one does are rare words already."""
    text, catalogue = enquiry.question.text, enquiry.catalogue
    mentions = catalogue.gazetteer.find(text, enquiry.question.places, question=True)
    taken = [text[slice(*mention.span)] for mention in mentions]
    taken += [written for written, _ in enquiry.question.read_as]
    for match in _LATIN.finditer(text):
        name = match.group(1)
        folded = fold_text(name)
        of_place = any(name in one or one in name for one in taken)
        common = has("no_title", folded) or concepts_of(folded) or catalogue.has_word(folded)
        if not of_place and not common and name not in enquiry.people:
            yield name


def _has(title: str, exchange: Exchange) -> bool:
    text = fold_text(" ".join(source.quote for source in exchange.sources))
    if fold_text(title) in text:
        return True
    runs = _KOREAN_RUN.findall(text)
    return any(sound_alike(run[:size], title) for run in runs for size in _SYLLABLES)
