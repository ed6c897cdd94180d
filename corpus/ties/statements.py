"""Statements of running text that two places signed a document or became partners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.dates import DateMention
from corpus.model import Span, StageKind
from corpus.patterns import any_of
from corpus.text import fold, fold_text
from corpus.ties.clauses import Clause, dated_clauses, is_unfulfilled
from corpus.ties.signing_dates import signing_dates
from corpus.ties.stages import is_glued, stage_of, words_pattern
from corpus.wordlists import load_toml

# How far (characters) around its verb the object of a signing stands.
_NEAR_BEFORE, _NEAR_BEHIND = 26, 70
# A date that opens an entry is that of all of it.
_OPENING = 24
# The most characters of an entry that leaves the rest to its heading.
ENTRY = 60
_ON_TOPIC = re.compile(
    r"[가-힣][^,.()]{1,40}?(?:에 관한|에 대한) ?[가-힣]{0,4}?(?:협정|협약|합의|의정서|협의서)"
    r"|关于[^,。()]{2,24}的?(?:协议|协定|合同)"
    r"|\b(?:agreement|protocol|accord)s? (?:on|concerning|regarding|about) [^,.;]{4,60}"
)
_OF_TIE = re.compile(
    "자매|우호|친선|결연|교류|협력|友好|姐妹|姊妹|友城|结好|交流|合作"
    "|sister|friend|twin|exchange|cooperat|relation|tie|partner"
)
_TITLED = re.compile(r"《[^》]{4,}》|『[^』]{4,}』")
# Behind these a Korean sentence goes on from the date that it named to what was done just now.
_NOW = re.compile(r" (?:이번에|금번에)(?:는|도)? ")
# The year of the signing that describes a partner stands right before it.
_DESCRIBED_AT = re.compile(
    r"\d{4}년(?: \d{1,2}월)?에? (?:국제)? ?(?:자매|우호|친선)? ?(?:교류|협력|도시)? ?"
    r"(?:결연|협정|협약|도시|관계)(?: 협약| 협정| 관계)?[을를]? ?(?:맺은|체결한|한) "
)
_DAY = len("2016-10-13")
_NUMERAL = re.compile(r"[\d〇一二三四五六七八九]")
_CLOSES = re.compile(r"[。;]|,(?!\d{3})(?! the )|\. ")
# The country behind a name opens nothing ("a relationship with Kushiro, Japan since 1965").
_OPENS = re.compile(r"[。;]|,(?! (?:[a-z.]+ ){1,3}(?:since|in \d))")


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that tells a signing: the kind of document and the date; both spans in the block."""

    kind: StageKind
    date: DateMention
    clause: Clause


def find_statements(text: str, published: str | None = None) -> Iterator[Statement]:
    """The signings that ``text``, ``published`` on a day (ISO), tells as done, with their dates."""
    if not (published or _NUMERAL.search(text)) or not has_verb(text):
        return
    clauses = dated_clauses(text, published)
    before: Clause | None = None
    refused: Span | None = None
    for number, clause in enumerate(clauses):
        if _institutions().search(clause.folded.text) and has_verb(clause.text):
            refused = clause.sentence
        elif refused == clause.sentence and not _pattern("both_places").search(clause.folded.text):
            continue
        described = _described(clause) if clause.dates else None
        if described:
            yield Statement(*described, clause)
            continue
        told = _signing(clause) if clause.dates else None
        if told is not None:
            before = clause
            for date in signing_dates(clause, told[1]):
                yield Statement(told[0], date, clause)
            continue
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        kind = _elliptic(clause, before, following) if clause.dates else None
        if kind:
            yield Statement(kind, clause.dates[0], clause)


