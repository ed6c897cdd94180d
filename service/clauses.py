"""The questions that are asked in one breath: "when did they sign, and who is its mayor?"."""

from __future__ import annotations

import re

from corpus.gazetteer import Mention
from corpus.text import fold_text
from service.catalogue import Catalogue
from service.doings import kinds_in
from service.lexicon import find_operation, find_property, first_of, has, names
from service.linking import BLANK

# Stands for the further letters of a name that is blanked out.
_REST = "\x00"
# What asks for something by itself: which is first, how many there are.
_RANKING = ("count", "first", "last", "largest", "smallest")
# Behind a name such words join it to something, and begin no question.
_NAME = f"[{BLANK}{_REST}][시구군]"
# Where one question may end and the next begin.
_CUT = re.compile(
    r"[?？;；]+\s*|[,，、]\s*(?:(?:and|plus|also|그리고|또|그럼|还有|另外|以及|并且|而且)\s*)*"
    rf"|(?<![{BLANK}{_REST}])\s+(?:and|plus|&)\s+(?:also\s+)?"
    rf"|\s+(?:and|plus|&)\s+(?:also\s+)?(?!{BLANK})|\s+그리고\s+"
    rf"|(?<=[가-힣])(?:고|며|는지|인지|은지|(?<!{_NAME})(?:이랑|하고|와|과|(?<!이)랑))\s+"
    r"|(?:还有|另外|以及|并且|和)"
)
# As many questions as are answered together.
MOST = 4


def find_clauses(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The questions that ``text`` consists of, in order; none where it is one question.

    What asks for nothing by itself goes with what stands behind it, or at the end before it.
    """
    if not _CUT.search(text):
        return ()
    mentions = catalogue.gazetteer.find(text, (), catalogue.partnered, question=True)
    masked = _masked(text, mentions)
    ends = [match.end() for match in _CUT.finditer(masked)] + [len(text)]
    pieces: list[tuple[int, str | None]] = []
    begin, asked = 0, None
    for start, end in zip([0, *ends], ends, strict=False):
        key = _asked(masked[start:end])
        # The same may be asked of another place.
        placed = BLANK in masked[begin:start] and BLANK in masked[start:end]
        other = key != asked or (placed and key in names("properties"))
        if key and asked and other:
            pieces.append((begin, asked))
            begin, asked = start, key
        asked = asked or key
    pieces.append((begin, asked))
    starts = [start for start, _ in pieces]
    if not 1 < len(pieces) <= MOST or pieces[-1][1] is None:
        return ()
    return tuple(
        text[start:end].strip(" ,，、?？;；")
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    )


def _masked(text: str, mentions: list[Mention]) -> str:
    """``text`` with names blanked out, and as long as before."""
    letters = list(text)
    for mention in mentions:
        span = mention.span
        letters[span.start : span.end] = [BLANK, *_REST * (span.end - span.start - 1)]
    return "".join(letters)


def _asked(masked: str) -> str | None:
    """What a piece of a question asks for by itself; None where it asks for nothing."""
    bare = fold_text(masked.replace(_REST, ""))
    name, _ = find_property(bare)
    wants = first_of("wants", bare)
    if name and name != "signed":
        return name
    operation = find_operation(bare)
    superlative = operation in ("largest", "smallest")
    if superlative or (operation in _RANKING and (wants or has("partners", bare))):
        return operation
    if has("sort_of_place", bare.strip(" ,?")):
        return "profile"
    exchanged = has("exchanges", bare) and wants != "what"
    told = kinds_in(bare) or exchanged or has("leading", bare) or has("anaphora", bare)
    return wants if wants and (told or (name and has("sign_verbs", bare))) else None
