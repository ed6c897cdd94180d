"""Lists and tables as sites of municipalities and encyclopedias write them, on other places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.facts.values import count_units
from corpus.gazetteer import load_gazetteer
from corpus.knowledge import extract
from corpus.labels import is_label, structure_of
from corpus.model import Knowledge
from corpus.people import find_people
from corpus.reading.flat_rows import join_flat
from corpus.reading.table_captions import is_caption
from corpus.sentences import sentence_spans
from corpus.ties.statements import find_statements
from tests.corpus.written_pages import written

GAZETTEER = load_gazetteer()
Told = dict[tuple[str, str], object]
Tell = Callable[..., Knowledge]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    def told(text: str, name: str = "a.txt") -> Knowledge:
        page = written(tmp_path, text, name)
        return extract(page, GAZETTEER)

    return told


def _facts(known: Knowledge, home: str) -> Told:
    return {
        (f.subject.removeprefix(f"{home}--").removesuffix(f"--{home}"), f.property): (
            f.value.edtf or f.value.number or f.value.text
        )
        for f in known.facts
    }


def _stages(known: Knowledge) -> dict[str, str]:
    return {next(p for p in t.places if p != known.home): t.stages[0].kind for t in known.ties}


CAPTIONED = (
    "여수시의 국제교류\n\n여수시 자매도시 현황\n\n"
    "여수시의 자매도시 도시명 국가지역명 결연일자 면적 인구 도시 특징 홈페이지로 이루어진 표\n"
    "도시명 국가/지역명 결연일자 면적((㎢) 인구(천명) 도시 특징 홈페이지\n"
    "하카타(Hakata) 일본 / 후쿠오카현 ’65. 3. 2. 31.5 249.1 항구와 온천의 도시 바로가기\n"
    "웨이하이(Weihai) 중국 / 산둥성 ’95. 2. 27. 5,797 2,806 해안 휴양 도시 누리집 바로가기\n"
    "다롄(Dalian) 중국 / 랴오닝성 ’08. 7. 1. 13,237 7,450 항만 도시\n"
)


def test_a_caption_that_lists_the_columns_is_no_header(tell: Tell) -> None:
    found = _facts(tell(CAPTIONED), "yeosu")
    assert found["weihai", "population"] == 2_806_000
    assert found["weihai", "area"] == 5797
    assert found["weihai", "features"] == "해안 휴양 도시"
    assert found["dalian", "features"] == "항만 도시"


def test_two_digits_of_a_year_to_come_are_of_the_century_before(tell: Tell) -> None:
    dates = {f.value.edtf for f in tell(CAPTIONED).facts if f.property == "signed"}
    assert dates == {"1965-03-02", "1995-02-27", "2008-07-01"}


@pytest.mark.parametrize(
    ("line", "below", "is_one"),
    [
        ("자매도시 연번, 도시명, 체결일로 구성된 표", "", True),
        ("우호도시 현황을 나타낸 표입니다.", "", True),
        ("자매도시 목록 국가 도시명 체결일", "국가 도시명 체결일", True),
        ("국가 도시명 체결일", "국가 도시명 체결일", False),
        ("국가 도시명 체결일", "일본 하기시 1968. 10. 29.", False),
    ],
)
def test_what_a_caption_of_a_table_is(line: str, below: str, is_one: bool) -> None:
    assert is_caption(line, below) is is_one


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("국가/지역명", "country"),
        ("城市或地區", "place"),
        ("国家或地区", "country"),
        ("来源及备注", "note"),
        ("Country or territory", "country"),
        ("Date and place", None),
    ],
)
def test_labels_that_name_two_things(label: str, kind: str | None) -> None:
    assert structure_of(label) == kind
    assert is_label(label) is (kind is not None)


OWN = "安徽省管辖区 友好管辖区 国家或地区 大洲 结好日期 来源及备注\n"


def test_the_own_place_stands_in_the_first_row_alone() -> None:
    rows = join_flat(
        [
            OWN.strip(),
            "安徽省 高知縣  日本 亚洲 1994年11月8日",
            "下薩克森州  德國 歐洲 1984年9月1日",
            "京畿道   亚洲 1997年10月5日",
        ]
    )
    assert rows[1] == "| 安徽省 | 高知縣 | 日本 | 亚洲 | 1994年11月8日 | - |"
    assert rows[2] == "| - | 下薩克森州 | 德國 | 歐洲 | 1984年9月1日 | - |"
    assert rows[3] == "| - | 京畿道 | - | 亚洲 | 1997年10月5日 | - |"


def test_rows_of_other_places_of_a_province_are_not_its_own(tell: Tell) -> None:
    head = "安徽省友好城市列表\n\n安徽省与国外城市建立友好关系。\n\n"
    rows = (
        "安徽省 高知縣 日本 亚洲 1994年11月8日\n合肥市 久留米市 日本 亚洲 1980年5月12日\n"
        "大邱廣域市 韩国 亚洲 2013年5月12日\n"
    )
    ties = {tie.places for tie in tell(head + OWN + rows).ties}
    assert {places for places in ties if "anhui" in places} == {("anhui", "kochi-japan")}
    assert ties - {("anhui", "kochi-japan")} <= {("hefei", "kurume"), ("hefei", "daegu")}


def test_the_header_of_the_partners_tells_the_kind_of_tie(tell: Tell) -> None:
    table = (
        "국가 | 자매도시 | 결연시기 |\n---|---|---|\n"
        "일본 | 하기시 | 1968년 10월 |\n중국 | 웨이하이시 | 1995년 2월 |\n"
    )
    stages = _stages(tell("여수시가 외국 도시와 맺은 관계이다.\n\n" + table, "a.md"))
    assert set(stages.values()) == {"sister"}


def test_a_column_of_a_page_of_two_kinds_tells_none(tell: Tell) -> None:
    table = "국가 | 자매도시 | 결연시기 |\n---|---|---|\n일본 | 하기시 | 1968년 10월 |\n"
    stages = _stages(tell("# 여수시 자매·우호도시\n\n" + table, "a.md"))
    assert stages == {"hagi": "agreement"}


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("여수시는 1995년 결연했다.[1]--ab 2024년 3월 1일", "--ab 2024년 3월 1일"),
        ("两市结为友好城市。[2][3]此后往来频繁", "此后往来频繁"),
        ("They signed in 1990.[12] In 2005 they met.", "In 2005 they met."),
    ],
)
def test_notes_of_an_encyclopedia_close_sentences(text: str, second: str) -> None:
    spans = sentence_spans(text)
    assert [text[s.start : s.end] for s in spans][1:] == [second]


def test_a_dated_log_under_a_background_is_of_events(tell: Tell) -> None:
    known = tell(
        "중국 웨이하이시\n\n여수시 친선도시현황\n\n"
        "• 위치 : 산둥성 동쪽 끝\n• 인구 : 2,806,000명\n\n"
        "자매도시 체결 경위\n\n"
        "• '93.5.: 여수시와 웨이하이시 여객 항로 타당성 검토\n"
        "• '94.8.2 : 수산기술 연수에 관한 협정서 체결(웨이하이시)\n"
        "• '95.2.27 : 자매결연 체결 (웨이하이시)\n"
    )
    found = _facts(known, "yeosu")
    assert found["weihai", "location"] == "산둥성 동쪽 끝"
    assert ("weihai", "background") not in found
    signed = {(f.value.edtf, f.stage) for f in known.facts if f.property == "signed"}
    assert signed == {("1994-08-02", "agreement"), ("1995-02-27", "sister")}


CONTACT = (
    "Hagi City\n\nSister Cities\n\nHagi and Ulsan became sister cities on October 29, 1968.\n\n"
)


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("電話:0838-25-3131(代表)", "phone", "0838-25-3131"),
        ("ファックス:0838-26-3803(代表)", "fax", "0838-26-3803"),
        ("E-mail: hagi.office@example.com", "email", "hagi.office@example.com"),
        ("kim@somedaily.example", "email", None),
        ("홍길동 기자 hong@paper.example", "email", None),
    ],
)
def test_contacts_are_those_of_the_place(
    tell: Tell, line: str, name: str, value: str | None
) -> None:
    told = [f.value.text for f in tell(CONTACT + line + "\n").facts if f.property == name]
    assert told == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("14동, 400통, 3,042반", [(14, "동"), (400, "통"), (3042, "반")]),
        ("3个镇,5个乡,159个村", [(3, "镇"), (5, "乡"), (159, "村")]),
    ],
)
def test_a_comma_in_thousands_parts_no_counts(text: str, counts: list[tuple[int, str]]) -> None:
    assert [(count.number, count.of) for count in count_units(text)] == counts


def test_a_kind_that_spanned_rows_holds_for_them() -> None:
    head = "Nation City Date Note"
    rows = [
        "Japan Hagi October 29, 1968 Sister city",
        "China Changchun March 15, 1994",
        "Japan Kumamoto April 26, 2010 Friendly city",
        "China Qingdao May 2, 2011",
    ]
    told = [row.rsplit(" | ", 1)[1] for row in join_flat([head, *rows])]
    assert told == ["Note |", *["Sister city |"] * 2, *["Friendly city |"] * 2]


def test_kinds_that_come_again_stand_for_their_own_rows() -> None:
    rows = [
        "Japan Hagi October 29, 1968 Sister city",
        "China Changchun March 15, 1994",
        "China Qingdao May 2, 2011 Sister city",
    ]
    assert "| China | Changchun | March 15, 1994 | - |" in join_flat(
        ["Nation City Date Note", *rows]
    )


PARAGRAPHS = (
    "Hagi's Sister Cities\n\nSister Cities\n\nHagi has 3 sister cities.\n\n"
    "Pioneer Sister City: Ozu Town\n\nThe founder's birthplace. "
    "This relationship was sealed in 1981 to honor him.\n\n"
    "Industrial Sister City: Ulsan\n\n"
    "The relationship began in 1966 and it was made official in 1968.\n\n"
    "Harbor Sister City: Valdez (Alaska, U.S.A.)\n\nBecame our sister city in 1974.\n"
)


def test_short_paragraphs_of_several_cities_keep_to_their_own(tell: Tell) -> None:
    known = tell(PARAGRAPHS)
    signed = {f.subject: f.value.edtf for f in known.facts if f.property == "signed"}
    assert sorted(signed.values()) == ["1968", "1974", "1981"]
    assert signed["hagi--ulsan"] == "1968"
    assert {f.stage for f in known.facts if f.property == "signed"} == {"sister"}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Pioneer Sister City", "place"),
        ("Sightseeing friendship town", "place"),
        ("Number of sister city", None),
        ("Other sister city", None),
    ],
)
def test_labels_of_one_partner_of_some_kind(label: str, kind: str | None) -> None:
    assert structure_of(label) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In May 2015, both mayors signed aLetter of Intentto Establish Sister Ties.", "intent"),
        ("In June 2016 the two sides signed theSister Relationship Agreement.", "sister"),
        ("The affiliation was formalized in May 1990.", "agreement"),
    ],
)
def test_the_kind_of_a_statement(text: str, kind: str) -> None:
    assert [s.kind for s in find_statements(text)] == [kind]


def test_what_was_wished_for_was_not_signed() -> None:
    assert not list(find_statements("2012年4月,市长表达了与威海市建立友好关系,拓展合作的意愿。"))


def test_a_city_that_nothing_knows_has_its_own_part(tell: Tell) -> None:
    known = tell(
        "Gangdong Sister Cities\n\nHangzhou city, Zhejiang, China\n\n"
        "• The date of establishment of ties : May, 2000\n• Area : 16,000㎢\n\n"
        "Daeho city, Habuk, China\n\n"
        "• The date of establishment of ties : June, 2003\n• Area : 7,523㎢\n"
    )
    areas = {f.subject: f.value.number for f in known.facts if f.property == "area"}
    assert areas.pop("hangzhou") == 16000
    assert list(areas.values()) == [7523]


def test_a_region_between_two_partners_is_neither(tell: Tell) -> None:
    known = tell(
        "Gyeongsan City\n\nSister Cities\n\nSuzuka City\n‘91 1. 22\n• Area : 194.5㎢\n"
        "Mie Prefecture\nLaoshan District in China\n‘96. 6. 19\n• Area : 396㎢\n"
        "• Population : 500,000\n"
    )
    areas = {f.subject: f.value.number for f in known.facts if f.property == "area"}
    assert areas.get("laoshan") == 396
    assert not {place for place in areas if place.startswith("mie")}


def test_a_county_that_only_the_page_names_is_meant_wherever_it_stands(tell: Tell) -> None:
    known = tell(
        "新北市政府\n\n美國德州貝拉斯郡\n\n締盟情形\n• 締約日期:2004年5月20日\n\n"
        "基本數據資料\n• 面積:1,234平方公里\n"
    )
    signed = [f.value.edtf for f in known.facts if f.property == "signed"]
    assert signed == ["2004-05-20"]
    assert {f.subject for f in known.facts if f.property == "area"} == {"local-貝拉斯郡"}


def test_a_title_of_honour_is_no_part_of_a_name() -> None:
    told = [found.person.name for found in find_people("該郡局長Mr. Peter Miller率團來台")]
    assert told == ["Peter Miller"]
