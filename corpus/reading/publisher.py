"""Who publishes a document, where no metadata says so: its title, footer, header or trail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from corpus.reading.html_chrome import is_unseen
from corpus.reading.lines import collapse, crumbs, is_closing, is_language_choice
from corpus.wordlists import load_toml

# Between the parts of a title, with or without space around them.
_PARTS = re.compile(
    r"\s*[|｜<>＜＞»«_:：]+\s*|\s+[-–—/·•]\s+|(?<=[가-힣一-鿿])[-–—－](?=[가-힣一-鿿])"
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–~]\s*(?:19|20)?\d\d)?")
_CRUMBS = re.compile("[>＞»]")
_MUNICIPALITY = re.compile(
    r"(?:[가-힣]{2,4}(?:특별시|광역시|도|특별자치도) )?[가-힣]{1,4}[시군구]"
    r"|[가-힣]{2,4}(?:특별|광역|특별자치)시"
)
_SIGNS = " \t.,;:：·|-–—()（）[]©ⓒ"
_LONGEST = 60
_IN_HEADER = "header a, header h1, header img, header .logo, #header a, #header h1, .logo"


def find_publisher(tree: LexborHTMLParser, title: str, headings: Iterable[str]) -> str | None:
    """The name of an office in the title, the copyright notice or the header of a document.

    ``title`` is the whole of its title; a part of it that is one of ``headings`` is the page's own.
    """
    own = set(headings)
    whole = [part for part in _PARTS.split(title) if part]
    parts = [part for part in whole if part not in own]
    last = [part for part in whole[1:][-1:] if part not in own]
    candidates = (
        *(part for part in reversed(parts) if _is_office(part)),
        *_copyright(tree),
        *(part for part in last if _is_place(part)),
        *_header(tree),
    )
    return next((name for name in candidates if len(name) <= _LONGEST), None)


def publisher_of_lines(lines: Iterable[str]) -> str | None:
    """The office or place that a copyright notice or the start of a breadcrumb trail names.

    Also the name of a site, which the choice of its languages stands below.
    """
    above = ""
    for line in lines:
        if is_language_choice(line) and 0 < len(above) <= _LONGEST:
            return above
        above = line
        name = without_notice(line) if is_closing(line) else next(iter(crumbs(line, True)), "")
        if len(name) <= _LONGEST and (_is_office(name) or _is_place(name)):
            return name
        named = next(filter(None, map(_named_after, crumbs(line, True))), None)
        if named:
            return named
    return None


def _named_after(step: str) -> str | None:
    """The place that a step of a trail is named after as the site's own ("About Kyoto")."""
    match = _own_steps().match(step)
    name = next(filter(None, match.groups()), None) if match else None
    words = load_toml("page_labels.toml")["publisher"]
    return None if name is None or name.casefold() in words["nobody"] else name


def publisher_of_title(lines: Sequence[str]) -> str | None:
    """The office or Korean place that the title of a site, the first of ``lines``, ends with.

    A place that another short line names as well may be a partner ("자매도시 | 교토시").
    """
    parts = [part for part in _PARTS.split(lines[0]) if part] if lines else []
    if len(parts) < 2 or len(lines[0]) > 2 * _LONGEST:
        return None
    office = next((part for part in reversed(parts) if _is_office(part)), None)
    last = parts[-1]
    place = _MUNICIPALITY.fullmatch(last) and not _is_word(last) and not _CRUMBS.search(lines[0])
    others = (line for line in lines[1:] if len(line) <= _LONGEST and not crumbs(line, True))
    name = last.split()[-1]
    headed = any(
        re.split(r"[(（:：]", line, maxsplit=1)[0].strip().endswith(name) for line in others
    )
    return office or (last if place and not headed else None)


def without_notice(line: str) -> str:
    """What is left of a copyright notice without its words, signs and years."""
    return collapse(_YEARS.sub(" ", _notice().sub(" ", line))).strip(_SIGNS)


def _copyright(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("footer, #footer, .footer, [role=contentinfo]"):
        if is_unseen(node):
            continue
        for line in node.text(separator="\n").splitlines():
            text = collapse(line)
            if is_closing(text):
                name = without_notice(text)
                if _is_office(name) or _is_place(name):
                    yield name


def _header(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(_IN_HEADER):
        text = collapse(node.attributes.get("alt") or node.text())
        if not is_unseen(node) and (_is_office(text) or _is_place(text)):
            yield text


def _is_word(text: str) -> bool:
    """Whether a name is a word that only ends as places do, or ends with a long one.

    A short one may end a name by chance.
    """
    words = load_toml("not_places.toml")["words"]
    return text in words or text.endswith(tuple(word for word in words if len(word) > 2))


def _is_office(text: str) -> bool:
    return _ends(text, "offices")


def _is_place(text: str) -> bool:
    return _ends(text, "places")


def _ends(text: str, words: str) -> bool:
    generic = load_toml("page_labels.toml")["publisher"]["generic"]
    if text.casefold() in generic:
        return False
    return len(text) > 2 and len(text.split()) <= 8 and _endings(words).search(text) is not None


@lru_cache(maxsize=2)
def _endings(name: str) -> re.Pattern[str]:
    words = load_toml("page_labels.toml")["publisher"][name]
    plain = "|".join(re.escape(word) for word in words if not word.isascii())
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    return re.compile(rf"(?:{plain})$|(?:\b|(?<=-))(?:{latin})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _own_steps() -> re.Pattern[str]:
    patterns = load_toml("page_labels.toml")["publisher"]["own"]
    plain = (pattern.replace("?P<name>", "") for pattern in patterns)
    return re.compile("|".join(plain), re.IGNORECASE)


@lru_cache(maxsize=1)
def _notice() -> re.Pattern[str]:
    words = load_toml("page_labels.toml")["publisher"]["notice"]
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
