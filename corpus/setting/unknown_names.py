"""Names in a text that end as those of places do and that no gazetteer knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from corpus.gazetteer import Gazetteer, Mention
from corpus.language import HAN, HANGUL
from corpus.model import Span
from corpus.setting.local_names import is_outer
from corpus.setting.name_shapes import EN_NAME, SIGNS, ends_as_place
from corpus.wordlists import load_toml

_SHORTEST = 2


def unknown_names(text: str, gazetteer: Gazetteer) -> list[Span]:
    """Names in ``text`` that end as those of cities, counties and districts do, linked to none."""
    matches = list(_pattern().finditer(text))
    mentions = gazetteer.find(text) if matches else []
    starts = [mention.span.start for mention in mentions]
    found = []
    for match in matches:
        span = _without_office(text, Span(*_behind_known(match, mentions, starts).span()))
        last = bisect_left(starts, span.end) - 1
        touched = last >= 0 and mentions[last].span.end > span.start
        if not touched and ends_as_place(text[span.start : span.end]):
            found.append(span)
    return found


def _without_office(text: str, span: Span) -> Span:
    """``span`` without the verb before a Chinese name, and the first sign of the office behind it.

    "收到多久市市长的来信" names 多久市.
    """
    verb = _verb().match(text, span.start, span.end)
    if verb is not None and span.end - verb.end() > _SHORTEST:
        span = Span(verb.end(), span.end)
    doubled = text[span.end - 2 : span.end - 1] == text[span.end - 1 : span.end]
    office = doubled and text[span.end : span.end + 1] in ("长", "長", "委")
    return Span(span.start, span.end - 1) if office else span


def opens_with_unknown(text: str, gazetteer: Gazetteer) -> bool:
    """Whether ``text`` opens with such a name, or has one right behind a country or province."""
    unknown = unknown_names(text, gazetteer)
    outer = [m.span.end for m in gazetteer.find(text) if is_outer(m, gazetteer)] if unknown else []
    return any(
        not text[: span.start].strip(SIGNS)
        or any(end <= span.start and not text[end : span.start].strip(SIGNS) for end in outer)
        for span in unknown
    )


def _behind_known(
    name: re.Match[str], mentions: Sequence[Mention], starts: Sequence[int]
) -> re.Match[str]:
    """``name`` from where the known names it opens with end ("日本东京都江东区")."""
    last = bisect_left(starts, name.end()) - 1
    if last < 0 or starts[last] < name.start():
        return name
    rest = _pattern().match(name.string, mentions[last].span.end, name.end())
    return rest if rest and rest.end() == name.end() else name


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    suffixes = load_toml("suffixes.toml")
    korean, chinese = ("|".join(suffixes[language]["suffixes"]) for language in ("ko", "zh"))
    return re.compile(
        f"(?P<ko>[{HANGUL}]{{2,10}}(?:{korean}))(?![{HANGUL}])"
        f"|(?P<zh>[{HAN}]{{2,10}}(?:{chinese}))|{EN_NAME}"
    )


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    verbs = load_toml("suffixes.toml")["zh"]["verbs"]
    return re.compile(f"[一-鿿]{{0,6}}?(?:{'|'.join(verbs)})")
