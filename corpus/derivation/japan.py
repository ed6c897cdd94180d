"""Cities, towns and villages of Japan, by what the post has of them: characters and kana.

Their names are written in Hangul by the rules for loan words, in Latin letters by Hepburn, in
Chinese by the characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from corpus.derivation.han import traditional_of
from corpus.derivation.kana import hangul, hepburn
from corpus.derivation.municipalities import Municipality, parse
from corpus.derivation.rows import LANGUAGES, Names, Row, unique
from corpus.derivation.slugs import without_marks
from corpus.derivation.tables import table
from corpus.derivation.world import from_kanji
from corpus.gazetteer.aliases import Script, strip_suffix
from corpus.text import fold_text

# What the keys of its rows begin with, before the code of JIS X 0402.
KEY = "jis:"
# A unit in Korean, and how Korean hears its reading; in English, and the reading itself.
KOREAN = {"市": "시", "町": "정", "村": "촌"}
_HEARD = {"チョウ": "초", "マチ": "마치", "ムラ": "무라", "ソン": "손"}
_WORDS = {"町": "Town", "村": "Village"}
_SYLLABLES = {"シ": "shi", "チョウ": "cho", "マチ": "machi", "ムラ": "mura", "ソン": "son"}
# Chinese leaves out the small sign between two characters, and writes the other one as a word.
_BETWEEN = str.maketrans({"ヶ": None, "ケ": None, "ノ": "之"})
# A short name has so many letters at least.
_SHORTEST = {"ko": 2, "zh": 2, "zh-Hant": 2, "en": 4}

Taken = Mapping[str, Counter[str]]


def derive(
    units: Sequence[Municipality], regions: Mapping[str, str], others: Sequence[Row]
) -> list[Row]:
    """A row for each municipality that is none of ``others``; ``regions``: keys by CLDR code."""
    known = _rows_of(units, regions, others)
    rows = [_row(u, regions[f"jp{u.prefecture}"]) for u in units if u.code not in known]
    return with_short_names(rows, [*others, *rows])


def former(
    units: Sequence[Municipality], regions: Mapping[str, str], others: Sequence[Row]
) -> list[Row]:
    """A row for each place of ``data/former_japan.csv``; it lies in what it was merged into."""
    by_name = {(unit.prefecture, unit.name): unit.code for unit in units}
    rows_of = _rows_of(units, regions, others)
    rows = []
    for entry in table("former_japan"):
        unit = parse(entry["prefecture"], entry["name"], entry["kana"])
        successor = rows_of[by_name[entry["prefecture"], entry["successor"]]].key
        if unit is not None:
            row = _row(unit, successor)
            key = f"former:{unit.prefecture}:{unit.name}"
            rows.append(replace(row, key=key, former=True, successor=successor))
    return with_short_names(rows, [*others, *rows])


def with_characters(
    rows: Sequence[Row], units: Sequence[Municipality], regions: Mapping[str, str]
) -> list[Row]:
    """``rows`` of Japan with the name as Japan writes it, where matching tells the two apart."""
    known = _rows_of(units, regions, rows)
    written: dict[str, Names] = {}
    for unit in units:
        own = known.get(unit.code)
        if own is not None:
            chinese = _chinese(unit)
            written[own.key] = {lang: _unlike(chinese[lang], own.names) for lang in chinese}
    return [row.with_names(written.get(row.key, {})) for row in rows]


def _rows_of(
    units: Sequence[Municipality], regions: Mapping[str, str], rows: Iterable[Row]
) -> dict[str, Row]:
    """The row of each municipality that has one, by its code.

    It lies in the prefecture and has the Chinese or, of a city, the English name; or it lies just
    in Japan and has a name that no other city has.
    """
    named: dict[tuple[str, str], Row] = {}
    for row in rows:
        for language in ("zh", "en"):
            for name in row.names[language]:
                named.setdefault((row.parent, without_marks(name).lower()), row)
    alone = Counter(name for unit in units for name in _keys(unit))
    found: dict[str, Row] = {}
    for unit in units:
        for name in _keys(unit):
            parents = (regions[f"jp{unit.prefecture}"], *(("japan",) if alone[name] == 1 else ()))
            own = next((named[p, name] for p in parents if (p, name) in named), None)
            if own and own.kind != "province":
                found.setdefault(unit.code, own)
    return found


def _keys(unit: Municipality) -> tuple[str, ...]:
    """What a row of a municipality is known by; the English name of a town is a city's as well."""
    english = hepburn(unit.kana, unit.stem) if unit.unit == "市" else ()
    return unique((*_chinese(unit)["zh"], *english))


