"""Several properties asked for in one breath: "면적이랑 인구", "where is it and how big"."""

from __future__ import annotations

from service.enquiry import Enquiry
from service.facts import find_place_fact
from service.lexicon import has, search
from service.model import CLAIMING, Evidence, Question

# What may be asked for together of a place; each is answered by itself.
TOGETHER = (
    "area",
    "population",
    "revenue",
    "gdp",
    "homepage",
    "divisions",
    "organization",
    "features",
    "economy",
    "specialties",
    "location",
    "flower",
    "tree",
    "bird",
)
_RARE = frozenset({"flower", "tree", "bird"})


def asked_together(bare: str, first: str | None, operation: str) -> tuple[str, ...]:
    """The properties that are named beside ``first``, in the order of the question."""
    if first not in TOGETHER or operation in ("largest", "smallest", "compare", "count"):
        return ()
    found: list[tuple[int, int, str]] = []
    for name in TOGETHER:
        match = search("rare" if name in _RARE else "properties", name, bare)
        if match is not None and not any(
            match.start() < e and s < match.end() for s, e, _ in found
        ):
            found.append((match.start(), match.end(), name))
    ordered = tuple(name for _, _, name in sorted(found))
    return ordered if len(ordered) > 1 else ()


def find_several(enquiry: Enquiry) -> Evidence | None:
    """What is known of each property that is asked for; None where fewer than two are."""
    question = enquiry.question
    if len(question.also) < 2 or question.kinds or question.partners:
        return None
    parts = [_part(enquiry, name) for name in question.also]
    known = [evidence for _, evidence in parts if evidence.status in CLAIMING]
    if not known:
        return None
    return Evidence(
        "answered" if len(known) == len(parts) else "partial",
        "several",
        known[0].places,
        known[0].ties,
        facts=tuple(fact for evidence in known for fact in evidence.facts),
        sentence=next((evidence.sentence for evidence in known if evidence.sentence), None),
        parts=tuple(parts),
    )


def _part(enquiry: Enquiry, name: str) -> tuple[Question, Evidence]:
    alone = enquiry.about(property=name, rare=name in _RARE, also=(), wants=None)
    found = find_place_fact(alone) or (_located(alone) if name == "location" else None)
    return alone.question, found or alone.none("not_stated")


def _located(enquiry: Enquiry) -> Evidence | None:
    """The sentence that says where the place lies, where no label does."""
    index, catalogue = enquiry.catalogue.index, enquiry.catalogue
    subject = enquiry.question.about or enquiry.question.places[-1]
    for page in enquiry.pages or ():
        for row in index.sentences_of(page):
            sentence = index.sentences[row]
            own = catalogue.owner_of(row) in (None, subject)
            named = {m.place for m in catalogue.gazetteer.find(sentence.text, (subject,))}
            if own and subject in named and has("location_told", sentence.text.lower()):
                return Evidence("partial", "sentence", (subject,), enquiry.ties, sentence=sentence)
    return None
