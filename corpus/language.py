"""Which language a text is in: script first, function words for mixed text, langdetect last."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from corpus.model import LANGUAGES, Language, Span
from corpus.text import clean, fold_text
from corpus.wordlists import load_toml

HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
LATIN = "A-Za-z\u00c0-\u024f"

_SCRIPTS: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(f"[{HANGUL}]+"),
    "zh": re.compile(f"[{HAN}]+"),
    "en": re.compile(f"[{LATIN}]+"),
}
_WORD = re.compile(f"[{LATIN}]+")
# The part of a block's letters (a Latin word counts as one) from which a language is "on" a page.
PAGE_SHARE = 0.08
# Chinese then English: the last Han character and whatever closes its phrase.
_LAST_HAN = re.compile(f"[{HAN}][^{HAN}{LATIN}\\d]*?(?=[\\s\\d])")
# Korean then English: what closes its last phrase, and how many words of English follow at least.
_CLOSING = re.compile(r"\s*[)）」』》.。]?\s*[/|]?\s*")
_ENGLISH_WORDS = 3
_EN_THEN_HAN = re.compile(f"^[^{HAN}{HANGUL}]*[{LATIN}][^{HAN}{HANGUL}]*\\s(?=[\\d\\s]*[{HAN}])")


def detect_language(text: str) -> Language:
    """The language of a question or sentence; English where there is nothing to tell by."""
    counts = count_letters(clean(text))
    present = [language for language in LANGUAGES if counts[language]]
    if len(present) <= 1:
        return present[0] if present else "en"
    hits = {language: _function_words(text, language) for language in present}
    best = max(hits.values())
    leaders = [language for language in present if hits[language] == best]
    if len(leaders) == 1:
        return leaders[0]
    guess = _ask_langdetect(text, leaders)
    return guess if guess else max(leaders, key=counts.__getitem__)


def count_letters(text: str) -> dict[Language, int]:
    """Hangul letters, Han characters and Latin words of ``text``."""
    runs = {language: pattern.findall(text) for language, pattern in _SCRIPTS.items()}
    return {
        language: len(found) if language == "en" else sum(map(len, found))
        for language, found in runs.items()
    }


def page_languages(text: str) -> tuple[Language, ...]:
    """The languages that make up a real share of ``text``, commonest first."""
    counts = count_letters(text)
    total = sum(counts.values()) or 1
    shares = {language: counts[language] / total for language in LANGUAGES}
    kept = [language for language in LANGUAGES if shares[language] >= PAGE_SHARE]
    return tuple(sorted(kept, key=lambda item: -shares[item]))


def block_language(text: str) -> Language:
    """The language of a piece of page, by script alone: any real share of Hangul is Korean."""
    return "en" if text.isascii() else _block_language(text)


@lru_cache(maxsize=2048)
def _block_language(text: str) -> Language:
    counts = count_letters(text)
    if counts["ko"] and counts["ko"] * 2 >= counts["zh"]:
        return "ko"
    return "zh" if counts["zh"] * 2 > counts["en"] else "en"


def split_languages(text: str) -> list[tuple[Span, Language]]:
    """The runs of a bilingual piece ("中文 English"), or the whole piece in its one language."""
    return list(_split_languages(text))


def split_halves(text: str) -> list[tuple[Span, Language]]:
    """As ``split_languages``, and Korean apart from English that tells the same behind it."""
    border = _korean_border(text)
    if border is None:
        return split_languages(text)
    halves = (_strip(text, Span(0, border)), _strip(text, Span(border, len(text))))
    return [(halves[0], "ko"), (halves[1], "en")]


@lru_cache(maxsize=1024)
def _split_languages(text: str) -> tuple[tuple[Span, Language], ...]:
    border = _border(text)
    if border is None:
        return ((Span(0, len(text)), block_language(text)),) if text.strip() else ()
    halves = (_strip(text, Span(0, border)), _strip(text, Span(border, len(text))))
    return tuple((half, block_language(text[half.start : half.end])) for half in halves)


def _border(text: str) -> int | None:
    """Where Chinese gives way to English or the reverse, if it does so just once."""
    if _SCRIPTS["ko"].search(text) or not _SCRIPTS["zh"].search(text):
        return None
    opening = _EN_THEN_HAN.match(text)
    if opening:
        return opening.end() if not _WORD.search(text[opening.end() :]) else None
    ends = [match.end() for match in _LAST_HAN.finditer(text)]
    tail = text[ends[-1] :] if ends else ""
    return ends[-1] if _is_english(tail) and not _SCRIPTS["zh"].search(tail) else None


def _korean_border(text: str) -> int | None:
    """Where Korean gives way to English that is no mere name: some words, one of grammar."""
    ends = [run.end() for run in _SCRIPTS["ko"].finditer(text)]
    closed = _CLOSING.match(text, ends[-1]) if ends else None
    tail = text[closed.end() :] if closed else ""
    if len(_WORD.findall(tail)) < _ENGLISH_WORDS or _SCRIPTS["zh"].search(tail):
        return None
    return closed.end() if closed and _function_words(tail, "en") else None


def _is_english(text: str) -> bool:
    words = _WORD.findall(text)
    return len(words) >= 2 or (len(words) == 1 and not words[0].isupper() and len(words[0]) > 3)


def _strip(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def _function_words(text: str, language: Language) -> int:
    return len(_function_pattern(language).findall(fold_text(text)))


@lru_cache(maxsize=3)
def _function_pattern(language: Language) -> re.Pattern[str]:
    words = load_toml("language.toml")["function_words"][language]
    choices = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    if language == "en":
        return re.compile(rf"\b(?:{choices})\b")
    if language == "ko":
        return re.compile(f"(?:{choices})(?![{HANGUL}])|(?:언제|어디|누구|무엇|얼마|알려)")
    return re.compile(f"(?:{choices})")


def _ask_langdetect(text: str, candidates: list[Language]) -> Language | None:
    import langdetect
    from langdetect.lang_detect_exception import LangDetectException

    langdetect.DetectorFactory.seed = 0
    try:
        ranked = [item.lang.split("-")[0] for item in langdetect.detect_langs(text)]
    except LangDetectException:
        return None
    return next((cast("Language", item) for item in ranked if item in candidates), None)
