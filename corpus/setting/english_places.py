"""Towns that nothing knows, as English prose about partners names them: "our sister city of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from corpus.dates.months import FULL_NAMES
from corpus.dates.relative_forms import WEEKDAY_NAMES
from corpus.gazetteer import Gazetteer, Mention
from corpus.page_reading import PageReading
from corpus.sentences import sentence_spans
from corpus.setting.local_names import is_outer
from corpus.setting.name_shapes import may_be_name
from corpus.setting.running_names import IN_HEARTS, beside

_WORD = r"[A-Z][a-z\u00e0-\u017e'’]{2,20}"
_TOWN = rf"{_WORD}(?:(?: (?:on|upon|de|la|del|der))? {_WORD}){{0,2}}"
_NAME = f"(?P<name>{_TOWN})"
_KIND = r"(?:City|County|Town|Township|Village|Shire|Borough)"
# What says that a sentence is of a tie between towns.
_TIE = re.compile(
    r"\b(?:sister(?:[ -](?:cit(?:y|ies)|town|state|council|school|county|village)|hood)"
    r"|(?:friendship|twin|partner) (?:cit(?:y|ies)|town)|twinn(?:ed|ing))",
    re.IGNORECASE,
)
_UNIT = r"(?:[Cc]ity|[Tt]own|[Vv]illage|[Cc]ounty|[Dd]istrict|[Ss]hire|[Bb]orough|[Mm]unicipality)"
# Right behind words for the tie: only a place can stand there.
_TIED = re.compile(
    r"\b(?:[Ss]ister|[Ff]riendship|[Tt]win|[Pp]artner)[ -](?:[Cc]ity|[Tt]own)"
    r"(?: (?:relationship|relations|agreement|affiliation|partnership|ties))?"
    rf"(?: (?:of|with)|,) (?:the )?(?:{_UNIT} of )?{_NAME}"
    rf"|\bsister city (?P<other>{_TOWN})"
    rf"|\btwinned with (?:the )?(?:{_UNIT} of )?(?P<third>{_TOWN})"
)
# Of a town, where the sentence is one of a tie.
_OFFICE = re.compile(
    rf"\b(?:[Mm]ayor|{_UNIT}|[Cc]ouncil|people|citizens|residents|students) of (?:the )?"
    rf"(?:{_UNIT} of )?{_NAME}"
    rf"|(?:^|(?<=[a-z,.] ))(?P<other>{_TOWN}) (?:[Mm]ayor|[Cc]ity (?:[Cc]ouncil|[Hh]all))\b"
    rf"|\b[Bb]etween (?:the )?(?:{_UNIT} of )?(?P<fourth>{_TOWN}) and "
    rf"|\b[Bb]etween (?:the )?(?:{_UNIT} of )?{_TOWN} and (?:the )?(?:{_UNIT} of )?"
    rf"(?P<fifth>{_TOWN})"
    r"|\b(?:agreements?|relationship|relations|ties|partnership|exchanges?|MOU)\b[^.,;]{0,30}"
    rf" with (?:the )?(?P<third>{_TOWN})"
    r"(?= (?:in|on|since|for|was|were|and|via|at|to)\b|[.,;)])"
)
# A name that says what it is.
_ENDED = re.compile(
    rf"\b(?:from|to|in|with|and|of) (?P<name>{_WORD}(?: {_WORD})? {_KIND})(?![ ]?[A-Z])"
)
# An unknown and a known town in the name of what is both's ("Redmond-Fuchu Sister City").
_JOINED = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD})?) ?(?:/|-|–|&|and) ?(?P<other>{_WORD}(?: {_WORD})?)"
    r"(?='s? | )(?= ?(?:[Ss]ister|[Ff]riendship|[Tt]win)[ -]?(?:[Cc]it|[Tt]own))"
)
# Before the country that a town lies in.
_BEFORE_COUNTRY = re.compile(rf"(?<![A-Z] ){_NAME}(?:,| in) $")
_REACH = 48
_LIST = re.compile(r",? (?:and )?(?:the )?")
# A name that is told but once is no partner's.
_LEAST = 2
# Words that open a sentence, or stand before a name, and are of none.
_NO_NAMES = re.compile(
    r"(?:The|This|That|These|Those|When|While|Since|After|Before|During|Both|Each|Every|Our|Their"
    r"|Mayor|Governor|Deputy|Vice|President|Chairman|Chairperson|Councillor|Director|Sister|Cities"
    rf"|{FULL_NAMES}|{WEEKDAY_NAMES}|University|School|College|Park"
    r"|Committee|Commission|Association|Council|Program|Programme|International|Japanese|Korean"
    r"|Chinese|American|Australian|National|Central|District|County|Province|Prefecture|State"
    r"|Relations|Exchange|Agreement|Hall|Street|Center|Centre|Museum|Festival|Day|Week|Office)\b"
)


def english_places(page: PageReading, gazetteer: Gazetteer) -> Iterator[str]:
    """Names of unknown towns, with the country beside them where one stands there."""
    texts = [
        text[slice(*span)]
        for block in page.blocks
        if block.kind in ("paragraph", "heading", "caption")
        for text in (page.quote(block.span),)
        if any(c.isascii() and c.isalpha() for c in text)
        for span in sentence_spans(text)
    ]
    if not any(map(_TIE.search, texts)):
        return
    told: dict[str, bool] = {}
    for text in texts:
        for name, sure in _told_in(text, gazetteer):
            told[name] = told.get(name, False) or sure
    for name, sure in told.items():
        if sure or sum(text.count(name) for text in texts) >= _LEAST:
            yield name


def _told_in(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, bool]]:
    """The names that one sentence of a tie tells, each with whether nothing else may stand there.

    An office or an agreement may be with a person as well.
    """
    if not _TIE.search(text):
        return
    for pattern in (_TIED, _ENDED, _OFFICE):
        for match in pattern.finditer(text):
            name = next(filter(None, match.groupdict().values()))
            if _is_unknown(name, gazetteer) and not IN_HEARTS.match(text, match.end()):
                yield name, pattern is not _OFFICE
    for match in _JOINED.finditer(text):
        known = [bool(gazetteer.find(match[side])) for side in ("name", "other")]
        name = match["name" if known[1] else "other"]
        if known.count(True) == 1 and _is_unknown(name, gazetteer):
            yield name, False
    yield from ((name, True) for name in _before_countries(text, gazetteer))


def _before_countries(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    mentions = gazetteer.find(text)
    for mention, after in zip_longest(mentions, mentions[1:]):
        if not is_outer(mention, gazetteer) or _is_listed(text, mention, after, gazetteer):
            continue
        before = text[max(0, mention.span.start - _REACH) : mention.span.start]
        match = _BEFORE_COUNTRY.search(before)
        if match and _is_unknown(match["name"], gazetteer):
            yield beside(match["name"], text[slice(*mention.span)])


def _is_listed(text: str, one: Mention, other: Mention | None, gazetteer: Gazetteer) -> bool:
    """Whether another country follows, so that what stands before the first is in no country."""
    if other is None or not is_outer(other, gazetteer):
        return False
    joined = _LIST.fullmatch(text, one.span.end, other.span.start) is not None
    return joined and not gazetteer.related(one.place, other.place)


def _is_unknown(name: str, gazetteer: Gazetteer) -> bool:
    """Whether ``name`` may be of a town, and the gazetteer knows none of its words."""
    return not (_NO_NAMES.search(name) or gazetteer.find(name)) and may_be_name(name)
