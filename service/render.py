"""Dates, numbers and names as people write them in each language."""

from __future__ import annotations

import calendar

from corpus.dates.bounds import OPEN
from corpus.model import Fact, Language, Place

MONTHS = tuple(calendar.month_name)[1:]
TEN_THOUSAND = 10_000
HUNDRED_MILLION = 100_000_000
CURRENCIES = {
    "KRW": {"ko": "원", "zh": "韩元", "en": "won"},
    "CNY": {"ko": "위안", "zh": "元", "en": "yuan"},
    "USD": {"ko": "달러", "zh": "美元", "en": "US dollars"},
    "JPY": {"ko": "엔", "zh": "日元", "en": "yen"},
    "EUR": {"ko": "유로", "zh": "欧元", "en": "euros"},
}
_SINCE = {"ko": "{}부터", "zh": "{}起", "en": "since {}"}
_DATE = {"ko": ("{}년", " {}월", " {}일"), "zh": ("{}年", "{}月", "{}日")}


def render_date(edtf: str, language: Language, preposition: bool = False) -> str:
    """An EDTF date or interval; English with "on"/"in" in front where ``preposition`` is set."""
    if "/" in edtf:
        start, end = edtf.split("/")
        if end == OPEN:
            return _SINCE[language].format(render_date(start, language))
        return _interval(start, end, language, preposition)
    if language != "en":
        return _cjk_date(edtf, language)
    text = _english_date(edtf)
    return f"{'on' if len(edtf) == 10 else 'in'} {text}" if preposition else text


def render_number(number: float, language: Language) -> str:
    """A number; in Korean and Chinese by ten thousands where that is exact."""
    if language != "en" and number >= TEN_THOUSAND and number % 1000 == 0:
        return _by_ten_thousands(number, language)
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.4f}".rstrip("0").rstrip(".")


def render_quantity(fact: Fact, language: Language) -> str:
    """A numeric fact's value with its unit."""
    number, unit = fact.value.number, fact.value.unit
    if number is None:
        return fact.value.text
    text = render_number(number, language)
    if unit == "people":
        return _people(text, language)
    if unit in CURRENCIES:
        return _money(number, unit, language)
    return f"{text} {unit}" if unit else text


def place_name(place: Place, language: Language, traditional: bool = False) -> str:
    """The name of a place for a reader of ``language``."""
    return place.name("zh-Hant" if traditional and language == "zh" else language)


def _cjk_date(edtf: str, language: Language) -> str:
    parts = [str(int(part)) for part in edtf.split("-")]
    forms = _DATE[language][: len(parts)]
    return "".join(form.format(part) for form, part in zip(forms, parts, strict=True))


def _english_date(edtf: str) -> str:
    parts = edtf.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def _interval(start: str, end: str, language: Language, preposition: bool) -> str:
    if language == "en":
        lead = "from " if preposition else ""
        return f"{lead}{_shortened(start, end)} to {_english_date(end)}"
    dash = " ~ " if language == "ko" else "至"
    return f"{_cjk_date(start, language)}{dash}{_cjk_date(end, language)}"


def _shortened(start: str, end: str) -> str:
    """The first date of an interval without the month or year that the last one repeats."""
    words = _english_date(start).split()
    same = len(start) == len(end)
    if same and len(start) == 10 and start[:7] == end[:7]:
        return words[0]
    if same and start[:4] == end[:4] and len(words) > 1:
        words = words[:-1]
    return " ".join(words)


def _by_ten_thousands(number: float, language: Language) -> str:
    hundred_million, rest = divmod(int(number), HUNDRED_MILLION)
    big, small = ("억", "만") if language == "ko" else ("亿", "万")
    text = f"{hundred_million:,}{big}" if hundred_million else ""
    if rest:
        tens = rest / TEN_THOUSAND
        gap = " " if text and language == "ko" else ""
        text += f"{gap}{tens:,.4f}".rstrip("0").rstrip(".") + small
    return text


def _people(text: str, language: Language) -> str:
    if language == "ko":
        return f"{text}명" if text[-1].isdigit() else f"{text} 명"
    return f"{text}人" if language == "zh" else text


def _money(number: float, unit: str, language: Language) -> str:
    name = CURRENCIES[unit][language]
    if language == "en" and number >= 1e9:
        return f"{number / 1e9:,.4f}".rstrip("0").rstrip(".") + f" billion {name}"
    return f"{render_number(number, language)}{'' if language == 'zh' else ' '}{name}"
