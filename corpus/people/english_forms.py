"""How names of people and what stands before them are written in English."""

from __future__ import annotations

CAPITAL = r"[A-Z][\w'’-]*\w"
_JOINS = r"(?:[A-Z]\. |de |da |del |la |van |von |der ){0,2}"
NAME = rf"(?:[A-Z]\. ?){{0,2}}{CAPITAL}(?: {_JOINS}{CAPITAL}){{0,3}}"
# What somebody is called by before the name.
HONOURS = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Hon|Madam|Sir|the Hon|the Honou?rable)\.? )"
HONOUR = rf"{HONOURS}{{0,2}}"
# A place with no word of what somebody did between its own ones.
PLACE = rf"(?:the )?{CAPITAL}(?:,? (?:of |the |and )?{CAPITAL}){{0,5}}"
