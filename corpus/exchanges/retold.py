"""What a piece of news tells again of one visit: its days, its purpose, and who took part."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.dates import find_dates
from corpus.dates.bounds import bounds
from corpus.exchanges.headcounts import count_people
from corpus.exchanges.publication import is_fresh
from corpus.exchanges.receptions import holds, only_receives
from corpus.exchanges.twins import alike
from corpus.gazetteer import Mention
from corpus.language import block_language
from corpus.model import Block, Exchange, Page, Person, Source, Span
from corpus.people import find_people
from corpus.sentences import sentence_spans
from corpus.spans import placed_in

# The visit that has just been told of.
_THIS_VISIT = re.compile(
    r"\W{0,3}(?:이번|금번) (?:[가-힣]{2,4} )?"
    r"(?:방문|방일|방한|방중|방미|답방|일정|출장|연수|교류|행사|파견)"
    r"|(?:此次|本次|这次|這次|此行)"
    r"|(?:The|This|Their|During (?:the|this|their)) (?:visit|trip|tour|stay)\b"
)
# A sentence about who went, or who was at the ceremony.
_ROSTER = re.compile(
    r"(?:방문단|대표단|사절단|시찰단|연수단|교류단|선수단|공연단)(?:은|에는) [^.]{0,160}"
    r"(?:구성|등 \d{1,4}여? ?명|함께|동행|참가했|참여했|포함됐|이뤄|이루어)"
    r"|단장으로 (?:한|하는|하여)"
    r"|^[^.]{0,40}(?:[을를] 비롯한|등) [^.]{0,12}\d{1,3}여? ?명(?:의 [가-힣]+)?(?:은|이|과|와)[ ,]"
    r"|[을를] 비롯한 \d{1,3}여? ?명(?:의)? (?:[가-힣]{2,4} ?)?(?:일행|대표단|방문단)"
    r"|(?:이날|이번) ?[가-힣]{0,8}(?:식|행사|자리)에는 [^.]{0,160}(?:참석|참가|참여)"
    r"|(?:협정|협약|체결|조인|결연|서명|기념|환영|교류|출범|간담)[가-힣]{0,6}[식회]에는? "
    r"[^.]{0,160}(?:참석|참가|참여|함께 ?했|자리를 함께)"
    r"|(?:代表团|代表團|访问团|訪問團|考察团)[^。]{0,6}由[^。]{2,80}(?:组成|組成)"
    r"|(?:率领|率領|带领|帶領)的[^。，,]{0,8}(?:代表团|代表團|访问团|訪問團|考察团)"
    r"|이번 [가-힣 ]{2,16}에는 [^.]{0,80}\d{1,3}여? ?명이? ?(?:참가|참여|참석)"
    r"|(?:방문단|대표단|사절단|시찰단|연수단|교류단)[^.]{0,20}\d{1,3}여? ?명[^.]{0,12}(?:이끌|인솔)"
    r"|率领?[^。，,]{0,6}\d{1,3}[人名][^。，,]{0,8}[团團]"
    r"|\b(?:led|heads?|headed|brought) (?:a|the|his|her) (?:\d{1,3}-(?:member|person|strong) )?"
    r"(?:delegation|group|party|team) of\b"
    r"|\b[Tt]he \d{1,3}-(?:member|person|strong) (?:delegation|group|party|team)\b"
    r"|\bdelegation (?:consisted|comprised|was (?:made up|composed)|included|was led|is led)\b"
)
# Who came, told right behind their visit, however long ago that was.
_CONSISTS = re.compile(
    r"(?:The|This) delegation (?:consisted|comprised|was made up|included)"
    r"|(?:방문단|대표단|사절단)은 [^.]{0,120}구성"
    r"|[^。]{2,40}[与與和同][^。]{2,40}在[^。]{0,12}书上(?:签了?字|签名)"
    r"|(?:该|該)?(?:代表团|代表團|访问团|訪問團)(?:成员)?由"
)
_DAY = len("2016-10-13")
# In how many years what news announce takes place.
_AHEAD = 2
# Korean of what has happened already; without it a later year is one of plans.
_PAST = re.compile(r"[았었했였됐렸났졌왔갔쳤]|[가-힣](?:음|됨|함)(?=$|[ .,)])")
_KOREAN = re.compile(r"[가-힣]{2}")
# Who a delegation was made up of, whatever the sentence goes on with.
_MADE_UP = re.compile(r"등(?:으로|이) 구성된 (?:이번 )?[가-힣 ]{0,8}(?:방문단|대표단|사절단)")
# A headline has so many characters at most.
_HEADLINE = 90
# Who put their names to what was signed.
_SIGNS = re.compile(
    r"[과와] [^.]{2,80}(?:협정서|협약서|의향서|양해각서|합의서|협정|협약)"
    r"[^.]{0,12}(?:서명|체결|교환)"
    r"|[与與和同][^。]{2,60}(?:签署|签订|签字|簽署|簽訂|簽字)"
    r"|\band\b[^.]{2,80}\bsigned\b"
    r"|[与與和同][^。]{2,40}在[^。]{0,12}上(?:签了?字|签名|簽了?字|簽名)"
)
# How far (characters) behind a visit of long ago a sentence on its delegation begins.
_LONG_GAP = 200
# How many sentences behind a visit, or a signing, its roster may stand.
_NEAR, _NEAR_SIGNING = 3, 8


def join_retold(
    found: Iterable[Exchange], published: Sequence[str | None], page: Page
) -> list[Exchange]:
    """``found`` of ``page``, of news only: each visit once, with the days and the quotes of all.

    ``published`` is the day of publication of each block. What was still to come on the one day of
    a whole page is no exchange yet.
    """
    kept: list[Exchange] = []
    sole = len(set(published) - {None}) == 1
    starts = [block.span.start for block in page.blocks]
    for exchange in found:
        index = _block_at(starts, exchange)
        day = published[index]
        before = kept[-1] if kept else None
        if sole and day is not None and _is_to_come(exchange, day, page.blocks[index]):
            continue
        if day is None or before is None or before.tie != exchange.tie:
            kept.append(exchange)
        elif _goes_on(exchange, before):
            kept[-1] = _joined(before, exchange)
        elif (again := _told_before(exchange, kept, sole)) is not None:
            kept[again] = _joined(kept[again], exchange)
        elif not only_receives(exchange, kept):
            kept.append(exchange)
    return kept


def _told_before(exchange: Exchange, kept: Sequence[Exchange], sole: bool) -> int | None:
    """Which of ``kept`` is the same event of the same days, where all the page is one news."""
    for index, other in enumerate(kept if sole and len(exchange.date) >= _DAY else ()):
        if (other.tie, other.date) == (exchange.tie, exchange.date) and alike(other, exchange):
            return index
    return None


def _is_to_come(exchange: Exchange, day: str, block: Block) -> bool:
    """Whether running text tells what was to happen in the year behind the day it came out."""
    quote = exchange.sources[0].quote
    planned = _KOREAN.search(quote) is not None and not _PAST.search(quote)
    within = planned or int(exchange.first[:4]) - int(day[:4]) < _AHEAD
    return within and block.kind == "paragraph" and exchange.first > day


def _block_at(starts: Sequence[int], exchange: Exchange) -> int:
    """The position of the block that an exchange is told in, by where the blocks start."""
    return max(0, bisect_right(starts, exchange.sources[0].span.start) - 1)


def _goes_on(exchange: Exchange, before: Exchange) -> bool:
    """Whether an exchange is "this visit" of the one told before, at a vaguer or longer date."""
    if not _THIS_VISIT.match(exchange.sources[0].quote):
        return False
    return exchange.first <= before.first <= exchange.last or holds(before, exchange)


def _joined(one: Exchange, other: Exchange) -> Exchange:
    # The longer of two intervals of days, and days before a year.
    days = "/" in other.date and len(other.date) >= 2 * len(one.date) and other.first == one.first
    dated = other if days else one
    return replace(
        one,
        date=dated.date,
        first=dated.first,
        last=dated.last,
        kinds=(*one.kinds, *(kind for kind in other.kinds if kind not in one.kinds)),
        sources=(*one.sources, *other.sources),
        direction=one.direction or other.direction,
        people=one.people or other.people,
        leaders=one.leaders or other.leaders,
    )


def with_rosters(
    found: Iterable[Exchange],
    published: Sequence[str | None],
    page: Page,
    mentions: Sequence[tuple[Mention, ...]],
) -> list[Exchange]:
    """``found`` with who took part and how many, where a sentence behind an exchange tells that.

    Only of what happened shortly before it came out: the news itself, and no history, but for a
    sentence that tells of what the delegation consisted.
    """
    starts = [block.span.start for block in page.blocks]
    shown = []
    for exchange in found:
        day = published[_block_at(starts, exchange)]
        fresh = is_fresh(exchange.date, day)
        if fresh and day and not exchange.people:
            exchange = _with_headline(exchange, page, day)
        shown.append(_with_roster(exchange, page, mentions, starts, fresh))
    return shown


def _with_roster(
    exchange: Exchange,
    page: Page,
    mentions: Sequence[tuple[Mention, ...]],
    starts: Sequence[int],
    fresh: bool,
) -> Exchange:
    if exchange.people and exchange.leaders:
        return exchange
    end = exchange.sources[-1].span.end
    if not (fresh or _CONSISTS.search(page.text, end, end + _LONG_GAP)):
        return exchange
    first = max(0, bisect_right(starts, exchange.sources[-1].span.start) - 1)
    for source, near in _behind(exchange, page, mentions, first):
        if not (fresh or _CONSISTS.match(source.quote)):
            return exchange
        if not fresh and _SIGNS.search(source.quote) and not _names_both(exchange, near):
            return exchange
        people = exchange.people or count_people(source.quote)
        leaders = exchange.leaders or tuple(_leaders(source.quote, near))
        if "signing" in exchange.kinds and _SIGNS.search(source.quote):
            leaders = _with_others(exchange.leaders, tuple(_leaders(source.quote, near)))
        if (people, leaders) != (exchange.people, exchange.leaders):
            sources = (*exchange.sources, source)
            return replace(exchange, people=people, leaders=leaders, sources=sources)
    return exchange


def _names_both(exchange: Exchange, near: Sequence[Mention]) -> bool:
    """Whether those who signed are told with the names of both sides, and not of another tie."""
    return all(any(place in m.places for m in near) for place in exchange.places)


def _leaders(text: str, near: tuple[Mention, ...]) -> Iterator[Person]:
    found = (one.person for one in find_people(text, near))
    yield from {person.name: person for person in found if person.name}.values()


def _with_headline(exchange: Exchange, page: Page, day: str) -> Exchange:
    """``exchange`` with how many took part, where a short line above it tells that of its day."""
    for block in page.blocks:
        if block.span.end > exchange.sources[0].span.start:
            break
        line = page.quote(block.span) if block.kind != "row" else ""
        dates = find_dates(line, published=day) if len(line) <= _HEADLINE else []
        if any(bounds(date.edtf)[0] == exchange.first for date in dates):
            people = count_people(line)
            source = Source(page.id, block.span, line, block_language(line))
            if people:
                return replace(exchange, people=people, sources=(*exchange.sources, source))
    return exchange


def _with_others(known: tuple[Person, ...], told: tuple[Person, ...]) -> tuple[Person, ...]:
    """Both who signed, where those known already are among them."""
    names = {person.name for person in told}
    return told if len(told) > 1 and names >= {person.name for person in known} else known


def _behind(
    exchange: Exchange, page: Page, mentions: Sequence[tuple[Mention, ...]], first: int
) -> Iterator[tuple[Source, tuple[Mention, ...]]]:
    """The sentences right behind an exchange that tell who took part, with their places."""
    end, seen = exchange.sources[-1].span.end, 0
    signing = "signing" in exchange.kinds
    for index in range(first, len(page.blocks)):
        block = page.blocks[index]
        if block.kind == "row" or (block.kind == "heading" and not signing):
            return
        text = page.quote(block.span)
        for span in sentence_spans(text):
            if block.span.start + span.start < end:
                continue
            seen += 1
            sentence = text[span.start : span.end]
            if seen > (_NEAR_SIGNING if signing else _NEAR):
                return
            made_up = _MADE_UP.search(sentence) is not None
            signers = signing and _SIGNS.search(sentence) is not None
            tells = _ROSTER.search(sentence) is not None or made_up or signers
            if tells and (made_up or not find_dates(sentence)):
                moved = Span(block.span.start + span.start, block.span.start + span.end)
                source = Source(page.id, moved, sentence, block_language(sentence))
                yield source, placed_in(mentions[index], span)
