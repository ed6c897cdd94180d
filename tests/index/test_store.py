from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from index import store
from index.inputs import Inputs
from index.manifest import FORMAT, Manifest, check_generation, record_files, write_manifest
from index.model import UnusableIndex
from index.store import current_generation, draft, is_ours, link_file, locked, publish

FILES = {"pages.jsonl": b"{}\n", "passages.npy": b"\x93NUMPY", "encoder/model.onnx": b"onnx" * 100}


def fill(folder: Path, note: str = "", format_: int = FORMAT) -> str:
    """A generation of three files in ``folder``; its id."""
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content + note.encode())
    manifest = Manifest(
        format=format_,
        gyoryu="1.0",
        created="2026-01-02T03:04:05.000006+00:00",
        inputs=Inputs("default", "c0de", "", {"page": "d1"}),
        encoder="e5",
        fingerprint="f1",
        dimension=384,
        space="s1",
        skipped=(),
        counts={"pages": 1},
        files=record_files(folder),
    )
    return write_manifest(folder, manifest)


def make_index(index: Path, note: str = "", format_: int = FORMAT) -> str:
    with locked(index), draft(index) as folder:
        generation = fill(folder, note, format_)
        publish(index, folder, generation)
    return generation


def check(index: Path) -> Manifest:
    return check_generation(current_generation(index), index)


def test_what_is_published_is_current(tmp_path: Path) -> None:
    generation = make_index(tmp_path / "index")
    folder = current_generation(tmp_path / "index")
    assert folder.name == generation
    assert generation.startswith("20260102T030405Z-")
    manifest = check(tmp_path / "index")
    assert set(manifest.files) == set(FILES)
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} == {
        *FILES,
        "manifest.json",
    }


def test_only_the_generation_before_is_kept(tmp_path: Path) -> None:
    made = [make_index(tmp_path, note) for note in "abcd"]
    kept = {path.name for path in (tmp_path / "generations").iterdir()}
    assert kept == set(made[-2:])


def test_nothing_else_is_left_behind(tmp_path: Path) -> None:
    make_index(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"CURRENT", "generations", ".lock"}


@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_a_flipped_bit_is_found(tmp_path: Path, name: str) -> None:
    make_index(tmp_path)
    path = current_generation(tmp_path) / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(UnusableIndex, match=f"{name} is damaged; run `gyoryu build"):
        check(tmp_path)


@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_a_cut_file_is_found(tmp_path: Path, name: str) -> None:
    make_index(tmp_path)
    path = current_generation(tmp_path) / name
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(UnusableIndex, match=f"{name} is damaged"):
        check(tmp_path)


@pytest.mark.parametrize("name", [*FILES, "manifest.json"])
def test_a_missing_file_is_found(tmp_path: Path, name: str) -> None:
    make_index(tmp_path)
    (current_generation(tmp_path) / name).unlink()
    with pytest.raises(UnusableIndex, match=r"missing|cannot be read"):
        check(tmp_path)


def test_another_generation_under_this_name_is_found(tmp_path: Path) -> None:
    first, second = make_index(tmp_path, "a"), make_index(tmp_path, "b")
    folder = tmp_path / "generations"
    (folder / second).rename(folder / "away")
    (folder / first).rename(folder / second)
    with pytest.raises(UnusableIndex, match=r"manifest\.json is damaged"):
        check(tmp_path)


@pytest.mark.parametrize(("change", "words"), [(1, "newer Gyoryu"), (-1, "older Gyoryu")])
def test_other_formats_are_refused(tmp_path: Path, change: int, words: str) -> None:
    make_index(tmp_path, format_=FORMAT + change)
    with pytest.raises(UnusableIndex, match=words):
        check(tmp_path)


@pytest.mark.parametrize(
    "content",
    [None, b"", b"nonsense\n", b"../../etc\n", b"20260102T030405Z-0123456789abcdef\n", b"\xff"],
)
def test_a_bad_current_file_is_refused(tmp_path: Path, content: bytes | None) -> None:
    make_index(tmp_path)
    if content is None:
        (tmp_path / "CURRENT").unlink()
    else:
        (tmp_path / "CURRENT").write_bytes(content)
    with pytest.raises(UnusableIndex, match=r"CURRENT is missing or names .* run `gyoryu build"):
        current_generation(tmp_path)
    make_index(tmp_path, "mended")
    check(tmp_path)


