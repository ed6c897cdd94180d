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
# The kinds of exchange with a stay that a welcome belongs to.
_OF_STAY = frozenset({"visit", "youth"})


def only_receives(exchange: Exchange, kept: Sequence[Exchange]) -> bool:
    """Whether hosts received, on a day of their stay, those of whose visit has been told."""
    quote = exchange.sources[0].quote
    if "/" in exchange.date or _SIGNED.search(quote):
        return False
    welcomes = _WELCOMES.search(quote) is not None
    named = bool(exchange.direction or exchange.people)
    receives = not named and _RECEIVES.search(quote) is not None
    if not (welcomes or receives):
        return False
    stays = (x for x in kept if x.tie == exchange.tie and "/" in x.date and holds(x, exchange))
    return any(
        (receives and "visit" in stay.kinds) or (welcomes and _is_welcomed(stay)) for stay in stays
    )


def _is_welcomed(stay: Exchange) -> bool:
    """Whether it is a visit that came to its end, at which a welcome is no event of its own."""
    return not stay.date.endswith("/..") and not _OF_STAY.isdisjoint(stay.kinds)


def holds(one: Exchange, other: Exchange) -> bool:
    """Whether the dates of one exchange hold those of another."""
    return one.first <= other.first and other.last <= one.last
