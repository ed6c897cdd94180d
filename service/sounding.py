"""Names of partners that a page writes in one script only, told by their sound: 수방군 is Subang.

A question in another language writes them as it hears them, and no gazetteer knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.gazetteer import Mention
from corpus.language import HANGUL
from corpus.model import Span
from corpus.setting.transliteration import sound_alike
from service.catalogue import Catalogue
from service.own_names import particles

_KOREAN = re.compile(f"[{HANGUL}]{{2,}}")
_LATIN = re.compile(r"[A-Z][A-Za-z'-]{3,}(?: [A-Z][A-Za-z'-]+)?")
# What the two scripts write in ways that the common sounds do not tell.
_SPELT = (("ei", "ai"), ("tsu", "s"), ("su", "s"), ("ku", "k"))


def sounding_names(
    text: str, mentions: Sequence[Mention], catalogue: Catalogue
) -> Iterator[Mention]:
    """Unlinked words of a question that sound like the one partner named in the other script."""
    korean, latin = _one_sided(catalogue)
    if korean or latin:
        taken = [mention.span for mention in mentions]
        for match in (*_KOREAN.finditer(text), *_LATIN.finditer(text)):
            if not any(Span(*match.span()).overlaps(span) for span in taken):
                names = korean if match.group()[0].isascii() else latin
                yield from _meant(match, names)


def _meant(match: re.Match[str], names: Sequence[tuple[str, str]]) -> Iterator[Mention]:
    """The word, or what stands before a particle or a space in it, as the one name it sounds as."""
    for name in _heads(match.group()):
        places = {place for place, written in names if _sounds_as(name, written)}
        if len(places) == 1:
            yield Mention(Span(match.start(), match.start() + len(name)), tuple(places))
            return


def _sounds_as(name: str, written: str) -> bool:
    if not name[0].isascii():
        # "Subang Regency": what the place is may stand behind its name.
        return any(sound_alike(name, latin) for latin in {written, *written.rsplit(" ", 1)[:1]})
    return any(sound_alike(written, latin) for latin in (name, *_respelt(name.lower())))


def _respelt(name: str) -> list[str]:
    """A name in Latin letters with each of the spellings that Korean writes otherwise."""
    return [name.replace(letters, sound) for letters, sound in _SPELT if letters in name]


def _heads(word: str) -> Iterator[str]:
    """The word itself, and what is left of it without what may stand behind a name."""
    yield word
    if word[0].isascii():
        yield from ([word.split()[0]] if " " in word else [])
        return
    yield from (word[: -len(p)] for p in particles() if word.endswith(p) and len(word) > len(p) + 1)


def _one_sided(catalogue: Catalogue) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Partners with a Korean name and no Latin one, and the other way round: (id, name) each."""
    found: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
    for place in sorted(catalogue.partnered):
        names = catalogue.place(place).names
        for index, (own, other) in enumerate((("ko", "en"), ("en", "ko"))):
            if own in names and other not in names:
                found[index].extend((place, name) for name in names[own])
    return found
