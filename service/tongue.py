"""The language to greet a visitor in, from what the browser says."""

from __future__ import annotations

from service.bundle import LANGUAGES

DEFAULT = "en"
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


def choose_language(wanted: str | None, accepted: str) -> str:
    """``wanted`` if it is one of ours, else the best of an ``Accept-Language`` header."""
    if wanted in LANGUAGES:
        return str(wanted)
    matches = (match_tag(tag) for tag in _by_quality(accepted))
    return next((language for language in matches if language), DEFAULT)


def match_tag(tag: str) -> str | None:
    """Ours for a language tag: ``zh-TW`` is ``zh-Hant``, ``ko-KR`` is ``ko``."""
    language, *rest = tag.lower().split("-")
    if language == "zh":
        return "zh-Hant" if _TRADITIONAL & set(rest) else "zh-Hans"
    return language if language in LANGUAGES else None


def _by_quality(accepted: str) -> list[str]:
    """The tags of the header, the most wanted first; those with quality 0 are not wanted."""
    weighed = []
    for part in accepted.split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weighed.append((float(quality or 1), tag))
        except ValueError:
            continue
    return [tag for quality, tag in sorted(weighed, key=lambda pair: -pair[0]) if quality > 0]
