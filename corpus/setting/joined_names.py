"""Partners that a sentence on a tie names and nothing knows, in the place of one of two sides.

"Suncheon and Zelgrad have been sister cities since 1994" names a city, whatever that may be called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.gazetteer import Gazetteer, Mention
from corpus.model import SPECIFIC, Span
from corpus.sentences import sentence_spans
from corpus.setting.name_shapes import LATIN, ends_as_place, may_be_name
from corpus.setting.running_names import HAN_LETTER, IN_HEARTS, is_taken
from corpus.text import fold_text
from corpus.wordlists import load_toml

# A sentence is looked at up to so many letters; a name of a country stands so far behind a name.
_LONGEST, _NEAR = 600, 3
_CAPITAL = f"[A-Z\u00c0-\u00de][{LATIN}'’-]{{1,24}}"
_NAME = rf"(?P<name>{_CAPITAL}(?: (?:(?:de|del|la|am) )?{_CAPITAL}){{0,2}})"
_OF = r"(?:the )?(?:(?:[Cc]ity|[Tt]own|[Cc]ounty|[Dd]istrict|[Mm]unicipality|[Mm]ayor) of )?"
_TIE = r"(?:sister|friendship|friendly|twin(?:ned)?|partner)"
_KIND = rf"{_TIE}[ -](?:cit(?:y|ies)|towns?|count(?:y|ies)|districts?|municipalit(?:y|ies))"
_BOND = (
    r"(?: (?:relations?(?:hips?)?|ties|agreement|partnership|pact|affiliation|status|link|accord))?"
)
# Behind "a sister city" the sentence goes on: a "sister city coordinator" is a person.
_GOES_ON = (
    r"(?:of|to|with|since|on|and|but|when|while|after|that|which|where|by|from|for|during|through"
    r"|under|as|at)\b|in (?:the |early |late |[A-Z][a-z]+,? )?\d"
)
_NO_NOUN = rf"(?={_BOND} ?(?:[^\sA-Za-z-]|$|@|\(|{_GOES_ON}))"
_MAYOR = r"[Mm]ayors?(?: [A-Z][\w. ]{2,24})?"
_ACTS = (
    r"(?:has|have|had|were|are|was|became|become|officially|formally|signed|established|entered"
    r"|concluded|formed|formali[sz]ed|first|also|celebrated?|agreed|twinned|started|began)"
)
# Where the other side stands beside a known one, which is "@".
_BESIDE = (
    rf"@(?: City| County)? and {_OF}{_NAME}(?: City| County)?,? (?:[A-Z][\w.]+ )?{_ACTS}\b",
    rf"(?:^|[.,;] |\b(?:when|since|that|as) ){_OF}{_NAME} and {_OF}@(?: City| County)? {_ACTS}\b",
    rf"\bbetween {_OF}@(?: City| County)?(?:, @)? and {_OF}{_NAME}",
    rf"\bbetween {_OF}{_NAME}(?:, @)? and {_OF}@",
    rf"(?:^|[.;] ){_OF}{_NAME},? (?:@,? |[A-Z][a-z]+,? )?(?:became|becomes|is|was|has been) "
    rf"(?:[a-z]+ ){{0,3}}@?(?:['’]s)? ?(?:[a-z0-9]+ ){{0,2}}{_KIND}{_NO_NOUN}",
    rf"{_MAYOR} of @ [^.;]{{0,40}}{_MAYOR} of {_NAME}",
)
# Where only a partner stands, whoever the other side is.
_WITH = (
    rf"{_KIND}{_BOND} (?:with|of) {_OF}{_NAME}",
    r"\b(?:signed|concluded|established|formed|entered into|formali[sz]ed|sealed|renewed) "
    rf"[^.;]{{0,60}}{_TIE}[^.;]{{0,40}}? with {_OF}{_NAME}",
    rf"\b(?:twinned|affiliated|paired) with {_OF}{_NAME}",
    # In a list each stands before its country.
    rf"(?:[:,;]|\band|\bwith|\bare|\binclud(?:es?|ing)) {_OF}{_NAME}(?=, @| \(@)",
)
# "Countries including Chile, Peru" names no towns.
_COUNTRIES = re.compile(r"\b(?:countries|nations) (?:including|such as|like) [^.;:]*$")
# Without one of these anybody may sign; then the name must stand on the page once more, or a
# country beside it.
_MUNICIPAL = re.compile(
    r"(?i)\b(?:sister|twin|cit(?:y|ies)|towns?|count(?:y|ies)|districts?|municipal|mayor|village"
    r"|borough|prefectur|province|wards?\b|governor)"
)
_KOREAN_TIE = re.compile("[^.]{0,30}?(?:자매|우호|친선|결연|협약|협정|의향서|양해각서)")
_JOINED_KOREAN = re.compile(
    "[와과] (?P<ko>[가-힣]{2,8}(?:시|구|군|현|주|성))(?=(?:는|은|가|이|간|의|간의|사이) )"
)
_SHORTEST = 3
_BARE_KOREAN = re.compile(
    " (?P<name>[가-힣]{2,8}?)"
    "(?=(?:와|과)의? [^.]{0,16}(?:자매|우호|친선)(?:결연|도시|교류|협력|협정))"
)
_KINDS = frozenset({"city", "town", "county", "district", "municipality"})
_HAN_NAME = f"(?P<name>(?:{HAN_LETTER}){{2,9}}[市区區县縣郡町])"
_HAN_JOINED = re.compile(
    rf"[与與和同]{_HAN_NAME}(?![长長])(?=[^,，。;；]{{0,28}}?(?:签|簽|缔|締|结|結|建立))"
)
_HAN_IS = re.compile(
    rf"(?:^|[,，。;；]){_HAN_NAME}是(?=[^,，。;；]{{0,20}}(?:友好城市|友城|姐妹城市|姊妹市|姐妹市))"
)
# What a text about a place opens with: its name, and where it lies.
_DESCRIBED = (
    re.compile(
        r"(?P<name>[가-힣]{2,8}(?:시|군|현|주))(?:는|은) [^.,]{0,40}?"
        r"(?:위치|자리 ?잡|에 있[는으다고]|인구|면적)"
    ),
    re.compile(rf"(?P<name>(?:{HAN_LETTER}){{2,9}}[市县縣郡])(?:地处|地處|位于|位於|坐落|座落)"),
    re.compile(rf"{_NAME}(?: City)? (?:is|lies) (?:a |an |the )?(?:located|situated|in the)\b"),
)
_HAN_TIE = re.compile("友好|友城|姐妹|姊妹|结好|結好|缔|締|合作")


def joined_names(text: str, gazetteer: Gazetteer, page: str = "") -> Iterator[str]:
    """Names in ``text`` of a ``page`` that nothing knows, where a sentence has one of partners."""
    if not _ties().search(fold_text(text[: 4 * _LONGEST])):
        return
    for start, end in sentence_spans(text):
        sentence = text[start : min(end, start + _LONGEST)]
        if _ties().search(fold_text(sentence)):
            for name in _in_sentence(sentence, gazetteer.find(sentence), gazetteer):
                if not _anybody(name, sentence, page or text):
                    yield name


def described_names(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The unknown name that ``text`` opens with and says the place or the people of."""
    for pattern in _DESCRIBED:
        match = pattern.match(text[:_LONGEST])
        if match is None or not may_be_name(match["name"]):
            continue
        known = any(m.span.start < match.end("name") for m in gazetteer.find(text[: match.end()]))
        latin = match["name"].isascii()
        if not known and (latin or ends_as_place(match["name"])) and _plain(match["name"]):
            yield match["name"]


