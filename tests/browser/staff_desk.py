"""A console to look at: an account, and questions of the last weeks with their feedback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import get_args
from uuid import UUID

from playwright.sync_api import Page

from service.model import Status
from service.staff.passwords import hash_password
from service.storage.accounts import add_account
from service.storage.database import Database, open_database
from service.storage.questions import UNANSWERED, give_feedback
from service.storage.tables import Asked

NAME, PASSWORD = "mina.kim", "a long walk by the river"
# Every kind of page behind the sign-in.
PAGES = {
    "search": "/staff",
    "timeline": "/staff/timeline",
    "ties": "/staff/ties",
    "picture": "/staff/picture",
    "exchange": "/staff/exchanges/changning-gangseo@0",
    "briefing": "/staff/briefing/hebi--seocho",
    "questions": "/staff/questions",
    "groups": "/staff/questions/groups",
}
_ALIKE = Path(__file__).parents[1] / "service" / "staff" / "alike.json"
_DAYS = 30


@contextmanager
def furnished(address: str) -> Iterator[Database]:
    """The database at ``address`` with an account and questions that a seed gives."""
    database = open_database(address)
    with database.writing() as session:
        add_account(session, NAME, hash_password(PASSWORD))
        chance = Random(7)
        texts = [text for texts in json.loads(_ALIKE.read_text("utf-8")) for text in texts]
        for number, text in enumerate(texts * 3):
            session.add(_asked(text, number < len(texts), chance))
        session.flush()
        for row in session.query(Asked).order_by(Asked.id).limit(20):
            comment = (
                "02번 항목의 연락처를 ⟦phone⟧로 바꿔 주세요" if chance.random() < 0.3 else None
            )
            give_feedback(session, row.id, chance.random() < 0.6, comment)
    yield database
    database.close()


def sign_in(page: Page, origin: str) -> None:
    """Sign in as the account of ``furnished``."""
    page.goto(f"{origin}/staff")
    page.locator("#name").fill(NAME)
    page.locator("#password").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/staff")


def _asked(text: str, unanswered: bool, chance: Random) -> Asked:
    moment = datetime.now(UTC) - timedelta(days=chance.random() * _DAYS)
    hangul, han = any("가" <= c <= "힣" for c in text), any("一" <= c <= "鿿" for c in text)
    answered = [s for s in get_args(Status) if s not in UNANSWERED]
    return Asked(
        id=UUID(int=chance.getrandbits(128)).hex,
        asked=moment,
        day=moment.astimezone().date().isoformat(),
        text=text,
        status=chance.choice(UNANSWERED if unanswered else ["answered"] * 8 + answered),
        language="ko" if hangul else "zh" if han else "en",
    )
