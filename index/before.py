"""The generation that was published before, and what a build takes over from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.centring import Means
from index.contents import ENCODER, MEANS, PASSAGES, SENTENCES
from index.embedding import Embedded, vector_space
from index.inputs import code_digest
from index.kept import Kept
from index.manifest import FileRecord, Manifest, check_generation, file_digest
from index.model import Encoder, UnusableIndex
from index.progress import Progress
from index.store import GENERATIONS, copy_file, current_generation, link_file


@dataclass(frozen=True, slots=True)
class Generation:
    """A published generation, checked."""

    folder: Path
    manifest: Manifest


def previous_generation(target: Path, progress: Progress) -> Generation | None:
    """The generation that is served now; None where there is none, or none to rely on."""
    try:
        folder = current_generation(target)
        return Generation(folder, check_generation(folder, target, for_building=True))
    except UnusableIndex as error:
        if (target / GENERATIONS).exists():
            progress.say(f"building everything anew ({error})")
        return None


def take_over(previous: Generation | None) -> Kept | None:
    """What can be taken over from ``previous``; None where that cannot be read here."""
    if previous is None or previous.manifest.inputs.code != code_digest():
        return None
    try:
        return Kept(previous.folder, previous.manifest)
    except (OSError, ValueError, LookupError):
        return None


def means_of(encoder: Encoder, previous: Generation | None) -> Means:
    """The means of ``encoder``; those of the generation before where they would be the same."""
    if previous is not None and previous.manifest.space == vector_space(encoder):
        return Means.load(previous.folder / MEANS)
    return Means.from_encoder(encoder)


def known_vectors(previous: Generation | None) -> tuple[Embedded, ...]:
    """The vectors of the generation before; none where they cannot be read."""
    if previous is None:
        return ()
    try:
        return tuple(Embedded(previous.folder, name) for name in (PASSAGES, SENTENCES))
    except (OSError, ValueError):
        return ()


def link_known(folder: Path, kept: Kept, names: Iterable[str]) -> dict[str, FileRecord]:
    """The files ``names`` of a generation in ``folder`` too, and their records: none is copied."""
    for name in names:
        link_file(kept.folder / name, folder / name)
    return {name: kept.manifest.files[name] for name in names}


def place_encoder(cache: Path, folder: Path, previous: Generation | None) -> None:
    """Put the encoder into ``folder``: one copy on disk for all generations.

    It is not shared with the cache, so that damage to either can be mended from the other.
    """
    for source in sorted(path for path in cache.rglob("*") if path.is_file()):
        name = (Path(ENCODER) / source.relative_to(cache)).as_posix()
        record = previous.manifest.files.get(name) if previous else None
        if previous and record and record.sha256 == file_digest(source):
            link_file(previous.folder / name, folder / name)
        else:
            copy_file(source, folder / name)
