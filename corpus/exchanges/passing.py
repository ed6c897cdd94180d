"""A signing of the past that a sentence only mentions before its own matter."""

from __future__ import annotations

import re

from corpus.dates import DateMention
from corpus.model import Span

# Behind the date: whose two sides the sentence is about.
_WHOSE = re.compile(
    r"[^,.。\d]{0,24}(?:결연|협약|협정|관계|인연)[을를]? ?(?:맺은|체결한) "
    r"(?:두|양|이들) ?(?:도시|시|지역|기관|구|군|지자체|측)"
)
# Behind the date: a signing, and what has gone on ever since.
_SIGNED = re.compile(
    r"[^,，。;；\d]{0,20}(?:结好|結好|缔结|締結|结为|結為|结成|結成|建立|签署|簽署|签订|簽訂)"
    r"[^,，。;；\d]{0,16}(?=[,，;；])"
)
_EVER_SINCE = re.compile(
    r"[,，;；][^。\d]{0,30}(?:已成为|已成為|多年|[以一]来|[以一]來|一直|不断|不斷|每年|定期|长期|長期"
    r"|频繁|頻繁|日益|密切|往来不|往來不)"
)


def passing_signing(text: str, span: Span, date: DateMention) -> Span | None:
    """The part of ``span`` that mentions a signing of ``date``, its last, where the rest does not.

    "1999년 자매결연을 맺은 두 도시는 …", "两市于1995年结好，青少年互访已成为…".
    """
    whose = _WHOSE.match(text, date.span.end, span.end)
    signed = _SIGNED.match(text, date.span.end, span.end)
    if whose is None and signed and _EVER_SINCE.match(text, signed.end(), span.end):
        whose = signed
    return Span(span.start, whose.end()) if whose else None
