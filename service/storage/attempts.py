"""Lock-out: after some failed sign-ins in a row none is tried for a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from service.storage.accounts import digest
from service.storage.tables import Attempt

# Failures in a row that lock an account, and a client whatever names it tries; a town hall may
# have one address for all its people.
MOST_BY_NAME, MOST_BY_CLIENT = 5, 20
LOCKED = timedelta(minutes=15)


def key_of(kind: str, value: str) -> str:
    """What attempts are counted by: a name or an address, told by its digest only."""
    return digest(f"{kind}:{value}")


def claim_attempt(session: Session, key: str, most: int) -> datetime | None:
    """Count one attempt, as failed until ``clear_attempts``; until when none may be made, if so.

    Counted before the password is looked at, so that many at once gain nothing.
    """
    now = datetime.now(UTC)
    row = _row(session, key, now)
    if row.locked_until is not None and row.locked_until > now:
        return row.locked_until
    if row.locked_until is not None or row.last < now - LOCKED:
        row.failures, row.locked_until = 0, None
    row.failures, row.last = row.failures + 1, now
    if row.failures >= most:
        row.locked_until = now + LOCKED
    return None


def clear_attempts(session: Session, *keys: str) -> None:
    """Forget the failures: somebody signed in."""
    session.execute(delete(Attempt).where(Attempt.key.in_(keys)))


def _row(session: Session, key: str, now: datetime) -> Attempt:
    """The row of ``key``, held until the session ends."""
    row = session.get(Attempt, key, with_for_update=True)
    if row is not None:
        return row
    try:
        with session.begin_nested():
            session.add(Attempt(key=key, failures=0, last=now, locked_until=None))
    except IntegrityError:
        session.expire_all()
    return session.get_one(Attempt, key, with_for_update=True)
