"""Exchanges of whole pages: what is told as an event between two places, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.exchanges.exchanges import find_exchanges
from corpus.gazetteer import Gazetteer
from corpus.model import Exchange
from corpus.setting import find_setting
from tests.corpus.written_pages import written

HOME, PARTNER = "seocho", "hebi"
OUT, BACK = (HOME, PARTNER), (PARTNER, HOME)
KOREAN = "---\npublisher: 서울특별시 서초구\n---\n# 자매도시\n\n## 중국 하남성 허비시\n\n"
CHINESE = "---\npublisher: 鹤壁市人民政府\n---\n# 友好城市\n\n## 韩国首尔瑞草区\n\n"
ENGLISH = "---\npublisher: Seocho-gu Office\n---\n# Sister cities\n\n## Hebi, Henan, China\n\n"
HTML = (
    '<html lang="ko"><head><meta property="og:site_name" content="서초구청"></head><body><main>'
    "<h2>중국 하남성 허비시</h2>{}</main></body></html>"
)

Find = Callable[..., list[Exchange]]


@pytest.fixture
def find(tmp_path: Path, gazetteer: Gazetteer) -> Find:
    def read(content: str, name: str = "page.md") -> list[Exchange]:
        page = written(tmp_path, content, name)
        found = find_exchanges(page, find_setting(page, gazetteer), gazetteer)
        for source in (source for exchange in found for source in exchange.sources):
            assert page.text[source.span.start : source.span.end] == source.quote
        return found

    return read


def told(found: list[Exchange]) -> list[tuple[str, tuple[str, str] | None]]:
    return [(exchange.date, exchange.direction) for exchange in found]


def dates(found: list[Exchange]) -> list[str]:
    return [exchange.date for exchange in found]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("허비시 대표단 서초구 방문 (2015년 5월)", [("2015-05", BACK)]),
        ("2015. 5. 12. ~ 15. 서초구 대표단 허비시 방문", [("2015-05-12/2015-05-15", OUT)]),
        ("투자설명회 참가 (2000년7월, 2000년12월)", [("2000-07", None), ("2000-12", None)]),
        (
            "허비시 구장의 위로 서신 접수 (2020년3월) 및 회신 (2020년4월)",
            [("2020-03", BACK), ("2020-04", OUT)],
        ),
        (
            "2015년 5월 허비시 대표단 서초구 방문, 2016년 7월 서초구 학생 20명 허비시 방문",
            [("2015-05", BACK), ("2016-07", OUT)],
        ),
        ("2005년에 체결한 협정에 따라 2010년 허비시 대표단 서초구 방문", [("2010", BACK)]),
        ("2020년 5월 허비시 대표단 방문 예정이었으나 취소", []),
        ("2026년 서초구 대표단 허비시 방문 계획", []),
        ("허비시 대표단 서초구 방문", []),
    ],
)
def test_items_of_a_list_of_exchanges(
    find: Find, item: str, expected: list[tuple[str, tuple[str, str] | None]]
) -> None:
    assert told(find(f"{KOREAN}### 주요교류내용\n\n- {item}\n")) == expected


def test_clauses_of_an_item_have_quotes_and_counts_of_their_own(find: Find) -> None:
    one, other = find(
        f"{KOREAN}### 교류현황\n\n"
        "- 2015년 5월 허비시 대표단 12명 방문, 2016년 7월 서초구 학생 20명, 교사 3명 허비시 방문\n"
    )
    assert (one.people, other.people) == ((12,), (20, 3))
    assert one.sources[0].quote == "2015년 5월 허비시 대표단 12명 방문"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2003年9月，鹤壁市派出12名中学生赴瑞草区交流。", [("2003-09", BACK)]),
        (
            "2020年3月，鹤壁市向瑞草区捐赠口罩2万只；4月，瑞草区寄来感谢信。",
            [("2020-03", BACK), ("2020-04", OUT)],
        ),
        ("2015年5月，瑞草区代表团来访。同年10月，我市市长率团回访。",
         [("2015-05", OUT), ("2015-10", BACK)]),
        ("鹤壁市面积2182平方公里。2010年，鹤壁市举办文化节。", []),
        ("2008年，鹤壁市被评为文化城市。", []),
        ("原定2022年举办的书画展因疫情未能举行。", []),
        ("2021年4月22日，两区中学生线上交流。", [("2021-04-22", None)]),
        ("1998年8月，鹤壁市少年足球队赴瑞草区比赛，受到瑞草区市民欢迎。", [("1998-08", BACK)]),
        ("1993年，瑞草区提议两市建立友好城市关系。", []),
        ("2012年7月，瑞草区议员6人拜会鹤壁市。", [("2012-07", OUT)]),
    ],
)  # fmt: skip
def test_sentences_of_chinese_text(
    find: Find, text: str, expected: list[tuple[str, tuple[str, str] | None]]
) -> None:
    assert told(find(f"{CHINESE}{text}\n")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2012, 15 teachers from Hebi visited Seocho.", [("2012", BACK)]),
        (
            "In December 2014, the Mayor of Hebi sent a card to Seocho, and in January 2015"
            " Seocho replied with a letter.",
            [("2014-12", BACK), ("2015-01", OUT)],
        ),
        (
            "A choir of 28 members from Hebi performed at a festival in Seocho on May 3, 2013.",
            [("2013-05-03", BACK)],
        ),
        (
            "Since 2010, Hebi has been sending sports delegations annually to Seocho.",
            [("2010/..", BACK)],
        ),
        ("Exchanges with Hebi began in 2006, when growers of both cities met at a fair.", []),
        ("In 2009 Hebi was awarded as a Garden City for its culture.", []),
        ("The two sides plan to exchange officials from 2026.", []),
        (
            "Seocho and Hebi signed the Friendship Agreement on December 15, 2001.",
            [("2001-12-15", None)],
        ),
        (
            "The vice mayor of Hebi and a party of seven attended the Seocho Festival in May 2003.",
            [("2003-05", BACK)],
        ),
        ("Seocho and Hebi have exchanged students every summer since 2003.", [("2003/..", None)]),
        ("Hebi has a population of 1.6 million (2018) and many schools.", []),
        ("In 2011 a planned visit to Hebi was postponed.", []),
    ],
)
def test_sentences_of_english_text(
    find: Find, text: str, expected: list[tuple[str, tuple[str, str] | None]]
) -> None:
    assert told(find(f"{ENGLISH}{text}\n")) == expected


def test_a_sentence_without_a_date_goes_on_with_the_event_before(find: Find) -> None:
    (visit,) = find(
        f"{ENGLISH}On May 3, 2015, Mayor Kim of Seocho led a delegation to Hebi. During the trip,"
        " an agreement was signed between two hospitals. Hebi is famous for its mountains.\n"
    )
    assert {"visit", "signing", "medical"} <= set(visit.kinds)
    assert visit.sources[0].quote.endswith("hospitals.")


YEARS = [
    ("<h4>2015년</h4><ul><li>5월 12일 허비시 대표단 방문</li><li>7. 3.~6. 서초구 학생 허비시 방문"
     "</li><li>허비시 공연단 축제 참가</li></ul>",
     ["2015-05-12", "2015-07-03/2015-07-06", "2015"]),
    ("<p>▶ 2015</p><ul><li>5.12 허비시 대표단 방문</li></ul><p>2016년</p>"
     "<ul><li>6월 서초구 대표단 허비시 방문</li></ul>", ["2015-05-12", "2016-06"]),
    ("<ul><li>2018년<ul><li>3월 허비시 대표단 방문</li></ul></li></ul>", ["2018-03"]),
    ("<h4>2015년 교류실적</h4><ul><li>허비시 대표단 서초구 방문 (5. 12.)</li></ul>",
     ["2015-05-12"]),
]  # fmt: skip


@pytest.mark.parametrize(
    "rest",
    [
        "The relationship deepened with officer exchange and trade in the past 15 years.",
        "Over the years, students of both visited each other.",
    ],
)
def test_a_sum_of_years_does_not_go_on_with_the_event(find: Find, rest: str) -> None:
    (signing,) = find(f"{ENGLISH}Seocho-gu and Hebi signed a pact in December 2006. {rest}")
    assert (signing.date, signing.kinds) == ("2006-12", ("signing",))


def test_a_year_of_a_number_is_no_event(find: Find) -> None:
    text = (
        "Hebi had a financial revenue of 718 billion won in 2020. Hebi is a town of government,"
        " medical services, business and culture."
    )
    assert not find(ENGLISH + text)


@pytest.mark.parametrize(("body", "expected"), YEARS)
def test_a_year_above_a_list_is_inherited(find: Find, body: str, expected: list[str]) -> None:
    assert dates(find(HTML.format(body), "page.html")) == expected


TABLE = """<table><caption>교류실적</caption>
<tr><th>연도</th><th>일자</th><th>구분</th><th>내용</th><th>인원</th></tr>
<tr><td rowspan="2">2015</td><td>5.12</td><td>초청</td><td>문화 공연</td><td>12</td></tr>
<tr><td>10. 12.~15.</td><td>파견</td><td>청소년 홈스테이</td><td>학생 20명, 교사 3명</td></tr>
<tr><td>2016</td><td></td><td>방문</td><td>허비시 대표단 방문 (6월)</td><td>-</td></tr>
<tr><td>2017</td><td>3월</td><td>초청</td><td>방문 계획, 취소</td><td>10명</td></tr></table>"""


def test_a_table_of_events_tells_dates_ways_and_numbers_by_its_columns(find: Find) -> None:
    found = find(HTML.format(TABLE), "page.html")
    assert told(found) == [
        ("2015-05-12", BACK),
        ("2015-10-12/2015-10-15", OUT),
        ("2016-06", BACK),
    ]
    assert [exchange.people for exchange in found] == [(12,), (20, 3), ()]


def test_twins_in_two_languages_are_one_exchange_with_two_quotes(find: Find) -> None:
    one, other = find(
        f"{CHINESE}### 友好交往 Friendly Exchanges\n\n"
        "- 2019年05月 瑞草区代表团访问鹤壁 2019.05 Seocho delegation visited Hebi\n"
        "- 2018年05月 鹤壁青少年访问瑞草区\n- 2018.05 Hebi teenagers visited Seocho\n"
    )
    assert [[s.language for s in e.sources] for e in (one, other)] == [["zh", "en"]] * 2
    assert told([one, other]) == [("2019-05", OUT), ("2018-05", BACK)]


def test_parallel_lists_in_two_languages_are_joined_item_by_item(find: Find) -> None:
    found = find(
        f"{CHINESE}### 友好交往\n\n- 2019年05月 瑞草区代表团访问鹤壁\n"
        "- 2020年2月 鹤壁向瑞草区捐赠口罩\n\n"
        "### Friendly Exchanges\n\n- 2019.05 Seocho delegation visited Hebi\n"
        "- 2020.02 Hebi donated masks to Seocho\n"
    )
    assert [len(exchange.sources) for exchange in found] == [2, 2]


def test_two_events_of_one_day_in_one_language_stay_two(find: Find) -> None:
    found = find(
        f"{KOREAN}### 주요교류내용\n\n- 2015. 5. 3. 허비시 대표단 방문\n"
        "- 2015. 5. 3. 허비시 공연단 축제 참가\n"
    )
    assert dates(found) == ["2015-05-03", "2015-05-03"]


def test_a_signing_told_in_prose_and_in_a_table_is_one(find: Find) -> None:
    (signing,) = find(
        f"{ENGLISH}On 23 May 2007 a memorandum was signed between Seocho and Hebi.\n\n"
        "### Exchanges\n\n| Date | Event |\n|---|---|\n"
        "| 23 May 2007 | Signing of the Memorandum of Understanding |\n"
    )
    assert (signing.kinds, len(signing.sources)) == (("signing",), 2)


def test_what_went_to_several_partners_is_told_of_each(find: Find) -> None:
    body = "- 2019年1月 向瑞草区、尚州市寄送贺卡\n\n## 韩国尚州市\n\n- 2018年5月 尚州市来访\n"
    found = [exchange for exchange in find(CHINESE + body) if exchange.date == "2019-01"]
    assert {exchange.places[1] for exchange in found} == {"seocho", "sangju"}
    assert all(exchange.direction == exchange.places for exchange in found)


def test_a_festival_of_one_place_alone_is_no_exchange(find: Find) -> None:
    assert find(f"{CHINESE}### 瑞草区艺术节\n\n- 2019年05月 艺术节烟花秀\n") == []


def test_leaders_are_those_who_took_part_and_not_who_invited(find: Find) -> None:
    (visit,) = find(
        f"{ENGLISH}On May 3, 2015, invited by Wang Hao, Mayor of Hebi, a delegation led by"
        " Kim Min-ji, Mayor of Seocho, visited Hebi.\n"
    )
    assert [(leader.name, leader.place) for leader in visit.leaders] == [("Kim Min-ji", HOME)]


def test_a_table_flattened_to_one_line_is_parted_at_its_dates(find: Find) -> None:
    line = (
        "- 교류내용 기간 교류 내용 2016. 5. 2. 허비시 대표단 서초구 방문 2016. 8. 19. 자매결연협정"
        "체결 2019. 4. 17. 산불피해 위로 방문 및 성금 전달 2023. 1. 21. ~ 23. 허비벚꽃축제 참석\n"
    )
    found = find(KOREAN + line)
    assert dates(found) == ["2016-05-02", "2016-08-19", "2019-04-17", "2023-01-21/2023-01-23"]
    assert found[2].sources[0].quote == "2019. 4. 17. 산불피해 위로 방문 및 성금 전달"


def test_a_signing_has_no_direction_unless_it_tells_of_a_visit(find: Find) -> None:
    lines = (
        "- 2015. 5. 1. 허비시장이 자리한 가운데 우호협약 갱신\n"
        "- 2016. 5. 1. 서초구 대표단 우호도시 협정 체결차 허비시 방문\n"
    )
    found = find(f"{KOREAN}### 주요교류내용\n\n{lines}")
    assert told(found) == [("2015-05-01", None), ("2016-05-01", OUT)]


def test_what_goes_on_in_a_sentence_is_by_those_named_first(find: Find) -> None:
    text = "허비시 대표단 10명은 2023년 5월 20일 산업단지를 시찰했으며, 22일에는 의회를 방문했다."
    found = find(f"{KOREAN}{text}\n")
    assert told(found) == [("2023-05-20", BACK), ("2023-05-22", BACK)]
    assert [exchange.people for exchange in found] == [(10,), (10,)]


@pytest.mark.parametrize(
    "text",
    [
        "2019년 허비시를 찾은 관광객은 451만 명이다.",
        "지난 2008년부터 허비시와의 우호관계를 시작했다.",
        "2001년 3월 허비시에서 자매결연을 제의했다.",
        "2011년으로 잡혔던 허비시 방문은 끝내 성사되지 못했다.",
        "부산시도 2021년 6월 허비시에 마스크를 보낸 바 있다.",
        "허비시는 2025년 하반기 답방을 검토하고 있다.",
    ],
)
def test_no_exchange_is_made_of_what_is_none(find: Find, text: str) -> None:
    assert find(f"{KOREAN}{text}\n") == []


@pytest.mark.parametrize(
    "item",
    [
        "2016년 10월 3일 허비시 대표단(계획국장 외 3명) 서초구 방문",
        "2016年10月3日（计划外）鹤壁市代表团访问瑞草区",
        "2016年10月3日 鹤壁市代表团（计划局局长等4人）访问瑞草区",
    ],
)
def test_a_bracket_that_only_opens_like_a_plan_is_told(find: Find, item: str) -> None:
    assert dates(find(f"{KOREAN}- {item}\n")) == ["2016-10-03"]


@pytest.mark.parametrize("note", ["(계획)", "(2016년 추진 중)", "(scheduled for 2016)"])
def test_what_a_bracket_calls_a_plan_is_not_told(find: Find, note: str) -> None:
    assert find(f"{KOREAN}- 2016년 10월 3일 허비시 대표단 서초구 방문 {note}\n") == []


@pytest.mark.parametrize(
    ("given", "gift"),
    [
        ("a standing ovation", False),
        ("a warm farewell", False),
        ("a hero's welcome", False),
        ("a choice of dates", False),
        ("a stone lantern", True),
        ("two bronze bells for the park", True),
    ],
)
def test_what_is_given_must_be_a_thing(find: Find, given: str, gift: bool) -> None:
    found = find(f"{ENGLISH}- On 3 May 2016 a delegation from Hebi gave Seocho {given}\n")
    assert [("gift" in exchange.kinds) for exchange in found] == [gift]


def test_who_comes_on_an_invitation_took_part(find: Find) -> None:
    told = "2019年5月，应鹤壁市政府邀请，瑞草区副区长王明率代表团访问鹤壁市。"
    (visit,) = find(f"{CHINESE}{told}\n")
    assert [leader.name for leader in visit.leaders] == ["王明"]


def test_a_host_who_is_told_of_by_himself_led_nobody(find: Find) -> None:
    told = "2018年2月7日，瑞草区区长朴成中率代表团访问鹤壁市。鹤壁市市长王明会见了朴成中一行。"
    (visit,) = find(f"{CHINESE}{told}\n")
    assert [leader.name for leader in visit.leaders] == ["朴成中"]


def test_a_visit_to_the_other_place_is_told_by_its_goal(find: Find) -> None:
    (visit,) = find(f"{CHINESE}2013年9月13日，市长王明率政府代表团对韩国瑞草区进行友好访问。\n")
    assert visit.direction == BACK
