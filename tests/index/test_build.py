from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.gazetteer import Gazetteer, GazetteerError
from corpus.knowledge import extract
from corpus.model import Knowledge, Page, Passage
from corpus.passages import make_passages
from index import assembly, inputs, search, writing
from index import build as build_module
from index import terms as terms_module
from index.build import build
from index.embedding import Embedded
from index.model import BuildReport, UnusableIndex
from index.progress import Silent
from index.search import Index, open_index
from index.store import current_generation, locked
from index.terms import text_terms


def rebuild(pages: Path, target: Path, extra_places: Path | None = None) -> BuildReport:
    return build(pages, target, extra_places=extra_places, progress=Silent())


def forbid(*_: object) -> None:
    raise AssertionError("this costs time and must not happen")


def test_a_first_build_reads_everything(built: Path) -> None:
    index = open_index(built)
    assert list(index.pages) == ["changning", "seocho", "wenling"]
    assert {passage.language for passage in index.passages} == {"ko", "zh", "en"}
    assert index.facts
    assert index.exchanges
    assert index.homes["seocho"] in index.places
    for passage in index.passages:
        page = index.pages[passage.page]
        assert passage.text == "\n".join(page.quote(span) for span in passage.spans)
    for sentence in index.sentences:
        assert index.pages[sentence.page].quote(sentence.span) == sentence.text


def test_nothing_changed_nothing_done(
    pages: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("load_encoder", "load_gazetteer", "cached_encoder", "assemble"):
        monkeypatch.setattr(writing, name, forbid)
    before = current_generation(target)
    report = rebuild(pages, target)
    assert not report.published
    assert report.generation == before.name == current_generation(target).name
    assert (report.embedded, report.pages) == (0, 3)
    assert report.reused == report.passages + report.sentences > 0
    assert not list(target.glob(".building-*"))


def test_pages_that_did_not_change_are_not_read_again(
    pages: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def extracted(page: Page, gazetteer: Gazetteer) -> Knowledge:
        taken.append(page.id)
        return extract(page, gazetteer)

    def spied(text: str, gazetteer: Gazetteer, question: bool = False) -> list[str]:
        taken.append(text)
        return text_terms(text, gazetteer, question)

    monkeypatch.setattr(assembly, "extract", extracted)
    monkeypatch.setattr(terms_module, "text_terms", spied)
    page = pages / "changning.md"
    page.write_text(page.read_text(encoding="utf-8").replace("six citizens", "seven citizens"))
    rebuild(pages, target)
    passages = [item for item in open_index(target).passages if item.page == "changning"]
    assert taken == ["changning", *(passage.embedded for passage in passages)]
    fresh = target.with_name("fresh")
    rebuild(pages, fresh)
    assert contents_of(target) == contents_of(fresh)


def contents_of(target: Path) -> dict[str, bytes]:
    """All that an index holds but its vectors, which are computed in other company."""
    folder = current_generation(target)
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".npz"]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if path.name not in ("manifest.json", "passages.npy", "sentences.npy")
    }


