"""The tables of the database. A change here needs a migration in ``migrations/versions``."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, ForeignKey, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

# Constraints have names, so that a migration can change them on any database.
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
# Characters of an id or a digest in hex, of a name, of a language tag or status, of an ISO date.
ID, DIGEST, NAME, TAG, DAY = 32, 64, 80, 32, 10


class Instant(TypeDecorator[datetime]):
    """A moment, always in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The moment as it is written; raises ValueError for one without a zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The moment as it is read, in UTC."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class Table(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(naming_convention=_NAMES)


class Account(Table):
    """Someone of the staff; ``name`` is folded, ``password`` an Argon2 hash."""

    __tablename__ = "accounts"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(NAME), unique=True)
    password: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(Instant)


class SignIn(Table):
    """One browser that is signed in: the SHA-256 of its cookie, and the token of its forms."""

    __tablename__ = "sign_ins"
    digest: Mapped[str] = mapped_column(String(DIGEST), primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    form_token: Mapped[str] = mapped_column(String(DIGEST))
    expires: Mapped[datetime] = mapped_column(Instant, index=True)
    account: Mapped[Account] = relationship(lazy="joined")


class Attempt(Table):
    """Failed sign-ins in a row, by account name or by client; none before ``locked_until``."""

    __tablename__ = "attempts"
    key: Mapped[str] = mapped_column(String(DIGEST), primary_key=True)
    failures: Mapped[int]
    last: Mapped[datetime] = mapped_column(Instant, index=True)
    locked_until: Mapped[datetime | None] = mapped_column(Instant)


class Asked(Table):
    """A citizen's question without personal data, how it was answered, and what became of it.

    ``day`` is the local date it was asked on; ``vector`` its meaning as float32 by ``encoder``.
    """

    __tablename__ = "questions"
    id: Mapped[str] = mapped_column(String(ID), primary_key=True)
    asked: Mapped[datetime] = mapped_column(Instant, index=True)
    day: Mapped[str] = mapped_column(String(DAY), index=True)
    text: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(TAG), index=True)
    language: Mapped[str] = mapped_column(String(TAG))
    district: Mapped[str | None] = mapped_column(String(NAME))
    vector: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    encoder: Mapped[str | None] = mapped_column(String(DIGEST))
    handled: Mapped[datetime | None] = mapped_column(Instant)
    handled_by: Mapped[str | None] = mapped_column(String(NAME))
    note: Mapped[str | None] = mapped_column(Text)
    feedback: Mapped[Feedback | None] = relationship(lazy="joined", passive_deletes=True)


class Feedback(Table):
    """What the asker said of the answer."""

    __tablename__ = "feedback"
    question_id: Mapped[str] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    helpful: Mapped[bool]
    comment: Mapped[str | None] = mapped_column(Text)
    given: Mapped[datetime] = mapped_column(Instant)
