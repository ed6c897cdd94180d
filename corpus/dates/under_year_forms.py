"""The written forms of a month or day under a year that a heading or a cell gives, which would be
no dates elsewhere. The named groups are those of ``forms``."""

from __future__ import annotations

from corpus.dates.form_pieces import D2, M2, MEASURE, NO_MONTH, TO, WEEKDAY, D, M

# Under a year that a heading or a cell gives, a month and day at the start of the text.
UNDER_YEAR_FORMS = (
    rf"(?P<m>0?[1-9]|1[0-2]){TO}(?P<m2>0?[1-9]|1[0-2])\s?[월月]" + NO_MONTH,
    # A month alone with its point: "06. 공룡화석 모형 기증", "9. ~ 11. 연수".
    r"(?P<m>0?[1-9]|1[0-2])\s?\.\s?[~∼～-]\s?(?P<m2>0?[1-9]|1[0-2])\s?\.(?=\s*$|\s{0,2}[^\s\d.~])",
    r"(?P<m>0?[1-9]|1[0-2])\s?\.(?=\s*$|\s{1,2}[^\s\d.~∼～:-])",
    r"(?P<m>0?[1-9]|1[0-2])\s?[./]\s?(?P<d>0?[1-9]|[12]\d|3[01])(?![\d/]|\.\d|,\d{3})"
    + MEASURE + r"\.?",
    rf"{M}{TO}{M2}(?=\s{{0,3}}[:：,)–—-]|\s{{1,3}}(?!\d)|$)",
    rf"{M}(?=\s{{0,3}}[:：,)–—-]|\s{{1,3}}(?!\d)|$)",
)  # fmt: skip
# Under a year, a month or two in brackets, anywhere.
BRACKET_FORMS = (
    rf"{M}{TO}{M2}(?=\s?[)）])",
    rf"{M}(?=\s?[)）])",
    rf"{M}\s{{1,3}}{D}{TO}(?:{M2}\s{{1,3}})?{D2}(?=\s?[)）])",
)
# Under a year, with both points, anywhere.
DOTTED_FORMS = (r"(?<![\d.])(?P<m>0?[1-9]|1[0-2])\s?\.\s?(?P<d>0?[1-9]|[12]\d|3[01])\s?\.(?!\d)",)
# Under a year, a bracket that says no more than a month or day, or from when to when it was:
# "(8. 6~8. 9)", "(11. 3)", "(7~8월)".
_NOTE_END = rf"{WEEKDAY}(?=\s?(?:[)）\]】〕]|[,，/]\s?[가-힣一-鿿]))"
_NM, _ND1 = r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_NM2, _ND2 = r"(?P<m2>0?[1-9]|1[0-2])", r"(?P<d2>0?[1-9]|[12]\d|3[01])"
NOTED_FORMS = (
    rf"{_NM}\s?[./]\s?{_ND1}\.?{WEEKDAY}(?:{TO}(?:{_NM2}\s?[./]\s?)?{_ND2}\s?[.일日]?)?{_NOTE_END}",
    rf"{_NM}\s?[월月.]?{TO}{_NM2}\s?[월月.]{_NOTE_END}",
    rf"{_NM}\s?\.{_NOTE_END}",
)
