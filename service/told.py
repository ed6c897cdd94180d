"""How much of what a question says a sentence tells, whatever the languages of the two.

A question is taken apart into units: the senses of its words (``service.senses``), and the words
that have none. A sense is told by any word that has it; another word where it stands in the
sentence, in its Korean reading, or as a name that sounds alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.dates import find_dates
from corpus.language import HAN, HANGUL
from corpus.model import Language
from corpus.people.korean_words import is_korean_name
from corpus.readings import read_as_korean
from corpus.text import fold_text
from corpus.wordlists import load_toml
from index.model import Sentence
from service.lexicon import strip
from service.linking import BLANK
from service.persons import names_person
from service.senses import BROAD, decisive, find_senses, is_concept, senses_of

# Parts of a question that only ask, and what every question may be made of.
_ASKING = (
    "today", "wants", "operations", "yes_no", "exchanges", "partners", "filler",
    "telling", "requests", "asking_on",
)  # fmt: skip
_WORD = re.compile(rf"[a-z][a-z'-]+|[가-힣]+|[{HAN}]+")
_LATIN = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
_ENDS = re.compile(r"(?:'s|ies|es|ed|ing|s|e|y)$")
# What ends a Korean word behind its sense, and what makes a verb of a noun.
_ENDING = re.compile(f"[{HANGUL}]{{1,3}}(?![{HANGUL}])")
_VERB = re.compile(
    r"(?<=[가-힣]{2})(?:하[는던고]|했[가-힣]*|한|할|되[는던]|됐[가-힣]*|된|있[는다던][가-힣]*|라[는던])$"
)
# A stem, or the head of a Korean word, is as long as this at least; a Korean word may have so many
# syllables behind its head.
_STEM, _HEAD, _TAIL = 3, 2, 2
# What a unit weighs: one that says what is meant, one that nearly all exchanges have, and a word
# that can hardly be told in another language.
SPECIFIC, COMMON, FOREIGN = 1.0, 0.35, 0.6
# What a broader sense than that of the question tells of it.
BROADER = 0.5


# Senses of which one answers a question for another: by post or in person, in a hotel or a home.
_CHOICES = (frozenset({"online", "bymail", "inperson"}), frozenset({"lodge", "hotel"}))
# The months that a season is told by.
_SEASONS = {
    "springtime": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "winter": (12, 1, 2),
}
_MONTH = re.compile(r"\d{4}-(\d\d)")


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a question is told: ``told`` of 1, whether anything particular is, and words."""

    told: float
    specific: bool
    words: tuple[str, ...] = ()


