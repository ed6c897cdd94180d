"""How an answer came about: told where it is asked for, true, and in the asker's language."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import get_args

import hypothesis
import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from service.answering import answer
from service.catalogue import Catalogue
from service.cli import cli
from service.confidence import Band, write_bands
from service.considered import MOST
from service.explained import show_explanation
from service.explanation import ExplainedAnswer
from service.lexicon import DATA
from service.model import CLAIMING, Question
from service.settings import Settings
from service.trail import NO_TRAIL, Reason
from tests.conftest import TODAY

MANUAL = (Path(__file__).parents[2] / "docs" / "integrate.md").read_text(encoding="utf-8")
WORDS = tomllib.loads((DATA / "explain.toml").read_text(encoding="utf-8"))["explain"]
ASKED = [
    "when did Seocho sign with Hebi?",
    "2002년에 노산구랑 투자설명회 한 게 몇월이었지",
    "홍구구를 지나가는 강 이름이 뭐예요?",
    "瑞草区有哪些中国友好城市？",
    "虹口區有什麼河流？",
    "What is the population of Langfang?",
    "hello",
    "수원시와 서초구는 언제 결연했나요?",
    "大田西区2019年5月谁来访问了？",
]


def explain(text: str, catalogue: Catalogue) -> ExplainedAnswer:
    got = answer(text, catalogue, TODAY, explain=True)
    assert isinstance(got, ExplainedAnswer)
    return got


@pytest.mark.parametrize("text", ASKED)
def test_an_explained_answer_is_the_same_answer(text: str, catalogue: Catalogue) -> None:
    plain = answer(text, catalogue, TODAY).model_dump(exclude={"answer_id", "took_ms"})
    assert explain(text, catalogue).model_dump(include=set(plain)) == plain


@pytest.mark.parametrize("text", ASKED)
def test_what_is_used_is_what_the_answer_rests_on(text: str, catalogue: Catalogue) -> None:
    got = explain(text, catalogue)
    used = {(v.page, v.span) for v in got.explanation.considered if v.used and v.sort == "fact"}
    assert used == {(fact.page, fact.span) for fact in got.facts[:MOST]}
    for view in got.explanation.considered:
        assert (view.reason is None) == view.used == (view.because is None)
        page = catalogue.index.pages[view.page]
        if view.sort != "passage":
            assert page.text[slice(*view.span)] == view.quote


@pytest.mark.parametrize("text", ASKED)
def test_a_claim_has_a_confidence_and_an_abstention_has_none(
    text: str, catalogue: Catalogue
) -> None:
    got = explain(text, catalogue)
    sure = got.explanation.confidence
    assert (sure is not None) == (got.status in CLAIMING)
    assert sure is None or 0.5 < sure < 1


def test_the_last_step_spoke_and_those_before_were_silent(catalogue: Catalogue) -> None:
    steps = explain("when did Seocho sign with Hebi?", catalogue).explanation.steps
    assert [step.status for step in steps] == [None] * (len(steps) - 1) + ["answered"]
    assert steps[-1].name == "tie_fact"


def test_an_exchange_outside_the_period_says_so(catalogue: Catalogue) -> None:
    views = explain(ASKED[1], catalogue).explanation.considered
    exchanges = [view for view in views if view.sort == "exchange"]
    used = [view for view in exchanges if view.used]
    assert [view.label[:9] for view in used] == ["2002년 10월", "2002년 11월"]
    for view in used:
        assert view.score is not None and view.needed is not None and view.score >= view.needed
    assert {view.reason for view in exchanges if not view.used} == {"outside_period"}


def test_a_sentence_below_the_threshold_says_so(catalogue: Catalogue) -> None:
    views = explain("虹口區的建築風格是怎樣的？", catalogue).explanation.considered
    best = next(view for view in views if view.sort == "sentence")
    assert best.reason == "below_threshold" and best.because == "與問題不夠契合"
    assert best.score is not None and best.needed is not None and best.score < best.needed


def test_the_place_that_a_misspelt_name_was_read_as(catalogue: Catalogue) -> None:
    question = explain("when did Seocho sign with Heibi?", catalogue).explanation.question
    assert question["read_as"] == [{"written": "Heibi", "place": {"id": "hebi", "name": "Hebi"}}]
    assert question["places"] == [
        {"id": "seocho", "name": "Seocho-gu"},
        {"id": "hebi", "name": "Hebi"},
    ]


def test_nothing_of_it_is_there_unless_it_is_asked_for(client: TestClient) -> None:
    body = {"question": "when did Seocho sign with Hebi?"}
    assert "explanation" not in client.post("/v1/ask", json=body).json()
    assert "explanation" not in client.post("/v1/ask?explain=false", json=body).json()
    got = client.post("/v1/ask?explain=true", json=body).json()
    assert set(got["explanation"]["took_ms"]) == {
        "understanding",
        "evidence",
        "composition",
        "passages",
    }
    assert client.post("/v1/ask?explain=perhaps", json=body).status_code == 400


def test_a_question_that_asks_for_no_explanation_leaves_no_trail(catalogue: Catalogue) -> None:
    for text in ASKED:
        answer(text, catalogue, TODAY)
    assert not NO_TRAIL.steps and not NO_TRAIL.weighed and not NO_TRAIL.took_ms


@pytest.mark.parametrize("text", ASKED)
def test_people_read_it_in_their_language(text: str, catalogue: Catalogue) -> None:
    got = explain(text, catalogue)
    shown = show_explanation(got)
    tag = {"zh-Hant": "zh"}.get(got.language, got.language)
    if got.language != "zh-Hant":
        assert shown.startswith(WORDS["titles"]["question"][tag])
    assert not re.search(r"explain\.|\{\w+\}", shown)


def test_the_command_prints_it(settings: Settings) -> None:
    given = ["ask", "--index", str(settings.index), "--explain", ASKED[1]]
    shown = CliRunner().invoke(cli, given).output
    assert re.search("시기 +2002년", shown)
    assert "✗ 1997년 · 서초구 – 노산구 — 물어본 시기가 아님" in shown


def test_every_step_has_its_words(catalogue: Catalogue) -> None:
    steps = {step.name for asked in ASKED for step in explain(asked, catalogue).explanation.steps}
    assert "sentence" in steps and steps <= set(WORDS["steps"])


@hypothesis.settings(max_examples=30)
@given(st.text(max_size=60))
def test_any_text_is_explained(catalogue: Catalogue, text: str) -> None:
    assert show_explanation(explain(text, catalogue))


def test_every_reason_and_every_part_has_its_words_and_is_documented() -> None:
    assert set(WORDS["reasons"]) == set(get_args(Reason))
    rows = MANUAL.partition("| `reason` |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(\w+)`", rows)) == set(get_args(Reason))
    parts = set(Question.__dataclass_fields__) - {"text", "bare"}
    assert parts == set(WORDS["parts"])


def test_every_sentence_is_there_in_three_languages() -> None:
    for table in WORDS.values():
        for name, languages in table.items():
            assert set(languages) == {"ko", "zh", "en"}, name
            slots = {tuple(sorted(re.findall(r"\{(\w+)", text))) for text in languages.values()}
            assert len(slots) == 1, name


def test_bands_are_written_as_they_are_read() -> None:
    bands = {"typed": [Band(0.0, 0.99)], "exchange": [Band(0.0, 0.8), Band(0.2, 0.9)]}
    text = write_bands({**bands, "sentence": [Band(0.0, 0.7)]})  # type: ignore[dict-item]
    assert tomllib.loads(text)["exchange"] == [[0.0, 0.8], [0.2, 0.9]]
