"""What an index is made from, as digests: equal inputs, equal index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import corpus
import index
from corpus.gazetteer import GazetteerError
from corpus.model import Page
from corpus.pages import Unread
from index.records import dump
from index.source import find_source

_ROOTS = (Path(corpus.__file__).parent, Path(index.__file__).parent)
# The pages that Gyoryu comes with lie inside a package, and are no code.
_NOT_CODE = frozenset({"pages", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that decides what a build makes.

    ``model`` is the encoder model's name and digest, ``code`` a digest of the packages ``corpus``
    and ``index`` with their data, ``places`` one of the operator's own places (empty without
    any), ``pages`` has one for each page id.
    """

    model: str
    code: str
    places: str
    pages: Mapping[str, str]


def make_inputs(
    pages: Iterable[Page | Unread],
    model: str,
    places: Iterable[Path],
    known: Mapping[str, str] | None = None,
) -> Inputs:
    """The digests of everything that goes into an index; ``known`` are those of unread pages.

    Raises UnusableIndex where there is no model, GazetteerError for places that cannot be read.
    """
    source = find_source(model)
    own = [_digest_places(path) for path in places]
    return Inputs(
        model=f"{source.name} {source.digest}",
        code=code_digest(),
        places=" ".join(own),
        pages={page.id: _digest_page(page, known or {}) for page in pages},
    )


def _digest_page(page: Page | Unread, known: Mapping[str, str]) -> str:
    if isinstance(page, Unread):
        return known[page.id]
    return hashlib.sha256(dump(page)).hexdigest()


def code_digest() -> str:
    """A digest of the packages ``corpus`` and ``index`` with their data."""
    return _digest_files(_ROOTS)


def _digest_places(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}).") from error


def _digest_files(roots: Iterable[Path]) -> str:
    """One SHA-256 over the names and contents of all files under ``roots``."""
    digest = hashlib.sha256()
    for root in roots:
        for path in _files(root):
            name = path.relative_to(root).as_posix().encode()
            content = hashlib.sha256(path.read_bytes()).digest()
            digest.update(b"%d %b %b" % (len(name), name, content))
    return digest.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    """The files under ``root`` (or ``root`` itself, if it is one), in a fixed order."""
    if root.is_file():
        yield root
        return
    for path in sorted(root.rglob("*")):
        inner = path.relative_to(root)
        if path.is_file() and not _NOT_CODE.intersection(inner.parts):
            yield path
