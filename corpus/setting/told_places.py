"""Places that running text names and nothing knows, right behind what they lie in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.gazetteer import Gazetteer
from corpus.language import block_language
from corpus.model import Span
from corpus.setting.name_shapes import ends_as_place, may_be_name
from corpus.setting.naming import country_of
from corpus.setting.running_names import HAN_LETTER, beside, is_taken
from corpus.setting.unknown_names import unknown_names
from corpus.text import fold_text
from corpus.wordlists import load_toml

# Unknown districts may stand behind the city that they lie in ("日本川崎市幸区").
_PARTS_OF_CITIES = ("구", "区", "區")
_PARTICLES = re.compile(
    r" (?:[가-힣]{2,8}(?:주|성|현|도) )?(?P<name>[가-힣]{2,9}?(?:[시구군현]| ?아이막| ?카운티))"
    r"(?:와의|과의|에서|와는|과는|와도|과도|에서도|에서는|에도|에는|에게|으로|와|과|는|은|가|이|의|에|를|을|로|도"
    r"|측과|측이|측은|측에서|측)(?![가-힣])"
)
_BODY = re.compile(
    r" (?P<name>[가-힣]{2,7}) (?P<kind>[시구군현])(?:의회|의원|의장|장|청|정부)(?![가-힣]{4})"
)
# Towns and villages end as many words do: only behind what lies in Japan.
_TOWN = re.compile(
    r" (?P<name>[가-힣]{2,8}?(?<![협행결과일인정사개제여재조규가감안민농의교])정|"
    r" ?[가-힣]{2,8}?(?<![농어산수광속옥화술강민])촌)"
    r"(?:와의|과의|에서|와는|과는|와도|과도|에서도|에서는|에도|에는|에게|으로|와|과|은|는|이|의|에|을|를|도)?"
    r"(?![가-힣])"
)
# A province that nothing knows may stand between a country and a name.
_BETWEEN = re.compile(r"\s?(?:[가-힣]{2,8}(?:주|성|현|도) )?")
_LONGEST_BETWEEN = 11
# A letter of a Chinese name, of which one may be 和 ("大和").
_NAME = f"(?:(?<=大)和|{HAN_LETTER})"
# Signs without which no province or city stands in a text.
_MAY_LIE = re.compile("[市区區郡镇鎮町村州府省邦道县縣]")
_IN_REGION = re.compile(f"((?:{_NAME}){{2,9}}?(?:市|区|區|郡|镇|鎮|町|村))(?![长長])")
# A province as Chinese transcribes it, perhaps with a city of it behind.
_IN_COUNTRY = re.compile(
    f"((?:{_NAME}){{2,8}}?(?:大区|大區|边疆区|邊疆區|自治区|自治州|州|府|省|邦|道|县|縣))"
    f"(?!立|内|內|级|級|议|議|政府|长|長|尹)(?:{_IN_REGION.pattern})?"
)
_JOINED = re.compile(
    f"[与與和同](?P<name>(?:{_NAME}){{2,9}}[市区區县縣郡町])"
    "(?=(?:正式|共同)?(?:签|簽|缔|締|结|結|建立|友好|友城|姐妹|姊妹|交往|往来|往來|交流|互访))"
)
_NUMBERS = "一二三四五六七八九十两兩数數多几幾"
_WARD = re.compile("[市](?P<name>(?![市城郊地全本我社园園校辖轄景港])[一-鿿][区區])")


def told_places(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Unknown names in running text with the country or province right before each."""
    yield from _wards(text, gazetteer)
    yield from _of_bodies(text, gazetteer)
    regions = dict(_regions(text, gazetteer))
    yield from regions.values()
    unknown = [*unknown_names(text, gazetteer), *_with_particles(text, gazetteer)]
    inner = {m.span.start for m in gazetteer.find(text)} if unknown else set()
    inner |= {span.start for span in unknown}
    for span in unknown:
        # What another name follows is what that lies in.
        apart = 1 + text.startswith((" ", "\u3000"), span.end)
        if not inner.isdisjoint(range(span.end, span.end + apart)) or span.end in regions:
            continue
        outer = [m for m in gazetteer.find(text) if _leads(text, m.span.end, span.start)]
        name = text[span.start : span.end]
        inside = ("country", "province", *(("city",) if name.endswith(_PARTS_OF_CITIES) else ()))
        if outer and gazetteer.places[outer[-1].place].kind in inside:
            before = outer[-1].span
            yield beside(text[span.start : span.end], text[before.start : before.end])


