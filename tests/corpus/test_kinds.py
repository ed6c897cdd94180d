"""Kinds of exchange by their words in three languages."""

from __future__ import annotations

import pytest

from corpus.exchanges.kinds import kinds_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("대표단 방문", ("visit",)),
        ("우호도시 협정 체결", ("signing",)),
        ("자매결연 20주년 기념식", ("ceremony",)),
        ("보건용 마스크 기증", ("gift", "medical")),
        ("위로 서신 송부", ("letter",)),
        ("공무원 파견근무", ("visit", "staff")),
        ("친선 축구경기", ("sport",)),
        ("투자설명회 참가", ("business",)),
        ("윤봉길기념관", ()),
        ("기념품 전달", ("gift",)),
        ("경기도", ()),
        ("代表团来访", ("visit",)),
        ("签署友好交流备忘录", ("signing",)),
        ("寄来感谢信", ("letter",)),
        ("郡守等11人访县", ("visit",)),
        ("记者采访", ()),
        ("企业参加第四届科博会", ("festival", "business")),
        ("致送贺函", ("letter",)),
        ("以邮寄方式交换友好交流意向书", ("signing",)),
        ("艺术节开幕式", ("ceremony", "festival", "culture")),
        ("节约用水", ()),
        ("青少年夏令营", ("youth",)),
        ("選派公務員研修", ("staff",)),
        ("signed a letter of intent", ("signing",)),
        ("sent a letter of comfort", ("letter",)),
        ("an art exhibition", ("culture",)),
        ("a party, an article and a partner", ()),
        ("the transport of goods", ()),
        ("showed great interest", ()),
        ("지진 위로전문 타전", ("letter",)),
        ("새해 인사 카드 도착", ("letter",)),
        ("의료봉사단 현지 주민 진료", ("staff", "medical")),
        ("유소년 아이스하키팀 전지훈련", ("staff", "youth", "sport")),
        ("최고교류상", ()),
        ("농특산물 판매부스 운영", ("business",)),
        ("특산품 전시", ("business", "culture")),
        ("둘러본 뒤 환담", ("visit",)),
        ("donated masks", ("gift", "medical")),
        ("training of officials", ("staff",)),
    ],
)
def test_kinds_by_words(text: str, kinds: tuple[str, ...]) -> None:
    assert kinds_of(text) == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("互换《友好交流意向书》", "signing"),
        ("중고 차량 1대 무상 양여", "gift"),
        ("컴퓨터 50대 전달", "gift"),
        ("유물 특별전 개최", "culture"),
        ("소나무 식재", "ceremony"),
        ("방송 제작팀 취재", "visit"),
        ("특산물 백화점 입점", "business"),
        ("剪纸艺人献艺", "culture"),
        ("儿童冰球队", "sport"),
        ("商工会会员", "business"),
        ("以防护服回礼", "gift"),
        ("在中学任教", "staff"),
        ("医疗小组义诊", "medical"),
        ("寄宿家庭的中学生", "youth"),
        ("重游旧地", "visit"),
        ("junior swimmers", "sport"),
        ("drummers opened the parade", "culture"),
        ("handed over a fund", "gift"),
        ("dropped in with two aides", "visit"),
        ("crab dealers", "business"),
        ("gifted 200 azalea trees", "gift"),
        ("spent a week with the fire department", "visit"),
    ],
)
def test_more_words_tell_a_kind(text: str, kind: str) -> None:
    assert kind in kinds_of(text)


@pytest.mark.parametrize("word", ["시장", "판매", "확대", "공장", "현장", "공개", "우대"])
def test_words_that_end_like_a_counter_are_no_gift(word: str) -> None:
    assert "gift" not in kinds_of(f"{word} 지원")


@pytest.mark.parametrize(
    "text", ["쌀 500포를 지원", "버스 두 대 지원", "3천만 원을 지원", "책상 20대 전달"]
)
def test_a_number_of_things_is_a_gift(text: str) -> None:
    assert "gift" in kinds_of(text)
