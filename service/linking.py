"""The places of a question: linked names, near misses, homonyms, and names nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.gazetteer import Mention
from corpus.language import HAN, HANGUL
from corpus.model import SPECIFIC, Span
from corpus.readings import read_as_korean
from corpus.text import fold, fold_text
from corpus.wordlists import load_toml
from index.lexical import tokenize
from service.catalogue import Catalogue
from service.guessing import guess_names, near_misses
from service.heard_names import heard_names
from service.lexicon import has, table
from service.own_names import own_names
from service.sounding import sounding_names
from service.strangers import unknown_partners

BLANK = "▢"
_PLACELIKE = re.compile(
    f"(?P<ko>[{HANGUL}]{{2,}}(?:시|구|군|현|성))(?=[은는이가을를와과의에도랑]|\\s|$|하고|에서|으로)"
    # No name has "we" in it, nor "and" behind "district".
    f"|(?P<zh>(?!我|你|他|咱|本|贵|该|區跟|区跟|区和|區和|区与|區與|市和|市跟|市与|市與)"
    f"(?:(?![我们們咱])[{HAN}]){{2,4}}(?:市|区|县|省|郡)(?![长委民里内场议政]))"
)
# What stands behind the 시 of a verb or of an hour, and behind no city.
_VERBAL = re.compile(r"는데|는|던|면|려고|려는|나요|네요|겠|고\b|죠|던데|간|작|험|절")
# A verb of one syllable with the ending of a question ("가나요") is as long as this.
_SHORT = 2
# A unit with a particle behind what asks for one, and one that says what sort of partner it is.
_UNIT_ASKED = re.compile(
    r"(?:어느|어떤|무슨|몇|다른|같은|그|이) ?[시군구현도][랑와과이은의]$"
    r"|(?:友好|姐妹|姊妹|兄弟|结好|合作|伙伴|交流)(?:城区|市区|郊区)$"
)
# Words that point at a place, or ask for one, and name none.
_POINTING = re.compile("[这那哪该各某每几何本贵]")
_EN_NAME = re.compile(
    r"(?:\b(?P<word>with|between|and)\s+)(?P<name>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*)"
)


@dataclass(frozen=True, slots=True)
class Linked:
    """``places`` in the order of mention, ``within`` what merely narrows, ``ambiguous`` choices.

    ``order`` has the place of each blank of ``bare``; ``guessed`` are the names that were spelt
    otherwise, each with the place it was read as; ``missed`` those of places without ties that
    are one slip away from one with ties.
    """

    places: tuple[str, ...]
    within: tuple[str, ...]
    ambiguous: tuple[str, ...]
    unknown: tuple[str, ...]
    bare: str
    order: tuple[str, ...]
    guessed: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]


def link_places(text: str, catalogue: Catalogue, near: Sequence[str]) -> Linked:
    """Link every name in ``text``; ``near`` are the places of the conversation so far."""
    mentions = catalogue.gazetteer.find(text, near, catalogue.partnered, question=True)
    mentions = [m for m in mentions if not _is_verb(m, text, catalogue)]
    mentions += _peoples(text, mentions, catalogue)
    mentions += own_names(text, mentions, catalogue)
    heard = list(sounding_names(text, mentions, catalogue))
    heard += heard_names(text, [m.span for m in (*mentions, *heard)], catalogue)
    guessed = [*heard, *guess_names(text, [*mentions, *heard], catalogue)]
    mentions = sorted([*mentions, *guessed], key=lambda m: m.span)
    mentions = [_with_namesakes(mention, text, mentions, catalogue) for mention in mentions]
    settled = [_settle(mention, catalogue) for mention in mentions]
    named = [ids[0] for ids in settled if len(ids) == 1]
    inner = _without_parents(named, catalogue)
    bare = _blank(text, [mention.span for mention in mentions])
    return Linked(
        places=tuple(p for p in inner if _is_specific(p, catalogue)),
        within=tuple(p for p in inner if not _is_specific(p, catalogue)),
        ambiguous=next((ids for ids in settled if len(ids) > 1), ()),
        unknown=tuple(dict.fromkeys(_strangers(text, mentions, catalogue))),
        bare=bare,
        order=tuple(ids[0] for ids in settled),
        guessed=tuple(
            (text[slice(*guess.span)], guess.place) for guess in guessed if len(guess.places) == 1
        ),
        missed=near_misses(text, mentions, catalogue),
    )


def _is_verb(mention: Mention, text: str, catalogue: Catalogue) -> bool:
    """Whether a name that no page tells of is a polite verb ("오시는데"), the head of a word, or a
    unit that is asked for ("어느 구랑", "友好城区").
    """
    tied = not catalogue.told.isdisjoint(mention.places)
    word = text[slice(*mention.span)]
    if tied:
        return False
    if len(word) == _SHORT and word.endswith(("나", "예")):
        return text.startswith("요", mention.span.end)
    if _UNIT_ASKED.search(text, 0, mention.span.end) and len(word) == _SHORT:
        return True
    return word.endswith("시") and bool(_VERBAL.match(text, mention.span.end))


def _peoples(text: str, mentions: list[Mention], catalogue: Catalogue) -> list[Mention]:
    """Countries by their adjectives ("Japanese")."""
    found = []
    for match in _people().finditer(text):
        span, place = Span(*match.span()), table("peoples")[match.group().lower()]
        free = not any(m.span.overlaps(span) for m in mentions)
        if free and place in catalogue.gazetteer.places:
            found.append(Mention(span, (place,)))
    return found


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(table('peoples'))})\b")


def _with_namesakes(
    mention: Mention, text: str, mentions: list[Mention], catalogue: Catalogue
) -> Mention:
    """A place without ties, read as its namesake that has one with a place named beside it.

    Not where what it lies in is named too: that says which one is meant.
    """
    if len(mention.places) != 1 or mention.places[0] in catalogue.partnered:
        return mention
    others = {place for other in mentions if other is not mention for place in other.places}
    if others.isdisjoint(catalogue.partnered):
        return mention
    if others.intersection(catalogue.gazetteer.ancestors(mention.places[0])):
        return mention
    namesakes = catalogue.gazetteer.named(text[slice(*mention.span)])
    tied = tuple(n for n in namesakes if any(catalogue.tie(n, other) for other in others))
    return Mention(mention.span, tied) if len(tied) == 1 else mention


def _settle(mention: Mention, catalogue: Catalogue) -> tuple[str, ...]:
    """Of a homonym's places those with ties, or with partners in them; else all of them."""
    tied = tuple(place for place in mention.places if place in catalogue.partnered)
    holding = tuple(place for place in mention.places if place in catalogue.containers)
    return tied or holding or mention.places


