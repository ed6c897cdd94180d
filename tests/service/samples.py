"""Page text that several tests read, and the catalogue of pages that a test writes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from index.build import build
from index.progress import Silent
from index.search import open_index
from service.catalogue import Catalogue

# A page on which there is nothing to find.
SOUND = """---
url: https://www.seocho.go.kr/china
publisher: 서초구청
updated: 2024-08-08
department: 행정지원과
---
# 서초구의 우호도시

## 중국 하남성 허비시

- 결연일 : 2016년 10월 13일
- 결연명칭 : 서초구 - 허비시 우호도시 협정서
- 면적 : 2,182㎢
- 인구 : 약 163만명 (2018년)

### 교류내용

- 허비시 대표단(6명) 서초구 방문 (2018년 11월)
"""


def write_pages(folder: Path, pages: Mapping[str, str]) -> Path:
    """The folder ``pages`` in ``folder``, with the text of each page under its file's name."""
    target = folder / "pages"
    target.mkdir()
    for name, text in pages.items():
        (target / name).write_text(text, encoding="utf-8")
    return target


def catalogue_of(folder: Path, pages: Mapping[str, str]) -> Catalogue:
    """The catalogue of ``pages``, written and built in ``folder``."""
    build(write_pages(folder, pages), folder / "index", progress=Silent())
    return Catalogue(open_index(folder / "index"))
