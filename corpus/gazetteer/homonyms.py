"""Which of the names that may stand in a text count, and which place a homonym means."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from corpus.gazetteer.candidates import Candidate, Grade
from corpus.gazetteer.known import Known
from corpus.language import HAN, HANGUL
from corpus.model import Span
from corpus.text import Folded, fold_text

_HAN = re.compile(f"[{HAN}]")
_CJK = re.compile(f"[{HANGUL}{HAN}]")
# Letters between two names that stand beside each other, and words that set two apart.
_GAP = 4
_LISTING = re.compile(r"[와과및]\s|[和与與及同跟&]")
# The short name of a province of this length is as good as a full one.
_UNMISTAKABLE = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text and the places it may mean, likeliest first."""

    span: Span
    places: tuple[str, ...]

    @property
    def place(self) -> str:
        """The likeliest place."""
        return self.places[0]

    def moved(self, by: int) -> Mention:
        """The same name ``by`` characters further on."""
        return Mention(Span(self.span.start + by, self.span.end + by), self.places)


def choose(
    candidates: Sequence[Candidate],
    near: Set[str],
    listed: Collection[str],
    known: Known,
    least: Grade,
) -> list[tuple[Candidate, tuple[str, ...]]]:
    """Leftmost longest of the names that count, with the places that each may mean.

    ``near`` are places that are spoken of, ``listed`` those that a short name counts for as well,
    ``least`` is the grade of a name that counts for any place.
    """
    certain = _longest(candidates, frozenset(), Grade.CERTAIN)
    sure = {ids[0] for _, ids in certain if len(ids) == 1}
    context = near | sure
    counting = context | frozenset(listed) if listed else context
    found = _longest(candidates, counting, least)
    if all(len(ids) == len(candidate.grades) for candidate, ids in found):
        return found
    around = {p for place in context for p in known.ancestors(place)} | context
    return [(candidate, _with_rivals(candidate, ids, around, known)) for candidate, ids in found]


def _longest(
    candidates: Sequence[Candidate], context: Set[str], least: Grade
) -> list[tuple[Candidate, tuple[str, ...]]]:
    found, position = [], 0
    for candidate in candidates:
        if candidate.start < position:
            continue
        grades = candidate.grades
        ids = tuple([p for p, g in grades.items() if g >= least or p in context])
        if ids:
            found.append((candidate, ids))
        if ids or not grades:
            position = candidate.end
    return found


def _with_rivals(
    candidate: Candidate, ids: tuple[str, ...], around: Collection[str], known: Known
) -> tuple[str, ...]:
    """``ids`` and the places of the same name that lie in one that is spoken of."""
    if len(ids) == len(candidate.grades):
        return ids
    rivals = [
        place
        for place in candidate.grades
        if place not in ids
        and any(p in around for p in known.ancestors(place) if known.places[p].kind != "country")
    ]
    return (*ids, *rivals)


def fitting(
    text: str, folded: Folded, chosen: Sequence[tuple[Candidate, tuple[str, ...]]], known: Known
) -> list[Mention]:
    """The mentions without what lies in another country than the one in front of it says."""
    kept: list[Mention] = []
    before: Mention | None = None
    for candidate, ids in chosen:
        mention = Mention(folded.span(candidate.start, candidate.end), ids)
        outer = _countries_in_front(text, before, mention, known)
        fit = tuple(p for p in ids if known.country(p) in outer) if outer else ids
        before = mention
        if fit:
            kept.append(mention if fit == ids else Mention(mention.span, fit))
    return kept


def _countries_in_front(
    text: str, before: Mention | None, mention: Mention, known: Known
) -> set[str | None]:
    """The countries that a country's or province's full name right in front allows."""
    if before is None or text[before.span.end : mention.span.start].strip():
        return set()
    name = text[before.span.start : before.span.end]
    outer = {known.places[place].kind for place in before.places}
    inner = {known.places[place].kind for place in mention.places}
    if not _CJK.search(name) or outer - {"country", "province"} or inner & {"country"}:
        return set()
    if outer != {"country"} and len(name) < _UNMISTAKABLE:
        return set()
    return {known.country(place) for place in before.places}


def settle(text: str, mentions: list[Mention], near: Set[str], known: Known) -> list[Mention]:
    """The same mentions, the places of each cut to those that fit equally well."""
    if all(len(m.places) == 1 for m in mentions):
        return mentions
    leading = {
        m.place
        for m, inner in pairwise(mentions)
        if known.places[m.place].kind == "country" and _leads(text, m, inner, known)
    }
    spoken = {m.place for m in mentions if len(m.places) == 1}
    context = near | (spoken - leading)
    return [_settle(text, index, mentions, context, known) for index in range(len(mentions))]


