"""Extraction: facts, stages and exchanges of pages in three languages, each with its span.

The pages here are about places that the default corpus does not have.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract, merge
from corpus.model import Exchange, Fact, Knowledge, Page, Skipped, Source, Tie
from corpus.pages import load_pages
from tests.corpus.written_pages import written

PAGES = Path(__file__).parents[2] / "corpus" / "pages"

KOREAN = """<html lang="ko">
<head><meta property="og:site_name" content="마포구청"></head><body><main>
<h2>중국 산동성 위해시</h2>
<ul><li>결 연 일 : 2003년 5월 9일</li>
<li>결연명칭 : 마포구 - 위해시 자매결연 협정서 (체결장소 : 위해시)</li>
<li>일반현황<ul><li>면 적 : 5,799㎢</li><li>인 구 : 약 283만명(2018년말 기준)</li></ul></li>
<li>주요교류내용<ul>
<li>위해시 대표단(12명) 마포구 방문 (2004년3월)</li>
<li>마포구 대표단 위해시 방문 (2005.04.20. ~ 22.)</li>
<li>마포구, 위해시에 마스크 기증 (2020년2월, 4월)</li></ul></li>
<li>홈페이지 : http://www.weihai.gov.cn</li></ul>
<h2>중국 북경시 석경산구</h2>
<ul><li>결 연 일 : 2010년 11월</li><li>면 적 : 약 8,4,3㎢</li></ul>
<!-- <ul><li>결 연 일 : 1999년 1월 1일</li></ul> -->
</main></body></html>"""

ENGLISH = """---
publisher: Mapo-gu, Seoul
---

# Friendly exchanges with Weihai

Weihai has an area of 5,799 square kilometers and a population of 2.8 million.

Mapo-gu and Weihai signed a letter of intent in May 2002. On May 9, 2003, the sister city
agreement was signed in Weihai.

