"""Looking things up: ties, places and pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException

from service.asking import LanguageTag
from service.listing import (
    PageDetail,
    PlaceView,
    TieDetail,
    TieView,
    page_detail,
    place_view,
    tie_detail,
    tie_view,
)
from service.places import find_place, matching_places, partnered_places
from service.problems import responses
from service.runtime import runtime_of
from service.wording import Voice

router = APIRouter(tags=["look up"], responses=responses(400, 429, 503))

# Places returned for one search.
MOST_PLACES = 100
Tongue = Annotated[LanguageTag, Query(description="language of the names and dates")]


@router.get("/v1/ties", summary="Every tie, or those of one place")
def list_ties(
    request: Request,
    place: Annotated[str | None, Query(max_length=200, description="id or name")] = None,
    language: Tongue = "en",
) -> list[TieView]:
    """Ties with their places, stages and sources."""
    catalogue = runtime_of(request).catalogue
    if place is None:
        ties = list(catalogue.ties.values())
    else:
        ties = catalogue.ties_of(find_place(place, catalogue, "place"))
    return [tie_view(tie, catalogue, Voice(language)) for tie in ties]


@router.get(
    "/v1/ties/{tie}", summary="One tie with all that is known of it", responses=responses(404)
)
def show_tie(request: Request, tie: str, language: Tongue = "en") -> TieDetail:
    """Stages, facts (of the tie and of both places) and exchanges by date."""
    catalogue = runtime_of(request).catalogue
    found = catalogue.ties.get(tie)
    if found is None:
        raise HTTPException(404, f"no tie has the id “{tie[:100]}”; /v1/ties lists them")
    return tie_detail(found, catalogue, Voice(language))


@router.get("/v1/places", summary="The places that have ties, or those of a name")
def list_places(
    request: Request,
    q: Annotated[
        str | None,
        Query(
            min_length=1, max_length=200, description="a name or a part of one: all known places"
        ),
    ] = None,
) -> list[PlaceView]:
    """Places with their names in every language and the ids of their ties."""
    catalogue = runtime_of(request).catalogue
    places = matching_places(q, catalogue) if q else partnered_places(catalogue)
    return [place_view(place, catalogue) for place in places[:MOST_PLACES]]


@router.get("/v1/pages/{page}", summary="A page and its text", responses=responses(404))
def show_page(request: Request, page: str) -> PageDetail:
    """What a page says about itself, and the text into which every span points."""
    found = runtime_of(request).catalogue.index.pages.get(page)
    if found is None:
        raise HTTPException(404, f"no page has the id “{page[:100]}”")
    return page_detail(found)
