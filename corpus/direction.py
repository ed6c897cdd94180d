"""Who went to whom in the words of an event: (from, to), where the text says so."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from corpus.gazetteer import Gazetteer, Mention
from corpus.language import block_language, split_languages
from corpus.text import fold
from corpus.wordlists import load_toml

# How far (characters) a visited place may stand from its verb, and a delegation from its sender.
_NEAR = 100
_SENDER_NEAR = 40
# Before a name: the longest of the words that tell what it is to the event.
_BEFORE = 12


def find_direction(
    text: str, parties: tuple[str, str], gazetteer: Gazetteer
) -> tuple[str, str] | None:
    """(from, to) by place id; ``parties`` is (the page's own side, the partner)."""
    for run, _ in split_languages(text):
        direction = _one_language(text[run.start : run.end], parties, gazetteer)
        if direction:
            return direction
    return None


def find_actor(text: str, parties: tuple[str, str], gazetteer: Gazetteer) -> str | None:
    """The third place whose delegation it was, where the text says so."""
    for mention in gazetteer.find(text, parties):
        third = not any(
            gazetteer.related(place, party) for place in mention.places for party in parties
        )
        if third and _is_sender(text, (mention.span.start, mention.span.end, mention.place)):
            return mention.place
    return None


def _one_language(
    text: str, parties: tuple[str, str], gazetteer: Gazetteer
) -> tuple[str, str] | None:
    mentions = _party_mentions(text, parties, gazetteer)
    if _any("mutual").search(fold(text).text) or find_actor(text, parties, gazetteer):
        return None
    target = (
        _routed(text, mentions)
        or _visited(text, mentions, parties, gazetteer)
        or _receiver(text, mentions, parties)
    )
    if target:
        return _other(target, parties), target
    sender = _sender(text, mentions)
    return (sender, _other(sender, parties)) if sender else None


def _party_mentions(
    text: str, parties: tuple[str, str], gazetteer: Gazetteer
) -> list[tuple[int, int, str]]:
    """(start, end, party) of every name of a party, and of "our district" for the own side."""
    found = []
    for mention in gazetteer.find(text, parties):
        party = _party(mention, parties, gazetteer)
        if party:
            found.append((mention.span.start, mention.span.end, party))
    folded = fold(text)
    for match in _any("our_side").finditer(folded.text):
        span = folded.span(match.start(), match.end())
        found.append((span.start, span.end, parties[0]))
    return sorted(found)


def _party(mention: Mention, parties: tuple[str, str], gazetteer: Gazetteer) -> str | None:
    """The party that a name means: itself, or the one party that lies in it."""
    for party in parties:
        if party in mention.places:
            return party
    inside = [p for p in parties if mention.place in gazetteer.ancestors(p)]
    return inside[0] if len(inside) == 1 else None


def _routed(text: str, mentions: list[tuple[int, int, str]]) -> str | None:
    """The goal of a route in so many words: "X → Y", "by X to Y", "sent … to Y"."""
    folded = fold(text)
    sent = _any("sending").search(folded.text)
    # Places are counted in the text itself, as those of the mentions are.
    verb = folded.span(sent.start(), sent.end()).end if sent else None
    for before, goal in pairwise([None, *mentions]):
        if goal is None:
            continue
        other = before is not None and before[2] != goal[2]
        if before and other and _is_arrow(text[before[1] : goal[0]]):
            return goal[2]
        if not _stands_before("route_to", text, goal):
            continue
        if before and other and _stands_before("route_from", text, before):
            return goal[2]
        if verb is not None and 0 <= goal[0] - verb <= _NEAR:
            return goal[2]
    return None


def _is_arrow(between: str) -> bool:
    return _any("arrow").fullmatch(between.strip()) is not None


def _stands_before(words: str, text: str, mention: tuple[int, int, str]) -> bool:
    """Whether one of ``words`` stands directly before a name."""
    before = fold(text[max(0, mention[0] - _BEFORE) : mention[0]]).text
    return re.search(rf"(?<![a-z])(?:{_any(words).pattern})$", before) is not None


def _visited(
    text: str,
    mentions: list[tuple[int, int, str]],
    parties: tuple[str, str],
    gazetteer: Gazetteer,
) -> str | None:
    folded = fold(text)
    for word, country in load_toml("kinds.toml")["_direction"]["home_country"].items():
        if word in folded.text:
            inside = [p for p in parties if country in gazetteer.ancestors(p)]
            if len(inside) == 1:
                return inside[0]
    if block_language(text) == "ko":
        return _before_verb(folded.text, mentions)
    return _behind_verb(folded.text, mentions)


def _before_verb(text: str, mentions: list[tuple[int, int, str]]) -> str | None:
    """Korean: the last party named before the verb, unless it is the one that was sent."""
    match = _any("visit_before").search(text)
    if match is None:
        return None
    before = [
        m
        for m in mentions
        if m[1] <= match.start()
        and match.start() - m[1] <= _NEAR
        and not _any("companion").match(text[m[1] :])
    ]
    if not before or _is_sender(text, before[-1]):
        return None
    return before[-1][2]


def _behind_verb(text: str, mentions: list[tuple[int, int, str]]) -> str | None:
    for match in _any("visit_after").finditer(text):
        behind = [m for m in mentions if 0 <= m[0] - match.end() <= _NEAR]
        if behind and not _is_sender(text, behind[0]):
            return behind[0][2]
    return None


def _receiver(
    text: str, mentions: list[tuple[int, int, str]], parties: tuple[str, str]
) -> str | None:
    """Of a letter or gift: the first-named side sends, or receives, as the verb says."""
    folded = fold(text).text
    if not mentions:
        return None
    first = mentions[0][2]
    if _any("to_first").search(folded):
        return _receiving(folded, mentions, parties)
    return _other(first, parties) if _any("from_first").search(folded) else None


def _receiving(
    folded: str, mentions: list[tuple[int, int, str]], parties: tuple[str, str]
) -> str | None:
    """Who gets something: the subject of "received", else the page's own side."""
    if len({party for _, _, party in mentions}) == 2:
        match = _any("to_first").search(folded)
        before = [m for m in mentions if match and m[1] <= match.start()]
        behind = [m for m in mentions if match and m[0] >= match.end()]
        if match and _any("to_place").fullmatch(match.group()):
            return behind[0][2] if behind else None
        return before[0][2] if before else None
    return parties[0]


def _sender(text: str, mentions: list[tuple[int, int, str]]) -> str | None:
    folded = fold(text).text
    senders = [m for m in mentions if _is_sender(folded, m)]
    return senders[0][2] if senders else None


def _is_sender(text: str, mention: tuple[int, int, str]) -> bool:
    """Whether a delegation stands right behind the name ("건화구 대표단", "温岭市代表团")."""
    behind = fold(text[mention[1] : mention[1] + _SENDER_NEAR]).text
    return _stands_before("from_words", text, mention) or _group().match(behind) is not None


def _other(party: str, parties: tuple[str, str]) -> str:
    return parties[1] if party == parties[0] else parties[0]


@lru_cache(maxsize=1)
def _group() -> re.Pattern[str]:
    """A group of people, with what sort of group it is in front."""
    kinds, groups = _any("sender_kind").pattern, _any("sender").pattern
    return re.compile(rf"(?:'s)?\s*(?:(?:{kinds})\s*){{0,2}}(?:{groups})")


@lru_cache(maxsize=32)
def _any(name: str) -> re.Pattern[str]:
    words = sorted(load_toml("kinds.toml")["_direction"][name], key=len, reverse=True)
    return re.compile("|".join(words))
