"""One answer being written: the question, its evidence, and the reader's voice."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Fact, Stage, Tie
from service.catalogue import Catalogue
from service.model import Evidence, Question
from service.wording import Voice


@dataclass(frozen=True, slots=True)
class Draft:
    """What every sentence of an answer is written from."""

    question: Question
    evidence: Evidence
    catalogue: Catalogue
    voice: Voice

    def name(self, place: str) -> str:
        """The name of a place, by its id, for the reader."""
        return self.catalogue.name(place, self.voice)

    def sides(self, tie: Tie) -> dict[str, str]:
        """The names of the two sides of a tie, as sentences call them."""
        return {"home": self.name(tie.places[0]), "partner": self.name(tie.places[1])}

    def label(self, name: str | None) -> str:
        """What a property is called; ``None`` and unknown ones are "what you asked"."""
        return self.voice.label(name)

    def as_of(self, fact: Fact) -> str:
        """The date that a number was counted at, in brackets; or nothing."""
        if fact.as_of is None:
            return ""
        return self.voice.say("answers.as_of", date=self.voice.date(fact.as_of, False))

    def display(self, fact: Fact) -> str:
        """A fact's value as it is said: with "about", or as written where it is uncertain."""
        if fact.uncertain:
            return self.voice.say("answers.as_written", value=fact.value.text)
        value = self.voice.quantity(fact)
        return self.voice.say("answers.about", value=value) if fact.approximate else value

    def linked(self, text: str) -> str:
        """The name of a place in the reader's language, where a page's words name one."""
        mentions = self.catalogue.gazetteer.find(text, self.evidence.places)
        named = [m.place for m in mentions]
        parents = {p for place in named for p in self.catalogue.gazetteer.ancestors(place)}
        inner = [place for place in named if place not in parents]
        return self.name(inner[-1]) if inner else text

    def verdict(self) -> str:
        """Yes or no in front of an answer, where the question supposed something."""
        verdict = self.evidence.verdict
        if verdict is None:
            return ""
        return self.voice.say("answers.signed_yes" if verdict else "answers.signed_no")

    def document(self, stage: Stage) -> str:
        """What the document of a stage is called."""
        return self.voice.say(f"stages.{stage.kind}")
