"""Who went to whom in the words of an event: (from, to), where the text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.exchanges.invited_too import without_invitation
from corpus.exchanges.marking import (
    HOME,
    LETTER,
    PARTNER,
    SIGNS,
    THIRD,
    Way,
    is_around,
    mark_sides,
    quickly_compiled,
    side_of,
    swap_sides,
)
from corpus.gazetteer import Gazetteer, Mention
from corpus.language import split_halves
from corpus.model import Language
from corpus.sentences import sentence_spans
from corpus.text import fold_text
from corpus.wordlists import load_toml

# Both sides named first and in one breath did something together.
_BOTH = re.compile(
    f"[^{HOME}-{THIRD}]*(?P<one>[{HOME}{PARTNER}])(?:시|군|구)?"
    # Who is at its head, in brackets.
    f"(?: ?[(]?[^(),.;|]{{1,24}}[)])?"
    f"(?: ?[와과및与和同·、-] ?| and (?:the )?)(?!(?P=one))[{HOME}{PARTNER}](?!에|으로|로 )"
)
# An event that is named for both, in front of a side that is named again.
_NAMED_FOR_BOTH = re.compile(
    f"^[^{HOME}-{THIRD}]*[{HOME}{PARTNER}] ?[·~-] ?[{HOME}{PARTNER}]"
    f"(?! ?간)(?=[^{HOME}-{THIRD};|(]*,[^{HOME}-{THIRD};|(]*[{HOME}{PARTNER}])"
)
# Both as what a sentence is about, before the guests of one of them: "A와 B는 1992년 B 대표단 …".
_ABOUT_BOTH = re.compile(
    f"^[^{HOME}-{THIRD}]*[{HOME}{PARTNER}](?:시|군|구|도)? ?[와과] ?"
    f"[{HOME}{PARTNER}](?:시|군|구|도)?[은는] "
    f"(?=[^{HOME}-{THIRD}.|]{{0,24}}[{HOME}{PARTNER}](?:시|군|구|도)?(?:의|측)? ?[가-힣]{{0,6}}"
    "(?:대표단|방문단|협의단|사절단|시찰단|공연단|선수단|연수단|일행))"
)
# The anniversary of both that was the occasion of what one of them did.
_OCCASION = re.compile(
    f"(?:为|值|在)?了?(?:纪念|庆祝|庆贺|迎接|适逢|值此)[^,;|]{{0,60}}(?:周年|\\d年)[^,;|]{{0,10}},"
    f"|[{HOME}{PARTNER}][^,;|{HOME}{PARTNER}]{{0,4}}[와과] ?[{HOME}{PARTNER}]"
    f"[^,;|{HOME}{PARTNER}]{{0,24}}"
    "주년(?:을|를)? ?(?:기념(?:하기 위해|하여|해)|맞아|맞이하여),? "
    "|(?:to (?:celebrate|mark|commemorate)|in (?:celebration|commemoration|honou?r) of"
    "|on the occasion of)[^,;|]{0,100}anniversary[^,;|]{0,80}, "
)
# Before the place that somebody comes from; on the way back from one they belong to another.
_FROM = re.compile(r"(?<!home )(?<!back )(?<!return )(?<!returning )(?<!way )\bfrom (?:the )?$")
# A name once more in Latin letters, in brackets behind it, is no sentence of its own.
_LATIN_NAME = re.compile(r"(?<=[^\W\d_a-z]) ?\([a-z][a-z .'-]{1,40}\)")
# A body that is named for both sides may be either's.
_JOINT_BODY = re.compile(
    f"[{HOME}{PARTNER}] ?[-–—·~] ?[{HOME}{PARTNER}] ?(?:(?:sister|friendship|twin)[a-z]* ?"
    "(?:cit(?:y|ies)|towns?)? ?)?"
    "(?:association|committee|society|council|foundation|club|commission)"
    f"|[{HOME}{PARTNER}] ?[-–—·~]? ?[{HOME}{PARTNER}]"
    "(?:友好|友城|姐妹市|姊妹市|交流)*(?:协会|委员会|促进会)"
    f"|[{HOME}{PARTNER}] ?[-–—·~] ?[{HOME}{PARTNER}] ?(?:우호|친선|교류|자매|도시)*(?:협회|위원회)"
)
_MACRO = re.compile(r"\{([a-z]\w+)\}")


def find_direction(
    text: str,
    parties: Way,
    gazetteer: Gazetteer,
    mentions: Sequence[Mention] | None = None,
) -> Way | None:
    """(from, to) by place id; ``parties`` is (the page's own side, the partner).

    ``mentions`` are the names in ``text`` where they are known already. Each sentence is asked in
    turn, in each of its languages; the first that tells decides.
    """
    found = gazetteer.find(text, parties) if mentions is None else mentions
    return way_of(mark_sides(text, parties, gazetteer, found), parties, gazetteer)


def way_of(marked: str, parties: Way, gazetteer: Gazetteer) -> Way | None:
    """(from, to) as ``find_direction`` for a text in which the sides are marked already."""
    marked = _told_cells(_document().sub("《》", _LATIN_NAME.sub("", marked)))
    runs = _runs(marked)
    for run, language in runs:
        way = _told(run, language, parties, gazetteer)
        if way:
            return way
    named = re.search(SIGNS, _struck().sub("", marked))
    return None if named or _is_mutual(runs) else _alone(marked, parties)


def _told_cells(marked: str) -> str:
    """A row without the cells that are no more than the name of a place."""
    if "|" not in marked:
        return marked
    return "|".join(cell for cell in marked.split("|") if re.search(r"\w", cell))


@lru_cache(maxsize=1024)
def _runs(marked: str) -> tuple[tuple[str, Language], ...]:
    """The sentences and cells of a text, each in one language."""
    return tuple(
        (cell[run.start : run.end], language)
        for sentence in sentence_spans(marked)
        for cell in marked[sentence.start : sentence.end].split("|")
        for run, language in split_halves(cell)
    )


def _is_mutual(runs: Sequence[tuple[str, Language]]) -> bool:
    return any(_mutual(language).search(run) for run, language in runs)


def find_actor(
    text: str,
    parties: Way,
    gazetteer: Gazetteer,
    mentions: Sequence[Mention] | None = None,
) -> str | None:
    """The third place whose delegation it was, where the text says so."""
    found = gazetteer.find(text, parties) if mentions is None else mentions
    # What a side lies in stands right before its name: "佐贺县多久市".
    starts = {m.span.start for m in found if side_of(m, parties, gazetteer)}
    for mention in found:
        if (
            side_of(mention, parties, gazetteer) is None
            and mention.span.end not in starts
            and not is_around(mention, parties, gazetteer)
        ):
            behind = fold_text(THIRD + text[mention.span.end : mention.span.end + 40])
            before = fold_text(text[max(0, mention.span.start - 16) : mention.span.start])
            if _sends().match(behind) or _FROM.search(before):
                return mention.place
    return None


def _told(text: str, language: Language, parties: Way, gazetteer: Gazetteer) -> Way | None:
    """The way that one sentence in one language tells."""
    # "The Seocho-Hebi camp, with 15 pupils of Hebi": only the name of the event is both's.
    text = without_invitation(text)
    text = _ABOUT_BOTH.sub(
        "", _JOINT_BODY.sub("", _NAMED_FOR_BOTH.sub("", _OCCASION.sub("", text)))
    )
    if _BOTH.match(text) or _mutual(language).search(text) or _acts_third(text):
        return None
    country = _to_country(text, parties, gazetteer)
    if country:
        return country
    sides = sum(sign in text for sign in (HOME, PARTNER))
    swapped = swap_sides(text)
    for written in _patterns(language, sides) if sides else ():
        pattern = _compiled(written)
        out, back = pattern.search(text), pattern.search(swapped)
        if out and (back is None or out.start() <= back.start()):
            return parties
        if back:
            return parties[1], parties[0]
    return None


def _alone(text: str, parties: Way) -> Way | None:
    """Where no place is named, what comes is the partner's and what goes is our own."""
    if _any("alone", "in").search(text):
        return parties[1], parties[0]
    return parties if _any("alone", "out").search(text) else None


def _to_country(text: str, parties: Way, gazetteer: Gazetteer) -> Way | None:
    for word, country in load_toml("direction.toml")["home_country"].items():
        if re.search(word, text):
            inside = [p for p in parties if country in gazetteer.ancestors(p)]
            if len(inside) == 1:
                return _other(inside[0], parties), inside[0]
    return None


def _acts_third(text: str) -> bool:
    return _sends().search(text) is not None


def _other(party: str, parties: Way) -> str:
    return parties[1] if party == parties[0] else parties[0]


@lru_cache(maxsize=1)
def _sends() -> re.Pattern[str]:
    """A group of people right behind the sign of a third place."""
    words = load_toml("direction.toml")["words"]
    groups = {key: "|".join(words[key]) for key in words if isinstance(words[key], list)}
    korean = (
        rf"(?:에서|의|측)? ?[가-힣]?(?:(?:{groups['kind_ko']}) ?){{0,2}}(?:{groups['group_ko']})"
    )
    chinese = rf"[^，。；、 {HOME}-{THIRD}]{{0,8}}(?:{groups['group_zh']})"
    english = rf"(?:'s)? (?:(?:{groups['kind_en']}) ){{0,2}}(?:{groups['group_en']})\b"
    return re.compile(quickly_compiled(f"{THIRD}(?:{korean}|{chinese}|{english})"))


@lru_cache(maxsize=8)
def _patterns(language: str, sides: int) -> tuple[str, ...]:
    """The patterns of a language as written.

    Where only one side is named, only the patterns that ask for one.
    """
    patterns = load_toml("direction.toml")["patterns"]
    return tuple(
        pattern
        for pattern in (*patterns["any"], *patterns[language])
        if sides == 2 or not ("{A}" in pattern and "{B}" in pattern)
    )


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern, when it is first needed, with the own side as the sender."""
    signs = pattern.replace("{A}", HOME).replace("{B}", PARTNER)
    written = _MACRO.sub(lambda m: _choices(m[1]), signs).replace("~", LETTER)
    return re.compile(quickly_compiled(written))


@lru_cache(maxsize=1)
def _struck() -> re.Pattern[str]:
    """A place that something befell is not where what is told went: "쓰촨 대지진 위로 서한"."""
    disasters = "|".join(load_toml("direction.toml")["words"]["disasters"])
    return re.compile(f"{THIRD}(?:성|현|省|县)? ?(?:{disasters})")


@lru_cache(maxsize=1)
def _document() -> re.Pattern[str]:
    """The title of a document names both sides, whoever went to sign it."""
    kinds = "|".join(load_toml("direction.toml")["words"]["documents"])
    return re.compile(f"《[^《》]{{2,60}}(?:{kinds})》")


def _choices(name: str) -> str:
    words = load_toml("direction.toml")["words"][name]
    return words if isinstance(words, str) else "|".join(sorted(words, key=len, reverse=True))


@lru_cache(maxsize=4)
def _mutual(language: str) -> re.Pattern[str]:
    return re.compile("|".join(load_toml("direction.toml")["mutual"][language]))


@lru_cache(maxsize=8)
def _any(table: str, name: str) -> re.Pattern[str]:
    return re.compile("|".join(load_toml("direction.toml")[table][name]))
