"""What stands beside a name makes it surer: what its place lies in, or what lies there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.gazetteer.candidates import Candidate, Grade
from corpus.gazetteer.known import Known
from corpus.gazetteer.names import squeeze
from corpus.text import SHORT

# What may stand between a name and what it lies in: "Hebi, Henan", "허비시(허난성)", "X's Hebi".
_GAP = 4
_BETWEEN = re.compile(r"[\s,，、·.(（\[:：)）/|｜]*|'s |의 ?|的")


def weigh(candidates: Sequence[Candidate], text: str, known: Known) -> list[Candidate]:
    """The candidates, those that ``text`` (folded) leaves open graded by what is beside."""
    if all(map(is_settled, candidates)):
        return list(candidates)
    neighbours = _Neighbours(candidates, text)
    short = len(text) <= SHORT
    kept = []
    for candidate in candidates:
        if not is_settled(candidate):
            name = text[candidate.start : candidate.end]
            ranked = _ranked(candidate, name, known)
            alone = short and not _has_letters(text, candidate)
            grades = _alone(ranked) if alone else _raised(candidate, ranked, neighbours, known)
            if not grades:
                continue
            start, end, _, cut, framed = candidate
            candidate = Candidate(start, end, grades, cut, framed)
        kept.append(candidate)
    return kept


def _has_letters(text: str, candidate: Candidate) -> bool:
    """Whether there are letters in ``text`` besides those of the name."""
    before, behind = text[: candidate.start], text[candidate.end :]
    return any(map(str.isalnum, before)) or any(map(str.isalnum, behind))


def is_settled(candidate: Candidate) -> bool:
    """Whether nothing beside a name can change what it means, or it is a word and no name."""
    grades = candidate.grades
    if not grades:
        return True
    return len(grades) == 1 and Grade.CERTAIN in grades.values() and not any(candidate.cut)


def _alone(grades: Mapping[str, Grade]) -> dict[str, Grade]:
    """A name that is all there is to a text counts, unless it is a word as well."""
    return {place: Grade.CERTAIN for place, grade in grades.items() if grade > Grade.FAINT}


def _ranked(candidate: Candidate, name: str, known: Known) -> Mapping[str, Grade]:
    """A name stands first for those that display it: of several others must be spoken of."""
    if len(candidate.grades) == 1 and not (
        candidate.framed and Grade.LIKELY in candidate.grades.values()
    ):
        return candidate.grades
    squeezed = squeeze(name)
    first = {place for place in candidate.grades if known.displays(place, squeezed)}
    grades = dict(candidate.grades)
    for place, grade in candidate.grades.items():
        if place in first and grade is Grade.LIKELY and candidate.framed:
            grades[place] = Grade.PLAIN
        elif place not in first and first:
            grades[place] = min(grade, Grade.LIKELY)
    return grades


class _Neighbours:
    """The candidates that end or start beside a position of the folded text."""

    def __init__(self, candidates: Sequence[Candidate], text: str) -> None:
        self._text = text
        self._ending: dict[int, list[Candidate]] = defaultdict(list)
        self._starting: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            self._ending[candidate.end].append(candidate)
            self._starting[candidate.start].append(candidate)

    def before(self, position: int, gap: int = _GAP) -> Iterator[Candidate]:
        for end in range(position, max(position - gap, 0) - 1, -1):
            if end in self._ending and _BETWEEN.fullmatch(self._text, end, position):
                yield from self._ending[end]

    def behind(self, position: int, gap: int = _GAP) -> Iterator[Candidate]:
        for start in range(position, min(position + gap, len(self._text)) + 1):
            if start in self._starting and _BETWEEN.fullmatch(self._text, position, start):
                yield from self._starting[start]


def _raised(
    candidate: Candidate, grades: Mapping[str, Grade], neighbours: _Neighbours, known: Known
) -> dict[str, Grade]:
    """The grades of a candidate with what stands beside it taken into account."""
    left, right = candidate.cut
    before = list(neighbours.before(candidate.start, 0 if left else _GAP))
    behind = list(neighbours.behind(candidate.end, 0 if right else _GAP))
    if not before and not behind:
        return {} if left or right else _without_faint(grades)
    raised = {}
    for place, grade in grades.items():
        outer = _kind_beside(place, before, behind, known, cut=(left, right))
        if outer == "place" or (outer == "country" and grade > Grade.FAINT and candidate.framed):
            raised[place] = Grade.CERTAIN
        elif grade > Grade.FAINT and not (outer == "none" and (left or right)):
            raised[place] = grade
    return raised


def _without_faint(grades: Mapping[str, Grade]) -> dict[str, Grade]:
    return {place: grade for place, grade in grades.items() if grade > Grade.FAINT}


def _kind_beside(
    place: str,
    before: Sequence[Candidate],
    behind: Sequence[Candidate],
    known: Known,
    cut: tuple[bool, bool],
) -> str:
    """Whether a relative of ``place`` is beside: a "place", only its "country", or "none".

    A name cut out of a longer word must have a relative on every side that it is cut on.
    """
    sides = [
        [other for c in side for other in c.grades if _holds(place, other, way, known)]
        for way, side in (("before", before), ("behind", behind))
    ]
    if any(is_cut and not side for is_cut, side in zip(cut, sides, strict=True)):
        return "none"
    relatives = [other for side in sides for other in side]
    if any(known.places[other].kind != "country" for other in relatives):
        return "place"
    return "country" if relatives else "none"


def _holds(place: str, other: str, way: str, known: Known) -> bool:
    """Whether ``other`` contains ``place``, or, behind it, lies in it."""
    if other in known.ancestors(place):
        return True
    return way == "behind" and place in known.ancestors(other)
