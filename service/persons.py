"""The people whom a question names: what answers it names them too, in whatever script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from corpus.exchanges.kinds import kinds_of
from corpus.gazetteer import Mention
from corpus.language import HAN, HANGUL
from corpus.model import Span
from corpus.people import find_people
from corpus.people.chinese import is_full_name
from corpus.people.korean_words import is_korean_name
from corpus.readings import read_as_korean
from corpus.setting.transliteration import sound_alike
from corpus.text import fold_text
from service.lexicon import has
from service.senses import find_senses

# Two spellings of a name in Latin letters ("Jae-hyun", "Jae-Hyeon") share so much.
_ALIKE = 0.8
# A Korean name in Latin letters, whose given name has a hyphen.
_ROMANISED = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+-[A-Za-z][a-z]+")
# Ends of places in Latin letters, and what no Chinese name has.
_NO_NAME = re.compile(r"-(?:gu|si|gun|do|dong|shi)\b|[的区市县省]")
# A name in Han in front of what somebody did or when, where no office says whose it is.
_HAN_AT_HEAD = re.compile(
    rf"(?:^|[,，。、?？\s])(?P<name>[{HAN}]{{3}})(?=(?:是)?(?:第一[次回]|[头頭]一[次回]|首次|初次|上[次回]"
    r"|最[后後]一[次回]|[几幾][次回]|哪[一]?[年天次回]|[什甚]么时候|什麼時候|何时|何時|率[团團领領队隊]|[带帶][队隊团團]"
    r"|[来來去到][过過]|[来來去到]|[访訪][问問]))"
)
# What words of three signs end in, and hardly a given name ("韩国人", "常委会").
_OF_WORDS = tuple("方商人层管内上委面间生员长队团会区市县国年月日次者")
_HANGUL = re.compile(f"[{HANGUL}]")
# Ways of romanising that the common sounds do not tell.
_SPELT = (("ae", "e"), ("hyun", "hyeon"), ("jung", "jeong"), ("sung", "seong"), ("hun", "heon"))
_LATIN = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}")
_KOREAN = re.compile(f"[{HANGUL}]{{2,4}}")
_HAN = re.compile(f"[{HAN}]{{2,4}}")
# Of a Korean name the family, which is spelt in too many ways (박, Park), has one syllable.
_FAMILY = 1


def people_in(text: str, places: Sequence[Mention]) -> tuple[str, ...]:
    """The names of people in a question, with an office or in a form that only names have.

    ``places`` are the names of places in it, of which none is a person.
    """
    named = [found.person.name or "" for found in find_people(text, places)]
    found = [*named, *_ROMANISED.findall(text), *_at_head(text, places)]
    return tuple(dict.fromkeys(name for name in found if _is_name(name)))


def _at_head(text: str, places: Sequence[Mention]) -> Iterator[str]:
    """Chinese names without an office, which the question begins with or that begin a clause."""
    for match in _HAN_AT_HEAD.finditer(text):
        name, span = fold_text(match["name"]), Span(*match.span("name"))
        # A single sign has a sense in many names (松, a pine).
        word = any(sense.end - sense.start > 1 for _, sense in find_senses(name))
        word = word or bool(kinds_of(name)) or name.endswith(_OF_WORDS)
        if is_full_name(name) and not word and not any(span.overlaps(p.span) for p in places):
            yield name


def _is_name(name: str) -> bool:
    """Whether a word of a question beside an office is a name, and none of asking or of places."""
    if not name or _NO_NAME.search(name) or has("nameless", name):
        return False
    return not _HANGUL.search(name) or is_korean_name(name)


def names_person(name: str, text: str) -> bool:
    """Whether ``text`` names the person, also in another script where its sounds can be told."""
    if _squeezed(name) in _squeezed(text):
        return True
    if name[0].isascii():
        return _names_latin(name, text)
    korean = name if _KOREAN.fullmatch(name) else read_as_korean(name)
    if not _KOREAN.fullmatch(korean):
        return True
    given = korean[_FAMILY:]
    if any(given in read_as_korean(run) for run in _HAN.findall(text)) or korean in text:
        return True
    return any(_given_sounds(given, latin) for latin in _LATIN.findall(text))


def _names_latin(name: str, text: str) -> bool:
    """A name in Latin letters, spelt otherwise or in Hangul, or in Chinese as Koreans read it."""
    wanted = _squeezed(name)
    for latin in _LATIN.findall(text):
        words = latin.split()
        parts = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, 4)}
        if any(SequenceMatcher(None, wanted, _squeezed(p)).ratio() >= _ALIKE for p in parts):
            return True
    given = _respelt(" ".join(name.split()[1:] or [name]))
    runs = [*_KOREAN.findall(text), *(read_as_korean(run) for run in _HAN.findall(text))]
    return any(
        sound_alike(run[start : start + size], given)
        for run in runs
        for start in range(len(run))
        for size in (2, 3, 4)
    )


def _given_sounds(given: str, latin: str) -> bool:
    """Whether the given name of a Korean is among the words of a name in Latin letters."""
    words = latin.split()
    tails = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, 4))
    return any(sound_alike(given, _respelt(tail)) for tail in tails)


def _respelt(latin: str) -> str:
    """A romanised name as the revised romanisation writes it, without hyphens."""
    text = latin.replace("-", "").lower()
    for letters, sound in _SPELT:
        text = text.replace(letters, sound)
    return text


def _squeezed(text: str) -> str:
    return re.sub(r"[\s'-]", "", fold_text(text))
