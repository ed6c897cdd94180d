"""Whose guests signed, or kept an anniversary: those who did it where the other side is."""

from __future__ import annotations

import re

from corpus.exchanges.marking import HOME, PARTNER, Way

_SIDE = f"(?P<at>[{HOME}{PARTNER}])"
# The anniversary of both, kept at one of them: the other's people were guests.
_KEPT = re.compile(
    f"周年[^。;|{HOME}{PARTNER}]{{0,12}}(?:活动|仪式|庆典|大会|典礼|纪念会)"
    f"[于在]{_SIDE}[^。,;|]{{0,8}}(?:举行|举办)"
    f"|주년 ?(?:기념|축하)[^.|{HOME}{PARTNER}]{{0,10}}(?:식|행사)[가이]? "
    f"{_SIDE.replace('at', 'hall')}(?:시|군|구)?[^.,|]{{0,8}}에서 (?:열렸|열려|개최[됐되돼])"
)
_AT = re.compile(
    f"(?:签|缔结|结盟|仪式)[^。;|{HOME}{PARTNER}]{{0,24}}[于在]{_SIDE}[市县区乡镇]?"
    r"(?:公所|政府|市府|县府|市政厅|市厅|役所|议会|会议)[^。;|]{0,6}(?:举行|举办|签|进行)"
    f"|{_SIDE.replace('at', 'hall')}(?:시|군|구)?(?:청|청사|의회) ?[가-힣 ]{{0,10}}에서 "
    "[^.|]{0,30}(?:협정식|협약식|조인식|결연식|체결식)"
)


def signed_at(marked: str, parties: Way) -> Way | None:
    """(guests, hosts) where a text with marked sides says in whose town hall both signed."""
    return _guests(_AT.search(marked), parties)


def kept_at(marked: str, parties: Way) -> Way | None:
    """(guests, hosts) where a text with marked sides says where both kept an anniversary."""
    return _guests(_KEPT.search(marked), parties)


def _guests(match: re.Match[str] | None, parties: Way) -> Way | None:
    if match is None:
        return None
    host = parties[(match["at"] or match["hall"]) == PARTNER]
    return (parties[1], parties[0]) if host == parties[0] else parties
