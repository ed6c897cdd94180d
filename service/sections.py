"""What stands under a heading that a question names: "the ten sights of ▢"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from corpus.readings import read_as_korean
from corpus.text import fold_text
from index.model import Sentence
from service.enquiry import Enquiry
from service.lexicon import find_property, has
from service.linking import BLANK
from service.model import Evidence
from service.quotes import MOST_LISTED

# Letters of a heading beside its place that a question must have, by whether they are Latin.
_LATIN, _OTHER = 6, 2
# A caption is no longer than this, and ends no sentence.
_CAPTION = 40
_SENTENCE = re.compile(r"[.!?。！？]$|다$")
_PIECES = re.compile(r"[a-z][a-z '-]*[a-z]|[^\sa-z▢()（）]+")


def find_section(enquiry: Enquiry) -> Evidence | None:
    """The captions under such a heading, where a list is asked for; None where there are none."""
    question = enquiry.question
    several = question.operation == "list" or has("plural", question.bare)
    sights = question.property == "features"
    several = several or sights
    topic = question.kinds or question.period or question.partners
    topic = topic or not (sights or question.property is None)
    if not several or topic or not question.places or enquiry.strangers or not enquiry.pages:
        return None
    sentences = enquiry.catalogue.index.sentences
    under: dict[str, list[Sentence]] = defaultdict(list)
    for page in enquiry.pages:
        for row in enquiry.catalogue.index.sentences_of(page):
            sentence = sentences[row]
            if _is_caption(sentence.text):
                under[sentence.context].append(sentence)
    meant = [captions for context, captions in under.items() if _is_meant(enquiry, context)]
    captions = max(meant, key=len, default=[])
    languages = [caption.language for caption in captions]
    language = question.language if question.language in languages else next(iter(languages), None)
    own = (caption for caption in captions if caption.language == language)
    chosen = tuple({caption.text: caption for caption in own}.values())
    if len(chosen) < 2:
        return None
    return Evidence(
        "partial",
        "sentence",
        enquiry.pair,
        enquiry.ties,
        sentence=chosen[0],
        more=chosen[1 : MOST_LISTED + 1],
    )


def _is_caption(text: str) -> bool:
    return len(text) <= _CAPTION and not _SENTENCE.search(text.strip())


def _is_meant(enquiry: Enquiry, context: str) -> bool:
    """Whether the question names the last of the headings above a sentence, or what it is of."""
    heading = context.split(" > ")[-1]
    mentions = enquiry.catalogue.gazetteer.find(heading, enquiry.sides)
    own = {mention.place for mention in mentions}.intersection(enquiry.question.places)
    for mention in reversed(mentions):
        heading = f"{heading[: mention.span.start]}{BLANK}{heading[mention.span.end :]}"
    if enquiry.question.property == "features":
        return bool(own) and find_property(fold_text(heading))[0] == "features"
    return any(piece in enquiry.question.bare for piece in _pieces(fold_text(heading)))


def _pieces(heading: str) -> Iterator[str]:
    """The parts of a heading that say what it is of, in its own script and in Korean readings."""
    for piece in _PIECES.findall(heading):
        latin = piece[0].isascii()
        if len(piece) >= (_LATIN if latin else _OTHER):
            yield piece
            yield piece if latin else read_as_korean(piece)
