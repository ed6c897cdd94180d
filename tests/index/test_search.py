from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from pathlib import Path

import numpy as np
import pytest

from corpus.model import Language, Span
from index import search
from index.build import build
from index.model import UnusableIndex, Vectors
from index.progress import Silent
from index.search import Index, open_index
from index.store import current_generation

QUESTIONS: list[tuple[str, Language, str]] = [
    ("서초구와 노산구는 언제 결연했나요?", "ko", "1998년 8월 3일"),
    ("홍구구 대표단은 몇 명이었나요?", "ko", "대표단(6명)"),
    ("温岭捐赠了什么?", "zh", "口罩"),
    ("溫嶺和西區何時簽訂協議?", "zh", "2006年12月"),
    ("When was the letter of intent concluded?", "en", "August 29, 2007"),
]

FILES = [
    "manifest.json",
    "pages.jsonl",
    "passages.jsonl",
    "sentences.jsonl",
    "places.jsonl",
    "ties.jsonl",
    "facts.jsonl",
    "exchanges.jsonl",
    "homes.json",
    "passages.npy",
    "sentences.npy",
    "pages.starts.npy",
    "passages.starts.npy",
    "sentences.starts.npy",
    "layout/languages.npy",
    "layout/pages.json",
    "layout/passage_starts.npy",
    "layout/sentence_starts.npy",
    "layout/spans.npy",
    "layout/twins.npy",
    "means.npz",
    "lexical/rows.npy",
    "lexical/starts.npy",
    "lexical/weights.npy",
    "lexical/words.json",
    "terms/rows.npy",
    "terms/starts.npy",
    "terms/weights.npy",
    "terms/words.json",
    "encoder/encoder.json",
    "encoder/model.onnx",
    "encoder/model.onnx.data",
    "encoder/tokenizer.json",
]
# What serving never reads, and does not check: the next build does.
FOR_BUILDING = [
    "build/cards.jsonl",
    "build/lexical.npy",
    "build/marks.npy",
    "build/passages.keys",
    "build/sentences.keys",
    "build/terms.npy",
    "build/ties.jsonl",
    "build/ties.starts.npy",
]


