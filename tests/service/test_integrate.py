"""docs/integrate.md and the widget agree: attributes, properties, events, policy, examples."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from service.bundle import SOURCES, load_words, widget

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "integrate.md").read_text(encoding="utf-8")
STYLE = (SOURCES / "widget.css").read_text(encoding="utf-8")
SCRIPTS = "".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.js"))


def documented(pattern: str) -> set[str]:
    return set(re.findall(pattern, MANUAL))


def test_every_property_is_documented_and_every_documented_one_exists() -> None:
    used = set(re.findall(r"var\(--gyoryu-([\w-]+)", STYLE))
    light = {name for name in used if not name.startswith("dark-")}
    named = {name for name in documented(r"--gyoryu-([\w-]+)") if not name.startswith("dark-")}
    assert light == named
    assert {name.removeprefix("dark-") for name in used - light} <= light


def test_every_attribute_is_documented_and_every_documented_one_exists() -> None:
    dataset = re.findall(
        r"this\.dataset\.(\w+)|\{ (?:\w+, )*(\w+)(?: = \"auto\")? \} = this\.dataset", SCRIPTS
    )
    destructured = re.findall(r"const \{ ([^}]+) \} = this\.dataset", SCRIPTS)
    used = {name for pair in dataset for name in pair if name} | {"inline"}
    used |= {part.split(" ")[0] for group in destructured for part in group.split(", ")}
    assert used == documented(r"\| `data-(\w+)` \|")


def test_every_event_is_documented() -> None:
    told = set(re.findall(r"tell\(\"(\w+)\"\)|#emit\(\"(\w+)\"", SCRIPTS))
    names = {name for pair in told for name in pair if name} | {"open", "close"}
    assert names == documented(r"gyoryu:(\w+)") - {"turns"}


def test_every_failure_is_documented() -> None:
    row = next(line for line in MANUAL.splitlines() if line.startswith("| `gyoryu:error` |"))
    said = set(load_words()["en"]["failure"]) - {"empty", "interrupted"}
    assert set(re.findall(r"`(\w+)`", row)) - {"question", "error", "detail"} == said


def test_the_size_that_is_told_is_true() -> None:
    told = re.search(r"The script is (\d+) kB compressed", MANUAL)
    assert told
    assert round(len(widget().zipped) / 1000) == int(told[1])


def test_the_policy_is_the_one_that_the_browser_tests_use() -> None:
    used = (ROOT / "tests" / "browser" / "conftest.py").read_text(encoding="utf-8")
    assert "script-src https://HOST; connect-src https://HOST\n" in MANUAL
    assert "script-src {self.service}; connect-src {self.service}; " in used
    assert "frame-src {self.service}" in used


def test_the_example_in_python_runs(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def post(url: str, json: Any, timeout: float) -> Any:
        assert timeout
        return client.post(httpx.URL(url).path, json=json)

    monkeypatch.setattr(httpx, "post", post)
    example = re.search(r"```python\n(.+?)```", MANUAL, re.S)
    assert example
    exec(example[1], {})
    assert "2016년 10월 13일 | 결 연 일 : 2016년 10월 13일 | https://" in capsys.readouterr().out


def curls() -> list[list[str]]:
    """The words of every curl command."""
    blocks = re.findall(r"```sh\n(curl .+?)```", MANUAL, re.S)
    lines = "\n".join(blocks).replace("\\\n", " ")
    return [
        ["curl", *shlex.split(command)] for command in re.split(r"^curl ", lines, flags=re.M)[1:]
    ]


@pytest.mark.parametrize("command", curls(), ids=" ".join)
def test_the_examples_in_curl_work(client: TestClient, command: list[str]) -> None:
    url = httpx.URL(next(word for word in command if word.startswith("http")))
    path = url.raw_path.decode()
    if "-d" not in command:
        assert client.get(path).status_code == 200
        return
    body = command[command.index("-d") + 1]
    headers = dict([command[command.index("-H") + 1].split(": ")])
    kept = client.post("/v1/ask", json={"question": "Hebi?"}).json()["id"]
    sent = body.replace("ID_OF_THE_ANSWER", kept).encode()
    assert client.post(path, content=sent, headers=headers).status_code in (200, 204)


def test_every_picture_that_the_manuals_show_is_there() -> None:
    for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / name).is_file(), f"{path.name}: {name}"