def _row(unit: Municipality, parent: str) -> Row:
    names = _english(unit.unit, hepburn(unit.kana, unit.stem), unit.reading)
    korean = hangul(unit.kana, unit.stem)
    names["ko"] = unique((korean + KOREAN[unit.unit], *_heard(korean, unit.reading)))
    names |= _chinese(unit)
    slug = f"{hepburn(unit.kana, unit.stem)[0]}-{_SYLLABLES[unit.reading]}"
    kind = "city" if unit.unit == "市" else "county"
    return Row(f"{KEY}{unit.code}", kind, names, parent, slug, "", frozenset({"ko", "en"}))


def _english(unit: str, romaji: Iterable[str], reading: str) -> dict[str, tuple[str, ...]]:
    """The English names of a municipality; of a town and a village with what it is."""
    plain = [name.capitalize() for name in romaji]
    if unit == "市":
        return {"en": unique(plain)}
    words = [f"{name} {_WORDS[unit]}" for name in plain]
    syllable = _SYLLABLES.get(reading)
    return {"en": unique((*words, *(f"{n}-{syllable}" for n in plain if syllable)))}


def _heard(korean: str, reading: str) -> Iterator[str]:
    if reading in _HEARD:
        yield korean + _HEARD[reading]


def _chinese(unit: Municipality) -> dict[str, tuple[str, ...]]:
    """The name in both Chinese forms, and as Japan writes it where that is matched apart."""
    name = unit.name
    forms = unique((name.translate(_BETWEEN), name))
    names = {
        "zh": unique(map(from_kanji, forms)),
        "zh-Hant": unique(traditional_of(form) for form in forms),
    }
    return names | {"zh-Hant": unique((*names["zh-Hant"], *_unlike((name,), names)))}


def _unlike(names: Iterable[str], known: Names) -> tuple[str, ...]:
    """Those of ``names`` that folding makes none of ``known``."""
    folded = {fold_text(n) for language in ("zh", "zh-Hant") for n in known.get(language, ())}
    return tuple(name for name in names if fold_text(name) not in folded)


def with_short_names(rows: Sequence[Row], every: Iterable[Row]) -> list[Row]:
    """Towns and villages with their names alone as well, where nothing else is called so."""
    taken = _stems(every)
    return [row if row.kind == "city" else _shortened(row, taken) for row in rows]


def _shortened(row: Row, taken: Taken) -> Row:
    short = {
        language: unique(
            stem
            for stem in _stems_of(row, language)
            if taken[language][fold_text(stem)] == 1
            and len(stem) >= _SHORTEST[language]
            # 다카기 would be taken for one 다카.
            and strip_suffix(stem, _script(language)) == stem
        )
        for language in LANGUAGES
    }
    english = short.pop("en")
    row = row.with_names(short)
    return row.with_names({"en": english}, first=True)


def _stems(rows: Iterable[Row]) -> dict[str, Counter[str]]:
    """How many places bear each name without what says their kind, by language."""
    found: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for row in rows:
        for language in LANGUAGES:
            found[language].update({fold_text(s) for s in _stems_of(row, language)})
    return found


def _stems_of(row: Row, language: str) -> tuple[str, ...]:
    return unique(_stem(name, _script(language)) for name in row.names[language])


def _script(language: str) -> Script:
    return cast(Script, language.split("-")[0])


def _stem(name: str, script: Script) -> str:
    endings = {
        "ko": (*KOREAN.values(), *_HEARD.values()),
        "zh": tuple(KOREAN),
        "en": (*(f" {w}" for w in _WORDS.values()), *(f"-{s}" for s in _SYLLABLES.values())),
    }
    ending = next((e for e in endings[script] if name.endswith(e) and len(name) > len(e) + 1), "")
    return strip_suffix(name, script) if not ending else name.removesuffix(ending)