def _is_specific(place: str, catalogue: Catalogue) -> bool:
    return place in catalogue.partnered or catalogue.place(place).kind in SPECIFIC


def _without_parents(named: list[str], catalogue: Catalogue) -> list[str]:
    """Without the parents that only say where another named place lies; each place once."""
    parents = {parent for place in named for parent in catalogue.gazetteer.ancestors(place)}
    return [place for place in dict.fromkeys(named) if place not in parents]


def _unknown(text: str, mentions: list[Mention]) -> Iterable[str]:
    """Names with an administrative ending, or in a partner's slot, that no gazetteer has."""
    stops = set(load_toml("not_places.toml")["words"])
    taken = [mention.span for mention in mentions]
    for pattern in (_PLACELIKE, _EN_NAME):
        for match in pattern.finditer(text):
            group = next(n for n in ("ko", "zh", "name") if match.groupdict().get(n))
            span = Span(*match.span(group))
            if match.groupdict().get("word") == "and" and not _follows(match.start(), taken):
                continue
            free = not any(t.overlaps(span) for t in taken)
            if (
                free
                and not has("no_name", fold_text(match[group]))
                and not any(stop in fold_text(match[group]) for stop in stops)
            ):
                yield match[group]


def _strangers(text: str, mentions: list[Mention], catalogue: Catalogue) -> Iterable[str]:
    """Names that no gazetteer has: by their ending, in a partner's slot, or beside a country."""
    yield from (n for n in _unknown(text, mentions) if not _is_written(n, catalogue))
    places = catalogue.gazetteer.places
    countries = [m.span for m in mentions if places[m.places[0]].kind == "country"]
    yield from unknown_partners(text, [mention.span for mention in mentions], countries)


def _is_written(name: str, catalogue: Catalogue) -> bool:
    """Whether a page has the word (자금성), if only in Korean readings, so that it is no place."""
    if _POINTING.match(name):
        return True
    words = {name, read_as_korean(name)} if not name[0].isascii() else set()
    return any(_in_one_passage(tokenize(word), catalogue) for word in words)


def _in_one_passage(tokens: Sequence[str], catalogue: Catalogue) -> bool:
    found = [set(catalogue.index.passages_with(token).tolist()) for token in tokens]
    return len(found) > 1 and bool(set.intersection(*found))


def _follows(position: int, spans: list[Span]) -> bool:
    """Whether a linked name ends right before ``position``."""
    return any(0 <= position - span.end <= 1 for span in spans)


def _blank(text: str, spans: list[Span]) -> str:
    """The folded question with every name blanked out, so that names trigger no pattern."""
    pieces, position = [], 0
    for span in spans:
        pieces += [text[position : span.start], BLANK]
        position = max(position, span.end)
    return fold(" ".join("".join([*pieces, text[position:]]).split())).text
