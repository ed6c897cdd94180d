"""What stands around every request: security headers, a size limit, counting, and faults."""

from __future__ import annotations

import time
from collections.abc import Iterable

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.metrics import Metrics
from service.problems import problem

SECURITY_HEADERS = {
    "content-security-policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
# A response with a policy of its own says who may frame it there, in one place.
_FRAMING = b"x-frame-options"
_POLICY = b"content-security-policy"
_SECURITY = tuple((name.encode(), value.encode()) for name, value in SECURITY_HEADERS.items())
# Of a body that is too large so much is read and thrown away, so that the client hears why.
DRAINED = 64 * 1024 * 1024

_log = structlog.get_logger("gyoryu")


_HEAD = "gyoryu.head"


def wants_head(scope: Scope) -> bool:
    """Whether only the head of the answer is sent, so that no body need be made."""
    return bool(scope.get(_HEAD, False))


class HeadAsGet:
    """Answers HEAD as GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET", _HEAD: True}, receive, send_head)


class SecurityHeaders:
    """Adds the security headers to every response, beside those that it brings itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _guarded(message.get("headers", ()))
            await send(message)

        await self.app(scope, receive, send_guarded if scope["type"] == "http" else send)


def _guarded(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """``headers`` of a response, whose names are in small letters, with those that they lack."""
    sent = list(headers)
    names = {name for name, _ in sent}
    if _POLICY in names:
        names.add(_FRAMING)
    return sent + [header for header in _SECURITY if header[0] not in names]


class Watch:
    """Counts, times and logs every request; an unexpected fault becomes a problem 500."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 0

        async def send_watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_watched)
        except Exception:
            _log.exception("fault", method=scope["method"], path=scope["path"])
            if status:
                raise
            await _apologise(scope, receive, send_watched)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", None) or "none"
        self.metrics.count_request(scope["method"], route, status, seconds)
        took = round(seconds * 1000, 1)
        _log.info(
            "request", method=scope["method"], path=scope["path"], status=status, took_ms=took
        )


async def _apologise(scope: Scope, receive: Receive, send: Send) -> None:
    detail = "something went wrong in the service; it is logged, please try again"
    await problem(500, detail, scope["path"])(scope, receive, send)


class BodyLimit:
    """Refuses a request body of more than ``most`` bytes, announced or not."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http" or not _has_body(scope):
            await self.app(scope, receive, send)
            return
        body = await _read(receive, self.most)
        if body is None:
            detail = f"the body is over {self.most} bytes; send less"
            refusal = problem(413, detail, scope["path"], {"connection": "close"})
            await refusal(scope, receive, send)
            return
        await self.app(scope, _Replay(body, receive), send)


class _Replay:
    """A ``receive`` that gives a body that was read already, then goes on."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}


def _has_body(scope: Scope) -> bool:
    return any(name in (b"content-length", b"transfer-encoding") for name, _ in scope["headers"])


async def _read(receive: Receive, most: int) -> bytes | None:
    """The whole body; None where it is larger than ``most``."""
    pieces: list[bytes] = []
    size, more = 0, True
    while more and size <= DRAINED:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        piece, more = message.get("body", b""), message.get("more_body", False)
        size += len(piece)
        if size <= most:
            pieces.append(piece)
    return b"".join(pieces) if size <= most else None
