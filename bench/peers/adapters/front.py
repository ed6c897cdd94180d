"""A server for stacks that bring none: one route, which finds passages."""

from __future__ import annotations

from collections.abc import Callable

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

# From words and a number of passages to (page, text), best first.
Find = Callable[[str, int], list[tuple[str, str]]]


class Question(BaseModel):
    """What is asked."""

    question: str
    limit: int


def serve(find: Find, port: int) -> None:
    """Serve ``find`` at /find on the loopback interface, until ended."""
    app = FastAPI()

    @app.post("/find")
    def answer(asked: Question) -> list[tuple[str, str]]:
        return find(asked.question, asked.limit)

    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")
