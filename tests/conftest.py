"""What many tests share: the default index with its real encoder, and the service over it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from fastapi.testclient import TestClient

from corpus import __file__ as corpus_file
from index.build import build
from index.export import cached_encoder
from index.model import UnusableIndex
from index.progress import make_progress
from index.search import open_index
from service.app import create_app
from service.catalogue import Catalogue
from service.settings import PREFIX, Settings

# How long anything takes is told by benchmarks and never by a test.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
PAGES = Path(corpus_file).parent / "pages"
# "Last year" is asked as of this day, whenever the tests run.
TODAY = date(2026, 11, 22)
# Kept between runs, so that only what has changed is embedded again.
_KEPT = ROOT / "var" / "test-index"
_PATIENCE = 600.0


@pytest.fixture(scope="session")
def default_index() -> Path:
    """The index of the pages that Gyoryu comes with."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            build(PAGES, _KEPT, progress=make_progress())
            return _KEPT
        except UnusableIndex as error:
            if "another build" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(1)


@pytest.fixture(scope="session", autouse=True)
def own_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A database of the tests, for every service that names no other."""
    path = tmp_path_factory.mktemp("database") / "gyoryu.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(f"{PREFIX}DATABASE", f"sqlite:///{path}")
        yield


@pytest.fixture(scope="session")
def encoder_folder() -> Path:
    """The default encoder, exported once into the user's cache."""
    return cached_encoder("default", print)


@pytest.fixture(scope="session")
def settings(default_index: Path, own_database: None) -> Settings:
    """Settings for the default index on a fixed day."""
    return Settings(index=default_index, today=TODAY)


@pytest.fixture(scope="session")
def catalogue(settings: Settings) -> Catalogue:
    """The default index, opened."""
    return Catalogue(open_index(settings.index))


@pytest.fixture(scope="session")
def client(settings: Settings, catalogue: Catalogue) -> Iterator[TestClient]:
    """The real app over the default index; faults come as responses."""
    app = create_app(settings, catalogue.index)
    with TestClient(app, raise_server_exceptions=False) as running:
        yield running
