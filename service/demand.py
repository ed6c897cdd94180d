"""What a text must say to be an answer to a question: its concepts, figures, persons and doings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from corpus.sentences import sentence_spans
from corpus.text import fold_text
from service.concepts import concepts_of, of_sections
from service.days import Day, find_days
from service.figures import has_figure
from service.focus import lacks_focus
from service.lexicon import has, names, search, search_all
from service.model import Question
from service.months import months_asked, months_told
from service.senses import BROAD, is_concept, senses_of
from service.signers import tells_signing
from service.told import Units, senses_told

# Types asked for that only what really happened has.
_EXACT = frozenset({"people", "amount", "person", "names", "duration"})
_OF_PERSONS = frozenset({"person", "names"})
# Of the people that a question names, and of the things, a text must have some.
_PEOPLE, _THINGS = ("people",), ("nature", "economy", "culture", "buildings")
# What is sent: of these, too, a text must have some that a question names.
_SENT = frozenset({"mask", "card", "postcard", "brochure", "calendar", "book"})


# Doings and people that few exchanges have, beside those that are told apart by them alone.
_STRICT = frozenset({"volunteer", "homestay", "redcross", "earthquake", "elderly", "library"})


# People of whom each sort that a question names must be told: pupils are no members of parliament.
_GROUPS = (
    frozenset({"student", "child", "highschool"}),
    frozenset({"teacher"}),
    frozenset({"assembly"}),
    frozenset({"elderly"}),
    frozenset({"women"}),
    frozenset({"disabled"}),
)


@dataclass(frozen=True)
class Demand:
    """What ``question`` demands of a text, whatever the languages of the two."""

    question: Question

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What the question is about, in words of any language."""
        return concepts_of(self.question.bare)

    @cached_property
    def decisive(self) -> frozenset[str]:
        """What must be told, in words of any language: where people slept, what they planted."""
        return self.said.decisive

    @cached_property
    def said(self) -> Units:
        """What the question says, in units that a sentence may tell in any language."""
        question = self.question
        return Units(question.bare, question.text, question.language)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """What the question wants counted or measured."""
        bare = self.question.bare
        return tuple(name for name in sorted(names("units")) if search("units", name, bare))

    @cached_property
    def months(self) -> frozenset[int]:
        """The months that a question names without a year, which make no period."""
        question = self.question
        return frozenset() if question.period is not None else months_asked(question.bare)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """The days that a question names without a year, which make no period."""
        return () if self.question.period is not None else tuple(find_days(self.question.text))

    @cached_property
    def is_of_founding(self) -> bool:
        """Whether it is asked since when there is a festival, a building or the like."""
        return has("founding", self.question.bare) and bool(
            self.concepts & (of_sections(*_THINGS) | {"birthday"}) or self.question.kinds
        )

    @cached_property
    def targets(self) -> frozenset[str]:
        """What stands behind "which" or "how many", and what nothing near to it can answer."""
        asked = (match.group("noun") for match in search_all("target", self.question.bare))
        named = frozenset(concept for noun in asked for concept in concepts_of(noun))
        strict = frozenset[str]() if self.is_either else of_sections("particular") | _STRICT
        return named | (self.concepts & (of_sections("details") | strict))

    @cached_property
    def is_of_institutions(self) -> bool:
        """Whether agreements of schools, hospitals or the like are asked for."""
        signed = has("sign_verbs", self.question.bare) and self.question.property is None
        return signed and {"university", "school", "hospital"} & self.concepts != set()

    @cached_property
    def is_either(self) -> bool:
        """Whether the question sets things beside each other, of which each is told by itself."""
        return has("alternatives", self.question.bare)

    @cached_property
    def is_particular(self) -> bool:
        """Whether the question names something that few exchanges have."""
        return bool(self.concepts & of_sections("particular"))

    def lacks(self, text: str) -> bool:
        """Whether ``text`` says nothing of what is asked for, or of the people in question."""
        folded = fold_text(text)
        if any(search("unit_told", unit, folded) is None for unit in self.units):
            return True
        if self.decisive - senses_told(text):
            return True
        if self.is_of_founding and not has("founding_told", folded):
            return True
        if self.question.wants in _EXACT and self._fell_through(folded):
            return True
        if self.question.property == "signatories" and not tells_signing(folded):
            return True
        if self.is_of_institutions and not has("sign_verbs", folded):
            return True
        if lacks_focus(self.question.bare, folded):
            return True
        if self.is_of_other_day(text) or self.lacks_counted(text):
            return True
        if not self.concepts:
            return False
        told = concepts_of(folded)
        apart = self.is_either or self.question.operation == "compare"
        if not apart and any(self.concepts & g and not told & g for g in _GROUPS):
            return True
        asked = [self.concepts & of_sections(*sections) for sections in (_PEOPLE, _THINGS)]
        asked.append(self.concepts & _SENT)
        if self.question.operation in ("list", "count"):
            asked.append(self.concepts & {"reply"})
        return bool(self.targets - told) or any(named and not named & told for named in asked)

    @cached_property
    def counted(self) -> tuple[frozenset[str], ...]:
        """The senses of each noun that stands behind "how many"."""
        if self.question.wants != "amount":
            return ()
        asked = (match.group("noun") for match in search_all("target", self.question.bare))
        meant = (senses_of(noun) - BROAD for noun in asked)
        fine = (frozenset(s for s in senses if not is_concept(s)) for senses in meant)
        return tuple(senses for senses in fine if senses)

    def lacks_counted(self, text: str) -> bool:
        """Whether ``text`` says nothing of what is to be counted."""
        told = senses_told(text) if self.counted else frozenset[str]()
        return any(not senses & told for senses in self.counted)

    def is_of_other_day(self, text: str) -> bool:
        """Whether ``text`` lacks a day, or the month, that the question names without a year."""
        if self.days:
            told = find_days(text)
            return not all(any(day.may_be(other) for other in told) for day in self.days)
        return bool(self.months) and not self.months & months_told(text)

    def shared(self, told: frozenset[str]) -> int:
        """How many concepts of the question are among those that a text tells."""
        return len(self.concepts & told)

    def _fell_through(self, folded: str) -> bool:
        """Whether a text tells of what did not happen, or where the answer would be, of a plan."""
        if has("cancelled", folded):
            return True
        sentences = (folded[span.start : span.end] for span in sentence_spans(folded))
        return any(has("planned", one) and self._may_hold(one) for one in sentences)

    def _may_hold(self, sentence: str) -> bool:
        """Whether a folded sentence may hold the figure, or the person, that is asked for."""
        if self.question.wants in _OF_PERSONS:
            return has("leaders", sentence) or has("persons", sentence)
        return self.question.wants == "duration" or has_figure(sentence)
