"""Events that a block tells: stretches of its text, each with the dates it happened on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from functools import lru_cache

from corpus.dates import DateMention, find_dates
from corpus.dates.bounds import bounds
from corpus.dates.order import Order, date_order
from corpus.dates.titles import outside_titles
from corpus.exchanges.dated_headings import LONE_YEAR
from corpus.exchanges.event_pieces import is_list, pieces
from corpus.exchanges.kinds import event_pattern, kinds_of
from corpus.exchanges.publication import FRESH, closing_day
from corpus.labels.words import property_of, structure_of
from corpus.language import HAN, HANGUL
from corpus.model import Block, Page, Span
from corpus.page_reading import PageReading
from corpus.sentences import sentence_spans
from corpus.text import fold_text
from corpus.ties.clauses import is_unfulfilled
from corpus.wordlists import load_toml

_HALVES = re.compile(f"[{HANGUL}{HAN}][^A-Za-z]*|[A-Za-z][^{HANGUL}{HAN}]*")
# What a header counts in: "인원(명)".
_UNIT = re.compile(r"[(（\[][^()（）\[\]]{1,4}[)）\]]$")
_NEAR = 40
# What crawling leaves before the text of news: the day on which they came out.
_DATELINE = re.compile(r"\s*date[:：]?\s*")
# Where a clause about what lies behind an event ends ("… 이어오고 있으며, ").
_BACKGROUND_END = re.compile(r"(?:으며|[하오가되]며|[했었았]고|있고|하고),? |；|, (?:and|while) ")
# What somebody said, of which only the words themselves are news: no title in quotation marks.
_SPEECH = re.compile(
    r"[“\"](?P<told>[^“”\"]{30,600})[”\"](?=[며고라이은는,]| ?(?:라고|이라고|고 ?[말전밝강덧]))"
    r"|[:：，,][“\"](?P<quoted>[^“”\"]{30,600})[”\"]"
)
# What goes on again and again, whatever was signed for it.
_HABIT = re.compile(
    r"격년|매년|해마다|每年|隔年|逐年|\b(?:annually|every (?:other )?year|biennially)\b"
)
# Behind what has happened, where a clause on what is still to come may begin.
_TO_COME = re.compile(
    r"(?<=[했었았됐]으며)(?=[, ])|(?<=[했었았됐]고)(?=[, ])|(?<=했는데)(?=[, ])"
    r"|[，,；;]\s?(?=[并並也還还]?(?:[将將拟擬]|计划|計劃|预计|預計|下一步|今后|今後))"
    r"|,? and (?=(?:will|plans? to|is to|are to|hopes? to)\b)"
)
# What was done at the event told before, and is no matter of its own.
_DURING = re.compile(
    r"\b(?:[Dd]uring|[Oo]n) (?:the|this|their|his|her) (?:visit|trip|tour|stay|occasion)\b"
    r"|\b(?:[Tt]hey|[Tt]he two|[Bb]oth|[Hh]e|[Ss]he) \b|\b[Tt]here\b"
    r"|\bat the (?:meeting|ceremony)\b|이번|이날|당일|방문 (?:중|기간)|이 자리|양 ?(?:도시|측)"
    r"|두 (?:도시|시)|访问期间|期间|其间|席间|会上|会后|当[日天]|同[日时]"
    r"|(?:开幕|开幕式|活动|论坛|会议|仪式|開幕|開幕式|活動|論壇|會議|儀式)(?:上|后|後|中)"
    r"|双方|两[市区县地]|訪問期間|期間|當[日天]|雙方|兩[市區縣地]"
)
# Where an agency's news come from on which day: "NAMWON, June 14 (Name) --", "首尔6月14日电".
_FROM = re.compile(r"[\W\d]*(?:[a-z][a-z.' -]{1,30}, ?){1,2}|\W*[\u4e00-\u9fff()]{2,20}")
_SENT = re.compile(r" ?\([a-z .']{2,20}\) ?(?:--?|[–—]) | -- |[电電讯訊](?=[\W\u4e00-\u9fff])")
_DASH = re.compile(r" ?[–—-] ")
_LEADING_YEAR = re.compile(
    r"\W{0,4}((?:19|20)\d\d)(?:\s?[–—:：-]\s(?!\d)|\s?[년年]도?\s?[:：]\s?(?=\d{1,2}\s?[.월月/]))"
)
# The header of a column of exchanges.
_EXCHANGES = re.compile(
    r"교류(?:내용|실적|내역|현황|사항|활동|연혁|경과)|추진실적|방문실적|交流(?:内容|活动|纪要|纪事|情况|实绩|记录|项目|往来)"
    r"|往来|(?:exchanges?(?:history|record|activities|programs)?|activities)$"
)


@dataclass(frozen=True, slots=True)
class Event:
    """A stretch of a block that tells one event: its span in the page and the dates it happened."""

    span: Span
    dates: tuple[DateMention, ...]

    def within(self, block: Block) -> Span:
        """The stretch within the block's own text."""
        return Span(self.span.start - block.span.start, self.span.end - block.span.start)


