"""What was weighed for a question: facts, exchanges, sentences and passages, taken or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import Field

from corpus.model import Exchange, Fact, Source
from index.model import Hit, Sentence
from service.api import Answer, ApiModel
from service.catalogue import Catalogue
from service.model import Evidence, Question
from service.trail import Item, Reason, Trail, Weighed
from service.views import evidence_sources, exchange_view, fact_view
from service.wording import Voice

Sort = Literal["fact", "exchange", "sentence", "passage"]
SORTS: tuple[Sort, ...] = get_args(Sort)
# Things of one sort that are told: those the answer uses, then the best of the others.
MOST = 8


class ConsideredView(ApiModel):
    """Something of a page that was weighed.

    ``score`` says how well it fits (a cosine, and what shared words add), ``needed`` from which
    score it answers; both are null where it was looked up. ``reason`` is why it does not answer
    and ``because`` the same in the asker's language; both are null where it does.
    """

    sort: Sort
    used: bool
    label: str
    quote: str
    language: str
    page: str
    span: tuple[int, int] = Field(description="[start, end) in the page's text")
    score: float | None = None
    needed: float | None = None
    reason: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Considered:
    """What was weighed for one question, as it is told to a reader with ``voice``."""

    question: Question
    evidence: Evidence
    reply: Answer
    trail: Trail
    catalogue: Catalogue
    voice: Voice

    def all(self, sort: Sort) -> list[ConsideredView]:
        """Everything of one sort, what the answer uses first, the rest by score."""
        makers = {
            "fact": self._facts,
            "exchange": self._exchanges,
            "sentence": self._sentences,
            "passage": self._passages,
        }
        return sorted(makers[sort](), key=lambda view: (not view.used, -(view.score or 0.0)))

    def _facts(self) -> Iterator[ConsideredView]:
        """The facts about what was asked about, and those of the same property elsewhere."""
        used = {(fact.page, fact.span, fact.property) for fact in self.reply.facts}
        subjects = self._subjects()
        for fact in self._led_by_answer(self.catalogue.index.facts):
            taken = (fact.source.page, fact.source.span, fact.property) in used
            asked, own = fact.property == self.question.property, fact.subject in subjects
            if taken or own or asked or fact in self.trail.weighed:
                view = fact_view(fact, self.catalogue, self.voice)
                label = f"{view.subject.name} · {view.label}: {view.display}"
                reason = None if own and asked else _mismatch(own)
                yield self._view("fact", taken, label, fact.source, fact, reason)

    def _led_by_answer(self, facts: Iterable[Fact]) -> list[Fact]:
        """``facts``, those of the answer first and in its order."""
        order = [(fact.page, fact.span) for fact in self.reply.facts]
        place = {key: number for number, key in reversed(list(enumerate(order)))}
        return sorted(
            facts, key=lambda fact: place.get((fact.source.page, fact.source.span), len(order))
        )

    def _subjects(self) -> frozenset[str]:
        """The places of the question and the ties between them, by id."""
        places = {*self.question.places, *self.evidence.places}
        between = {id for id, tie in self.catalogue.ties.items() if places >= set(tie.places)}
        return frozenset(places | between)

    def _exchanges(self) -> Iterator[ConsideredView]:
        used = {exchange.id for exchange in self.evidence.exchanges}
        weighed = [item for item in self.trail.weighed if isinstance(item, Exchange)]
        for exchange in dict.fromkeys([*self.evidence.exchanges, *weighed]):
            view = exchange_view(exchange, self.catalogue, self.voice)
            label = f"{view.display_date} · {' – '.join(place.name for place in view.places)}"
            taken = exchange.id in used
            yield self._view("exchange", taken, label, exchange.sources[0], exchange)

    def _sentences(self) -> Iterator[ConsideredView]:
        for sentence in self.trail.weighed:
            if isinstance(sentence, Sentence):
                source = Source(sentence.page, sentence.span, sentence.text, sentence.language)
                taken = sentence == self.evidence.sentence and self.evidence.topic == "sentence"
                yield self._view("sentence", taken, sentence.context, source, sentence)

    def _passages(self) -> Iterator[ConsideredView]:
        sources = evidence_sources(self.evidence)
        for hit in self.evidence.hits:
            passage = hit.passage
            used = any(_holds(hit, source) for source in sources)
            yield ConsideredView(
                sort="passage",
                used=used,
                label=" > ".join(passage.heading),
                quote=passage.text,
                language=passage.language,
                page=passage.page,
                span=(passage.spans[0].start, passage.spans[-1].end),
                score=round(hit.score, 4),
                reason=None if used else "no_source",
                because=None if used else self._because("no_source"),
            )

    def _view(
        self,
        sort: Sort,
        used: bool,
        label: str,
        source: Source,
        item: Item,
        reason: Reason | None = None,
    ) -> ConsideredView:
        weighed = self.trail.weighed.get(item, Weighed())
        why = None if used else weighed.reason or reason or _usual(weighed)
        return ConsideredView(
            sort=sort,
            used=used,
            label=label,
            quote=source.quote,
            language=source.language,
            page=source.page,
            span=(source.span.start, source.span.end),
            score=_rounded(weighed.score),
            needed=_rounded(weighed.needed),
            reason=why,
            because=why and self._because(why),
        )

    def _because(self, reason: Reason) -> str:
        return self.voice.say(f"explain.reasons.{reason}")


def _mismatch(own: bool) -> Reason:
    return "other_property" if own else "other_place"


def _usual(weighed: Weighed) -> Reason:
    """Why something was not taken that nothing spoke against."""
    if weighed.score is None:
        return "not_needed"
    below = weighed.needed is not None and weighed.score < weighed.needed
    return "below_threshold" if below else "fits_less"


def _holds(hit: Hit, source: Source) -> bool:
    passage = hit.passage
    return passage.page == source.page and any(span.overlaps(source.span) for span in passage.spans)


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
