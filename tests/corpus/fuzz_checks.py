"""What must hold for whatever is read from any input."""

from __future__ import annotations

import re
from pathlib import Path

from edtf import parse_edtf

from corpus.dates import find_dates
from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.labels import labelled_values
from corpus.model import Block, Knowledge, Page, Place, PlaceKind, Source, Span
from corpus.page_reading import PageReading
from corpus.pages import read_page
from corpus.people import find_people
from corpus.quantities import find_quantities
from corpus.text import clean, fold


def _place(name: str, kind: PlaceKind, parent: str | None, ko: str, zh: str, en: str) -> Place:
    return Place(name, kind, {"ko": tuple(ko.split()), "zh": (zh,), "en": (en,)}, parent)


# Places enough for names, homonyms and parents; the whole gazetteer would say nothing more.
GAZETTEER = Gazetteer(
    [
        _place("korea", "country", None, "대한민국 한국", "韩国", "Korea"),
        _place("china", "country", None, "중국", "中国", "China"),
        _place("seoul", "city", "korea", "서울시 서울", "首尔", "Seoul"),
        _place("seocho", "district", "seoul", "서초구", "瑞草区", "Seocho-gu"),
        _place("seo-daejeon", "district", "korea", "서구", "西区", "Seo-gu"),
        _place("seo-busan", "district", "korea", "서구", "西区", "Seo-gu"),
        _place("hebi", "city", "china", "허비시 학벽시", "鹤壁市", "Hebi"),
    ]
)


def page_of(text: str) -> Page:
    """A page whose whole text is one paragraph, cut as it came."""
    return Page("p", "p", text, (Block("paragraph", Span(0, len(text))),), "", "p.txt")


def read(source: str, suffix: str, folder: Path) -> Page | None:
    """The page in a file with this content; None where it is skipped with a reason."""
    path = folder / f"page{suffix}"
    path.write_bytes(source.encode("utf-8", "ignore"))
    page = read_page(path)
    return page if isinstance(page, Page) else None


def check_page(page: Page) -> None:
    """What must hold of whatever is extracted from ``page``."""
    reading = PageReading.of(page)
    for block in page.blocks:
        for item in labelled_values(reading, block):
            assert item.value.within(item.quote)
    check_knowledge(page, extract(page, GAZETTEER))


def check_knowledge(page: Page, knowledge: Knowledge) -> None:
    """Every quote is on the page and every date is EDTF."""
    stages = [stage for tie in knowledge.ties for stage in tie.stages]
    for source in [s.source for s in stages] + [f.source for f in knowledge.facts]:
        check_source(page, source)
    for date in [s.date for s in stages] + [f.value.edtf for f in knowledge.facts]:
        assert date is None or is_edtf(date)
    for exchange in knowledge.exchanges:
        assert exchange.sources
        assert is_edtf(exchange.date)
        assert exchange.first <= exchange.last
        for source in exchange.sources:
            check_source(page, source)


def check_source(page: Page, source: Source) -> None:
    """``page.text[span] == quote``, and there is something to read in it."""
    assert page.text[source.span.start : source.span.end] == source.quote
    assert source.quote.strip()


def check_text(text: str) -> None:
    """What must hold of everything that is found in ``text``, whatever it holds."""
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    clean(text)
    mentions = GAZETTEER.find(text)
    spans = [mention.span for mention in mentions]
    assert spans == sorted(spans)
    for date in find_dates(text):
        assert is_edtf(date.edtf)
        spans.append(date.span)
    spans += [quantity.span for quantity in find_quantities(text)]
    spans += [found.span for found in find_people(text, mentions)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def is_edtf(date: str) -> bool:
    """Whether ``date`` is EDTF; the plain forms are read here, the library's grammar is slow."""
    plain = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
    if re.fullmatch(rf"{plain}(/({plain}|\.\.))?|\.\./{plain}", date):
        return True
    return parse_edtf(date) is not None
