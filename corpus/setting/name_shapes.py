"""What names of places look like: their endings, their letters, and words that are none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from corpus.labels.words import is_section
from corpus.language import HAN, HANGUL, block_language
from corpus.model import PlaceKind
from corpus.text import fold_text
from corpus.wordlists import load_toml

LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_EN_KINDS = ("City", "District", "County", "Prefecture", "Ward", "Town", "Township", "Borough",
             "Municipality", "Village")  # fmt: skip
EN_NAME = (
    rf"(?P<en>(?<![{LATIN}])[A-Z\u00c0-\u00de][{LATIN}'’.-]{{0,40}}+"
    rf"(?: (?:[a-z]{{2,3}} )?[A-Z\u00c0-\u00de][{LATIN}'’.-]*){{0,4}}? "
    rf"(?:{'|'.join(_EN_KINDS)})(?![{LATIN}])"
    rf"|[A-Z][a-z]+-(?:si|gu|gun|shi|ku|cho|machi))"
)
_KO_KINDS = "카운티|타운|아이막|시|구|군|현|정|촌|읍|향|진"
ZH_KINDS = "市|区|區|县|縣|郡|町|村|镇|鎮|乡|鄉|岛"
# Endings of cities, counties and districts; those of provinces end ordinary words as well.
ENDINGS = (*_KO_KINDS.split("|"), *ZH_KINDS.split("|"), *_EN_KINDS)
_KINDS: Mapping[str, PlaceKind] = {
    "시": "city", "市": "city", "City": "city", "-si": "city", "-shi": "city",
    "구": "district", "区": "district", "區": "district", "District": "district",
    "Ward": "district", "Borough": "district", "-gu": "district", "-ku": "district",
    "-cho": "county", "-machi": "county",
}  # fmt: skip
_SYLLABLES = ("-si", "-gu", "-gun", "-shi", "-ku", "-cho", "-machi", "-mura", "-ken")
_LATIN_CHAIN = re.compile(
    rf"[{LATIN}'’. -]{{2,40}}(?:,[{LATIN}'’. -]{{2,40}}){{0,2}}"
    rf"(?:,[{LATIN}'’. -]{{2,40}}|\s*\([{LATIN}'’. ,-]{{2,40}}\))"
)
SIGNS = " \t-–—·•*,，.()（）[]【】/:：|"
BRACKETS = re.compile(r"\s*[(（\[]\s*([^()（）\[\]]{1,60}?)\s*[)）\]]")
UNSURE = re.compile(r"\d|://|@|[?!。！？:：]")
# Small words inside names ("Rio de Contas", "Stoke on Trent").
_SMALL = frozenset({
    "am", "an", "and", "bei", "da", "das", "de", "del", "der", "des", "di", "do", "dos", "du",
    "el", "im", "in", "la", "las", "le", "les", "los", "o", "ob", "of", "on", "sous", "sul",
    "sur", "the", "und", "upon", "van", "von", "y",
})  # fmt: skip
# An office or a verb inside of what looks like the name of a place: "知事石井正弘率|县议会".
_SOMEBODY = re.compile(
    "知事|[市区县州省厅镇町村乡议局会团]长|书记|主席|主任|郡守|议员|代表团|访问团|访问|考察|致信|致函|来函|来信|捐赠|我[市区县州省]$|.率|一行|出席|参加"
    "|[向给来赴到抵访在由与和同对为致往][我本][市省区县州]"
)
# A part of a country by where in it that lies: "东南部海岸地区".
_DESCRIBED = re.compile(
    "(?:[东西南北中]|海岸|沿海|沿岸|内陆|高原|平原|丘陵|山麓|边境|交界)(?:部|端|方|侧|边)?的?(?:地区|地域|地带)$"
)
# A name whose kind has no capital ("Jinhwang city"); nothing that describes one ("Sister city").
_LOWER_KINDS = frozenset({"city", "county", "district", "town", "ward", "village", "prefecture"})
_LOWER = re.compile(
    r"(?!(?:Sister|Friend|Twin|Partner|Our|The|This|That|Each|Every|Any|Capital|Host|Home|Port|New|Old"
    rf"|Inner|Major|Main|Big|Large|Small)[a-z]*\b)[A-Z][{LATIN}'’.-]{{2,30}}"
    rf"(?: [A-Z][{LATIN}'’.-]{{1,30}}){{0,2}} (?:{'|'.join(sorted(_LOWER_KINDS))})"
)
# Behind an English name: what it lies in.
_LIES_IN = re.compile(r" in (?=[A-Z])")
# No name starts with a particle, or is just "each city".
_JOINING = re.compile("的|各[市区县州省地]|[下上]列|以下|上述")
_MOST_WORDS, LONGEST, _LONGEST_CJK = 4, 40, 12


def has_ending(text: str) -> bool:
    """Whether ``text`` ends as the names of cities, counties and districts do.

    English names stand before what they lie in, Chinese ones may have a Latin name behind them.
    """
    plain = BRACKETS.sub(" ", text).strip(SIGNS)
    pieces = re.split(r"[,，]", plain)
    if block_language(plain) != "zh":
        name = plain if block_language(plain) == "ko" else _LIES_IN.split(pieces[0])[0].strip()
        return name.endswith((*ENDINGS, *_SYLLABLES)) or _LOWER.fullmatch(name) is not None
    words = pieces[0].split()
    return any(word.endswith(ENDINGS) for word in words)


def beside_country(text: str) -> bool:
    """Whether ``text`` is Latin names with a comma or brackets between ("Leoben (Austria)")."""
    match = _LATIN_CHAIN.fullmatch(text)
    return match is not None and all(
        word[0].isupper() for word in text.split() if word[0].isalpha()
    )


def without_office(publisher: str) -> str:
    """The name of a publisher without its office ("板橋區公所": 板橋區)."""
    return _office().sub("", publisher).strip()


def without_assembly(text: str) -> str:
    """``text`` without the assembly of a place behind its name ("닌빈시 인민의회": 닌빈시)."""
    shorter = _assembly().sub("", text).strip()
    return shorter if has_ending(shorter) else text


def may_be_name(name: str) -> bool:
    """Whether ``name`` is letters of one script, short, and no word of another sense."""
    if len(name) < 2 or UNSURE.search(name) or is_section(name):
        return False
    letters = re.fullmatch(
        rf"[{HANGUL}]+(?: [{HANGUL}]+)?|[{HAN}]+(?:[-·・][{HAN}]+){{0,2}}|[{LATIN}'’. -]+", name
    )
    folded = fold_text(name)
    if _JOINING.match(folded) or _SOMEBODY.search(folded) or _DESCRIBED.search(folded):
        return False
    if letters is None or folded in _generic() or folded.endswith(_institutions()):
        return False
    # Of a city whose name ends in 城 (盐城市) the last two letters are no word by themselves.
    if _common_words().search(folded.removesuffix("城市") if len(folded) > 2 else folded):
        return False
    if block_language(name) == "en":
        words = name.split()
        named = all(w[0].isupper() or w in _SMALL for w in words) or _LOWER.fullmatch(name)
        return bool(named) and len(words) <= _MOST_WORDS + 1 and len(name) <= LONGEST
    return len(name) <= _LONGEST_CJK


def ends_as_place(name: str) -> bool:
    """Whether ``name`` is no word or longer form of a word that only looks like a place."""
    folded = fold_text(name)
    if _SOMEBODY.search(folded) or _DESCRIBED.search(folded):
        return False
    return name.endswith(ENDINGS) and not folded.endswith(tuple(_generic()))


def kind_of(name: str) -> PlaceKind:
    """What kind of place ``name`` is by its ending."""
    ended = (kind for end, kind in _KINDS.items() if name.endswith(end))
    return next(ended, "county" if name.endswith(ENDINGS) else "city")


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(load_toml("not_places.toml")["words"])


@lru_cache(maxsize=1)
def _common_words() -> re.Pattern[str]:
    """Words of which headings are made and no names of places."""
    words = load_toml("labels.toml")["institutions"]["common"]
    plain = "|".join(re.escape(word) for word in words if not word.isascii())
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    return re.compile(rf"{plain}|(?<![a-z])(?:{latin})s?(?![a-z])")


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    words = load_toml("labels.toml")["institutions"]["offices"]
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))}).*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _assembly() -> re.Pattern[str]:
    words = load_toml("labels.toml")["institutions"]["assemblies"]
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, words))})$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _institutions() -> tuple[str, ...]:
    return tuple(load_toml("labels.toml")["institutions"]["words"])
