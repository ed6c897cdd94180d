"""The column of a table of partners that holds the page's own place, written in one row for all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import fold_text

# How the label of such a column ends; what stands before is the name of a place or "ours".
_OWN = re.compile(
    r"(?:管辖区|行政区|辖区|下辖地区|所辖地区|所辖城市|中方城市|我方城市|国内城市|省内城市|省内地区|区划)$"
    r"|^(?:国内|我国|中国|中方|我方|本地|省内|市内)(?:城市|地区|省市|一方|政府)?$"
    r"|^(?:도내 ?)?시 ?[·/]? ?군 ?[·/]? ?구?$|^(?:우리측|우리시|국내)(?: ?(?:도시|기관|지자체))?$"
)
_PARTNER = re.compile(r"^(?:友好|外|国外|海外|结好|姐妹|姊妹|对方)")
_PLACE = re.compile(r"[市县縣區区州省府道郡町시군구도현]$")


def is_own_column(label: str) -> bool:
    """Whether a column of this label holds the place on whose side a tie is."""
    folded = fold_text(label).strip()
    return _OWN.search(folded) is not None and _PARTNER.match(folded) is None


def has_own_column(labels: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether the first of several columns is of the own side and another one of the partners."""
    return bool(labels) and is_own_column(labels[0]) and "place" in kinds[1:]


def own_word(label: str, text: str) -> str:
    """The place that opens ``text``, a row below ``label``, before its partner; "" if none does.

    It opens the label as well, or both it and the word behind it end as names of places do.
    """
    first, _, rest = text.partition(" ")
    if len(first) > 1 and len(label) > len(first) and label.startswith(first):
        return first
    behind = rest.partition(" ")[0]
    return first if _PLACE.search(first) and _PLACE.search(behind) else ""


def names_own(label: str, names: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names whose it is; the rows below go on with it up to the next one.

    ``names`` are what stands before the dates of each row.
    """
    return bool(names) and bool(own_word(label, " ".join(names[0])))
