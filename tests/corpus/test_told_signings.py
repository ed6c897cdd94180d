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
