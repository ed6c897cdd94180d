"""Short names in a question that are words as well: 수원, 부여, Mobile, Riverside.

The gazetteer takes such a name only with its suffix or beside what it lies in. Asked of pages that
tell of the place, the bare word means it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from corpus.gazetteer import Mention
from corpus.language import HANGUL
from corpus.model import Span
from corpus.wordlists import load_toml
from service.catalogue import Catalogue

# A word in Hangul, or up to so many words in Latin letters.
_KOREAN = re.compile(f"[{HANGUL}]{{2,}}")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'-]*")
_MOST_WORDS = 3
_SHORTEST_LATIN = 4
# What is called for the place it stands in: 강서여고.
_HOUSES = ("여고", "여중", "고등학교", "중학교", "초등학교", "초교", "문화원", "병원", "복지관")


def own_names(text: str, mentions: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """Bare names of places with ties that ``mentions`` leave out, in the order of the text."""
    taken = [mention.span for mention in mentions]
    found = chain(_korean(text, catalogue.bare_places), _latin(text, catalogue.bare_places))
    return [m for m in found if not any(m.span.overlaps(span) for span in taken)]


def _korean(text: str, places: Mapping[str, tuple[str, ...]]) -> list[Mention]:
    """Names that are a word, or its head with a particle behind."""
    found = []
    for match in _KOREAN.finditer(text):
        word, start = match.group(), match.start()
        heads = (word[:length] for length in range(len(word), 1, -1))
        name = next((h for h in heads if h in places and _is_apart(word[len(h) :])), None)
        if name:
            found.append(Mention(Span(start, start + len(name)), places[name]))
    return found


def _is_apart(rest: str) -> bool:
    """Whether nothing stands behind a name, or what may stand behind one."""
    return not rest or rest.startswith((*particles(), *_HOUSES))


@lru_cache(maxsize=1)
def particles() -> tuple[str, ...]:
    """What may stand behind a Korean name without being a part of it."""
    return tuple(load_toml("language.toml")["particles"]["ko"])


def _latin(text: str, places: Mapping[str, tuple[str, ...]]) -> list[Mention]:
    """Names written as such; without any capital in the question, in small letters too."""
    words = list(_LATIN.finditer(text))
    small = not any(word.group()[0].isupper() for word in words[1:])
    taken: dict[int, Mention] = {}
    for length in range(_MOST_WORDS, 0, -1):
        for first, last in zip(words, words[length - 1 :], strict=False):
            name = text[first.start() : last.end()]
            free = not any(first.start() <= at < last.end() for at in taken)
            written = first.group()[0].isupper() or small
            if free and written and len(name) >= _SHORTEST_LATIN and name.lower() in places:
                span = Span(first.start(), last.end())
                taken[first.start()] = Mention(span, places[name.lower()])
    return [taken[start] for start in sorted(taken)]
