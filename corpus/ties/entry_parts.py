"""The partners that an entry of a list names, one or several, each with its date if it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.dates import find_dates
from corpus.gazetteer import Gazetteer, Mention
from corpus.model import Span, StageKind
from corpus.setting.line_heads import without_relations
from corpus.setting.setting import Setting
from corpus.spans import blanked_at, lying_in, placed_in
from corpus.ties.innermost import certain, innermost
from corpus.ties.stages import stage_of, stages_of_heading

# No more entries than these stand in one line.
_MOST = 60
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]{0,60}[)）\]】]")
# What parts the entries of a line; a comma also stands between a name and what it lies in. Behind a
# date in brackets a space will do.
_PARTS = re.compile(
    r"\s*(?:[、;；|｜]|[,，](?!\d{3}(?!\d))|\s[/·]\s|\s(?:and|&|및|和)\s)\s*"
    r"|(?<=\d[)）]) +(?=[^\W\d_])"
)
_NOTED = re.compile(r"[(（\[【][^()（）\[\]【】\d]{1,40}[)）\]】]")
# A year by itself, at the start of an entry or at its end.
_YEAR = re.compile(
    r"^[\s(（]{0,3}((?:19|20)\d\d)(?=\s*[)）:：–—-])|(?<![\d.,/-])((?:19|20)\d\d)(?=[\s)）.]{0,3}$)"
)
_SMALL = re.compile(
    r"\b(?:the|of|in|and|city|cities|town|county|district|ward|state|province|prefecture|region"
    r"|republic|people's|since|from|on|signed|established|concluded|formed|affiliated|twinned"
    r"|agreement|memorandum|mou|letter of intent|renew(?:ed|al)|reaffirmed|relations?|relationship"
    r"|sister|friendship|friendly|twin|ties)\b"
    r"|[시구군주성도현부](?![가-힣])|[市区县郡州省道府町村]|[가-힣]{0,3}일자?(?= *:)"
    r"|자매|우호|친선|결연|체결|도시|협정|협약|교류|갱신|의향서|양해각서|부터|이후"
    r"|友好|姐妹|姊妹|城市|交流|关系|缔结|结好|签订|签署|协议|备忘录|意向书|续签|于|起"
)
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Part:
    """A partner and the date (EDTF) of its tie; ``kind`` where the entry itself says it."""

    place: str
    date: str | None = None
    kind: StageKind | None = None


@dataclass(slots=True)
class _Piece:
    """What stands between two signs: its names, its date, and the words that are left over."""

    inner: list[Mention]
    outer: list[Mention]
    dates: list[str]
    rest: str
    kind: StageKind | None


def parts_of(text: str, start: int, mentions: Sequence[Mention], read: Reader) -> list[Part]:
    """The partners that ``text`` lists from ``start`` on; empty where anything is left open."""
    spans = list(_split(text, start))
    if len(spans) > _MOST:
        return []
    for span in spans:
        if not read.take(_piece(text, span, mentions, read)):
            return []
    return read.close()


class Reader:
    """Puts the pieces of one line together: a name, where it lies, its date.

    ``setting`` tells what may be a partner, ``labelled`` that a label makes the line a list, in
    which unknown names stand as well.
    """

    def __init__(self, gazetteer: Gazetteer, setting: Setting, labelled: bool) -> None:
        self.gazetteer = gazetteer
        self.setting = setting
        self.labelled = labelled
        self.found: list[Part] = []
        # A region that nothing knows waits for the country behind it; the last partner has its
        # date; the last name was passed over.
        self._region = False
        self._closed = True
        self._passed = False

    def is_inner(self, mention: Mention) -> bool:
        """Whether a name is of what may be a partner here."""
        kind = self.gazetteer.places[mention.place].kind
        return kind in self.setting.kinds or mention.place in self.setting.regions

    def take(self, piece: _Piece) -> bool:
        """Take the next piece; False where the line cannot be read for certain."""
        if piece.rest:
            return self._unknown(piece)
        if len(piece.dates) > 1:
            return False
        places = innermost((mention.place for mention in piece.inner), self.gazetteer)
        if len(places) > 1:
            return False
        if places and places[0] not in certain(piece.inner):
            self._passed = True
            return True
        date = piece.dates[0] if piece.dates else None
        last = self.found[-1] if self.found else None
        if places and not (last and not self._passed and self._holds(last, places[0])):
            self._passed = False
            return self._open(Part(places[0], date, piece.kind), piece)
        if not places and not piece.outer and date is None:
            return not piece.kind
        return self._behind(piece, date)

    def close(self) -> list[Part]:
        """All that was read; nothing where the last region stands without its country.

        One date behind several names may be that of all of them, and is told of none.
        """
        if self._region:
            return []
        dated = [part for part in self.found if part.date]
        places = {part.place for part in self.found}
        if len(dated) == 1 < len(places):
            return [Part(part.place, None, part.kind) for part in self.found]
        return self.found

    def _open(self, part: Part, piece: _Piece) -> bool:
        outer = [m for m in piece.outer if not self._holds(part, m.place)]
        if self._region or outer:
            return False
        self.found.append(part)
        self._closed = part.date is not None
        return True

    def _behind(self, piece: _Piece, date: str | None) -> bool:
        """What stands behind a partner: where it lies, its date, a second date."""
        if self._passed:
            return True
        last = self.found[-1] if self.found else None
        named = [*piece.inner, *piece.outer]
        if last is None or any(not self._holds(last, m.place) for m in named):
            self._passed = self.labelled
            return self.labelled or (last is None and date is None and bool(named))
        if piece.inner or piece.outer:
            self._region = False
        if date is None:
            return True
        if not self._closed:
            self.found[-1] = Part(last.place, date, piece.kind or last.kind)
            self._closed = True
            return True
        if not piece.kind or (piece.inner or piece.outer):
            return False
        self.found.append(Part(last.place, date, piece.kind))
        return True

    def _unknown(self, piece: _Piece) -> bool:
        """A piece with other words: a region between commas, if its country follows."""
        if self.labelled and not _LATIN.search(piece.rest):
            self._passed = True
            return True
        bare = not (piece.inner or piece.outer or piece.dates)
        if not bare or self._region or not self.found or not _LATIN.search(piece.rest):
            return False
        self._region = True
        return True

    def _holds(self, part: Part, place: str) -> bool:
        return place == part.place or place in self.gazetteer.ancestors(part.place)


def _split(text: str, start: int) -> Iterator[Span]:
    """The pieces of a line between its signs, none of which stands in brackets."""
    closed = [Span(*match.span()) for match in _BRACKETS.finditer(text, start)]
    last = start
    for sign in _PARTS.finditer(text, start):
        inside = any(b.start < sign.start() < b.end for b in closed)
        if inside or sign.start() < last or _is_in_date(text, sign):
            continue
        if sign.start() > last:
            yield Span(last, sign.start())
        last = sign.end()
    if text[last:].strip():
        yield Span(last, len(text))


def _is_in_date(text: str, sign: re.Match[str]) -> bool:
    """Whether a comma is one inside of a date ("May 15, 1989")."""
    return any(d.span.start < sign.start() < d.span.end for d in find_dates(text))


def _piece(text: str, span: Span, mentions: Sequence[Mention], read: Reader) -> _Piece:
    named = list(lying_in(mentions, span))
    inside = text[span.start : span.end]
    whens = [(date.edtf, date.span) for date in find_dates(inside)]
    lone, when = only_date(inside)
    if not whens and lone and when:
        whens = [(lone, when)]
    cuts = [*(m.span for m in placed_in(mentions, span)), *(when for _, when in whens)]
    rest = blanked_at(inside, cuts)
    kinds = stages_of_heading(rest)
    kind = stage_of(rest) or (kinds[0] if len(kinds) == 1 else None)
    words = _SMALL.sub(" ", without_relations(_NOTED.sub(" ", rest)))
    left = words.strip() if any(map(str.isalnum, words)) else ""
    dates = [edtf if "/" not in edtf else "" for edtf, _ in whens]
    if "" in dates:
        left, dates = left or "~", []
    return _Piece(
        [m for m in named if read.is_inner(m)],
        [m for m in named if not read.is_inner(m)],
        dates,
        left,
        kind,
    )


def only_date(text: str) -> tuple[str | None, Span | None]:
    """The one date of an entry (EDTF), a year by itself included, and where it stands."""
    dates = find_dates(text)
    if len(dates) == 1:
        return dates[0].edtf, dates[0].span
    year = None if dates else _YEAR.search(text)
    if year is None:
        return None, None
    group = 1 if year[1] else 2
    return year[group], Span(*year.span(group))
