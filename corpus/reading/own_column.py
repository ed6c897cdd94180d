"""The column of a table of partners that holds the page's own place, written in one row for all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text import fold_text

# How the label of such a column ends; what stands before is the name of a place or "ours".
_OWN = re.compile(
    r"(?:管辖区|行政区|辖区|下辖地区|所辖地区|所辖城市|中方城市|我方城市|国内城市|省内城市|省内地区|区划)$"
    r"|^(?:国内|我国|中方|我方|本地|省内|市内)(?:城市|地区|一方|政府)?$"
    r"|^(?:도내 ?)?시 ?[·/]? ?군 ?[·/]? ?구?$|^(?:우리측|우리시|국내)(?: ?(?:도시|기관|지자체))?$"
)
_PARTNER = re.compile(r"^(?:友好|外|结好|姐妹|姊妹|对方)")


def is_own_column(label: str) -> bool:
    """Whether a column of this label holds the place on whose side a tie is."""
    folded = fold_text(label).strip()
    return _OWN.search(folded) is not None and _PARTNER.match(folded) is None


def own_word(label: str, text: str) -> str:
    """The place that opens both the label of such a column and ``text``, a row; "" if none does."""
    word = text.partition(" ")[0]
    return word if len(word) > 1 and len(label) > len(word) and label.startswith(word) else ""


def rows_of_own(label: str, names: Sequence[Sequence[str]]) -> int:
    """How many rows from the first on are of the place that the label names.

    ``names`` are what stands before the dates of each row. Below a row of another place all are
    that one's, as they are where the first row is of another place.
    """
    rows = [" ".join(name) for name in names]
    if not rows or not own_word(label, rows[0]):
        return 0
    for number, text in enumerate(rows):
        rest = text.removeprefix(own_word(label, text)).split()
        if len(rest) > 1 and _same_end(rest[0], rest[1]):
            return number
    return len(rows)


def _same_end(name: str, other: str) -> bool:
    """Whether two words are both names of places by their ends."""
    return all(re.search(r"[市县縣区區州省府道郡町州시군구도현]$", word) for word in (name, other))
