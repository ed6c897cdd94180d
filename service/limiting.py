"""How much one client may ask for: beyond that, 429 and when to come back."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from service.allowed import OFF, Network
from service.clients import address_of, client_of, is_hidden
from service.problems import problem

# What is limited: the API that everyone may call.
_LIMITED = "/v1/"


class RateLimit:
    """Answers 429 where a client makes more requests to the API than ``rate`` allows.

    ``rate`` is as in ``120/minute``, or ``off``; clients in the networks ``exempt`` are not
    limited, nor are those whose address is not known. Who comes through a proxy is not exempt
    because the proxy is.
    """

    def __init__(self, app: ASGIApp, rate: str, exempt: Sequence[Network] = ()) -> None:
        self.app = app
        self.rate: RateLimitItem | None = None if rate == OFF else parse(rate)
        self.exempt = tuple(exempt)
        self._window = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        wait = self._wait(scope)
        if wait is None:
            await self.app(scope, receive, send)
            return
        detail = f"too many requests from this address; try again in {wait} s"
        headers = {"retry-after": str(wait)}
        await problem(429, detail, scope["path"], headers)(scope, receive, send)

    def _wait(self, scope: Scope) -> int | None:
        """Seconds until the client may ask again; None where it may ask now."""
        if self.rate is None or not self._limits(scope):
            return None
        client = client_of(scope)
        if client is None or self._window.hit(self.rate, client):
            return None
        reset = self._window.get_window_stats(self.rate, client).reset_time
        return max(1, math.ceil(reset - time.time()))

    def _limits(self, scope: Scope) -> bool:
        if scope["type"] != "http" or not scope["path"].startswith(_LIMITED):
            return False
        address = address_of(scope)
        exempt = address is not None and any(address in network for network in self.exempt)
        return not exempt or is_hidden(scope)
