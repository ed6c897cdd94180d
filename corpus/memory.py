"""Memory that a process keeps for as long as it runs, such as the places of the gazetteer."""

from __future__ import annotations

import gc

# Garbage is collected when so many more objects were made than went. Understanding a page makes
# tens of thousands that hold no circles: at Python's 700 looking through them took 6 % of the time.
_YOUNG = 20_000


def start_loading() -> None:
    """Collect no garbage until ``keep_loaded``.

    Each collection looks through all that was loaded before, which stays for good: that took a
    sixth of a server's start.
    """
    gc.disable()


def keep_loaded() -> None:
    """Let collecting garbage pass over all that is in memory now, and collect from here on.

    A gazetteer is tens of thousands of objects that stay for good, an index many more: each full
    collection would look through them again. What little garbage loading left stays too.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG)
    gc.enable()
