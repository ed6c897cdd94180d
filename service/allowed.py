"""Who may do how much: origins, networks and rates as an operator writes them, checked."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import Annotated
from urllib.parse import urlsplit

from limits import parse
from pydantic import AfterValidator, BeforeValidator
from pydantic_settings import NoDecode

OFF = "off"
NONE = "none"
Network = IPv4Network | IPv6Network


def _listed(text: object) -> object:
    """The parts of a text that commas divide; ``none`` has none."""
    if not isinstance(text, str):
        return text
    parts = [part.strip() for part in text.split(",")]
    return tuple(part for part in parts if part and part != NONE)


def _origin(text: str) -> str:
    """An origin as browsers send it: scheme, host and port, nothing behind them."""
    parts = urlsplit(text.rstrip("/"))
    plain = text.isascii() and not any(sign in text for sign in " ;'\"*")
    if not plain or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{text} is no origin; write it as https://www.example.org")
    if parts.path or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError(f"{text} has more than an origin; write {parts.scheme}://{parts.netloc}")
    return f"{parts.scheme}://{parts.netloc}".lower()


def _networks(parts: object) -> object:
    if not isinstance(parts, tuple):
        return parts
    return tuple(ip_network(part) if isinstance(part, str) else part for part in parts)


def _rate(text: str) -> str:
    if text != OFF:
        try:
            parse(text)
        except ValueError as error:
            raise ValueError(f"{text} is no rate; write it as 120/minute, or off") from error
    return text


Origin = Annotated[str, AfterValidator(_origin)]
Origins = Annotated[tuple[Origin, ...], NoDecode, BeforeValidator(_listed)]
Networks = Annotated[
    tuple[Network, ...], NoDecode, BeforeValidator(_networks), BeforeValidator(_listed)
]
Rate = Annotated[str, AfterValidator(_rate)]
