"""Countries and territories with their names in Unicode CLDR."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel import Locale

from corpus.derivation.rows import LANGUAGES, Names, Row, unique
from corpus.derivation.slugs import ascii_slug, without_marks
from corpus.derivation.tables import names_in, table

# CLDR locales by language; Hong Kong's names differ from Taiwan's.
_LOCALES = {"ko": ("ko",), "zh": ("zh",), "zh-Hant": ("zh_Hant", "zh_Hant_HK"), "en": ("en",)}
# Codes of territories that are no countries here: unions, outlying oceans, pseudo-locales, and
# those the gazetteer has as provinces or cities.
_LEFT_OUT = {
    *("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AQ", "CQ", "HK", "MO", "TW"),
    *("AC", "BV", "CP", "DG", "EA", "HM", "IC", "TA", "TF", "UM", "GS", "IO"),
}


def derive(audited: Iterable[Row]) -> list[Row]:
    """A row for each country; its key is that of the audited row or ``country:CODE``."""
    known = _by_name(audited)
    further = {row["code"]: names_in(row) for row in table("country_names")}
    rows = []
    for code in _codes():
        row = _new_row(code, further.get(code, {}))
        found = next((known[n] for n in row.names["zh"] if n in known), None)
        rows.append(found.with_names(row.names) if found else row)
    return rows


def keys_by_code(rows: Iterable[Row]) -> dict[str, str]:
    """ISO 3166 code to the key of the country's row, as ``derive`` gave them."""
    return dict(zip(_codes(), (row.key for row in rows), strict=True))


def _codes() -> list[str]:
    territories = Locale.parse("en").territories
    return sorted(c for c in territories if re.fullmatch("[A-Z]{2}", c) and c not in _LEFT_OUT)


def _by_name(audited: Iterable[Row]) -> dict[str, Row]:
    return {name: row for row in audited if row.kind == "country" for name in row.names["zh"]}


def _new_row(code: str, further: Names) -> Row:
    cldr = {
        language: unique(Locale.parse(locale).territories[code] for locale in locales)
        for language, locales in _LOCALES.items()
    }
    named = Row(key=f"country:{code}", kind="country", names=further).with_names(
        {language: _variants(cldr[language], language) for language in LANGUAGES}
    )
    slug = ascii_slug(named.names["en"][0])
    return Row(key=named.key, kind="country", names=named.names, slug=slug)


def _variants(names: tuple[str, ...], language: str) -> tuple[str, ...]:
    """CLDR's names, and those people write for them: joined Hangul, ``and``, no accents."""
    if language == "ko":
        return unique(form for name in names for form in (name, name.replace(" ", "")))
    if language != "en":
        return names
    plain = [name.replace("&", "and").replace("St.", "Saint").replace("’", "'") for name in names]
    return unique(form for name in (*names, *plain) for form in (name, without_marks(name)))
