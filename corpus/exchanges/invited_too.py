"""An invitation that is told beside a visit, and says nothing of who made that visit."""

from __future__ import annotations

import re

# An invitation that guests, or who received them, gave besides: another visit, still to come.
_INVITED_TOO = re.compile(
    "(?:访问|来访|到访|造访|考察|参访|参观|率团|前往|抵达|出席|接待|会见)[^;|]{0,60}?"
    "(?P<zh>,(?:并|且|同时|还|期间)?(?:再次|诚挚|正式|热情|盛情|当面)?(?:诚邀|邀请)[^;|]*)"
    "|(?:방문|내방|예방|참석|참가|접견)(?:해|하여|하고|하면서|한 자리에서|,)(?P<ko>[^.;|]{0,80}?"
    "(?:초청|초대)(?:했|하였|하겠|한다|함|하기로|할 것|의사|장을)[^.;|]*)"
    "|\\b(?:visit(?:ed|s)?|went to|travell?ed to|came to|hosted|welcomed|received)\\b"
    "[^.;|]{0,120}?"
    "(?P<en>,? (?:and|where (?:they|he|she)) (?:also )?(?:invited|extended an invitation)\\b"
    "[^.;|]*)"
)


def without_invitation(text: str) -> str:
    """``text`` without what tells of an invitation besides a visit."""
    match = _INVITED_TOO.search(text)
    if match is None:
        return text
    start, end = match.span(match.lastgroup or 0)
    return text[:start] + text[end:]
