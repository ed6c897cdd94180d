"""Names in a question that are spelt a little wrong: read as the one place that they can mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from corpus.gazetteer import Mention
from corpus.gazetteer.names import squeeze
from corpus.language import HAN, HANGUL
from corpus.mandarin import in_pinyin
from corpus.model import Span
from corpus.text import fold_text
from corpus.wordlists import load_toml
from service.catalogue import Catalogue, edges_of

# Words of fewer letters are too near to too much: for places with ties, and for all others.
_SHORTEST_TIED = {"ko": 3, "en": 5}
_SHORTEST = {"ko": 4, "en": 6}
_SHORTEST_NAMED = 3
_LONGEST = 24
# More places than these are no question to ask back.
_CHOICES = 6
_WORD = re.compile(f"[{HANGUL}]+|[A-Za-z]+(?:[ -](?:[gG]u|[sS]i|[gG]un)\\b|-[dD]o\\b)?")
_HAN_RUN = re.compile(f"[{HAN}]{{3,}}")
# What stands before the name of a place; behind other words a capital is of anything.
_SLOT = re.compile(
    r"(?i)\b(?:with|between|between [\w-]+ and|of|in|to|from|at|for|is|does|did|has|visit(?:ed)?"
    r"|about|near)(?: the)?(?: city of)? $"
)
_UNITS_ZH = tuple("市区县州省镇乡町村")
_UNITS = ("시", "구", "군", "현")
_PARTICLE = 2


def guess_names(text: str, mentions: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """Misspelt names beside the linked ``mentions``, each with the places it may stand for."""
    taken = [mention.span for mention in mentions]
    found: list[Mention] = []
    for match in _WORD.finditer(text):
        span = Span(*match.span())
        if not _touches(span, taken):
            found.extend(_mentions(span, match.group(), text, catalogue))
    return [*found, *_han(text, taken, catalogue)]


def near_misses(
    text: str, mentions: Sequence[Mention], catalogue: Catalogue
) -> tuple[tuple[str, str], ...]:
    """Names of places without ties that one slip parts from the one place with ties they may mean.

    Each name with the id of that place.
    """
    found: dict[str, str] = {}
    for mention in mentions:
        word = text[slice(*mention.span)]
        if len(word) < _SHORTEST_NAMED or not catalogue.told.isdisjoint(mention.places):
            continue
        if is_near_a_tied_name(word, catalogue):
            fixed = int(word.endswith(_UNITS))
            meant = catalogue.gazetteer.similar(word, fixed, of_names=True)
            near = [place for place in meant if place in catalogue.partnered]
            if len(near) == 1:
                found[word] = near[0]
    return tuple(found.items())


def is_near_a_tied_name(word: str, catalogue: Catalogue) -> bool:
    """Whether one edit parts ``word`` from a name of a place with ties, as every slip does.

    Trying all slips of a word takes 0.5 ms; most names of other places are near no tied one.
    """
    name = squeeze(fold_text(word))
    near = extractOne(name, catalogue.tied_names, scorer=OSA.distance, score_cutoff=1)
    return near is not None


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in taken)


def _mentions(span: Span, word: str, text: str, catalogue: Catalogue) -> Iterator[Mention]:
    """The word as a name, if it can be read as one; a Korean one with or without its particle."""
    if word[0].isascii():
        slot = word[0].isupper() and _SLOT.search(text, 0, span.start) is not None
        places = _choose(fold_text(word), "en", 0, catalogue, anyone=slot)
        if places:
            yield Mention(span, places)
        return
    for name in (word, *_without_particle(word)):
        unit = name.endswith(_UNITS)
        places = _choose(fold_text(name), "ko", int(unit), catalogue, anyone=unit)
        if places:
            yield Mention(Span(span.start, span.start + len(name)), places)
            return


def _choose(
    name: str, script: str, fixed: int, catalogue: Catalogue, anyone: bool
) -> tuple[str, ...]:
    if not _SHORTEST_TIED[script] <= len(name) <= _LONGEST or name in _common_words():
        return ()
    if not anyone and catalogue.edges.isdisjoint(edges_of(name)):
        return ()
    ids = catalogue.gazetteer.similar(name, fixed)
    tied = tuple(place for place in ids if place in catalogue.partnered)
    if len(tied) == 1 or not anyone or len(name) < _SHORTEST[script]:
        return tied
    return tied or (ids if len(ids) <= _CHOICES else ())


def _without_particle(word: str) -> list[str]:
    particles = load_toml("language.toml")["particles"]["ko"]
    return [word[: -len(p)] for p in particles if word.endswith(p) and len(p) <= _PARTICLE]


def _han(text: str, taken: Sequence[Span], catalogue: Catalogue) -> Iterator[Mention]:
    """Full Chinese names of places with ties, with one other sign in them (鹤璧市)."""
    patterns = catalogue.han_patterns
    sizes = sorted({len(pattern) for pattern in patterns}, reverse=True)
    position = 0
    for run in _HAN_RUN.finditer(text):
        for start in range(run.start(), run.end()):
            for size in sizes:
                span = Span(start, start + size)
                if start < position or span.end > run.end() or _touches(span, taken):
                    continue
                places = _written_alike(text[start : span.end], catalogue)
                if places:
                    position = span.end
                    yield Mention(span, places)


def _written_alike(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    folded = fold_text(name)
    patterns = catalogue.han_patterns
    places = {p for i in range(1, len(folded) - 1) for p in patterns.get(_blanked(folded, i), ())}
    places = places or _typed_by_sound(folded, catalogue)
    if len(places) != 1 or catalogue.gazetteer.named(name):
        return ()
    return () if any(word in folded for word in _common_words()) else tuple(places)


def _typed_by_sound(folded: str, catalogue: Catalogue) -> set[str]:
    """Places whose full Chinese name sounds the same: keyboards offer 劳山区 for 崂山区."""
    heard = in_pinyin(folded) if folded.endswith(_UNITS_ZH) else ""
    return set(catalogue.han_sounds.get((heard, len(folded)), ())) if heard else set()


def _blanked(name: str, index: int) -> str:
    return f"{name[:index]}?{name[index + 1 :]}"


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    """Words of questions, which are no misspelt names."""
    table = load_toml("not_places.toml")
    english = load_toml("language.toml")["function_words"]["en"]
    return frozenset([*table["words"], *table["english_words"], *english])
