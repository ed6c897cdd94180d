"""How much memory a process holds."""

from __future__ import annotations

import os
from pathlib import Path


def resident_mb(process: int) -> float | None:
    """Resident memory of a process, where the system tells it in /proc."""
    status = Path(f"/proc/{process}/statm")
    if not status.exists():
        return None
    pages = int(status.read_text(encoding="ascii").split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)
