"""Pages from files: suffix to reader, metadata, and a reason for every file that is no page."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.model import Contact, Page, Skipped
from corpus.reading.encoding import declared_charset, decode, is_binary
from corpus.reading.lines import is_closing, is_language_choice
from corpus.reading.metadata import from_labels, languages_of, merge, read_sidecar
from corpus.reading.outline import Piece, Reading, Stated, Unreadable, lay_out
from corpus.reading.publisher import publisher_of_lines, publisher_of_title
from corpus.reading.read_html import read_html
from corpus.reading.read_markdown import read_markdown
from corpus.reading.read_text import read_text
from corpus.reading.tidy import tidy

Reader = Callable[[str], Reading]

READERS: dict[str, Reader] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_html),
    **dict.fromkeys((".md", ".markdown"), read_markdown),
    ".txt": read_text,
}
SIDECAR = ".toml"
# How many pieces at either end of a page may tell who publishes it.
_TOP = 5
LARGEST = 20 * 1024 * 1024
_HTML = frozenset((".html", ".htm", ".xhtml"))


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that was not read, because nothing changed since it was read before."""

    id: str
    source: str
    digest: str


# Whether a source with that SHA-256 (hex) was read before.
Known = Callable[[str, str], bool]


def _nothing(_source: str, _digest: str) -> bool:
    return False


def load_pages(root: Path) -> Iterator[Page | Skipped]:
    """The pages in folder ``root`` (or the one file), in sorted order, each with its own id."""
    for page in load_changed(root, _nothing):
        if not isinstance(page, Unread):
            yield page


def load_changed(root: Path, known: Known) -> Iterator[Page | Skipped | Unread]:
    """The same, but those pages that ``known`` knows are not read again."""
    if not root.is_dir():
        yield _attempt(root, None, known)
        return
    taken: set[str] = set()
    for path in _candidates(root):
        page = _attempt(path, root, known)
        if not isinstance(page, Skipped):
            page = replace(page, id=_free_id(page.id, path.suffix, taken))
            taken.add(page.id)
        yield page


def read_page(path: Path, root: Path | None = None) -> Page | Skipped:
    """The page in the file ``path``, named after its place below ``root``; never an exception."""
    page = _attempt(path, root, _nothing)
    assert not isinstance(page, Unread)
    return page


def _attempt(path: Path, root: Path | None, known: Known) -> Page | Skipped | Unread:
    source = _source(path, root)
    try:
        return _read(path, source, known)
    except Unreadable as reason:
        return Skipped(source, str(reason))
    except OSError as error:
        return Skipped(source, f"cannot be read: {error.strerror or type(error).__name__}")


def _read(path: Path, source: str, known: Known) -> Page | Unread:
    reader = READERS.get(path.suffix.lower())
    if not path.is_file():
        raise Unreadable("no such file" if not path.exists() else "not a file")
    if reader is None:
        raise Unreadable(_no_reader(path))
    data, notes = _bytes(path), _sidecar(path)
    digest = hashlib.sha256(data + (notes or b"")).hexdigest()
    if known(source, digest):
        return Unread(_slug(source), source, digest)
    sidecar = read_sidecar(notes, path.name + SIDECAR) if notes is not None else Stated()
    reading = reader(_text(data, path.suffix.lower() in _HTML))
    return _page(reading, sidecar, source, digest)


def _page(reading: Reading, sidecar: Stated, source: str, digest: str) -> Page:
    pieces = tidy(reading.pieces)
    text, blocks = lay_out(pieces)
    if not text:
        raise Unreadable("no text in it")
    labels = from_labels(pieces, reading.notes)
    said = merge(labels, reading.stated, reading.front, sidecar, _signed(reading))
    named = merge(reading.front, sidecar).languages
    return Page(
        id=_slug(source),
        title=said.title or _first_heading(pieces) or Path(source).stem,
        text=text,
        blocks=blocks,
        digest=digest,
        source=source,
        languages=languages_of(text, named, reading.stated.languages),
        url=said.url,
        publisher=said.publisher,
        updated=said.updated,
        contact=Contact(said.department, said.phone, said.address),
    )


def _signed(reading: Reading) -> Stated:
    """The publisher that a line at the top or a notice at the end of the text names."""
    pieces = reading.pieces
    ends = (*pieces[:_TOP], *pieces[_TOP:][-_TOP:])
    loose = [p.text for p in ends if not p.cells or is_language_choice(p.text)]
    titled = publisher_of_title([p.text.replace("\n", " ") for p in pieces])
    foot = [piece.text for piece in pieces[-_TOP:] if is_closing(piece.text)]
    return Stated(publisher=publisher_of_lines(foot) or titled or publisher_of_lines(loose))


def _first_heading(pieces: list[Piece]) -> str | None:
    return next((piece.text for piece in pieces if piece.kind == "heading"), None)


def _bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            f"too large: {size / 2**20:.0f} MB, at most {LARGEST // 2**20} MB are read"
        )
    return path.read_bytes()


def _sidecar(path: Path) -> bytes | None:
    sidecar = path.with_name(path.name + SIDECAR)
    return _bytes(sidecar) if sidecar.is_file() else None


def _text(data: bytes, is_html: bool) -> str:
    if not data.strip():
        raise Unreadable("the file is empty")
    text = decode(data, declared_charset(data) if is_html else None)
    if text is None and b"\0" not in data:
        raise Unreadable("its encoding is none of UTF-8, EUC-KR, GB18030, Big5 and UTF-16")
    if text is None or is_binary(text):
        raise Unreadable("binary content, not text")
    return text


def _no_reader(path: Path) -> str:
    if path.suffix == SIDECAR and Path(path.stem).suffix.lower() in READERS:
        return f"metadata of a page that is not there: {path.stem}"
    known = ", ".join(sorted(READERS))
    return f"no reader for {path.suffix or 'files without a suffix'} (there are for {known})"


def _candidates(root: Path) -> Iterator[Path]:
    """Files that are pages or may be meant as such: no dotfiles, no sidecars, no README."""
    for path in sorted(root.rglob("*"), key=lambda item: item.relative_to(root).parts):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if not hidden and not path.is_dir() and not _is_aside(path):
            yield path


def _is_aside(path: Path) -> bool:
    if path.name.startswith("README"):
        return True
    page = path.with_name(path.stem)
    return path.suffix == SIDECAR and page.suffix.lower() in READERS and page.exists()


def _source(path: Path, root: Path | None) -> str:
    if root is not None and path.is_relative_to(root) and path != root:
        return path.relative_to(root).as_posix()
    return path.name


def _slug(source: str) -> str:
    stem = source.removesuffix(Path(source).suffix)
    words = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", stem)).strip("-")
    return words.lower() or "page"


def _free_id(wanted: str, suffix: str, taken: set[str]) -> str:
    """``wanted``, or with the suffix or a number behind it where another page has that id."""
    if wanted not in taken:
        return wanted
    wanted = f"{wanted}-{suffix[1:].lower()}"
    number = 2
    free = wanted
    while free in taken:
        free = f"{wanted}-{number}"
        number += 1
    return free