def _settle(
    text: str, index: int, mentions: Sequence[Mention], context: Set[str], known: Known
) -> Mention:
    mention = mentions[index]
    if len(mention.places) == 1:
        return mention
    others = list(_beside(text, index, mentions, known))
    twins = [m for m in others if set(m.places) <= set(mention.places)]
    chosen = _inner_or_outer(text, mention, twins[0], known) if twins else mention.places
    again = [m for m in twins if m.places == mention.places]
    if again:
        # The name in another script: what stands before or behind the two is beside each.
        where = [index - 1 if twin.span < mention.span else index + 1 for twin in again]
        around = [m for at in where for m in _beside(text, at, mentions, known)]
        others = [m for m in (*others, *around) if m.places != mention.places]
    if len(chosen) < len(mention.places) or (again and not others):
        return Mention(mention.span, chosen)
    beside = {place for other in others for place in other.places}
    name = fold_text(text[slice(*mention.span)])
    places = _named_so(mention.places, name, beside, context, known)
    scores = {p: _fit(p, name, beside, context, known) for p in places}
    best = max(scores.values())
    fitting = [place for place in places if scores[place] == best]
    # Nothing else decides: a name in Hangul is more often Korean, one in Han characters is not
    # Japanese where no word says so, and the better known place is meant.
    if _HAN.match(name):
        fitting = [place for place in fitting if known.is_home(place)] or fitting
    fitting.sort(key=lambda p: (not known.is_native(p, name), not known.is_prominent(p)))
    return Mention(mention.span, tuple(fitting))


def _beside(text: str, index: int, mentions: Sequence[Mention], known: Known) -> Iterator[Mention]:
    """The names beside one, but none behind that goes with its own next: 영주시, 중국 보저우시."""
    for position in (index - 1, index + 1):
        if not 0 <= position < len(mentions) or not _adjacent(
            text, mentions[index], mentions[position]
        ):
            continue
        following = mentions[position + 1 : position + 2] if position > index else ()
        if not any(_leads(text, mentions[position], other, known) for other in following):
            yield mentions[position]


def _leads(text: str, outer: Mention, inner: Mention, known: Known) -> bool:
    """Whether a Korean or Chinese name stands right before one of what lies in its place."""
    if not _CJK.match(text, outer.span.start) or text[outer.span.end : inner.span.start].strip():
        return False
    return any(set(outer.places) & set(known.ancestors(place)) for place in inner.places)


def _named_so(
    places: tuple[str, ...], name: str, beside: set[str], context: Set[str], known: Known
) -> tuple[str, ...]:
    """``places`` without those that another script's name merely may be read as.

    A Korean page's 이천시 is no 利川市, unless that is spoken of or what stands beside says so.
    """
    named = [p for p in places if known.is_native(p, name)]
    if not named or any(beside & {p, *known.ancestors(p)} for p in places):
        return places
    return tuple(p for p in places if p in named or p in context or known.displays(p, name))


def _inner_or_outer(text: str, mention: Mention, twin: Mention, known: Known) -> tuple[str, ...]:
    """Of a city and its province of one name, side by side, the one that stands where this does.

    English names what lies in the other first ("New York, New York"), Korean and Chinese last.
    """
    first = mention.span < twin.span
    inner = first != bool(_CJK.match(text, mention.span.start))
    lying = [p for p in mention.places if set(known.ancestors(p)) & set(mention.places)]
    chosen = lying if inner else [p for p in mention.places if p not in lying]
    return tuple(chosen) if lying and chosen else mention.places


def _fit(place: str, name: str, beside: set[str], context: Set[str], known: Known) -> int:
    """How well ``place`` fits: it or what it lies in beside the name; itself, then that, spoken of.

    Its own people's way of writing the name counts where their country is spoken of; in Hangul it
    always says more than that some country is: a page of the Korean 안양시 names partners in China.
    """
    parents = set(known.ancestors(place))
    related = len(parents & beside) + (place in beside)
    related += any(place in known.ancestors(other) for other in beside)
    spoken = sum(1 if known.places[p].kind == "country" else 2 for p in context & parents)
    least = 0 if _HAN.match(name) else 2
    native = known.is_native(place, name) * (4 if known.country(place) in context else least)
    return 64 * related + 16 * (place in context) + spoken + native


def _adjacent(text: str, one: Mention, other: Mention) -> bool:
    """Whether two names stand beside each other, with nothing between that only lists them."""
    first, last = sorted((one.span, other.span))
    gap = text[first.end : last.start]
    return first.end <= last.start and len(gap) <= _GAP and not _LISTING.search(gap)
