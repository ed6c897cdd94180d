"""Names that are asked for: whoever asks what somebody or something is called wants to hear it.

That experts came, or that companies did, is near to a question for their names and answers none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from corpus.gazetteer import Mention
from corpus.people import find_people
from corpus.text import fold_text
from service.lexicon import has, search_all, strip
from service.strangers import proper_names

Sort = Literal["person", "thing"]


def sort_named(bare: str) -> Sort | None:
    """Whether the name of a person or of a thing is asked for; None where none is.

    Of several words in front of "name", the last one says whose it is.
    """
    for match in search_all("naming_of", bare):
        told = match["of"]
        ends: dict[Sort, int] = {
            "person": _last(told, "named_people"),
            "thing": _last(told, "nameable"),
        }
        sort = max(ends, key=lambda one: ends[one])
        if ends[sort] >= 0:
            return sort
    return None


def _last(text: str, section: str) -> int:
    return max((match.end() for match in search_all(section, text)), default=-1)


def tells_name(sort: Sort, text: str, places: Sequence[Mention], leaders: bool = False) -> bool:
    """Whether ``text`` has the name of somebody with an office, or of something."""
    if sort == "person":
        return leaders or any(found.person.name for found in find_people(text, places))
    folded = fold_text(text)
    if any(has_name(folded, name) for name in ("marked", "ko", "zh")):
        return True
    return bool(proper_names(text, [mention.span for mention in places]))


def has_name(folded: str, sort: str) -> bool:
    """Whether a folded text has what is written as names of things are."""
    return bool(search_all("name_told", folded, sort))


def tells_chief(asked: str, text: str) -> bool:
    """Whether a text that has an office at all has it itself, and not only its deputy."""
    folded, question = fold_text(text), fold_text(asked)
    if not has("chiefs", question) or has("deputies", question):
        return True
    return not has("deputies", folded) or has("chiefs", strip("deputies", folded))


def editions(folded: str) -> frozenset[int]:
    """The numbers of festivals, fairs and the like in a folded text."""
    return frozenset(int(match["number"]) for match in search_all("editions", folded))
