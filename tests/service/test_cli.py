"""The command line: what it prints, and one line where something is wrong."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.catalogue import Catalogue
from service.cli import PAGES, cli

ROOT = Path(__file__).parents[2]
QUESTION = "when did Seocho sign with Hebi?"
Run = Callable[..., Result]


@pytest.fixture
def run(
    default_index: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """Run a command in this process over the default index, which is open already."""
    opened = {default_index: catalogue}
    from service.cli import _open

    monkeypatch.setattr("service.cli._open", lambda s: opened.get(s.index) or _open(s))
    monkeypatch.setattr("service.log.start_log", lambda level: None)
    monkeypatch.setenv("GYORYU_INDEX", str(default_index))
    monkeypatch.chdir(tmp_path)
    return lambda *args, stdin=b"": CliRunner().invoke(cli, list(map(str, args)), input=stdin)


def refused(result: Result, *parts: str) -> None:
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("gyoryu: ")
    for part in parts:
        assert part in lines[0]


def gyoryu(*args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "service.cli", *args]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, check=False)


def test_version_and_help(run: Run) -> None:
    assert run("--version").output.startswith("gyoryu, version ")
    help_text = run().output
    for name in cli.commands:
        assert name in help_text
        assert run(name, "--help").exit_code == 0


def test_ask_prints_the_answer_and_what_it_rests_on(run: Run) -> None:
    shown = run("ask", QUESTION).output
    assert "13 October 2016" in shown.splitlines()[0]
    assert "“결 연 일 : 2016년 10월 13일”" in shown
    assert "https://" in shown


def test_ask_in_words_without_quotes(run: Run) -> None:
    assert "13 October 2016" in run("ask", *QUESTION.split()).output


def test_ask_as_json_is_what_the_api_sends(run: Run) -> None:
    answer = json.loads(run("ask", QUESTION, "--json", "--language", "ko").stdout)
    assert (answer["status"], answer["language"]) == ("answered", "ko")
    assert answer["facts"][0]["value"] == "2016-10-13"


def test_ask_for_a_district(run: Run) -> None:
    question = "우리 구는 학벽시와 언제 협정을 맺었나요?"
    assert "2016년 10월 13일" in run("ask", question, "--district", "서초구").output


def test_an_abstention_says_its_status(run: Run) -> None:
    result = run("ask", "what is the weather in Paris?")
    assert result.exit_code == 0
    assert "(out_of_scope)" in result.output


def test_ask_reads_a_question_a_line_and_never_stops(run: Run) -> None:
    lines = [QUESTION.encode(), b"", b"\xff\xfe", b"x" * 10_000, "瑞草区和鹤壁市？".encode()]
    out = run("ask", "-", stdin=b"\xef\xbb\xbf" + b"\r\n".join(lines)).stdout_bytes.splitlines()
    replies = [json.loads(line) for line in out]
    assert [reply["status"] for reply in replies][:2] == ["answered", "error"]
    assert replies[1]["error"] == "question: must not be empty"
    assert "10000 characters" in replies[3]["error"]
    assert len(replies) == len(lines)
    assert "13 October 2016" in replies[0]["answer"]


def test_search_prints_passages(run: Run) -> None:
    assert "口罩" in run("search", "口罩", "--place", "温岭").output
    found = json.loads(run("search", "masks", "--json", "--limit", "2").stdout)
    assert len(found["passages"]) == 2


def test_search_reads_a_query_a_line(run: Run) -> None:
    out = run("search", "-", "--limit", 1, stdin="masks\n \n口罩\n".encode()).stdout_bytes
    replies = [json.loads(line) for line in out.splitlines()]
    assert [len(reply.get("passages", [])) for reply in replies] == [1, 0, 1]
    assert replies[1]["status"] == "error"


def test_facts_of_a_file_and_of_a_page(run: Run) -> None:
    file = next(PAGES.glob("seocho*.html"))
    by_file, by_id = run("facts", file).output, run("facts", file.stem).output
    for shown in (by_file, by_id):
        assert "2016-10-13" in shown
        assert "결 연 일 : 2016년 10월 13일" in shown
    found = json.loads(run("facts", file, "--json").stdout)
    text = found["page"]["text"]
    for fact in found["facts"]:
        start, end = fact["source"]["span"]
        assert text[start:end] == fact["source"]["quote"]
    assert {"seocho", "hebi"} <= {place["id"] for place in found["places"]}
    assert {"written": "학벽시", "places": ["hebi"]}.items() <= next(
        name for name in found["names"] if name["written"] == "학벽시"
    ).items()


def test_facts_and_check_know_the_places_of_the_folder(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# 서초구\n\n## 프랑스 새마을리옹시\n\n- 면적 : 5㎢\n", encoding="utf-8")
    own = "id,kind,parent,ko\nnew-lyon,city,france,새마을리옹시\n"
    (tmp_path / "places.csv").write_text(own, encoding="utf-8")
    found = json.loads(run("facts", page, "--json").stdout)
    assert [fact["subject"] for fact in found["facts"]] == ["new-lyon"]
    assert "places.csv" not in run("check", tmp_path).stdout


def test_check_lists_what_looks_wrong(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# 서초구\n\n## 허비시\n\n- 인구 : 1,63만명\n", encoding="utf-8")
    result = run("check", page)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == str(page)
    assert "5:3  1,63만명" in result.stdout
    found = json.loads(run("check", tmp_path, "--json").stdout)
    assert found["counts"]["malformed"] == 1
    assert (
        found["findings"][0]["at"] | {"page": "page", "line": 5, "column": 3}
        == (found["findings"][0]["at"])
    )


def test_check_finds_nothing_on_a_sound_page(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    head = "url: https://a.kr/\npublisher: 서초구청\nupdated: 2024-08-08\ndepartment: 행정지원과\n"
    body = "# 우호도시\n\n## 중국 허비시\n\n- 결연일 : 2016년 10월 13일\n"
    page.write_text(f"---\n{head}---\n{body}", encoding="utf-8")
    result = run("check", page)
    assert (result.exit_code, result.stdout) == (0, "1 page: nothing found.\n")


def test_evaluate_counts_and_lists_what_failed(run: Run, tmp_path: Path) -> None:
    right = {"id": "a", "question": QUESTION, "language": "en", "kind": "signing"}
    right |= {"status": ["answered"], "expect": ["date:2016-10-13"]}
    wrong = {**right, "id": "b", "kind": "place", "expect": ["number:7"]}
    file = tmp_path / "golden.jsonl"
    file.write_text("\n".join(map(json.dumps, (right, wrong))), encoding="utf-8")
    result = run("evaluate", file)
    assert "wrong b: when did Seocho" in result.stdout
    assert "number:7" in result.stdout
    assert "wrong b" not in run("evaluate", file, "--no-failures").stdout
    found = json.loads(run("evaluate", file, "--json").stdout)
    assert (found["right_rate"], found["wrong_rate"]) == (0.5, 0.5)
    assert [failure["id"] for failure in found["failures"]] == ["b"]


def test_build_says_what_it_did_and_skipped(run: Run, default_index: Path) -> None:
    result = run("build", "--index", default_index)
    assert result.exit_code == 0, result.output
    assert "3 pages" in result.stdout
    assert "already up to date" in result.stdout


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (["ask", ""], "question: must not be empty"),
        (["ask", " \u200b"], "question: must not be empty"),
        (["ask", "x" * 10_000], "10000 characters"),
        (["ask"], "gyoryu ask --help"),
        (["ask", "x", "--language", "fr"], "--language"),
        (["ask", "x", "--district", "Atlantis"], "no place is called"),
        (["search", "x", "--place", "Atlantis"], "no place is called"),
        (["search", "x", "--limit", "0"], "--limit"),
        (["frob"], "No such command"),
        (["ask", "x", "--index", "nowhere"], "gyoryu build --index nowhere"),
        (["facts", "nowhere"], "no such file"),
        (["facts", "."], "is a folder"),
        (["check", "nowhere"], "no such file or folder"),
        (["check"], "gyoryu check --help"),
        (["evaluate", "nowhere"], "nowhere: cannot be read"),
        (["build", "nowhere"], "no such folder"),
        (["serve", "--port", "99999"], "--port"),
        (["serve", "--index", "nowhere", "--port", "0"], "gyoryu build"),
        (["bench", "--index", "nowhere"], "gyoryu build"),
    ],
)
def test_one_line_says_what_is_wrong(run: Run, args: list[str], part: str) -> None:
    refused(run(*args), part)


def test_an_empty_folder_of_pages(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    refused(run("build", tmp_path / "pages", "--index", tmp_path / "new"), "no page to index")


def test_a_foreign_folder_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "photos"
    foreign.mkdir()
    (foreign / "cat.jpg").write_bytes(b"cat")
    refused(run("ask", "x", "--index", foreign), "not an index")
    refused(run("build", "--index", foreign), "holds other files")
    assert [path.name for path in foreign.iterdir()] == ["cat.jpg"]


def test_a_damaged_index(run: Run, default_index: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    shutil.copytree(default_index, damaged)
    generation = (damaged / "CURRENT").read_text().strip()
    facts = damaged / "generations" / generation / "facts.jsonl"
    facts.write_bytes(facts.read_bytes()[:-2] + b"x\n")
    refused(run("ask", QUESTION, "--index", damaged), "facts.jsonl is damaged", "gyoryu build")


def test_a_malformed_places_file(run: Run, tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text("name\nx\n", encoding="utf-8")
    refused(run("facts", next(PAGES.glob("*.md")), "--places", places), "places.csv", "lacks")


def test_a_malformed_setting(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GYORYU_PORT", "eighty")
    refused(run("ask", "x"), "GYORYU_PORT")


def test_a_port_in_use(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused(run("serve", "--port", port), f"127.0.0.1:{port} is in use", "--port")


def test_a_bug_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr("service.asking.answer", fail)
    refused(run("ask", "x"), "something went wrong", "GYORYU_LOG_LEVEL=debug")
    replies = re.findall(r"(?m)^\{.*\}$", run("ask", "-", stdin=b"x\ny\n").stdout)
    assert [json.loads(reply)["status"] for reply in replies] == ["error", "error"]


def test_as_a_program(default_index: Path) -> None:
    index = ["--index", str(default_index)]
    done = gyoryu("ask", *index, "-", stdin=f"{QUESTION}\n\n".encode())
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["status"] for line in done.stdout.splitlines()] == [
        "answered",
        "error",
    ]
    assert done.stderr == b""


def test_each_line_is_answered_at_once(default_index: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "search", "-", "--index", str(default_index)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for query in ("masks", "口罩"):
            process.stdin.write(f"{query}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["query"] == query
        process.stdin.close()
        assert process.wait(20) == 0


def test_serving_until_stopped(default_index: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "0"]
    command += ["--index", str(default_index)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        announced = process.stdout.readline()
        port = int(announced.split()[0].rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"GET /readyz HTTP/1.0\r\n\r\n")
            assert client.recv(64).startswith(b"HTTP/1.1 200")
        process.terminate()
        assert process.wait(20) in (0, -15)
