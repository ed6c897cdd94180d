"""A tiny parallel set through the real index, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from index import centring
from service.cli import cli

PASSAGES = {
    "kor_Hang": ["노산구는 서초구와 1998년에 결연했다.", "시장에서는 사과와 배를 판다."],
    "eng_Latn": [
        "Laoshan and Seocho became partners in 1998.",
        "The market sells apples and pears.",
    ],
}
QUESTIONS = {
    "kor_Hang": ["두 구는 언제 결연했나?", "시장에서 무엇을 파는가?"],
    "eng_Latn": ["When did the two become partners?", "Which fruit does the market sell?"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two languages of the form of Belebele; few neutral texts make for fast means."""
    texts = centring.neutral_texts
    monkeypatch.setattr(centring, "neutral_texts", lambda language: texts(language)[:4])
    for dialect, passages in PASSAGES.items():
        rows = [
            {
                "link": str(number),
                "question_number": 1,
                "flores_passage": passage,
                "question": QUESTIONS[dialect][number],
                "dialect": dialect,
            }
            for number, passage in enumerate(passages)
        ]
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{dialect}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_every_pair_of_languages_is_measured(folder: Path) -> None:
    done = CliRunner().invoke(
        cli, ["bench", "retrieval", "--format", "belebele", str(folder), "--json"]
    )
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert {row["pair"] for row in found} == {"ko→ko", "ko→en", "en→ko", "en→en"}
    for row in found:
        assert (row["queries"], row["documents"]) == (2, 2)
        assert row["recall_1"] == row["ndcg_10"] == row["mrr"] == 1


def test_the_table_and_one_line_for_what_is_wrong(folder: Path) -> None:
    path = str(folder / "kor_Hang.jsonl")
    shown = CliRunner().invoke(cli, ["bench", "retrieval", "--format", "belebele", path]).stdout
    head, row = shown.splitlines()
    assert head.split() == ["pair", "queries", "documents", "nDCG@10", "R@1", "R@5", "R@20", "MRR"]
    assert row.split()[:4] == ["ko→ko", "2", "2", "100.00"]
    refused = CliRunner().invoke(cli, ["bench", "retrieval", "--format", "squad", path])
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == 1
    assert "not JSON" in refused.stderr