def state_of_event(text: str, span: Span, date: DateMention) -> Statement | None:
    """The signing that an entry tells whose date stands beside it; ``span`` is its place."""
    # Who came to see it signed, in a cell of its own, is no party to it.
    cells = (text, *(text.split("|") if "|" in text else ()))
    found = (_signing(Clause(span, span, cell, (date,))) for cell in cells)
    told = next((signing for signing in found if signing), None)
    at = date.span.end - span.start
    if told and date.span.within(span) and at > _OPENING and "|" not in text:
        sentence = re.search(r"[。]|[다음됨]\. ", text[at:])
        verb = fold(text).span(*told[1].span()).start
        # What was signed at another time than what the entry dates before.
        if sentence and at + sentence.start() < verb:
            return None
    return Statement(told[0], date, Clause(span, span, text, (date,))) if told else None


@lru_cache(maxsize=1024)
def has_verb(text: str) -> bool:
    """Whether ``text`` has a verb that makes two places partners."""
    folded = fold_text(text)
    return bool(_pattern("sign").search(folded) or _pattern("become").search(folded))


def tells_signing(clause: Clause) -> bool:
    """Whether a clause without a date speaks of a document being signed."""
    told = _unsaid(clause.folded.text)
    return _pattern("sign").search(told) is not None and not is_refused(clause.folded.text)


def tells_partners(clause: Clause) -> bool:
    """Whether a clause tells that two places signed a document or became partners."""
    told = _signing(clause)
    return told is not None and (not clause.dates or bool(signing_dates(clause, told[1])))


def _described(clause: Clause) -> tuple[StageKind, DateMention] | None:
    """The document that a clause describes by the date of its signing, right before it."""
    folded = clause.folded
    match = _pattern("described_document").search(folded.text)
    if match is None or _institutions().search(folded.text) or is_unfulfilled(match.group()):
        return None
    at = clause.span.start + folded.span(match.start(), match.end()).start
    date = next((d for d in clause.dates if d.span.start < at + 1 <= d.span.end), None)
    return (stage_of(match.group()) or "agreement", date) if date else None


def _signing(clause: Clause) -> tuple[StageKind, re.Match[str]] | None:
    """The kind of document and the verb of a clause that tells a signing as done."""
    folded = clause.folded.text
    told = _unsaid(folded)
    if is_refused(told):
        return None
    last = clause.language == "ko"
    now = _NOW.search(told) if last else None
    if now and _NUMERAL.search(told, 0, now.start()):
        told = told[: now.start()]
    if last and _only_describes(clause, told):
        return None
    verb = _verb("sign", told, last)
    if verb and _pattern("document").search(told):
        kind = _kind(clause, told, verb)
        if kind or _names_agreement(told):
            return kind or "agreement", verb
    verb = _verb("become", told, last)
    partners = _made(told, verb, last) if verb else None
    if verb and partners:
        return _kind(clause, told, verb) or stage_of(partners.group()) or "agreement", verb
    return None


def leaves_open(text: str, clause: Clause) -> bool:
    """Whether a statement of an agreement leaves its kind to the heading above it.

    It does in a short entry, and where no document is named ("两市缔盟"); one that names a
    document by its title ("《旅游合作协议》"), or by another matter than the tie ("연수에 관한
    협정서"), leaves nothing open.
    """
    topic = _ON_TOPIC.search(clause.folded.text)
    if _TITLED.search(clause.text) or (topic and not _OF_TIE.search(topic.group())):
        return False
    return len(text) <= ENTRY or not _names_agreement(_unsaid(clause.folded.text))


def _elliptic(clause: Clause, before: Clause | None, following: Clause | None) -> StageKind | None:
    """The kind of a document whose verb a clause beside it of the same sentence has.

    In English it stands before ("signed … in 1997 and a friendship agreement in 2001"), in Korean
    behind ("1981년 자매결연을, 1991년 우호협정을 체결했다").
    """
    told = _unsaid(clause.folded.text)
    same = before is not None and before.sentence == clause.sentence
    if is_refused(told) or len(clause.dates) > 1:
        return None
    if same and (stage_of(told) == "renewal" or _pattern("renewed").search(told)):
        return "renewal"
    if not _pattern("document").search(told):
        return None
    if clause.language == "ko":
        goes_on = following and following.sentence == clause.sentence and _signing(following)
        listed = re.search(r"[을를],? *$", told) is not None
        return stage_of(told) if goes_on and listed else None
    closed = _pattern("other").search(told) is not None
    return stage_of(told) if same and not closed and _names_agreement(told) else None