def _anybody(name: str, sentence: str, page: str) -> bool:
    """Whether a name in Latin letters may as well be a firm's: nothing says what it is of."""
    if not name.isascii() or ", " in name or _MUNICIPAL.search(sentence):
        return False
    return page.count(name) == 1


def _in_sentence(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[str]:
    sides = [m for m in mentions if gazetteer.places[m.place].kind in SPECIFIC]
    yield from _latin(text, mentions, sides, gazetteer)
    if sides:
        yield from _korean(text, mentions, gazetteer)
        yield from _han(text, mentions)


def _latin(
    text: str, mentions: Sequence[Mention], sides: Sequence[Mention], gazetteer: Gazetteer
) -> Iterator[str]:
    """Names in Latin letters; those of known places are "@" for the patterns, of equal length."""
    marked = text
    for mention in mentions:
        known = "@".ljust(mention.span.end - mention.span.start, "\0")
        marked = marked[: mention.span.start] + known + marked[mention.span.end :]
    shown, places = _squeezed(marked)
    for pattern in (*_patterns("with"), *(_patterns("beside") if sides else ())):
        for match in pattern.finditer(shown):
            name = _plain(match["name"])
            start, end = match.span("name")
            if IN_HEARTS.match(shown, end) or _COUNTRIES.search(shown, 0, start):
                continue
            if name and not gazetteer.named(name):
                yield name + _country(text, places[start] + len(name), mentions)


def _squeezed(marked: str) -> tuple[str, list[int]]:
    """``marked`` without what fills up known names, and where each of its letters stood."""
    kept = [(sign, at) for at, sign in enumerate(marked) if sign != "\0"]
    return "".join(sign for sign, _ in kept), [at for _, at in kept]


def _plain(name: str) -> str:
    """``name`` without its kind behind it, if it may be one: no body, no person, no month."""
    no_names = load_toml("home.toml")["own_names"]["no_names"]
    words = re.sub("['’]s$", "", name).split()
    if len(words) > 1 and words[-1].casefold() in _KINDS:
        words.pop()
    plain = " ".join(words)
    bare = not any(word.casefold() in no_names or "’s" in word or "'s" in word for word in words)
    return plain if bare and len(plain) >= _SHORTEST and may_be_name(plain) else ""


def _country(text: str, end: int, mentions: Sequence[Mention]) -> str:
    """What stands behind a name with a comma and is known: where it lies."""
    behind = next((m for m in mentions if m.span.start >= end), None)
    if behind is None or text[end : behind.span.start].strip(" (") not in (",", ""):
        return ""
    near = behind.span.start - end <= _NEAR and text[end : behind.span.start].strip()
    return f", {text[slice(*behind.span)]}" if near else ""


def _korean(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[str]:
    ends = {mention.span.end for mention in mentions}
    joined = [m for m in _JOINED_KOREAN.finditer(text) if m.start() in ends]
    for match in (*_with_korean().finditer(text), *joined):
        span = Span(*match.span("ko"))
        free = not any(m.span.overlaps(span) for m in mentions)
        named = len(match["ko"]) >= _SHORTEST and ends_as_place(match["ko"])
        if free and named and may_be_name(match["ko"]) and _KOREAN_TIE.match(text, span.end):
            yield match["ko"]
    for mention in mentions:
        bare = _BARE_KOREAN.match(text, mention.span.end)
        country = gazetteer.places[mention.place].kind == "country"
        if bare and country and may_be_name(bare["name"]) and not is_taken(bare, mentions):
            yield f"{text[slice(*mention.span)]} {bare['name']}"


def _han(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    if not _HAN_TIE.search(text):
        return
    for pattern in (_HAN_JOINED, _HAN_IS):
        for match in pattern.finditer(text):
            if may_be_name(match["name"]) and not is_taken(match, mentions):
                yield match["name"]


@lru_cache(maxsize=2)
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in {"with": _WITH, "beside": _BESIDE}[name])


@lru_cache(maxsize=1)
def _with_korean() -> re.Pattern[str]:
    """Names with "with" behind, of which some end as words do that are no names."""
    patterns = load_toml("stages.toml")["strangers"]["with_place"]
    return re.compile(next(pattern for pattern in patterns if "<ko>" in pattern))


@lru_cache(maxsize=1)
def _ties() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load_toml("tables.toml")["ties"]["words"])))
