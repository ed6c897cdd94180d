"""People in Chinese text, by their office and name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from corpus.language import HAN
from corpus.people.chinese_verbs import LEADING, does
from corpus.wordlists import load_toml

# The longest name before an office, and the shortest of another language, in characters.
_LONGEST_HAN, _SHORTEST = 6, 3
# How many letters a name has whose surname is told by its look alone.
_UNLISTED = 4
# Behind a name: the first letter is no part of it.
_TENSES = ("担任", "曾来", "曾访", "曾率", "曾赴", "曾多", "曾两", "曾于", "曾在", "曾经")
# How far (characters) before its office a name of several parts may begin.
_REACH = 20
# The longest spelling of a name in brackets behind it.
_GLOSSED = 42
# A given name of two parts has a hyphen in it: "让-皮埃尔·贝尔内".
_PART = f"[{HAN}]{{1,9}}(?:-[{HAN}]{{1,9}})?"
_DOTTED_BEFORE = re.compile(f"{_PART}(?:[·•・]{_PART})+$")
# What a longer given name ends in, behind a surname of two letters: "伊达宪太郎".
_LONG_GIVEN = re.compile(f"[{HAN}]{{2}}[郎助子介之辅司雄夫男彦]")
_DOTTED_BEHIND = re.compile(f"{_PART}(?:[·•・](?:[{HAN}]{{1,9}}-)?(?P<last>[{HAN}]{{1,9}}))+")
# A name of four letters that only its end shows to be one of Japan.
_JAPANESE = re.compile(f"[{HAN}]{{2}}(?!英雄|姐夫|大夫|功夫|工夫|尔夫|丈夫)[{HAN}][雄夫男彦郎朗辅]")
# Words of one letter that lead to a name of parts.
_LEADS = "与和同向及由给致派请携偕见邀"
# Letters that stand in the name of no institution.
_NO_BODY = "了的由与和及率请见访等并偕携"
# A name's spelling in another script in brackets, and what one is called by.
_GLOSS = re.compile(r"\((?:[a-z][a-z.' -]{1,40}|[\u3040-\u30ff・ ]{2,20})\)$")
_TITLED = re.compile("(?:先生|女士|阁下)$")
# What stands before an office without a word that ends before an institution: behind a date's
# sign, "our city", "then" and the like.
_INSTITUTION_RUN = re.compile(
    rf"(?:(?<=\d)[年月日号]|[本我该两贵][市区县省州郡]|时任|现任|前任|原任|新任|[{_NO_BODY}]|[偕陪随协带联会]同|(?<![{HAN}])|^)"
    rf"(?P<name>(?:(?![{_NO_BODY}]|[偕陪随协带联会]同)[{HAN}]){{2,16}})$"
)
# Heads of units that may be told by what the unit does ("观光课长").
_UNITS = "课科处局室部厅总"
# A name in Latin letters behind an office.
_LATIN = re.compile(r" ?[a-z]")
_HAN_RUN = re.compile(f"[{HAN}]+")
# Bodies of the page's own place, which "the city's" stands before.
_OWN_BODY = re.compile("人大|政协|人民")
# How places end, of which a governor or a mayor is.
_PLACE_ENDS = "市区县郡町村府省"


def chinese_offices(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int] | None, int]]:
    """Each office of the folded ``text`` with the name beside it, as ranges of it.

    An office comes with the institution that it is of; the number is where it starts without.
    """
    taken = 0
    for match in _offices().finditer(text):
        name = _chinese_behind(text, match.end())
        if name is None or text[name[0]] in _table()["also_verbs"]:
            name = _chinese_before(text, taken, match) or name
        start = match.start() + _whose(text, match.start())
        latin = name is None and _LATIN.match(text, match.end()) is not None
        if (latin or (name and name[0] >= match.end())) and start == match.start():
            start = _with_institution(text, taken, match)
            start -= _own_body(text, start)
        taken = max(match.end(), name[1]) if name else taken
        # The first sign of "市议会" may be the last of the name of a city.
        bare = max(start, match.start() + (match.group()[1:3] == "议会"))
        yield (start, match.end()), name, bare


def _whose(text: str, start: int) -> int:
    """Of what stands at ``start``, how much tells whose it is: "本|县议会议长"."""
    return int(start > 0 and text[start - 1] in "本我该" and text[start] in "市区县省郡州")


def _own_body(text: str, start: int) -> int:
    """How much before a body says that it is the page's own one: "，市|人大常委会主任"."""
    if start == 0 or text[start - 1] not in "市区县省" or not _OWN_BODY.match(text, start):
        return 0
    return int(start == 1 or not _HAN_RUN.match(text[start - 2]))


