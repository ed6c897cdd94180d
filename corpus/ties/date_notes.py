"""What a labelled value says beside each of its dates: kind of document, place and method."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.dates import DateMention, find_dates
from corpus.model import StageKind
from corpus.ties.signing import is_room, method_of
from corpus.ties.stages import stage_of, stage_of_note

_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]{1,40})[)）\]】]")
# Between what belongs to one date and what belongs to the next.
_PARTS = re.compile(r"[;；、/|\n)）]")
_ENDS = re.compile(r"[,，;；、/|\n]")
_PLACE = re.compile(
    r"(?:체결|서명|조인|결연|签字|签署|簽署|签约|簽約|signing)?\s?(?:장소|地点|地點|place|venue)"
    r"\s?[:：]\s?(?P<place>\S.*)",
    re.IGNORECASE,
)
# Beside the name of a place: that something was there.
_AT = re.compile(r"^(?:[Aa]t|[Ii]n)\s+(?:the\s+)?(?=[A-Z])|^[于於在](?=[一-鿿]{2})|에서$")
_LABEL = re.compile(r"^[^:：\d]{0,40}[:：]")


class Note(NamedTuple):
    """Place and method are as written."""

    kind: StageKind | None = None
    place: str | None = None
    method: str | None = None


def read_note(quote: str, date: str | None) -> Note:
    """What ``quote``, a value with its label, says beside ``date`` (EDTF), one of its dates."""
    label = _LABEL.match(quote)
    value = quote[label.end() :] if label else quote
    dates = find_dates(value)
    index = next((i for i, found in enumerate(dates) if found.edtf == date), None)
    if index is None:
        return Note()
    behind = _behind(value, dates, index)
    kind = _kind(value, dates, index, behind)
    notes = [note.strip() for note in _BRACKETS.findall(behind)]
    named = (label["place"].strip() for note in notes if (label := _PLACE.fullmatch(note)))
    place = next(named, None) or next((_AT.sub("", note) for note in notes if is_room(note)), None)
    method = next((note for note in notes if method_of(note)), None)
    return Note(kind, place, method)


def _behind(value: str, dates: list[DateMention], index: int) -> str:
    """What stands behind a date, up to the next one."""
    end = dates[index + 1].span.start if index + 1 < len(dates) else len(value)
    return value[dates[index].span.end : end]


def _kind(value: str, dates: list[DateMention], index: int, behind: str) -> StageKind | None:
    """The kind in brackets behind a date, or else on the side on which the first date has one."""
    bracket = _BRACKETS.match(behind.lstrip())
    noted = stage_of_note(bracket[1]) if bracket else None
    if noted:
        return None if noted == "agreement" else noted
    start = dates[index - 1].span.end if index else 0
    before = _PARTS.split(value[start : dates[index].span.start])[-1]
    if len(dates) == 1:
        return stage_of(before) or stage_of(behind)
    first = stage_of(value[: dates[0].span.start])
    return stage_of(before) if first else stage_of(_ENDS.split(behind)[0])
