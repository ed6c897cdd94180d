"""The data files beside the code: read once, never changed."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=32)
def load_toml(name: str) -> dict[str, Any]:
    """The tables of ``corpus/data/NAME``."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
