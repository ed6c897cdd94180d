"""Cards of partners, which crawling left as one line: what they say is of the tie, no event."""

from __future__ import annotations

import re

from corpus.labels.words import property_of

# A label of a few words right before its colon.
_LABEL = re.compile(
    r"(?:^|[\s.;|·•)）\]】。，,])(?P<label>[^\W\d][^:：\n.;|·•。，,()（）]{1,40})[:：]"
)
# So many labels of what is known make a card, where one of them can only be of a place.
_LEAST = 2
_OF_PLACE = frozenset({"population", "area", "location", "homepage", "mayor"})


def is_card(text: str) -> bool:
    """Whether ``text`` labels what is known of a place ("Population: … Area: …")."""
    labels = (match["label"].strip() for match in _LABEL.finditer(text))
    names = {found for label in labels if (found := _property(label))}
    return len(names) >= _LEAST and not names.isdisjoint(_OF_PLACE)


def _property(label: str) -> str | None:
    """What a label, or its last words, announce: behind a value stands the next label."""
    words = label.split()
    tails = (" ".join(words[start:]) for start in range(min(len(words), 4)))
    return next((found for tail in tails if (found := property_of(tail))), None)
