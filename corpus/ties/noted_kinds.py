"""The kind of a tie as a note in its row: behind the name ("고마키시(자매)"), or a remark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.labels.words import structure_of
from corpus.model import Block, Page, Span
from corpus.setting.line_heads import LONGEST
from corpus.text import fold_text
from corpus.ties.stages import stage_of_note
from corpus.wordlists import load_toml

# A note that is no more than the kind of a tie.
_KIND = re.compile(
    r"(?:국제|국외|해외)? ?"
    r"(?:자매|우호|친선|협력|교류|결연|도시|관계|협약|협정|체결|의향|\s|[·,/]){1,12}"
    r"|(?:国际|國際)?(?:友好|友谊|友誼|姐妹|姊妹|交流|城市|关系|關係|合作|都市|缔结|締結|结好|結好){1,4}"
    r"|(?:sister|friendship|friendly|twin)(?: (?:city|cities|town|county|district|ties|relations))?"
)
_BRACKETED = re.compile(r"[(（\[【〔<〈]\s?([^()（）\[\]【】〔〕<>〈〉]{2,20})\s?[)）\]】〕>〉]")
_COLUMNS = ("place", "country", "region", "note")


def noted_kinds(page: Page, block: Block) -> Iterator[tuple[Span, str]]:
    """The cells of a row with such a note, and the note as written."""
    for cell, header in zip(block.cells, block.headers, strict=False):
        column = structure_of(header)
        if column not in _COLUMNS:
            continue
        text = page.quote(cell)
        notes = [text] if column == "note" else _BRACKETED.findall(text)
        for note in notes:
            folded = fold_text(note).strip(" .※*-")
            if _KIND.fullmatch(folded) and stage_of_note(folded):
                yield cell, note
                return


def badge_of(page: Page, block: Block) -> str:
    """The word for the kind of a tie at either end of the line that opens a card; "" if none."""
    text = page.quote(block.span)
    if block.kind == "row" or len(text) > LONGEST:
        return ""
    words = text.split()
    ends = (words[0], words[-1]) if len(words) > 1 else ()
    badges = load_toml("headings.toml")["badges"]
    return next((w for w in ends if fold_text(w).strip("[](){}<>【】") in badges), "")