class _Said(Silent):
    """What a build says."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, message: str) -> None:
        self.said.append(message)


@pytest.mark.parametrize(("question", "language", "words"), QUESTIONS)
def test_the_best_passage_answers(
    index: Index, question: str, language: Language, words: str
) -> None:
    best = index.search(index.embed(question, language), question, language)[0]
    assert words in best.passage.text
    assert best.lexical is not None
    assert best.lexical > 0


@pytest.mark.parametrize(("question", "language", "words"), QUESTIONS)
def test_the_best_sentence_of_its_page_answers(
    index: Index, question: str, language: Language, words: str
) -> None:
    vector = index.embed(question, language)
    best = index.search(vector, question, language)[0].passage
    rows = [row for row in index.sentences_of(best.page) if index.sentences[row].passage == best.id]
    scores = index.similarity(vector, rows)
    assert scores.shape == (len(rows),)
    assert words in best.text
    assert any(words in index.sentences[rows[i]].text for i in np.argsort(-scores)[:3])


def test_a_question_in_another_language_finds_the_page(index: Index) -> None:
    question = "When did Wenling donate masks?"
    hit = index.search(index.embed(question, "en"), question, "en")[0]
    assert "口罩" in hit.passage.text
    assert hit.lexical is None


def test_hits_are_all_passages_best_first_each_once(index: Index) -> None:
    vector = index.embed("교류", "ko")
    hits = index.search(vector, "교류", "ko", limit=100)
    assert len(hits) == len(index.passages)
    assert len({hit.passage.id for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert index.search(vector, "교류", "ko", limit=2) == hits[:2]
    assert index.search(vector, "교류", "ko", limit=0) == []
    for hit in hits:
        assert (hit.lexical is None) == (hit.passage.language != "ko")
        assert -1 <= hit.dense <= 1


def test_wanted_pages_only_with_the_same_scores(index: Index) -> None:
    vector = index.embed("방문", "ko")
    every = index.search(vector, "방문", "ko", limit=100)
    some = index.search(vector, "방문", "ko", limit=100, pages=["wenling", "changning", "nowhere"])
    assert some == [hit for hit in every if hit.passage.page != "seocho"]
    assert index.search(vector, "방문", "ko", pages=[]) == []


@pytest.mark.parametrize("text", ["", "   ", "?", "\u200b", "𠮷" * 500, "a" * 20000])
def test_odd_questions_are_no_trouble(index: Index, text: str) -> None:
    for language in ("ko", "zh", "en"):
        vector = index.embed(text, language)
        assert vector.shape == (index.encoder.dimension,)
        assert np.isfinite(vector).all()
        assert len(index.search(vector, text, language)) == len(index.passages)


def test_a_large_index_fuses_the_best_of_both_rankings(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "홍구구 대표단은 몇 명이었나요?"
    vector = index.embed(question, "ko")
    every = index.search(vector, question, "ko")
    monkeypatch.setattr(search, "POOL", 2)
    best = index.search(vector, question, "ko")
    assert 2 <= len(best) < len(every)
    assert best[0].passage == every[0].passage
    there = index.search(vector, question, "ko", pages=["wenling"])
    assert [hit.passage.page for hit in there] == ["wenling"] * len(there)
    assert there


def test_embedding_is_centred_and_of_length_one(index: Index) -> None:
    vector = index.embed("자매결연", "ko")
    bare = index.encoder.queries(["자매결연"])
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    np.testing.assert_allclose(vector, index.means.centre_queries(bare, ["ko"])[0], atol=1e-5)
    assert not np.allclose(vector, bare[0], atol=1e-3)


def test_sentences_of_a_page_and_of_a_span(index: Index) -> None:
    rows = index.sentences_of("seocho")
    assert {index.sentences[row].page for row in rows} == {"seocho"}
    assert len(rows) == sum(item.page == "seocho" for item in index.sentences)
    assert list(index.sentences_of("nowhere")) == []
    for row in rows:
        assert row in index.rows_within("seocho", index.sentences[row].span)
    text = index.pages["seocho"].text
    assert index.rows_within("seocho", Span(0, len(text))) == list(rows)
    assert index.rows_within("seocho", Span(len(text), len(text) + 5)) == []
    at = index.sentences[rows[1]].span.start
    assert index.rows_within("seocho", Span(at, at + 1)) == [rows[1]]
    assert index.rows_within("seocho", Span(at, at)) == []
    assert index.rows_within("nowhere", Span(0, 9)) == []
    assert index.similarity(index.embed("교류", "ko"), []).shape == (0,)


def test_the_index_cannot_be_changed(index: Index) -> None:
    with pytest.raises(FrozenInstanceError):
        index.passages = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        index.pages["x"] = index.pages["seocho"]  # type: ignore[index]
    with pytest.raises(TypeError):
        index.homes["x"] = "y"  # type: ignore[index]


def test_many_threads_get_the_same_answers(index: Index) -> None:
    def ask(number: int) -> list[str]:
        question, language, _ = QUESTIONS[number % len(QUESTIONS)]
        hits = index.search(index.embed(question, language), question, language)
        return [hit.passage.id for hit in hits]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(ask, range(40)))
    assert together == [ask(number) for number in range(40)]


def test_serving_never_imports_torch(built: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from index.search import open_index\n"
        "index = open_index(Path(sys.argv[1]))\n"
        "index.search(index.embed('교류', 'ko'), '교류', 'ko')\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'onnx', 'index.build'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    root = Path(search.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code, str(built)], cwd=root, capture_output=True, text=True
    )
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


@pytest.mark.parametrize("name", FILES)
def test_damage_anywhere_is_refused_before_anything_is_read(
    target: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(*_: object) -> None:
        raise AssertionError("read before it was checked")

    path = current_generation(target) / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.unlink()
    path.write_bytes(content)
    monkeypatch.setattr(search.Contents, "load", forbid)
    monkeypatch.setattr(search, "load_encoder", forbid)
    with pytest.raises(UnusableIndex, match=r"is damaged; run `gyoryu build --index") as error:
        open_index(target)
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_every_kind_of_file_was_damaged_above(built: Path) -> None:
    folder = current_generation(built)
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert there == {*FILES, *FOR_BUILDING}


@pytest.mark.parametrize("name", FOR_BUILDING)
def test_damage_to_what_only_builds_read_is_mended_by_the_next(
    pages: Path, target: Path, name: str
) -> None:
    path = current_generation(target) / name
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    before = open_index(target).generation
    progress = _Said()
    build(pages, target, progress=progress)
    assert f"building everything anew ({target}: {name} is damaged" in progress.said[0]
    assert open_index(target).generation != before


def test_records_of_another_version_are_refused(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drift(*_: object) -> None:
        raise ValueError("pages.jsonl, line 1: not a Page as known here: mood")

    monkeypatch.setattr(search.Contents, "load", drift)
    with pytest.raises(UnusableIndex, match=r"do not fit this version .*mood.* run `gyoryu build"):
        open_index(target)


def test_an_index_is_not_written_to_when_read(target: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    index = open_index(target)
    index.search(index.embed("교류", "ko"), "교류", "ko")
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == before


def test_questions_are_remembered_up_to_a_number(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    index = open_index(built, remembered=2)
    encode = index.encoder.queries

    def queries(texts: list[str]) -> Vectors:
        asked.extend(texts)
        return encode(texts)

    monkeypatch.setattr(index.encoder, "queries", queries)
    first = index.embed("하나", "ko")
    for text in ("하나", "둘", "하나", "셋", "둘"):
        index.embed(text, "ko")
    assert asked == ["하나", "둘", "셋", "둘"]
    assert not np.array_equal(index.embed("하나", "en"), first)
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 1
