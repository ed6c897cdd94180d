"""The manuals and the program agree: settings, commands and options."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest
from pydantic.fields import FieldInfo

from service.cli import cli
from service.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
OPERATORS = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
MANUALS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ALL = "\n".join(path.read_text(encoding="utf-8") for path in MANUALS)


def settings_row(name: str, field: FieldInfo) -> str:
    """The line of the operators' table for a setting."""
    extra = field.json_schema_extra
    shown: Any = extra.get("default") if isinstance(extra, dict) else None
    default = shown or ("none" if field.default is None else f"`{field.default}`")
    return f"| `{PREFIX}{name.upper()}` | {field.description} | {default} |"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_table(name: str) -> None:
    row = settings_row(name, Settings.model_fields[name])
    assert row in OPERATORS, f"docs/operate.md lacks the line\n{row}"


def test_every_documented_setting_exists() -> None:
    named = {name.lower() for name in re.findall(rf"{PREFIX}([A-Z_]+)", ALL)}
    assert named - set(Settings.model_fields) <= {"cache"}


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"\bgyoryu {name}\b", ALL)


def test_every_documented_command_and_option_exists() -> None:
    for name, rest in re.findall(r"(?<![\w/.:-])gyoryu ([a-z]+)\b([^`\n|]*)", ALL):
        assert name in cli.commands, f"gyoryu {name}"
        command = cli.commands[name]
        if isinstance(command, click.Group):
            inner = command.commands.get(rest.split()[0] if rest.split() else "")
            assert inner or command.invoke_without_command, f"gyoryu {name}{rest}"
            command = inner or command
        known = {option for p in command.params for option in p.opts + p.secondary_opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, f"gyoryu {name}{rest}"


@pytest.mark.parametrize("name", cli.commands["staff"].commands)  # type: ignore[attr-defined]
def test_every_command_for_accounts_is_documented(name: str) -> None:
    assert f"gyoryu staff {name}" in OPERATORS


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_and_option_has_help(name: str) -> None:
    command = cli.commands[name]
    assert command.help
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help
