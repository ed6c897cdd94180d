"""The reading of a page: what several stages ask of it is read once, and goes with it."""

from __future__ import annotations

from corpus.model import Block, Page, Span
from corpus.page_reading import PageReading

PAGE = Page("p", "title", "면적 : 40㎢", (Block("item", Span(0, 8)),), "", "p.txt")


def test_what_is_asked_again_is_not_read_again() -> None:
    asked: list[str] = []

    def read(page: Page, word: str) -> int:
        asked.append(word)
        return page.text.find(word)

    reading = PageReading.of(PAGE)
    assert [reading.once(read, word) for word in ("면적", "40", "면적")] == [0, 5, 0]
    assert asked == ["면적", "40"]


def test_another_reading_of_the_page_knows_nothing_of_the_first() -> None:
    first = PageReading.of(PAGE)
    assert first.once(id) != PageReading.of(PAGE).once(id)


def test_a_reading_is_the_page_and_stays_the_same_one() -> None:
    reading = PageReading.of(PAGE)
    assert PageReading.of(reading) is reading
    assert reading.quote(PAGE.blocks[0].span) == PAGE.text
    assert (reading.title, reading.source) == (PAGE.title, PAGE.source)
