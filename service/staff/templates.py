"""The pages of the console: Jinja templates, escaped, strict about names that are not there."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from service.privacy import PLACEHOLDER
from service.rendering import make_environment
from service.wording import Voice, has_words

FOLDER = Path(__file__).parent / "templates"


def render(template: str, **values: Any) -> str:
    """The page ``template`` filled with ``values``; ``voice`` is how its reader is spoken to."""
    return _environment().get_template(template).render(**values)


def say(voice: Voice, key: str, **values: object) -> str:
    """A sentence of the console."""
    return voice.say(f"staff.{key}", **values)


def count(voice: Voice, key: str, number: int) -> str:
    """A counted thing, in its singular or plural."""
    return say(voice, f"{key}.{'one' if number == 1 else 'many'}", n=f"{number:,}")


def heading(voice: Voice, column: str) -> str:
    """What a column is called; most are those of exchanges, which everyone may have."""
    own = f"staff.column.{column}"
    return voice.say(own if has_words(own) else f"exchanges.column.{column}")


def in_words(voice: Voice, text: str) -> str:
    """A stored question with the names of what was removed from it, as text."""
    return PLACEHOLDER.sub(lambda match: say(voice, f"placeholder.{match[1]}"), text)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = make_environment(FOLDER)
    environment.globals |= {"t": _say, "n": _count, "heading": _heading}
    environment.filters |= {"words": _in_words, "lit": _lit}
    return environment


@pass_context
def _say(context: Context, key: str, **values: object) -> str:
    return say(context["voice"], key, **values)


@pass_context
def _count(context: Context, key: str, number: int) -> str:
    return count(context["voice"], key, number)


@pass_context
def _heading(context: Context, column: str) -> str:
    return heading(context["voice"], column)


@pass_context
def _in_words(context: Context, text: str) -> Markup:
    """A stored question; what stands in for removed data is marked."""
    voice: Voice = context["voice"]
    done, parts = 0, []
    for match in PLACEHOLDER.finditer(text):
        label = say(voice, f"placeholder.{match[1]}")
        parts += [escape(text[done : match.start()]), Markup("<i>{}</i>").format(label)]
        done = match.end()
    return Markup("").join([*parts, escape(text[done:])])


def _lit(text: str, start: int, end: int) -> Markup:
    """``text`` with the characters from ``start`` to ``end`` highlighted."""
    return Markup("{}<mark>{}</mark>{}").format(text[:start], text[start:end], text[end:])
