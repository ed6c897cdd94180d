"""The database: SQLite in one file, or PostgreSQL by its URL, brought up to date when opened."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

MIGRATIONS = Path(__file__).parent / "migrations"
# Seconds that a writer waits for another, and between two tries.
_PATIENCE, _PAUSE = 10, 0.05
# Seconds until a PostgreSQL server that cannot be reached is given up, and a connection to a host
# that is gone; libpq itself would wait for minutes, and a citizen waits as long.
_REACHED = 3
# Of all numbers one that nothing else in a PostgreSQL database locks by.
_MIGRATING = 0x677972
# Where alembic notes which migrations were run.
_VERSIONS = "alembic_version"
# Only the owner reads what citizens asked.
_PRIVATE = 0o600
_ADVICE = "see GYORYU_DATABASE in docs/operate.md"


class StorageError(Exception):
    """A database that cannot be used; the message says which and what to do."""


class Database:
    """An open database, safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database and changes nothing."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are on disk when the block ends, or not made at all."""
        engine = self.engine.execution_options(gyoryu_write=True)
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session

    def clear_log(self) -> None:
        """Leave nothing deleted in SQLite's write-ahead log, unless someone is reading it."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(address: str) -> Database:
    """The database at the URL ``address``, made where it is missing, with all migrations run.

    Raises StorageError where it cannot be used.
    """
    url = _url(address)
    shown = url.render_as_string(hide_password=True)
    try:
        engine = _engine(url)
    except ModuleNotFoundError as error:
        raise StorageError(
            f"{shown}: {error.name} is not installed; install Gyoryu with its `postgres` extra"
        ) from error
    except OSError as error:
        raise StorageError(f"{shown}: {error}; {_ADVICE}") from error
    try:
        _migrate(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise StorageError(f"{shown}: {reason}; {_ADVICE}") from error
    except StorageError:
        engine.dispose()
        raise
    return Database(engine)


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StorageError(f"not the URL of a database; {_ADVICE}") from error
    kind = url.get_backend_name()
    if kind in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if kind != "sqlite":
        raise StorageError(f"{kind}: SQLite and PostgreSQL are supported; {_ADVICE}")
    return url


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return _postgres(url)
    if url.database and url.database != ":memory:":
        path = Path(url.database)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch(_PRIVATE)
    engine = create_engine(url, connect_args={"timeout": _PATIENCE}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgres(url: URL) -> Engine:
    """What ``url`` says of timeouts itself wins."""
    timeouts = {"connect_timeout": str(_REACHED), "tcp_user_timeout": str(_REACHED * 1000)}
    url = url.update_query_dict({**timeouts, **url.query})
    return create_engine(url, pool_pre_ping=True, pool_timeout=_PATIENCE, hide_parameters=True)


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Readers beside a writer, what is committed on disk, what is deleted overwritten, and
    transactions as ``begin`` says.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    _write_ahead(cursor)
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: DBAPICursor) -> None:
    """Switch to the write-ahead log; SQLite itself does not wait for others that do so too."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once: one that read first could no longer."""
    writes = connection.get_execution_options().get("gyoryu_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_current(engine: Engine) -> bool:
    """Whether the last migration was run; told without alembic, which takes 0.17 s to import."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_VERSIONS):
            return False
        found = connection.execute(text(f"SELECT version_num FROM {_VERSIONS}")).scalars().all()
    return found == [newest_migration()]


def newest_migration() -> str:
    """The number of the last migration, by which its file is named: ``v0001_first.py``."""
    return max(path.stem[1:5] for path in (MIGRATIONS / "versions").glob("v*.py"))


def _migrate(engine: Engine) -> None:
    """Run what is missing of the migrations; several services may start at once."""
    if _is_current(engine):
        return
    logging.getLogger("alembic").setLevel(logging.WARNING)
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.execution_options(gyoryu_write=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StorageError(
                f"the database was written by a newer Gyoryu ({error}); install that version"
            ) from error
