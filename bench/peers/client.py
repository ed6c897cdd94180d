"""Asking a system over HTTP."""

from __future__ import annotations

import http.client
import time

from bench.peers.judging import Returned
from bench.peers.processes import PATIENCE, PeerError
from bench.peers.systems import Way


class Client:
    """One connection that is kept alive, and the way to ask over it."""

    def __init__(self, port: int, way: Way) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._way = way

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def ask(self, question: str) -> list[Returned]:
        """The passages found for ``question``."""
        return self._way.found(self._asked(question))

    def timed(self, question: str) -> tuple[float, list[Returned]]:
        """Seconds until the whole answer was there, and the passages in it."""
        started = time.perf_counter()
        answer = self._asked(question)
        return time.perf_counter() - started, self._way.found(answer)

    def _asked(self, question: str) -> bytes:
        request = self._way.request(question)
        headers = {"content-type": "application/json"} if request.body else {}
        try:
            self._connection.request(request.method, request.path, request.body, headers)
            response = self._connection.getresponse()
            answer = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise PeerError(f"{self._way.title} does not answer: {error}") from error
        if response.status != http.client.OK:
            raise PeerError(f"{self._way.title} answered {response.status}: {answer[:300]!r}")
        return answer
