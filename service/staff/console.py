"""What the console works with: the ledger of the index that is served, and the inbox."""

from __future__ import annotations

from dataclasses import dataclass

from service.catalogue import Catalogue
from service.exchanges.ledger import Ledger
from service.inbox import Inbox
from service.settings import Settings


@dataclass(frozen=True, slots=True)
class Console:
    """The console of one service."""

    settings: Settings
    catalogue: Catalogue
    inbox: Inbox
    ledger: Ledger
