"""The languages of the console: which one a browser wants."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import Request

from service.wording import Voice

COOKIE = "gyoryu_staff_language"
# Each by the name it has in itself.
TONGUES = {"ko": "한국어", "zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}
_VOICES = {
    "ko": Voice("ko"),
    "zh-Hans": Voice("zh"),
    "zh-Hant": Voice("zh", traditional=True),
    "en": Voice("en"),
}
_TRADITIONAL = frozenset({"zh-hant", "zh-tw", "zh-hk", "zh-mo"})


def tongue_of(request: Request) -> str:
    """The language chosen by hand, or the first of the browser's that the console speaks."""
    chosen = request.cookies.get(COOKIE)
    if chosen in TONGUES:
        return chosen
    wanted = _accepted(request.headers.get("accept-language", ""))
    return next((t for tag in wanted if (t := _tongue(tag))), "en")


def voice_of(tongue: str) -> Voice:
    """How a reader of ``tongue`` is spoken to."""
    return _VOICES[tongue]


def html_tag(voice: Voice) -> str:
    """The language tag of what ``voice`` says; simplified Chinese says so."""
    return "zh-Hans" if voice.tag == "zh" else voice.tag


def _accepted(header: str) -> Iterator[str]:
    """The tags of an Accept-Language header, most wanted first; what is malformed comes last."""
    weighed: list[tuple[float, str]] = []
    for part in header.split(",")[:20]:
        tag, _, weight = part.partition(";")
        try:
            weighed.append((-float(weight.strip().removeprefix("q=") or 1), tag.strip().lower()))
        except ValueError:
            weighed.append((0.0, tag.strip().lower()))
    yield from (tag for _, tag in sorted(weighed, key=lambda item: item[0]))


def _tongue(tag: str) -> str | None:
    if tag.split("-")[0] == "zh":
        traditional = any(tag == t or tag.startswith(f"{t}-") for t in _TRADITIONAL)
        return "zh-Hant" if traditional else "zh-Hans"
    primary = tag.split("-")[0]
    return primary if primary in TONGUES else None
