"""A question with what it is asked of: the catalogue, its vector and the ties it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import cached_property

from corpus.dates import bounds, find_dates
from corpus.model import Exchange, Stage, Tie
from corpus.quantities import find_quantities
from corpus.text import fold_text
from corpus.wordlists import load_toml
from index.lexical import tokenize
from index.model import Vectors
from service.apart import is_apart
from service.catalogue import Catalogue
from service.demand import Demand
from service.event_names import named_events, tells_event
from service.figures import BARE_YEAR
from service.keywords import Keywords, find_keywords
from service.lexicon import has
from service.linking import BLANK
from service.model import Evidence, Period, Question, Status, Topic
from service.naming import Named, editions, find_named, tells_chief, tells_name
from service.persons import names_person, people_in
from service.strangers import names_it, proper_names
from service.tied import ties_asked
from service.trail import NO_TRAIL, Trail
from service.ways import Ways

# Words that a question without place and time must have to be about anything.
SAYING = 4
# Types asked for that a property's value is not: "what share of Seoul's area?".
PROPORTIONS = frozenset({"percent", "rank"})
TIE_PROPERTIES = frozenset(load_toml("labels.toml")["subject"]["tie"])
_FUNCTION_WORDS = frozenset(load_toml("language.toml")["function_words"]["en"])


@dataclass(frozen=True)
class Enquiry:
    """One question being answered; its ``meaning`` may still be encoded while it is looked up.

    ``trail`` is told what is weighed and why it is not taken.
    """

    question: Question
    catalogue: Catalogue
    meaning: Future[Vectors] = field(repr=False)
    trail: Trail = field(default=NO_TRAIL, repr=False)

    @property
    def vector(self) -> Vectors:
        """The question's vector, shape (dimension,), waited for where it is not there yet."""
        return self.meaning.result()

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """The ties that the question's places leave: between them, or of the only one."""
        return ties_asked(self.question, self.catalogue, self.about_ties)

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Both sides of each of those ties, the publishers' and the partners'."""
        return tuple(place for tie in self.ties for place in tie.places)

    @cached_property
    def ways(self) -> Ways:
        """Who went where, as the question says it."""
        return Ways(self.question, self.catalogue, self.ties)

    def leaves_out(self, exchange: Exchange) -> bool:
        """Whether an exchange is of a time or a sort that the question leaves out."""
        timed = any(overlaps(exchange.date, period) for period in self.question.except_for)
        return timed or is_apart(exchange, self.question.apart)

    @property
    def is_vague(self) -> bool:
        """Whether a question names neither place nor time, and says too little beside."""
        question = self.question
        named = question.places or question.within or question.inherited
        said = named or question.period or question.condition
        return not said and not self.is_keyed and len(self.words) < SAYING

    @property
    def is_placed(self) -> bool:
        """Whether a question says whose exchanges it means, or goes on with such a question."""
        question = self.question
        named = question.places or question.within or question.partners
        return bool(named or question.inherited)

    @property
    def is_anchored(self) -> bool:
        """Whether a question can be about these pages at all.

        It names a place that they tell of, or has a word of exchanges; a country alone is in
        many questions that have nothing to do with them.
        """
        question = self.question
        told = self.catalogue.told
        named = any(place in told for place in question.places)
        on = "places" in question.inherited or "exchange" in question.inherited
        said = question.partners or has("anchors", question.bare) or self.is_keyed
        return named or on or said

    @cached_property
    def is_keyed(self) -> bool:
        """Whether rare words of the question stand on a page, and others are of exchanges at least:
        people come and go, a country is named, one of the places or the day of something is asked.
        """
        question = self.question
        asked = any(has(name, question.bare) for name in ("moves", "which_partner"))
        dated = bool(question.kinds) and question.wants == "date"
        told = question.exchanges or dated or question.within
        return bool(asked or told or self.people) and bool(self.keywords)

    @property
    def is_untied(self) -> bool:
        """Whether a question names places, and none of them has a tie or holds one that has."""
        places = self.question.places
        return bool(places) and self.catalogue.told.isdisjoint(places)

    @property
    def about_ties(self) -> bool:
        """Whether the question is about ties themselves, and not about what happened or is."""
        return self.question.property in TIE_PROPERTIES or self.question.partners

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that sentences are matched by: no names (they are linked), no "in" or "the"."""
        words = tokenize(self.question.bare.replace(BLANK, " "))
        return frozenset(words) - _FUNCTION_WORDS

    @cached_property
    def keywords(self) -> Keywords:
        """The rare words of the question, and which sentences have them."""
        return find_keywords(self.question.bare, self.catalogue)

    @cached_property
    def demand(self) -> Demand:
        """What a text must say to be an answer."""
        return Demand(self.question)

    @cached_property
    def refused(self) -> frozenset[int]:
        """Rows of exchanges, where the question is about exchanges and none of them answered."""
        question = self.question
        told = question.kinds or question.exchanges or question.period
        if not told or question.wants in PROPORTIONS:
            return frozenset()
        sources = (s for e in self.catalogue.exchanges(self.ties) for s in e.sources)
        return frozenset(r for s in sources for r in self.catalogue.rows(s.page, s.span))

    @cached_property
    def strangers(self) -> frozenset[str]:
        """Places of the question that are no side of its ties: what is told must name them."""
        gazetteer = self.catalogue.gazetteer
        return frozenset(
            place
            for place in (*self.question.places, *self.question.within)
            if not any(gazetteer.related(place, side) for side in self.sides)
        )

    def names_strangers(self, text: str) -> bool:
        """Whether ``text`` names every place of the question that is no side of its ties."""
        return self.names(self.strangers, text)

    def tells(self, text: str) -> bool:
        """Whether ``text`` has the other places, the figures and the period of the question."""
        said = self.names_people(text) and self.names_strangers(text)
        named = self.names_called(text) and tells_event(
            self.events, text, bool(self.question.places)
        )
        return said and named and self._has_numbers(text) and self._tells_asked(text)

    def _tells_asked(self, text: str) -> bool:
        """Whether ``text`` has the name that is asked for, and the festival of that number."""
        question = self.question
        if editions(question.bare) - editions(fold_text(text)):
            return False
        ranked = question.ordinal or question.operation in ("first", "last")
        supposed = question.partners and question.yes_no and ranked
        if supposed and not has("ranked_told", fold_text(text)):
            return False
        if not tells_chief(question.text, text, self.asks_of_chief):
            return False
        if self.named is None:
            return True
        return tells_name(self.named, text, self.catalogue.gazetteer.find(text, self.sides))

    @cached_property
    def asks_of_chief(self) -> bool:
        """Whether it is asked what a mayor did, whom whatever answers has to tell of."""
        wants = self.question.wants
        asked = wants in ("date", "person") or (wants is None and self.question.kinds)
        return bool(asked) and has("chief_acts", self.question.bare)

    @cached_property
    def named(self) -> Named | None:
        """Whose name is asked for, or the name of what."""
        return find_named(self.question.bare)

    @cached_property
    def events(self) -> tuple[str, ...]:
        """What the question calls a festival or the like."""
        return named_events(self.question.bare)

    def names_called(self, text: str, surely: bool = False) -> bool:
        """Whether ``text`` has whatever the question calls by a name that is in no gazetteer."""
        return all(names_it(name, text, surely) for name in self.called)

    @cached_property
    def called(self) -> tuple[str, ...]:
        """Names of the question that nobody knows: of places, of what is called by them."""
        text = self.question.text
        taken = [mention.span for mention in self.catalogue.gazetteer.find(text, self.sides)]
        people = " ".join(self.people)
        read = " ".join(written for written, _ in self.question.read_as)
        found = (*self.question.unknown, *proper_names(text, taken))
        return tuple(name for name in found if name not in people and name not in read)

    def names_people(self, text: str) -> bool:
        """Whether ``text`` names everybody whom the question names."""
        return all(names_person(name, text) for name in self.people)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The people whom the question names: what is told must name them."""
        text = self.question.text
        return people_in(text, self.catalogue.gazetteer.find(text, self.sides))

    def in_period(self, text: str) -> bool:
        """Whether a date in ``text`` touches the period of the question, if it has one."""
        period = self.question.period
        return period is None or any(overlaps(date, period) for date in dates_told(text))

    def _has_numbers(self, text: str) -> bool:
        if not self.question.numbers:
            return True
        return self.question.numbers <= {quantity.number for quantity in find_quantities(text)}

    def names(self, places: frozenset[str], text: str) -> bool:
        """Whether ``text`` names all of ``places``."""
        if not places:
            return True
        found = {mention.place for mention in self.catalogue.gazetteer.find(text, self.sides)}
        return all(place in found or self._spells(place, text) for place in places)

    def _spells(self, place: str, text: str) -> bool:
        """Whether ``text`` names something called for ``place`` that lies in it (강남역)."""
        folded = fold_text(text)
        return any(
            has("called_for", folded[match.end() :])
            and not has("inside_word", folded[: match.start()])
            for name in self.catalogue.bare_names(place)
            for match in re.finditer(re.escape(name), folded)
        )

    @property
    def pair(self) -> tuple[str, ...]:
        """The two sides of the only tie, else the places as they were named."""
        return self.ties[0].places if len(self.ties) == 1 else self.question.places

    @property
    def pages(self) -> list[str] | None:
        """The pages of the ties in question; None (all pages) where no place is named."""
        if not self.question.places:
            return None
        return list(dict.fromkeys(page for tie in self.ties for page in tie.pages)) or None

    def about(self, **changes: object) -> Enquiry:
        """The same enquiry with parts of its question changed."""
        return replace(self, question=replace(self.question, **changes))  # type: ignore[arg-type]

    def none(self, status: Status, topic: Topic = "none") -> Evidence:
        """An abstention about the places in question."""
        return Evidence(status, topic, self.pair, self.ties if len(self.ties) == 1 else ())

    def no_tie(self) -> Evidence:
        """Both places are known and no page relates them; or no place is named at all."""
        places = (*self.question.places, *self.question.within)
        return Evidence("no_such_tie" if places else "not_found", places=places)


def dates_told(text: str) -> list[str]:
    """Every date of a text in EDTF, also a bare year in front of a name ("2021Wenling")."""
    found = [mention.edtf for mention in find_dates(text)]
    return found or BARE_YEAR.findall(text)


def overlaps(edtf: str | None, period: Period | None) -> bool:
    """Whether a date touches ``period``; an unknown date only touches no period at all."""
    if period is None or edtf is None:
        return period is None
    return period.touches(*bounds(edtf))


def formal_stage(tie: Tie) -> Stage | None:
    """The stage that "when did they sign?" leads with."""
    return next((stage for stage in tie.stages if stage.formal), None)


def signed_in(ties: Iterable[Tie], period: Period | None) -> list[Tie]:
    """The ties whose formal stage falls in ``period``."""
    return [t for t in ties if (s := formal_stage(t)) is not None and overlaps(s.date, period)]
