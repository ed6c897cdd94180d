"""Every sentence that people read: templates of ``data/wording.toml``, filled in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corpus.gazetteer.aliases import strip_suffix
from corpus.model import Fact, Language, Place
from corpus.text import traditionalise
from corpus.wordlists import load_toml
from service.lexicon import DATA
from service.render import place_name, render_date, render_number, render_quantity

# A slot with what goes with its value: a Korean particle pair, or an English noun, one and many.
_SLOT = re.compile(
    r"\{(?P<name>\w+)(?:\|(?:(?P<particle>[가-힣]+)|(?P<one>[a-z]+)/(?P<many>[a-z]+)))?\}"
)
_LAST_SOUND = re.compile(r"[가-힣A-Za-z0-9\u3400-\u9fff](?=[^가-힣A-Za-z0-9\u3400-\u9fff]*$)")
# Digits whose Korean names end in a consonant (일 삼 육 칠 팔 영), and Latin letters that do.
_CLOSED_DIGITS = frozenset("013678")
_CLOSED_LETTERS = frozenset("lmnrLMNR")


@dataclass(frozen=True, slots=True)
class Voice:
    """How one reader is spoken to: the language, and for Chinese the characters."""

    language: Language
    traditional: bool = False

    def say(self, key: str, **values: object) -> str:
        """The sentence ``section.name``, its slots filled from ``values``."""
        template = self.characters(template_of(key, self.language))
        return _SLOT.sub(lambda match: _fill(match, values), template)

    def date(self, edtf: str, preposition: bool = True) -> str:
        """A date for running text; English with its preposition."""
        return render_date(edtf, self.language, preposition)

    def number(self, number: float) -> str:
        """A plain number."""
        return self.characters(render_number(number, self.language))

    def quantity(self, fact: Fact) -> str:
        """The value of a numeric fact with its unit."""
        return self.characters(render_quantity(fact, self.language))

    def name(self, place: Place) -> str:
        """The name of a place."""
        return place_name(place, self.language, self.traditional)

    def within(self, name: str, parent: Place) -> str:
        """The name of a place with that of the place it lies in, as the language orders them."""
        if self.language == "en":
            return f"{name}, {self.name(parent)}"
        outer = strip_suffix(self.name(parent), self.language)
        return f"{outer} {name}" if self.language == "ko" else f"{outer}{name}"

    def label(self, name: str | None) -> str:
        """What a property is called; ``None`` and unknown ones are "what you asked"."""
        known = name in _load()["properties"]
        return self.say(f"properties.{name if known else 'other'}")

    def kind(self, kind: str) -> str:
        """What a kind of exchange is called."""
        return self.characters(str(load_toml("kinds.toml")[kind]["names"][self.language]))

    def join(self, items: Iterable[str]) -> str:
        """Several things in a row."""
        return ("、" if self.language == "zh" else ", ").join(items)

    def sentences(self, parts: Iterable[str]) -> str:
        """Whole sentences in a row."""
        return ("" if self.language == "zh" else " ").join(parts)

    def both(self, items: Sequence[str]) -> str:
        """Two or more names of one kind, the last joined by "and"."""
        if len(items) < 2:
            return "".join(items)
        *first, last = items
        lead = self.join(first)
        if self.language == "ko":
            return f"{lead}{choose_particle(lead, '과와')} {last}"
        return f"{lead}和{last}" if self.language == "zh" else f"{lead} and {last}"

    def gloss(self, text: str) -> str:
        """A short foreign word of a page in the reader's language, in brackets; or nothing."""
        table = _load()["glosses"].get(text.strip())
        return self.characters(str(table[self.language])) if table else ""

    @property
    def tag(self) -> str:
        """The language tag of what is said."""
        return "zh-Hant" if self.language == "zh" and self.traditional else self.language

    def characters(self, text: str) -> str:
        """``text`` in the characters of the reader, where it is Chinese."""
        return traditionalise(text) if self.traditional and self.language == "zh" else text


def template_of(key: str, language: Language) -> str:
    """The unfilled sentence of a key such as ``answers.signed``."""
    table: Any = _load()
    for step in key.split("."):
        table = table[step]
    return str(table[language])


def has_words(key: str) -> bool:
    """Whether there is a sentence of that key."""
    try:
        template_of(key, "en")
    except KeyError:
        return False
    return True


def _fill(match: re.Match[str], values: dict[str, object]) -> str:
    text = str(values[match["name"]])
    if match["particle"]:
        return text + choose_particle(text, match["particle"])
    if match["one"]:
        return f"{text} {match['one' if text == '1' else 'many']}"
    return text


def choose_particle(text: str, pair: str) -> str:
    """The form of a Korean particle pair (은는, 이가, 을를, 과와) that fits the end of ``text``."""
    return pair[0] if _ends_closed(text) else pair[1]


def _ends_closed(text: str) -> bool:
    """Whether the last sound of ``text`` is a consonant, brackets and quotes aside."""
    match = _LAST_SOUND.search(re.sub(r"\s*[(（][^()（）]*[)）]\s*$", "", text))
    if match is None:
        return False
    last = match.group()
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 != 0
    return last in _CLOSED_DIGITS or last in _CLOSED_LETTERS


@lru_cache(maxsize=1)
def _load() -> dict[str, Any]:
    """All files; the tables of each but the first begin with the name of the file."""
    names = ("wording.toml", "exchanges.toml", "staff.toml", "explain.toml")
    texts = [(DATA / name).read_text(encoding="utf-8") for name in names]
    return {key: table for text in texts for key, table in tomllib.loads(text).items()}