def _with_institution(text: str, taken: int, office: re.Match[str]) -> int:
    """Where an office begins with the institution that it is of ("日中友好协会会长")."""
    before = text[max(taken, office.start() - _REACH) : office.start()]
    run = _INSTITUTION_RUN.search(before)
    if run is None:
        return office.start()
    start = run.start("name")
    if office.group().startswith(_words("bodies")) or _institution().search(run["name"]):
        return office.start() - len(before) + start
    domain = _domain().search(before) if office.group().removeprefix("副")[0] in _UNITS else None
    return office.start() - len(before) + domain.start() if domain else office.start()


def _chinese_behind(text: str, end: int) -> tuple[int, int] | None:
    """The name right behind an office, up to a word that may follow a name."""
    start = end + text.startswith(" ", end)
    dotted = _DOTTED_BEHIND.match(text, start)
    if dotted:
        return _until_follower(text, dotted)
    stopped = _stopped().match(text, start)
    if stopped and _may_end(text, stopped.end()):
        return stopped.span()
    foreign = _foreign().match(text, start)
    if foreign and len(foreign.group()) >= _SHORTEST and _may_end(text, foreign.end()):
        return foreign.span()
    run = _HAN_RUN.match(text, start)
    if run is None or text.startswith(_words("not_names"), start):
        return None
    for surname in dict.fromkeys((_surname_at(text, start), _japanese_at(text, start))):
        stop = _name_end(text, start + surname, run.end()) if surname else None
        if stop:
            return start, stop
    japanese = _JAPANESE.match(text, start)
    if japanese and _may_end(text, japanese.end()):
        return japanese.span()
    leads = LEADING.match(text, start)
    if leads is None or leads["name"].endswith(tuple(_words("not_names"))):
        return None
    # "厅长考察一行" and "厅长夫妇率团": a party shows less than who leads that a name stands there.
    party = not text.startswith("率", leads.end("name"))
    named = _opens_name(text, start) or not (party or text.startswith(_words("followers"), start))
    return leads.span("name") if named else None


def _opens_name(text: str, start: int) -> bool:
    """Whether a surname stands at ``start``."""
    return bool(_surname_at(text, start) or _japanese_at(text, start))


def _name_end(text: str, start: int, end: int) -> int | None:
    """Where the given name at ``start`` ends, up to the ``end`` of the letters, if it is one."""
    longest = 3 if _LONG_GIVEN.match(text, start) else 2
    for given in range(longest, 0, -1):
        stop = start + given
        # "率5人": the last letter is what the person does.
        verb = given > 1 and (
            text[stop - 1 : stop] in tuple(_table()["verbs"])
            or does(text, stop - 1)
            or text.startswith(_TENSES, stop - 1)
        )
        if stop <= end and _may_end(text, stop) and not verb:
            return stop
    return None


def _until_follower(text: str, dotted: re.Match[str]) -> tuple[int, int]:
    """A name of parts joined by dots, without the words written on to its last part."""
    last = dotted.start("last")
    stops = range(last + 2, dotted.end())
    end = next((stop for stop in stops if text.startswith(_words("followers"), stop)), dotted.end())
    return dotted.start(), end


def _may_end(text: str, end: int) -> bool:
    """Whether a Chinese name may end at ``end``."""
    closed = end == len(text) or not _HAN_RUN.match(text, end)
    return closed or text.startswith(_words("followers"), end)


def _chinese_before(text: str, taken: int, office: re.Match[str]) -> tuple[int, int] | None:
    """The name right before an office, behind the start of a word or one that leads to a name."""
    end = _name_before(text, taken, office)
    dotted = _DOTTED_BEFORE.search(text, max(taken, end - _REACH), end)
    if dotted:
        return _behind_lead(dotted)
    for stopped in _stopped().finditer(text, max(taken, end - _REACH), end):
        if stopped.end() == end and not _HAN_RUN.match(text[stopped.start() - 1 : stopped.start()]):
            return stopped.span()
    for start in range(max(taken, end - _LONGEST_HAN), end - 1):
        name = text[start:end]
        # "张明任团长": what is told is the office.
        told = name[-1] == "任" and office.group().endswith(("团长", "领队"))
        if told or not _HAN_RUN.fullmatch(name) or not is_full_name(name):
            continue
        opens = start == 0 or not _HAN_RUN.match(text[start - 1]) or _leads(text, start)
        opens = opens or (end == office.start() and _behind_place(text, start, office))
        # "温岭市市长" names an office of a place and no person.
        if opens and name[-1] != office.group()[-2:-1] and not name.startswith(_words("not_names")):
            return start, end
    return None


