"""Whose a value is that running text tells: the party that its sentence is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.dates import DateMention
from corpus.gazetteer import Mention
from corpus.model import Span
from corpus.setting.parties import Parties
from corpus.spans import lying_in
from corpus.text import Folded, fold, fold_text
from corpus.ties.stages import words_pattern
from corpus.wordlists import load_toml

# A subject opens its sentence, with at most its country before it.
_OPENING = 12
_NUMBER = re.compile(r"\d")
_NOTED = re.compile(r"[(（][^()（）]*[)）]")
_AROUND = 24
# Before a name: it is what the subject lies in ("one of the oldest districts of Incheon").
_WHOSE = ("의 ", "的", "'s ", "’s ")
_WITHIN = re.compile(r"\b(?:of|in|within)(?: the)? $")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block: its span there, its text as written and folded, its dates."""

    span: Span
    text: str
    folded: Folded
    dates: tuple[DateMention, ...]


def subject_of(
    parties: Parties,
    index: int,
    sentence: Sentence,
    start: int,
    before: str | None,
    of_city: bool = False,
) -> str | None:
    """Whose value stands at ``start``: a party's, and nothing else's that the sentence names.

    ``of_city`` says that only a place has such a value: a city's flower is that of no harbour.
    """
    attributed = _attributed(parties, index, sentence, start)
    if attributed is not None:
        return _side_of(parties, index, attributed) or _default(parties, attributed.place)
    block_start = sentence.span.start
    named = _own_names(parties, index, sentence, start)
    home = parties.setting.home
    partner = parties.setting.partners[index]
    text = sentence.text[:start]
    if _possessive().search(fold(text).text):
        named = []
    while named:
        last = named[-1]
        meant = {*last.places, parties.gazetteer.places[last.place].successor}
        side = next((p for p in (partner, home) if p and p in meant), None)
        outer = any(p and last.place in parties.gazetteer.ancestors(p) for p in (partner, home))
        between = _located().sub("", fold(text[last.span.end - block_start :]).text)
        if (
            side is None
            and outer
            and (
                _located().search(fold(text).text)
                or (len(named) > 1 and _WITHIN.search(text[: last.span.start - block_start]))
                or (len(named) > 1 and text.startswith(_WHOSE, last.span.end - block_start))
            )
        ):
            named = named[:-1]
            continue
        if side is None or (not of_city and _other_subject().search(between)):
            return _default(parties, last.place) if side is None else None
        return side
    if _possessive().search(fold(text).text):
        return before or partner
    if not of_city and _other_subject().search(_located().sub("", fold(text).text)):
        return None
    if _own().search(fold(text).text):
        return home
    if not of_city and _stranger().match(text) and not _names_any(parties, index, sentence):
        return None
    if before and _pronoun().search(sentence.folded.text) and not _is_headed(parties, index):
        return before
    return partner


def _attributed(parties: Parties, index: int, sentence: Sentence, start: int) -> Mention | None:
    """The place right behind a number whose that is ("인구 12만의 벳푸시")."""
    base = sentence.span.start
    number = _NUMBER.search(sentence.text, start, start + _AROUND)
    if number is None:
        return None
    for mention in parties.named(index, Span(base + number.start(), sentence.span.end)):
        between = fold(sentence.text[number.start() : mention.span.start - base]).text
        if len(between) <= _AROUND and _attributive().search(between):
            return mention
        break
    return None


def _side_of(parties: Parties, index: int, mention: Mention) -> str | None:
    """The side of a block that a name means."""
    sides = (parties.setting.partners[index], parties.setting.home)
    return next((side for side in sides if side and side in mention.places), None)


def _names_any(parties: Parties, index: int, sentence: Sentence) -> bool:
    return any(True for _ in lying_in(parties.setting.mentions[index], sentence.span))


def _own_names(parties: Parties, index: int, sentence: Sentence, start: int) -> list[Mention]:
    """The places named before ``start``, but in brackets that closed and in comparisons."""
    base, text = sentence.span.start, sentence.text
    noted = [match.span() for match in _NOTED.finditer(text, 0, start)]
    noted += [(match.start() - 1, match.end() + 1) for match in _seat().finditer(text, 0, start)]
    found = []
    for mention in parties.named(index, Span(base, base + start)):
        first, last = mention.span.start - base, mention.span.end - base
        inside = any(begin < first and last < end for begin, end in noted)
        before, behind = text[max(0, first - _AROUND) : first], text[last : last + _AROUND]
        compared = _compared("before").search(fold_text(before)) or _compared("behind").search(
            fold_text(behind)
        )
        if not inside and not compared:
            found.append(mention)
    return found


def _default(parties: Parties, place: str) -> str | None:
    """A place that is neither side of its block, where it is a partner on the page."""
    return place if place in parties.setting.all_partners() else None


def _is_headed(parties: Parties, index: int) -> bool:
    """Whether a heading above a block names the partner that it is about."""
    partner = parties.setting.partners[index]
    return any(
        partner in mention.places
        for heading in parties.page.blocks[index].path
        for mention in parties.gazetteer.find(heading)
    )


def topic_of(parties: Parties, index: int, span: Span, before: str | None) -> str | None:
    """The side that a sentence opens with; else what the one before it spoke of."""
    home, partner = parties.setting.home, parties.setting.partners[index]
    for mention in parties.named(index, span):
        side = next((p for p in (partner, home) if p and p in mention.places), None)
        if mention.span.start - span.start <= _OPENING:
            return side or _default(parties, mention.place)
        if side and before is None:
            return side
    return before


@lru_cache(maxsize=1)
def _other_subject() -> re.Pattern[str]:
    """What else a number may be of; a harbour city is a city ("항구도시", "港口城市")."""
    words = words_pattern(load_toml("statements.toml")["other_subjects"]["words"])
    return re.compile(rf"(?:{words.pattern})(?!(?: and [a-z]+)? ?(?:도시|城市|city|cities|town))")


@lru_cache(maxsize=1)
def _attributive() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["own_side"]["attributive"])


@lru_cache(maxsize=1)
def _stranger() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("statements.toml")["own_side"]["stranger"]))


@lru_cache(maxsize=1)
def _seat() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["own_side"]["seat"])


@lru_cache(maxsize=2)
def _compared(side: str) -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["own_side"][f"compared_{side}"])


@lru_cache(maxsize=1)
def _pronoun() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("statements.toml")["own_side"]["pronouns"]))


@lru_cache(maxsize=1)
def _possessive() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["own_side"]["possessive"])


@lru_cache(maxsize=1)
def _own() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("statements.toml")["own_side"]["own"]))


@lru_cache(maxsize=1)
def _located() -> re.Pattern[str]:
    return re.compile(load_toml("statements.toml")["own_side"]["located"])
