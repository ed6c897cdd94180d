"""The places of a question: linked names, near misses, homonyms, and names nobody knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corpus.gazetteer import Mention
from corpus.language import HAN, HANGUL
from corpus.model import Span
from corpus.setting import SPECIFIC
from corpus.text import fold, fold_text
from corpus.wordlists import load_toml
from service.catalogue import Catalogue
from service.lexicon import table

BLANK = "▢"
# A near miss is one letter away (one jamo in Korean) in a word of at least this many letters.
_SHORTEST_GUESS = {"ko": 3, "en": 5}
_WORD = re.compile(f"[{HANGUL}]+|[A-Za-z][A-Za-z'-]*")
_PLACELIKE = re.compile(
    f"(?P<ko>[{HANGUL}]{{2,}}(?:시|구|군|현|성))(?=[은는이가을를와과의에도랑]|\\s|$|하고|에서|으로)"
    f"|(?P<zh>[{HAN}]{{2,4}}(?:市|区|县|省|郡))"
)
_EN_NAME = re.compile(
    r"(?:\b(?P<word>with|between|and)\s+)(?P<name>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*)"
)


@dataclass(frozen=True, slots=True)
class Linked:
    """``places`` in the order of mention, ``within`` what merely narrows, ``ambiguous`` choices.

    ``order`` has the place of each blank of ``bare``.
    """

    places: tuple[str, ...]
    within: tuple[str, ...]
    ambiguous: tuple[str, ...]
    unknown: tuple[str, ...]
    bare: str
    order: tuple[str, ...]


def link_places(text: str, catalogue: Catalogue, near: Sequence[str]) -> Linked:
    """Link every name in ``text``; ``near`` are the places of the conversation so far."""
    mentions = catalogue.gazetteer.find(text, near)
    mentions += _peoples(text, mentions, catalogue)
    mentions = sorted([*mentions, *_guess(text, mentions, catalogue)], key=lambda m: m.span)
    settled = [_settle(mention, catalogue) for mention in mentions]
    named = [ids[0] for ids in settled if len(ids) == 1]
    inner = _without_parents(named, catalogue)
    bare = _blank(text, [mention.span for mention in mentions])
    return Linked(
        places=tuple(p for p in inner if _is_specific(p, catalogue)),
        within=tuple(p for p in inner if not _is_specific(p, catalogue)),
        ambiguous=next((ids for ids in settled if len(ids) > 1), ()),
        unknown=tuple(_unknown(text, mentions)),
        bare=bare,
        order=tuple(ids[0] for ids in settled),
    )


def _peoples(text: str, mentions: list[Mention], catalogue: Catalogue) -> list[Mention]:
    """Countries by their adjectives ("Japanese")."""
    found = []
    for word, place in table("peoples").items():
        for match in re.finditer(rf"(?i)\b{word}\b", text):
            span = Span(*match.span())
            free = not any(m.span.start < span.end and span.start < m.span.end for m in mentions)
            if free and place in catalogue.gazetteer.places:
                found.append(Mention(span, (place,)))
    return found


def _settle(mention: Mention, catalogue: Catalogue) -> tuple[str, ...]:
    """Of a homonym's places those with ties, or with partners in them; else all of them."""
    tied = tuple(place for place in mention.places if place in catalogue.partnered)
    holding = tuple(place for place in mention.places if place in catalogue.containers)
    return tied or holding or mention.places


def _is_specific(place: str, catalogue: Catalogue) -> bool:
    return place in catalogue.partnered or catalogue.place(place).kind in SPECIFIC


def _without_parents(named: list[str], catalogue: Catalogue) -> list[str]:
    """Without the parents that only say where another named place lies; each place once."""
    parents = {parent for place in named for parent in catalogue.gazetteer.ancestors(place)}
    return [place for place in dict.fromkeys(named) if place not in parents]