def _name_before(text: str, taken: int, office: re.Match[str]) -> int:
    """Where what may be a name ends before an office, which may stand in brackets behind it."""
    end = office.start()
    if text[end - 1 : end] == "(" and text.startswith(")", office.end()):
        titled = _TITLED.search(text, max(taken, end - _SHORTEST), end - 1)
        return titled.start() if titled else end - 1
    gloss = _GLOSS.search(text, max(taken, end - _GLOSSED), end)
    return gloss.start() if gloss else end


def _leads(text: str, start: int) -> bool:
    """Whether what stands before ``start`` leads to a name: "会见|", "观光协会|"."""
    before = text[max(0, start - _LONGEST_HAN) : start]
    return before.endswith(_words("leads")) or _institution().search(before) is not None


def _behind_place(text: str, start: int, office: re.Match[str]) -> bool:
    """Whether a name of three letters or more has the place before it that its office is of."""
    levels = _table()["levels"].get(text[start - 1], ())
    return office.start() - start >= _SHORTEST and office.group() in levels


def is_full_name(name: str) -> bool:
    """Whether ``name`` is a surname and a given name, so far as one can see it."""
    if _institution().search(name):
        return False
    surname = _surname_at(name, 0)
    if surname and 1 <= len(name) - surname <= _given(surname):
        return True
    unlisted = bool(_japanese_at(name, 0)) and len(name) == _UNLISTED
    unlisted = unlisted or _JAPANESE.fullmatch(name) is not None
    return unlisted and name[-1] not in _PLACE_ENDS


def _behind_lead(dotted: re.Match[str]) -> tuple[int, int]:
    """A name of parts joined by dots, without the word that leads to it ("与萨图尼诺·…")."""
    first = re.split("[·•・-]", dotted.group(), maxsplit=1)[0]
    at = len(first.rstrip(_table()["transcribing"]))
    led = 0 < at < len(first) and first[:at].endswith((*_words("leads"), "了"))
    if not led:
        words = [w for w in _words("leads") if len(w) > 1 and w in first[:-1]]
        at = max((first.rindex(w) + len(w) for w in words), default=first[0] in _LEADS)
        led = at < len(first)
    return dotted.start() + (at if led else 0), dotted.end()


def _japanese_at(text: str, position: int) -> int:
    """2 where the letters at ``position`` look like a surname of Japan that is not listed."""
    ends = text[position + 1 : position + 2] in tuple(_table()["family_ends"])
    return 2 * int(ends and not text.startswith(_words("not_families"), position))


def _surname_at(text: str, position: int) -> int:
    """The length of the surname (Chinese, Korean, Japanese) at ``position``, 0 where none is."""
    lengths = (length for length in (3, 2, 1) if text[position : position + length] in _surnames())
    return next(lengths, 0)


def _given(surname: int) -> int:
    """How many letters a given name has at most behind a surname of ``surname`` letters."""
    return 2 if surname == 1 else 3


@lru_cache(maxsize=1)
def _offices() -> re.Pattern[str]:
    table = _table()
    offices = "|".join(sorted(table["offices"], key=len, reverse=True))
    ranks = "|".join(table["ranks"])
    return re.compile(f"(?:{'|'.join(table['bodies'])})?(?:{ranks})?(?:{offices})")


@lru_cache(maxsize=1)
def _institution() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_table()['institutions'])})$")


@lru_cache(maxsize=1)
def _domain() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_table()['domains'])}){{1,3}}$")


def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_toml("offices.toml")["zh"]
    return table


@lru_cache(maxsize=8)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_table()[name])


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(_words("surnames"))


@lru_cache(maxsize=1)
def _stopped() -> re.Pattern[str]:
    """A foreign name whose parts a full stop joins ("汤姆.巴特尔")."""
    letters = _table()["transcribing"]
    return re.compile(f"[{letters}]{{1,6}}[.．][{letters}]{{2,6}}")


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    letters = _table()["transcribing"]
    return re.compile(f"[{letters}]{{2,}}(?:[·•・][{letters}]{{2,}})*")
