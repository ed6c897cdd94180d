"""The pages and questions that every system gets."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.model import Block, Language, Page
from corpus.pages import load_pages
from service.evaluation import Golden, read_questions
from service.expected import meets

ROOT = Path(__file__).parents[2]
EVAL = ROOT / "tests" / "eval"
# Look-ups only: what has to be counted or compared first stands in no passage.
OPEN = tuple(
    EVAL / f"{name}.jsonl"
    for name in (
        "golden-dev",
        "golden-dev-second",
        "golden-dev-local",
        "golden-triples",
        "districts/golden-dev",
    )
)
# Nothing but totals is told of these: Gyoryu was tuned on the others.
SEALED = (EVAL / "golden-heldout.jsonl", EVAL / "districts" / "golden-sealed.jsonl")
OURS = ROOT / "corpus" / "pages"
OTHERS = ROOT / "tests" / "corpus" / "gold" / "dev"
# The suffix of what is known of a gold page, which is no page.
_GOLD = ".json"


@dataclass(frozen=True, slots=True)
class Material:
    """``pages`` as they are, ``texts`` the same as plain text, and the questions about them.

    ``languages`` are those of the pages, by id.
    """

    pages: Path
    texts: Path
    languages: Mapping[str, tuple[Language, ...]]
    open: tuple[Golden, ...]
    sealed: tuple[Golden, ...]

    def told_alike(self, golden: Golden) -> bool:
        """Whether a page that answers is in the language of the question, at least in part."""
        return any(
            golden.language in languages
            for page, languages in self.languages.items()
            if page.startswith(golden.page)
        )


def prepare(folder: Path) -> Material:
    """Lay out pages and texts below ``folder``, anew; read the questions."""
    shutil.rmtree(folder, ignore_errors=True)
    pages, texts = folder / "pages", folder / "texts"
    pages.mkdir(parents=True)
    texts.mkdir()
    asked, sealed = _questions(OPEN), _questions(SEALED)
    for path in _wanted({golden.page for golden in (*asked, *sealed)}):
        shutil.copy(path, pages)
    read = [page for page in load_pages(pages) if isinstance(page, Page)]
    for page in read:
        (texts / f"{page.id}.txt").write_text(plain_text(page), encoding="utf-8")
    languages = {page.id: page.languages for page in read}
    return Material(
        pages, texts, languages, tuple(_findable(asked, read)), tuple(_findable(sealed, read))
    )


def plain_text(page: Page) -> str:
    """The text of ``page``: a line for each item and row, a blank line before headings and
    paragraphs, unless a paragraph comes right under its heading.
    """
    pieces: list[str] = []
    before: Block | None = None
    for block in page.blocks:
        apart = block.kind == "heading" or (
            block.kind == "paragraph" and (before is None or before.kind != "heading")
        )
        pieces.append(("\n" if apart and before else "") + page.quote(block.span))
        before = block
    return "\n".join(pieces) + "\n"


def _questions(files: Iterable[Path]) -> list[Golden]:
    """Questions that a page answers and that stand alone: only Gyoryu knows of a turn before."""
    return [
        golden
        for file in files
        for golden in read_questions(file)
        if golden.answerable and golden.expect and golden.page and not golden.context_of
    ]


def _findable(asked: Iterable[Golden], pages: Sequence[Page]) -> list[Golden]:
    """Those whose page says what is expected, so that a passage can."""
    return [
        golden
        for golden in asked
        if any(
            page.id.startswith(golden.page) and all(meets(e, [page.text]) for e in golden.expect)
            for page in pages
        )
    ]


def _wanted(named: set[str]) -> list[Path]:
    """Our pages, and those of the others that a question is about, with their metadata."""
    others = [
        path
        for path in sorted(OTHERS.iterdir())
        if path.suffix != _GOLD and any(path.name.startswith(page) for page in named)
    ]
    return [*(path for path in sorted(OURS.iterdir()) if path.is_file()), *others]
