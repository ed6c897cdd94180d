"""Receptions that hosts gave, on a day of their stay, those of whose visit has been told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Exchange

# Hosts who received those who came.
_RECEIVES = re.compile(
    r"[会會][见見晤]|接[见見待]|접견|환담|영접|\bmet with\b|\breceived\b|\bwelcomed\b"
)
# What was signed on a day of the stay is an event of its own.
_SIGNED = re.compile(r"签署|签订|簽署|簽訂|체결|서명|조인|\bsigned\b")
# The welcome for those of whose visit has been told.
_WELCOMES = re.compile(
    r"환영 ?(?:식|행사|만찬|오찬|연)|欢迎(?:仪式|晚宴|宴会|会|晚会)|歡迎(?:儀式|晚宴|宴會|會|晚會)"
    r"|\bwelcom(?:e|ing) (?:ceremony|dinner|reception|banquet|party|lunch(?:eon)?)\b"
)


def only_receives(exchange: Exchange, kept: Sequence[Exchange]) -> bool:
    """Whether hosts received, on a day of their stay, those of whose visit has been told."""
    if _is_welcome(exchange, kept):
        return True
    if exchange.direction or exchange.people or "/" in exchange.date:
        return False
    if _SIGNED.search(exchange.sources[0].quote):
        return False
    if not _RECEIVES.search(exchange.sources[0].quote):
        return False
    return any(
        "/" in other.date and "visit" in other.kinds and holds(other, exchange)
        for other in kept
        if other.tie == exchange.tie
    )


def _is_welcome(exchange: Exchange, kept: Sequence[Exchange]) -> bool:
    """Whether it is no more than the welcome on a day of a stay that has been told."""
    quote = exchange.sources[0].quote
    if "/" in exchange.date or _SIGNED.search(quote) or not _WELCOMES.search(quote):
        return False
    return any(
        "/" in other.date and not other.date.endswith("/..") and holds(other, exchange)
        for other in kept
        if other.tie == exchange.tie and {"visit", "youth"} & set(other.kinds)
    )


def holds(one: Exchange, other: Exchange) -> bool:
    """Whether the dates of one exchange hold those of another."""
    return one.first <= other.first and other.last <= one.last
