"""Which date, partner and people of a sentence are those of a signing, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.model import Knowledge
from tests.corpus.written_pages import known

_NEWS = {
    "ko": "여수시, 해외 도시와 교류\n\n등록일: 2019-05-20\n\n",
    "zh": "烟台市对外交流新闻\n\n发布时间：2019-05-20\n\n",
    "en": "City of Geelong news\n\nPublished: 20 May 2019\n\n",
}


def read(tmp_path: Path, gazetteer: Gazetteer, language: str, text: str) -> Knowledge:
    return known(tmp_path, gazetteer, _NEWS[language] + text + "\n")


def signed(knowledge: Knowledge) -> set[tuple[str, str, str]]:
    """(partner, stage, date) of each signing of the page's own place."""
    home = knowledge.home or ""
    return {
        (next(p for p in tie.places if p != home), stage.kind, stage.date)
        for tie in knowledge.ties
        for stage in tie.stages
        if stage.date
    }


DATES = [
    # The visit that came first, exchanges that went before, the day on which it was told.
    (
        "ko",
        "여수시와 벳푸시는 지난 1990년 벳푸시 경제인단 방문을 시작으로 1995년 우호교류 협정을"
        " 체결한 뒤 여러 분야에서 교류하고 있다.",
        {("beppu", "friendship", "1995")},
    ),
    ("ko", "이번 자매결연 협정은 2009년부터 이어 온 여수시와 벳푸시의 교류로 이뤄졌다.", set()),
    ("ko", "여수시와 벳푸시의 이번 협약 체결은 2011년부터 계속된 교류가 밑거름이 됐다.", set()),
    (
        "ko",
        "여수시는 벳푸시와 2005년 자매결연을 맺었다고 17일 밝혔다.",
        {("beppu", "sister", "2005")},
    ),
    ("zh", "此次签约是在烟台市与别府市2008年以来不断交流的基础上实现的。", set()),
    (
        "en",
        "The visits and letters that led to the establishment of the sister city relationship"
        " with Izumiotsu began in 1986. The Geelong agreement was signed in 1990.",
        {("izumiotsu-shi", "agreement", "1990")},
    ),
    (
        "ko",
        "오는 25일 벳푸시장이 여수시를 찾아 지난 1994년 11월 체결한 양 도시의 우호교류 협정서를"
        " 갱신 체결한다.",
        {("beppu", "friendship", "1994-11")},
    ),
    (
        "ko",
        "구에 따르면 여수시장은 지난 12일 벳푸시를 방문해 시의회 의장을 비롯한 70여명이 참석한"
        " 가운데 벳푸시의회 본회의장에서 자매결연 체결에 관한 협정서에 서명했다.",
        {("beppu", "sister", "2019-05-12")},
    ),
    # Another partner, told of before the one of the news.
    (
        "ko",
        "여수시장은 “2003년 중국 웨이하이시와 자매결연한 이후 16년 만에 벳푸시와 자매결연하게"
        " 됐다”고 말했다.",
        {("weihai", "sister", "2003")},
    ),
    (
        "zh",
        "烟台市继1994年与韩国群山市结为友好城市之后，时隔多年又与日本别府市正式缔结友好城市关系。",
        {("gunsan", "friendship", "1994")},
    ),
    # The news itself, by its day alone or by a word.
    (
        "ko",
        "여수시는 지난 16일 시청에서 일본 벳푸시와 자매결연을 갖고 교류를 약속했다.",
        {("beppu", "sister", "2019-05-16")},
    ),
    (
        "ko",
        "여수시(시장 권오봉)와 일본 벳푸시(시장 나가노 야스히로)가 16일 여수문화홀에서 우호도시"
        " 협약식을 가졌다.",
        {("beppu", "friendship", "2019-05-16")},
    ),
    ("zh", "烟台市今日透过视讯与日本别府市缔结为姊妹市。", {("beppu", "sister", "2019-05-20")}),
    (
        "zh",
        "烟台市与日本别府市16日正式签署友好交流协定。",
        {("beppu", "friendship", "2019-05-16")},
    ),
    (
        "en",
        "The mayors of Geelong and Izumiotsu signed a Memorandum of Understanding on Thursday.",
        {("izumiotsu-shi", "memorandum", "2019-05-16")},
    ),
    # A year told with how long ago it was, and places that only say where a partner lies.
    (
        "en",
        "Geelong and the town of Izumiotsu have worked together for the past 30 years after"
        " entering into a Sister City Agreement on 1 August 1988.",
        {("izumiotsu-shi", "sister", "1988-08-01")},
    ),
    (
        "en",
        "The city of Izumiotsu, which is south of Osaka, first signed the sister city agreement"
        " with Geelong in 2008.",
        {("izumiotsu-shi", "sister", "2008")},
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_a_signing_has_its_own_date_and_partner(
    tmp_path: Path,
    gazetteer: Gazetteer,
    language: str,
    text: str,
    expected: set[tuple[str, str, str]],
) -> None:
    assert signed(read(tmp_path, gazetteer, language, text)) == expected


def test_the_year_of_a_tie_is_none_of_the_ceremony_now(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = "협약식은 2001년 자매결연을 맺은 벳푸시와 여수시가 교류를 넓히기 위해 열렸다."
    knowledge = read(tmp_path, gazetteer, "ko", text)
    assert signed(knowledge) == {("beppu", "sister", "2001")}
    assert not any("ceremony" in exchange.kinds for exchange in knowledge.exchanges)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mayor Shibata of Izumiotsu met Mayor Ken Lim of Geelong on 3 May 2019."),
        ("ko", "지난 3일 나가노 야스히로 벳푸시장과 권오봉 여수시장이 여수시에서 만났다."),
    ],
)
def test_the_name_of_a_mayor_is_no_place(
    tmp_path: Path, gazetteer: Gazetteer, language: str, text: str
) -> None:
    knowledge = read(tmp_path, gazetteer, language, text)
    named = {place for exchange in knowledge.exchanges for place in exchange.places}
    assert named <= {"geelong", "izumiotsu-shi", "yeosu", "beppu"}


def test_the_office_of_two_signatories_stands_once(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = (
        "Sister city agreements between Geelong and Izumiotsu were signed by Mayors David Smith"
        " and Kichiro Tanaka in 1991."
    )
    knowledge = read(tmp_path, gazetteer, "en", text)
    told = [fact.value.text for fact in knowledge.facts if fact.property == "signatories"]
    assert told == ["Mayors David Smith and Kichiro Tanaka"]


PLACES = [
    (
        "ko",
        "여수시는 지난 16일 일본 벳푸시와 자매결연 협약식을 개최했다.\n\n"
        "이날 여수시청 소회의실에서 진행된 협약식에는 두 시장이 참석했다.",
        "여수시청 소회의실",
    ),
    (
        "zh",
        "烟台市、别府市昨日缔结姊妹市。缔盟仪式于上午十时假烟台市政府三楼会议室举行。",
        "烟台市政府三楼会议室",
    ),
    (
        "en",
        "Geelong and Izumiotsu signed a friendship agreement on 16 May 2019.\n\n"
        "The signing ceremony was held at Geelong Town Hall.",
        "Geelong Town Hall",
    ),
]


@pytest.mark.parametrize(("language", "text", "place"), PLACES)
def test_where_it_was_signed_may_be_told_behind(
    tmp_path: Path, gazetteer: Gazetteer, language: str, text: str, place: str
) -> None:
    knowledge = read(tmp_path, gazetteer, language, text)
    told = [fact.value.text for fact in knowledge.facts if fact.property == "signing_place"]
    assert told == [place]


def test_the_head_of_a_place_in_brackets_is_no_room(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "여수시(시장 권문실)와 벳푸시가 16일 여수시청 3층 상황실에서 자매결연 협약식을 가졌다."
    knowledge = read(tmp_path, gazetteer, "ko", text)
    told = [fact.value.text for fact in knowledge.facts if fact.property == "signing_place"]
    assert told == ["여수시청 3층 상황실"]


def test_years_of_the_republic_may_be_spelt(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = (
        "宜蘭市公所新聞\n\n宜蘭市於民國七十年與日本別府市締結姊妹市，今年(九十八年)又與日本下關市"
        "締結姊妹市。\n"
    )
    told = signed(known(tmp_path, gazetteer, text))
    assert told == {("beppu", "sister", "1981"), ("shimonoseki", "sister", "2009")}


def documents(knowledge: Knowledge) -> set[str]:
    return {fact.value.text for fact in knowledge.facts if fact.property == "agreement"}


def test_documents_of_one_list_are_told_each(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "2012年，烟台市与别府市又分别签署了《教育交流协议书》《公务员互派协议书》。"
    told = documents(read(tmp_path, gazetteer, "zh", text))
    assert told == {"教育交流协议书", "公务员互派协议书"}


def test_a_document_without_a_date_is_told(tmp_path: Path, gazetteer: Gazetteer) -> None:
    text = "In addition, Geelong signed a Friendship City Agreement with Lianyungang."
    assert documents(read(tmp_path, gazetteer, "en", text)) == {"Friendship City Agreement"}
    headline = "Geelong Signs Friendship City Agreement with Lianyungang"
    assert documents(read(tmp_path, gazetteer, "en", headline)) == set()


@pytest.mark.parametrize(
    ("day", "expected"),
    [("22 May 2019", {("izumiotsu-shi", "friendship", "2019-05")}), ("2 May 2019", set())],
)
def test_a_week_has_the_month_that_all_of_it_has(
    tmp_path: Path, gazetteer: Gazetteer, day: str, expected: set[tuple[str, str, str]]
) -> None:
    text = (
        f"City of Geelong news\n\nPublished: {day}\n\n"
        "Geelong and the Japanese city of Izumiotsu signed a friendship agreement this week.\n"
    )
    assert signed(known(tmp_path, gazetteer, text)) == expected


NUMBERS = [
    ("ko", "인구 119만 명의 히로시마시는 일본 서부의 도시다.", {"hiroshima": 1_190_000}),
    ("zh", "别府市人口约12万。烟台市是拥有710万人口的海滨城市。", {"beppu": 120_000}),
    (
        "en",
        "Geelong, a city of 250,000 people, signed a sister city agreement with Izumiotsu, which"
        " has about 75,000 residents, in 1992.",
        {"geelong": 250_000, "izumiotsu-shi": 75_000},
    ),
    # An unknown place is no partner of the page.
    ("en", "Our sister city is Izumiotsu.\n\nGrumbury has a population of 5,000.", {}),
]


@pytest.mark.parametrize(("language", "text", "expected"), NUMBERS)
def test_a_population_is_that_of_the_place_it_is_told_of(
    tmp_path: Path,
    gazetteer: Gazetteer,
    language: str,
    text: str,
    expected: dict[str, int],
) -> None:
    facts = read(tmp_path, gazetteer, language, text).facts
    told = {fact.subject: fact.value.number for fact in facts if fact.property == "population"}
    assert {subject: told[subject] for subject in expected} == expected
    assert told.keys() - {"yantai"} == expected.keys()
