"""Whose guests signed: those who did it in the other side's town hall."""

from __future__ import annotations

import re

from corpus.exchanges.marking import HOME, PARTNER, Way

_SIDE = f"(?P<at>[{HOME}{PARTNER}])"
_AT = re.compile(
    f"(?:签|缔结|结盟|仪式)[^。;|{HOME}{PARTNER}]{{0,24}}[于在]{_SIDE}[市县区乡镇]?"
    r"(?:公所|政府|市府|县府|市政厅|市厅|役所|议会|会议)[^。;|]{0,6}(?:举行|举办|签|进行)"
    f"|{_SIDE.replace('at', 'hall')}(?:시|군|구)?(?:청|청사|의회) ?[가-힣 ]{{0,10}}에서 "
    "[^.|]{0,30}(?:협정식|협약식|조인식|결연식|체결식)"
)


def signed_at(marked: str, parties: Way) -> Way | None:
    """(guests, hosts) where a text with marked sides says in whose town hall both signed."""
    match = _AT.search(marked)
    if match is None:
        return None
    host = parties[(match["at"] or match["hall"]) == PARTNER]
    return (parties[1], parties[0]) if host == parties[0] else parties
