"""A page of a list: how many there are in all, and the addresses of the other pages."""

from __future__ import annotations

from math import ceil
from urllib.parse import urlencode

from fastapi import Request
from pydantic import Field

from service.api import ApiModel, ExchangeView


class PageLinks(ApiModel):
    """Addresses of other pages of the same search, without the host; null where there is none."""

    first: str
    previous: str | None
    next: str | None
    last: str


class ExchangeList(ApiModel):
    """One page of the exchanges that were found, newest first."""

    total: int = Field(description="exchanges found, on all pages")
    page: int
    pages: int
    per_page: int
    links: PageLinks
    exchanges: list[ExchangeView]


def pages_of(total: int, per_page: int) -> int:
    """The number of pages; an empty list has one."""
    return max(1, ceil(total / per_page))


def links_of(request: Request, page: int, pages: int) -> PageLinks:
    """The links of ``page``, which may lie beyond the last."""
    return PageLinks(
        first=_address(request, 1),
        previous=_address(request, min(page - 1, pages)) if page > 1 else None,
        next=_address(request, page + 1) if page < pages else None,
        last=_address(request, pages),
    )


def _address(request: Request, page: int) -> str:
    given = request.query_params.multi_items()
    kept = [(name, value) for name, value in given if name != "page" and value.strip()]
    return f"{request.url.path}?{urlencode([*kept, ('page', page)])}"