def joined_places(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Unknown Chinese names that a tie joins with a known one ("青岛市与布雷斯特市友好往来")."""
    if not _JOINED.search(text):
        return
    mentions = gazetteer.find(text)
    for joined in _JOINED.finditer(text):
        known = any(m.span.end == joined.start() for m in mentions)
        taken = is_taken(joined, mentions)
        name = joined["name"]
        several = _several().search(fold_text(name[:-1]))
        if known and not taken and not several and may_be_name(name) and ends_as_place(name):
            yield name


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """Words for several places together, and a number right before what they are."""
    words = "|".join(map(re.escape, load_toml("not_places.toml")["several"]))
    return re.compile(rf"{words}|[{_NUMBERS}](?:地|城|个|座)?$")


def _with_particles(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    """Korean names that nothing knows, with particles behind, right behind a known name."""
    if not (_PARTICLES.search(text) or _TOWN.search(text)):
        return
    mentions = gazetteer.find(text)
    starts = {mention.span.start for mention in mentions}
    for mention in mentions:
        match = _PARTICLES.match(text, mention.span.end)
        if match is None and country_of(gazetteer, mention.place) == "japan":
            match = _TOWN.match(text, mention.span.end)
        if match and match.start("name") not in starts and ends_as_place(match["name"]):
            yield Span(*match.span("name"))


def _of_bodies(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Korean names right behind their country whose kind is written on to a body of theirs.

    "일본 조요 시의회" is that of 조요시.
    """
    if not _BODY.search(text):
        return
    mentions = gazetteer.find(text)
    for mention in mentions:
        match = _BODY.match(text, mention.span.end)
        country = gazetteer.places[mention.place].kind in ("country", "province")
        if not match or not country or gazetteer.find(match["name"] + match["kind"]):
            continue
        name = match["name"] + match["kind"]
        taken = any(m.span.start == match.start("name") for m in mentions)
        if not taken and may_be_name(name) and ends_as_place(name):
            yield beside(name, text[slice(*mention.span)])


def _leads(text: str, end: int, start: int) -> bool:
    """Whether between a name's end and an unknown one there is a space or a province at most."""
    return 0 <= start - end <= _LONGEST_BETWEEN and _BETWEEN.fullmatch(text, end, start) is not None


def _wards(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Wards of one sign that stand behind the Japanese city they lie in ("川崎市幸区")."""
    if not _WARD.search(text):
        return
    for mention in gazetteer.find(text):
        ward = _WARD.match(text, mention.span.end - 1)
        if ward and country_of(gazetteer, mention.place) == "japan":
            yield f"{text[mention.span.start : mention.span.end]} {ward['name']}"


def _regions(text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """Chinese names of provinces and of what lies in one, right behind their country.

    Of "德国图林根州耶拿市" the last, with where it ends; nothing but the signs of names stands
    in them.
    """
    mentions = gazetteer.find(text) if _MAY_LIE.search(text) else ()
    starts = {mention.span.start for mention in mentions}
    for mention in mentions:
        kind = gazetteer.places[mention.place].kind
        name = text[slice(*mention.span)]
        pattern = {"country": _IN_COUNTRY, "province": _IN_REGION}.get(kind)
        region = pattern.match(text, mention.span.end) if pattern else None
        if region is None or block_language(name) != "zh":
            continue
        if not starts.isdisjoint(range(region.start(), region.end())):
            continue
        parts = [part for part in region.groups() if part and may_be_name(part)]
        if parts:
            yield text.find(parts[-1], mention.span.end) + len(parts[-1]), beside(parts[-1], name)
