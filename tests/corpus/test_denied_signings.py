"""Signings that a sentence denies, or says to have failed, are told of no tie and no exchange."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge
from tests.corpus.written_pages import written

DENIED = [
    "Mapo-gu did not become a sister city of Weihai; the talks failed in 2008.",
    "Mapo-gu did not sign an agreement with Weihai in 2008.",
    "Mapo-gu didn't sign a sister city agreement with Weihai in 2008.",
    "Mapo-gu failed to sign a friendship agreement with Weihai in 2008.",
    "No sister city agreement with Weihai was signed in 2008.",
    "The signing of the sister city agreement with Weihai was cancelled in 2008.",
    "2008년 위해시와의 자매결연 체결이 무산되었다.",
    "마포구는 2008년 위해시와 자매결연을 체결하지 못했다.",
    "마포구는 2008년 위해시와 자매결연을 맺지 않았다.",
    "2008년 위해시와의 우호협정 체결이 취소되었다.",
    "2008년 위해시와의 우호협정 체결은 끝내 불발되었다.",
    "2008년 위해시와의 자매결연이 이뤄지지 않았다.",
    "2008년 위해시와 자매결연 체결에 실패했다.",
    "2008年麻浦区未能与威海市签署友好城市协议。",
    "2008年麻浦区没有与威海市结为友好城市。",
    "2008年麻浦区与威海市签署友好城市协议的计划取消。",
    "2008年麻浦区与威海市签署友好城市协议一事告吹。",
]
DONE = [
    "Mapo-gu and Weihai not only signed a sister city agreement in 2008 but exchanged gifts.",
    "The sister city agreement with Weihai was not signed until 2008.",
    "마포구는 끊이지 않는 교류 끝에 2008년 위해시와 자매결연을 체결했다.",
    "2008年麻浦区与威海市为不断加强交流签署友好城市协议。",
]


def _read(tmp_path: Path, gazetteer: Gazetteer, text: str) -> Knowledge:
    page = written(tmp_path, f"---\npublisher: 마포구\n---\n# 위해시\n\n{text}\n", "page.md")
    return extract(page, gazetteer)


@pytest.mark.parametrize("text", DENIED)
def test_a_denied_signing_is_none(text: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = _read(tmp_path, gazetteer, text)
    assert [fact for fact in found.facts if fact.property == "signed"] == []
    assert [stage for tie in found.ties for stage in tie.stages] == []
    assert found.exchanges == ()


@pytest.mark.parametrize("text", DONE)
def test_a_word_of_denial_elsewhere_denies_no_signing(
    text: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    found = _read(tmp_path, gazetteer, text)
    assert [f.value.edtf for f in found.facts if f.property == "signed"] == ["2008"]
