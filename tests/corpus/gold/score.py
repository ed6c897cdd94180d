"""Precision and recall of extraction against gold files.

    PYTHONPATH=. python tests/corpus/gold/score.py FOLDER [-v]

FOLDER holds pages and beside each its gold file (``hebi.html`` and ``hebi.gold.json``). What a gold
file calls optional is neither wanted nor wrong. With -v every wrong and every missed item is listed
with its quote, and what differs where an item came near.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import corpus
from corpus.gazetteer import Gazetteer, load_gazetteer
from corpus.knowledge import extract
from corpus.model import Exchange, Fact, Knowledge, Page, Skipped, is_unnamed
from corpus.pages import READERS, load_pages

HERE = Path(__file__).parent
if __package__:
    from .matching import Gold, Names, exchange_differences, fact_differences, may_be, pair
else:
    sys.path.insert(0, str(HERE))
    from matching import Gold, Names, exchange_differences, fact_differences, may_be, pair

SUFFIX = ".gold.json"
OWN_PAGES = Path(corpus.__file__).parent / "pages"
# An item is near to another that differs in no more than these.
_NEAR = 2
_LONGEST = 110

Found = TypeVar("Found", Fact, Exchange)


@dataclass
class Score:
    """How many were wanted, found and right, and what went wrong in words."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    complaints: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.wanted + other.wanted,
            self.found + other.found,
            self.right + other.right,
            self.complaints + other.complaints,
        )

    def __str__(self) -> str:
        counts = f"{self.right:4} of {self.found:4} found, {self.wanted:4} wanted"
        return f"P {self.precision:.3f}  R {self.recall:.3f}  ({counts})"


@dataclass(frozen=True, repr=False)
class Judged:
    """A page with what was extracted from it and how right that is; never shown by a failure."""

    page: Page
    knowledge: Knowledge
    home: bool
    facts: Score
    exchanges: Score


def gold_files(folder: Path) -> list[Path]:
    """The gold files of ``folder``, in order."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def judge(gold_file: Path, gazetteer: Gazetteer) -> Judged:
    """The page beside ``gold_file``, extracted and compared."""
    page = read_beside(gold_file)
    knowledge = extract(page, gazetteer)
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    names = Names.of(knowledge, gazetteer)
    optional = gold.get("optional", {})
    home = gold.get("home")
    return Judged(
        page,
        knowledge,
        _is_home(home, knowledge.home, names),
        _score(
            gold["facts"],
            optional.get("facts", ()),
            knowledge.facts,
            lambda wanted, found: fact_differences(wanted, found, names),
            _show_fact,
        ),
        _score(
            gold["exchanges"],
            optional.get("exchanges", ()),
            knowledge.exchanges,
            lambda wanted, found: exchange_differences(wanted, found, names),
            _show_exchange,
        ),
    )


def _is_home(wanted: str | None, found: str | None, names: Names) -> bool:
    """Whether it is the right place that a page is found to be of; nobody where none is wanted."""
    if wanted is None:
        return found is None or is_unnamed(found)
    return found in names.ids(wanted)


def page_file(gold_file: Path) -> Path:
    """The page beside ``gold_file``, or the one of that name that Gyoryu comes with."""
    stem = gold_file.name.removesuffix(SUFFIX)
    folders = (gold_file.parent, OWN_PAGES)
    return next(p for d in folders for s in READERS if (p := d / (stem + s)).exists())


def read_beside(gold_file: Path) -> Page:
    """The page that ``gold_file`` is about."""
    path = page_file(gold_file)
    page = next(iter(load_pages(path)))
    if isinstance(page, Skipped):
        raise ValueError(f"{path}: {page.reason}")
    return page


def judge_folder(folder: Path, gazetteer: Gazetteer | None = None) -> list[Judged]:
    """Every page of ``folder`` that has a gold file."""
    gazetteer = gazetteer or load_gazetteer()
    return [judge(file, gazetteer) for file in gold_files(folder)]


def totals(judged: Sequence[Judged]) -> dict[str, Score]:
    """The scores of all pages together, for facts and for exchanges."""
    return {
        "facts": sum((each.facts for each in judged), Score()),
        "exchanges": sum((each.exchanges for each in judged), Score()),
    }


def _score(
    gold: Sequence[Gold],
    optional: Sequence[Gold],
    found: Sequence[Found],
    differences: Callable[[Gold, Found], list[str]],
    show: Callable[[Found], str],
) -> Score:
    differing = {(i, j): differences(w, f) for i, w in enumerate(gold) for j, f in enumerate(found)}
    numbers = range(len(gold))
    paired = pair([[j for j in range(len(found)) if not differing[i, j]] for i in numbers])
    left = [
        j
        for j, item in enumerate(found)
        if j not in paired.values() and not any(may_be(o, differences(o, item)) for o in optional)
    ]
    complaints = [
        f"  missed {_show_gold(gold[i])}{_nearest(i, left, differing)}"
        for i in numbers
        if i not in paired
    ]
    complaints += [f"  wrong  {show(found[j])}" for j in left]
    return Score(len(gold), len(paired) + len(left), len(paired), complaints)


def _nearest(i: int, left: Sequence[int], differing: dict[tuple[int, int], list[str]]) -> str:
    """What the nearest wrong item differs in, where one is near."""
    least = min((differing[i, j] for j in left), key=len, default=None)
    if least is None or len(least) > _NEAR or {"property", "with"} & set(least):
        return ""
    return f"   <- one was found that differs in {' and '.join(least)}"


def _show_gold(gold: Gold) -> str:
    return json.dumps(gold, ensure_ascii=False)


def _show_fact(fact: Fact) -> str:
    value = fact.value
    typed = value.edtf or (value.text if value.number is None else f"{value.number:.12g}")
    marks = [value.unit, fact.as_of and f"as of {fact.as_of}", fact.stage]
    marks += ["about" * fact.approximate, "uncertain" * fact.uncertain]
    marks += [" ".join(f"{count.number}:{count.of}" for count in value.counts)]
    said = " ".join(str(mark) for mark in marks if mark)
    return f"{fact.subject} {fact.property} = {typed} {said} | {_quote(fact.source.quote)}"


def _show_exchange(exchange: Exchange) -> str:
    route = " -> ".join(exchange.direction) if exchange.direction else "?"
    leaders = ", ".join(f"{p.name} ({p.office})" for p in exchange.leaders)
    said = f"{exchange.date} {' '.join(exchange.kinds)} [{route}] {list(exchange.people)} {leaders}"
    return f"{exchange.tie} {said} | {' // '.join(_quote(s.quote) for s in exchange.sources)}"


def _quote(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def main() -> None:
    """Score a folder and print the result."""
    parser = argparse.ArgumentParser(description="Score extraction against gold files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", action="store_true", help="list what is wrong and what was missed")
    options = parser.parse_args()
    judged = judge_folder(options.folder)
    for each in judged:
        note = "" if each.home else f"   HOME is wrong: {each.knowledge.home}"
        print(f"{each.page.id}{note}")
        for name, score in (("facts", each.facts), ("exchanges", each.exchanges)):
            print(f"  {name:10}{score}")
            for line in score.complaints if options.v else ():
                print(f"  {line}")
    print(f"ALL {len(judged)} pages")
    for name, score in totals(judged).items():
        print(f"  {name:10}{score}")


if __name__ == "__main__":
    main()