def events_of(
    page: Page,
    block: Block,
    above: DateMention | None,
    published: str | None = None,
    by_day: bool = False,
    carried: int | None = None,
) -> Iterator[Event]:
    """The events that ``block`` tells.

    ``above`` is the date that stands over it, if one does; ``published`` the day of publication.
    ``carried`` is the year that its first date counts from ("of the same year").
    With ``by_day`` what an entry tells of one day of a visit is an event of that day.
    """
    year = int(above.edtf[:4]) if above else carried
    order = page.once(date_order) if isinstance(page, PageReading) else None
    if block.kind == "row" and len(block.cells) > 1:
        yield from _of_row(page, exchange_cells(block) or block, above, by_day, order)
        return
    whole = Span(0, block.span.end - block.span.start)
    text = page.quote(block.span)
    dates = outside_titles(text, find_dates(text, _leading_year(text) or year, published, order))
    dates = dates if by_day or block.kind == "paragraph" else _outer(dates)
    told = list(_told(text, whole, dates, block.kind == "paragraph", published))
    if not told and above and not dates and block.kind != "paragraph":
        told = [(whole, (above,))]
    for span, mine in told:
        yield _event(block.span.start, text, span, mine)


@lru_cache(maxsize=1024)
def _leading_year(text: str) -> int | None:
    """The year that opens an entry with a dash behind it: what its months and days are of."""
    match = _LEADING_YEAR.match(text)
    return int(match[1]) if match else None


def _event(base: int, text: str, span: Span, dates: Sequence[DateMention]) -> Event:
    told = text[slice(*span)]
    signs = "signing" in kinds_of(told) and not _HABIT.search(told)
    shown = tuple(date if signs else _opened(text, date) for date in dates)
    return Event(Span(base + span.start, base + span.end), shown)


def _opened(text: str, date: DateMention) -> DateMention:
    """A date since which something goes on, as an interval without an end."""
    before = fold_text(text[max(0, date.span.start - _NEAR) : date.span.start])
    after = fold_text(text[date.span.end : date.span.end + _NEAR])
    goes_on = event_pattern("open_after").match(after) or event_pattern("open_before").search(
        before
    )
    return replace(date, edtf=f"{date.edtf}/..") if goes_on and "/" not in date.edtf else date


def exchange_cells(block: Block) -> Block | None:
    """The cells of a row about a partner that stand in its column of exchanges, as a row."""
    pairs = list(zip(block.cells, block.headers, strict=False))
    told = [(cell, header) for cell, header in pairs if _heads_exchanges(header)]
    if not told or len(told) == len(pairs) or len({header for _, header in told}) > 1:
        return None
    if any(is_column("date", header) for _, header in pairs):
        return None
    cells = tuple(cell for cell, _ in told)
    headers = tuple(header for _, header in told)
    return replace(block, span=Span(cells[0].start, cells[-1].end), cells=cells, headers=headers)


@lru_cache(maxsize=1024)
def _heads_exchanges(header: str) -> bool:
    return _EXCHANGES.search("".join(fold_text(header).split())) is not None


