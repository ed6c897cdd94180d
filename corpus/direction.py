"""Who went to whom in the words of an event: (from, to), where the text says so."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.gazetteer import Gazetteer, Mention
from corpus.language import block_language, split_languages
from corpus.text import fold
from corpus.wordlists import load_toml

# How far (characters) a visited place may stand from its verb, and a delegation from its sender.
_NEAR = 100
_SENDER_NEAR = 14


def find_direction(
    text: str, parties: tuple[str, str], gazetteer: Gazetteer
) -> tuple[str, str] | None:
    """(from, to) by place id; ``parties`` is (the page's own side, the partner)."""
    for run, _ in split_languages(text):
        direction = _one_language(text[run.start : run.end], parties, gazetteer)
        if direction:
            return direction
    return None


def _one_language(
    text: str, parties: tuple[str, str], gazetteer: Gazetteer
) -> tuple[str, str] | None:
    mentions = _party_mentions(text, parties, gazetteer)
    if _any("mutual").search(fold(text).text) or _third_sender(text, parties, gazetteer):
        return None
    target = _visited(text, mentions, parties, gazetteer) or _receiver(text, mentions, parties)
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
    before = [m for m in mentions if m[1] <= match.start() and match.start() - m[1] <= _NEAR]
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
        if match and match.group() in ("送达", "arrived in"):
            return behind[0][2] if behind else None
        return before[0][2] if before else None
    return parties[0]


def _sender(text: str, mentions: list[tuple[int, int, str]]) -> str | None:
    folded = fold(text).text
    senders = [m for m in mentions if _is_sender(folded, m)]
    return senders[0][2] if senders else None


def _is_sender(text: str, mention: tuple[int, int, str]) -> bool:
    """Whether a delegation stands right behind the name ("건화구 대표단", "温岭市代表团")."""
    behind = text[mention[1] : mention[1] + _SENDER_NEAR].lstrip()
    before = text[max(0, mention[0] - len("from ")) : mention[0]]
    return before == "from " or _any("sender").match(behind) is not None


def _third_sender(text: str, parties: tuple[str, str], gazetteer: Gazetteer) -> bool:
    """Whether the delegation is that of a third place."""
    folded = fold(text).text
    return any(
        _is_sender(folded, (m.span.start, m.span.end, m.place))
        for m in gazetteer.find(text, parties)
        if not any(gazetteer.related(m.place, party) for party in parties)
    )


def _other(party: str, parties: tuple[str, str]) -> str:
    return parties[1] if party == parties[0] else parties[0]


@lru_cache(maxsize=8)
def _any(name: str) -> re.Pattern[str]:
    words = sorted(load_toml("kinds.toml")["_direction"][name], key=len, reverse=True)
    return re.compile("|".join(words))
