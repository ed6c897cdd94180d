"""The names of one Chinese unit in all languages, made from its Chinese name alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from corpus.derivation.han import Traditional
from corpus.derivation.hangul import soften_initial
from corpus.derivation.mandarin import transcribe
from corpus.derivation.pinyin import Mandarin, broken, join_syllables, spellings
from corpus.derivation.romanisation import romanise
from corpus.derivation.rows import unique
from corpus.derivation.sinokorean import Readings
from corpus.derivation.tables import table

# A stem of one syllable (Qi, Xun) is no name without its kind.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Parsed:
    """A Chinese name taken apart: 大厂回族自治县 is 大厂, (回族), 自治县."""

    stem: str
    peoples: tuple[str, ...]
    ending: str


def parse(name: str) -> Parsed:
    """The stem, the peoples and the kind of unit in a name; no ending where none is known."""
    ending = next((e for e, row in _endings().items() if _fits(name, e, row)), "")
    stem = name.removesuffix(ending)
    peoples: list[str] = []
    while stem not in _peoples() and (found := _people_at_end(stem)):
        peoples.insert(0, found)
        stem = stem.removesuffix(found)
    return Parsed(stem, tuple(peoples), ending)


def _fits(name: str, ending: str, row: dict[str, str]) -> bool:
    """Whether ``name`` ends so, and leaves a stem long enough (碑林区 is no 林区)."""
    return name.endswith(ending) and len(name) - len(ending) >= int(row["stem"])


def _people_at_end(stem: str) -> str:
    return next((p for p in _peoples() if stem.endswith(p) and len(stem) > len(p)), "")


@lru_cache(maxsize=1)
def _endings() -> dict[str, dict[str, str]]:
    return {row["ending"]: row for row in table("endings")}


@lru_cache(maxsize=1)
def _peoples() -> dict[str, dict[str, str]]:
    rows = sorted(table("peoples"), key=lambda row: -len(row["zh"]))
    return {row["zh"]: row for row in rows}


def kind_of(ending: str) -> str:
    """The kind of place an ending says; counties and districts that are cities end with 市."""
    return _endings()[ending]["kind"]


class ChineseNames:
    """Names in Korean (transcribed and read), traditional Chinese and English."""

    def __init__(self, mandarin: Mandarin, readings: Readings, traditional: Traditional) -> None:
        self._mandarin = mandarin
        self._readings = readings
        self._traditional = traditional

    def of(self, name: str) -> dict[str, tuple[str, ...]]:
        """All names of the unit called ``name`` (simplified, with its ending)."""
        parsed = parse(name)
        chinese = unique((name, self._short(parsed)))
        return {
            "ko": unique((*self._transcribed(parsed), *self._read(parsed))),
            "zh": chinese,
            "zh-Hant": unique(form for n in chinese for form in self._traditional.forms(n)),
            "en": unique(self._english(parsed)),
        }

    def slug(self, name: str) -> str:
        """What an id of the unit is made of: its pinyin."""
        syllables = self._syllables(parse(name))
        return join_syllables(syllables).lower().replace("'", "").replace("ü", "u")

    def pinyin(self, name: str) -> str:
        """The pinyin of the stem in one word."""
        return join_syllables(self._syllables(parse(name)))

    def transcription(self, name: str) -> str:
        """The Mandarin transcription with the unit's Korean ending."""
        return self._transcribed(parse(name))[0]

    def korean_reading(self, traditional: str) -> str:
        """How Koreans read a name, before the initial-sound rule."""
        return self._readings.read(traditional)

    def _short(self, parsed: Parsed) -> str:
        """An autonomous unit without its peoples: 大厂县."""
        short = _endings()[parsed.ending]["short"] if parsed.peoples and parsed.ending else ""
        return parsed.stem + short if short else ""

    def _syllables(self, parsed: Parsed) -> tuple[str, ...]:
        """The stem read in its place: 浚 is xun in 浚县."""
        whole = parsed.stem + "".join(parsed.peoples) + parsed.ending
        return self._mandarin.read(whole)[: len(parsed.stem)]

    def _transcribed(self, parsed: Parsed) -> tuple[str, ...]:
        stem = transcribe(self._syllables(parsed))
        named = [_peoples()[p]["ko"].split("|") for p in parsed.peoples]
        peoples = unique("".join(n[min(i, len(n) - 1)] for n in named) for i in range(2))
        return self._with_endings(stem, peoples, parsed)

    def _read(self, parsed: Parsed) -> tuple[str, ...]:
        stems = self._readings.variants(self._written(parsed))
        peoples = "".join(
            soften_initial(self._readings.read(self._traditional.reading_form(p)))
            for p in parsed.peoples
        )
        return unique(n for stem in stems for n in self._with_endings(stem, (peoples,), parsed))

    def _written(self, parsed: Parsed) -> str:
        """The stem in traditional characters, converted in its place: 于 stays in 于洪区."""
        whole = parsed.stem + "".join(parsed.peoples) + parsed.ending
        return self._traditional.reading_form(whole)[: len(parsed.stem)]

    def _with_endings(self, stem: str, peoples: tuple[str, ...], parsed: Parsed) -> tuple[str, ...]:
        ending = _endings()[parsed.ending] if parsed.ending else {"ko": "", "short": ""}
        full = [stem + people + ending["ko"] for people in peoples or ("",)]
        short = _endings()[ending["short"]]["ko"] if ending["short"] in _endings() else ""
        return unique((*full, stem + short if parsed.peoples and short else ""))

    def _english(self, parsed: Parsed) -> tuple[str, ...]:
        syllables = self._syllables(parsed)
        word = _endings()[parsed.ending]["en"] if parsed.ending else ""
        peoples = "-".join(_peoples()[p]["en"] for p in parsed.peoples)
        stems = spellings(syllables)
        full = [" ".join(filter(None, (stem, peoples, word))) for stem in stems]
        if len(syllables) < _SHORTEST:
            return unique(full)
        return unique((*full, *stems, broken(syllables), *self._romanised(parsed)))

    def _romanised(self, parsed: Parsed) -> tuple[str, ...]:
        """The Korean reading in Latin letters, as Korean pages in English write it."""
        read = self._readings.variants(self._written(parsed))[0]
        return (romanise(read).capitalize(),)
