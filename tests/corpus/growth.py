"""Print how long each adversarial family takes at two sizes: ``python -m tests.corpus.growth``.

Calls are counted in the tests. What one call does inside (a regular expression that tries again
and again) shows only here, as a ratio well above that of the sizes.
"""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpus.fuzz_inputs import FAMILIES, MARKUP_FAMILIES, Family
from tests.corpus.test_fuzz import unseen, work_through

# Characters; three runs each, of which the quickest counts.
SIZES, RUNS = (4_000, 32_000), 3


def main() -> None:
    """Write one line a family: seconds of processor time at both sizes, and the ratio."""
    with TemporaryDirectory() as folder:
        for suffix, families in ((".txt", FAMILIES), (".html", MARKUP_FAMILIES)):
            for name, family in families.items():
                few, many = (_seconds(family, size, suffix, Path(folder)) for size in SIZES)
                print(f"{name + ' ' + suffix:40} {few:7.3f} {many:7.3f} {many / few:6.1f}")


def _seconds(family: Family, size: int, suffix: str, folder: Path) -> float:
    times = []
    for _ in range(RUNS):
        text = unseen(family, size)
        started = time.process_time()
        work_through(text, suffix, folder)
        times.append(time.process_time() - started)
    return min(times)


if __name__ == "__main__":
    main()
