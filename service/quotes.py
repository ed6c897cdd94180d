"""The best sentence of the pages, where no fact and no exchange answers."""

from __future__ import annotations

import re

import numpy as np

from corpus.dates import find_dates
from corpus.exchanges.kinds import kinds_of
from corpus.labels import property_of
from corpus.text import fold_text
from index.lexical import tokenize
from index.model import Sentence, Vectors
from service.candidates import MOST
from service.catalogue import PROSE
from service.comparing import COMPARABLE
from service.concepts import concepts_of
from service.enquiry import PROPORTIONS, Enquiry, dates_told
from service.figures import has_figure
from service.lexicon import has, strip
from service.lines import Line
from service.linking import BLANK
from service.matching import fit
from service.model import Evidence, Question
from service.partners import AHEAD
from service.rows import rows_about
from service.told import whole
from service.told_officers import has_officer
from service.trail import Reason

# Cosine from which a sentence is quoted as the answer, in the question's own language and across
# languages (see docs/evaluation.md for how they were chosen).
QUOTED_SAME, QUOTED_ACROSS = 0.59, 0.37
# And how far it must rise above the mean of the pages' sentences, which takes out what one
# question fits everywhere: on the development questions wrong quotes rose by .06, right ones by
# .09 to .47.
LIFT = 0.10
# How much more a question must fit that names no place.
UNPLACED = 0.15
# The least share of the question that a sentence tells which is quoted by its fit: of the right
# ones of the development questions all but those that name people tell as much.
COVERED = 0.33
# More than any sentence fits.
NEVER = 9.9
# Sentences that are tried for the type asked for, best first.
CONSIDERED = 5
# Sentences of a list that are quoted beside the best one.
MOST_LISTED = 7


# A label in front of its value.
_LABEL = re.compile(r"^\W*(?P<label>[^:：|]{1,30}?)\s*[:：]\s*(?P<value>\S.*)$")


def find_sentence(enquiry: Enquiry) -> Evidence:
    """The sentence that fits best and is of the type asked for, or an honest no."""
    question, index = enquiry.question, enquiry.catalogue.index
    if question.rare:
        return enquiry.none("not_stated" if question.places else "out_of_scope")
    if enquiry.is_vague:
        return enquiry.none("not_found")
    if not enquiry.ties:
        return enquiry.no_tie() if len(question.places) > 1 else enquiry.none("not_found")
    rows = _rows(enquiry)
    if not rows:
        return enquiry.none("not_found")
    fits = fit(enquiry, rows)
    usual = float(fits.mean())
    enquiry.trail.scores(
        (index.sentences[row], float(score)) for row, score in zip(rows, fits, strict=True)
    )
    for position in _best(enquiry, rows, fits):
        sentence = index.sentences[rows[int(position)]]
        least = max(_threshold(enquiry, sentence), usual + LIFT)
        enquiry.trail.needs((sentence,), least)
        if float(fits[position]) < least:
            enquiry.trail.drop(sentence, "below_threshold")
            break
        reason = unfit(enquiry, rows[int(position)])
        if reason is None and not _covers(enquiry, sentence):
            reason = "lacks_details"
        if reason is None and not _stands_out(enquiry, rows, fits, int(position)):
            reason = "not_told_apart"
        if reason is None:
            more = _listed_with(enquiry, rows, rows[int(position)])
            return Evidence(
                "partial", "sentence", enquiry.pair, enquiry.ties, sentence=sentence, more=more
            )
        enquiry.trail.drop(sentence, reason)
        if reason == "lacks_type" and question.wants == "names":
            break
    told = question.kinds or question.period or question.exchanges
    return enquiry.none("not_stated", "events") if told else enquiry.none("not_found")


def _best(enquiry: Enquiry, rows: list[int], fits: Vectors) -> list[int]:
    """The positions of the rows that fit best; of those that tell what is asked for, if any do."""
    ordered: list[int] = np.argsort(-fits).tolist()
    targets = enquiry.demand.targets
    telling = [p for p in ordered if targets <= enquiry.catalogue.concepts(rows[p])]
    return ((telling if targets else ordered) or ordered)[:CONSIDERED]


