"""Pictures of an evaluation, as SVG: the same results give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from service.calibration import Bin, coverage
from service.evaluated import Evaluated
from service.evaluation import NO_PAGE, Tally

# Told apart in print and by those who see no colours too: blue, vermilion and grey (Okabe, Ito).
RIGHT, WRONG, MISSED = "#0072b2", "#d55e00", "#b8b8b8"
_INK, _LINE = "#1b2a2f", "#d8d5ca"
_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "gyoryu",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.edgecolor": _LINE,
    "axes.labelcolor": _INK,
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
}
_NAMES = {"ko": "Korean", "zh": "Chinese", "en": "English"}
_PAGES = {**{key: f"{name} page" for key, name in _NAMES.items()}, NO_PAGE: "no page"}


def draw(found: Evaluated, folder: Path) -> list[Path]:
    """Draw every picture into ``folder``; their paths."""
    pictures: dict[str, Callable[[Any], None]] = {
        "pairs": lambda figure: _pairs(found, figure.subplots()),
        "kinds": lambda figure: _kinds(found, figure.subplots()),
        "reliability": lambda figure: _reliability(found, figure.subplots()),
        "coverage": lambda figure: _coverage(found, figure.subplots()),
    }
    return [save(folder / f"{name}.svg", picture) for name, picture in pictures.items()]


def save(path: Path, picture: Callable[[Any], None]) -> Path:
    """Save as SVG what ``picture`` draws into a figure; the path."""
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(7.2, 3.6), layout="constrained", facecolor="white")
        FigureCanvasSVG(figure)
        picture(figure)
        figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    return path


def _pairs(found: Evaluated, axes: Any) -> None:
    report = found.open
    pairs = sorted(report.pairs(), key=lambda pair: (pair[1] == NO_PAGE, pair))
    names = [f"{_NAMES[question]}, {_PAGES[pages]}" for question, pages in pairs]
    _bars(axes, names, [report.tally(q, None, pages) for q, pages in pairs])
    axes.set_title("Answers by language of the question and of the page")


def _kinds(found: Evaluated, axes: Any) -> None:
    report = found.open
    kinds = sorted({kind for _, kind in report.groups()})
    _bars(axes, kinds, [report.tally(kind=kind) for kind in kinds])
    axes.set_title("Answers by kind of question")


def _bars(axes: Any, names: Sequence[str], tallies: Sequence[Tally]) -> None:
    """One bar each of right, wrong and missed shares, with the number of questions behind it."""
    rows = range(len(names))
    right = [tally.right_rate for tally in tallies]
    wrong = [tally.wrong_rate for tally in tallies]
    missed = [1 - r - w for r, w in zip(right, wrong, strict=True)]
    axes.barh(rows, right, color=RIGHT, label="right")
    axes.barh(rows, wrong, left=right, color=WRONG, label="wrong")
    starts = [r + w for r, w in zip(right, wrong, strict=True)]
    axes.barh(rows, missed, left=starts, color=MISSED, label="missed")
    for row, tally in enumerate(tallies):
        text = f"{tally.right_rate:.0%} of {tally.total}"
        axes.text(0.01, row, text, va="center", color="white", fontsize=8)
    axes.set_yticks(rows, names)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(PercentFormatter(1))
    axes.legend(ncols=3, frameon=False, loc="upper left", bbox_to_anchor=(0, -0.07))


def _reliability(found: Evaluated, axes: Any) -> None:
    """Share of right claims against confidence, with the interval that holds 95 of 100."""
    axes.plot([0, 1], [0, 1], color=_LINE, zorder=0)
    for name, colour, each in (
        ("open", RIGHT, found.reliability),
        ("sealed", WRONG, found.sealed_reliability),
    ):
        if each.claims:
            told = f"{name}: {each.claims} claims, calibration error {each.error:.3f}"
            _dots(axes, each.bins, -0.002 if name == "open" else 0.002, colour, told)
    axes.set(xlim=(0.5, 1.02), ylim=(0, 1.05), xlabel="confidence", ylabel="share that is right")
    axes.legend(frameon=False, loc="lower left")
    axes.set_title("Reliability of the confidence")


def _dots(axes: Any, bins: Sequence[Bin], aside: float, colour: str, told: str) -> None:
    """A dot for each bin, so much ``aside`` that two series do not hide each other."""
    shares = [b.right for b in bins]
    below = [b.right - b.interval[0] for b in bins]
    above = [b.interval[1] - b.right for b in bins]
    places = [b.confidence + aside for b in bins]
    axes.errorbar(places, shares, (below, above), fmt="o", color=colour, capsize=3, label=told)


def _coverage(found: Evaluated, axes: Any) -> None:
    """What share of claims would be wrong if only the surest were made."""
    points = coverage(found.open.claims, len(found.open.results))
    axes.step([x for x, _ in points], [y for _, y in points], color=RIGHT, where="post", marker="o")
    axes.set(xlabel="share of all questions that is answered", ylabel="wrong among the answers")
    axes.set_xlim(0, 1)
    axes.set_ylim(bottom=0)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(PercentFormatter(1))
    axes.set_title("If only the surest answers were given")
