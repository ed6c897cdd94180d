"""One small index of real parts for the whole session; tests that write work on their own copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index import centring, inputs
from index.build import build
from index.encoder import OnnxEncoder, load_encoder
from index.progress import Silent
from index.search import Index, open_index

PAGES = {
    "seocho.md": """---
publisher: 서울특별시 서초구
---

# 중국 자매도시

## 중국 청도시 노산구

- 결연일 : 1998년 8월 3일
- 면적 : 395.79㎢
- 노산구 대표단 서초구 방문 (1998년)

## 중국 상해시 홍구구

- 결연일 : 1999년 10월 21일
- 홍구구 대표단(6명) 서초구 친선방문 (2000년 7월 10일)
""",
    "changning.md": """---
publisher: Changning District, Shanghai
---

# Gangseo District, Seoul, Korea

## Relationship Establishment

The Letter of Intent on Friendly Communication was concluded by Changning District and Gangseo
District on August 29, 2007.

## Communication Status

On December 12, 2010, six citizens of Changning District came to Gangseo District for a visit.
""",
    "wenling.md": """---
publisher: 温岭市人民政府
---

# 友好城市

## 韩国大田广域市西区

温岭市与大田西区于2006年12月签订友好城市协议。

2020年4月，西区收到温岭捐赠的口罩。
""",
}


def write_pages(folder: Path) -> Path:
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def unmoved(code: Path) -> Iterator[None]:
    """Editing code while tests run changes no digest, and few neutral texts make for fast means."""
    neutral_texts = centring.neutral_texts
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inputs, "_ROOTS", (code,))
        patch.setattr(centring, "neutral_texts", lambda language: neutral_texts(language)[:4])
        yield


@pytest.fixture(scope="session")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What builds take for the code of Gyoryu."""
    return tmp_path_factory.mktemp("code")


@pytest.fixture
def pages(tmp_path: Path, code: Path) -> Iterator[Path]:
    """A folder of pages, the ones that ``built`` was made of."""
    with unmoved(code):
        yield write_pages(tmp_path / "pages")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, code: Path) -> Path:
    """An index that must not be written to."""
    folder = tmp_path_factory.mktemp("built")
    with unmoved(code):
        build(write_pages(folder / "pages"), folder / "index", progress=Silent())
    return folder / "index"


@pytest.fixture
def target(built: Path, tmp_path: Path) -> Path:
    """The same index in a folder of its own. Replace its files, never write into them: they are
    hard links, so that a copy costs nothing."""
    return Path(shutil.copytree(built, tmp_path / "index", copy_function=_link))


@pytest.fixture(scope="session")
def encoder(encoder_folder: Path) -> OnnxEncoder:
    """The default encoder."""
    return load_encoder(encoder_folder, threads=2)


@pytest.fixture(scope="session")
def index(built: Path) -> Index:
    return open_index(built)


def _link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)