def _of_row(
    page: Page,
    block: Block,
    above: DateMention | None,
    by_day: bool,
    order: Order | None = None,
) -> Iterator[Event]:
    """A row is one event of its column of dates, or several where a cell dates several."""
    dates, rest = _dated_cells(page, block, above, order)
    date = dates[0] if dates else None
    year = int(date.edtf[:4]) if date else None
    several: list[Event] = []
    for cell in rest:
        if _describes_partner(_header_of(block, cell)):
            continue
        text = page.quote(cell)
        days = find_dates(text, year, order=order)
        told = list(_told(text, Span(0, len(text)), days if by_day else _outer(days), False))
        inside = [d for _, dates in told for d in dates if not date or d.edtf.startswith(date.edtf)]
        if told and inside and (date is None or len(date.edtf) == 4):
            several += [_event(cell.start, text, span, dates) for span, dates in told]
    if date is not None and not several:
        if not _never(page.quote(block.span)):
            yield Event(block.span, dates)
    elif len(several) == 1:
        yield Event(block.span, several[0].dates)
    else:
        yield from several


def _header_of(block: Block, cell: Span) -> str:
    return next((h for c, h in zip(block.cells, block.headers, strict=False) if c == cell), "")


@lru_cache(maxsize=1024)
def _describes_partner(header: str) -> bool:
    """Whether a column tells of the tie or the partner itself, and not what happened."""
    return property_of(header) is not None or structure_of(header) == "kind"


def _dated_cells(
    page: Page, block: Block, above: DateMention | None, order: Order | None = None
) -> tuple[tuple[DateMention, ...], list[Span]]:
    """The dates of a row by its columns of dates, and the other cells."""
    dates: tuple[DateMention, ...] = (above,) if above else ()
    rest: list[Span] = []
    for position, cell in enumerate(block.cells):
        if position and cell == block.cells[position - 1]:
            continue
        text = page.quote(cell)
        year = int(dates[0].edtf[:4]) if dates else None
        lonely = LONE_YEAR.fullmatch(text)
        header = block.headers[position] if position < len(block.headers) else ""
        found = find_dates(text, year, order=order)
        if lonely and (position == 0 or is_column("date", header)):
            dates = (DateMention(cell, lonely[1]),)
        elif found and (is_column("date", header) or _is_bare(text, found)):
            dates = tuple(found) if is_list(text, found) else (found[0],)
        else:
            rest.append(cell)
    return dates, rest


def is_column(name: str, header: str) -> bool:
    """Whether ``header``, in one language or two, heads a column of dates, of people or of ways."""
    columns = load_toml("kinds.toml")["_columns"][name]
    return any(key in columns for key in header_keys(header))


def counts_behind(header: str) -> bool:
    """Whether ``header``, behind the column of what happened, heads the head counts ("Number")."""
    words = load_toml("kinds.toml")["_behind"]["number"]
    return any(key in words for key in header_keys(header))


@lru_cache(maxsize=1024)
def header_keys(header: str) -> tuple[str, ...]:
    """The header as the lists of columns have it: whole, and each of its two languages."""
    halves = _HALVES.findall(header)
    return tuple(
        _UNIT.sub("", "".join(fold_text(text).split())).strip("()[]·-*/")
        for text in (header, *halves)
    )


def _is_bare(text: str, dates: Sequence[DateMention]) -> bool:
    rest = text[: dates[0].span.start] + text[dates[-1].span.end :]
    return is_list(text, dates) and not re.search(
        r"\w", re.sub(r"[월화수목금토일]|[(（].*[)）]", "", rest)
    )


def _told(
    text: str,
    whole: Span,
    dates: Sequence[DateMention],
    running: bool,
    published: str | None = None,
) -> Iterator[tuple[Span, tuple[DateMention, ...]]]:
    """Stretches of ``text`` that tell one event each, with its dates.

    ``running``: sentence by sentence, and a sentence without a date goes on with the event before.
    """
    speeches = [Span(*match.span(match.lastgroup or 0)) for match in _SPEECH.finditer(text)]
    said = [one.start for one in speeches]
    behind, left = list[DateMention](), deque[DateMention]()
    for date in dates:
        at = bisect_right(said, date.span.start) - 1
        spoken = at >= 0 and date.span.within(speeches[at])
        (behind if spoken or _is_background(text, date) else left).append(date)
    current: tuple[Span, tuple[DateMention, ...]] | None = None
    for sentence in sentence_spans(text) if running else [whole]:
        mine = []
        while left and left[0].span.end <= sentence.end:
            mine.append(left.popleft())
        if mine and sentence.start and _closes_text(text, sentence):
            continue
        if not mine and current and _undone(text, sentence):
            current = None
        elif not mine and current and _is_history(current[1], published):
            continue
        elif not mine and current and _goes_on(text, current[0], sentence):
            current = (Span(current[0].start, sentence.end), current[1])
        elif not mine and not current:
            continue
        else:
            yield from [current] if current else []
            sentence = _behind_background(text, sentence, behind, mine)
            told = list(filter(None, (_done(text, *p) for p in pieces(text, sentence, mine))))
            yield from told[:-1]
            current = told[-1] if told else None
    yield from [current] if current else []


