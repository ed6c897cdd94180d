"""Names of people that are those of places as well: "Mayor Shibata", "(시장 나가노 야스히로)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.gazetteer import Mention

# How far (characters) around a name what makes it a person's is looked for.
_AHEAD, _BEHIND = 44, 24
_OFFICE = "시장|군수|구청장|도지사|지사|현지사|정장|촌장|구장|부시장"
# An English office, or a form of address, right before a name or a first name.
_TITLED = re.compile(
    r"\b(?:Mayors?|Governors?|Mr|Mrs|Ms|Dr|Prof|Reeve|Councill?ors?)\.? (?:[A-Z][a-z’'-]+ )?$"
)
_KIND = re.compile(r"[ -](?i:city|town|county|prefecture|district|province|village|shire|metro)\b")
# In brackets behind the name of a place its head, whose name may be of several words.
_HEAD = re.compile(rf"[(（](?:{_OFFICE})\s?[가-힣 ·]{{0,10}}$")
_CLOSED = re.compile(r"[가-힣 ·]{0,16}[)）]")
# A first name behind it, and then the place of an office: "나가노 야스히로 벳푸시장".
_FIRST_NAME = re.compile(rf" [가-힣]{{2,5}} [가-힣]{{1,8}}(?:{_OFFICE})")
_SUFFIXED = re.compile(r"[가-힣](?:시|군|구|현|도|정|촌|성|주)$")


def without_people(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """``mentions``, names in ``text``, without those of people."""
    return [mention for mention in mentions if not _is_person(text, mention)]


def _is_person(text: str, mention: Mention) -> bool:
    written = text[slice(*mention.span)]
    before = text[max(0, mention.span.start - _AHEAD) : mention.span.start]
    behind = text[mention.span.end : mention.span.end + _BEHIND]
    if written.isascii():
        single = " " not in written and "-" not in written
        return bool(single and _TITLED.search(before) and not _KIND.match(behind))
    if _SUFFIXED.search(written):
        return False
    headed = _HEAD.search(before) is not None and _CLOSED.match(behind) is not None
    return headed or _FIRST_NAME.match(behind) is not None
