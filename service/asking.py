"""Questions from outside: checked, their places found, answered."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from corpus.language import detect_language
from corpus.model import Language
from corpus.text import clean
from service.answering import answer
from service.api import Answer, ApiModel, Context
from service.catalogue import Catalogue
from service.listing import SearchView
from service.passages import find_passages
from service.places import find_place
from service.problems import Refused
from service.settings import Settings
from service.unicode import scrub
from service.views import hit_view

# Questions that touch everything an answer needs, so that the first visitor does not wait for it.
_WARMING = ("언제 협정을 맺었나요?", "什么时候签约？", "when did they sign?")
LIMIT = 5
MOST = 50


def _primary(tag: object) -> object:
    """``zh`` for ``zh-Hant``: of a language tag only the language itself."""
    return tag.split("-")[0].lower() if isinstance(tag, str) else tag


LanguageTag = Annotated[Language, BeforeValidator(_primary)]


class Ask(ApiModel):
    """A question: ``district`` is the id or name of the place on whose website it is asked."""

    question: str = Field(description="in Korean, Chinese or English")
    language: LanguageTag | None = Field(
        default=None, description="language to answer in; otherwise that of the question"
    )
    district: str | None = Field(
        default=None, max_length=200, description="id or name of the place whose website asks"
    )
    context: Context | None = Field(
        default=None, description="the context of the answer before, for a follow-up"
    )
    limit: int = Field(default=LIMIT, ge=1, le=MOST, description="passages to return at most")


def ask(request: Ask, catalogue: Catalogue, settings: Settings, explain: bool = False) -> Answer:
    """The answer to a request; raises Refused where it cannot be taken."""
    question = check_text(request.question, "question", settings)
    district = request.district and find_place(request.district, catalogue, "district")
    return answer(
        question,
        catalogue,
        settings.now(),
        request.context,
        request.language,
        district,
        request.limit,
        explain,
    )


def search(
    query: str,
    catalogue: Catalogue,
    settings: Settings,
    place: str | None = None,
    language: Language | None = None,
    limit: int = LIMIT,
) -> SearchView:
    """The passages for ``query``; raises Refused where it cannot be taken."""
    words = clean(check_text(query, "q", settings))
    spoken = language or detect_language(words)
    about = find_place(place, catalogue, "place") if place else None
    hits = find_passages(words, catalogue, spoken, about, limit)
    passages = [hit_view(hit, catalogue) for hit in hits]
    return SearchView(query=words, language=spoken, passages=passages)


def check_text(text: str, field: str, settings: Settings) -> str:
    """``text``, if it says something and is not too long; else raises Refused."""
    text = scrub(text)
    if len(text) > settings.max_question:
        most = settings.max_question
        raise Refused(field, f"has {len(text)} characters; at most {most} are taken")
    if not clean(text):
        raise Refused(field, "must not be empty")
    return text


def warm(catalogue: Catalogue, settings: Settings) -> None:
    """Answer a few questions, so that everything is loaded that loads on first use."""
    for question in _WARMING:
        answer(question, catalogue, settings.now())
