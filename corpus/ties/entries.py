"""Short entries of lists that tell a signing by a date and hardly a word."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.dates import find_dates
from corpus.labels.words import is_document
from corpus.model import StageKind
from corpus.patterns import any_of
from corpus.text import fold_text
from corpus.ties.clauses import dated_clauses
from corpus.ties.stages import stage_of
from corpus.ties.statements import ENTRY, Statement, has_verb, is_refused
from corpus.wordlists import load_toml

# Between a word for partners and the date or the end of an entry.
# A document or a kind of tie with its date in brackets: "우호교류(2017. 11. 8.)".
_DOCUMENT = re.compile(
    r"(?:^|[:：,/|] ?)"
    r"(?P<document>[^\s:：,/|()（）\d](?:[^:：,/|()（）\d]{0,16}[^\s:：,/|()（）\d])?)"
    r" ?[(（]['’]?\d"
)
# A note in brackets that says no more than since when: "(since May 2, 1998)", "(1998.5.2~)".
_SINCE_BEFORE = re.compile(r"[(（]\s?(?:since|from|自|从)\s?$")
_SINCE_BEHIND = re.compile(r"\s?(?:부터|이후|~|∼|～|–|起|至今|以来)?\s?[)）]\.?\s*$")
_LONGEST = 120
_CLOSING = re.compile(
    r"[\s:(|]*(?:도시|체결|관계|일|날짜|缔结|结成|signed|since|established|concluded|formed)?"
    r"(?: on| in)?[\s:(|)\].]*"
)


def find_entry(text: str) -> Statement | None:
    """An entry that tells only a date and a verb ("(1981年4月19日缔结)"), or a kind of partner.

    What was signed is what the heading above it speaks of where it names no kind itself.
    """
    since = _since(text)
    if len(text) > (_LONGEST if since else ENTRY):
        return None
    named = _DOCUMENT.search(text)
    document = named["document"] if named and is_document(named["document"]) else ""
    told = document or since or has_verb(text) or _pattern("partners").search(fold_text(text))
    if not told:
        return None
    clauses = dated_clauses(text)
    dated = [clause for clause in clauses if clause.dates]
    if len(dated) != 1 or len(dated[0].dates) != 1 or is_refused(dated[0].folded.text):
        return None
    date = dated[0].dates[0]
    before, behind = fold_text(text[: date.span.start]), fold_text(text[date.span.end :])
    if _pattern("bare").search(behind) or since:
        return Statement("agreement", date, dated[0])
    closed = not behind.strip(" .)")
    kind = _behind(behind) or (_before(before) if closed else None)
    kind = kind or (stage_of(document) if closed and document else None)
    return Statement(kind, date, dated[0]) if kind else None


def _since(text: str) -> bool:
    """Whether ``text`` ends with a note of one date since which something has been."""
    if not text.rstrip().removesuffix(".").endswith((")", "）")):
        return False
    dates = find_dates(text)
    if len(dates) != 1:
        return False
    before, behind = text[: dates[0].span.start], text[dates[0].span.end :]
    opened = before.rstrip().endswith(("(", "（")) and not behind.strip().startswith((")", "）"))
    noted = _SINCE_BEFORE.search(fold_text(before)) is not None or opened
    return noted and _SINCE_BEHIND.fullmatch(behind) is not None


def _before(text: str) -> StageKind | None:
    """The kind of partner that ``text`` closes with."""
    for partners in _pattern("partners").finditer(text):
        if _CLOSING.fullmatch(text, partners.end()):
            return stage_of(partners.group())
    return None


def _behind(text: str) -> StageKind | None:
    """The kind of partner that ``text`` is."""
    text = text.lstrip(" (:|")
    partners = _pattern("partners").match(text)
    if partners is None or not _CLOSING.fullmatch(text, partners.end()):
        return None
    return stage_of(partners.group())


@lru_cache(maxsize=2)
def _pattern(name: str) -> re.Pattern[str]:
    patterns = load_toml("stages.toml")["verbs"][name]
    return any_of([patterns] if isinstance(patterns, str) else patterns)
