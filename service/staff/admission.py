"""Who may come in: names and passwords checked, failures counted."""

from __future__ import annotations

from datetime import datetime, timedelta

from service.staff.passwords import is_password
from service.storage.accounts import find_account, sign_in
from service.storage.attempts import (
    MOST_BY_CLIENT,
    MOST_BY_NAME,
    claim_attempt,
    clear_attempts,
    key_of,
)
from service.storage.database import Database


class Denied(Exception):
    """A sign-in that failed; ``until`` is set where none may be tried before then."""

    def __init__(self, until: datetime | None = None) -> None:
        super().__init__("locked" if until else "wrong")
        self.until = until


def admit(database: Database, name: str, password: str, client: str, lifetime: timedelta) -> str:
    """The secret of a browser that is signed in now; raises Denied, the same for any reason.

    ``client`` is whose failures are counted together, as ``service.clients`` names it. The
    password is compared outside any transaction: it takes long.
    """
    by_client = key_of("client", client)
    with database.reading() as session:
        account = find_account(session, name)
    by_name = key_of("name", account.name if account else name.strip().casefold())
    with database.writing() as session:
        until = claim_attempt(session, {by_name: MOST_BY_NAME, by_client: MOST_BY_CLIENT})
    if until:
        raise Denied(until)
    if not is_password(password, account.password if account else None) or account is None:
        raise Denied
    with database.writing() as session:
        clear_attempts(session, by_name, by_client)
        return sign_in(session, account, lifetime)
