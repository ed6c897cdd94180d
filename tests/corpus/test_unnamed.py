"""Pages that nowhere say whose they are: what they tell is told of a publisher without a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract, merge
from corpus.model import LANGUAGES, Knowledge, Page, is_unnamed
from corpus.pages import read_page

Told = Callable[..., Knowledge]
LIST = """International Sister Cities

Otsu, Japan (May 15, 1989)
Weimar, Germany (October 3, 2001)
Lodi, USA (June 8, 1999)
"""
CARD = """해외 자매도시

중국 치치하얼시
  • 자매결연일 : 1998년 4월 21일
  • 면적 : 42,400㎢

일본 오쓰시
  • 자매결연일 : 2004년 9월 3일
  • 면적 : 464㎢
"""
OURS = """友城往来

1994年4月，我市与日本大津市结为友好城市。

2005年10月，大津市代表团一行12人访问我市。
"""


@pytest.fixture
def told(tmp_path: Path, gazetteer: Gazetteer) -> Told:
    def _told(text: str, url: str | None = None, name: str = "page") -> Knowledge:
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        if url:
            path.with_name(f"{name}.txt.toml").write_text(f'url = "{url}"\n')
        page = read_page(path)
        assert isinstance(page, Page), page
        return extract(page, gazetteer)

    return _told


def signings(knowledge: Knowledge) -> dict[str, str | None]:
    """The date of the first stage of each tie, by the partner."""
    return {tie.places[1]: tie.stages[0].date for tie in knowledge.ties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LIST, {"otsu": "1989-05-15", "weimar": "2001-10-03", "lodi": "1999-06-08"}),
        (CARD, {"qiqihar": "1998-04-21", "otsu": "2004-09-03"}),
        (OURS, {"otsu": "1994-04"}),
    ],
)
def test_partners_of_somebody(told: Told, text: str, expected: dict[str, str]) -> None:
    knowledge = told(text)
    assert is_unnamed(knowledge.home)
    assert {tie.places[0] for tie in knowledge.ties} == {knowledge.home}
    assert signings(knowledge) == expected


def test_exchanges_with_us(told: Told) -> None:
    knowledge = told(OURS)
    visit = next(e for e in knowledge.exchanges if "visit" in e.kinds)
    assert (visit.date, visit.direction, visit.people) == (
        "2005-10",
        ("otsu", knowledge.home),
        (12,),
    )


@pytest.mark.parametrize(
    "text",
    [
        # Of others: both sides are named.
        "Sister cities\n\nOtsu and Lansing signed an agreement on May 7, 1969.\n",
        "姊妹城市\n\n1994年4月，大津市与牡丹江市结为友好城市。\n\n2004年5月，尼崎市与鞍山市结为友好城市。\n",
        "자매결연\n\n오쓰시 – 무단장시 1984. 12. 4.\n아마가사키시 – 안산시 1983. 2. 2.\n",
        # Of nobody: a place by itself.
        "Otsu\n\nOtsu is a city by a lake. On October 1, 1898 it became a city.\n",
        "大津市\n\n大津市1898年10月1日设市。人口34万人。\n",
        # An article on a place, whose partners they are.
        "Trier is a city in Germany. It is very old.\n\nTwin towns\n\n • Otsu, Japan (1970)\n"
        " • Lodi, USA (1987)\n",
        "무단장시(牡丹江市)는 헤이룽장성의 도시이다.\n\n자매도시\n\n"
        " • 일본 오쓰시 (1984년 12월 4일)\n",
        # A work of reference.
        "Sister cities\n\nFrom Wikipedia, the free encyclopedia\n\nOtsu, Japan (May 15, 1989)\n",
        # A homonym names somebody, and nothing says whom.
        "# 朝阳区友好交往\n\n1997年4月，朝阳区与韩国首尔市江南区签署友好城区协议。\n",
    ],
)
def test_ties_of_others_are_nobodys(told: Told, text: str) -> None:
    knowledge = told(text)
    assert not is_unnamed(knowledge.home)
    assert not any(map(is_unnamed, (p for tie in knowledge.ties for p in tie.places)))


def test_a_work_of_reference_by_its_address(told: Told) -> None:
    assert not told(LIST, "https://en.wikipedia.org/wiki/X").ties


def test_a_publisher_that_is_named_is_no_other(told: Told) -> None:
    knowledge = told(LIST, "https://english.gimhae.go.kr/Partners")
    assert knowledge.home == "gimhae"
    assert len(knowledge.ties) == 3


def test_nobody_can_name_it(told: Told, gazetteer: Gazetteer) -> None:
    knowledge = told(LIST)
    own = next(place for place in knowledge.places if is_unnamed(place.id))
    laid_over = gazetteer.with_places(knowledge.places)
    for language in LANGUAGES:
        name = own.name(language)
        assert all(m.place != own.id for m in laid_over.find(name, question=True))
        assert not laid_over.named(name)


def test_pages_of_one_site_have_one_publisher(told: Told) -> None:
    one = told(LIST, "https://www.mofa.go.kr/a", "a")
    same = told(CARD, "https://www.mofa.go.kr/b", "b")
    other = told(CARD, "https://www.example.org/c", "c")
    assert one.home == same.home != other.home
    assert "www.mofa.go.kr" in one.places[-1].name("ko")
    ties = merge([one, same, other]).ties
    assert sum("otsu" in tie.places for tie in ties) == 2


def test_of_itself_it_tells_nothing(told: Told) -> None:
    knowledge = told(CARD + "\n담당부서 : 국제교류과\n전화번호 : 031-123-4567\n")
    assert not any(is_unnamed(fact.subject) for fact in knowledge.facts)
