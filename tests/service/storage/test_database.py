"""Opening a database: made, migrated, private, and refused in words where it cannot be used."""

from __future__ import annotations

import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import make_url, text
from sqlalchemy.exc import IntegrityError

from service.storage.database import (
    Database,
    StorageError,
    _engine,
    newest_migration,
    open_database,
)
from service.storage.tables import Account, Table


def test_migrations_lead_to_the_tables_of_the_code(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_the_newest_migration_is_told_by_its_file(database: Database) -> None:
    with database.engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == newest_migration()


def test_opening_again_changes_nothing(database: Database, address: str) -> None:
    with database.writing() as session:
        session.add(Account(name="kim", password="x", created=datetime.now(UTC)))
    again = open_database(address)
    with again.reading() as session:
        assert [account.name for account in session.query(Account)] == ["kim"]
    again.close()


def test_services_may_start_at_once(address: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        for opened in pool.map(open_database, [address] * 4):
            opened.close()


def test_a_failed_block_leaves_nothing(database: Database) -> None:
    account = {"name": "kim", "password": "x", "created": datetime.now(UTC)}
    with pytest.raises(IntegrityError), database.writing() as session:
        session.add_all([Account(**account), Account(**account)])
    with database.reading() as session:
        assert session.query(Account).count() == 0


def test_many_writers_take_turns(database: Database) -> None:
    def write(number: int) -> None:
        with database.writing() as session:
            assert session.query(Account).count() >= 0
            session.add(Account(name=f"a{number}", password="x", created=datetime.now(UTC)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(40)))
    with database.reading() as session:
        assert session.query(Account).count() == 40


def test_moments_keep_their_zone(database: Database) -> None:
    seoul = datetime(2026, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=9)))
    with database.writing() as session:
        session.add(Account(name="kim", password="x", created=seoul))
    with database.reading() as session:
        found = session.query(Account).one().created
    assert found == seoul
    assert found.utcoffset() == timedelta(0)


def test_the_file_is_its_owners_and_written_ahead(tmp_path: Path) -> None:
    opened = open_database(f"sqlite:///{tmp_path}/new/folder/g.db")
    assert stat.S_IMODE((tmp_path / "new/folder/g.db").stat().st_mode) == 0o600
    with opened.reading() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert session.execute(text("PRAGMA synchronous")).scalar() == 2
        assert session.execute(text("PRAGMA secure_delete")).scalar() == 1
    opened.close()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nonsense", "not the URL of a database"),
        ("mysql://u:secret@h/x", "SQLite and PostgreSQL"),
        ("sqlite:////proc/none/x.db", "/proc/none"),
        ("postgresql://u:secret@127.0.0.1:1/x", "127.0.0.1"),
    ],
)
def test_what_cannot_be_used_is_told_without_secrets(url: str, told: str) -> None:
    with pytest.raises(StorageError) as error:
        open_database(url)
    assert told in str(error.value)
    assert "secret" not in str(error.value)


def test_opening_says_nothing_in_the_log(tmp_path: Path) -> None:
    code = (
        "import logging, sys; from service.storage.database import open_database; "
        "logging.basicConfig(level='INFO'); open_database(sys.argv[1]).close()"
    )
    command = [sys.executable, "-c", code, f"sqlite:///{tmp_path}/g.db"]
    opened = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (opened.stdout, opened.stderr) == ("", "")


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a server that takes connections and never says a word, until it closes them."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hold() -> None:
            connection, _ = server.accept()
            with connection:
                done.wait(20)

        thread = threading.Thread(target=hold)
        thread.start()
        yield server.getsockname()[1]
        done.set()
        thread.join()


def test_a_server_that_says_nothing_is_given_up(silent: int) -> None:
    with pytest.raises(StorageError, match="timeout"):
        open_database(f"postgresql://u@127.0.0.1:{silent}/x?sslmode=disable")


@pytest.mark.parametrize(("asked", "kept"), [("", "3"), ("?connect_timeout=60", "60")])
def test_timeouts_of_the_url_win(asked: str, kept: str) -> None:
    engine = _engine(make_url(f"postgresql+psycopg://u@127.0.0.1/x{asked}"))
    options = engine.dialect.create_connect_args(engine.url)[1]
    assert (options["connect_timeout"], options["tcp_user_timeout"]) == (kept, "3000")


def test_a_newer_database_is_not_touched(address: str, database: Database) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match="newer Gyoryu"):
        open_database(address)
