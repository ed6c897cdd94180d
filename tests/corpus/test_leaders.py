"""Who led or took part, as clerks write it in three languages: office, name, place and body."""

from __future__ import annotations

import pytest

from corpus.gazetteer import Gazetteer
from corpus.people import find_people

LED = [
    (
        "인제군과 담양군이 최민기 인제군수, 이병노 담양군수 등이 참석한 가운데 협약을 체결했다.",
        [("최민기", "군수"), ("이병노", "군수")],
    ),
    ("최민기 인제군수, 이철 담양군수 등 80명이 참석했다", [("최민기", "군수"), ("이철", "군수")]),
    ("김성 장흥군수와 오현 의장 등 12명", [("김성", "군수"), ("오현", "의장")]),
    ("허석 시장을 비롯한 방문단 10명", [("허석", "시장")]),
    ("이상익 군수와 김영미 군의회 의장 등 방문단", [("이상익", "군수"), ("김영미", "군의회 의장")]),
    ("이상익 군수·김영미 군의회의장 일행", [("이상익", "군수"), ("김영미", "군의회의장")]),
    ("조명래 제2부시장(단장) 등 9명", [("조명래", "제2부시장")]),
    ("방문단(단장 조명래 제2부시장)은", [("조명래", "제2부시장")]),
    ("단장인 조명래 부시장은 15명을 이끌고", [("조명래", "부시장")]),
    ("조명래 부시장을 단장으로 하는 대표단", [("조명래", "부시장")]),
    ("조명래 부시장 인솔 하에 방문단 15명", [("조명래", "부시장")]),
    ("대표단(대표 왕위린 부주임) 6명", [("왕위린", "부주임")]),
    ("구로카와 마사토시(黒川雅敏) 시장 일행 8명이 방문", [("구로카와 마사토시", "시장")]),
    ("시장 구로카와 마사토시(黒川雅敏)와 의원 4명", [("구로카와 마사토시", "시장")]),
    ("왕웨이둥(王衛東) 부구장 일행", [("왕웨이둥", "부구장")]),
    ("존 해밀턴(John Hamilton) 시장 등 6명", [("존 해밀턴", "시장")]),
    (
        "블루밍턴의 존 해밀턴 시장과 수전 샌드버그 시의회 의장",
        [("존 해밀턴", "시장"), ("수전 샌드버그", "시의회 의장")],
    ),
    ("김기태 시장님과 박형선 의장님께서 참석", [("김기태", "시장"), ("박형선", "의장")]),
    ("김기태시장, 박형선의장 등이 방문", [("김기태", "시장"), ("박형선", "의장")]),
    ("시장 김기태, 의장 박형선 외 12명", [("김기태", "시장"), ("박형선", "의장")]),
    ("김기태(시장), 박형선(의장) 등 14명", [("김기태", "시장"), ("박형선", "의장")]),
    ("시장(김기태)과 의장(박형선)", [("김기태", "시장"), ("박형선", "의장")]),
    ("김기태 시장 부부, 박형선 의장 부부", [("김기태", "시장"), ("박형선", "의장")]),
    ("김기태 시장 내외와 박형선 의장", [("김기태", "시장"), ("박형선", "의장")]),
    (
        "전춘성 군수를 단장으로 군의회 이미옥 의장, 공무원 등 17명",
        [("전춘성", "군수"), ("이미옥", "의장")],
    ),
    ("부단장 이미옥 의장", [("이미옥", "의장")]),
    ("린신웨이 타이난시 부시장, 황즈창 국장", [("린신웨이", "부시장"), ("황즈창", "국장")]),
    ("위해시 당서기 장하이보와 시장 옌젠보 등 20명", [("장하이보", "당서기"), ("옌젠보", "시장")]),
    ("중국 위해시 인대 상무위원회 왕량 부주임 일행", [("왕량", "부주임")]),
    ("김충식 창녕군수는 지난 5일 방문한", [("김충식", "군수")]),
    (
        "이현종 철원군수, 강세용 철원군의회 의장 및 관계자 30명",
        [("이현종", "군수"), ("강세용", "의장")],
    ),
    ("정명숙 국제교류협회장 등 회원 20명", [("정명숙", "국제교류협회장")]),
    ("이시바시 료이치 정장과 다케나카 의원", [("이시바시 료이치", "정장")]),
    ("쿠마가이 토시히토 지사", [("쿠마가이 토시히토", "지사")]),
    ("김남식 교육체육과장을 단장으로 학생 20명", [("김남식", "교육체육과장")]),
    ("행정지원국장 김남식 외 5명", [("김남식", "행정지원국장")]),
    ("쉬자아이 구장이 이끄는 대표단", [("쉬자아이", "구장")]),
    ("김선교군수 외 9명", [("김선교", "군수")]),
    ("이승옥 전 군수 등 방문단", [("이승옥", "군수")]),
    ("당시 시장 이승옥", [("이승옥", "시장")]),
    ("이승옥 당시 시장과 리밍 시장이 서명", [("이승옥", "시장"), ("리밍", "시장")]),
    ("이승옥 시장권한대행", [("이승옥", "시장권한대행")]),
    ("아르투르 몬테이루 시장 일행이 1985년 방문", [("아르투르 몬테이루", "시장")]),
    ("농악단(단장 최기호) 20명", [("최기호", "단장")]),
    ("시립합창단(지휘 박은주, 단장 최기호 부시장)", [("최기호", "부시장")]),
    ("부시장 박은주 등 일행, 축구팀 감독 이정효", [("박은주", "부시장")]),
    ("市长王健率团一行5人", [("王健", "市长")]),
    ("王健市长一行5人", [("王健", "市长")]),
    ("市委书记王健、市长李明等出席", [("王健", "市委书记"), ("李明", "市长")]),
    ("以市长王健为团长的代表团", [("王健", "市长")]),
    ("副市长李敬华为团长的先遣团", [("李敬华", "副市长")]),
    ("威海市人大常委会副主任李敬华率领的代表团", [("李敬华", "人大常委会副主任")]),
    ("市委副书记、市长王天明会见了韩国客人", [("王天明", "市长")]),
    ("市委常委、常务副市长王天明", [("王天明", "常务副市长")]),
    ("市政协主席王天明带队", [("王天明", "市政协主席")]),
    ("威海市议会议长野口让率团", [("野口让", "议会议长")]),
    ("威海市議會野口讓議長率團", [("野口讓", "議長")]),
    ("市長和田美子與議長野口讓連袂率團拜會", [("和田美子", "市長"), ("野口讓", "議長")]),
    ("野口讓議長連袂率團", [("野口讓", "議長")]),
    ("商工會議所會頭安井信夫率6人", [("安井信夫", "商工會議所會頭")]),
    ("市长松井一郎先生一行8人", [("松井一郎", "市长")]),
    ("市长李明女士一行", [("李明", "市长")]),
    ("松井一郎先生（市长）一行", [("松井一郎", "市长")]),
    ("郡守金成洙先生及夫人", [("金成洙", "郡守")]),
    ("州长Mark Jones与市长王健签署", [("Mark Jones", "州长"), ("王健", "市长")]),
    ("Mark Jones州长一行", [("Mark Jones", "州长")]),
    ("市长约翰·汉密尔顿（John Hamilton）率团", [("约翰·汉密尔顿", "市长")]),
    ("约翰·汉密尔顿（John Hamilton）市长率团", [("约翰·汉密尔顿", "市长")]),
    ("由文化局長王翔明率領交響樂團", [("王翔明", "文化局長")]),
    ("由文化局局长王翔明率领交响乐团", [("王翔明", "文化局局长")]),
    ("威海市副市长朴成浩(女)等6人", [("朴成浩", "副市长")]),
    ("议长金炳哲、郡守李载根及议员6人", [("金炳哲", "议长"), ("李载根", "郡守")]),
    ("金炳哲（议长）、李载根（郡守）等", [("金炳哲", "议长"), ("李载根", "郡守")]),
    ("金炳哲议长和李载根郡守一行", [("金炳哲", "议长"), ("李载根", "郡守")]),
    ("团长李明副市长一行", [("李明", "副市长")]),
    ("代表团团长、副市长李明致辞", [("李明", "副市长")]),
    ("日本国会议员、前市长大桥良一一行访问", [("大桥良一", "市长")]),
    ("原市长大桥良一", [("大桥良一", "市长")]),
    ("时任市长李永贤率团", [("李永贤", "市长")]),
    ("时任市委书记李永贤、时任郡守朴明在签署", [("李永贤", "市委书记"), ("朴明在", "郡守")]),
    ("威海市外事办公室副主任李丽陪同", [("李丽", "外事办公室副主任")]),
    ("外办主任李丽", [("李丽", "外办主任")]),
    ("区长黄永明偕同区议会议长陈大文", [("黄永明", "区长"), ("陈大文", "区议会议长")]),
    ("由青松郡郡守尹庆熙带领的代表团", [("尹庆熙", "郡守")]),
    ("青松郡郡守尹庆熙一行", [("尹庆熙", "郡守")]),
    ("青松郡守尹庆熙一行", [("尹庆熙", "郡守")]),
    ("青松郡郡守韩东日率领该郡代表团来访", [("韩东日", "郡守")]),
    ("镇长李明哲31日率团访问日本", [("李明哲", "镇长")]),
    ("市长中野健介及市议会议长村上和夫", [("中野健介", "市长"), ("村上和夫", "市议会议长")]),
    ("南城市长古谢宗一携协会人员", [("古谢宗一", "市长")]),
    ("日本那霸市长城间干子率团", [("城间干子", "市长")]),
    ("市长赵大明应邀率政府代表团", [("赵大明", "市长")]),
    ("市长赵大明10日率政府代表团", [("赵大明", "市长")]),
    ("市长赵大明昨日会见了", [("赵大明", "市长")]),
    ("市长赵大明今天会见了", [("赵大明", "市长")]),
    ("市长赵大明在市政府会见了", [("赵大明", "市长")]),
    ("市长赵大明热情接待了", [("赵大明", "市长")]),
    ("会见了以赵大明市长为首的代表团", [("赵大明", "市长")]),
    (
        "A delegation led by Mayor Kim Ki-tae and Council Chairman Park Hyung-sun visited",
        [("Kim Ki-tae", "Mayor"), ("Park Hyung-sun", "Council Chairman")],
    ),
    (
        "Mayor Kim Ki-tae and City Council President Park Hyung-sun visited",
        [("Kim Ki-tae", "Mayor"), ("Park Hyung-sun", "City Council President")],
    ),
    ("then mayor of Naju, Kim Ki-tae, visited Enshi", [("Kim Ki-tae", "mayor")]),
    ("then deputy mayor of Naju, Kim Ki-tae, led a delegation", [("Kim Ki-tae", "deputy mayor")]),
    ("Naju mayor Kim Ki-tae led a delegation", [("Kim Ki-tae", "mayor")]),
    (
        "Governor Shigeru Tanaka, Vice Speaker of Assembly Sato Masaru, Chairman of Friendship Association Kita Toshio",
        [
            ("Shigeru Tanaka", "Governor"),
            ("Sato Masaru", "Vice Speaker of Assembly"),
            ("Kita Toshio", "Chairman of Friendship Association"),
        ],
    ),
    ("Mr. Kim Ki-tae, Mayor of Naju", [("Kim Ki-tae", "Mayor")]),
    ("Mayor Mr. Kim Ki-tae", [("Kim Ki-tae", "Mayor")]),
    ("Mayor Dr. Hiroshi Tanaka", [("Hiroshi Tanaka", "Mayor")]),
    (
        "Hiroshi Tanaka (Mayor) and Ken Sato (Council Chair)",
        [("Hiroshi Tanaka", "Mayor"), ("Ken Sato", "Council Chair")],
    ),
    ("Mayor TANAKA Hiroshi signed", [("TANAKA Hiroshi", "Mayor")]),
    ("the Mayor of Takasaki, Mr. Hiroshi Tanaka, signed", [("Hiroshi Tanaka", "Mayor")]),
    ("Mayor of Takasaki Hiroshi Tanaka signed", [("Hiroshi Tanaka", "Mayor")]),
    ("Takasaki's Mayor Hiroshi Tanaka signed", [("Hiroshi Tanaka", "Mayor")]),
    (
        "led by Vice Mayor Wang Wei and Foreign Affairs Office Director Li Li",
        [("Wang Wei", "Vice Mayor"), ("Li Li", "Foreign Affairs Office Director")],
    ),
    (
        "Mayors Hiroshi Tanaka and Kim Ki-tae signed",
        [("Hiroshi Tanaka", "Mayor"), ("Kim Ki-tae", "Mayor")],
    ),
    (
        "Councillor Jane Smith and CEO Bob Jones",
        [("Jane Smith", "Councillor"), ("Bob Jones", "CEO")],
    ),
    ("Party Secretary Wang Wei", [("Wang Wei", "Party Secretary")]),
    (
        "Secretary of the Municipal Party Committee Wang Wei",
        [("Wang Wei", "Secretary of the Municipal Party Committee")],
    ),
    (
        "Wang Wei, Secretary of the CPC Municipal Committee, led",
        [("Wang Wei", "Secretary of the CPC Municipal Committee")],
    ),
    ("Her Worship the Mayor, Councillor Jane Smith, received", [("Jane Smith", "Councillor")]),
    ("Mayor-elect Jane Smith", [("Jane Smith", "Mayor-elect")]),
    ("Former Mayor Jane Smith came", [("Jane Smith", "Mayor")]),
    (
        "Ipswich Mayor Paul Tully and Nantou Magistrate Lin Ming-chen",
        [("Paul Tully", "Mayor"), ("Lin Ming-chen", "Magistrate")],
    ),
    ("Wang Wei (Vice Mayor) led 5", [("Wang Wei", "Vice Mayor")]),
    ("Vice-Mayor Wang Wei", [("Wang Wei", "Vice-Mayor")]),
    ("Executive Vice-Mayor Wang Wei", [("Wang Wei", "Executive Vice-Mayor")]),
]
NOBODY = [
    "이번 장흥군수 선거",
    "오는 10일 장흥군수가 방문",
    "21일 오후 장흥군수가 방문",
    "전북 고창군수 일행",
    "김밥 시장을 비롯한 먹거리",
    "이동 시장 등 3곳",
    "남대문시장, 김기태 교수",
    "국제교류협회(國際交流協會) 회장",
    "위해시(威海市) 시장",
    "ABC Company社长一行",
    "市长Weihai访问",
]


@pytest.mark.parametrize(("text", "people"), LED)
def test_whoever_is_named_with_an_office_is_told(
    gazetteer: Gazetteer, text: str, people: list[tuple[str, str]]
) -> None:
    found = [item.person for item in find_people(text, tuple(gazetteer.find(text)))]
    assert [(person.name, person.office) for person in found if person.name] == people


@pytest.mark.parametrize("text", NOBODY)
def test_words_that_only_stand_there_are_nobody(gazetteer: Gazetteer, text: str) -> None:
    assert not [one for one in find_people(text, tuple(gazetteer.find(text))) if one.person.name]
