"""Cross-checks of what is derived against independent sources, for the report of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.derivation import korea, world
from corpus.derivation.china import Unit
from corpus.derivation.chinese_names import ChineseNames
from corpus.derivation.geonames import City, cities
from corpus.derivation.hangul import soften_initial
from corpus.derivation.kana import hangul, hepburn
from corpus.derivation.matching import cities_of, heard_alike, spelled_alike
from corpus.derivation.municipalities import Post
from corpus.derivation.rows import Row
from corpus.derivation.tables import table

# GeoNames lists towns of so many people or more.
_TOWNS = 500


@dataclass(frozen=True, slots=True)
class Check:
    """How many names were compared, how many agreed, and those that did not (ours, theirs)."""

    title: str
    compared: int
    disagreements: tuple[tuple[str, str, str], ...]

    def __str__(self) -> str:
        agreed = self.compared - len(self.disagreements)
        share = agreed / self.compared if self.compared else 1
        return f"{self.title}: {agreed} of {self.compared} agree ({share:.1%})"


def _check(title: str, results: Iterable[tuple[str, str, str, bool]]) -> Check:
    found = list(results)
    wrong = tuple((name, ours, theirs) for name, ours, theirs, agreed in found if not agreed)
    return Check(title, len(found), wrong)


def chinese(units: Iterable[Unit], names: ChineseNames) -> list[Check]:
    """Pinyin and Korean transcription against GeoNames' names of the same Chinese places."""
    pairs = cities_of(units)
    return [
        _check("pinyin against GeoNames", _pinyin(pairs, names)),
        _check("transcription against GeoNames", _transcriptions(pairs, names)),
    ]


def _pinyin(
    pairs: list[tuple[Unit, City]], names: ChineseNames
) -> Iterator[tuple[str, str, str, bool]]:
    for unit, city in pairs:
        ours = names.pinyin(unit.name)
        yield unit.name, ours, city.name, spelled_alike(ours, city)


def _transcriptions(
    pairs: list[tuple[Unit, City]], names: ChineseNames
) -> Iterator[tuple[str, str, str, bool]]:
    for unit, city in pairs:
        ours = names.of(unit.name)["ko"]
        for theirs in city.hangul[:1]:
            yield unit.name, ours[0], theirs, heard_alike(ours, theirs)


def audited_chinese(rows: Iterable[Row], by_key: Mapping[str, Row]) -> list[Check]:
    """Derived names (``by_key``) against those of the audited rows: each derived first name."""
    pairs = [(row, by_key[row.key]) for row in rows if row.key in by_key]
    return [
        _check(f"derived {language} against the audited rows", _first(pairs, language))
        for language in ("ko", "zh-Hant", "en")
    ]


def _first(pairs: list[tuple[Row, Row]], language: str) -> Iterator[tuple[str, str, str, bool]]:
    for row, derived in pairs:
        ours, theirs = derived.names[language], row.names[language]
        agreed = bool(set(ours[:1]) & set(theirs))
        yield row.names["zh"][0], ours[0], "|".join(theirs), agreed


def korean(rows: Iterable[Row], names: ChineseNames) -> list[Check]:
    """The hanja of Korean places, read, and their romanised names against the audited ones."""
    audited = list(rows)
    return [
        _check("hanja of Korean places as read", _hanja(audited, names)),
        _check("romanised names of Korean places", _romanised(audited)),
    ]


def _hanja(rows: list[Row], names: ChineseNames) -> Iterator[tuple[str, str, str, bool]]:
    for row in rows:
        read = {names.korean_reading(form) for form in row.names["zh-Hant"]}
        agreed = any(soften_initial(found) in row.names["ko"] for found in read)
        yield row.names["ko"][0], "|".join(sorted(read)), row.names["zh-Hant"][0], agreed


def _romanised(rows: list[Row]) -> Iterator[tuple[str, str, str, bool]]:
    for row in rows:
        ours, theirs = korea.romanised(row)[:1], row.names["en"]
        stems = {name.removesuffix(ending) for name in theirs for ending in ("-si", "-gu", "-gun")}
        if ours:
            agreed = ours[0].rsplit("-", 1)[0] in stems
            yield row.names["ko"][0], ours[0], theirs[0], agreed


def japanese() -> Check:
    """Our transcription of Japanese city names against the Korean names of GeoNames."""
    return _check("Japanese transcription against GeoNames", _japanese())


def _japanese() -> Iterator[tuple[str, str, str, bool]]:
    for city in cities():
        listed = [name.replace(" ", "") for name in city.hangul if name.endswith(" 시")]
        if city.country == "JP" and listed:
            ours = world.transcribed(city)
            yield city.name, ours, listed[0], ours in listed


def municipalities(post: Post) -> list[Check]:
    """The kana of the post, written in Hangul and in Latin letters, against GeoNames' names.

    And whether the post still lists former places as parts of what they were merged into.
    """
    return [
        _check("kana in Hangul against GeoNames", _kana(post, "ko")),
        _check("kana in Latin letters against GeoNames", _kana(post, "en")),
        _check("former Japanese places that the post has as parts", _parts(post)),
    ]


def _kana(post: Post, language: str) -> Iterator[tuple[str, str, str, bool]]:
    units = {(unit.prefecture, unit.name): unit for unit in post.municipalities}
    for city in cities(_TOWNS):
        if city.country != "JP" or not city.region.isdigit():
            continue
        prefecture = world.REGIONS_OF_JAPAN[int(city.region) - 1]
        unit = next((u for n in city.han if (u := units.get((prefecture, n)))), None)
        if unit and language == "en":
            ours = hepburn(unit.kana, unit.stem)
            theirs = world.romaji(city).lower().replace("-", "").replace("'", "")
            yield unit.name, "|".join(ours), theirs, theirs in ours
        listed = [name.replace(" ", "") for name in city.hangul if name.endswith(" 시")]
        if unit and language == "ko" and unit.unit == "市" and listed:
            written = hangul(unit.kana, unit.stem) + "시"
            yield unit.name, written, listed[0], written in listed


def _parts(post: Post) -> Iterator[tuple[str, str, str, bool]]:
    codes = {(unit.prefecture, unit.name): unit.code for unit in post.municipalities}
    for row in table("former_japan"):
        code = codes[row["prefecture"], row["successor"]]
        yield row["name"], row["successor"], code, post.has_part(code, row["name"][:-1])
