"""Right, wrong, missed, and abstained in another way."""

from datetime import date
from pathlib import Path

import pytest

from service.api import Answer, FactView
from service.catalogue import Catalogue
from service.evaluation import Golden, GoldenError, evaluate, judge, read_questions
from service.model import Status

TODAY = date(2026, 1, 1)


def golden(status: list[Status], *expect: str) -> Golden:
    return Golden(
        id="x", question="?", language="en", kind="signing", status=status, expect=list(expect)
    )


def got(status: Status, text: str = "", *values: str) -> Answer:
    facts = [FactView.model_construct(value=value) for value in values]
    return Answer(answer_id="1", status=status, language="en", answer=text, facts=facts)


def test_a_claim_with_all_that_is_expected_is_right() -> None:
    assert judge(golden(["answered"], "2016", "Hebi"), got("partial", "Hebi, 2016")) == "right"


def test_a_claim_without_it_is_wrong() -> None:
    assert judge(golden(["answered"], "2016", "Hebi"), got("answered", "Hebi")) == "wrong"


def test_a_claim_where_the_pages_say_nothing_is_wrong() -> None:
    assert judge(golden(["not_stated"]), got("answered", "5")) == "wrong"


def test_an_abstention_from_what_the_pages_say_is_missed() -> None:
    assert judge(golden(["answered"], "2016"), got("not_found")) == "missed"


def test_the_fitting_abstention_is_right_and_another_is_shown_apart() -> None:
    assert judge(golden(["not_stated"]), got("not_stated")) == "right"
    assert judge(golden(["not_stated"]), got("not_found")) == "other"


def test_the_value_of_a_single_fact_counts_as_said() -> None:
    expected = golden(["answered"], "date:2016-10-13")
    assert judge(expected, got("answered", "then", "2016-10-13")) == "right"
    assert judge(expected, got("answered", "then", "2016-10-13", "2015-06-04")) == "wrong"


def test_rates_count_other_abstentions_as_right(catalogue: Catalogue) -> None:
    unanswerable = Golden(
        id="a", question="asdf qwer?", language="en", kind="unanswerable", status=["small_talk"]
    )
    report = evaluate([unanswerable], catalogue, TODAY)
    tally = report.tally("en", "unanswerable")
    assert (tally.other, tally.right_rate, tally.wrong_rate) == (1, 1.0, 0.0)
    assert report.failures == []


def test_a_follow_up_gets_the_context_of_its_question(catalogue: Catalogue) -> None:
    first = golden(["answered"], "date:2016-10-13").model_copy(
        update={"question": "When did Seocho sign with Hebi?"}
    )
    after = first.model_copy(
        update={"id": "y", "question": "And with Langfang?", "context_of": "x", "expect": ["2011"]}
    )
    report = evaluate([first, after], catalogue, TODAY)
    assert [result.outcome for result in report.results] == ["right", "right"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 2: not JSON"),
        ('{"id": "b"}', "line 2: question: is required"),
        (
            '{"id": "b", "question": "?", "language": "en", "kind": "k", "status": ["answered"],'
            ' "context_of": "z"}',
            "b follows z, not asked before",
        ),
    ],
)
def test_a_bad_file_names_the_line(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "golden.jsonl"
    file.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldenError, match=reason):
        read_questions(file)
