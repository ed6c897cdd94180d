"""What each threshold of grouping finds: python -m tests.service.staff.measure_grouping INDEX."""

from __future__ import annotations

import json
import sys
from itertools import combinations
from pathlib import Path

import numpy as np

from corpus.language import detect_language
from index.model import Vectors
from index.search import Index, open_index
from service.staff.grouping import group_rows

ALIKE = Path(__file__).with_name("alike.json")


def labelled(index: Index) -> tuple[list[int], Vectors]:
    """The subject of each labelled question, and its vector."""
    subjects = json.loads(ALIKE.read_text(encoding="utf-8"))
    rows = [(number, text) for number, texts in enumerate(subjects) for text in texts]
    vectors = [index.embed(text, detect_language(text)) for _, text in rows]
    return [number for number, _ in rows], np.stack(vectors)


def score(subjects: list[int], vectors: Vectors, alike: float) -> tuple[float, float]:
    """Of the pairs put together the share that belongs so, and of those that do the share found."""
    together = {
        pair for rows in group_rows(vectors, alike) for pair in combinations(sorted(rows), 2)
    }
    wanted = {
        (i, j) for i, j in combinations(range(len(subjects)), 2) if subjects[i] == subjects[j]
    }
    right = len(together & wanted)
    return right / len(together) if together else 1.0, right / len(wanted)


if __name__ == "__main__":
    known, made = labelled(open_index(Path(sys.argv[1])))
    for threshold in np.arange(0.3, 0.75, 0.025):
        precision, recall = score(known, made, float(threshold))
        print(f"{threshold:.3f}  precision {precision:.2f}  recall {recall:.2f}")
