"""What a run found, as a file."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bench.peers.judging import Quality

RESULTS = Path(__file__).parent / "results.json"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WayResult(_Frozen):
    """One way to ask: quality over open and over sealed questions, and over all of both that a page
    in their language answers (``alike``) and that only pages in other languages do (``across``);
    in milliseconds the median and what 95 of 100 stay below; answers a second to many clients.
    """

    title: str
    open: Quality
    sealed: Quality
    alike: Quality
    across: Quality
    median_ms: float
    p95_ms: float
    many_per_s: float


class SystemResult(_Frozen):
    """A system: medians of seconds, memory and sizes in MB, lines of code."""

    title: str
    version: str
    build_s: float
    build_mb: float
    start_s: float
    serve_mb: float
    install_mb: int
    lines: int
    ways: tuple[WayResult, ...]


class Results(_Frozen):
    """One run over all systems. ``load`` is what else the machine did before, as the system tells
    it.
    """

    day: str
    cores: int
    load: float
    pages: int
    builds: int
    starts: int
    clients: int
    systems: tuple[SystemResult, ...]

    @classmethod
    def load_from(cls, path: Path) -> Results:
        """The results in a file."""
        return cls.model_validate_json(path.read_bytes())

    def save(self, path: Path) -> None:
        """Write them to a file."""
        path.write_text(self.model_dump_json(indent=1) + "\n", encoding="utf-8")
