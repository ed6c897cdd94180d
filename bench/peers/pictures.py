"""Pictures of the results: quality against time, and what each system needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.peers.material import ROOT
from bench.peers.results import Results, SystemResult
from bench.peers.table import OURS
from service.plots import MISSED, RIGHT, save

FOLDER = ROOT / "docs" / "performance"
_NEEDS: tuple[tuple[str, Callable[[SystemResult], float]], ...] = (
    ("start, s", lambda system: system.start_s),
    ("memory, MB", lambda system: system.serve_mb),
    ("build, s", lambda system: system.build_s),
    ("installed, MB", lambda system: system.install_mb),
)


def draw(results: Results, folder: Path = FOLDER) -> list[Path]:
    """Draw every picture into ``folder``; their paths. The same results give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        save(folder / "peers-quality.svg", lambda figure: _quality(results, figure)),
        save(folder / "peers-needs.svg", lambda figure: _needs(results, figure)),
    ]


def _quality(results: Results, figure: Any) -> None:
    """A dot for each way to ask: up is better, left is faster."""
    axes = figure.subplots()
    ways = [(system, way) for system in results.systems for way in system.ways]
    ways.sort(key=lambda each: each[1].median_ms)
    for turn, (system, way) in enumerate(ways):
        at = (way.median_ms, 100 * way.sealed.first)
        axes.plot(*at, "o", color=RIGHT if system.title == OURS else MISSED)
        # By turns above and below, as neighbours are close.
        aside = (6, -11 if turn % 2 else 5)
        title = way.title.replace("`", "")
        axes.annotate(title, at, xytext=aside, textcoords="offset points", fontsize=8)
    axes.set_xlim(left=0)
    axes.set_ylim(0, 100)
    axes.margins(x=0.3)
    axes.set_xlabel("median of a question, ms")
    axes.set_ylabel("answered by the first passage, %")
    axes.set_title("Sealed questions, the same encoder in all")


def _needs(results: Results, figure: Any) -> None:
    """Bars beside each other, each measure on a scale of its own."""
    names = [system.title for system in results.systems]
    colours = [RIGHT if name == OURS else MISSED for name in names]
    for axes, (title, number) in zip(
        figure.subplots(1, len(_NEEDS), sharey=True), _NEEDS, strict=True
    ):
        numbers = [number(system) for system in results.systems]
        bars = axes.barh(range(len(names)), numbers, color=colours)
        axes.bar_label(bars, fmt="{:,.4g}", padding=2, fontsize=8)
        axes.margins(x=0.35)
        axes.set_yticks(range(len(names)), names)
        axes.set_xticks([])
        axes.set_title(title)
    axes.invert_yaxis()
