"""The months by their English names: their numbers, and the names as alternatives of a pattern."""

from __future__ import annotations

import calendar

_FULL, _SHORT = calendar.month_name[1:], calendar.month_abbr[1:]

# The number of each written form: in full, in short, in capitals.
MONTHS = {name: number for names in (_FULL, _SHORT) for number, name in enumerate(names, 1)}
MONTHS["Sept"] = 9
MONTHS |= {name.upper(): number for name, number in MONTHS.items()}

# Alternatives for a pattern: in full, in short, either, and any written form.
FULL_NAMES = "|".join(_FULL)
SHORT_NAMES = "|".join(_SHORT)
NAMES = "|".join((*_FULL, *_SHORT))
WRITTEN_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
