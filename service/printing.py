"""Answers and passages as people read them on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from service.api import Answer, ExchangeView, FactView, PageView, PassageView
from service.explained import show_explanation
from service.explanation import ExplainedAnswer
from service.listing import SearchView
from service.model import CLAIMING
from service.tables import one_line

# Exchanges and facts shown below an answer.
_SHOWN = 5


def show_answer(answer: Answer) -> str:
    """An answer with what it rests on."""
    lines = [answer.answer, *(f"  {choice}" for choice in answer.choices)]
    pages = {passage.page.id: passage.page for passage in answer.passages}
    if answer.status in CLAIMING:
        lines += [line for fact in answer.facts[:_SHOWN] for line in _fact(fact, pages)]
        lines += [line for event in answer.exchanges[:_SHOWN] for line in _exchange(event, pages)]
        if not answer.facts and not answer.exchanges:
            lines += [line for p in answer.passages if p.highlights for line in _cited(p)]
    else:
        lines.append(f"  ({answer.status})")
    if answer.suggestions:
        lines += ["", *(f"  → {suggestion}" for suggestion in answer.suggestions)]
    if isinstance(answer, ExplainedAnswer):
        lines += ["", show_explanation(answer)]
    return "\n".join(lines)


def show_search(found: SearchView) -> str:
    """Passages with their pages, best first."""
    if not found.passages:
        return "Nothing found."
    return "\n\n".join("\n".join(_passage(passage)) for passage in found.passages)


def _fact(fact: FactView, pages: dict[str, PageView]) -> list[str]:
    as_of = f" ({fact.as_of})" if fact.as_of else ""
    return [
        "",
        f"  {fact.subject.name} · {fact.label}: {fact.display}{as_of}",
        f"    “{one_line(fact.quote)}”",
        f"    {_page(pages.get(fact.page), fact.page, fact.url)}",
    ]


def _exchange(event: ExchangeView, pages: dict[str, PageView]) -> list[str]:
    quote = event.quotes[0]
    return [
        "",
        f"  {event.display_date} · {' – '.join(place.name for place in event.places)}",
        f"    “{one_line(quote.text)}”",
        f"    {_page(pages.get(quote.page), quote.page)}",
    ]


def _cited(passage: PassageView) -> list[str]:
    quotes = [passage.text[start:end] for start, end in passage.highlights]
    return ["", *(f"    “{one_line(quote)}”" for quote in quotes), f"    {_page(passage.page)}"]


def _passage(passage: PassageView) -> Iterator[str]:
    yield f"{passage.score:.3f}  {' > '.join(passage.heading)}"
    yield from (f"    {line}" for line in passage.text.splitlines())
    yield f"    {_page(passage.page)}"


def _page(page: PageView | None, name: str = "", url: str | None = None) -> str:
    address = url or (page.url if page else None)
    return " — ".join(part for part in (page.title if page else name, address) if part)
