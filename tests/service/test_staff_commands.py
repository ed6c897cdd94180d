"""``gyoryu staff``: accounts by the command line, for the service that runs beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli import cli
from service.storage.database import open_database

Run = Callable[..., Result]
PASSWORD = "a long enough password\n"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run ``gyoryu staff`` over a database of this test alone."""
    monkeypatch.setenv("GYORYU_DATABASE", f"sqlite:///{tmp_path}/g.db")
    return lambda *args, stdin="": CliRunner().invoke(cli, ["staff", *args], input=stdin)


def test_an_account_from_its_making_to_its_end(run: Run) -> None:
    assert "no accounts" in run("list").output
    assert "kim can sign in" in run("add", "Kim", stdin=PASSWORD).output
    assert run("add", "lee", stdin=PASSWORD).exit_code == 0
    assert run("list").output == "kim\nlee\n"
    assert "signed out everywhere" in run("password", "kim", stdin=PASSWORD).output
    assert run("remove", "kim").exit_code == 0
    assert run("list").output == "lee\n"


@pytest.mark.parametrize(
    ("args", "stdin", "told"),
    [
        (["add", "kim"], "short\n", "12 to 256 characters"),
        (["add", "kim"], "", "12 to 256 characters"),
        (["add", "a b"], PASSWORD, "no spaces"),
        (["add", "lee"], PASSWORD, "gyoryu staff password"),
        (["password", "kim"], PASSWORD, "no such account"),
        (["remove", "kim"], "", "gyoryu staff list"),
        (["add"], "", "NAME"),
    ],
)
def test_one_line_says_what_is_wrong(run: Run, args: list[str], stdin: str, told: str) -> None:
    run("add", "lee", stdin=PASSWORD)
    result = run(*args, stdin=stdin)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
    assert run("list").output == "lee\n"


def test_a_database_that_cannot_be_used(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GYORYU_DATABASE", "mysql://root:secret@localhost/x")
    result = run("list")
    assert result.exit_code == 2
    assert "SQLite and PostgreSQL" in result.stderr
    assert "secret" not in result.stderr


def test_no_password_is_kept(run: Run, tmp_path: Path) -> None:
    run("add", "kim", stdin=PASSWORD)
    open_database(f"sqlite:///{tmp_path}/g.db").close()
    assert PASSWORD.strip().encode() not in (tmp_path / "g.db").read_bytes()
