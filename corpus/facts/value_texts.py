"""Values as a page writes them, without what stands around them: offices, links, numerals."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.wordlists import load_toml

_PHONE = re.compile(
    r"[+(（]?\d[\d\s()（）+.~/-]{5,}\d(?:[~∼～]\d{1,4}(?!\d))?(?:\s?(?:ext\.?|내선|分機|分机|转|轉|#)\s?:?\d{1,5})?",
    re.IGNORECASE,
)
# A number behind the name of whom to call, with or without a word for it.
_PHONE_BEHIND = re.compile(
    r"(?<=[^\W\d])[\s(（/,，·:：]+(?:(?:☎|☏|전화(?:번호)?|연락처|电话|電話|tel\.?|phone)[\s.:：]*)?"
    r"\(?\+?0?\d{1,4}[)\s.-]+\d{3,4}[\s.-]\d{3,4}[)）\s]*$",
    re.IGNORECASE,
)
# Another number with its label in the same line, and what only says that all are reached there.
_NEXT_LABEL = re.compile(
    r"[\s,，/·|;；]*(?<![A-Za-z])(?:fax|팩스|传真|傳真|ファッ?クス|e-?mail|이메일)(?![a-z])",
    re.IGNORECASE,
)
_SWITCHBOARD = re.compile(
    r"\s*[(（](?:代表?|大代表|대표|대표전화|main|switchboard|rep\.?)[)）]", re.IGNORECASE
)
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_HAN_DIGITS = dict(
    zip("〇零一二两兩三四五六七八九", (0, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_HAN_SMALL = {"十": 10, "百": 100, "千": 1000}
_HAN_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN_NUMBER = re.compile(r"[〇零一二两兩三四五六七八九十百千万萬亿億]{2,}(?=\D|$)")
# No more than the kind of a tie, where the name of a document should stand.
_BARE_KIND = re.compile(
    r"(?:국제|국외|해외)? ?"
    r"(?:자매|우호)(?:도시|결연|교류|협력|친선){0,2}(?: ?(?:체결|관계|결연|도시))?"
    r"|(?:友好|姐妹|姊妹)(?:城市|交流|关系|關係|都市|市)|(?:sister|friendship) (?:city|cities)",
    re.IGNORECASE,
)


def is_bare_kind(text: str) -> bool:
    """Whether ``text`` says what kind of tie there is and names no document ("자매결연")."""
    return _BARE_KIND.fullmatch(text.strip(" .")) is not None


def text_of(name: str, text: str) -> str | None:
    """``text`` as the value of property ``name``: a name without office, a number without words.

    None where it holds no such value.
    """
    if name in ("phone", "fax"):
        return _phone(text)
    if name == "mayor":
        return _person(text)
    if name == "department":
        text = _PHONE_BEHIND.sub("", text)
    return _link_words().sub("", text).strip() or None


def _phone(text: str) -> str | None:
    text = _SWITCHBOARD.sub("", _NEXT_LABEL.split(text)[0])
    match = _PHONE.search(text)
    if match is None:
        return None
    behind = text[match.end() :]
    note = _BRACKETED.fullmatch(behind) or not any(sign.isalnum() for sign in behind)
    other = _PHONE.search(behind)
    return text[match.start() :].strip() if note or other else match.group().strip()


def _person(text: str) -> str | None:
    """A name without the office in front of it or behind it."""
    folded = _office_behind().sub("", text)
    name = _office_before().sub("", folded).strip(" ,，")
    return name or None


def with_digits(text: str) -> str:
    """``text`` with numbers that are written out in Chinese in digits: 一百一十三萬 is 1130000."""
    return _HAN_NUMBER.sub(lambda match: str(_han_number(match.group())), text)


def _han_number(text: str) -> int:
    total = section = digit = 0
    for sign in text:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
        elif sign in _HAN_SMALL:
            section += (digit or 1) * _HAN_SMALL[sign]
            digit = 0
        else:
            total = (total + section + digit) * _HAN_LARGE[sign]
            section = digit = 0
    return total + section + digit


@lru_cache(maxsize=1)
def _office_behind() -> re.Pattern[str]:
    words = load_toml("statements.toml")["mayor"]["behind"]
    return re.compile(rf"(?<=\S)\s*(?:{'|'.join(words)})$")


@lru_cache(maxsize=1)
def _office_before() -> re.Pattern[str]:
    words = load_toml("statements.toml")["mayor"]["before"]
    return re.compile(rf"^(?:{'|'.join(words)})\s+(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _link_words() -> re.Pattern[str]:
    table = load_toml("statements.toml")["links"]
    apart, glued = "|".join(table["words"]), "|".join(table["glued"])
    return re.compile(
        rf"(?:\s*(?:{glued})|(?:^|\s+|\s*[(\[（【])(?:{apart})[)\]）】]?)\s*$", re.IGNORECASE
    )
