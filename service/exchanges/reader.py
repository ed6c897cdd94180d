"""Who exchanges are told to: in which language, and from which catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from service.catalogue import Catalogue
from service.wording import Voice


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of what ``catalogue`` holds, spoken to with ``voice``."""

    catalogue: Catalogue
    voice: Voice

    def name(self, place: str) -> str:
        """The name of a place for the reader."""
        return self.catalogue.name(place, self.voice)
