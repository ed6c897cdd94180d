"""Names that are asked for: whoever asks what somebody or something is called wants to hear it.

That experts came, or that companies did, is near to a question for their names and answers none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.gazetteer import Mention
from corpus.people import find_people
from corpus.text import fold_text
from service.concepts import concepts_of
from service.lexicon import has, search_all, strip
from service.strangers import proper_names

# So many letters at most stand between a word for people and "name": "the festival that the staff
# visited" is no name of the staff.
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Named:
    """Whose name is asked for: of a person or a thing, and the word for what it is."""

    sort: Literal["person", "thing"]
    noun: str


def find_named(bare: str) -> Named | None:
    """Whose name a folded question asks for; None where it asks for none.

    Of several words in front of "name", the last one says whose it is.
    """
    for match in search_all("naming_of", bare):
        person, thing = (_last(match["of"], s) for s in ("named_people", "nameable"))
        if thing is not None and (person is None or person.end() <= thing.end()):
            return Named("thing", thing.group())
        if person is not None and len(match["of"]) - person.end() <= _BESIDE:
            return Named("person", person.group())
    return None


def _last(text: str, section: str) -> re.Match[str] | None:
    return max(search_all(section, text), key=lambda match: match.end(), default=None)


def tells_name(named: Named, text: str, places: Sequence[Mention]) -> bool:
    """Whether ``text`` has the name of somebody with an office, or of something."""
    if named.sort == "person":
        return any(found.person.name for found in find_people(text, places))
    folded = fold_text(text)
    if search_all("name_told", folded, "marked"):
        return True
    written = [m.group() for name in ("ko", "zh") for m in search_all("name_told", folded, name)]
    if any(named.noun in name or concepts_of(named.noun) & concepts_of(name) for name in written):
        return True
    return bool(proper_names(text, [mention.span for mention in places]))


def tells_chief(asked: str, text: str, surely: bool = False) -> bool:
    """Whether a text that has an office at all has it itself, and not only its deputy.

    Where it must ``surely`` have it, a text without any office has none.
    """
    folded, question = fold_text(text), fold_text(asked)
    if has("deputies", question):
        return has("deputies", folded)
    if not has("chiefs", question):
        return True
    if not surely and not has("deputies", folded):
        return True
    return has("chiefs", strip("deputies", folded))


def editions(folded: str) -> frozenset[int]:
    """The numbers of festivals, fairs and the like in a folded text."""
    return frozenset(int(match["number"]) for match in search_all("editions", folded))
