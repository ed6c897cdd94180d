"""Accounts of the staff and the browsers that are signed in to them, in the database."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from service.storage.tables import NAME, Account, Attempt, SignIn

# Bytes of a secret that a browser holds.
_SECRET = 32
# What is known of failed attempts is forgotten after this.
_REMEMBERED = timedelta(days=1)


class AccountError(Exception):
    """An account that cannot be made, changed or removed; the message says why."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is signed in, and the token that the forms of this browser must carry."""

    name: str
    form_token: str


def fold_name(name: str) -> str:
    """A name as accounts are found by; raises AccountError where it is none."""
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    if not folded or len(folded) > NAME or not folded.isprintable() or " " in folded:
        raise AccountError(f"a name has 1 to {NAME} letters, digits or signs, and no spaces")
    return folded


def find_account(session: Session, name: str) -> Account | None:
    """The account of a name."""
    try:
        return session.scalar(select(Account).where(Account.name == fold_name(name)))
    except AccountError:
        return None


def add_account(session: Session, name: str, password: str) -> str:
    """Make an account with a hashed ``password``; the name as it is kept."""
    folded = fold_name(name)
    if find_account(session, folded):
        raise AccountError(f"{folded}: has an account; `gyoryu staff password` changes it")
    session.add(Account(name=folded, password=password, created=datetime.now(UTC)))
    return folded


def set_password(session: Session, name: str, password: str) -> None:
    """Give an account a new hashed ``password``, and sign it out everywhere."""
    account = _existing(session, name)
    account.password = password
    session.execute(delete(SignIn).where(SignIn.account_id == account.id))


def remove_account(session: Session, name: str) -> None:
    """Remove an account, signed out everywhere."""
    session.delete(_existing(session, name))


def account_names(session: Session) -> list[str]:
    """The names of all accounts."""
    return list(session.scalars(select(Account.name).order_by(Account.name)))


def sign_in(session: Session, account: Account, lifetime: timedelta) -> str:
    """Sign a browser in; the secret that its cookie holds, and that is kept nowhere else."""
    secret = secrets.token_urlsafe(_SECRET)
    row = SignIn(
        digest=digest(secret),
        account_id=account.id,
        form_token=secrets.token_urlsafe(_SECRET),
        expires=datetime.now(UTC) + lifetime,
    )
    session.add(row)
    return secret


def find_visitor(session: Session, secret: str) -> Visitor | None:
    """Who is signed in with ``secret``, if anyone still is."""
    row = session.get(SignIn, digest(secret))
    if row is None or row.expires <= datetime.now(UTC):
        return None
    return Visitor(row.account.name, row.form_token)


def sign_out(session: Session, secret: str) -> None:
    """Forget the browser that holds ``secret``."""
    session.execute(delete(SignIn).where(SignIn.digest == digest(secret)))


def forget_sign_ins(session: Session) -> None:
    """Delete what is over: sign-ins, and failed attempts of another day."""
    now = datetime.now(UTC)
    session.execute(delete(SignIn).where(SignIn.expires <= now))
    session.execute(delete(Attempt).where(Attempt.last <= now - _REMEMBERED))


def digest(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a fast digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _existing(session: Session, name: str) -> Account:
    account = find_account(session, name)
    if account is None:
        raise AccountError(f"{name}: no such account; `gyoryu staff list` names them")
    return account
