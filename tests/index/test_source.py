from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from index.model import UnusableIndex
from index.source import find_source, prefixes


def test_the_default_comes_from_the_package() -> None:
    source = find_source("default")
    assert source.name == "multilingual-e5-small"
    assert source.packaged
    assert source == find_source("default")


def test_the_digest_of_a_folder_follows_its_content(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    first = find_source(str(folder))
    assert (first.name, first.location, first.packaged) == ("model", str(folder), False)
    (folder / "other.json").write_text("{}")
    second = find_source(str(folder))
    (folder / "other.json").rename(folder / "another.json")
    third = find_source(str(folder))
    assert len({first.digest, second.digest, third.digest}) == 3


@pytest.mark.parametrize("model", ["./no/such", "/no/such", "~/nowhere/at/all", "a b", "", "."])
def test_says_that_a_folder_is_not_there(model: str) -> None:
    with pytest.raises(UnusableIndex, match="no model folder"):
        find_source(model)


class Hub:
    """A stand-in for the hub's download: what it has, online and in its local cache."""

    def __init__(self, online: dict[str, str] | None, local: dict[str, str]) -> None:
        self.online, self.local = online, local
        self.asked: list[tuple[str, str, bool]] = []

    def __call__(self, name: str, file: str, local_files_only: bool) -> str:
        from huggingface_hub.errors import LocalEntryNotFoundError, RemoteEntryNotFoundError

        self.asked.append((name, file, local_files_only))
        if local_files_only or self.online is None:
            if file in self.local:
                return self.local[file]
            raise LocalEntryNotFoundError("not on this disk\nand more lines")
        if file in self.online:
            return self.online[file]
        request = httpx.Request("HEAD", "https://hub.invalid")
        raise RemoteEntryNotFoundError("404", response=httpx.Response(404, request=request))


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Any:
    def use(online: dict[str, str] | None, local: dict[str, str]) -> Hub:
        made = Hub(online, local)
        monkeypatch.setattr("huggingface_hub.hf_hub_download", made)
        return made

    return use


def test_a_hub_model_is_known_by_its_revision(hub: Any) -> None:
    used = hub({"modules.json": "/cache/snapshots/abc/modules.json"}, {})
    source = find_source("some/model")
    assert (source.name, source.location, source.revision) == ("some/model", "some/model", "abc")
    hub({"modules.json": "/cache/snapshots/def/modules.json"}, {})
    assert find_source("some/model").digest != source.digest
    assert ("some/model", "modules.json", False) in used.asked


def test_a_revision_on_disk_needs_no_network(hub: Any) -> None:
    used = hub(None, {"config.json": "/cache/snapshots/abc/config.json"})
    assert find_source("some/model").revision == "abc"
    assert all(local for _, _, local in used.asked)


def test_a_bare_name_is_one_of_sentence_transformers(hub: Any) -> None:
    used = hub({"config.json": "/cache/snapshots/abc/config.json"}, {})
    assert find_source("tiny").location == "sentence-transformers/tiny"
    assert [file for _, file, local in used.asked if not local] == ["modules.json", "config.json"]


def test_without_a_network_says_so_in_one_line(hub: Any) -> None:
    used = hub(None, {})
    with pytest.raises(UnusableIndex, match="some/model is no folder and cannot be") as caught:
        find_source("some/model")
    assert "\n" not in str(caught.value)
    assert sum(not local for _, _, local in used.asked) == 1


def test_without_the_hub_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(UnusableIndex, match="pip install"):
        find_source("some/model")


@pytest.mark.parametrize(
    ("name", "prompts", "expected"),
    [
        ("m", {"query": "Q: ", "passage": "P: ", "document": ""}, ("Q: ", "P: ")),
        ("m", {"query": "Q: ", "document": "D: "}, ("Q: ", "D: ")),
        ("org/e5-mini", {"query": "Q: ", "document": ""}, ("Q: ", "")),
        ("org/multilingual-e5-base", {"query": None, "document": ""}, ("query: ", "passage: ")),
        ("org/multilingual-e5-large-instruct", {}, ("", "")),
        ("org/e50-model", {}, ("", "")),
        ("all-MiniLM-L6-v2", {}, ("", "")),
    ],
)
def test_prefixes(name: str, prompts: dict[str, str | None], expected: tuple[str, str]) -> None:
    assert prefixes(name, prompts) == expected
