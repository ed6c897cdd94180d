"""The three layers: imports run one way only, and the lower two know nothing of the service."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("corpus", "index", "service")
MODULES = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_from_service_to_index_to_corpus(path: Path) -> None:
    own = LAYERS.index(path.relative_to(ROOT).parts[0])
    assert not set(imported(path)) & set(LAYERS[own + 1 :])


def test_torch_is_imported_in_one_place() -> None:
    heavy = {"torch", "sentence_transformers", "transformers"}
    importers = {path.name for path in MODULES if heavy & set(imported(path))}
    assert importers == {"original.py"}
