"""Whether an answer says what a golden question expects: dates and numbers by value, words as such.

An expectation is one alternative or several with ``|`` between them: ``date:2016-10-13``,
``number:460000``, or plain words. Spaces, case and the choice of Han characters do not count, but
a digit at the edge of what is expected must not touch another digit.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.dates import find_dates
from corpus.model import LANGUAGES
from corpus.text import fold_text
from service.api import Answer
from service.render import render_date

_MULTIPLIERS = {
    "천": 1e3,
    "thousand": 1e3,
    "만": 1e4,
    "万": 1e4,
    "million": 1e6,
    "억": 1e8,
    "亿": 1e8,
    "billion": 1e9,
}
_NUMBER = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:,\d{3})+(?!,?\d)|\d+(?!,\d))(?P<decimals>\.\d+)?"
    rf"\s*(?P<unit>{'|'.join(_MULTIPLIERS)})?"
)


def says_all(expectations: Sequence[str], answer: Answer) -> bool:
    """Whether the answer meets every expectation."""
    texts = said(answer)
    return all(meets(expectation, texts) for expectation in expectations)


def said(answer: Answer) -> list[str]:
    """What counts as said: the sentence, and the value of the fact where there is just one."""
    values = [str(answer.facts[0].value)] if len(answer.facts) == 1 else []
    return [answer.answer, *values]


def meets(expectation: str, texts: Sequence[str]) -> bool:
    """Whether one of the alternatives is in one of the texts."""
    return any(_says(option, text) for option in expectation.split("|") for text in texts)


def _says(option: str, text: str) -> bool:
    kind, _, value = option.partition(":")
    if kind == "date":
        return _says_date(value.strip(), text)
    if kind == "number":
        return any(math.isclose(float(value), found) for found in _numbers(text))
    return _contains(text, option)


def _says_date(edtf: str, text: str) -> bool:
    """Whether ``text`` has the date, or one that is more precise; of an interval both ends."""
    if _contains(text, edtf) or any(
        _contains(text, render_date(edtf, language)) for language in LANGUAGES
    ):
        return True
    if "/" in edtf:
        return all(_says_date(end, text) for end in edtf.split("/"))
    return any(_fits(end, edtf) for mention in find_dates(text) for end in mention.edtf.split("/"))


def _fits(found: str, edtf: str) -> bool:
    return found == edtf or found.startswith(f"{edtf}-")


def _numbers(text: str) -> Iterator[float]:
    """Every number of ``text``, and the sums of those that are one: 1억 2,000만."""
    sum_so_far, unit, end = 0.0, 0.0, -1
    folded = fold_text(text)
    for match in _NUMBER.finditer(folded):
        multiplier = _MULTIPLIERS.get(match["unit"] or "", 1.0)
        digits = match["number"].replace(",", "") + (match["decimals"] or "")
        value = float(digits) * multiplier
        joined = multiplier < unit and not folded[end : match.start()].strip()
        sum_so_far = sum_so_far + value if joined else value
        unit, end = multiplier, match.end()
        yield value
        yield sum_so_far


def _contains(text: str, words: str) -> bool:
    return _pattern(words).search(fold_text(text)) is not None


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    folded = fold_text(words).strip()
    pieces = ["(?<!\\d)" if folded[:1].isdigit() else ""]
    for before, character in zip(f" {folded}", folded, strict=False):
        pieces.append(
            _gap(before, character) + ("" if character.isspace() else re.escape(character))
        )
    pieces.append("(?!\\d)" if folded[-1:].isdigit() else "")
    return re.compile("".join(pieces))


def _gap(before: str, character: str) -> str:
    """What may lie between two characters of the words: spaces, but not inside a number."""
    return "" if before.isdigit() and character.isdigit() else r"\s*"
