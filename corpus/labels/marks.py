"""Labels of one line that a colon, an arrow or a stroke follows, or that brackets hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from corpus.labels.types import DATED, NUMERIC
from corpus.labels.words import LONGEST, is_label, property_of

# What parts a label from its value; neither the colon of 10:30 nor that of an address.
_SIGN = re.compile(
    r"\s{0,4}(?P<colon>(?<!\d)[:：︰]|[:：︰](?!\d))(?!//)\s*"
    r"|\s{0,4}(?P<arrow>[▶►▷→➔➜⇒☞])\s*|\s{1,4}(?P<dash>[-–—―=|])\s+"
)
# What parts the labelled values of one line; not the comma of 1,200 nor the stroke of 2003/5.
SEPARATOR = re.compile(r"\s*(?:[|;；、\n。]|(?<!\d)[/,，]|[/,，](?!\d))\s*")
_ANY_SIGN = re.compile("[:：︰▶►▷→➔➜⇒☞–—―=|-]")
_WORD = re.compile(r"\S+")
_BRACKET = re.compile(
    r"(?:【([^【】]{1,24})】|\[([^\[\]]{1,24})\]|〔([^〔〕]{1,24})〕|［([^［］]{1,24})］"
    r"|<([^<>]{1,24})>|〈([^〈〉]{1,24})〉|「([^「」]{1,24})」|『([^『』]{1,24})』|《([^《》]{1,24})》)"
    r"\s*[:：]?\s*"
)
# The end of a value that a label no table knows follows: in the end of the text before its colon.
_UNKNOWN = re.compile(
    r"(?P<gap>[|;；,，、/\n。]\s*|\s)"
    r"(?P<label>[^\s|;；,，、/:：()（）a-z][^\s|;；,，、/:：()（）]{0,11}"
    r"|[A-Z][\w'-]*(?: [\w'-]+){1,2})$"
)


# The same behind a bar, in any words.
_BARRED = re.compile(r"(?P<gap>[|｜]\s*)(?P<label>[^\s|｜:：\d][^|｜:：\d]{1,39})$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at [start, label_end) and where its value starts.

    ``property`` is None for a label of something else; ``end`` is set where the value's is known.
    """

    property: str | None
    start: int
    label_end: int
    value: int
    end: int | None = None
    label_start: int | None = None


def starts_with_label(line: str) -> bool:
    """Whether ``line`` starts with a known label and a colon, or one in brackets."""
    sign = _SIGN.search(line, 0, LONGEST + 4)
    if sign is not None and sign["colon"] and is_label(line[: sign.start()]):
        return True
    bracket = _BRACKET.match(line)
    return bracket is not None and is_label(_inside(bracket)[0])


def may_start(text: str) -> bool:
    """Whether ``text`` starts with a known label, by its first sign or bracket."""
    if _BRACKET.match(text):
        return True
    if not _ANY_SIGN.search(text, 0, LONGEST + 8):
        return False
    sign = _SIGN.search(text, 0, LONGEST + 8)
    return sign is not None and is_label(text[: sign.start()])


def signed_marks(text: str, opened: bool) -> Iterator[Mark]:
    """The labels of ``text`` that a sign follows or brackets hold, outside other brackets."""
    depths = list(accumulate((_depth(sign) for sign in text), initial=0))
    events = sorted([*_SIGN.finditer(text), *_BRACKET.finditer(text)], key=lambda m: m.start())
    position, last = int(opened), None
    for event in events:
        if event.start() < position and position:
            continue
        mark = (
            _sign_mark(text, event, position, last)
            if event.re is _SIGN
            else _bracket_mark(text, event, position)
        )
        if mark is not None and (not mark.start or not depths[mark.start]):
            yield mark
            position, last = mark.value, mark.property


def _depth(sign: str) -> int:
    return (sign in "(（") - (sign in ")）")


def _sign_mark(text: str, sign: re.Match[str], position: int, last: str | None) -> Mark | None:
    start = _label_start(text, position, sign.start())
    if start is not None:
        label = text[start : sign.start()]
        name = property_of(label)
        separate = not start or _parts(text, start)
        if sign["colon"] or (name and separate):
            return Mark(name, start, sign.start(), sign.end())
    return _unknown_mark(text, sign, position, last) if sign["colon"] and position else None


def _unknown_mark(text: str, sign: re.Match[str], position: int, last: str | None) -> Mark | None:
    """A label that no table knows: it ends the value before it."""
    first = max(position, sign.start() - LONGEST)
    before = text[first : sign.start()]
    match = _BARRED.search(before) or _UNKNOWN.search(before)
    if match is None or (match["gap"].isspace() and last not in (DATED | NUMERIC.keys())):
        return None
    return Mark(None, first + match.start("label"), sign.start(), sign.end())


def _bracket_mark(text: str, match: re.Match[str], position: int) -> Mark | None:
    label, start, end = _inside(match)
    begins = not text[position : match.start()].strip() or position or not match.start()
    if not is_label(label) or not begins or match.end() == len(text):
        return None
    return Mark(property_of(label), match.start(), end, match.end(), None, start)


def _inside(match: re.Match[str]) -> tuple[str, int, int]:
    group = next(i for i, text in enumerate(match.groups(), 1) if text is not None)
    return match[group], match.start(group), match.end(group)


def _label_start(text: str, position: int, end: int) -> int | None:
    """Where the longest known label that ends at ``end`` starts, at a word not before ``position``.

    The first label of a text is all that stands before its sign.
    """
    if not position:
        return 0 if is_label(text[:end]) else None
    first = max(position, end - LONGEST)
    words = {match.start() for match in _WORD.finditer(text, first, end)}
    words |= {match.end() for match in SEPARATOR.finditer(text, first, end)}
    starts = [s for s in sorted(words) if s < end and (_opens_name(text[s]) or _parts(text, s))]
    return next((start for start in starts if is_label(text[start:end])), None)


def _opens_name(sign: str) -> bool:
    """Whether a word that starts with ``sign`` is not just one of an English sentence."""
    return sign.isalpha() and not sign.islower()


def _parts(text: str, position: int) -> bool:
    """Whether a separator stands right before ``position``."""
    return text[max(0, position - 3) : position].rstrip(" ").endswith(tuple("|;；、,，/\n。"))