def test_no_index_at_all(tmp_path: Path) -> None:
    with pytest.raises(UnusableIndex, match="no index here; run `gyoryu build"):
        current_generation(tmp_path / "nowhere")


def test_other_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"")
    assert not is_ours(tmp_path)
    with pytest.raises(UnusableIndex, match="not an index"):
        current_generation(tmp_path)
    with pytest.raises(UnusableIndex, match="holds other files"), locked(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_file_is_no_index(tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.write_text("")
    with pytest.raises(UnusableIndex):
        current_generation(path)
    with pytest.raises(UnusableIndex), locked(path):
        pass


def test_a_note_beside_an_index_does_no_harm(tmp_path: Path) -> None:
    make_index(tmp_path)
    (tmp_path / "README").write_text("ours")
    make_index(tmp_path, "again")
    check(tmp_path)


def test_one_build_at_a_time(tmp_path: Path) -> None:
    with (
        locked(tmp_path),
        pytest.raises(UnusableIndex, match="another build is running"),
        locked(tmp_path),
    ):
        pass
    with locked(tmp_path):
        pass


def test_a_failed_build_leaves_nothing(tmp_path: Path) -> None:
    generation = make_index(tmp_path)
    with pytest.raises(ZeroDivisionError), locked(tmp_path), draft(tmp_path) as folder:
        fill(folder, "half")
        raise ZeroDivisionError
    assert current_generation(tmp_path).name == generation
    assert not list(tmp_path.glob(".building-*"))


def test_the_next_build_clears_what_a_crash_left(tmp_path: Path) -> None:
    generation = make_index(tmp_path)
    (tmp_path / ".building-crashed").mkdir()
    (tmp_path / ".building-crashed" / "pages.jsonl").write_text("half")
    (tmp_path / ".building-CURRENT").write_text("half")
    check(tmp_path)
    with locked(tmp_path):
        pass
    assert not list(tmp_path.glob(".building-*"))
    assert current_generation(tmp_path).name == generation


@pytest.mark.parametrize("call", range(1, 10))
def test_killed_anywhere_while_publishing_the_old_or_the_new_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    """The process dies at the n-th flush to disk, before or after the one rename."""
    old = make_index(tmp_path)
    calls = iter(range(1, 100))
    sync = os.fsync

    def die(handle: int) -> None:
        if next(calls) == call:
            raise KeyboardInterrupt
        sync(handle)

    monkeypatch.setattr(store.os, "fsync", die)
    new = ""
    with pytest.raises(KeyboardInterrupt), locked(tmp_path), draft(tmp_path) as folder:
        new = fill(folder, "new")
        publish(tmp_path, folder, new)
    monkeypatch.undo()
    assert current_generation(tmp_path).name in (old, new)
    check(tmp_path)
    newest = make_index(tmp_path, "newest")
    assert current_generation(tmp_path).name == newest
    check(tmp_path)


def test_a_reader_never_sees_half(tmp_path: Path) -> None:
    make_index(tmp_path)
    stop, seen, failures = threading.Event(), set(), []

    def read() -> None:
        while not stop.is_set():
            folder = current_generation(tmp_path)
            try:
                check_generation(folder, tmp_path)
                seen.add(folder.name)
            except UnusableIndex as error:
                if current_generation(tmp_path) == folder:
                    failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    made = [make_index(tmp_path, str(number)) for number in range(30)]
    stop.set()
    for reader in readers:
        reader.join()
    assert not failures
    assert seen & set(made)


def test_files_share_their_bytes_where_they_can(tmp_path: Path) -> None:
    source = tmp_path / "model.onnx"
    source.write_bytes(b"onnx")
    link_file(source, tmp_path / "a" / "model.onnx")
    assert (tmp_path / "a" / "model.onnx").samefile(source)


def test_files_are_copied_where_links_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    source = tmp_path / "model.onnx"
    source.write_bytes(b"onnx")
    link_file(source, tmp_path / "a" / "model.onnx")
    assert (tmp_path / "a" / "model.onnx").read_bytes() == b"onnx"
    assert not (tmp_path / "a" / "model.onnx").samefile(source)
