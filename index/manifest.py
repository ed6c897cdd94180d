"""The manifest of one generation: what it was built from, and the digest of each of its files.

A generation's id ends in the digest of its manifest, and the manifest holds the digests of all
other files: whoever trusts the id can check everything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import orjson

from corpus.model import Skipped
from index import records
from index.contents import BUILDING
from index.inputs import Inputs
from index.model import UnusableIndex

# Raised with every change of what the files hold or how they are laid out.
FORMAT = 4
NAME = "manifest.json"
_ID_DIGITS = 16
_THREADS = 2


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of a generation: SHA-256 (hex) and size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation says about itself.

    ``created`` is UTC (ISO 8601), ``encoder`` a name, ``fingerprint`` the encoder's, ``space`` a
    digest of all that decides the vector of a text, ``counts`` the records of each kind,
    ``skipped`` pages that were read and could not be indexed.
    """

    format: int
    gyoryu: str
    created: str
    inputs: Inputs
    encoder: str
    fingerprint: str
    dimension: int
    space: str
    skipped: tuple[Skipped, ...]
    counts: Mapping[str, int]
    files: Mapping[str, FileRecord]


def gyoryu_version() -> str:
    """The version of the installed package; ``unknown`` where it runs uninstalled."""
    try:
        return version("gyoryu")
    except PackageNotFoundError:
        return "unknown"


def file_digest(path: Path) -> str:
    """SHA-256 of the file at ``path``, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def record_files(
    folder: Path, known: Mapping[str, FileRecord] | None = None
) -> dict[str, FileRecord]:
    """A record of each file under ``folder`` by its relative POSIX path, the manifest apart.

    Files that are links into a generation that was checked are ``known``.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {
        name: (known or {}).get(name) or FileRecord(file_digest(path), path.stat().st_size)
        for name, path in names.items()
    }


def write_manifest(folder: Path, manifest: Manifest) -> str:
    """Write ``manifest`` into ``folder`` and return the id the generation must be named by."""
    content = records.dump(manifest)
    (folder / NAME).write_bytes(content)
    stamp = datetime.fromisoformat(manifest.created).strftime("%Y%m%dT%H%M%SZ")
    return f"{stamp}-{_short_digest(content)}"


def check_generation(folder: Path, index: Path, for_building: bool = False) -> Manifest:
    """The manifest of ``folder``, after every file that serving reads was compared with it.

    Where it is ``for_building`` those that only builds read are compared too. Raises UnusableIndex,
    worded for the owner of ``index``, where a file is missing or differs.
    """
    try:
        manifest = _read_manifest(folder, index)
        with ThreadPoolExecutor(_THREADS) as pool:  # digests leave Python to other threads
            checks = [
                pool.submit(_check_file, folder / name, name, record, index)
                for name, record in sorted(manifest.files.items(), key=lambda f: -f[1].size)
                if for_building or not name.startswith(f"{BUILDING}/")
            ]
            for check in checks:
                check.result()
    except OSError as error:
        name = Path(error.filename or folder).name
        raise unusable(index, f"{name} cannot be read ({error.strerror})") from error
    return manifest


def unusable(index: Path, reason: str) -> UnusableIndex:
    """The error for an index that only a rebuild can mend."""
    return UnusableIndex(f"{index}: {reason}; run `gyoryu build --index {index}` to rebuild it")


def _read_manifest(folder: Path, index: Path) -> Manifest:
    content = (folder / NAME).read_bytes()
    _check_format(content, index)
    if folder.name.rpartition("-")[2] != _short_digest(content):
        raise unusable(index, f"{NAME} is damaged")
    try:
        return records.load(content, Manifest)
    except records.Undecodable as error:
        raise unusable(index, f"{NAME} is of another version of Gyoryu ({error})") from error


def _check_format(content: bytes, index: Path) -> None:
    """Refuse a newer or older format, if the manifest is whole enough to say which it has."""
    try:
        found: Any = orjson.loads(content)["format"]
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return
    if isinstance(found, int) and found > FORMAT:
        raise UnusableIndex(
            f"{index}: made by a newer Gyoryu (format {found}, this one reads {FORMAT}); "
            "upgrade Gyoryu, or build an index of your own with `gyoryu build`"
        )
    if isinstance(found, int) and found < FORMAT:
        raise unusable(index, f"made by an older Gyoryu (format {found}, not {FORMAT})")


def _check_file(path: Path, name: str, record: FileRecord, index: Path) -> None:
    if not path.is_file():
        raise unusable(index, f"{name} is missing")
    if path.stat().st_size != record.size or file_digest(path) != record.sha256:
        raise unusable(index, f"{name} is damaged")


def _short_digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_ID_DIGITS]
