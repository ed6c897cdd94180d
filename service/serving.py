"""Listening: a socket that is really free, then uvicorn on it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from index.search import open_index
from service.app import create_app
from service.clients import Proxies
from service.settings import Settings
from service.storage.database import open_database

# Seconds that requests under way get when the server is told to stop.
_GRACE = 10
# Bytes of a request line with its headers: a question of 10,000 letters in a URL is still told
# that it is too long.
_LONGEST_HEAD = 128 * 1024


class ListenError(Exception):
    """An address that cannot be listened on; the message says what to do."""


def serve(settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve the index that the settings name until told to stop; ``announce`` hears where.

    Raises ListenError, StorageError or UnusableIndex before anything is served.
    """
    with listen(settings.host, settings.port) as bound:
        index = open_index(settings.index, settings.threads, settings.remembered)
        open_database(settings.database).close()
        ready = f"{url_of(bound)} serves generation {index.generation}; stop it with Ctrl+C"
        app = create_app(settings, index)
        server = Server(app, lambda: announce(ready), settings.proxies)
        with suppress(KeyboardInterrupt):
            server.run(sockets=[bound])


def listen(host: str, port: int) -> socket.socket:
    """A bound socket; port 0 takes any free port. Raises ListenError where that cannot be."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError) as error:
        raise ListenError(f"{host}: not an address of this machine ({error})") from error
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError as error:
        bound.close()
        raise ListenError(_reason(host, port, error)) from error
    return bound


class Server(uvicorn.Server):
    """A server that says when it is ready, and stops in good order."""

    def __init__(self, app: FastAPI, on_ready: Callable[[], None], proxies: str = "") -> None:
        config = uvicorn.Config(
            Proxies(app, proxies),
            log_config=None,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_GRACE,
            proxy_headers=False,
            h11_max_incomplete_event_size=_LONGEST_HEAD,
            ws="none",
        )
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """See uvicorn.Server."""
        await super().startup(sockets)
        if self.started:
            self._on_ready()


def url_of(bound: socket.socket) -> str:
    """Where people find what listens on ``bound``."""
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _reason(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"{host}:{port} is in use; stop what listens there, or choose another --port"
    if error.errno == errno.EACCES:
        return f"{host}:{port} needs more rights; choose a --port above 1023"
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine; choose another --host"
    return f"{host}:{port} cannot be listened on ({error.strerror})"
