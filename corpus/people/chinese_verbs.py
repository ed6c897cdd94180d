"""What people do in Chinese text, right behind their names."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language import HAN
from corpus.wordlists import load_toml

# A name that nothing shows to be one but what is told behind it: who leads a group.
LEADING = re.compile(
    "(?P<name>(?:(?![亲自带等今昨日于先后分别应邀再次首共同也曾又将已还两及和与的率来访赴前往受委托团长们上下年月以为"
    f"并随一行当时在这该本我各全])[{HAN}]){{2,4}})(?=率(?:领|团|队|代表|访|经|政|贸|[{HAN}]{{0,6}}团|\\d{{1,3}}余?[人名])|一行)"
)


def does(text: str, start: int) -> bool:
    """Whether a verb of two letters stands at ``start``, and none begins behind its first one."""
    deeds = _deeds()
    return deeds.match(text, start) is not None and deeds.match(text, start + 1) is None


@lru_cache(maxsize=1)
def _deeds() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("offices.toml")["zh"]["does"]))