On March 3 to 5, 2004, a 12-member delegation led by Kim Min-ji, Mayor of Mapo-gu, visited Weihai.
On April 2, Weihai teachers came to Mapo-gu.
"""

CHINESE = """<html lang="zh"><head><meta name="author" content="威海市人民政府"></head><body><main>
<h1>威海市与首尔麻浦区友好交往</h1>
<p>2003年5月9日，威海市与麻浦区签署友好城市协议。</p>
<figure><figcaption>2019年05月 麻浦区代表团访问威海
2019.05 Mapo-gu delegation visited Weihai</figcaption></figure>
</main></body></html>"""


Extract = Callable[[str, str], tuple[Page, Knowledge]]


@pytest.fixture
def extracted(tmp_path: Path, gazetteer: Gazetteer) -> Extract:
    def read(name: str, content: str) -> tuple[Page, Knowledge]:
        page = written(tmp_path, content, name)
        return page, extract(page, gazetteer)

    return read


def fact(knowledge: Knowledge, subject: str, name: str) -> Fact:
    (found,) = [f for f in knowledge.facts if (f.subject, f.property) == (subject, name)]
    return found


def only_tie(knowledge: Knowledge, partner: str) -> Tie:
    (found,) = [tie for tie in knowledge.ties if partner in tie.places]
    return found


def exchange(knowledge: Knowledge, date: str) -> Exchange:
    (found,) = [e for e in knowledge.exchanges if e.date == date]
    return found


def test_labelled_values_of_a_korean_page(extracted: Extract) -> None:
    _, knowledge = extracted("mapo.html", KOREAN)
    assert knowledge.home == "mapo"
    assert fact(knowledge, "mapo--weihai", "signed").value.edtf == "2003-05-09"
    assert fact(knowledge, "mapo--weihai", "signing_place").value.text == "위해시"
    area = fact(knowledge, "weihai", "area").value
    assert (area.number, area.unit) == (5799, "km²")
    population = fact(knowledge, "weihai", "population")
    assert (population.value.number, population.as_of, population.approximate) == (
        2_830_000,
        "2018",
        True,
    )
    assert fact(knowledge, "weihai", "homepage").value.text == "http://www.weihai.gov.cn"


def test_partners_of_one_page_are_kept_apart(extracted: Extract) -> None:
    _, knowledge = extracted("mapo.html", KOREAN)
    assert {tie.places for tie in knowledge.ties} == {("mapo", "weihai"), ("mapo", "shijingshan")}
    assert only_tie(knowledge, "shijingshan").stages[0].date == "2010-11"
    assert only_tie(knowledge, "weihai").stages[0].kind == "sister"


def test_a_malformed_number_is_shown_as_written_and_uncertain(extracted: Extract) -> None:
    _, knowledge = extracted("mapo.html", KOREAN)
    area = fact(knowledge, "shijingshan", "area")
    assert (area.value.type, area.value.number, area.uncertain) == ("text", None, True)


def test_dated_items_are_exchanges_with_direction_and_people(extracted: Extract) -> None:
    _, knowledge = extracted("mapo.html", KOREAN)
    visit = exchange(knowledge, "2004-03")
    assert (visit.direction, visit.people) == (("weihai", "mapo"), (12,))
    assert exchange(knowledge, "2005-04-20/2005-04-22").direction == ("mapo", "weihai")
    assert "gift" in exchange(knowledge, "2020-04").kinds
    assert exchange(knowledge, "2020-02").sources == exchange(knowledge, "2020-04").sources


def test_comments_tell_nothing(extracted: Extract) -> None:
    page, knowledge = extracted("mapo.html", KOREAN)
    assert "1999" not in page.text
    assert all("1999" not in f.source.quote for f in knowledge.facts)


def test_statements_and_stages_of_an_english_narrative(extracted: Extract) -> None:
    _, knowledge = extracted("mapo.md", ENGLISH)
    stages = [(s.kind, s.date, s.formal) for s in only_tie(knowledge, "weihai").stages]
    assert stages == [("sister", "2003-05-09", True), ("intent", "2002-05", False)]
    assert fact(knowledge, "weihai", "population").value.number == 2_800_000
    visit = exchange(knowledge, "2004-03-03/2004-03-05")
    assert (visit.direction, visit.people) == (("mapo", "weihai"), (12,))
    assert exchange(knowledge, "2004-04-02").direction == ("weihai", "mapo")


def test_a_bilingual_caption_is_one_exchange_with_two_quotes(extracted: Extract) -> None:
    _, knowledge = extracted("weihai.html", CHINESE)
    visit = exchange(knowledge, "2019-05")
    assert [source.language for source in visit.sources] == ["zh", "en"]
    assert visit.direction == ("mapo", "weihai")
    assert only_tie(knowledge, "mapo").stages[0].date == "2003-05-09"


def test_pages_about_the_same_tie_are_joined(extracted: Extract) -> None:
    parts = [extracted("a.html", KOREAN)[1], extracted("b.md", ENGLISH)[1]]
    joined = merge(parts)
    tie = only_tie(joined, "weihai")
    assert len(tie.pages) == 2
    assert [(s.kind, s.date) for s in tie.stages] == [
        ("sister", "2003-05-09"),
        ("intent", "2002-05"),
    ]
    assert len(joined.facts) == sum(len(part.facts) for part in parts)


def sources(knowledge: Knowledge) -> list[Source]:
    return [
        *(f.source for f in knowledge.facts),
        *(s.source for tie in knowledge.ties for s in tie.stages),
        *(source for e in knowledge.exchanges for source in e.sources),
    ]


@pytest.mark.parametrize("content", [KOREAN, ENGLISH, CHINESE])
def test_every_span_reproduces_its_quote(extracted: Extract, content: str) -> None:
    suffix = "md" if content.startswith("---") else "html"
    page, knowledge = extracted(f"page.{suffix}", content)
    assert sources(knowledge)
    for source in sources(knowledge):
        assert page.text[source.span.start : source.span.end] == source.quote


def test_every_span_of_the_default_corpus_reproduces_its_quote(gazetteer: Gazetteer) -> None:
    pages = [page for page in load_pages(PAGES) if not isinstance(page, Skipped)]
    assert len(pages) == 3
    for page in pages:
        found = sources(extract(page, gazetteer))
        assert len(found) > 10
        for source in found:
            assert page.text[source.span.start : source.span.end] == source.quote


TABLE = """<html lang="ko">
<head><meta property="og:site_name" content="마포구청"></head><body><main>
<h1>자매도시 현황</h1>
<table><thead><tr><th>국가</th><th>도시</th><th>결연일</th><th>면적</th><th>인구</th></tr></thead>
<tbody>
<tr><td rowspan="2">중국</td><td>위해시</td>
<td>2003. 5. 9.</td><td>5,799㎢</td><td>283만명</td></tr>
<tr><td>석경산구</td><td>2010년 11월 2일</td><td>84.3㎢</td><td>약 57만명</td></tr>
<tr><td>일본</td><td>하코다테시</td><td>1999.3.1</td><td>677㎢</td><td>26만명</td></tr>
</tbody></table></main></body></html>"""

UNHEARD_OF = """<html lang="ko">
<head><meta property="og:site_name" content="마포구청"></head><body><main>
<h2>페루 미라플로레스시(Miraflores)</h2>
<ul><li>결연일 : 2012년 6월 1일</li><li>면적 : 9.62㎢</li>
<li>주요교류<ul><li>미라플로레스시 대표단(4명) 마포구 방문 (2013년 5월)</li></ul></li></ul>
</main></body></html>"""


def test_a_table_tells_one_partner_a_row(extracted: Extract) -> None:
    _, knowledge = extracted("table.html", TABLE)
    assert {"mapo--weihai", "mapo--shijingshan"} <= {tie.id for tie in knowledge.ties}
    assert fact(knowledge, "mapo--weihai", "signed").value.edtf == "2003-05-09"
    assert fact(knowledge, "shijingshan", "area").value.number == pytest.approx(84.3)
    assert fact(knowledge, "shijingshan", "population").approximate
    assert fact(knowledge, "weihai", "population").value.number == 2_830_000


def test_a_partner_that_no_gazetteer_knows_becomes_a_place_of_the_page(extracted: Extract) -> None:
    _, knowledge = extracted("local.html", UNHEARD_OF)
    (place,) = knowledge.places
    assert (place.name("ko"), place.name("en"), place.kind) == (
        "미라플로레스시",
        "Miraflores",
        "city",
    )
    assert only_tie(knowledge, place.id).stages[0].date == "2012-06-01"
    visit = exchange(knowledge, "2013-05")
    assert (visit.direction, visit.people) == ((place.id, "mapo"), (4,))


def labelled_kind(extracted: Extract, title: str, rest: str = "") -> list[tuple[str, str | None]]:
    content = (
        f"---\npublisher: 서울특별시 마포구\n---\n# {title}\n\n## 중국 산동성 위해시\n\n"
        f"- 결연일 : 2003년 5월 9일\n\n{rest}\n"
    )
    _, knowledge = extracted("labelled.md", content)
    return [(stage.kind, stage.date) for stage in only_tie(knowledge, "weihai").stages]


@pytest.mark.parametrize(
    ("title", "rest", "kind"),
    [
        ("국제교류", "", "agreement"),
        ("자매·우호도시", "", "agreement"),
        ("자매도시", "", "sister"),
        ("우호도시", "", "friendship"),
        ("국제교류", "마포구와 위해시는 2003년 5월 9일 자매결연 협정을 체결하였다.", "sister"),
        ("우호도시", "마포구와 위해시는 2003년 5월 9일 자매결연 협정을 체결하였다.", "sister"),
    ],
)
def test_the_kind_of_a_labelled_date_is_told_and_not_invented(
    extracted: Extract, title: str, rest: str, kind: str
) -> None:
    assert labelled_kind(extracted, title, rest) == [(kind, "2003-05-09")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mapo-gu and Weihai signed in May 1995 a letter of intent and concluded the sister city"
        " agreement on April 4, 1996.",
        "마포구와 위해시는 1995년 5월 의향서를 체결하였고, 1996년 4월 4일 자매결연을 맺었다.",
        "마포구와 위해시는 1995년 5월 의향서를 맺었으며, 1996년 4월 4일 자매결연을 맺었다.",
        "麻浦区与威海市1995年5月签署意向书；1996年4月4日签署姐妹城市协议。",
        "마포구와 위해시는 1995년 5월 의향서를 체결하였고, 1996년 4월 4일 자매결연을 맺었으며,"
        " 2006년 10주년 기념 협정식을 열었다.",
    ],
)
def test_each_clause_has_a_stage_of_its_own(extracted: Extract, sentence: str) -> None:
    _, knowledge = extracted(
        "clauses.md", f"---\npublisher: Mapo-gu, Seoul\n---\n# Weihai\n\n{sentence}\n"
    )
    stages = {(s.kind, s.date) for s in only_tie(knowledge, "weihai").stages}
    assert stages == {("intent", "1995-05"), ("sister", "1996-04-04")}


NOT_HAPPENED = """---
publisher: 서울특별시 마포구
---
# 위해시