def test_one_page_changed_the_rest_is_reused(
    pages: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.centring.Means.from_encoder", forbid)
    before = open_index(target)
    page = pages / "changning.md"
    page.write_text(page.read_text(encoding="utf-8").replace("six citizens", "seven citizens"))
    report = rebuild(pages, target)
    after = open_index(target)
    assert report.published
    assert after.generation == report.generation != before.generation
    assert "seven citizens" in after.pages["changning"].text
    # The sentence that changed, and the passage around it.
    assert report.embedded == 2
    assert report.reused == report.passages + report.sentences - 2
    same = [row for row, item in enumerate(before.sentences) if item.page != "changning"]
    vector = before.embed("언제 결연했나요?", "ko")
    np.testing.assert_array_equal(before.similarity(vector, same), after.similarity(vector, same))


def test_reused_vectors_are_those_of_a_build_from_nothing(
    pages: Path, target: Path, tmp_path: Path
) -> None:
    (pages / "note.txt").write_text("서초구 알림\n\n노산구 대표단이 서초구를 방문했다 (2011년).\n")
    rebuild(pages, target)
    rebuild(pages, tmp_path / "fresh")
    for name in ("passages", "sentences"):
        grown = Embedded(current_generation(target), name)
        fresh = Embedded(current_generation(tmp_path / "fresh"), name)
        np.testing.assert_array_equal(grown.keys, fresh.keys)
        np.testing.assert_allclose(grown.vectors, fresh.vectors, atol=1e-3)


def test_a_page_removed_is_gone(pages: Path, target: Path) -> None:
    (pages / "wenling.md").unlink()
    report = rebuild(pages, target)
    index = open_index(target)
    assert (report.pages, report.embedded) == (2, 0)
    assert "wenling" not in index.pages
    assert not {"wenling"} & {item.page for item in index.passages}
    assert not any(fact.source.page == "wenling" for fact in index.facts)


def test_the_encoder_is_kept_once_for_all_generations(pages: Path, target: Path) -> None:
    before = current_generation(target)
    (pages / "wenling.md").unlink()
    rebuild(pages, target)
    after = current_generation(target)
    for path in (after / "encoder").iterdir():
        assert path.samefile(before / "encoder" / path.name)


def test_skipped_sources_are_reported_every_time(pages: Path, target: Path) -> None:
    (pages / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (pages / "empty.html").write_bytes(b"")
    report = rebuild(pages, target)
    assert not report.published
    assert {item.source: bool(item.reason) for item in report.skipped} == {
        "photo.jpg": True,
        "empty.html": True,
    }


def test_places_of_ones_own_count(pages: Path, target: Path, tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    row = "jp-tarumizu,city,jp,다루미즈시,垂水市,Tarumizu"
    places.write_text(f"id,kind,parent,ko,zh,en\njp,country,,일본,日本,Japan\n{row}\n", "utf-8")
    report = rebuild(pages, target, places)
    assert report.published
    assert open_index(target).places["jp-tarumizu"].name("ko") == "다루미즈시"
    assert not rebuild(pages, target, places).published
    places.write_text(places.read_text("utf-8").replace("Tarumizu", "Tarumidzu"), "utf-8")
    assert rebuild(pages, target, places).published
    assert rebuild(pages, target).published


def test_places_that_cannot_be_read_change_nothing(pages: Path, target: Path) -> None:
    before = current_generation(target)
    with pytest.raises(GazetteerError):
        rebuild(pages, target, pages / "missing.csv")
    assert current_generation(target) == before


def test_changed_code_builds_again(
    pages: Path, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "facts.py").write_text("one = 1")
    monkeypatch.setattr(inputs, "_ROOTS", (code,))
    assert rebuild(pages, target).published
    assert not rebuild(pages, target).published
    (code / "facts.py").write_text("one = 2")
    (code / "__pycache__").mkdir()
    report = rebuild(pages, target)
    assert (report.published, report.embedded) == (True, 0)
    (code / "__pycache__" / "facts.pyc").write_bytes(b"x")
    assert not rebuild(pages, target).published


def test_a_missing_folder_of_pages(target: Path, tmp_path: Path) -> None:
    with pytest.raises(UnusableIndex, match="no such folder"):
        rebuild(tmp_path / "nowhere", target)


@pytest.mark.parametrize(
    ("files", "reason"),
    [({}, "the folder is empty"), ({"a.jpg": b"\xff"}, r"a\.jpg: no reader"), ({"a.md": b""}, "")],
)
def test_no_readable_page_keeps_the_old_index(
    target: Path, tmp_path: Path, files: dict[str, bytes], reason: str
) -> None:
    before = current_generation(target)
    pages = tmp_path / "others"
    pages.mkdir()
    for name, content in files.items():
        (pages / name).write_bytes(content)
    with pytest.raises(UnusableIndex, match=f"no page to index .*{reason}"):
        rebuild(pages, target)
    assert current_generation(target) == before
    open_index(target)


def test_many_reasons_are_cut_short(tmp_path: Path) -> None:
    pages = tmp_path / "others"
    pages.mkdir()
    for number in range(9):
        (pages / f"{number}.jpg").write_bytes(b"\xff")
    with pytest.raises(UnusableIndex, match=r"2\.jpg: [^;]*; and 6 more\)$"):
        rebuild(pages, tmp_path / "index")
    assert not (tmp_path / "index").exists()


def test_other_folders_are_not_built_into(pages: Path) -> None:
    before = sorted(pages.iterdir())
    with pytest.raises(UnusableIndex, match="holds other files"):
        rebuild(pages, pages)
    assert sorted(pages.iterdir()) == before


def test_a_damaged_index_is_mended(pages: Path, target: Path) -> None:
    model = current_generation(target) / "encoder" / "model.onnx"
    content = model.read_bytes()
    model.unlink()
    model.write_bytes(content[:-1] + b"\0")
    with pytest.raises(UnusableIndex, match=r"encoder/model\.onnx is damaged"):
        open_index(target)
    report = rebuild(pages, target)
    assert (report.published, report.reused) == (True, 0)
    open_index(target)


def test_a_build_that_fails_leaves_the_old_index(
    pages: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = current_generation(target)
    (pages / "wenling.md").unlink()

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(build_module, "write_manifest", fail)
    with pytest.raises(KeyboardInterrupt):
        rebuild(pages, target)
    assert current_generation(target) == before
    assert not list(target.glob(".building-*"))
    open_index(target)


def test_a_page_whose_headings_fill_a_passage_is_skipped_with_a_reason(
    pages: Path, target: Path
) -> None:
    heading = "서초구 국제교류 " * 300
    (pages / "long.md").write_text(f"# {heading}\n\n노산구 방문 (2011년)\n", "utf-8")
    report = rebuild(pages, target)
    assert [item.source for item in report.skipped] == ["long.md"]
    assert "token" in report.skipped[0].reason
    assert "long" not in open_index(target).pages
    again = rebuild(pages, target)
    assert (again.published, again.skipped) == (False, report.skipped)


def test_no_passage_is_longer_than_the_encoder_reads(
    pages: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def uncut(page: Page, count_tokens: Callable[[str], int], limit: int) -> list[Passage]:
        return make_passages(page, count_tokens, 10**6)

    (pages / "long.txt").write_text("서초구와 노산구의 교류. " * 400, "utf-8")
    rebuild(pages, target)
    index = open_index(target)
    lengths = [index.encoder.count_tokens(item.embedded) for item in index.passages]
    assert max(lengths) <= assembly.PASSAGE_TOKENS <= index.encoder.max_tokens
    monkeypatch.setattr(assembly, "make_passages", uncut)
    report = rebuild(pages, target.with_name("other"))
    assert [item.source for item in report.skipped] == ["long.txt"]


def test_a_quote_that_is_not_on_the_page_keeps_it_out(
    pages: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def misquote(page: Page, gazetteer: Gazetteer) -> Knowledge:
        found = extract(page, gazetteer)
        wrong = [replace(f, source=replace(f.source, quote="not on it")) for f in found.facts]
        return replace(found, facts=tuple(wrong))

    monkeypatch.setattr(assembly, "extract", misquote)
    (pages / "plain.txt").write_text("오늘은 날씨가 좋다.", "utf-8")
    (pages / "wenling.md").unlink()
    target = target.with_name("other")
    report = rebuild(pages, target)
    assert "seocho.md" in [item.source for item in report.skipped]
    assert all("'not on it'" in item.reason for item in report.skipped)
    assert "plain" in open_index(target).pages


def test_readers_and_a_build_at_once(
    pages: Path, target: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "load_encoder", lambda *_: index.encoder)
    stop, seen = threading.Event(), set()
    failures: list[BaseException] = []

    def read() -> None:
        try:
            while not stop.is_set():
                found = open_index(target)
                assert {item.page for item in found.passages} == set(found.pages)
                seen.add(found.generation)
        except BaseException as error:  # shown by the assertion below
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    made = []
    for name in ("changning.md", "wenling.md"):
        (pages / name).unlink()
        made.append(rebuild(pages, target).generation)
    stop.set()
    for reader in readers:
        reader.join()
    assert not failures
    assert seen & {*made, current_generation(target).name}


def test_a_target_that_cannot_be_made(pages: Path) -> None:
    with pytest.raises(UnusableIndex, match=r"Not a directory; what was served stays"):
        rebuild(pages, pages / "seocho.md" / "index")


def test_a_full_disk_leaves_the_old_index(
    pages: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", "passages.npy")

    before = current_generation(target)
    (pages / "wenling.md").unlink()
    monkeypatch.setattr(writing, "write_vectors", fail)
    with pytest.raises(UnusableIndex, match=r"passages\.npy: No space left"):
        rebuild(pages, target)
    assert current_generation(target) == before
    open_index(target)


def test_two_builds_do_not_meet(pages: Path, target: Path) -> None:
    with (
        locked(target),
        pytest.raises(UnusableIndex, match="another build is running"),
    ):
        rebuild(pages, target)


def test_an_index_moves(target: Path, tmp_path: Path, pages: Path) -> None:
    moved = tmp_path / "elsewhere" / "index"
    shutil.copytree(target, moved)
    assert open_index(moved).generation == open_index(target).generation
    assert not rebuild(pages, moved).published
