"""The partners that have what is asked for ("which of them have a wetland park"), all of them."""

from __future__ import annotations

from dataclasses import replace

from corpus.model import Fact
from corpus.text import fold_text
from service.concepts import concepts_of, of_sections
from service.enquiry import Enquiry
from service.lexicon import has
from service.model import Evidence
from service.partners import DESCRIBING, described_beside, named_partners, ties_of_homes

# What a page tells of a place, by which partners are told from each other.
_THINGS = ("nature", "economy", "buildings", "particular")


def find_having(enquiry: Enquiry) -> Evidence | None:
    """The facts of all partners that have every thing of the question; None where one at most has.

    Where only one has it, it is described by it, and ``service.partners`` weighs how well.
    """
    question = enquiry.question
    meant = question.partners or has("town", question.bare)
    asked = has("which_partner", question.bare) or question.operation == "list"
    if not meant or not asked or question.period:
        return None
    if question.kinds or question.property not in (None, "signed", "features"):
        return None
    things = enquiry.demand.concepts & of_sections(*_THINGS)
    if not things or named_partners(enquiry):
        return None
    ties = ties_of_homes(enquiry)
    outside = described_beside(enquiry, ties)
    facts: dict[str, Fact] = {}
    for tie in ties:
        for name in DESCRIBING:
            for fact in enquiry.catalogue.facts(tie.places[1], name):
                quote = fact.source.quote
                told = things <= concepts_of(fold_text(quote))
                if (
                    told
                    and enquiry.names(outside, quote)
                    and enquiry.names_called(quote, surely=True)
                ):
                    facts.setdefault(fact.subject, fact)
    if len(facts) < 2 or len({tie.places[0] for tie in ties if tie.places[1] in facts}) > 1:
        return None
    return Evidence(
        "answered",
        "several",
        tuple(facts),
        facts=tuple(facts.values()),
        total=len(facts),
        parts=tuple(
            (
                replace(question, property=fact.property),
                Evidence("answered", "fact", (fact.subject,), facts=(fact,)),
            )
            for fact in facts.values()
        ),
    )
