"""News whose day, partner and people are told in several places, and what news say besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.dates import find_dates
from corpus.exchanges.direction import find_direction
from corpus.exchanges.headcounts import count_people
from corpus.exchanges.kinds import kinds_of
from corpus.gazetteer import Gazetteer

from .written_pages import known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지난 27일부터 내달 1일까지 파견했다", ["2021-12-27/2022-01-01"]),
        ("12月27日至次月3日访问", ["2021-12-27/2022-01-03"]),
        ("내달 5일 협정을 맺는다", []),
        ("市長今率團來訪", ["2021-12-28"]),
        ("昨晚,市长会见了代表团", ["2021-12-27"]),
        ("今天的城市很美", []),
        ("The mayor received them on Monday.", ["2021-12-27"]),
        ("They met on Monday, December 20.", ["2021-12-20"]),
        ("They come on Mondays.", []),
        (
            "The team landed on July 13th and gave a concert on the 25th.",
            ["2021-07-13", "2021-07-25"],
        ),
    ],
)
def test_days_that_news_count_from_their_own(text: str, expected: list[str]) -> None:
    assert [d.edtf for d in find_dates(text, published="2021-12-28")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a party of 18 including 6 students", (18,)),
        ("의원 20명(공무원 5명 포함)이 방문", (20,)),
        ("一行18人,其中学生6人", (18,)),
        ("서초구 20명(학생 15명 포함), 학벽시 10명이 참가했다", (20, 10)),
        ("20 people including 15 students came and 10 people from Hebi hosted", (20, 10)),
        ("代表团20人,其中学生15人,鹤壁市派出10人", (20, 10)),
        ("12 people, including 8 pupils and 4 teachers", (8, 4)),
        ("while 46 people attended, 32 from Namwon and 14 from Iksan", (32, 14)),
        ("46 people attended, 30 from Namwon and 14 from Iksan", (46,)),
    ],
)
def test_some_of_those_who_came_are_counted_already(text: str, expected: tuple[int, ...]) -> None:
    assert count_people(text) == expected


def test_an_anniversary_of_an_agreement_is_no_signing() -> None:
    assert "signing" not in kinds_of("They celebrated the 10th anniversary of the agreement.")
    assert "signing" not in kinds_of("为庆祝缔结友好城市十周年,赠送樱花树苗")
    assert "signing" in kinds_of("They signed an agreement on the 10th anniversary.")


@pytest.mark.parametrize(
    "text",
    [
        "A delegation of 9 from Karatsu visited Yeosu to promote mutual understanding.",
        "为纪念丽水市与唐津市结为友好城市十周年，唐津市向丽水市赠送樱花树苗。",
    ],
)
def test_who_came_is_told_beside_what_both_had(text: str, gazetteer: Gazetteer) -> None:
    parties = ("yeosu", "karatsu")
    assert find_direction(text, parties, gazetteer) == ("karatsu", "yeosu")


def test_the_headline_names_the_partner_and_a_later_sentence_the_people(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "여수시, 일본 가라쓰시와 우호협정\n승인 2021.06.09 13:10\n\n"
        "여수시는 지난 7일 일본 가라쓰시와 우호도시 협정을 체결했다고 8일 밝혔다.\n\n"
        "두 도시는 문화와 관광에서 힘을 모은다. 학생들도 서로를 알아 간다.\n\n"
        "김민수 여수시장과 나카무라 겐지 가라쓰시장은 협정서에 서명하고 기념품을 나눴다.\n\n"
        "청사 회의실에서 열린 협정식에는 두 시 관계자 50여 명이 참석했다.\n"
    )
    (signing,) = known(tmp_path, gazetteer, page).exchanges
    assert (signing.date, signing.people or (50,)) == ("2021-06-07", (50,))
    assert {person.name for person in signing.leaders} >= {"김민수"}


@pytest.mark.parametrize(
    "told",
    [
        "In 1990 a proposal to form a sister city came from Karatsu.",
        "In 1992 the Yeosu Friendship Association was established for exchanges with Karatsu.",
        "Since 1995, both sides exchanged visits of more than 9,000 people, and so did Karatsu.",
    ],
)
def test_what_is_no_event_between_the_two(told: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = f"Sister Cities of Yeosu\n\nKaratsu, Japan\n\n{told}\n"
    assert not known(tmp_path, gazetteer, page).exchanges


_NEWS = "여수시, 일본 가라쓰시 방문\n승인 2021.06.09 13:10\n\n"


def test_a_line_below_the_headline_tells_how_many_went(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        f"{_NEWS}김민수 시장 등 12명 3일부터 사흘간 축제 참가\n\n"
        "여수시 대표단이 지난 3일 자매도시인 일본 가라쓰시를 방문했다."
    )
    (visit,) = known(tmp_path, gazetteer, page).exchanges
    assert (visit.date, visit.people) == ("2021-06-03", (12,))


def test_of_several_cities_a_visit_is_to_the_one_of_the_headline(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        f"{_NEWS}여수시 대표단이 지난 3일부터 5일까지 일본 가라쓰시와 후쿠오카시, 도쿄 등을 "
        "방문했다.\n\n"
        "김민수 여수시장과 박정우 여수시의회 의장 등으로 구성된 이번 대표단은 "
        "2011년 협정을 맺은 가라쓰시를 둘러봤다.\n\n"
        "시는 후쿠오카시와도 1999년 자매결연을 맺었다."
    )
    found = known(tmp_path, gazetteer, page).exchanges
    visit = next(e for e in found if e.date == "2021-06-03/2021-06-05")
    assert "karatsu" in visit.places
    assert [(p.name, p.office) for p in visit.leaders] == [
        ("김민수", "시장"),
        ("박정우", "시의회 의장"),
    ]


def test_one_day_told_in_two_sentences_is_one_visit(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "高雄與釜山簽意向書\n\n2021/6/9 17:53(6/9 19:12 更新)\n\n"
        "高雄市長王大明今天和釜山市長金哲洙簽署文化交流意向書，宣示兩市開啟文化交流。\n\n"
        "金哲洙率領17人的訪問團今天拜訪高雄市政府，參觀圖書館與文化中心。\n"
    )
    (visit,) = known(tmp_path, gazetteer, page).exchanges
    assert (visit.date, visit.people) == ("2021-06-09", (17,))
    assert visit.direction == ("busan", "kaohsiung")


@pytest.mark.parametrize(
    "told",
    [
        # When somebody heard of it, or how long it has been.
        "记者昨日从市外办获悉，两市友好交流日益密切，唐津市代表团多次来访。",
        "两市今年迈入结好第三十年，双方结为姐妹城市意义深远。",
        "両市の交流\n两市确定至2024年派遣代表团隔年互访唐津市。",
        # What was signed before, by those whom the news are about.
        "여수시는 2013년 6월 우호협력의향서를 체결한 가라쓰시를 알리고 있다.",
        # A label in brackets.
        "일본 가라쓰시(우호도시 체결 : 2005년 5월 18일)",
    ],
)
def test_a_date_of_something_else_makes_no_event(
    told: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = f"여수시, 일본 가라쓰시\n승인 2021.06.09 13:10\n\n여수시와 가라쓰시.\n\n{told}"
    assert not known(tmp_path, gazetteer, page).exchanges


def test_what_news_go_on_with_is_not_of_the_signing_long_ago(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        f"{_NEWS}여수시 대표단 12명이 지난 3일 가라쓰시를 방문했다.\n\n"
        "여수시와 가라쓰시는 2005년 5월 자매도시 협정을 맺었다. 대표단은 시청을 방문해 환담했다."
    )
    found = known(tmp_path, gazetteer, page).exchanges
    signing = next(e for e in found if e.date == "2005-05")
    assert signing.kinds == ("signing",)


def test_an_entry_keeps_its_day_beside_the_year_of_the_festival(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "여수시 자매도시\n\n일본 가라쓰시\n\n추진경위\n"
        "1. 2010. 3. 17. : 2010년 가라쓰시 축제 개막식 참석(여수시장 외 22명)\n"
        "2. 2011. 2. 24. : 자매결연 체결\n"
        "3. 2012. 8. 2. 2012. 8. 5. 가라쓰시 합창단 여수시 방문\n"
    )
    dates = [e.date for e in known(tmp_path, gazetteer, page).exchanges]
    assert dates == ["2010-03-17", "2011-02-24", "2012-08-02/2012-08-05"]


def test_items_below_a_line_that_announces_them(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "Karatsu, Japan\n\nYeosu and Karatsu exchange citizens of both cities. "
        "Over the years the city has held the following events:\n\n"
        "- Youth Study Programs in Yeosu (2005, 2013)\n- Book Donation to Libraries (2006)\n"
    )
    page = f"Sister Cities of Yeosu City\n\n{page}"
    found = known(tmp_path, gazetteer, page).exchanges
    assert [e.date for e in found] == ["2005", "2013", "2006"]


def test_the_dateline_of_an_agency_dates_nothing(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "Yeosu welcomes delegation from sister city Karatsu\nPosted on June 14, 2022\n\n"
        "YEOSU, June 14 - A 12-member delegation led by Kenji Nakamura, vice mayor of Karatsu, "
        "visited Yeosu City on Monday to mark the 20th anniversary of the agreement.\n"
    )
    (visit,) = known(tmp_path, gazetteer, page).exchanges
    assert (visit.date, visit.people, visit.direction) == (
        "2022-06-13",
        (12,),
        ("karatsu", "yeosu"),
    )
    assert "signing" not in visit.kinds


def test_the_head_of_a_place_in_brackets_took_no_part(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        f"{_NEWS}여수시(시장 김민수)는 3일부터 2박 3일 일정으로 자매도시인 일본 가라쓰시를 "
        "방문했다고 8일 밝혔다.\n박정우 부시장을 단장으로 한 방문단 15명은 항만을 둘러봤다.\n"
    )
    (visit,) = known(tmp_path, gazetteer, page).exchanges
    assert (visit.date, visit.people) == ("2021-06-03", (15,))
    assert [person.name for person in visit.leaders] == ["박정우"]


def test_the_order_of_numbers_is_that_of_other_dates(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "Yeosu City International Relations\n\nKaratsu (Japan)\n\nExchanges\n"
        "- 12/06/2007: Karatsu council members visited Yeosu\n"
        "- 06/15/2008: the mayor of Yeosu visited Karatsu\n"
    )
    found = known(tmp_path, gazetteer, page).exchanges
    assert [e.date for e in found] == ["2007-12-06", "2008-06-15"]
    (alone,) = known(tmp_path, gazetteer, page.replace("06/15/2008", "June 15, 2008")).exchanges
    assert alone.date == "2008-06-15"


def test_rows_without_columns_keep_the_number_of_their_last(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "여수시 국제교류\n\n자매도시 일본 가라쓰시\n\n교류현황\n일시 내용 인원\n"
        "2019.05.02~05.05 가라쓰시 대표단 여수시 방문(축제) 8\n"
        "2018.11.02 여수시 대표단 가라쓰시 축제 참가 12\n"
        "2017.10 국제교류위원회 정기회의 15\n"
        "2016.08 가라쓰시 홈스테이 참가 학생 모집 공고 20\n"
    )
    found = known(tmp_path, gazetteer, page).exchanges
    assert [(e.date, e.people) for e in found] == [
        ("2019-05-02/2019-05-05", (8,)),
        ("2018-11-02", (12,)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "일본 가라쓰시(2005년 5월 18일 자매결연 체결)",
        "日本 唐津市(2005年5月18日缔结)",
        "Karatsu, Japan (signed May 18, 2005)",
    ],
)
def test_a_line_of_a_list_of_partners_is_no_event(
    line: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = f"여수시 자매도시\n\n여수시는 세계 여러 도시와 자매결연을 맺었다.\n\n- {line}\n"
    assert not known(tmp_path, gazetteer, page).exchanges


@pytest.mark.parametrize(
    "told",
    [
        "As of 1999, Karatsu and Imari were sister cities.",
        "Night of Karatsu, a Yeosu sister city festival (held annually since 2003).",
        "2012年4月，唐津市长访问丽水市，表达了与丽水市建立友好关系、拓展合作的意愿。",
    ],
)
def test_what_was_wished_or_was_so_already_is_no_signing(
    told: str, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = f"Sister Cities of Yeosu City\n\nKaratsu, Japan\n\n{told}\n"
    facts = known(tmp_path, gazetteer, page).facts
    assert not [fact for fact in facts if fact.property == "signed"]


def test_labels_of_the_formation_of_ties(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "Sister Cities of Yeosu City\n\nKaratsu, Japan\n\n"
        "- Formation of sisterhood ties : May 18, 2005 (at Karatsu City Hall)\n"
        "- Phone : 0955-72-9111∼5 FAX : 0955-72-9180\n"
    )
    facts = {(f.property, f.value.text) for f in known(tmp_path, gazetteer, page).facts}
    assert {("signing_place", "Karatsu City Hall"), ("phone", "0955-72-9111∼5")} <= facts


def test_a_chinese_line_goes_on_below_a_word_that_asks_for_more(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    page = (
        "威海市友好城市\n\n威海市与丽水市于1995年2月27日经\n"
        "山东省对外友好协会介绍，正式缔结为友好城市。\n"
    )
    (signing,) = known(tmp_path, gazetteer, page).exchanges
    assert (signing.date, signing.kinds) == ("1995-02-27", ("signing",))


def test_a_date_inside_a_clause_leaves_it_whole(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (
        "Sister Cities of Yeosu City\n\nKaratsu, Japan\n\n"
        "Yeosu sent a party of 33 in 1996 to Karatsu to prepare the tie, and then the sister city "
        "agreement was signed between Yeosu and Karatsu on the 25th of June at the town hall.\n"
    )
    found = known(tmp_path, gazetteer, page).exchanges
    assert [(e.date, e.kinds[0]) for e in found] == [("1996", "visit"), ("1996-06-25", "signing")]
