"""Embedding is measured beside sentence-transformers where that is installed, else refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.progress import Silent
from service.load_bench import BenchError
from service.reports import show_side
from service.settings import Settings
from service.side import bench
from service.side.bench import measure_side


def test_both_sides_embed_with_the_same_weights(settings: Settings) -> None:
    pytest.importorskip("sentence_transformers")

    found = measure_side(settings, 8, 2, Silent())

    assert found.own_per_s > 0
    assert found.plain_per_s > 0
    # Other weights, another prefix or another pooling would part the two.
    assert found.cosine > 0.99
    assert "2 turns of 8 passages" in show_side(found)


def test_without_the_library_a_line_says_what_to_install(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "find_spec", lambda _: None)

    with pytest.raises(
        BenchError, match=r"sentence_transformers is not installed.*gyoryu\[build\]"
    ):
        measure_side(settings, 8, 1, Silent())


def test_a_model_that_the_index_is_not_of_is_refused(settings: Settings, tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    (tmp_path / "modules.json").write_text("[]", encoding="utf-8")
    other = settings.model_copy(update={"model": str(tmp_path)})

    with pytest.raises(BenchError, match="--model"):
        measure_side(other, 8, 1, Silent())
