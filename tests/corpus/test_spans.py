"""Texts without what has been found in them, and what has been found counted from elsewhere."""

from __future__ import annotations

from corpus.gazetteer import Mention
from corpus.model import Span
from corpus.spans import blanked, blanked_at, lying_in, placed_in, text_without

TEXT = "서초구와 노산구는 Hebi와"
MENTIONS = [
    Mention(Span(*span), (place,))
    for span, place in [((0, 3), "seocho"), ((5, 8), "laoshan"), ((10, 14), "hebi")]
]


def test_what_is_found_can_be_left_out_of_a_text() -> None:
    assert text_without(TEXT, MENTIONS) == "와 는 와"
    assert text_without(TEXT, MENTIONS, "@") == "@와 @는 @와"
    assert text_without(TEXT, []) == TEXT


def test_a_blanked_text_keeps_its_places() -> None:
    assert blanked(TEXT, MENTIONS) == "   와    는     와"
    assert len(blanked(TEXT, MENTIONS)) == len(TEXT)
    # The stretches may overlap, and the sign that stands for them may be chosen.
    assert blanked_at("Otsu, 1990", [Span(0, 4), Span(2, 6)], "@") == "@@@@@@1990"


def test_names_are_placed_in_the_stretch_they_lie_in() -> None:
    span = Span(5, 14)
    assert lying_in(MENTIONS, span) == MENTIONS[1:]
    placed = placed_in(MENTIONS, span)
    assert [TEXT[5:14][slice(*mention.span)] for mention in placed] == ["노산구", "Hebi"]
    assert [mention.place for mention in placed] == ["laoshan", "hebi"]
    # A name that only reaches into the stretch does not lie in it.
    assert [mention.place for mention in placed_in(MENTIONS, Span(1, 13))] == ["laoshan"]
