"""English names behind the place of their office, and behind an office that two share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.gazetteer import Mention
from corpus.model import Person, Span
from corpus.people.english_forms import CAPITAL, HONOUR
from corpus.wordlists import load_toml

_FULL_NAME = rf"{CAPITAL} (?:[A-Z]\. )?{CAPITAL}(?: {CAPITAL})?"
_BEHIND = re.compile(
    r"(?: (?:City|County|District|Province|Prefecture|Town|State|Region))?"
    rf",? {HONOUR}(?P<name>{_FULL_NAME})(?=,|\.|;| [a-z]|$)"
)


def paired_people(text: str, places: Sequence[Mention]) -> Iterator[tuple[Span, Person]]:
    """ "Mayor of Takasaki Hiroshi Tanaka", "Mayors Hiroshi Tanaka and Kim Ki-tae"."""
    starts = {mention.span.start: mention for mention in places}
    for match in _offices().finditer(text):
        mention = starts.get(match.end())
        name = _BEHIND.match(text, mention.span.end) if mention and match["one"] else None
        if mention and name and not any(m.span.overlaps(Span(*name.span("name"))) for m in places):
            span = Span(match.start(), name.end())
            yield span, Person(name["name"], match["one"], mention.place)
        for group in ("first", "second") if match["many"] else ():
            person = Person(match[group], match["many"])
            yield Span(*match.span(group)), person


@lru_cache(maxsize=1)
def _offices() -> re.Pattern[str]:
    table = load_toml("offices.toml")["en"]
    ranks = table["ranks"] + [rank.lower() for rank in table["ranks"]]
    titles = "|".join(sorted(map(re.escape, table["offices"] + table["plain"]), key=len)[::-1])
    one = rf"(?:(?:{'|'.join(ranks)})[ -])?(?:{titles})"
    return re.compile(
        rf"\b(?P<one>{one}) of (?:the )?"
        r"|\b(?P<many>(?:Vice |Deputy )?Mayor|Governor|President|Director|Commissioner"
        r"|Council ?[Mm]ember|Trustee|Magistrate|Supervisor|(?:City )?Councill?or)s"
        rf" {HONOUR}(?P<first>{_FULL_NAME}) and {HONOUR}(?P<second>{_FULL_NAME})"
    )
