"""What the console works with: the ledger of the index that is served, and the inbox."""

from __future__ import annotations

from dataclasses import dataclass

from service.catalogue import Catalogue
from service.inbox import Inbox
from service.settings import Settings
from service.staff.ledger import Ledger, make_ledger


@dataclass(frozen=True, slots=True)
class Console:
    """The console of one service."""

    settings: Settings
    catalogue: Catalogue
    inbox: Inbox
    ledger: Ledger


def make_console(settings: Settings, catalogue: Catalogue, inbox: Inbox) -> Console:
    """A console over everything that the index knows."""
    index = catalogue.index
    ledger = make_ledger(index.exchanges, index.ties, catalogue.gazetteer)
    return Console(settings, catalogue, inbox, ledger)
