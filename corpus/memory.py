"""Memory that a process keeps for as long as it runs, such as the places of the gazetteer."""

from __future__ import annotations

import gc


def keep_loaded() -> None:
    """Let collecting garbage pass over all that is in memory now.

    A gazetteer is tens of thousands of objects that stay for good, an index many more: each full
    collection would look through them again.
    """
    gc.collect()
    gc.freeze()
