"""What watches the service: alive, ready, and numbers."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from service.api import ApiModel
from service.metrics import CONTENT_TYPE
from service.problems import responses
from service.runtime import runtime_of

router = APIRouter(tags=["watch"])


class Alive(ApiModel):
    """The process is alive."""

    status: str = "alive"


class Ready(ApiModel):
    """The index is loaded; ``generation`` names what answers are given from."""

    status: str = "ready"
    generation: str
    created: str
    encoder: str
    pages: int
    passages: int
    ties: int


@router.get("/healthz", summary="Is the process alive?")
async def healthz() -> Alive:
    """Always alive, if it answers at all."""
    return Alive()


@router.get("/readyz", summary="Is the index loaded, and which?", responses=responses(503))
async def readyz(request: Request) -> Ready:
    """The generation that is served; 503 until one is."""
    index = runtime_of(request).catalogue.index
    return Ready(
        generation=index.generation,
        created=index.created,
        encoder=index.encoder.name,
        pages=len(index.pages),
        passages=len(index.passages),
        ties=len(index.ties),
    )


@router.get("/metrics", summary="Numbers for Prometheus", response_class=Response)
def metrics(request: Request) -> Response:
    """Requests, answers, times and the index."""
    return Response(runtime_of(request).metrics.text(), headers={"content-type": CONTENT_TYPE})