def _listed_with(enquiry: Enquiry, rows: list[int], best: int) -> tuple[Sentence, ...]:
    """What stands under the heading of the best sentence and has all that it has of the question.

    Only where a list is asked for: captions under pictures, lines of a programme.
    """
    catalogue, demand = enquiry.catalogue, enquiry.demand
    question = enquiry.question
    several = question.operation == "list" or has("plural", question.bare)
    several = several or question.wants == "where"
    if not several or not demand.concepts:
        return ()
    sentences, shared = catalogue.index.sentences, demand.concepts & catalogue.concepts(best)
    # What the heading says is of all; the rest tells a show from a view.
    shared = (shared - concepts_of(fold_text(sentences[best].context))) or shared
    return tuple(
        sentences[row]
        for row in rows
        if row != best
        and sentences[row].context == sentences[best].context
        and sentences[row].language == sentences[best].language
        and shared <= catalogue.concepts(row)
        and enquiry.keywords.share(row) >= MOST * enquiry.keywords.share(best)
        and unfit(enquiry, row) is None
    )[:MOST_LISTED]


def _stands_out(enquiry: Enquiry, rows: list[int], fits: Vectors, position: int) -> bool:
    """Whether a sentence leads those of all other partners, where one of them is asked for."""
    question, catalogue = enquiry.question, enquiry.catalogue
    if not (question.partners and has("which_partner", question.bare)) or len(enquiry.ties) < 2:
        return True
    owners = [catalogue.owner_of(row) for row in rows]
    rivals = [
        float(score)
        for score, owner in zip(fits, owners, strict=True)
        if owner not in (None, owners[position])
    ]
    return float(fits[position]) - max(rivals, default=0.0) >= AHEAD


def unfit(enquiry: Enquiry, row: int) -> Reason | None:
    """Why a sentence that means the right thing does not answer; None where it does."""
    sentence = enquiry.catalogue.index.sentences[row]
    if row in enquiry.refused:
        return "fits_less"
    if not enquiry.tells(sentence.text) or enquiry.demand.lacks(sentence.text):
        return "lacks_details"
    if not enquiry.in_period(sentence.text):
        return "outside_period"
    if not is_about_asked(enquiry, sentence):
        return "other_place"
    if enquiry.ways.tells_against(sentence.text):
        return "other_direction"
    if ranks_unsaid(enquiry, sentence.text):
        return "lacks_details"
    if not _shares_words(enquiry, row):
        return "lacks_words"
    if _is_of_a_part(enquiry, row):
        return "other_property"
    if not _is_labelled_so(enquiry, sentence.text):
        return "other_property"
    if not _adds(enquiry, row):
        return "lacks_details"
    if "visit" in enquiry.question.kinds and "visit" not in kinds_of(fold_text(sentence.text)):
        return "other_kind"
    officer = has_officer(enquiry, Line(enquiry.catalogue, row, enquiry.sides))
    return None if officer and is_of_type(enquiry.question, sentence) else "lacks_type"


def ranks_unsaid(enquiry: Enquiry, text: str) -> bool:
    """Whether the most of a sort is asked for, and a sentence says of nothing that it is."""
    ranks = enquiry.question.operation in ("largest", "smallest")
    return ranks and not has("ranked_told", fold_text(text))


def _threshold(enquiry: Enquiry, sentence: Sentence) -> float:
    """From where a sentence is quoted; higher where no place says which pages are meant."""
    question = enquiry.question
    same = sentence.language == question.language
    if not same and not enquiry.is_anchored:
        return NEVER
    placed = question.places or question.within or question.inherited or enquiry.is_keyed
    return (QUOTED_SAME if same else QUOTED_ACROSS) + (0.0 if placed else UNPLACED)


def is_about_asked(enquiry: Enquiry, sentence: Sentence) -> bool:
    """Whether a sentence speaks of the one place in question, and not only of the other side."""
    sides = set(enquiry.sides)
    asked = sides.intersection(enquiry.question.places) | _of_countries(enquiry, sides)
    if len(enquiry.ties) != 1:
        return True
    gazetteer, partnered = enquiry.catalogue.gazetteer, enquiry.catalogue.partnered
    named = partnered.intersection(m.place for m in gazetteer.find(sentence.text, sides))
    if named - sides and enquiry.ties[0].places[1] not in named:
        return False
    if len(asked) != 1:
        return True
    for text in (sentence.text, sentence.context):
        told = sides.intersection(m.place for m in gazetteer.find(text, sides))
        if told:
            return bool(told & asked)
    return True


def _of_countries(enquiry: Enquiry, sides: set[str]) -> set[str]:
    """The sides that lie in a country or a province which the question names."""
    named, gazetteer = set(enquiry.question.within), enquiry.catalogue.gazetteer
    return {side for side in sides if named & set(gazetteer.ancestors(side))}


