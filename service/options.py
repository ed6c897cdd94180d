"""Options that several commands take, each with one wording."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

PATH = click.Path(path_type=Path)

Command = TypeVar("Command", bound=Callable[..., Any])


def index_option(command: Command) -> Command:
    """``--index``, as ``index``; None leaves it to the settings."""
    help_text = "Folder of the index [default: GYORYU_INDEX or var/index]."
    return click.option("--index", type=PATH, help=help_text)(command)


def json_option(command: Command) -> Command:
    """``--json``, as ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def places_option(command: Command) -> Command:
    """``--places``, as ``places``; None leaves it to the settings."""
    return click.option("--places", type=PATH, help="CSV file of your own places.")(command)


def language_option(command: Command) -> Command:
    """``--language``, as ``language``; None has it detected."""
    choice = click.Choice(["ko", "zh", "en"])
    return click.option("--language", type=choice, help="Instead of the one detected.")(command)


def model_option(command: Command) -> Command:
    """``--model``, as ``model``; None leaves it to the settings."""
    help_text = "`default`, or a sentence-transformers model by name or path."
    return click.option("--model", help=help_text)(command)


def limit_option(command: Command) -> Command:
    """``--limit``, as ``limit``."""
    allowed = click.IntRange(1, 50)
    return click.option("--limit", type=allowed, default=5, help="Passages at most.")(command)


def questions_option(command: Command) -> Command:
    """``--questions``, as ``questions``."""
    allowed = click.IntRange(10, 10000)
    return click.option("--questions", type=allowed, default=120, help="How many to ask.")(command)
