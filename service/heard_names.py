"""Names of partners that a page writes in one script only, told by their readings.

王府井 is 왕푸징 in Korean, or 왕부정 as Koreans read it, and Wangfujing in pinyin: a question in
another script than the page's means that one partner, where no other is read so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from weakref import WeakKeyDictionary

from corpus.gazetteer import Mention
from corpus.gazetteer.aliases import Script, strip_suffix
from corpus.gazetteer.names import squeeze
from corpus.language import HAN, HANGUL
from corpus.mandarin import in_korean, in_pinyin, joined, sounds_of
from corpus.model import Span
from corpus.readings import heads, read_as_korean
from corpus.text import fold_text
from corpus.wordlists import load_toml
from service.catalogue import Catalogue
from service.own_names import particles

_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
_HAN_NAME = re.compile(f"[{HAN}]{{2,8}}")
_KOREAN = re.compile(f"[{HANGUL}]{{2,}}")
_LATIN = re.compile(r"[A-Z][a-z'-]+(?: [A-Z]?[a-z'-]+){0,3}")
# A name of fewer signs sounds like too many words, unless what it is stands behind it.
_SURE = 3
_LONGEST = 5
_SHORTEST_LATIN = 6
_UNITS_ZH = tuple("市区區县縣镇鎮乡鄉町村州省")
_UNITS_KO = tuple("시구현군진향정촌주성")

# Places by what one of their names sounds like.
_Sounds = Mapping[str, frozenset[str]]
# What was read of each index, as long as it is open.
_READ: WeakKeyDictionary[Catalogue, Mapping[str, _Sounds]] = WeakKeyDictionary()


def heard_names(text: str, taken: Sequence[Span], catalogue: Catalogue) -> Iterator[Mention]:
    """Unlinked names that are read as the one partner whose page has it in another script."""
    without = _by_missing_script(catalogue)
    found = chain(
        _in_han(text, without["zh"]) if without["zh"] else (),
        _in_hangul(text, without["ko"]) if without["ko"] else (),
        _in_latin(text, without["en"]) if without["en"] else (),
    )
    done = list(taken)
    for mention in found:
        if len(mention.places) == 1 and not any(mention.span.overlaps(span) for span in done):
            done.append(mention.span)
            yield mention


def _in_han(text: str, sounds: _Sounds) -> Iterator[Mention]:
    for match in _HAN_RUN.finditer(text):
        run, heard, read = match.group(), sounds_of(match.group()), read_as_korean(match.group())
        if len(heard) != len(run) or len(read) != len(run):
            continue
        for start in range(len(run) - 1):
            for end in range(min(start + _LONGEST, len(run)), start + 1, -1):
                unit = run[end : end + 1] in _UNITS_ZH and end < len(run)
                if not unit and end - start < _SURE:
                    continue
                own = heard[start:end]
                ids = _places((joined(own, 0), joined(own, 1), *_headed(read[start:end])), sounds)
                if ids:
                    first = match.start() + start
                    yield Mention(Span(first, match.start() + end + unit), tuple(sorted(ids)))


def _in_hangul(text: str, sounds: _Sounds) -> Iterator[Mention]:
    for match in _KOREAN.finditer(text):
        for word in (match.group(), *_without_particle(match.group())):
            unit = word.endswith(_UNITS_KO)
            if fold_text(word) in _common():
                break
            stems = [word[:-1]] * unit + [word] * (len(word) >= _SURE)
            ids = _places((stem for stem in stems if len(stem) > 1), sounds)
            if ids:
                yield Mention(Span(match.start(), match.start() + len(word)), tuple(sorted(ids)))
                break


@cache
def _common() -> frozenset[str]:
    """Common nouns that end like the name of a unit."""
    return frozenset(load_toml("not_places.toml")["common_with_unit"])


def _in_latin(text: str, sounds: _Sounds) -> Iterator[Mention]:
    for match in _LATIN.finditer(text):
        words = match.group().split(" ")
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size])
            ids = _places((squeeze(fold_text(strip_suffix(name, "en"))),), sounds)
            if ids and len(name) >= _SHORTEST_LATIN:
                yield Mention(Span(match.start(), match.start() + len(name)), tuple(sorted(ids)))
                break


def _without_particle(word: str) -> list[str]:
    return [word[: -len(p)] for p in particles() if word.endswith(p) and len(word) > len(p) + 1]


def _places(forms: Iterable[str], sounds: _Sounds) -> frozenset[str]:
    return frozenset().union(*(sounds.get(form, frozenset()) for form in forms if form))


def _korean_forms(name: str) -> Iterator[str]:
    """A name in Han as Mandarin sounds to Koreans, and as they read it, at the head of a word."""
    yield in_korean(name)
    yield from _headed(read_as_korean(name))


def _headed(read: str) -> tuple[str, str]:
    """A Korean reading as it is at the head of a word, and inside one."""
    return heads().get(read[0], read[0]) + read[1:], read


def _by_missing_script(catalogue: Catalogue) -> Mapping[str, _Sounds]:
    """For each script what the partners that have no name in it sound like; read once."""
    sounds = _READ.get(catalogue)
    if sounds is None:
        sounds = _READ[catalogue] = _read(catalogue)
    return sounds


def _read(catalogue: Catalogue) -> Mapping[str, _Sounds]:
    found: dict[str, dict[str, set[str]]] = {"ko": {}, "zh": {}, "en": {}}
    for place in sorted(catalogue.called):
        names = catalogue.place(place).names
        for script, sounds in found.items():
            if not names.get(script):
                for form in _forms(names, script):
                    sounds.setdefault(form, set()).add(place)
    return {s: {f: frozenset(ids) for f, ids in sounds.items()} for s, sounds in found.items()}


def _forms(names: Mapping[str, Sequence[str]], script: str) -> Iterator[str]:
    """What a place is called in ``script`` by the names that it has in others."""
    stems = {
        other: [_stem(name, other) for name in names.get(other, ())] for other in ("ko", "zh", "en")
    }
    if script == "zh":
        yield from (stem for stem in stems["ko"] if len(stem) > 1)
        yield from (s for n in stems["en"] if len(s := squeeze(fold_text(n))) >= _SHORTEST_LATIN)
        return
    for stem in filter(_HAN_NAME.fullmatch, stems["zh"]):
        if script == "en":
            yield in_pinyin(stem)
        else:
            yield from _korean_forms(stem)


def _stem(name: str, script: Script) -> str:
    ended = script == "zh" and len(name) >= _SURE and name.endswith(_UNITS_ZH)
    return name[:-1] if ended else strip_suffix(name, script)
