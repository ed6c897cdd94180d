"""What a line of text is: a bulleted item, a sentence, a dated caption, a heading, navigation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from corpus.dates.months import NAMES
from corpus.wordlists import load_toml

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_WRAP = re.compile(f"(?<=[{_HAN}，。、；：！？])[^\\S\\n]*+\\n\\s*+(?=[{_HAN}])")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")

NOTE = "sign ※"
_MARKER = re.compile(
    r"(?P<sign>[•·ㆍ・∙‧◦▪▫■□◆◇▶▷►☞★☆✓✔※○●◎◉])(?!(?P=sign))\s*(?=\S)"
    r"|(?P<dash>[-*+–—])(?:\s+(?=\S)|(?=[가-힣一-鿿]))"
    r"|(?P<digits>\(?\d{1,2}[.)])\s+(?!\d{1,2}\s?(?:[.~∼～–-]|$))(?=\S)|(?P<comma>\d{1,2}、)\s*(?=\S)"
    r"|(?P<letter>[가나다라마바사아자차카타파하][.)])\s+(?=\S)"
    r"|(?P<circled>[①-⑳])\s*(?=\S)"
)
_CLOSERS = "”’\"'」』)）]"
_STOPS = tuple(".!?。！？…")
_LABELLED = re.compile(r"^[^:：.!?。,，]{1,48}\s*[:：]\s*\S")
_DATED = re.compile(
    r"[(\[（【]?(?:\d{4}\s*[년年]\s*\d{1,2}\s*[월月](?:\s*\d{1,2}\s*[일日号號])?|\d{4}\s?[./-]\s?\d{1,2}(?!\d)"
    rf"|(?:\d{{1,2}}\s+)?(?:{NAMES})\.?\s+(?:\d{{1,2}},\s*)?\d{{4}}\b)"
)
_YEAR = re.compile(r"[(\[（【]?\d{4}(?:\s*[년年]|[\s:.~-])")
_OPENING_DATE = re.compile(
    r"[(\[（【]?(?:[’']?\d{2,4}\s?[.년年/-]\s*)?(?:\d{1,2}\s?(?:[월月]|[./]\s?\d{1,2}(?!\d))|(?:0?[1-9]|1[0-2])\.\s(?=[가-힣]))"
)
_DAY = re.compile(r"\d{1,2}\s*(?:[월月]|[./]\s*\d)")
_DATED_END = re.compile(r"[(（]\s*[^()（）]{0,40}\d{4}\s*[년年./)）-][^()（）]{0,200}[)）]?$")
# A stage with its day is a label with its value ("자매결연 2004년 7월 1일").
_STAGE_DAY = re.compile(
    r"(?:[가-힣·]{0,8}(?:결연|체결|협정|협약|조인|교류)(?:체결|일|일자)? ?){1,2}"
    r"\s\d{4}\s?[년.]\s?\d{1,2}\s?[월.]\s?\d{1,2}\s?[일.]?"
)
# A remark with its month behind it in brackets, of which a heading above gives the year.
_MONTH_END = re.compile(
    r"[(（]\s*\d{1,2}\s*[월月](?:\s*\d{1,2}\s*[일日])?"
    r"(?:\s*[~∼～–-]\s*(?:\d{1,2}\s*[월月]\s*)?(?:\d{1,2}\s*[일日])?)?\s*[)）]$"
)
# A number in a remark that is nothing but brackets ("(조선족 42.8%)") is of what stands above.
_REMARK = re.compile(r"[(（][^()（）]*\d[^()（）]*[)）]")
_POSTAL = re.compile(
    r"[(（]?(?:우 ?[)）:]? ?)?\d{5}[)）]? ?"
    r"[가-힣]{2,6}(?:특별자치[시도]|특별시|광역시|도|시|군|구) [가-힣]"
)
_LETTER = re.compile(r"[^\W\d_]")
_JOINT = re.compile(r"[a-z][A-Z]")
_CRUMBS = re.compile(r"\s*[>＞›»]\s*")
_BARS = re.compile(r"\s*[|｜]\s*")

_HEADING_COLUMNS, _HEADING_WORDS = 80, 14
_LONGEST_CONTROL, _LONGEST_ADDRESS = 24, 80
_CAPTION_LENGTH, _CRUMB_LENGTH, _MENU_JOINTS = 240, 40, 4
# A menu whose entries have only spaces between: how many there are at least behind "Home".
_SECTIONS, _LONGEST_SECTION = 3, 8


class Bullet(NamedTuple):
    """The mark in front of an item (numbers by their form), and the item."""

    marker: str
    text: str


@dataclass(slots=True)
class Bullets:
    """The open items of a list that is written with bullets and indentation."""

    open: list[tuple[int, Bullet]] = field(default_factory=list)

    def place(self, indent: int, bullet: Bullet) -> tuple[int, tuple[str, ...]]:
        """Depth and parents of the next item: deeper or otherwise marked items are children."""
        if bullet.marker == NOTE and self.open:
            return len(self.open), self._texts()[:-1]
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        level = [(place, item.marker) for place, item in self.open]
        if (indent, bullet.marker) in level:
            del self.open[level.index((indent, bullet.marker)) :]
        parents = self._texts()
        self.open.append((indent, bullet))
        return len(self.open), parents

    def clear(self) -> None:
        """Close all items: the list is over."""
        self.open.clear()

    def _texts(self) -> tuple[str, ...]:
        return tuple(item.text for _, item in self.open)


def collapse(text: str) -> str:
    """``text`` on one line: single spaces, none at its ends, nothing invisible."""
    return _BLANK.sub(" ", _INVISIBLE.sub("", text)).strip()


def unwrap(text: str) -> str:
    """``text`` without the line breaks between Chinese letters, which stand for no space."""
    return _WRAP.sub("", text)


def indent_of(line: str) -> int:
    """How many columns ``line`` is indented."""
    line = _INVISIBLE.sub("", line).expandtabs(4)
    return width(line[: len(line) - len(line.lstrip())])


def width(text: str) -> int:
    """How many columns ``text`` takes: two for a Korean or Chinese letter."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def split_bullet(line: str) -> Bullet | None:
    """The bullet and the rest of ``line``, if it starts with a bullet."""
    match = _MARKER.match(line)
    if match is None:
        return None
    form = "".join(c for c in match.group() if not c.isalnum() and not c.isspace())
    return Bullet(f"{match.lastgroup} {form}", line[match.end() :])


