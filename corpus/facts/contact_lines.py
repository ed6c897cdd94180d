"""Whom to ask about a page, as a line at its foot says it without a label for each value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from corpus.dates import find_dates
from corpus.model import Page, Span
from corpus.wordlists import load_toml

# Contact lines stand among the last blocks of a page and are short.
_LAST, _LONGEST = 6, 240
_FILE = "page_labels.toml"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MAIL_WORD = re.compile(
    r"(?i:\be-?mails?\b|\bcontact)|메일|전자우편|邮箱|郵箱|邮件|郵件|信箱|电邮|電郵|メール"
)
# Of a government; and who writes for a newspaper.
_OFFICIAL = re.compile(
    r"(?:[@.](?:gov|go|lg|gob|gouv|korea|city|cityof|town|pref|state)\b|@(?:city|town|pref)|\.gov$)",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"기자(?![가-힣])|특파원|记者|記者|\b(?i:reporter|correspondent)\b")
_NUMBER = (
    r"(?!(?:19|20)\d\d ?[.~-] ?\d{1,2}(?!\d))(?:\+\d{1,3}[ -]?)?(?:[(（]\d{1,4}[)）][ -]?)?"
    r"\d[\d .~-]{4,}\d"
    r"(?:\s?(?:ext\.?|내선|分機|分机|转|轉|#)\s?:?\d{1,5})?"
)
# The name of the place whose department it is.
_OWN = r"(?:[가-힣]{1,7}(?:특별자치도|특별시|광역시|시|군|구) +(?=[가-힣]))?"
# What stands right before a number that no word calls one: a bracket behind a name, or a name.
_UNCALLED = r"(?:(?<=\w [(（])|(?<=\w[(（])|(?<=[A-Za-z] ))(?=0\d|\+\d)"

# Who looks after a page, which is no fact about a place.
_STAFF = re.compile(
    r"(?:(?:콘텐츠|자료|페이지|업무|게시물) ?)?"
    r"(?:담당|담당자|담당팀|작성자|관리자|승인자|문의처?)\s?[:：]"
    r"|(?:联系人|聯絡人|负责人|負責人|承辦人|经办人|编辑|责任编辑|责编|作者|审核)\s?[:：]"
    r"|(?i:contact(?: person)?|person in charge|staff|author|editor)\s?:"
)


def contact_values(page: Page, about_others: Set[int] = frozenset()) -> dict[str, Span]:
    """Department, phone, fax, email and updated as the foot of ``page`` tells them, once each.

    ``about_others`` are the positions of blocks that are about somebody else.
    """
    found: dict[str, Span] = {}
    for index, block in list(enumerate(page.blocks))[-_LAST:]:
        if index in about_others:
            continue
        text = page.quote(block.span)
        if block.kind == "heading" or len(text) > _LONGEST:
            continue
        for name, start, end in _values(text, page):
            span = Span(block.span.start + start, block.span.start + end)
            if page.quote(span).strip():
                found.setdefault(name, span)
    for block in page.blocks[:_LAST] if "updated" not in found else ():
        text = page.quote(block.span)
        if block.kind == "heading" or len(text) > _LONGEST // 2:
            continue
        for name, start, end in _updated(text):
            found.setdefault(name, Span(block.span.start + start, block.span.start + end))
    return found


def names_staff(text: str) -> bool:
    """Whether a line names who looks after the page, as between its department and number."""
    return _STAFF.match(text) is not None


def _values(text: str, page: Page) -> Iterator[tuple[str, int, int]]:
    """(property, start, end) of what a contact line tells; nothing where it is none."""
    fax = _pattern("fax").search(text)
    phones = [m for m in _pattern("phone").finditer(text) if not fax or m.end() <= fax.start("v")]
    email = _email(text, bool(phones or fax), page)
    department = _pattern("department").match(text)
    bare = _pattern("bare").fullmatch(text)
    if bare:
        yield "department", *bare.span("d")
        yield "phone", *bare.span("v")
        return
    if not (fax or phones or email or _pattern("updated").search(text)):
        return
    if department and (fax or phones or email or department["label"]):
        yield "department", *department.span("d")
    if phones:
        yield "phone", *phones[0].span("v")
    if fax:
        yield "fax", *fax.span("v")
    if email:
        yield "email", *email.span()
    yield from _updated(text)


def _email(text: str, beside: bool, page: Page) -> re.Match[str] | None:
    """The address of a contact line, which a label or a number is ``beside``.

    One that stands alone is of whoever wrote the text, but for that of a government and one whose
    domain has the name of a place of the page ("protokoll@trier.de").
    """
    email = _EMAIL.search(text)
    if email is None or _REPORTER.search(text):
        return None
    labelled = _MAIL_WORD.search(text[: email.start()]) is not None
    name = email.group().partition("@")[2].partition(".")[0].capitalize()
    own = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", page.text) is not None
    return email if beside or labelled or own or _OFFICIAL.search(email.group()) else None


def _updated(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _pattern("updated").finditer(text):
        for date in find_dates(text):
            before = match.end() <= date.span.start <= match.end() + 3
            if before or date.span.end <= match.start() <= date.span.end + 1:
                yield "updated", *date.span
                return


@lru_cache(maxsize=8)
def _pattern(name: str) -> re.Pattern[str]:
    words = {key: "|".join(found) for key, found in load_toml(_FILE)["contact_line"].items()}
    label = rf"(?P<label>(?:(?:{words['ask']})(?:\s*[:：]\s*|\s+)){{1,2}})?{_OWN}"
    department = rf"[\s(（\[※*·-]*{label}(?P<d>{words['departments']})"
    sign = r"\s*[.:：)）]?\s*"
    number = rf"(?P<v>{_NUMBER})"
    return re.compile(
        {
            "department": rf"{department}(?=[\s,，.;；:：(（|/)）]|$)",
            "bare": rf"{department}[\s,，:：(（|/]*(?:tel\.?\s*)?{number}[\s)）.]*",
            "phone": rf"(?:(?:{words['phone']}){sign}|{_UNCALLED}){number}",
            "fax": rf"(?:{words['fax']}){sign}{number}",
            "updated": rf"(?:{words['updated']})",
        }[name],
        re.IGNORECASE if name in ("phone", "fax", "updated") else 0,
    )
