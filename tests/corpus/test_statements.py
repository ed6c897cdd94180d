"""Stages, beginnings and proposals that natural sentences tell, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge, Page
from tests.corpus.written_pages import written


def told(
    tmp_path: Path, gazetteer: Gazetteer, text: str, title: str = "위해시", home: str = "마포구"
) -> tuple[Page, Knowledge]:
    page = written(tmp_path, f"---\npublisher: {home}\n---\n# {title}\n\n{text}\n", "page.md")
    return page, extract(page, gazetteer)


STAGES = [
    # English
    ("Mapo-gu became a sister city of Weihai on May 9, 2003.", {("sister", "2003-05-09")}),
    ("Mapo-gu has been twinned with Weihai since 1998.", {("sister", "1998")}),
    (
        "Mapo-gu and Weihai signed a memorandum of understanding on 4 June 2015 in Weihai;"
        " Mayor Kim Chul-soo and Mayor Zhang Hui signed.",
        {("memorandum", "2015-06-04")},
    ),
    (
        "The two cities formally established friendly relations in May 2004.",
        {("friendship", "2004-05")},
    ),
    (
        "On October 13, 2016, a friendship agreement between Mapo-gu and Weihai was signed"
        " at Mapo City Hall.",
        {("friendship", "2016-10-13")},
    ),
    (
        "A letter of intent to conclude a sister city agreement was signed with Weihai in 2001.",
        {("intent", "2001")},
    ),
    (
        "The sister city relationship was established on 3 March 1999.",
        {("sister", "1999-03-03")},
    ),
    (
        "Since signing the friendship agreement in 2004, Mapo-gu and Weihai have exchanged"
        " delegations.",
        {("friendship", "2004")},
    ),
    (
        "Mapo-gu and Weihai renewed the agreement on May 9, 2013, on the 10th anniversary of"
        " the sister city agreement.",
        {("renewal", "2013-05-09")},
    ),
    (
        "Two years after the memorandum, Mapo-gu became a sister city of Weihai in June 2005.",
        {("sister", "2005-06")},
    ),
    (
        "In 2008 Mapo-gu entered into a friendship city agreement with Weihai.",
        {("friendship", "2008")},
    ),
    ("Mapo-gu and Weihai signed an agreement on May 6, 2009.", {("agreement", "2009-05-06")}),
    (
        "The two mayors inked an MOU on tourism in Weihai on April 2, 2012.",
        {("memorandum", "2012-04-02")},
    ),
    ("Weihai and Mapo-gu have been sister cities since November 1994.", {("sister", "1994-11")}),
    # Korean
    ("마포구는 2003년 5월 9일 위해시와 자매결연 협정을 체결하였다.", {("sister", "2003-05-09")}),
    ("마포구가 위해시와 자매결연을 맺은 것은 1998년이다.", {("sister", "1998")}),
    ("마포구와 위해시는 2004년 10월 5일 우호도시가 되었다.", {("friendship", "2004-10-05")}),
    (
        "2021년 4월 7일 위해시와의 우호협력에 관한 양해각서(MOU)를 서면으로 체결하였다.",
        {("memorandum", "2021-04-07")},
    ),
    ("2016년 9월 위해시와 우호도시 관계 수립 의향서에 서명했다.", {("intent", "2016-09")}),
    (
        "위해시와 자매결연 10주년을 맞아 2013년 5월 9일 재협약을 체결했다.",
        {("renewal", "2013-05-09")},
    ),
    ("2018년 6월 우호협력 협정을 갱신하였다.", {("renewal", "2018-06")}),
    ("- 위해시와 우호협력 협약 체결(2007. 3. 2.)", {("friendship", "2007-03-02")}),
    ("- 2010.11.02. 마포구-위해시 자매결연 체결", {("sister", "2010-11-02")}),
    ("위해시와는 2001년 우호교류 의향서를 교환하였다.", {("intent", "2001")}),
    (
        "양해각서 체결 3년 후인 2019년 11월 3일 위해시와 자매결연을 맺었다.",
        {("sister", "2019-11-03")},
    ),
    ("두 도시는 1997년 4월 11일 자매결연을 하였습니다.", {("sister", "1997-04-11")}),
    (
        "마포구와 위해시는 1999년 10월 21일 우호교류 비망록을 조인했다.",
        {("memorandum", "1999-10-21")},
    ),
    ("1996년 자매결연을 체결한 이래 두 도시는 활발히 교류해 왔다.", {("sister", "1996")}),
    # Chinese
    ("2016年9月，麻浦区与威海市签署了友好交流意向书。", {("intent", "2016-09")}),
    ("麻浦区于2003年5月9日与威海市缔结为友好城市。", {("friendship", "2003-05-09")}),
    ("1994年11月，麻浦区与威海市结为姐妹城市。", {("sister", "1994-11")}),
    ("两市于1985年4月19日正式建立友好城市关系。", {("friendship", "1985-04-19")}),
    ("2013年5月，双方续签友好合作协议。", {("renewal", "2013-05")}),
    ("麻浦区与威海市自2004年签署友好城市协议以来，交往不断。", {("friendship", "2004")}),
    ("2015年6月4日，兩市簽署友好交流合作備忘錄。", {("memorandum", "2015-06-04")}),
    ("2008年，麻浦區與威海市正式締結姊妹市。", {("sister", "2008")}),
    ("2017年9月，双方以通讯方式签署友好城市协议。", {("friendship", "2017-09")}),
    # No stage
    ("In 2009 Mapo-gu and Weihai agreed to sign a sister city agreement.", set()),
    ("In 2007 they celebrated the 10th anniversary of the sister city agreement.", set()),
    ("In May 2010 a hospital in Mapo-gu and Weihai Hospital signed a friendship agreement.", set()),
    ("The friendship agreement will be signed in May 2030.", set()),
    ("The sister city agreement planned for 2020 was postponed.", set()),
    (
        "On May 3, 2011 the mayor of Weihai visited Mapo-gu to discuss a sister city agreement.",
        set(),
    ),
    ("2023년 9월 위해시와 양해각서를 체결할 예정이다.", set()),
    ("2012년 8월 마포구의회와 위해시 인민대표대회가 우호교류 의향서를 체결하였다.", set()),
    ("2015년 3월 위해시 대표단이 방문하여 자매결연 체결을 논의하였다.", set()),
    ("2013년 5월 자매결연 10주년 기념식을 열었다.", set()),
    ("2011년 두 도시의 초등학교가 자매결연을 맺었다.", set()),
    ("2014년 3월 위해시와 우호협정을 맺기로 하였다.", set()),
    ("2018年5月，两市高中签订友好学校协议，威海市第一中学与麻浦高中参加。", set()),
    ("2019年3月，威海市代表团来访，商谈签署友好城市协议事宜。", set()),
    ("2014年，举行缔结友好城市10周年纪念活动。", set()),
    ("2022年拟与威海市签署友好协议。", set()),
    ("结好前的1989年9月，威海市市长率团来访。", set()),
    ("Mapo-gu is also planning to sign a friendship agreement with Weihai in 2022.", set()),
]


@pytest.mark.parametrize(("text", "stages"), STAGES)
def test_a_sentence_tells_the_stages_that_it_says_were_reached(
    tmp_path: Path, gazetteer: Gazetteer, text: str, stages: set[tuple[str, str]]
) -> None:
    _, knowledge = told(tmp_path, gazetteer, text)
    found = {(f.stage, f.value.edtf) for f in knowledge.facts if f.property == "signed"}
    assert found == stages


BEGINNINGS = [
    ("Exchanges with Weihai began in 2006, when growers met at a fair.", ("began", "2006")),
    ("Friendly exchanges between Mapo-gu and Weihai started in 2005.", ("began", "2005")),
    (
        "Friendly relationships between the two districts were established in 2007.",
        ("began", "2007"),
    ),
    ("위해시와의 교류는 1999년부터 시작되었다.", ("began", "1999")),
    ("麻浦区与威海市的交往始于1992年。", ("began", "1992")),
    ("두 도시의 만남은 2019년 4월 위해시 관계자가 찾으면서 시작됐다.", ("began", "2019-04")),
    ("Contacts with Weihai date from 2007.", ("began", "2007")),
    ("两市自1995年开始友好交流。", ("began", "1995")),
    ("In March 2001 Weihai first proposed a sister city relationship.", ("proposed", "2001-03")),
    ("- 위해시 대표 마포구 방문, 결연 제의 (1998년 10월 21일)", ("proposed", "1998-10-21")),
    ("2016年3月，威海市首次提出与麻浦区结好。", ("proposed", "2016-03")),
    ("The student exchange programme began in 2012.", None),
    ("2008년 두 도시 학교 간 교류가 시작되었다.", None),
]


@pytest.mark.parametrize(("text", "expected"), BEGINNINGS)
def test_a_beginning_and_a_proposal_are_no_signing(
    tmp_path: Path, gazetteer: Gazetteer, text: str, expected: tuple[str, str] | None
) -> None:
    _, knowledge = told(tmp_path, gazetteer, text)
    found = [
        (f.property, f.value.edtf)
        for f in knowledge.facts
        if f.property in ("began", "proposed", "signed")
    ]
    assert found == ([expected] if expected else [])


SEVERAL = [
    "Mapo-gu signed sister city agreements with Weihai in 2001, Dalian in 2003 and Hebi in 2010.",
    "마포구는 위해시(2001년), 대련시(2003년), 학벽시(2010년)와 자매결연을 맺었다.",
    "麻浦区先后与威海市（2001年）、大连市（2003年）、鹤壁市（2010年）结为姐妹城市。",
    "마포구는 2001년 위해시, 2003년 대련시, 2010년 학벽시와 자매결연을 체결하였다.",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_a_list_of_partners_gives_each_its_own_date(
    tmp_path: Path, gazetteer: Gazetteer, text: str
) -> None:
    _, knowledge = told(tmp_path, gazetteer, text, "마포구의 국제교류")
    dates = {
        next(p for p in tie.places if p != knowledge.home): [s.date for s in tie.stages]
        for tie in knowledge.ties
    }
    named = {gazetteer.named(name)[0] for name in ("위해시", "대련시", "학벽시")}
    assert set(dates) == named
    assert sorted(date for found in dates.values() for date in found if date) == [
        "2001",
        "2003",
        "2010",
    ]
    assert dates[gazetteer.named("대련시")[0]] == ["2003"]


def test_a_sentence_about_another_place_than_its_section_belongs_to_that_place(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = (
        "## 위해시\n\n- 결연일 : 2003년 5월 9일\n\n"
        "마포구는 2010년 11월 2일 학벽시와도 자매결연을 맺었다.\n\n"
        "위해시는 1998년 부산광역시와 자매결연을 체결하였다.\n"
    )
    _, knowledge = told(tmp_path, gazetteer, text, "자매도시")
    dates = {
        next(p for p in tie.places if p != knowledge.home): [s.date for s in tie.stages]
        for tie in knowledge.ties
    }
    weihai, hebi = gazetteer.named("위해시")[0], gazetteer.named("학벽시")[0]
    assert dates == {weihai: ["2003-05-09"], hebi: ["2010-11-02"]}
