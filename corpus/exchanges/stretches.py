"""Stretches of a text that tell one event each: its sentences, and those that go on with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence

from corpus.dates import DateMention
from corpus.exchanges.background import behind_background, is_background, is_history
from corpus.exchanges.event_pieces import pieces
from corpus.exchanges.kinds import event_pattern, kinds_of
from corpus.exchanges.passing import passing_signing
from corpus.exchanges.publication import closing_day
from corpus.model import Span
from corpus.sentences import sentence_spans
from corpus.text import fold_text
from corpus.ties.clauses import is_unfulfilled

# A stretch of a text, and the dates on which what it tells happened.
Stretch = tuple[Span, tuple[DateMention, ...]]

# A sentence that says when its text was published has no more letters.
_LONGEST_CLOSING = 80

# What somebody said, of which only the words themselves are news: no title in quotation marks.
_SPEECH = re.compile(
    r"[“\"](?P<told>[^“”\"]{30,600})[”\"](?=[며고라이은는,]| ?(?:라고|이라고|고 ?[말전밝강덧]))"
    r"|[:：，,][“\"](?P<quoted>[^“”\"]{30,600})[”\"]"
)
# Behind what has happened, where a clause on what is still to come may begin.
_TO_COME = re.compile(
    r"(?<=[했었았됐]으며)(?=[, ])|(?<=[했었았됐]고)(?=[, ])|(?<=했는데)(?=[, ])"
    r"|[，,；;]\s?(?=[并並也還还]?(?:[双雙]方|[两兩][市区區县縣地城国國])?"
    r"(?:[将將拟擬]|计划|計劃|预计|預計|下一步|今后|今後|未来|未來|后续|後續))"
    r"|,? and (?=(?:(?:the (?:two |both )?|both |their )(?:cities|sides|parties|towns) |they )?"
    r"(?:will|plans? to|is to|are to|hopes? to)\b)"
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


def stretches_of(
    text: str,
    whole: Span,
    dates: Sequence[DateMention],
    running: bool,
    published: str | None = None,
) -> Iterator[Stretch]:
    """Stretches of ``text`` that tell one event each, with its dates.

    ``running``: sentence by sentence, and a sentence without a date goes on with the event before.
    """
    speeches = [Span(*match.span(match.lastgroup or 0)) for match in _SPEECH.finditer(text)]
    said = [one.start for one in speeches]
    behind, left = list[DateMention](), deque[DateMention]()
    for date in dates:
        at = bisect_right(said, date.span.start) - 1
        spoken = at >= 0 and date.span.within(speeches[at])
        (behind if spoken or is_background(text, date) else left).append(date)
    current: Stretch | None = None
    for sentence in sentence_spans(text) if running else [whole]:
        mine = []
        while left and left[0].span.end <= sentence.end:
            mine.append(left.popleft())
        if mine and sentence.start and _closes_text(text, sentence):
            continue
        if not mine and current and _undone(text, sentence):
            current = None
        elif not mine and current and is_history(current[1], published):
            continue
        elif not mine and current and _goes_on(text, current[0], sentence):
            current = (Span(current[0].start, sentence.end), current[1])
        elif not mine and not current:
            continue
        else:
            yield from [current] if current else []
            sentence = behind_background(text, sentence, behind, mine)
            told = list(filter(None, (_done(text, *p) for p in pieces(text, sentence, mine))))
            yield from told[:-1]
            current = told[-1] if told else None
            passing = current and passing_signing(text, current[0], current[1][-1])
            if current and passing:
                yield passing, current[1]
                current = None
    yield from [current] if current else []


def _closes_text(text: str, sentence: Span) -> bool:
    """Whether a sentence is no more than the day on which the text before it was published."""
    return (
        sentence.end >= len(text.rstrip())
        and sentence.end - sentence.start <= _LONGEST_CLOSING
        and closing_day(text) is not None
    )


def _goes_on(text: str, event: Span, sentence: Span) -> bool:
    """Whether a sentence without a date tells more of the event before it, which is one."""
    clause = text[sentence.start : sentence.end]
    general = event_pattern("general").search(fold_text(clause)) is not None
    before = kinds_of(text[event.start : event.end])
    if general or not before:
        return False
    kinds = kinds_of(clause)
    signs = "signing" in kinds and "signing" not in before and not _DURING.search(clause)
    return bool(kinds) and not signs and not has_not_happened(clause)


def _undone(text: str, sentence: Span) -> bool:
    return event_pattern("cancelled").search(fold_text(text[slice(*sentence)])) is not None


def has_not_happened(clause: str) -> bool:
    """Whether what a clause tells has not happened."""
    told = event_pattern("not_told").search(fold_text(clause)) is None
    return not told or is_unfulfilled(clause)


def _done(text: str, span: Span, dates: tuple[DateMention, ...]) -> Stretch | None:
    """What a piece tells that has happened: without a clause behind it on what is still to come."""
    if not has_not_happened(text[slice(*span)]):
        return span, dates
    for turn in _TO_COME.finditer(text, dates[-1].span.end, span.end):
        if not has_not_happened(text[span.start : turn.start()]) and kinds_of(
            text[span.start : turn.start()]
        ):
            return Span(span.start, turn.start()), dates
    return None
