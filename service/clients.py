"""Who asks: the client behind a connection, and whether a proxy has named it."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

Address = IPv4Address | IPv6Address
# One subscriber has a whole network of this size under IPv6.
_SUBSCRIBER = 64
# What a proxy adds to what it passes on.
_PASSED_ON = {b"x-forwarded-for", b"forwarded", b"x-real-ip", b"via"}
_NAMED = "gyoryu.named"


class Proxies:
    """Lets ``trusted`` proxies, divided by commas, name their clients in ``X-Forwarded-For``."""

    def __init__(self, app: ASGIApp, trusted: str) -> None:
        self.app = app
        self._trust = ProxyHeadersMiddleware(self._note, trusted)  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        await self._trust({**scope, _NAMED: scope.get("client")}, receive, send)  # type: ignore[arg-type]

    async def _note(self, scope: Scope, receive: Receive, send: Send) -> None:
        proxy, client = scope[_NAMED], scope.get("client")
        # "unknown" and "_hidden" (RFC 7239, 6.2 and 6.3) name nobody: the proxy stands for them.
        named = proxy != client and address_of(scope) is not None
        noted = {**scope, "client": client if named else proxy, _NAMED: named}
        await self.app(noted, receive, send)


def is_hidden(scope: Scope) -> bool:
    """Whether a proxy has passed the request on without a trusted word on whose it is.

    The address is then the proxy's, and says nothing of who asks.
    """
    passed_on = any(name in _PASSED_ON for name, _ in scope["headers"])
    return passed_on and not scope.get(_NAMED, False)


def address_of(scope: Scope) -> Address | None:
    """The client's address; None where there is none, or something else."""
    host = (scope.get("client") or ("",))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def client_of(scope: Scope) -> str | None:
    """Whose requests are counted together: an IPv4 address, or an IPv6 subscriber's network."""
    address = address_of(scope)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _SUBSCRIBER), strict=False))
    return None if address is None else str(address)