- 2018년 5월 위해시 대표단 마포구 방문
- 2020년 5월 위해시 대표단 마포구 방문 예정이었으나 코로나로 취소
- 2020年6月 威海市代表团原计划访问麻浦区，未能成行
- The Weihai delegation scheduled for March 2021 was cancelled.
- 2022년 3월 마포구 대표단 위해시 방문 연기
- 2022년 4월 위해시 연기자 마포구 방문

마포구는 2023년 9월 위해시와 우호협력 양해각서를 체결할 예정이다.
마포구는 2009년 7월 위해시와 체결한 우호 협정을 해지하였다.
"""


def test_what_was_cancelled_or_planned_is_told_of_neither_as_event_nor_as_stage(
    extracted: Extract,
) -> None:
    _, knowledge = extracted("plans.md", NOT_HAPPENED)
    assert [e.date for e in knowledge.exchanges] == ["2018-05", "2022-04"]
    assert [s for tie in knowledge.ties for s in tie.stages] == []


def test_a_delegation_of_a_third_place_is_kept_as_the_actor(extracted: Extract) -> None:
    item = "<li>중국 하남성 정주시 대표단(10명) 마포구 방문 (2006년 4월)</li>"
    _, knowledge = extracted(
        "third.html", KOREAN.replace("<li>마포구 대표단", f"{item}<li>마포구 대표단")
    )
    visit = exchange(knowledge, "2006-04")
    assert (visit.tie, visit.direction, visit.actor) == ("mapo--weihai", None, "zhengzhou")
    assert exchange(knowledge, "2004-03").actor is None


def test_every_exchange_is_of_a_tie_also_where_no_agreement_is_told(extracted: Extract) -> None:
    text = (
        "---\npublisher: Mapo-gu, Seoul\n---\n\n# Exchanges of Mapo-gu\n\n"
        "In May 2012 a delegation of Weihai City visited Mapo-gu.\n"
    )
    knowledge = merge([extracted("page.md", text)[1]])
    assert knowledge.exchanges
    ties = {tie.id: tie for tie in knowledge.ties}
    assert all(exchange.tie in ties for exchange in knowledge.exchanges)
    assert ties[knowledge.exchanges[0].tie].stages == ()


def test_every_fact_about_two_places_is_of_a_tie_also_without_an_agreement(
    extracted: Extract,
) -> None:
    text = (
        "---\npublisher: Mapo-gu, Seoul\n---\n\n# Exchanges of Mapo-gu\n\n## Weihai City\n\n"
        "- Background of relationship : the clubs of both cities had long met.\n"
    )
    knowledge = merge([extracted("page.md", text)[1]])
    assert [fact.property for fact in knowledge.facts] == ["background"]
    tie = next(tie for tie in knowledge.ties if tie.id == knowledge.facts[0].subject)
    assert (tie.places, tie.stages) == (("mapo", "weihai"), ())


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Weihai, China, May 6, 2010 - A delegation of Mapo-gu visited Weihai.", "2010-05-06"),
        ("Mapo-gu, May 6, 2010 - The mayor of Weihai visited Mapo-gu.", "2010-05-06"),
        ("Delegation to Weihai, May 6, 2010 – visit of the mayor of Mapo-gu", "2010-05-06"),
    ],
)
def test_a_place_and_a_date_in_front_of_a_dash_open_an_entry(
    extracted: Extract, line: str, date: str
) -> None:
    head = "---\npublisher: Mapo-gu, Seoul\n---\n\n# Exchanges of Mapo-gu\n\n## Weihai City\n\n"
    text = f"{head}- {line}\n"
    assert exchange(extracted("page.md", text)[1], date).tie == "mapo--weihai"


def test_the_own_side_is_known_below_the_country_of_the_partners(extracted: Extract) -> None:
    text = (
        "중국\n\n중국 하남성 학벽시\n  • 결 연 일 : 2016년 10월 13일\n"
        "  • 결연명칭 : 서초구와 학벽시 우호도시 협정\n  • 주요교류내용\n"
        "    • 서초구와 학벽시간 우호도시 관계 수립 의향서 체결 (2016년9월)\n\n"
        "중국 상해시 홍구구\n  • 결연명칭 : 서초구 - 홍구구 우호교류 비망록\n"
    )
    knowledge = extracted("page.txt", text)[1]
    stages = [(s.kind, s.date) for t in knowledge.ties if "hebi" in t.id for s in t.stages]
    assert ("intent", "2016-09") in stages
