"""The person that a cell of a column for them names: an office and a name, and nothing else.

There no verb and no particle shows where a name ends; all that is no office is the name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.gazetteer import Mention
from corpus.model import Person
from corpus.people.finding import find_people
from corpus.people.korean_words import words_of

# What may stand behind a person: brackets, and who came along.
_ALONG = re.compile(
    r"\s*(?:[(（\[][^()（）\[\]]*[)）\]]|(?:등|외|일행|및|等|一行|\b(?:and|with)\b)(?:\s?\d.*|$)).*$"
)
_KOREAN = re.compile(r"[가-힣]{1,10}(?:[ ·-][가-힣]{1,10}){0,4}")
# A name has so many letters, and an office so many words.
_LETTERS = range(2, 19)
_OFFICE_WORDS = 3


def person_of_cell(text: str, places: tuple[Mention, ...] = ()) -> Person | None:
    """The person with an office that is all of ``text``; ``places`` are the places it names."""
    whole = _ALONG.sub("", text.strip()).strip(" ,·")
    found = [f for f in find_people(text, places) if f.person.name]
    for one in found[:1]:
        if len(found) == 1 and one.span.start == 0 and one.span.end >= len(whole):
            return one.person
    return _korean(whole) if _KOREAN.fullmatch(whole) else None


@lru_cache(maxsize=1024)
def _korean(text: str) -> Person | None:
    words = text.split(" ")
    for count in range(min(_OFFICE_WORDS, len(words) - 1), 0, -1):
        for office, name in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            title = _title(office)
            letters = sum(map(len, name))
            if title and letters in _LETTERS and not any(map(_title, ([w] for w in name))):
                return Person(" ".join(name), title)
    return None


def _title(words: list[str]) -> str | None:
    """``words`` as an office: one, one of an institution, or one behind the name of a place."""
    *before, last = words
    body = all(
        word in words_of("bodies") or word.endswith(words_of("body_ends")) for word in before
    )
    if not body:
        return None
    if last in words_of("offices") or last.endswith(words_of("compound")):
        return " ".join(words)
    institutional = last.endswith(words_of("institutional"))
    return " ".join(words) if institutional and len(last) > len("국장") else None
