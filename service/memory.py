"""How much memory a process holds, and how long it has computed."""

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


def own_mb(process: int) -> float | None:
    """Resident memory of a process that is no mapped file, where the system tells it in /proc."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    lines = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines())
    return round(int(lines["RssAnon"].split()[0]) * 1024 / 1e6, 1) if "RssAnon" in lines else None


def processor_s(process: int) -> float | None:
    """Seconds that a process has computed, where the system tells it in /proc."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return None
    user, system = stat.read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