@lru_cache(maxsize=1024)
def is_refused(told: str) -> bool:
    """Whether it was only planned or talked about, or signed by institutions."""
    if is_unfulfilled(told) or _pattern("not_signed").search(told):
        return True
    return _institutions().search(told) is not None


@lru_cache(maxsize=1024)
def _unsaid(folded: str) -> str:
    """``folded`` with blanks for anniversaries, for what came before, and for rooms."""

    def blank(match: re.Match[str]) -> str:
        # "Since they signed in 1996" tells a signing, "after signing … in 2004" what came later.
        dated = match["after"] and any(sign.isdigit() for sign in folded[: match.start()])
        return match.group() if dated else " " * len(match.group())

    return _pattern("beside").sub(blank, folded)


def _only_describes(clause: Clause, told: str) -> bool:
    """Whether a Korean clause with one date tells something else of a partner it describes."""
    described = _pattern("described").search(told)
    if described is None or len(clause.dates) > 1:
        return False
    if _DESCRIBED_AT.search(told) and not (clause.dates and len(clause.dates[0].edtf) >= _DAY):
        return False
    return _pattern("doing").search(told, described.end()) is not None


def _made(told: str, verb: re.Match[str], last: bool) -> re.Match[str] | None:
    """The partners that the verb makes: right before it in Korean, else behind it in its clause
    or before it where they are a relationship."""
    pattern = _pattern("partners")
    if last:
        return pattern.search(told, max(0, verb.start() - _NEAR_BEFORE), verb.end())
    closed = _CLOSES.search(told, verb.end())
    end = min(closed.start() if closed else len(told), verb.end() + _NEAR_BEHIND)
    opened = [match.end() for match in _OPENS.finditer(told) if match.end() <= verb.start()]
    found = list(pattern.finditer(told, opened[-1] if opened else 0, end))
    return next((match for match in found if match.end() > verb.start()), next(iter(found), None))


def _names_agreement(told: str) -> bool:
    return any(word in told for word in load_toml("signing.toml")["document"]["words"])


def _verb(name: str, told: str, last: bool) -> re.Match[str] | None:
    """The verb of a clause: the first one, in Korean the last; a purpose is told beside it."""
    matches = list(_pattern(name).finditer(told))
    matches = [m for m in matches if not told.endswith("to ", 0, m.start())] or matches
    return (matches[-1] if last else matches[0]) if matches else None


def _kind(clause: Clause, told: str, verb: re.Match[str]) -> StageKind | None:
    """The kind of the verb's object: before it in Korean, and behind a passive; else behind it."""
    if is_glued(clause.text) and (glued := stage_of(clause.text)):
        return glued
    before = told[: verb.start()]
    opened = [match.end() for match in _OPENS.finditer(before)]
    near = told[max(0, verb.start() - _NEAR_BEFORE) : verb.end()]
    closed = _CLOSES.search(told, verb.end())
    behind = told[verb.start() : closed.start() if closed else verb.end() + _NEAR_BEHIND]
    segment = before[opened[-1] if opened else 0 :]
    passive = re.search(r"\b(?:was|were|been|be) (?:\w+ly )?$", before)
    order = [behind, segment, told]
    if clause.language == "ko":
        order = [near, told]
    elif passive and verb.group() not in ("twinned", "affiliated"):
        order = [segment, behind, told]
    return next((kind for kind in map(stage_of, order) if kind), None)


@lru_cache(maxsize=1)
def _institutions() -> re.Pattern[str]:
    table = load_toml("stages.toml")["institutions"]
    return words_pattern([*table["words"], *table["more"]])


@lru_cache(maxsize=16)
def _pattern(name: str) -> re.Pattern[str]:
    stages = load_toml("stages.toml")
    if name == "beside":
        return any_of([*stages["beside"]["patterns"], *stages["rooms"]["patterns"]])
    patterns = stages["verbs"].get(name) or stages[name]["patterns"]
    return any_of([patterns] if isinstance(patterns, str) else patterns)
