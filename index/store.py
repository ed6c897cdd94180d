"""The index directory: immutable generations, one of them current, published by one rename."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.manifest import unusable
from index.model import UnusableIndex

CURRENT = "CURRENT"
GENERATIONS = "generations"
_LOCK = ".lock"
_DRAFT = ".building-"
# What may lie beside an index without being part of it: the root of a mounted volume has it.
_KNOWN = frozenset({CURRENT, GENERATIONS, _LOCK, "lost+found"})
_ID = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{16}")


def current_generation(index: Path) -> Path:
    """The folder of the generation that ``index`` serves; its name is the generation's id.

    Raises UnusableIndex where there is no index, or none that was ever published.
    """
    if not index.exists():
        raise UnusableIndex(f"{index}: no index here; run `gyoryu build --index {index}` first")
    folder = _named_generation(index)
    if folder is not None:
        return folder
    if is_ours(index):
        raise unusable(index, f"{CURRENT} is missing or names no generation that is here")
    raise UnusableIndex(f"{index}: not an index; name the folder that `gyoryu build` wrote")


def is_ours(index: Path) -> bool:
    """Whether a build may write there: nothing, an empty folder, or an index, whole or not."""
    if not index.exists():
        return True
    if not index.is_dir():
        return False
    names = [entry.name for entry in index.iterdir()]
    strange = [name for name in names if name not in _KNOWN and not name.startswith(_DRAFT)]
    return not strange or _named_generation(index) is not None


def _named_generation(index: Path) -> Path | None:
    """The folder of the generation that CURRENT names; None where it names none that is here.

    A reader may be so slow that the generation it read the name of has gone: it reads again.
    """
    name, before = _current_name(index), ""
    while name != before and _ID.fullmatch(name):
        folder = index / GENERATIONS / name
        if folder.is_dir():
            return folder
        name, before = _current_name(index), name
    return None


def _current_name(index: Path) -> str:
    """What the file CURRENT says; nothing where it cannot be read."""
    try:
        return (index / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


@contextmanager
def locked(index: Path) -> Iterator[None]:
    """Hold ``index``, made where it is missing, for one build; clear what a crashed one left.

    Raises UnusableIndex where something else lies there, or another build is running.
    """
    if not is_ours(index):
        raise UnusableIndex(f"{index}: holds other files; name a new or an empty folder")
    index.mkdir(parents=True, exist_ok=True)
    with (index / _LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UnusableIndex(f"{index}: another build is running; wait for it") from None
        for leftover in index.glob(f"{_DRAFT}*"):
            _remove(leftover)
        yield


@contextmanager
def draft(index: Path) -> Iterator[Path]:
    """A folder in ``index`` to write a generation into; gone afterwards unless published."""
    folder = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=index))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        _remove(folder)


def publish(index: Path, folder: Path, generation: str) -> Path:
    """Make the draft ``folder`` the current generation of ``index``; where it is now.

    It is on disk before it counts. The generation that was current stays, for readers that are
    opening it; older ones go.
    """
    generations = index / GENERATIONS
    generations.mkdir(exist_ok=True)
    before = _named_generation(index)
    _sync_tree(folder)
    published = folder.rename(generations / generation)
    _sync(generations)
    _replace(index / CURRENT, generation)
    _sync(index)
    for old in generations.iterdir():
        if old not in (published, before):
            _remove(old)
    return published


def copy_file(source: Path, target: Path) -> None:
    """A copy of ``source`` at ``target``, whose folder is made where it is missing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def link_file(source: Path, target: Path) -> None:
    """``source`` at ``target`` too, as the same file where the file system allows it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:
        copy_file(source, target)


def _remove(path: Path) -> None:
    """Remove a file or a folder; what cannot be removed waits for the next build."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _replace(path: Path, text: str) -> None:
    draft_path = path.with_name(f"{_DRAFT}{path.name}")
    draft_path.write_text(f"{text}\n", encoding="ascii")
    _sync(draft_path)
    draft_path.replace(path)


def _sync_tree(folder: Path) -> None:
    for path in folder.rglob("*"):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    """Have the file or folder at ``path`` on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