def _shares_words(enquiry: Enquiry, row: int) -> bool:
    """Whether a sentence of the question's language has one of its words, whatever the number.

    Of the development questions that were quoted without any, all that had one were right.
    """
    index = enquiry.catalogue.index
    if index.sentences[row].language != enquiry.question.language or not enquiry.words:
        return True
    if enquiry.demand.shared(enquiry.catalogue.concepts(row)):
        return True
    words = {word.rstrip("s") for word in enquiry.catalogue.words(row)}
    return any(word.rstrip("s") in words for word in enquiry.words)


def _covers(enquiry: Enquiry, sentence: Sentence) -> bool:
    """Whether a sentence tells enough of what the question says beside its places."""
    question = enquiry.question
    if enquiry.people or question.wants in PROPORTIONS:
        return True
    said = enquiry.demand.said
    # Words without a sense are hardly told in another language.
    if not (said.senses or (said.words and sentence.language == question.language)):
        return True
    return said.share(whole(sentence), sentence.language).told >= COVERED


def _is_of_a_part(enquiry: Enquiry, row: int) -> bool:
    """Whether a share or a rank is asked of a part ("foreigners") that a sentence has no word of.

    All words count that are neither the property, nor a place, nor those of shares and ranks.
    """
    question = enquiry.question
    if question.wants not in PROPORTIONS or question.property not in COMPARABLE:
        return False
    bare = strip("properties", question.bare.replace(BLANK, " "), question.property)
    return not set(tokenize(strip("shares", bare))) <= enquiry.catalogue.words(row)


def _is_labelled_so(enquiry: Enquiry, text: str) -> bool:
    """Whether the label in front of a value has something of the question; true without one."""
    label = _LABEL.match(fold_text(text))
    if label is None or property_of(label["label"]) in PROSE or find_dates(label["label"]):
        return True
    words = {word.rstrip("s") for word in tokenize(label["label"])}
    asked = {word.rstrip("s") for word in enquiry.words}
    return bool(words & asked) or bool(concepts_of(label["label"]) & enquiry.demand.concepts)


def _adds(enquiry: Enquiry, row: int) -> bool:
    """Whether a sentence has a word beside those of the question: else it answers nothing."""
    question, text = enquiry.question, enquiry.catalogue.index.sentences[row].text
    names = [mention.span for mention in enquiry.catalogue.gazetteer.find(text)]
    told = [*names, *(mention.span for mention in find_dates(text))]
    chosen = question.period is not None and bool(question.period.parts)
    if question.wants == "date" or question.yes_no or chosen:
        return True
    asked = {word.rstrip("s") for word in tokenize(question.bare)}
    bare = "".join(
        " " if any(s.start <= i < s.end for s in told) else c for i, c in enumerate(text)
    )
    return bool({word.rstrip("s") for word in tokenize(bare)} - asked)


def best_fit(enquiry: Enquiry) -> float:
    """How well the best sentence fits that could be quoted; nothing where none of the best can."""
    rows = _rows(enquiry)
    fits = fit(enquiry, rows) if rows else np.zeros(0, dtype=np.float32)
    best = (position for position in np.argsort(-fits)[:CONSIDERED].tolist())
    usable = (position for position in best if unfit(enquiry, rows[position]) is None)
    return next((float(fits[position]) for position in usable), 0.0)


def _rows(enquiry: Enquiry) -> list[int]:
    """The sentences about the places in question: not those in another partner's section."""
    catalogue = enquiry.catalogue
    rows = rows_about(enquiry, enquiry.pages or catalogue.index.pages)
    return [row for row in rows if not catalogue.is_labelled(row)]


def is_of_type(question: Question, sentence: Sentence) -> bool:
    """Whether a sentence holds the type of thing that was asked for."""
    folded = fold_text(sentence.text)
    if question.property == "signatories":
        return has("leaders", folded) and has("sign_verbs", folded)
    if question.wants in ("names", "fields"):
        return has("enumeration", folded)
    if question.wants == "date":
        return bool(dates_told(sentence.text))
    if question.wants in ("people", "amount") or question.property in COMPARABLE:
        return has_figure(sentence.text)
    if question.wants in ("percent", "rank"):
        return has(question.wants, sentence.text.lower())
    if question.wants == "duration":
        return any("/" in mention.edtf for mention in find_dates(sentence.text))
    if question.wants == "person" and has("leading", question.bare):
        return has("leaders", folded)
    if question.wants == "person":
        named = has("leaders", folded) or has("persons", folded)
        return named or "figure" in concepts_of(folded)
    return True
