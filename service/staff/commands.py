"""``gyoryu staff``: the accounts of those who may open the staff console."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.orm import Session


@click.group()
def staff() -> None:
    """Add, list and remove the accounts of the staff console."""


@staff.command()
@click.argument("name")
def add(name: str) -> None:
    """Make an account for NAME; its password is asked for, or read from standard input."""
    from service.staff.passwords import hash_password
    from service.storage.accounts import add_account

    with _writing() as session:
        kept = add_account(session, name, hash_password(_ask_password()))
    click.echo(f"{kept} can sign in at /staff")


@staff.command()
@click.argument("name")
def password(name: str) -> None:
    """Give NAME a new password; every browser of that account is signed out."""
    from service.staff.passwords import hash_password
    from service.storage.accounts import set_password

    with _writing() as session:
        set_password(session, name, hash_password(_ask_password()))
    click.echo(f"{name} has a new password and is signed out everywhere")


@staff.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove the account of NAME and sign it out everywhere."""
    from service.storage.accounts import remove_account

    with _writing() as session:
        remove_account(session, name)
    click.echo(f"{name} is removed")


@staff.command("list")
def list_() -> None:
    """Name every account."""
    from service.storage.accounts import account_names

    with _writing() as session:
        names = account_names(session)
    click.echo("\n".join(names) if names else "no accounts; `gyoryu staff add NAME` makes one")


@contextmanager
def _writing() -> Iterator[Session]:
    """A session on the database that the settings name."""
    from service.settings import load_settings
    from service.storage.database import open_database

    database = open_database(load_settings().database)
    try:
        with database.writing() as session:
            yield session
    finally:
        database.close()


def _ask_password() -> str:
    """Asked twice on a terminal, without showing it; elsewhere the first line that comes in."""
    if sys.stdin.isatty():
        asked: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return asked
    return sys.stdin.readline().rstrip("\r\n")
