"""Pages that disagree: every value stays, side by side, with its own source."""

from __future__ import annotations

from pathlib import Path

from corpus.gazetteer import load_gazetteer
from corpus.knowledge import extract, merge
from corpus.model import Fact, Knowledge, Page
from tests.corpus.written_pages import written

PAGE = """# 서초구의 우호도시

## 중국 하남성 허비시

- 결연일 : {day}
- 결연명칭 : 서초구 - 허비시 우호도시 협정서
- 면적 : {area}
"""


def knowledge(tmp_path: Path, **pages: dict[str, str]) -> tuple[Knowledge, dict[str, Page]]:
    gazetteer = load_gazetteer()
    read: dict[str, Page] = {}
    for name, values in pages.items():
        page = written(tmp_path, PAGE.format(**values), f"{name}.md")
        read[name] = page
    return merge(extract(page, gazetteer) for page in read.values()), read


def values(found: Knowledge, name: str) -> list[tuple[str, str]]:
    return [(fact.source.page, fact.value.text) for fact in found.facts if fact.property == name]


def test_values_that_differ_stay_side_by_side(tmp_path: Path) -> None:
    one = {"day": "2016년 10월 13일", "area": "2,182㎢"}
    other = {"day": "2017년 10월 13일", "area": "21,820㎢"}
    found, pages = knowledge(tmp_path, a=one, b=other)
    assert values(found, "area") == [("a", "2,182㎢"), ("b", "21,820㎢")]
    signed: list[Fact] = [fact for fact in found.facts if fact.property == "signed"]
    assert [fact.value.edtf for fact in signed] == ["2016-10-13", "2017-10-13"]
    for fact in found.facts:
        assert pages[fact.source.page].quote(fact.source.span) == fact.source.quote


def test_a_tie_of_two_pages_keeps_both_dates(tmp_path: Path) -> None:
    one = {"day": "2016년 10월 13일", "area": "2,182㎢"}
    found, _ = knowledge(tmp_path, a=one, b={**one, "day": "2017년 10월 13일"})
    (tie,) = found.ties
    assert tie.pages == ("a", "b")
    assert [(stage.date, stage.source.page) for stage in tie.stages] == [
        ("2016-10-13", "a"),
        ("2017-10-13", "b"),
    ]


def test_a_value_that_pages_agree_on_keeps_both_sources(tmp_path: Path) -> None:
    one = {"day": "2016년 10월 13일", "area": "2,182㎢"}
    found, _ = knowledge(tmp_path, a=one, b=one)
    assert values(found, "area") == [("a", "2,182㎢"), ("b", "2,182㎢")]
    assert [stage.date for tie in found.ties for stage in tie.stages] == ["2016-10-13"]
