"""Lock-out: after some failed sign-ins in a row none is tried for a while."""

from __future__ import annotations

from collections.abc import Mapping
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


def claim_attempt(session: Session, most: Mapping[str, int]) -> datetime | None:
    """Count one attempt by each key of ``most``, as failed until ``clear_attempts``.

    So many in a row as ``most`` says may fail. Where any of them is locked, nothing is counted, and
    the moment until which is returned: who is locked out locks out neither an account nor a client
    that others share. Counted before the password is looked at, so that many at once gain nothing.
    """
    now = datetime.now(UTC)
    rows = {key: _row(session, key, now) for key in sorted(most)}
    locks = [row.locked_until for row in rows.values() if row.locked_until is not None]
    if locks and max(locks) > now:
        return max(locks)
    for key, row in rows.items():
        _count(row, most[key], now)
    return None


def _count(row: Attempt, most: int, now: datetime) -> None:
    if row.locked_until is not None or row.last < now - LOCKED:
        row.failures, row.locked_until = 0, None
    row.failures, row.last = row.failures + 1, now
    if row.failures >= most:
        row.locked_until = now + LOCKED


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
