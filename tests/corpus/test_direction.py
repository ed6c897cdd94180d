"""Directions: who went, or sent something, to whom."""

from __future__ import annotations

import pytest

from corpus.exchanges.direction import find_actor, find_direction
from corpus.exchanges.marking import mark_sides
from corpus.gazetteer import Gazetteer

HOME, PARTNER = "seocho", "hebi"
OUT, BACK = (HOME, PARTNER), (PARTNER, HOME)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("A visit by Hebi to Seocho in May 2004", BACK),
        # A participle without its auxiliary, the present tense, and who was there as a guest.
        ("Deputy Mayor Li Ming of Hebi received at Seocho District Office", BACK),
        ("Hebi gives the people of Seocho 20,000 masks", BACK),
        ("Seocho collects 5,000 dollars for Hebi", OUT),
        ("20 pupils of a school in Seocho stay with host families in Hebi", OUT),
        ("Monument unveiled in Hebi with the Mayor of Seocho in attendance", OUT),
        ("Ten years celebrated in Hebi, with Mayor Kim Young-soo present", OUT),
        ("Mayor Kim Young-soo led a party of 35 citizens to Hebi", OUT),
        ("Fire Chief Park spent a week with the Hebi fire department", OUT),
        # Korean, and the same in English behind it.
        ("서초구, 허비시에 마스크 지원 Seocho provided 10,000 masks to Hebi", OUT),
        ("Visit of 12 people from Seocho to Hebi", OUT),
        ("Seocho sent masks to Hebi", OUT),
        ("Sending of books to Seocho by a school", BACK),
        ("Hebi has been sending delegations annually to Seocho", BACK),
        ("서초구 → 학벽시 공무원 2명", OUT),
        ("鹤壁市→瑞草区 公务员交流", BACK),
        ("Seocho will donate masks", OUT),
        ("Hebi, donating 300 books", BACK),
        ("학벽시 시장단 10명 방문", BACK),
        ("학벽시 일행 방문", BACK),
        ("학벽시 청소년 대표단 방문", BACK),
        ("鹤壁市青少年代表团15人来访", BACK),
        ("Hebi youth delegation, 15 people", BACK),
        ("학벽시 방문", OUT),
        ("Seocho representatives and Hebi", None),
        ("허비시 대표단 우리 구 방문", BACK),
        ("허비시 시장 접견", BACK),
        ("서초구청장, 허비시 부시장 일행 접견", BACK),
        ("허비시 초청으로 방문", OUT),
        ("허비시 시장의 초청으로 서초구 대표단 허비시 방문", OUT),
        ("허비시 대표단 초청", BACK),
        ("허비시 대표단 내방", BACK),
        ("서초구 청소년 방문단 허비시 파견", OUT),
        ("허비시 공무원 서초구 파견근무", BACK),
        ("허비시장 등 대표단, 축제 개막에 맞추어 서초구 방문", BACK),
        ("서초구 고등학생 어학연수단 허비시 파견", OUT),
        ("허비시에서 서초구로 마스크 기증", BACK),
        ("서초구, 허비시에 보건용 마스크 1만 장 기증", OUT),
        ("위로 서신과 성금을 허비시에 전달", OUT),
        ("허비시로부터 감사 서신 접수", BACK),
        ("허비시 시장의 초청 서신 접수 및 답신 발송", None),
        ("서초구와 허비시 청소년 상호 방문", None),
        ("서초구-허비시 간 우호도시 협정서 체결", None),
        ("서초구 탄생 기념식에 허비시 참석", BACK),
        ("구청장께서 허비시를 방문하셨습니다", OUT),
        ("鹤壁市代表团来我区考察", BACK),
        ("我区接待鹤壁市代表团一行8人", BACK),
        ("应鹤壁市人民政府邀请，区长率团出访", OUT),
        ("应瑞草区邀请，鹤壁市副市长率团访问瑞草区", BACK),
        ("鹤壁市市长率15人代表团来访", BACK),
        ("我区派2名公务员赴鹤壁市研修一年", OUT),
        ("瑞草区中学生20人、教师3人赴鹤壁市参加夏令营", OUT),
        ("向鹤壁市捐赠医用口罩2万只", OUT),
        ("鹤壁市寄来感谢信", BACK),
        ("鹤壁市民募集善款捐赠给瑞草区", BACK),
        ("收到鹤壁市捐赠的口罩", BACK),
        ("瑞草区与鹤壁市学生互访", None),
        ("瑞草区与鹤壁市签署友好交流备忘录", None),
        ("鹤壁市企业参加第四届科博会", BACK),
        ("鹤壁市公务员2名观摩国际热气球嘉年华", BACK),
        ("鹤壁市长朴孟雨等11人访区，签署协定", BACK),
        ("鹤壁市市长阿德尔·布雷德来草，签署意向书", BACK),
        ("鹤壁市因瑞草区水灾来函慰问", BACK),
        ("本区函贺鹤壁市新任市长就职", OUT),
        ("欢送在瑞草区工作期满的鹤壁市公务员", BACK),
        ("鹤壁市长毕森(Richard Bissen)来信感谢", BACK),
        ("舞蹈团一行40人受邀至鹤壁市公演", OUT),
        ("鹤壁市交流员姜恩惠到岗", BACK),
        ("我区选手在鹤壁国际马拉松中摘得银牌", OUT),
        ("鹤壁国际博览会开幕，副区长何军应邀出席", OUT),
        ("区长张正红在鹤壁市签署协议", OUT),
        ("向郑州市、鹤壁市寄送贺卡", OUT),
        ("鹤壁市市长王明访问某镇", BACK),
        ("我区残联举行座谈，鹤壁方面来宾9人", BACK),
        ("Seocho hosted a delegation from Hebi", BACK),
        ("Seocho received the Hebi delegation", BACK),
        ("Hebi was visited by the Mayor of Seocho", OUT),
        ("The Mayor of Seocho travelled to Hebi", OUT),
        ("Seocho dispatched two officials to Hebi", OUT),
        ("At the invitation of the Mayor of Hebi, 12 people took part in the fair", OUT),
        ("Invited by Seocho, a delegation of six citizens came to Korea", BACK),
        ("A choir of 28 members from Hebi performed in Seocho", BACK),
        ("16 students from Hebi stayed with families in Seocho", BACK),
        ("Mayor Kim of Seocho headed a delegation of 11 to Hebi", OUT),
        ("Seocho replied with a letter", OUT),
        ("Seocho received masks donated by Hebi", BACK),
        ("Hebi returned the visit", BACK),
        ("The two cities signed an agreement in Hebi", None),
    ],
)
def test_who_goes_to_whom(
    gazetteer: Gazetteer, text: str, direction: tuple[str, str] | None
) -> None:
    assert find_direction(text, (HOME, PARTNER), gazetteer) == direction


