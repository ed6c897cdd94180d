"""States, provinces and prefectures of other countries, with their names in Unicode CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from corpus.derivation.han import converter, transliterated
from corpus.derivation.rows import Row, unique
from corpus.derivation.slugs import ascii_slug, without_marks
from corpus.derivation.sources import CLDR, Sources
from corpus.derivation.tables import table

_PATH = "./usr/share/unicode/cldr/common/subdivisions/{}.xml"
# English words that say what a unit is, where its bare name is also that of a city.
_WORDS = {
    **dict.fromkeys(("us", "de", "in", "br", "mx"), "State"),
    **dict.fromkeys(("vn", "mn", "kp", "ph", "th", "id", "kh", "ca"), "Province"),
    **dict.fromkeys(("kz", "uz"), "Region"),
    "jp": "Prefecture",
}
# Korean endings of islands and island groups that are listed beside the provinces on them.
_ISLANDS = ("섬", "제도")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def derive(
    sources: Sources, countries: Mapping[str, str], audited: Iterable[Row]
) -> dict[str, Row]:
    """CLDR code to row, for the units of the countries whose ``subdivisions`` are wanted."""
    wanted = [row["code"].lower() for row in table("world_countries") if row["subdivisions"]]
    korean, chinese, english = (_read(sources, language) for language in ("ko", "zh", "en"))
    known = [row for row in audited if row.kind in ("province", "city")]
    rows = {}
    for code in sorted(korean.keys() & chinese.keys() & english.keys()):
        country = code[:2]
        if (
            country not in wanted
            or not _HAN.fullmatch(chinese[code])
            or korean[code].endswith(_ISLANDS)
        ):
            continue
        parent = countries[country.upper()]
        row = _row(code, parent, korean[code], chinese[code], english[code])
        found = next((k for k in known if k.parent == parent and _same(k, row)), None)
        rows[code] = found or row
    return rows


def _read(sources: Sources, language: str) -> dict[str, str]:
    tree = ElementTree.fromstring(sources.deb_member(CLDR, _PATH.format(language)))
    return {
        str(entry.get("type")): entry.text or ""
        for entry in tree.iter("subdivision")
        if entry.get("alt") is None
    }


def _same(known: Row, row: Row) -> bool:
    """Whether an audited place is the unit: a city that has only its English name is not."""
    if set(known.names["zh"]) & set(row.names["zh"]):
        return True
    return known.kind == "province" and bool(set(known.names["en"]) & set(row.names["en"]))


def _row(code: str, parent: str, korean: str, chinese: str, english: str) -> Row:
    simplified = converter("t2s").convert(converter("jp2t").convert(chinese))
    traditional = (transliterated(simplified),)
    word = _WORDS.get(code[:2], "")
    full = f"{english} {word}" if word else english
    names = {
        "ko": (korean.replace(" ", ""),),
        "zh": (simplified,),
        "zh-Hant": traditional,
        "en": unique((english, without_marks(english), full, without_marks(full))),
    }
    return Row(f"cldr:{code}", "province", names, parent, ascii_slug(english))
