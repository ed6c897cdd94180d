"""A page with what has been read of it as a whole, so that no stage reads it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar, TypeVarTuple

from corpus.model import Page

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


@dataclass(frozen=True, slots=True)
class PageReading(Page):
    """The page that is being extracted: its labels, its years and the like are read once.

    ``extract`` makes one and hands it to all stages; it goes when the page is done.
    """

    _found: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, page: Page) -> PageReading:
        """``page`` with nothing read of it yet, or the reading that it is already."""
        if isinstance(page, PageReading):
            return page
        return cls(*(getattr(page, given.name) for given in fields(Page)))

    def once(self, read: Callable[[PageReading, *Ts], T], *about: *Ts) -> T:
        """What ``read`` makes of this page (with ``about``, if given), the same for all who ask."""
        key = (read, *about) if about else read
        if key not in self._found:
            self._found[key] = read(self, *about)
        found: T = self._found[key]
        return found
