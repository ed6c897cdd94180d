"""How an answer came about, as people read it on a terminal, in the asker's language."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from pydantic import JsonValue

from corpus.wordlists import load_toml
from service.considered import SORTS, ConsideredView, Sort
from service.explanation import ExplainedAnswer, Explanation
from service.tables import one_line, shorten, width
from service.wording import Voice, has_words

# Parts of a question that only repeat how it was written.
_PLAIN = frozenset({"text", "bare"})
# Columns of a quote and of the label above it.
_QUOTE, _LABEL = 92, 72


def show_explanation(answer: ExplainedAnswer) -> str:
    """Every part of an explanation under its title."""
    voice = _voice(answer.language)
    explanation = answer.explanation
    sections = [
        ("question", _question(explanation.question, voice)),
        ("steps", _steps(explanation, voice)),
        *((sort, _considered(explanation, sort, voice)) for sort in SORTS),
        ("time", _took(explanation, voice)),
    ]
    return "\n\n".join(
        "\n".join([_title(name, explanation, voice), *(f"  {line}" for line in lines)])
        for name, lines in ((name, list(lines)) for name, lines in sections)
        if lines
    )


def _voice(tag: str) -> Voice:
    """The voice that spoke in the language of ``tag``."""
    voices = [Voice("ko"), Voice("en"), Voice("zh"), Voice("zh", traditional=True)]
    return next(voice for voice in voices if voice.tag == tag)


def _title(name: str, explanation: Explanation, voice: Voice) -> str:
    title = voice.say(f"explain.titles.{name}")
    if name not in SORTS:
        return title
    shown = sum(view.sort == name for view in explanation.considered)
    found = next(count for sort, count in explanation.found.items() if sort == name)
    return f"{title} · {voice.say('explain.say.of', shown=shown, found=found)}"


def _question(parts: Mapping[str, JsonValue], voice: Voice) -> Iterator[str]:
    """What was understood, in two columns."""
    rows = [
        (_named(f"explain.parts.{name}", name, voice), _value(name, value, voice))
        for name, value in parts.items()
        if name not in _PLAIN and value != "lookup"
    ]
    widest = max((width(name) for name, _ in rows), default=0)
    return (f"{name}{' ' * (widest - width(name))}  {value}" for name, value in rows)


def _value(name: str, value: JsonValue, voice: Voice) -> str:
    """A part of the question in words."""
    if isinstance(value, list):
        return voice.join(_value(name, member, voice) for member in value)
    if isinstance(value, dict):
        return _structured(value, voice)
    if value is True:
        return voice.say("explain.say.yes")
    if isinstance(value, float):
        return voice.number(value)
    return _word(name, str(value), voice)


def _structured(value: Mapping[str, JsonValue], voice: Voice) -> str:
    """A place by its name, one misspelt with its reading, a period or a condition by its ends."""
    if "written" in value:
        return f"{value['written']} → {_value('place', value['place'], voice)}"
    if "name" in value:
        return str(value["name"])
    if "property" in value:
        signs = "><" if value["strict"] else "≥≤"
        bounds = [
            f"{sign} {voice.number(float(str(bound)))}"
            for sign, bound in zip(signs, (value["least"], value["most"]), strict=True)
            if bound is not None and math.isfinite(float(str(bound)))
        ]
        return f"{voice.label(str(value['property']))} {' '.join(bounds)}"
    parts = value.get("parts")
    if isinstance(parts, list) and parts:
        return voice.join(voice.date(str(part), False) for part in parts)
    edtf = value.get("edtf") or f"{value['first']}/{value['last']}"
    return voice.date(str(edtf), False)


def _word(name: str, value: str, voice: Voice) -> str:
    if name in ("property", "also"):
        return voice.label(value)
    if name == "kinds":
        return voice.characters(str(load_toml("kinds.toml")[value]["names"][voice.language]))
    if name == "stage":
        return voice.say(f"stages.{value}")
    part = f"explain.parts.{value}"
    return _named(part if name == "inherited" else f"explain.values.{value}", value, voice)


def _named(key: str, name: str, voice: Voice) -> str:
    """The words for ``key``; the bare name of what has none yet."""
    return voice.say(key) if has_words(key) else name


def _steps(explanation: Explanation, voice: Voice) -> Iterator[str]:
    names = {s.name: _named(f"explain.steps.{s.name}", s.name, voice) for s in explanation.steps}
    silent = [names[step.name] for step in explanation.steps if step.status is None]
    if silent:
        yield voice.say("explain.say.silent", steps=" · ".join(dict.fromkeys(silent)))
    for step in explanation.steps:
        if step.status:
            yield f"→ {names[step.name]}: {voice.say(f'staff.status.{step.status}')}"
    if explanation.confidence is not None:
        percent = f"{explanation.confidence:.0%}"
        yield voice.say("explain.say.confidence", percent=percent)


def _considered(explanation: Explanation, sort: Sort, voice: Voice) -> Iterator[str]:
    for view in explanation.considered:
        if view.sort == sort:
            yield f"{'✓' if view.used else '✗'} {_headline(view, voice)}"
            yield f"    “{shorten(one_line(view.quote), _QUOTE)}”"


def _headline(view: ConsideredView, voice: Voice) -> str:
    label = shorten(one_line(view.label), _LABEL)
    return " — ".join(filter(None, (label, _fit(view, voice), view.because)))


def _fit(view: ConsideredView, voice: Voice) -> str:
    if view.score is None:
        return ""
    if view.needed is None:
        key = "found_score" if view.sort == "passage" else "score"
        return voice.say(f"explain.say.{key}", score=f"{view.score:.2f}")
    return voice.say("explain.say.needed", score=f"{view.score:.2f}", needed=f"{view.needed:.2f}")


def _took(explanation: Explanation, voice: Voice) -> Iterator[str]:
    for stage, ms in explanation.took_ms.items():
        took = voice.say("explain.say.took", ms=f"{ms:.2f}")
        yield f"{_named(f'explain.stages.{stage}', stage, voice)}: {took}"