class Units:
    """The units of a question: ``bare`` is it folded with its places blanked, ``text`` as typed."""

    def __init__(self, bare: str, text: str, language: Language) -> None:
        self._bare = _undated(
            strip("framing", strip("rather_than", _behind_places().sub(" ", bare)))
        )
        self._text = text
        self.language = language

    @cached_property
    def senses(self) -> tuple[frozenset[str], ...]:
        """The senses of each word that has any: those of words that overlap go together."""
        groups: list[tuple[int, int, set[str]]] = []
        for name, span in sorted(find_senses(self._bare), key=lambda found: found[1]):
            if groups and span.start < groups[-1][1]:
                start, end, names = groups[-1]
                groups[-1] = (start, max(end, span.end), names | {name})
            else:
                groups.append((span.start, span.end, {name}))
        return tuple(frozenset(names) for _, _, names in groups)

    @cached_property
    def decisive(self) -> frozenset[str]:
        """The senses without which nothing answers."""
        return frozenset().union(*self.senses) & decisive()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that have no sense and do not merely ask."""
        rest = self._bare
        for _, span in find_senses(self._bare):
            ending = _ENDING.match(rest, span.end)
            end = ending.end() if ending else span.end
            rest = rest[: span.start] + "\x00" * (end - span.start) + rest[end:]
        for section in _ASKING:
            rest = strip(section, rest)
        words = [match.group() for match in _WORD.finditer(rest)]
        return tuple(dict.fromkeys(core for word in words if (core := _core(word))))

    @cached_property
    def names(self) -> frozenset[str]:
        """The folded words of the names in Latin letters, which sound alike elsewhere."""
        return frozenset(w for n in _LATIN.findall(self._text) for w in fold_text(n).split())

    def share(self, text: str, language: Language) -> Share:
        """How much of the question the ``text`` of a sentence tells."""
        folded = fold_text(text)
        told_senses, total, told, specific = senses_told(text), 0.0, 0.0, False
        for group in self.senses:
            weight = COMMON if _names(group) <= BROAD else SPECIFIC
            total += weight
            if _names(group) & told_senses:
                told += weight
                specific = specific or weight == SPECIFIC
            elif group & told_senses:
                told += BROADER * weight
        words = []
        for word in self.words:
            has = self._tells(word, folded, text, language)
            weight = SPECIFIC if has or language == self.language else FOREIGN
            total += weight
            told += weight if has else 0.0
            specific = specific or has
            words.extend([word] if has else [])
        return Share(told / total if total else 0.0, specific, tuple(words))

    def _tells(self, word: str, folded: str, text: str, language: Language) -> bool:
        if word[0].isascii():
            if _stem(word) in _stems(folded):
                return True
            return language != "en" and word in self.names and names_person(word.title(), text)
        if _stands_in(word, folded):
            return True
        if language == "en" and is_korean_name(word):
            return names_person(word, text)
        korean = _read(word)
        return language != self.language and _stands_in(korean, _read(folded))


def _names(group: frozenset[str]) -> frozenset[str]:
    """The senses of a word without those that are broader, where it has others."""
    fine = frozenset(name for name in group if not is_concept(name))
    return (fine - BROAD) or (group - fine) or fine


def senses_told(text: str) -> frozenset[str]:
    """The senses of a text, with the seasons of its dates, and what answers as well."""
    told = senses_of(fold_text(text))
    months = {int(m) for date in find_dates(text) for m in _MONTH.findall(date.edtf)}
    told |= {season for season, those in _SEASONS.items() if months.intersection(those)}
    return told.union(*(choice for choice in _CHOICES if choice & told))


def _undated(bare: str) -> str:
    for mention in reversed(find_dates(bare)):
        bare = f"{bare[: mention.span.start]} {bare[mention.span.end :]}"
    return bare


@lru_cache(maxsize=1)
def _behind_places() -> re.Pattern[str]:
    """A place with the particles behind it."""
    particles = "|".join(map(re.escape, load_toml("language.toml")["particles"]["ko"]))
    return re.compile(
        rf"{BLANK}(?:[시구군](?=[은는이가의]))?(?:(?:{particles}){{1,2}}(?![{HANGUL}]))?"
    )


def _core(word: str) -> str:
    """A word without its particle; nothing where it is only one, or asks."""
    if word[0].isascii():
        return "" if word in _function_words() or len(word) < _STEM else word
    if re.match(f"[{HANGUL}]", word):
        word = _VERB.sub("", word)
        endings = sorted(load_toml("language.toml")["particles"]["ko"], key=len, reverse=True)
        ends = [p for p in endings if word.endswith(p) and len(word) - len(p) >= _HEAD]
        word = word[: -len(ends[0])] if ends and len(ends[0]) <= _TAIL else word
    return word if len(word) >= _HEAD else ""


def _stands_in(word: str, folded: str) -> bool:
    """Whether a word, or its head, stands in a folded text; of Chinese ones most pairs."""
    if re.match(f"[{HANGUL}]", word):
        least = max(_HEAD, len(word) - _TAIL)
        squeezed = folded.replace(" ", "")
        return any(word[:size] in squeezed for size in range(least, len(word) + 1))
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    return bool(pairs) and 2 * sum(pair in folded for pair in pairs) >= len(pairs)


def stands_whole(word: str, text: str) -> bool:
    """Whether all of a word stands in a text, or in its Korean reading."""
    folded = fold_text(text).replace(" ", "")
    named = is_korean_name(word) and names_person(word, text)
    return named or word in folded or _read(word) in _read(folded)


@lru_cache(maxsize=512)
def _read(folded: str) -> str:
    return read_as_korean(folded)


@lru_cache(maxsize=512)
def _stems(folded: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[a-z][a-z'-]+", folded))


def _stem(word: str) -> str:
    short = _ENDS.sub("", word)
    return short if len(short) >= _STEM else word


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(load_toml("language.toml")["function_words"]["en"])


def whole(sentence: Sentence) -> str:
    """A sentence with the headings above it, which say what it is about.

    A dated line above it tells of another day, and is no heading of it.
    """
    above = "" if find_dates(sentence.context) else sentence.context
    return f"{above} {sentence.text}" if above else sentence.text