def is_sentence(line: str) -> bool:
    """Whether ``line`` ends as sentences do."""
    return line.rstrip(_CLOSERS).endswith(_STOPS) or line.endswith(_sentence_endings())


def is_caption(line: str) -> bool:
    """Whether ``line`` is a short remark that starts with a month, as under a photograph."""
    match = _DATED.match(line)
    if match is None or len(line) > _CAPTION_LENGTH or is_sentence(line):
        return False
    return bool(_LETTER.search(line, match.end()))


def starts_with_year(line: str) -> bool:
    """Whether ``line`` is a remark behind a year; a year alone may well be a heading."""
    match = _YEAR.match(line)
    return match is not None and bool(_LETTER.search(line, match.end()))


def opens_with_date(line: str) -> bool:
    """Whether ``line`` is a remark behind a date, which a heading above may give the year of."""
    match = _OPENING_DATE.match(line)
    return match is not None and bool(_LETTER.search(line, match.end()))


def may_be_heading(line: str) -> bool:
    """Whether ``line`` is short and says too little to be anything but a heading or a name."""
    if len(line) > _HEADING_COLUMNS or width(line) > _HEADING_COLUMNS:
        return False
    if not _LETTER.search(line) or "://" in line or line[-1] in ",;，；、":
        return False
    if len(line.split()) > _HEADING_WORDS:
        return False
    if _LABELLED.match(line) or _DAY.match(line) or _REMARK.fullmatch(line):
        return False
    if _DATED_END.search(line) or _MONTH_END.search(line) or _STAGE_DAY.fullmatch(line):
        return False
    return not is_sentence(line) and not is_caption(line)


def crumbs(line: str, near_top: bool = False) -> tuple[str, ...]:
    """The steps of ``line`` if it is a breadcrumb trail; near the top of a page two will do."""
    steps = tuple(step for step in _CRUMBS.split(line) if step)
    if len(steps) < 2 or any(len(step) > _CRUMB_LENGTH or is_sentence(step) for step in steps):
        return ()
    home = steps[0].split(":")[0].split("：")[0].strip().casefold() in _words("home")
    marked = line[0] in ">＞›»" or len(steps) > 2
    return steps if marked or home or near_top else ()


def is_menu(line: str) -> bool:
    """Whether ``line`` is a menu: words run together (NewsCulture) or bars behind "Home"."""
    joints = len(_JOINT.findall(line))
    if joints >= _MENU_JOINTS and len(line.split()) <= 3 * joints and not is_sentence(line):
        return True
    parts = _BARS.split(line.casefold())
    return (len(parts) > 2 and parts[0] in _words("home")) or _is_spaced_menu(line.split())


def _is_spaced_menu(words: list[str]) -> bool:
    """Whether ``words`` are "Home" in Chinese or Korean and short names of sections behind it."""
    short = all(len(word) <= _LONGEST_SECTION and word.isalpha() for word in words)
    return (
        len(words) > _SECTIONS and short and not words[0].isascii() and words[0] in _words("home")
    )


def is_control(line: str) -> bool:
    """Whether ``line`` is only there for the use of the site: skip links, print, log in."""
    folded = line.casefold()
    if is_language_choice(line):
        return True
    if len(line) <= _LONGEST_CONTROL and folded.startswith(_control_starts()):
        return True
    parts = [part for part in _BARS.split(folded) if part]
    words = [word for part in parts for word in part.split()]
    return all(part in _words("controls") for part in parts) or all(
        word in _words("controls") for word in words
    )


def is_language_choice(line: str) -> bool:
    """Whether ``line`` offers the site in other languages ("English | 中文 | 한국어")."""
    parts = [part for part in re.split(r"[|｜/·\s]+", line.casefold()) if part]
    return len(parts) > 1 and all(part in _words("languages") for part in parts)


def is_survey(line: str) -> bool:
    """Whether ``line`` asks what the reader thinks of the page."""
    folded = line.casefold()
    return len(line) <= 160 and any(phrase in folded for phrase in _words("survey"))


def is_survey_option(line: str) -> bool:
    """Whether ``line`` is one of the answers that such a question offers, or all of them."""
    folded, options = line.casefold(), _words("survey_options")
    return folded in options or all(word in options for word in folded.split())


def is_closing(line: str) -> bool:
    """Whether ``line`` is the copyright notice of a site, or its address behind a postal code."""
    folded = line.casefold()
    if _POSTAL.match(line) and len(line) <= _LONGEST_ADDRESS:
        return True
    return len(line) <= 200 and any(phrase in folded for phrase in _words("closing"))


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load_toml("page_labels.toml")["navigation"][name])


@lru_cache(maxsize=1)
def _control_starts() -> tuple[str, ...]:
    return tuple(_words("control_starts"))


@lru_cache(maxsize=1)
def _sentence_endings() -> tuple[str, ...]:
    return tuple(load_toml("page_labels.toml")["sentences"]["endings"])
