"""What is wrong on a page: a finding with its place in the file, worded from a data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "checks.toml"

Checks = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Written:
    """Words of a page and where they stand; no line where the file does not say them so."""

    page: str
    file: str
    line: int | None
    column: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something for an editor to look at.

    ``check`` names the kind (a table of ``checks.toml``), ``severity`` counts from 1, the most
    serious; ``others`` are the other places that belong to it, such as values that differ.
    """

    check: str
    severity: int
    at: Written
    wrong: str
    do: str
    others: tuple[Written, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of all pages in order, and how many pages and files there were."""

    pages: int
    skipped: int
    findings: list[Finding] = field(default_factory=list)


def finding(check: str, at: Written, *others: Written, **words: object) -> Finding:
    """A finding of the kind ``check`` with its sentences filled."""
    entry = checks()[check]
    wrong, do = (str(entry[name]).format(**words) for name in ("wrong", "do"))
    return Finding(check, int(entry["severity"]), at, wrong, do, others)


@lru_cache(maxsize=1)
def checks() -> Checks:
    """The kinds of finding, and what they are decided by, from the data file."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))
