"""People in Korean text, by their office and name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.language import HANGUL
from corpus.wordlists import load_toml

# How far (characters) before its office a name may stand, over the place whose office it is.
_REACH = 24
# Syllables of a Korean name, or of a Chinese one in Korean letters.
_SHORTEST, _LONGEST, _SHORT = 3, 5, 2
_HANGUL_RUN = re.compile(f"[{HANGUL}]+")
_HANGUL_LETTER = re.compile(f"[{HANGUL}]")
_TOKEN = re.compile(r"[^\s(（]+")
# Words of a name that is neither Korean nor Chinese, and syllables of one of them.
_MOST_WORDS, _LONGEST_WORD = 4, 6
_SEVERAL_WORDS = re.compile(
    f" (?P<name>[{HANGUL}]+(?: [{HANGUL}]+){{1,3}}?)"
    r"(?=[,，(（)）·]| (?:일행|등|외|내외|부부|서명|조인|참석)|[을를] ?(?:단장|대표|비롯|필두)|$)"
)
# A single word that is neither a Korean nor a Chinese name, of the head of a place who came.
_SINGLE_WORD = re.compile(
    f" (?P<name>[{HANGUL}]{{3,6}})(?:[(（][^()（）]{{1,24}}[)）])?"
    f"(?= ?(?:일행|등|외|내외|부부)(?![{HANGUL}]))"
)
# A family name of another language with the given name behind it, which a particle may end.
_PAIR = re.compile(f" (?P<family>[{HANGUL}]{{1,6}}) (?P<given>[{HANGUL}]{{2,7}})")
# The same with a family name that is known, and what its bearer did.
_CAME = re.compile(
    f" (?P<family>[{HANGUL}]{{2,6}}) (?P<given>[{HANGUL}]{{2,6}})"
    r"(?= (?:축하 |공식 |친선 )?(?:방문|내방|예방|방한|접견|영접|면담|환담|인솔|취임))"
)
# A market, and not a mayor.
_MARKET = re.compile(
    r"(?:을|이|으로|은) ?"
    r"(?:갖|가지|가진|보유|형성|조성|운영|있|열리|열린|유명|알려|불리|꼽|개척|점유)"
)
# The same as the subject of a sentence, which only the head of a place named beside it may be.
_SUBJECT = re.compile(f" (?P<name>[{HANGUL}]+(?: [{HANGUL}]+){{1,3}}?)(?=(?:[이가은는]|께서) )")
# A name of two syllables right behind an office, with what follows one who came.
_SHORT_NAME = re.compile(
    f" (?P<name>[{HANGUL}]{{2}})"
    f"(?=[,，(（)）·]| ?(?:일행|등|외|내외|부부)(?![{HANGUL}])|[이가은는과와] |$"
    r"| (?:축하 |공식 |친선 )?(?:방문|내방|예방|방한|참석|접견|영접|면담|환담|인솔)(?!단))"
)
# What an office is in another script: "정장(町長) 이치노세 마사타".
_GLOSS = re.compile(r"\s?[(（][^()（）]{1,10}[)）]")
# A date that the words of an event stand behind.
_DATE_END = re.compile(r"(?<!\d)\d{1,4}[년월일](?:에|에는)?$")
_PLACE_ENDS = ("시", "구", "군", "도", "성", "현", "주", "위", "의회", "정부", "카운티")
# A councillor's own council: it is no other institution.
_COUNCILS = ("시", "구", "군", "도", "광역", "기초")
_UNITS = ("시", "구", "군", "현", "성", "주", "도")
_Range = tuple[int, int]


def korean_offices(text: str) -> Iterator[tuple[_Range, _Range | None, bool, int]]:
    """Each office of the folded ``text`` with the name beside it, as ranges of it.

    The third is whether it may be another word, unless the name of a place stands beside it; the
    last, where the office itself begins, behind the institution that it is of.
    """
    taken = 0
    for match in _offices().finditer(text):
        if not _ends_there(text, match.end()) or _only_leads(text, match):
            continue
        if match.group() == "시장" and _MARKET.match(text, match.end()):
            continue
        tokens = list(_TOKEN.finditer(text, max(taken, match.start() - _REACH), match.start()))
        behind = _past_gloss(text, match.end())
        glued = bool(tokens) and _HANGUL_RUN.match(text[match.start() - 1]) is not None
        before = tokens[:-1] if glued else tokens
        of_institution = glued and _is_of_institution(text, tokens[-1], match)
        if of_institution:
            glued, before = False, tokens[:-1]
            office = tokens[-1].start(), match.end()
        else:
            office = match.span() if glued else _with_body(match, before)
        named_behind = of_institution or _korean_behind(text, behind) is not None
        if named_behind and before and before[-1].group().endswith(_UNITS):
            before = []
        several = _foreign_behind(text, behind)
        known = several and is_foreign_family(text[several[0] : several[1]].split()[0])
        name = _korean_before(before, match.group()) or (
            several if glued or known or of_institution else None
        )
        name = name or _pair_behind(text, behind) or _korean_behind(text, behind)
        unsure = glued and match.group() in _words("also_words")
        if name is None:
            name = _foreign_before(text, before, match.group()) or several
            unsure = not (name and _is_family(text[name[0] : name[1]].split()[0]))
        if name is None:
            name = _short_behind(text, behind) or _subject_behind(text, behind)
            name = name or _short_before(before)
            unsure = _is_also_word(match.group()) or not (name and _is_sure(text[slice(*name)]))
        if name is None:
            name = _single_behind(text, behind)
        if match.group() in _words("other_words") and name:
            unsure = unsure or not _is_surely_foreign(text[name[0] : name[1]])
        taken = max(match.end(), name[1] if name else 0)
        yield office, name, unsure, match.start()


def _past_gloss(text: str, end: int) -> int:
    gloss = _GLOSS.match(text, end)
    return gloss.end() if gloss and not _HANGUL_LETTER.search(gloss.group()) else end


def _is_also_word(office: str) -> bool:
    return office in _words("also_words") or office in _words("other_words")


def _is_sure(name: str) -> bool:
    return len(name) == _SHORT or is_foreign_family(name.split()[0])


def _is_surely_foreign(name: str) -> bool:
    """Whether a name opens like a Chinese or Japanese one and is no common word."""
    first = name.split()[0]
    return _is_family(first) or (_is_transcribed(first) and not _is_also_word(first))


def _only_leads(text: str, match: re.Match[str]) -> bool:
    """Whether a leader of a group is named with a real office behind ("단장 천허웨이 부시장")."""
    if match.group() not in _words("roles"):
        return False
    behind = _TOKEN.match(text, match.end() + 1)
    following = _offices().search(text, behind.end()) if behind else None
    return behind is not None and following is not None and following.start() == behind.end() + 1


def _is_of_institution(text: str, token: re.Match[str], match: re.Match[str]) -> bool:
    """Whether an office is written on to the institution that it is of ("교육국장", "시의원")."""
    before = text[token.start() : match.start()]
    if match.group() in _words("compound"):
        return True
    if match.group() == "의원":
        return before in _COUNCILS
    named = _HANGUL_RUN.fullmatch(before) and not before.endswith(("시", "군", "도"))
    return bool(named) and match.group() in _words("institutional")


def _with_body(match: re.Match[str], tokens: list[re.Match[str]]) -> _Range:
    """An office with the bodies before it whose it is, but for those of a place ("구의회 의장")."""
    start = match.start()
    for token in reversed(tokens):
        if not _is_body(token.group(), match.group()):
            break
        start = token.start()
    return start, match.end()


def _is_body(word: str, office: str) -> bool:
    """Whether a word is a body with such an office: a known one, or named like an authority."""
    if word in _words("bodies"):
        return True
    named = _HANGUL_RUN.fullmatch(word) and word.endswith(_words("body_ends"))
    return bool(named) and len(word) >= _SHORTEST and office in _words("of_bodies")


def _korean_before(tokens: list[re.Match[str]], office: str) -> tuple[int, int] | None:
    """The name before an office, over the names of places between the two."""
    for position in range(len(tokens) - 1, -1, -1):
        token, word = tokens[position], tokens[position].group()
        family = tokens[position - 1] if position else None
        if family and _is_pair(family.group(), word):
            return _first_family(tokens[:position]), token.end()
        # "노산구 구장" names an office of a place and no person.
        if _is_korean_name(word) and not _is_place_word(word, office):
            return token.span()
        if not word.endswith(_PLACE_ENDS):
            return None
    return None


def _is_place_word(word: str, office: str) -> bool:
    return word[-1] in f"시{office[0]}" or word.endswith("의회")


def _first_family(tokens: list[re.Match[str]]) -> int:
    """Where a name begins whose family name of one word or two ends ``tokens``."""
    before = tokens[-2] if len(tokens) > 1 else None
    longer = before is not None and before.group() in _words("foreign")
    return before.start() if before is not None and longer else tokens[-1].start()


def _korean_behind(text: str, end: int) -> tuple[int, int] | None:
    """The name right behind an office, without what is written on to it."""
    word = _HANGUL_RUN.match(text, end + 1)
    if word is None or text[end] not in " :(":
        return None
    for particle in ("", *sorted(_words("particles"), key=len)):
        name = word.group().removesuffix(particle)
        # "왕웨이와 면담": these letters end few Chinese names and many words.
        if not particle and len(name) > _SHORTEST and name[-1] in "가와":
            continue
        if word.group().endswith(particle) and _is_korean_name(name):
            return word.start(), word.start() + len(name)
    return None


def _foreign_before(text: str, tokens: list[re.Match[str]], office: str) -> tuple[int, int] | None:
    """A name of several words before an office: all words back to a place's or a stop.

    Between a place and the office of its head a single word is one as well.
    """
    words: list[re.Match[str]] = []
    for token in reversed(tokens):
        if token.group().endswith(_PLACE_ENDS) and not words:
            continue
        if token.group().endswith(_PLACE_ENDS) or not _is_foreign_word(token.group()):
            break
        words.append(token)
    if not words or len(words) > _MOST_WORDS:
        return None
    start, before = words[-1].start(), text[: words[-1].start()].rstrip()
    if len(words) == 1:
        headed = before.endswith(_PLACE_ENDS) and office in _words("heads")
        single = headed and len(words[0].group()) >= _SHORTEST
        # "산림경영 현장": these are other words as well, unless a name is written like one.
        single = single and (office not in _words("other_words") or _is_transcribed(words[0][0]))
        return words[0].span() if single else None
    leads = words[-1].group() in _words("foreign") or before.endswith(_words("roles"))
    stops = leads or not before or not _HANGUL_RUN.match(before[-1])
    stops = stops or _DATE_END.search(before) is not None
    stops = stops or before.endswith(_PLACE_ENDS)
    return (start, words[0].end()) if stops else None


def _foreign_behind(text: str, end: int) -> tuple[int, int] | None:
    """A name of several words behind an office, up to a comma or bracket."""
    match = _SEVERAL_WORDS.match(text, end)
    words = match["name"].split() if match else []
    places = [word for word in words if word.endswith((*_PLACE_ENDS, *_words("offices")))]
    if match and is_foreign_family(words[0]) and all(map(_may_be_given, words[1:])):
        return match.span("name")
    came = _CAME.match(text, end)
    if came and is_foreign_family(came["family"]) and _may_be_given(came["given"]):
        return came.start("family"), came.end("given")
    if match is None or places or not all(map(_is_foreign_word, words)):
        return None
    return match.span("name")


def _pair_behind(text: str, end: int) -> tuple[int, int] | None:
    """A family name of another language behind an office, with its given name."""
    match = _PAIR.match(text, end)
    if match is None or not is_foreign_family(match["family"]):
        return None
    # "요시오와", "요시히로가": few names end in these letters, and many particles are such.
    first = "와" if len(match["given"]) > _SHORTEST else ""
    for particle in (first, "", *sorted(_words("particles"), key=len)):
        given = match["given"].removesuffix(particle)
        written = match["given"].endswith(particle) and len(given) >= _SHORT
        if not particle and len(given) > _SHORTEST and given[-1] in "가와":
            continue
        if written and _is_japanese_given(given):
            return match.start("family"), match.start("given") + len(given)
    return None


def _single_behind(text: str, end: int) -> tuple[int, int] | None:
    """A name of one word behind an office, where others came along ("부시장 아지조프 외 3명")."""
    match = _SINGLE_WORD.match(text, end)
    return match.span("name") if match and _is_foreign_word(match["name"]) else None


def _short_behind(text: str, end: int) -> tuple[int, int] | None:
    """A Chinese name of two syllables behind an office ("부시장 장융 등 4명")."""
    match = _SHORT_NAME.match(text, end)
    return match.span("name") if match and _is_transcribed(match["name"]) else None


def _short_before(tokens: list[re.Match[str]]) -> tuple[int, int] | None:
    """A Chinese name of two syllables right before an office ("리밍 부시장")."""
    word = tokens[-1].group() if tokens else ""
    named = len(word) == _SHORT and _HANGUL_RUN.fullmatch(word) and _is_transcribed(word)
    return tokens[-1].span() if named and not word.endswith(_PLACE_ENDS) else None


def _subject_behind(text: str, end: int) -> tuple[int, int] | None:
    """A name of several words behind an office that does what is told."""
    match = _SUBJECT.match(text, end)
    words = match["name"].split() if match else []
    places = [word for word in words if word.endswith((*_PLACE_ENDS, *_words("offices")))]
    if match is None or places or any(word.startswith(_words("not_names")) for word in words):
        return None
    named = len(words[0]) >= _SHORT or is_foreign_family(words[0])
    return match.span("name") if named and all(map(_may_be_given, words)) else None


def _is_pair(family: str, given: str) -> bool:
    """Whether two words are a family name and the given name behind it."""
    known = family in _words("foreign")
    if known and _is_japanese_given(given):
        return True
    return _may_be_given(given) and (known or (_is_family(family) and _is_japanese(given)))


def _is_japanese_given(word: str) -> bool:
    """Whether a word is a Japanese given name, though some open like a city ("도시유키")."""
    opens = word.startswith("도시") and len(word) > _SHORT and word not in _words("offices")
    return _is_japanese(word) and (opens or _may_be_given(word))


def _is_family(word: str) -> bool:
    """Whether a word is a family name that the given name stands behind."""
    ends = word.endswith((*_PLACE_ENDS, *_words("common_ends")))
    return is_foreign_family(word) or (
        len(word) >= _SHORTEST and _is_japanese(word) and _may_be_given(word) and not ends
    )


def is_foreign_family(word: str) -> bool:
    """Whether a word is known as a family name of another language."""
    return word in _words("foreign")


def _is_japanese(word: str) -> bool:
    """Whether a word is written like a Japanese name."""
    letters = _words("japanese_letters")
    return all(letter in letters for letter in word)


def _may_be_given(word: str) -> bool:
    """Whether a word may be a given name, whatever it ends in."""
    common = word.startswith(_words("not_names")) or word in _words("offices")
    return bool(_HANGUL_RUN.fullmatch(word)) and len(word) <= _LONGEST_WORD and not common


def _is_foreign_word(word: str) -> bool:
    """Whether a word may be one of a name in Korean letters, and is no common word."""
    if _HANGUL_RUN.fullmatch(word) is None or len(word) > _LONGEST_WORD:
        return False
    common = word.startswith(_words("not_names")) or word.endswith(_words("common_ends"))
    return not common


def _is_korean_name(word: str) -> bool:
    """A surname with a given name of two syllables, or a Chinese name in Korean letters."""
    if word.startswith(_words("not_names")) or _HANGUL_RUN.fullmatch(word) is None:
        return False
    lengths = {len(s) + 2 for s in _words("surnames") if word.startswith(s)}
    transcribed = _is_transcribed(word) and len(word) >= _SHORTEST
    return len(word) in lengths or transcribed


def _is_transcribed(word: str) -> bool:
    """Whether a word is written like a Chinese name: its surname, and Chinese syllables."""
    letters = _words("transcribed_letters")
    opens = word.startswith(_words("transcribed")) and not word.startswith(_words("not_names"))
    chinese = len(word) == _SHORTEST or all(letter in letters for letter in word)
    return opens and len(word) <= _LONGEST and chinese


def _ends_there(text: str, end: int) -> bool:
    """Whether a Korean word ends at ``end``, or goes on with what is written on to an office."""
    rest = _HANGUL_RUN.match(text, end)
    return rest is None or rest.group() in _words("behind_office")


@lru_cache(maxsize=1)
def _offices() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_words("offices"), key=len, reverse=True)))


@lru_cache(maxsize=16)
def _words(name: str) -> tuple[str, ...]:
    return tuple(load_toml("offices.toml")["ko"][name])
