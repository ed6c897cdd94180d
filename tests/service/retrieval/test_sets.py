"""Each format of a set, with everything that can be wrong with its files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from service.retrieval.bench import read_set
from service.retrieval.model import RetrievalSetError

KOREAN = "서초구와 노산구는 1998년에 결연했다."
ENGLISH = "Seocho and Laoshan became partners in 1998."
CHINESE = "瑞草区和崂山区于1998年结为友好城区。"


def write_lines(path: Path, rows: list[Any]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def write_beir(folder: Path, qrels: str, name: str = "test") -> Path:
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    write_lines(
        folder / "corpus.jsonl",
        [{"_id": "a", "title": "서초구", "text": KOREAN}, {"_id": "b", "text": ENGLISH}],
    )
    write_lines(
        folder / "queries.jsonl",
        [{"_id": "1", "text": "언제 결연했나?"}, {"_id": "2", "text": "When?"}],
    )
    (folder / "qrels" / f"{name}.tsv").write_text(qrels, encoding="utf-8")
    return folder


def squad(text: str, question: str, **more: Any) -> dict[str, Any]:
    asked = [{"id": "q1", "question": question, "answers": [], **more}]
    return {
        "version": "1",
        "data": [{"title": "x", "paragraphs": [{"context": text, "qas": asked}]}],
    }


def belebele(dialect: str, passage: str, question: str, number: int = 1) -> dict[str, Any]:
    return {
        "link": "https://example.org/a",
        "question_number": number,
        "flores_passage": passage,
        "question": question,
        "dialect": dialect,
    }


def test_beir_has_one_task_with_the_pair_of_each_query(tmp_path: Path) -> None:
    folder = write_beir(tmp_path, "query-id\tcorpus-id\tscore\n1\ta\t2\n2\ta\t1\n2\tb\t0\n")
    (task,) = read_set("beir", folder)
    assert [(item.id, item.title, item.language) for item in task.documents] == [
        ("a", "서초구", "ko"),
        ("b", "", "en"),
    ]
    assert [query.relevant for query in task.queries] == [{"a": 2.0}, {"a": 1.0}]
    assert task.pairs() == ["ko→ko", "en→ko"]


def test_beir_without_a_header_and_with_another_split(tmp_path: Path) -> None:
    folder = write_beir(tmp_path, "1\ta\t1\n", "dev")
    assert len(read_set("beir", folder)[0].queries) == 1
    write_beir(tmp_path, "2\tb\t1\n", "train")
    assert read_set("beir", folder, "train")[0].pairs() == ["en→en"]
    with pytest.raises(RetrievalSetError, match=r"no test\.tsv; it has dev, train; .*--split"):
        read_set("beir", folder)


@pytest.mark.parametrize(
    ("qrels", "message"),
    [
        ("1\ta\n", r"test\.tsv, line 1: not three columns"),
        ("h\th\tscore\n1\ta\thigh\n", "line 2: not three columns"),
        ("1\tz\t1\n", "no document 'z'"),
        ("9\ta\t1\n", "no query '9'"),
        ("1\ta\t0\n", "no query in it has a document to find"),
    ],
)
def test_beir_judgements_that_are_wrong(tmp_path: Path, qrels: str, message: str) -> None:
    with pytest.raises(RetrievalSetError, match=message):
        read_set("beir", write_beir(tmp_path, qrels))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nonsense", r"corpus\.jsonl, line 3: not JSON"),
        ("[]", "line 3: not a JSON object"),
        ('{"_id": "c"}', "line 3: has no text in the field 'text'"),
        ('{"text": "c"}', "line 3: has no text in the field '_id'"),
        ('{"_id": "a", "text": "again"}', "line 3: the id 'a' is there twice"),
    ],
)
def test_beir_documents_that_are_wrong(tmp_path: Path, line: str, message: str) -> None:
    folder = write_beir(tmp_path, "1\ta\t1\n")
    with (folder / "corpus.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(RetrievalSetError, match=message):
        read_set("beir", folder)


@pytest.mark.parametrize("part", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_beir_with_a_part_missing(tmp_path: Path, part: str) -> None:
    folder = write_beir(tmp_path, "1\ta\t1\n")
    (folder / part).unlink()
    with pytest.raises(RetrievalSetError, match=r"no (corpus|queries|test)"):
        read_set("beir", folder)


def test_squad_files_with_the_same_questions_are_asked_across(tmp_path: Path) -> None:
    texts = {"zh": (CHINESE, "何时结为友好城区？"), "en": (ENGLISH, "When did they sign?")}
    for name, (text, question) in texts.items():
        path = tmp_path / f"xquad.{name}.json"
        path.write_text(json.dumps(squad(text, question)), encoding="utf-8")
    english, chinese = read_set("squad", tmp_path)
    assert sorted(english.pairs()) == ["en→en", "zh→en"]
    assert sorted(chinese.pairs()) == ["en→zh", "zh→zh"]
    assert [document.text for document in english.documents] == [ENGLISH]
    (alone,) = read_set("squad", tmp_path / "xquad.zh.json")
    assert alone.pairs() == ["zh→zh"]


def test_squad_paragraphs_that_are_the_same_count_once(tmp_path: Path) -> None:
    content = squad(KOREAN, "언제 결연했나?")
    content["data"] += squad(KOREAN, "누구와 결연했나?", id="q2")["data"]
    (tmp_path / "a.json").write_text("\ufeff" + json.dumps(content), encoding="utf-8")
    (task,) = read_set("squad", tmp_path)
    assert (len(task.documents), len(task.queries)) == (1, 2)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        ("{}", "no list of objects in the field 'data'"),
        ('{"data": [{"paragraphs": [{}]}]}', "no text in the field 'context'"),
        ('{"data": [{"paragraphs": [{"context": "x"}]}]}', "in the field 'qas'"),
        ('{"data": [{"paragraphs": [{"context": "x", "qas": [{"id": "1"}]}]}]}', "'question'"),
        ('{"data": []}', "no question in it"),
    ],
)
def test_squad_files_that_are_wrong(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RetrievalSetError, match=message):
        read_set("squad", path)


def test_belebele_asks_every_language_of_every_other(tmp_path: Path) -> None:
    lines = {
        "kor_Hang": (KOREAN, "언제 결연했나?"),
        "eng_Latn": (ENGLISH, "When was it?"),
        "zho_Hant": (CHINESE, "是什麼時候？"),
        "fra_Latn": ("En 1998.", "Quand ?"),
    }
    for dialect, (text, question) in lines.items():
        rows = [belebele(dialect, text, question, number) for number in (1, 2)]
        write_lines(tmp_path / f"{dialect}.jsonl", rows)
    tasks = read_set("belebele", tmp_path)
    pairs = {pair for task in tasks for pair in task.pairs()}
    assert pairs == {f"{a}→{b}" for a in ("ko", "en", "zh-Hant") for b in ("ko", "en", "zh-Hant")}
    assert [(len(task.documents), len(task.queries)) for task in tasks] == [(1, 6)] * 3


def test_belebele_without_one_of_our_languages(tmp_path: Path) -> None:
    path = tmp_path / "fra_Latn.jsonl"
    write_lines(path, [belebele("fra_Latn", "En 1998.", "Quand ?")])
    with pytest.raises(RetrievalSetError, match="no line has one of the dialects kor_Hang"):
        read_set("belebele", path)
    with pytest.raises(RetrievalSetError, match=r"no file there ends in kor_Hang\.jsonl"):
        read_set("belebele", tmp_path)


def test_other_things_that_are_wrong(tmp_path: Path) -> None:
    with pytest.raises(RetrievalSetError, match="nothing there"):
        read_set("squad", tmp_path / "missing")
    (tmp_path / "a.json").write_bytes("서초구".encode("cp949"))
    with pytest.raises(RetrievalSetError, match="not UTF-8"):
        read_set("squad", tmp_path)
    with pytest.raises(RetrievalSetError, match="--split is for BEIR"):
        read_set("squad", tmp_path, "dev")
