"""Names that their look tells: of people beside an office, of cities that provinces share."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.dates import find_dates
from corpus.facts.values import type_value
from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.people import find_people
from tests.corpus.written_pages import written


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("熊本市市长星子敏雄来到桂林", ["星子敏雄"]),
        ("市长鹰觜敏雄率团来访", ["鹰觜敏雄"]),
        ("与鹰觜敏雄市长会谈", ["鹰觜敏雄"]),
        ("市长称赞英雄的城市", []),
        # Behind the place whose office it is.
        ("光州廣域市李庸燮市長來函", ["李庸燮"]),
        ("扶安郡权益铉郡守来访", ["权益铉"]),
        ("釜山市金井区长来访", [None]),
        # The word behind the office is also a surname.
        ("梅原克彦市长与许添财市长于台南签署", ["梅原克彦", "许添财"]),
        ("市长于立军率团", ["于立军"]),
        # Names of parts, behind a word that leads to them.
        ("与科采·特拉亚诺夫斯基市长就环保交换意见", ["科采·特拉亚诺夫斯基"]),
        ("代表团拜会科采·特拉亚诺夫斯基市长", ["科采·特拉亚诺夫斯基"]),
    ],
)
def test_chinese_names(text: str, names: list[str | None], gazetteer: Gazetteer) -> None:
    found = find_people(text, tuple(gazetteer.find(text)))
    assert [person.person.name for person in found] == names


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2013. 8. 21 middle school students stayed with families", "2013-08"),
        ("2019. 4. 15 young table tennis players came", "2019-04"),
        ("2013. 8. 21 official visit", "2013-08-21"),
        ("2013. 8. 21 hosted exchange students", "2013-08-21"),
        ("2019. 4. 15 visit of members", "2019-04-15"),
        ("2019. 4. 12 farmers' market", "2019-04-12"),
        ("2019.4.12 women entrepreneurs", "2019-04-12"),
    ],
)
def test_a_count_of_people_is_no_day(text: str, date: str) -> None:
    assert [mention.edtf for mention in find_dates(text)] == [date]


@pytest.mark.parametrize(
    "note",
    [
        "万人，2021年",
        "2021年，万人",
        "2021 万人",
        "单位：万人，2021年",
        "万人（2021年）",
        "만명, 2021",
    ],
)
def test_the_unit_and_the_year_of_a_column(note: str) -> None:
    (typed,) = type_value("population", "29.3", note)
    assert (typed.value.number, typed.as_of, typed.uncertain) == (293000, "2021", False)


@pytest.mark.parametrize(
    ("title", "heading", "partner"),
    [
        ("Townsville's Sister Cities", "Tokushima, Japan", "tokushima-tokushima-japan"),
        ("Townsville's Sister Cities", "Kyoto (Japan)", "kyoto"),
        ("Townsville's Sister Cities", "Hiroshima", "hiroshima"),
        ("Townsville's Sister Cities", "Hiroshima Prefecture, Japan", "hiroshima-japan"),
    ],
)
def test_the_city_of_a_shared_name(
    tmp_path: Path, gazetteer: Gazetteer, title: str, heading: str, partner: str
) -> None:
    page = written(
        tmp_path,
        f"# {title}\n\n## {heading}\n\nPopulation: 252,000\n\nSister city since: 1990\n",
        "page.md",
    )
    knowledge = extract(page, gazetteer)
    assert {tie.places[1] for tie in knowledge.ties} == {partner}


@pytest.mark.parametrize("last", [1, 2, 5])
def test_a_year_above_lines_of_months(tmp_path: Path, gazetteer: Gazetteer, last: int) -> None:
    lines = [f"{month}月 我市向保宁市捐赠口罩1万只。" for month in range(1, last + 1)]
    text = ["延吉市友好城市交往情况", "发布时间：2021-03-18", "交往纪事", "2018年", *lines[:1]]
    text += ["2019年", *lines[:1], "2020年", *lines, "原定8月赴保宁市的文艺演出因疫情取消。"]
    page = written(tmp_path, "\n".join(text))
    dates = {exchange.date for exchange in extract(page, gazetteer).exchanges}
    assert dates == {"2018-01", "2019-01", *(f"2020-{month:02}" for month in range(1, last + 1))}