def test_a_delegation_of_a_third_place_is_the_actor(gazetteer: Gazetteer) -> None:
    text = "중국 하남성 정주시 대표단(10명) 서초구 방문"
    assert find_actor(text, (HOME, PARTNER), gazetteer) == "zhengzhou"
    assert find_direction(text, (HOME, PARTNER), gazetteer) is None
    assert find_actor("학벽시 대표단 서초구 방문", (HOME, PARTNER), gazetteer) is None


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        # An industrial estate is no group; who serves at a town hall alone is not exchanged.
        ("허비시 상무국장 일행 5명, 서초구 가구공단 시찰", BACK),
        ("허비시 공무원 왕쥔의 서초구청 교환근무", BACK),
        # The goal of what is sent, and the side that a thing comes from.
        (
            "서초구는 허비시에 부구청장을 단장으로 한 대표단 14명을 보내 개막식에 자리를 함께했다",
            OUT,
        ),
        ("물난리 때에는 허비시가 성금 300만 엔을 전해 왔고", BACK),
        ("서초구는 감사 편지로 화답했다", OUT),
        ("허비 시민에게 위로 서한과 성금 2천만 원을 보냄", OUT),
        ("서초구청장 명의의 위문편지 발송", OUT),
        ("허비시장 서한문 도착", BACK),
        ("허비시에 긍정적 회신", OUT),
        ("허비시 공무원 3명을 초청해 연수를 실시", BACK),
        ("설맞이 연하장 도착", BACK),
        ("코로나19 관련 지원물품 도달", None),
        ("我区向鹤壁市回赠口罩", OUT),
        ("鹤壁市寄来口罩3万只", BACK),
        ("鹤壁市每年接收我区研修生2名", OUT),
        ("Seocho wrote a letter of encouragement to Hebi", OUT),
        ("the people of Hebi collected 1.2 million yen for hospitals in Seocho", BACK),
        ("Hebi gifted Seocho 3,000 masks", BACK),
        ("Hebi took in two Seocho civil servants each year", OUT),
        # An event that one side holds is where the other one goes.
        ("제23회 허비벚꽃축제 참석", OUT),
        ("대표단 허비 관광투자포럼 참석", OUT),
        ("허비시 대표단 서리풀축제 참석", BACK),
        ("약재교역회에 서초구 기업 참가", OUT),
        ("Seocho residents joined the Hebi Pepper Festival", OUT),
        ("Hebi's school brass band marched at the Seocho Music Festival", BACK),
        ("the Hebi Metropolitan Dance Company gave two shows at the festival in Seocho", BACK),
        # People of a side, whoever they are.
        ("허비시 축구 꿈나무 16명과 코치 2명이 서초를 찾아 친선경기를 치렀고", BACK),
        ("허비시 의사와 간호사 6명이 서초구청에 와서 연수를 받았다", BACK),
        ("서초구 상공인 9명이 허비시의 공단을 둘러보면서", OUT),
        ("서초구 공무원 사과 농가 일손돕기", OUT),
        ("관내 중학생 어학캠프 파견", OUT),
        ("구의회 의원 4명, 직원 3명 나담축제 참석", OUT),
        ("16 nurses from Seocho were trained at the hospital in Hebi", OUT),
        ("Table tennis team of Hebi middle schools played with Seocho students", BACK),
        # Short names, and one sign for a name.
        ("鹤壁市又派8名教师来瑞学习制瓷", BACK),
        ("区长率团访鹤", OUT),
        # Cells, and what both did together.
        ("허비시 | 대표단 서초구 방문 | 20", BACK),
        ("서초구와 허비시 화상회의 개최", None),
        ("瑞草区与鹤壁市陶艺家联合作品展在鹤壁市举行", None),
        ("Seocho and Hebi held a joint art exhibition", None),
    ],
)
def test_what_is_sent_where_and_by_whom(
    gazetteer: Gazetteer, text: str, direction: tuple[str, str] | None
) -> None:
    assert find_direction(text, (HOME, PARTNER), gazetteer) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        # What people do at a place, and how they come there.
        ("鹤壁市中学生合唱团在瑞草区礼堂放声歌唱", BACK),
        ("瑞草区摄影家的作品在鹤壁市博物馆展出", OUT),
        ("鹤壁市医疗小组走进瑞草区", BACK),
        ("附小2位老师在鹤壁市的小学授课", OUT),
        ("足球少年在鹤壁市体育场（右为瑞草区队16人）", OUT),
        ("鹤壁市经济课课长带队来瑞草区考察企业，一行5人", BACK),
        # Bodies of the own side that are named by its kind only, and the side of a country.
        ("鹤壁市职员在市第一中学教授韩语", BACK),
        ("鹤壁市派公务员1名到区商务局研修", BACK),
        ("第三届瑞草区-鹤壁市夏令营开营，中方学生15名入营", BACK),
        # What is given, and in answer.
        ("向遭遇暴雨的鹤壁市捐赠帐篷200顶", OUT),
        ("瑞草区以防护服300套回礼", OUT),
        ("鹤壁市长视频致辞祝贺瑞草区音乐节", BACK),
        ("Hebi shipped us 20,000 face masks", BACK),
        ("Hebi handed over a relief fund to quake-hit Seocho", BACK),
        ("Letter of sympathy to Hebi after the typhoon", OUT),
        # Whoever belongs to one side, in or at the other one.
        ("Hebi marathon runners (18) in Seocho", BACK),
        ("Hebi girls' high school choir on tour in Seocho", BACK),
        ("Seocho tea growers demonstrate whisking in Hebi", OUT),
        ("Seocho runners finished second at the Hebi half-marathon", OUT),
        ("Five energy firms of Seocho held trade talks at the Hebi Industrial Complex", OUT),
        ("Ten potters and painters of Hebi, Seocho Craft Fair", BACK),
        ("The mayor of Seocho, with six councillors, spent three days in Hebi", OUT),
        ("Mayor Li Ming leads 41 citizens of Hebi to Seocho", BACK),
        ("Hebi's Deputy Mayor Li Ming was received at Seocho City Hall", BACK),
        ("Homestay of middle schoolers in Hebi", OUT),
        ("An intern from Hebi joined our planning division", BACK),
        ("a first visit to our workshops by six craftsmen from Hebi", BACK),
        # Both did it, or nobody says who.
        ("Seocho and Hebi pupils debated online", None),
        ("两区青年在鹤壁市联合植树", None),
    ],
)
def test_what_people_do_there_tells_who_went(
    gazetteer: Gazetteer, text: str, direction: tuple[str, str] | None
) -> None:
    assert find_direction(text, (HOME, PARTNER), gazetteer) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        # Who heads a place or a body of it, with a name, and groups of its people.
        ("허비시 부시장 리밍 등 4명, 양재천 답사", BACK),
        ("허비시 인민위원회 부위원장 판 반 하이 외 3명, 구청 예방", BACK),
        ("서초구 부구청장 김민수 외 5명 허비시 방문", OUT),
        ("서초구의회 의장 김기재 등 7명 허비시 인민대표대회 방문", OUT),
        ("허비시 인민대표대회 주임 일행 방문", BACK),
        ("허비시 노인대학 서예반, 서초 어르신들과 합동 서예전", BACK),
        ("허비중 농구부 18명, 서초중 체육관에서 연습경기", BACK),
        ("서초고 학생 10명, 허비시 가정에서 민박", OUT),
        ("허비시에서 온 학생 20명", BACK),
        # The own side without its name, and offices that only the other country has.
        ("시 투자유치과장 외 2명 허비경제개발구 현지조사", OUT),
        ("구청 직원 2명 출국", OUT),
        ("부성장 인솔 경제시찰단 8명 내도", BACK),
        ("당서기 일행 서리풀축제 동참", BACK),
        # What was sent, whom it is for, and that it came.
        ("허비시가 보낸 마스크 2만 장 도착", BACK),
        ("허비시장의 감사 편지가 구청에 닿았다", BACK),
        ("허비시장 앞 위문 서한 발송", OUT),
        ("허비시장 앞으로 연하장 우송", OUT),
        ("지진 피해를 입은 허비시에 성금 전달", OUT),
        ("수해 입은 허비시민 돕기 성금 1,000만 원 기탁", OUT),
        # Events with something in quotation marks, and where somebody works.
        ("허비시 '서초거리' 준공식 참석", OUT),
        ("허비 산업축제 농특산물 판매부스 운영", OUT),
        ("국제협력과 주무관 허비시청 근무", OUT),
    ],
)
def test_korean_groups_offices_and_letters(
    gazetteer: Gazetteer, text: str, direction: tuple[str, str]
) -> None:
    assert find_direction(text, (HOME, PARTNER), gazetteer) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        # Whoever takes office is the one who is written to.
        ("허비시장 취임 축하 서한 발송", OUT),
        ("서초구청장 취임 축하 서한 접수", BACK),
        ("허비시 시장 취임 인사 서한 접수", BACK),
        # What belongs to one side is shown, sold or planted in the other's halls.
        ("허비시 박물관 소장 유물 특별전 서초구 박물관 개최", BACK),
        ("허비시 예술위원회, 서초구 머드축제에서 사진전 개최", BACK),
        ("서초구 어린이 그림 40점 허비시에 전시", OUT),
        ("서초구 특산물 허비시 백화점 입점 판매", OUT),
        ("허비시 화가 5명 서초구 문화마을 초대전", BACK),
        ("허비시 공원에 서초구 정자 건립", OUT),
        ("서초구와 허비시 공동 사진전 개최(서초구 문화회관)", None),
        # People without a place, sent to the one that is named, and what they are sent for.
        ("중학생 어학연수단 허비시 파견", OUT),
        ("행정직 공무원 2명 허비시 장기 연수", OUT),
        ("허비시 자매결연 체결 대표단 파견(12명)", OUT),
        ("허비시 재난 복구 인력 10명 파견", OUT),
        ("허비시 우호도시 협정 체결차 대표단 10명 방문", OUT),
        ("허비시 대표단 협정 체결차 방문", BACK),
        # Where it was stands in brackets, or in front of what was held there.
        ("관내 기업 홍보관 운영(허비시)", OUT),
        (
            "서초구는 허비시에서 열린 기념식에 구청장 등 9명의 대표단을 보냈다",
            OUT,
        ),
        ("허비시 외사판공실 주임 리웨이둥 축하 방문", BACK),
        ("허비시 커미셔너 존 게일러 외 2명 문화축제 참석", BACK),
        ("허비시는 마스크 1만 장으로 답례하였다", BACK),
        ("중고 구급차 1대 허비시에 무상 양여", OUT),
        ("동일본대지진 위문금 1천만원 송금", OUT),
        ("허비시 TV 제작팀 서초구 관광지 취재", BACK),
    ],
)
def test_korean_purposes_halls_and_gifts(
    gazetteer: Gazetteer, text: str, direction: tuple[str, str] | None
) -> None:
    assert find_direction(text, (HOME, PARTNER), gazetteer) == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("허비시 딸기축제 서초구 고적대 행진", OUT),
        ("서초구민축제 허비시 무용단 공연", BACK),
        ("허비시 국제화협회 회원 12명 오리문화제 참관", BACK),
        ("허비시 한복 동호인회 풍남제 참가", BACK),
        ("홍보단 허비시 SXSW 축제 참가", OUT),
        ("학생봉사단 24명 허비시 초등학교 벽화 그리기", OUT),
        ("허비시로 보낼 마스크 3만매 선적", OUT),
        ("서초구에 전달할 구호물품 인계", BACK),
        ("조은희 구청장 등 6명, 허비시에서 자매결연 협정 서명", OUT),
        ("허비시 알레산드로 탐벨리니 시장 등 4명 산업 시찰", BACK),
    ],
)
def test_korean_groups_at_a_festival_or_at_work(
    text: str, direction: tuple[str, str], gazetteer: Gazetteer
) -> None:
    assert find_direction(text, (HOME, PARTNER), gazetteer) == direction


@pytest.mark.parametrize(
    "text",
    [
        "市民交流协会代表团一行20人来访",
        "县日中友好协会代表团一行20人来访",
        "区域农业合作社集团一行5人来访",
        "市场开发公司代表团来访",
        "市政府代表团来访",
    ],
)
def test_bodies_that_come_are_of_the_other_side(gazetteer: Gazetteer, text: str) -> None:
    assert find_direction(text, ("wenling", "tamana"), gazetteer) == ("tamana", "wenling")


@pytest.mark.parametrize("word", ["该区域", "该市场", "该县级"])
def test_a_region_is_not_the_other_side(gazetteer: Gazetteer, word: str) -> None:
    assert mark_sides(word, (HOME, PARTNER), gazetteer, ()) == word
