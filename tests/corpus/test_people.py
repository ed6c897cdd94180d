"""People by office and name in running text of three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.gazetteer import Gazetteer
from corpus.people import find_people

NAMED = [
    ("서초구청장 조은희는 위해시를 방문하였다.", [("조은희", "구청장")]),
    ("조은희 구청장과 범수방 시장이 협정서에 서명", [("조은희", "구청장"), ("범수방", "시장")]),
    ("조은희 서초구청장", [("조은희", "구청장")]),
    ("사이토 마사루 위해시장 등 12명", [("사이토 마사루", "시장")]),
    ("대표단 23명(단장 천허웨이 부시장)이 방문", [("천허웨이", "부시장")]),
    (
        "김도엽 구청장, 미즈타니 요이치 시장 서명",
        [("김도엽", "구청장"), ("미즈타니 요이치", "시장")],
    ),
    ("응우옌 반 남 위원장 등 10명", [("응우옌 반 남", "위원장")]),
    ("응오 호앙 남 당서기 일행", [("응오 호앙 남", "당서기")]),
    ("위해시 부시장 리밍 등 4명, 벽골제 답사", [("리밍", "부시장")]),
    ("취안저주 부성장 인솔 시찰단", [("취안저주", "부성장")]),
    ("현장 자오창푸 등 8명", [("자오창푸", "현장")]),
    ("정장(町長) 이치노세 마사타, 고인돌 참관", [("이치노세 마사타", "정장")]),
    ("촌장 하시모토 히사시, 개막 축하", [("하시모토 히사시", "촌장")]),
    ("나가사키 고타로 지사를 단장으로", [("나가사키 고타로", "지사")]),
    ("도예조합장 기무라 요시하루 등 7명", [("기무라 요시하루", "도예조합장")]),
    ("단장 응우옌 티 흐엉 의장", [("응우옌 티 흐엉", "의장")]),
    ("위해시 시장 잔피에트로 게디나가 구청을 찾아", [("잔피에트로 게디나", "시장")]),
    ("위해시장 왕웨이와 면담", [("왕웨이", "시장")]),
    ("박치수 구의회 의장 등 8명", [("박치수", "구의회 의장")]),
    ("위해시 농업국 부국장 자오밍 등 4명", [("자오밍", "농업국 부국장")]),
    ("위해시 교육국장 쑨리화 일행", [("쑨리화", "교육국장")]),
    ("위해시체육회장 박성호 등 15명", [("박성호", "체육회장")]),
    ("서초구 자치행정과장 이수진 외 3명", [("이수진", "자치행정과장")]),
    ("서초구 김영호 문화관광국장 등 4명", [("김영호", "문화관광국장")]),
    ("위해시 외사판공실 주임 리웨이둥 축하 방문", [("리웨이둥", "외사판공실 주임")]),
    ("위해시 관광국장 마리아 로페스 일행 5명", [("마리아 로페스", "관광국장")]),
    ("위해시 부시장 아지조프 외 3명", [("아지조프", "부시장")]),
    ("위해시 부시장 마쓰다 겐지 취임 인사차 내방", [("마쓰다 겐지", "부시장")]),
    ("위해시장 사카이 도시유키를 단장으로 한 방문단", [("사카이 도시유키", "시장")]),
    ("위해시 시의원 제인 스미스 외 3명 방문", [("제인 스미스", "시의원")]),
    ("위해시 부시장 왕리 참석", [("왕리", "부시장")]),
    ("서초구 부구청장(김민호) 외 4명", [("김민호", "부구청장")]),
    ("도의회 의장단 7명 방문", []),
    ("농업인 10명, 위해시 산림경영 현장 견학", []),
    ("위해시 빙등제 개막식 구청장 참석", []),
    ("세계 최대의 소상품 시장을 갖고 있다", []),
    ("副市长欧阳文率5人工作组", [("欧阳文", "副市长")]),
    ("苏珊·帕克市长一行14人抵达", [("苏珊·帕克", "市长")]),
    ("市长特德·惠勒来访", [("特德·惠勒", "市长")]),
    ("副市长让-皮埃尔·贝尔内一行", [("让-皮埃尔·贝尔内", "副市长")]),
    ("市长佐藤信发来贺信", [("佐藤信", "市长")]),
    ("副市长王德发来访", [("王德发", "副市长")]),
    ("市长杉本基久雄致信祝贺", [("杉本基久雄", "市长")]),
    ("省长倪献策应邀访问", [("倪献策", "省长")]),
    ("市议会副议长高仓武夫等6人来访", [("高仓武夫", "市议会副议长")]),
    ("市长伊达宪太郎来信致谢", [("伊达宪太郎", "市长")]),
    ("贝原俊民知事来访", [("贝原俊民", "知事")]),
    ("与萨图尼诺·迪鲁扎市长签署协议", [("萨图尼诺·迪鲁扎", "市长")]),
    ("代理县长陈金德率团", [("陈金德", "代理县长")]),
    ("行政副知事方基成率经贸团", [("方基成", "行政副知事")]),
    ("1999年5月，市人大常委会主任钱文辉率团", [("钱文辉", "市人大常委会主任")]),
    ("应市长崔大镐邀请", [("崔大镐", "市长")]),
    ("会见了井户敏三知事", [("井户敏三", "知事")]),
    ("处长周萍等4人", [("周萍", "处长")]),
    ("农业处许家豪处长率农友8名", [("许家豪", "处长")]),
    ("大森雅夫市長來訪", [("大森雅夫", "市長")]),
    ("商工會議所理事長李東熙率團", [("李東熙", "商工會議所理事長")]),
    ("학벽시위 범수방 서기 등 대표단 서초구 방문", [("범수방", "서기")]),
    ("조장시 시장 왕하이타오와 면담", [("왕하이타오", "시장")]),
    ("서초구의회 김안숙 의장", [("김안숙", "의장")]),
    ("박원순 서울시장 접견", [("박원순", "시장")]),
    ("위해시장 마리나 세케이로스, 마포구 방문", [("마리나 세케이로스", "시장")]),
    ("하비 홀 위해시장 등 5명 방문", [("하비 홀", "시장")]),
    ("区长王某率团访问", [("王某", "区长")]),
    ("市长张三和书记李四出席", [("张三", "市长"), ("李四", "书记")]),
    ("江西区区厅长卢显松率团访问长宁区", [("卢显松", "区厅长")]),
    ("由卢显松市长率领的代表团", [("卢显松", "市长")]),
    ("中共长宁区委书记卞百平率团", [("卞百平", "区委书记")]),
    ("時任副市長周同文率5人考察團", [("周同文", "副市長")]),
    ("市长罗德里格斯率12人代表团", [("罗德里格斯", "市长")]),
    ("Mayor Kim Chul-soo visited Weihai.", [("Kim Chul-soo", "Mayor")]),
    ("Kim Chul-soo, mayor of Mapo-gu, led the group.", [("Kim Chul-soo", "mayor")]),
    (
        "County Governor Lee Min-ho and Vice Mayor Li Ming signed.",
        [("Lee Min-ho", "County Governor"), ("Li Ming", "Vice Mayor")],
    ),
    (
        "Led by Ro Hyun-Song, Mayor of Gangseo District, Seoul, Korea, and Park Sang Goo,"
        " President of the District Parliament",
        [("Ro Hyun-Song", "Mayor"), ("Park Sang Goo", "President of the District Parliament")],
    ),
    (
        "a delegation under Kim Jae-Hyeon, who was Mayor of Gangseo District at that time",
        [("Kim Jae-Hyeon", "Mayor")],
    ),
    (
        "At its head were the Mayor, Ro Hyun-Song, and the President of the District Parliament,"
        " Park Sang Goo.",
        [("Ro Hyun-Song", "Mayor"), ("Park Sang Goo", "President of the District Parliament")],
    ),
    ("Seocho Mayor Cho Eun-hee", [("Cho Eun-hee", "Mayor")]),
    ("In Seoul, Mayor Kim met the guests.", [("Kim", "Mayor")]),
    ("Deputy Mayor Bill de Blasio spoke.", [("Bill de Blasio", "Deputy Mayor")]),
]


def test_a_name_may_open_brackets_and_a_greeting_card_is_nobody() -> None:
    told = find_people("자매결연 협약 체결(이정백 시장 등 9명 방문)", ())
    assert [(item.person.name, item.person.office) for item in told] == [("이정백", "시장")]
    card = find_people("연하장 (시장) | 2021 | 12월 | 양 도시 시장 연하장 교환", ())
    assert not [item for item in card if item.person.name]


@pytest.mark.parametrize(("text", "people"), NAMED)
def test_names_stand_beside_their_offices(
    gazetteer: Gazetteer, text: str, people: list[tuple[str, str]]
) -> None:
    found = [item.person for item in find_people(text, gazetteer.find(text))]
    assert [(person.name, person.office) for person in found if person.name] == people


@pytest.mark.parametrize(
    "text",
    [
        "재래시장 방문 및 상인 간담회",
        "현장 방문단 10명",
        "현장 전문가 등 3명",
        "위해시 시장 환영 만찬이 열렸다",
        "지진과 관련하여 위해시장 앞 서한 발송",
        "시장 이전계획을 발표",
        "축구장 조성사업 현장 시찰",
        "서초구 구청장 일행 위해시 방문",
        "温岭市市长率团访问西区",
        "江南区厅长率代表团一行8人",
        "the Mayor, Vice Mayor, 5 agencies and 20 dongs",
        "The mayor of Hebi visited Seocho.",
        "In Changning District, President of the council spoke.",
    ],
)
def test_offices_without_a_name_and_markets_name_nobody(gazetteer: Gazetteer, text: str) -> None:
    assert not [p for p in find_people(text, gazetteer.find(text)) if p.person.name]


def test_a_person_belongs_to_the_place_beside_the_office(gazetteer: Gazetteer) -> None:
    for text in ("서초구청장 조은희", "Cho Eun-hee, Mayor of Seocho-gu", "瑞草区区厅长赵恩姬"):
        (found,) = find_people(text, gazetteer.find(text))
        assert found.person.place == gazetteer.named("서초구")[0]


@given(st.text(max_size=120))
def test_spans_lie_in_the_text_and_nothing_raises(text: str) -> None:
    for found in find_people(text):
        assert 0 <= found.span.start < found.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("威海市经济课课长朴相镇带队", [("朴相镇", "经济课课长")]),
        ("威海市日中友好协会会长足立光义一行", [("足立光义", "日中友好协会会长")]),
        ("由市中心医院副院长刘洋带队", [("刘洋", "市中心医院副院长")]),
        ("该市发展总监马尔蒂·胡斯科一行", [("马尔蒂·胡斯科", "发展总监")]),
        ("协会主席芭芭拉·海勒登门拜访", [("芭芭拉·海勒", "协会主席")]),
        ("本縣議會議長何勝豐偕議員9人", [("何勝豐", "議會議長")]),
        ("市长金生基携祝贺团28人", [("金生基", "市长")]),
        ("会见了外事办公室主任张三", [("张三", "外事办公室主任")]),
        ("收到郡守贺年卡", []),
        ("Mayor Bjarne Olsson's delegation", [("Bjarne Olsson", "Mayor")]),
        ("Council Speaker Kim Ki-seok in Hebi", [("Kim Ki-seok", "Council Speaker")]),
        ("District Chief Chen Yu-ming came", [("Chen Yu-ming", "District Chief")]),
        ("Deputy Fire Chief Greg Hadley came", [("Greg Hadley", "Deputy Fire Chief")]),
        (
            "Head of the Foreign Affairs Office, Chen Wei",
            [("Chen Wei", "Head of the Foreign Affairs Office")],
        ),
    ],
)
def test_an_office_comes_with_its_institution_and_without_a_place(
    gazetteer: Gazetteer, text: str, people: list[tuple[str, str]]
) -> None:
    found = [item.person for item in find_people(text, gazetteer.find(text))]
    assert [(person.name, person.office) for person in found if person.name] == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("협정 조인(이용우 군수, 왕웨이 부시장)", [("이용우", "군수"), ("왕웨이", "부시장")]),
        ("서명(이상일 시장·존 스미스 시장)", [("이상일", "시장"), ("존 스미스", "시장")]),
        ("시설 이용자 군수 면담", []),
        ("한장구 부구장 쉬량 일행 6명", [("쉬량", "부구장")]),
        ("창닝구 부구장 중샤오민 일행", [("중샤오민", "부구장")]),
        ("한장구 부서기 천쥔 일행", [("천쥔", "부서기")]),
        ("청양구 왕밍 구장·리밍 부구장 방문", [("왕밍", "구장"), ("리밍", "부구장")]),
        ("알레산드로 탐벨리니 시장 등 4명", [("알레산드로 탐벨리니", "시장")]),
        ("페드로 산체스 시장 일행", [("페드로 산체스", "시장")]),
        ("다자이후시장 앞 위로전문 발송", []),
        ("다자이후시장 앞으로 축전 발송", []),
    ],
)
def test_korean_names_that_other_words_look_like(
    text: str, people: list[tuple[str, str]], gazetteer: Gazetteer
) -> None:
    found = find_people(text, tuple(gazetteer.find(text)))
    assert [(f.person.name, f.person.office) for f in found if f.person.name] == people


@pytest.mark.parametrize(
    "text",
    [
        "필하모닉 김정호 단장 등",
        "사이클 김정호 회장 외 3명",
        "팀 김정호 단장",
        "프리마켓 김정호 단장",
    ],
)
def test_a_body_before_a_korean_name_is_no_part_of_it(text: str) -> None:
    assert [found.person.name for found in find_people(text, ())] == ["김정호"]


@pytest.mark.parametrize(
    "text",
    [
        "회장 사이클 김정호 외 3명",
        "단장 프리마켓 김정호 등 4명",
        "厅长夫妇一行",
        "厅长夫人一行4人",
        "外办主任工作人员一行5人",
        "议长考察一行",
        "市长夫妇率团",
        "a group led by vice mayor Chinese New Year committee",
    ],
)
def test_who_comes_along_a_sport_or_a_feast_is_no_name(text: str) -> None:
    assert not [found for found in find_people(text, ()) if found.person.name]


def test_who_leads_a_group_may_have_a_name_of_no_listed_surname() -> None:
    assert [f.person.name for f in find_people("府尹西里猜率经贸代表团12人", ())] == ["西里猜"]
