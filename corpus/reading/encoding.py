"""Bytes to text: the encoding a page declares, or else the one under which it reads best."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from corpus.wordlists import load_toml

_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
_META_WITHIN = 8192
# Encodings that name less than the pages which declare them hold, by the name Python gives them.
_WIDER = {"euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "ascii": "cp1252"}
_WIDER |= {"iso8859-1": "cp1252", "big5": "big5hkscs", "utf-16": "utf-8"}
_GUESSES = ("cp949", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
# Valid UTF-8 with letters beyond ASCII is seldom anything else; a declaration is right more often
# than not. Both only tip a balance that the letters decide.
_TRUST = {"utf-8": 0.3, "declared": 0.15}
_SAMPLE = 20_000
# Korean does not mix Hangul and Han inside a word, and Chinese has no spaces between its words.
_MIXED = re.compile("[가-힣](?=[一-鿿])|[一-鿿](?=[가-힣])|[一-鿿](?= [一-鿿])")
_LEAST_SCORE = 0.2
_DAMAGE = 0.001


def decode(data: bytes, declared: str | None = None) -> str | None:
    """The text of ``data``, or None where no encoding makes sense of it."""
    for bom, name in _BOMS.items():
        if data.startswith(bom):
            return _try(data, name)
    if data.isascii() and b"\0" not in data:
        return data.decode("ascii")
    return _best(data, _canonical(declared)) or _mended(data, _canonical(declared))


def declared_charset(data: bytes) -> str | None:
    """The charset that a ``<meta>`` element at the start of an HTML page names."""
    match = _META.search(data[:_META_WITHIN])
    return match[1].decode("ascii", "replace") if match else None


def is_binary(text: str) -> bool:
    """Whether ``text`` is no text at all: it has NULs, or many control characters."""
    controls = sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return "\0" in text or controls > 2 + len(text) // 1000


def score(text: str) -> float:
    """From -1 to 1, how much the letters of ``text`` beyond ASCII look like those of real text."""
    sample = text[:_SAMPLE]
    beyond = [character for character in sample if character > "\x7f"]
    beyond = beyond or [character for character in text if character > "\x7f"][:_SAMPLE]
    strange = sum(1 for _ in _MIXED.finditer(sample))
    return (sum(map(_weight, beyond)) - strange) / len(beyond) if beyond else 0.5


def _best(data: bytes, declared: str | None) -> str | None:
    """The best reading without an error in it, if that is a likely one."""
    ranked: list[tuple[float, str]] = []
    for name in dict.fromkeys((*((declared,) if declared else ()), "utf-8", *_GUESSES)):
        text = _try(data, name)
        if text is not None and not is_binary(text) and not _is_strewn(text, name):
            trust = _TRUST.get(name, 0.0) + (_TRUST["declared"] if name == declared else 0.0)
            ranked.append((score(text) + trust, text))
    likely = [item for item in ranked if item[0] >= _LEAST_SCORE]
    return max(likely, key=lambda item: item[0])[1] if likely else None


def _is_strewn(text: str, name: str) -> bool:
    """Whether a reading as Western text, which any bytes give, has too few plain letters."""
    beyond = sum(1 for character in text[:_SAMPLE] if character > "\x7f")
    return name == "cp1252" and 3 * beyond > len(text[:_SAMPLE])


def _mended(data: bytes, declared: str | None) -> str | None:
    """A reading in which no more than one character in a thousand is broken."""
    for name in (declared, "utf-8"):
        text = data.decode(name, "replace") if name else ""
        damage = text.count("\ufffd")
        if damage and damage <= len(text) * _DAMAGE and not is_binary(text):
            return text
    return None


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _canonical(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name)


@lru_cache(maxsize=32768)
def _weight(character: str) -> float:
    """What one letter says for a reading: common letters for it, strays against it."""
    if character in _common():
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.4 if _fits(character, "gb2312") or _fits(character, "big5") else 0.1
    if "\uac00" <= character <= "\ud7a3":
        return 0.4 if _fits(character, "euc_kr") else -0.1
    if "\u2010" <= character <= "\u2027" or "\u3000" <= character <= "\u3011":
        return 0.5
    if "\ue000" <= character <= "\uf8ff" or "\x80" <= character <= "\x9f" or character == "\ufffd":
        return -1.0
    return 0.3 if character <= "\u024f" or "\uff01" <= character <= "\uff5e" else 0.1


def _fits(character: str, encoding: str) -> bool:
    try:
        return bool(character.encode(encoding))
    except UnicodeError:
        return False


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    letters = load_toml("common_letters.toml")
    return frozenset("".join(letters[name] for name in ("hangul", "han", "traditional")))
