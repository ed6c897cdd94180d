"""Stages from labels and tables, what is one stage, and what several pages say of a tie."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract, merge
from corpus.model import Knowledge
from tests.corpus.written_pages import written


def told(tmp_path: Path, gazetteer: Gazetteer, text: str, name: str = "page") -> Knowledge:
    page = written(tmp_path, f"---\npublisher: 마포구\n---\n# 국제교류\n\n{text}\n", f"{name}.md")
    return extract(page, gazetteer)


def stages(knowledge: Knowledge) -> list[tuple[str, str | None, bool]]:
    (tie,) = knowledge.ties
    return [(stage.kind, stage.date, stage.formal) for stage in tie.stages]


LABEL = "## 중국 산동성 위해시\n\n- 결연일 : 2003년 5월 9일\n- 결연명칭 : 자매결연 협정서\n"


def test_one_stage_told_twice_is_one_stage_and_one_fact(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = (
        f"{LABEL}\n2003년 위해시와 자매결연을 맺었다.\n\nThe sister city agreement with Weihai was"
    )
    knowledge = told(tmp_path, gazetteer, f"{text} signed on May 9, 2003 in Weihai.")
    assert stages(knowledge) == [("sister", "2003-05-09", True)]
    (signed,) = [f for f in knowledge.facts if f.property == "signed"]
    assert (signed.value.edtf, signed.stage) == ("2003-05-09", "sister")
    assert knowledge.ties[0].stages[0].place == "Weihai"


def test_a_renewal_is_a_stage_beside_the_formal_one(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = f"{LABEL}\n2013년 5월 9일 위해시와 자매결연 협정을 갱신하였다."
    assert stages(told(tmp_path, gazetteer, text)) == [
        ("sister", "2003-05-09", True),
        ("renewal", "2013-05-09", False),
    ]


def test_a_label_with_two_dates_tells_two_stages(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "## 위해시\n\n- 체결일 : 1997. 5. 1.(의향서), 1998. 8. 3.(우호협정)\n"
    assert stages(told(tmp_path, gazetteer, text)) == [
        ("friendship", "1998-08-03", True),
        ("intent", "1997-05-01", False),
    ]


def test_a_table_may_tell_one_stage_a_row(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = (
        "## 위해시\n\n| 구분 | 체결일 | 체결장소 | 서명자 |\n|---|---|---|---|\n"
        "| 우호교류 의향서 | 1997. 5. 1. | 위해시 | 김철수, 장휘 |\n"
        "| 자매결연 협정 | 1998. 8. 3. | 마포구 | 이영희, 왕펑 |\n"
    )
    knowledge = told(tmp_path, gazetteer, text)
    assert stages(knowledge) == [
        ("sister", "1998-08-03", True),
        ("intent", "1997-05-01", False),
    ]
    intent = knowledge.ties[0].stages[1]
    assert intent.place == "위해시"
    assert [person.name for person in intent.signatories] == ["김철수", "장휘"]


def test_signatories_method_and_document_of_running_text(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = (
        "On 13 October 2016 Mapo-gu and Weihai signed the Agreement on Friendly Exchange by post."
        " The agreement was signed by Kim Chul-soo, Mayor of Mapo-gu, and Zhang Hui, Mayor of"
        " Weihai."
    )
    (tie,) = told(tmp_path, gazetteer, text).ties
    (stage,) = tie.stages
    assert (stage.document, stage.method) == ("Agreement on Friendly Exchange", "by post")
    assert [(p.name, p.office) for p in stage.signatories] == [
        ("Kim Chul-soo", "Mayor"),
        ("Zhang Hui", "Mayor"),
    ]


def test_dates_that_pages_disagree_about_stay_side_by_side(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    other = LABEL.replace("5월 9일", "5월 10일")
    parts = [told(tmp_path, gazetteer, LABEL, "a"), told(tmp_path, gazetteer, other, "b")]
    joined = merge(parts)
    assert stages(joined) == [("sister", "2003-05-09", True), ("sister", "2003-05-10", True)]
    assert len({stage.source.page for stage in joined.ties[0].stages}) == 2
    assert {f.value.edtf for f in joined.facts if f.property == "signed"} == {
        "2003-05-09",
        "2003-05-10",
    }


def test_a_more_formal_stage_of_another_page_leads(tmp_path: Path, gazetteer: Gazetteer) -> None:
    intent = "## 위해시\n\n- 체결일 : 2001년 3월 2일\n- 협정명 : 우호교류 의향서\n"
    parts = [told(tmp_path, gazetteer, intent, "a"), told(tmp_path, gazetteer, LABEL, "b")]
    assert stages(merge(parts)) == [
        ("sister", "2003-05-09", True),
        ("intent", "2001-03-02", False),
    ]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("결연일 : 우호(2001.5.3), 자매(2005.8.1)", {"friendship 2001-05-03", "sister 2005-08-01"}),
        (
            "체결일 : 의향서 1998. 5. 7. / 우호협정 2000. 3. 1.",
            {"intent 1998-05-07", "friendship 2000-03-01"},
        ),
        (
            "缔结日期：意向书 1999年5月；友好城市 2001年6月8日",
            {"intent 1999-05", "friendship 2001-06-08"},
        ),
        (
            "Date signed: Letter of Intent, May 1999; Sister City Agreement, June 8, 2001",
            {"intent 1999-05", "sister 2001-06-08"},
        ),
        ("Relationship : Sister city (signed 9 May 2003)", {"sister 2003-05-09"}),
        ("결연일 : 2013. 11. 18. (구 동해읍, 1987. 8. 6.)", {"agreement 2013-11-18"}),
    ],
)
def test_each_date_of_a_label_has_the_kind_beside_it(
    tmp_path: Path, gazetteer: Gazetteer, label: str, expected: set[str]
) -> None:
    knowledge = told(tmp_path, gazetteer, f"## 위해시\n\n- {label}\n")
    assert {f"{kind} {date}" for kind, date, _ in stages(knowledge)} == expected


def test_a_note_beside_a_labelled_date_tells_place_or_method(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    for note, name in (("마포구청 대회의실", "signing_place"), ("서면", "method")):
        text = f"## 위해시\n\n- 체결일 : 1998. 5. 7. ({note})\n"
        facts = told(tmp_path, gazetteer, text).facts
        assert [f.value.text for f in facts if f.property == name] == [note]


@pytest.mark.parametrize(
    "sentence",
    [
        "위해시는 1995년 일본 유가와라정과 자매결연을 하였다.",
        "위해시는 이 밖에 캐나다 포트앨버니시와도 1986년 자매결연을 하였다.",
        "서울특별시는 1993년 베이징시와 자매결연을 맺었다.",
        "산둥성은 1993년 경상남도와 자매결연을 맺었다.",
        "威海市与日本上越市1998年结为友好城市。",
        "山东省与庆尚南道1993年9月缔结友好关系。",
    ],
)
def test_a_tie_of_others_is_none_of_the_page(
    tmp_path: Path, gazetteer: Gazetteer, sentence: str
) -> None:
    knowledge = told(tmp_path, gazetteer, f"## 위해시\n\n{sentence}\n")
    assert not [fact for fact in knowledge.facts if fact.property == "signed"]


def test_a_sentence_goes_on_about_the_partner_of_the_one_before(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = "마포구의 벗인 중국 위해시는 항구 도시다. 1995년 4월 우호도시의 연을 맺었다."
    knowledge = told(tmp_path, gazetteer, text)
    assert stages(knowledge) == [("friendship", "1995-04", True)]
    assert "weihai" in knowledge.ties[0].places


def test_an_agreement_named_by_a_title_with_both_sides_needs_no_date(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    title = "麻浦区与威海市关于加强友好交流的协议书"
    knowledge = told(tmp_path, gazetteer, f"## 威海市\n\n活动现场，双方共同签署《{title}》。\n")
    assert [f.value.text for f in knowledge.facts if f.property == "agreement"] == [title]


def test_a_common_word_joined_with_another_is_no_party(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = (
        "## 위해시\n\n2006년 6월 20일 행정과 문화, 연구와 교육 분야의 우호협력 협정을 체결하였다.\n"
    )
    assert stages(told(tmp_path, gazetteer, text)) == [("friendship", "2006-06-20", True)]