def _guess(text: str, mentions: list[Mention], catalogue: Catalogue) -> list[Mention]:
    """Words that are one slip away from exactly one place that has ties."""
    found: list[Mention] = []
    for span in _free_words(text, mentions):
        if found and span.start < found[-1].span.end:
            continue
        mention = _joined(text, span, catalogue) or _slipped(text, span, catalogue)
        if mention:
            found.append(mention)
    return found


def _free_words(text: str, mentions: list[Mention]) -> Iterable[Span]:
    for match in _WORD.finditer(text):
        span = Span(match.start(), match.end())
        if not any(m.span.start < span.end and span.start < m.span.end for m in mentions):
            yield span


def _joined(text: str, span: Span, catalogue: Catalogue) -> Mention | None:
    """A name in Latin letters that is written apart ("Lang fang")."""
    for count in (3, 2):
        match = re.compile(rf"[A-Za-z]+(?: [A-Za-z]+){{{count - 1}}}").match(text, span.start)
        if match:
            ids = catalogue.gazetteer.named(match.group().replace(" ", ""))
            tied = tuple(place for place in ids if place in catalogue.partnered)
            if len(tied) == 1:
                return Mention(Span(*match.span()), tied)
    return None


def _slipped(text: str, span: Span, catalogue: Catalogue) -> Mention | None:
    place = _nearest_place(text[span.start : span.end], catalogue)
    return Mention(span, (place,)) if place else None


def _nearest_place(word: str, catalogue: Catalogue) -> str | None:
    folded = fold_text(word)
    script = "en" if folded[0].isascii() else "ko"
    candidates = {folded, *_without_particle(folded)} if script == "ko" else {folded}
    near = {
        place
        for candidate in candidates
        if len(candidate) >= _SHORTEST_GUESS[script] and not _known_word(candidate)
        for place in _one_slip_away(candidate, catalogue)
    }
    return near.pop() if len(near) == 1 else None


def _known_word(word: str) -> bool:
    return word in load_toml("not_places.toml")["words"] or word in _COMMON


_COMMON = frozenset(load_toml("language.toml")["function_words"]["en"])


def _without_particle(word: str) -> list[str]:
    particles = load_toml("language.toml")["particles"]["ko"]
    return [word[: -len(p)] for p in particles if word.endswith(p) and len(p) <= 2]


def _one_slip_away(word: str, catalogue: Catalogue) -> set[str]:
    """Places with a name that one letter, or one swap of two, makes of ``word``."""
    names = catalogue.guessable
    decomposed = unicodedata.normalize("NFD", word)
    found = process.extract(
        decomposed, names.keys(), scorer=OSA.distance, score_cutoff=1, limit=None
    )
    return {place for name, _, _ in found for place in names[name]}


def _unknown(text: str, mentions: list[Mention]) -> Iterable[str]:
    """Names with an administrative ending, or in a partner's slot, that no gazetteer has."""
    stops = set(load_toml("not_places.toml")["words"])
    taken = [mention.span for mention in mentions]
    for pattern in (_PLACELIKE, _EN_NAME):
        for match in pattern.finditer(text):
            group = next(n for n in ("ko", "zh", "name") if match.groupdict().get(n))
            span = Span(*match.span(group))
            if match.groupdict().get("word") == "and" and not _follows(match.start(), taken):
                continue
            free = not any(t.start < span.end and span.start < t.end for t in taken)
            if free and not any(stop in fold_text(match[group]) for stop in stops):
                yield match[group]


def _follows(position: int, spans: list[Span]) -> bool:
    """Whether a linked name ends right before ``position``."""
    return any(0 <= position - span.end <= 1 for span in spans)


def _blank(text: str, spans: list[Span]) -> str:
    """The folded question with every name blanked out, so that names trigger no pattern."""
    pieces, position = [], 0
    for span in spans:
        pieces += [text[position : span.start], BLANK]
        position = max(position, span.end)
    return fold(" ".join("".join([*pieces, text[position:]]).split())).text
