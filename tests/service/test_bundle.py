"""The widget's one file: small, the same each time, and made only of what it should be."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service import bundle
from service.bundle import LANGUAGES, SOURCES, BundleError, load_words, widget

MOST_BYTES = 20_000
_SLOT = re.compile(r"\{\w+\}")


def flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def test_the_script_is_small() -> None:
    made = widget()
    assert len(made.zipped) <= MOST_BYTES
    assert gzip.decompress(made.zipped) == made.script


def test_it_is_the_same_each_time() -> None:
    first = widget()
    widget.cache_clear()
    assert widget() == first


def test_no_module_is_left_out_and_none_is_left_as_one() -> None:
    script = widget().script.decode()
    assert not re.search(r"\b(import|export)\b", script.replace("exports", ""))
    for path in SOURCES.glob("*.js"):
        names = re.findall(
            r"^export (?:async )?(?:function|class|const) (\w+)", path.read_text(), re.M
        )
        for name in names:
            assert re.search(rf"(function|class|const) {name}\b", script), f"{path.name}: {name}"


@pytest.mark.parametrize(
    "forbidden",
    [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "http://",
        'setAttribute("style"',
        "cookie",
    ],
)
def test_what_a_strict_site_would_refuse_is_not_in_it(forbidden: str) -> None:
    script = widget().script.decode().replace("http://www.w3.org/2000/svg", "")
    assert forbidden not in script


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language: str) -> None:
    words = load_words()
    ours, english = dict(flat(words[language])), dict(flat(words["en"]))
    assert ours.keys() == english.keys()
    for key, text in ours.items():
        assert text.strip()
        assert sorted(_SLOT.findall(text)) == sorted(_SLOT.findall(english[key])), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_used_and_every_key_exists(language: str) -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.js"))
    for key, _ in flat(load_words()[language]):
        group, _, name = key.rpartition(".")
        built = f"`{group}.${{" in sources
        assert built or f'"{key}"' in sources, f"{key} is said nowhere"
        assert name


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('import x from "./dom.js";', "main.js:1: write import"),
        ("export default 5;", "main.js:1: export only"),
        ('import { gone } from "./gone.js";', "gone.js: no such module"),
        ('import { make } from "./other.js";\nfunction make() {}', "make is declared in"),
    ],
)
def test_a_source_that_cannot_be_put_together_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, reason: str
) -> None:
    (tmp_path / "main.js").write_text(line)
    (tmp_path / "other.js").write_text("export function make() {}")
    (tmp_path / "widget.css").write_text("p { margin: 0 }")
    monkeypatch.setattr(bundle, "SOURCES", tmp_path)
    widget.cache_clear()
    with pytest.raises(BundleError, match=re.escape(reason)):
        widget()
    monkeypatch.undo()
    widget.cache_clear()
