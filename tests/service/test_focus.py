"""Somebody asked after beside what is known is told in any language, or is not told."""

from __future__ import annotations

import pytest

from corpus.text import fold_text
from service.focus import lacks_focus

COUPLE_KO, COUPLE_EN = "학벽시장과 부인이 서초구를 방문", "The mayor of Hebi and his wife came"
ALONE_KO, ALONE_EN = "학벽시장이 산부인과를 방문", "The mayor of Hebi came"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did his wife come to ▢ as well?", COUPLE_KO),
        ("夫人也来了吗?", COUPLE_KO),
        ("夫人也一起来了吗?", COUPLE_EN),
        ("부인도 왔나요?", COUPLE_EN),
        ("부인도 왔나요?", COUPLE_KO),
        ("시장님도 왔나요?", ALONE_KO),
        ("학생들도 왔나요?", "초등학생 20명이 방문"),
        ("아들도 왔나요?", "시장과 아들이 방문"),
        # What has no sense cannot be missed in another script.
        ("며느리도 왔나요?", ALONE_EN),
        ("When did they come?", ALONE_KO),
    ],
)
def test_whom_a_text_tells_is_not_lacking(question: str, text: str) -> None:
    assert not lacks_focus(fold_text(question), fold_text(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Did his wife come to ▢ as well?", ALONE_KO),
        ("Did his wife come to ▢ as well?", ALONE_EN),
        ("夫人也来了吗?", ALONE_KO),
        ("부인도 왔나요?", ALONE_EN),
        ("며느리도 왔나요?", ALONE_KO),
        ("학생들도 왔나요?", "교사 20명이 방문"),
    ],
)
def test_whom_a_text_does_not_tell_is_lacking(question: str, text: str) -> None:
    assert lacks_focus(fold_text(question), fold_text(text))