def _closes_text(text: str, sentence: Span) -> bool:
    """Whether a sentence is no more than the day on which the text before it was published."""
    return (
        sentence.end >= len(text.rstrip())
        and sentence.end - sentence.start <= 2 * _NEAR
        and closing_day(text) is not None
    )


def _starts(date: DateMention) -> int:
    return date.span.start


def _behind_background(
    text: str, sentence: Span, behind: Sequence[DateMention], mine: Sequence[DateMention]
) -> Span:
    """``sentence`` from where the clause of a date that only lies behind its event has ended."""
    if not mine:
        return sentence
    first = bisect_left(behind, sentence.start, key=_starts)
    before = behind[first : bisect_left(behind, mine[0].span.start, key=_starts)]
    if not before:
        return sentence
    last = before[-1].span.end
    ends = list(_BACKGROUND_END.finditer(text, last, mine[0].span.start))
    return Span(ends[-1].end(), sentence.end) if ends else sentence


def _is_history(dates: Sequence[DateMention], published: str | None) -> bool:
    """Whether news tell of what was long before them, and then go on with their own matter."""
    if published is None:
        return False
    day = calendar_date.fromisoformat(published)
    last = (calendar_date.fromisoformat(bounds(date.edtf)[1]) for date in dates)
    return all((day - ended).days > FRESH for ended in last)


def _outer(dates: Sequence[DateMention]) -> list[DateMention]:
    """``dates`` of one entry without the days of a visit that it has told the whole time of."""
    kept: list[DateMention] = []
    stay = ("", "")
    for date in dates:
        first, last = bounds(date.edtf)
        if not (stay[0] <= first and last <= stay[1]):
            kept.append(date)
            stay = (first, last) if "/" in date.edtf else stay
    return kept


def _goes_on(text: str, event: Span, sentence: Span) -> bool:
    """Whether a sentence without a date tells more of the event before it, which is one."""
    clause = text[sentence.start : sentence.end]
    general = event_pattern("general").search(fold_text(clause)) is not None
    before = kinds_of(text[event.start : event.end])
    if general or not before:
        return False
    kinds = kinds_of(clause)
    signs = "signing" in kinds and "signing" not in before and not _DURING.search(clause)
    return bool(kinds) and not signs and not _never(clause)


def _undone(text: str, sentence: Span) -> bool:
    return event_pattern("cancelled").search(fold_text(text[slice(*sentence)])) is not None


def _never(clause: str) -> bool:
    """Whether what a clause tells has not happened."""
    told = event_pattern("not_told").search(fold_text(clause)) is None
    return not told or is_unfulfilled(clause)


def _done(
    text: str, span: Span, dates: tuple[DateMention, ...]
) -> tuple[Span, tuple[DateMention, ...]] | None:
    """What a piece tells that has happened: without a clause behind it on what is still to come."""
    if not _never(text[slice(*span)]):
        return span, dates
    for turn in _TO_COME.finditer(text, dates[-1].span.end, span.end):
        if not _never(text[span.start : turn.start()]) and kinds_of(
            text[span.start : turn.start()]
        ):
            return Span(span.start, turn.start()), dates
    return None


def _is_background(text: str, date: DateMention) -> bool:
    """Whether a date tells when something else was, from which the event follows."""
    written = text[max(0, date.span.start - 4 * _NEAR) : date.span.start]
    before = fold_text(written)
    after = fold_text(text[date.span.end : date.span.end + _NEAR])
    # Without an agency the city in capitals shows it: an entry of a list has a place and a day too.
    sent = _SENT.match(after) or (written.isupper() and _DASH.match(after))
    if _DATELINE.fullmatch(before) or (date.inherited and _FROM.fullmatch(before) and sent):
        return True
    behind = event_pattern("background_after").match(after)
    if behind is None and len(date.edtf) < len("2016-10-13"):
        behind = event_pattern("background_since").match(after)
    return (behind or event_pattern("background_before").search(before)) is not None
