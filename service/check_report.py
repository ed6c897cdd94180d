"""The findings of a check, as people read them on a terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from index import records
from service.findings import Checked, Finding, Written, checks
from service.tables import shorten

_TO_DO = "→"


def show_findings(checked: Checked, widest: int | None) -> str:
    """Findings under their files and kinds with what to do, and a line that sums them up."""
    blocks = [
        [file, *_file_lines(list(findings))]
        for file, findings in groupby(checked.findings, key=lambda each: each.at.file)
    ]
    fitted = [
        "\n".join(shorten(line, widest) if widest else line for line in lines) for lines in blocks
    ]
    return "\n\n".join([*fitted, _summary(checked)])


def findings_json(checked: Checked) -> bytes:
    """Findings in the order of the list, with the counts by kind."""
    return records.dump(
        {
            "pages": checked.pages,
            "skipped": checked.skipped,
            "counts": dict(_counts(checked)),
            "findings": checked.findings,
        }
    )


def _file_lines(findings: Sequence[Finding]) -> Iterator[str]:
    for check, same in groupby(findings, key=lambda each: each.check):
        yield f"  {checks()[check]['title']}"
        for each in (told := list(same)):
            yield from _lines(each)
        yield f"      {_TO_DO} {told[-1].do}"


def _lines(each: Finding) -> Iterator[str]:
    """What is written; what is wrong with it where that is not the same for all of the kind."""
    own = "{" in checks()[each.check]["wrong"]
    yield f"    {_position(each.at)}{each.at.text}{f' — {each.wrong}' if own else ''}"
    for other in each.others:
        where = "" if other.file == each.at.file else f"{other.file} "
        yield f"      ≠ {where}{_position(other)}{other.text}"


def _position(at: Written) -> str:
    return f"{at.line}:{at.column}  " if at.line else ""


def _counts(checked: Checked) -> Counter[str]:
    """How many there are of each kind, in the order of the data file."""
    counts = Counter(each.check for each in checked.findings)
    return Counter({check: counts[check] for check in checks() if counts[check]})


def _summary(checked: Checked) -> str:
    pages = f"{checked.pages} page{'s' * (checked.pages != 1)}"
    if not checked.findings:
        return f"{pages}: nothing found."
    counts = _counts(checked)
    told = ", ".join(f"{number} {checks()[check]['title']}" for check, number in counts.items())
    total = len(checked.findings)
    return f"{pages}: {total} finding{'s' * (total != 1)} ({told})"
