"""Head counts: how many people took part, in parts where the text gives parts."""

from __future__ import annotations

import pytest

from corpus.exchanges.headcounts import count_cell, count_people


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("대표단(6명) 및 공연단(소림사 8명)", (6, 8)),
        ("학생 20명, 교사 3명", (20, 3)),
        ("青少年交流，40名学生参加", (40,)),
        ("봉사단(치과의사 3, 대학생 17) 현지 봉사", (3, 17)),
        ("물품(상자 3, 의자 12) 전달", ()),
        ("중학생 열두 명과 교사 세 명", (12, 3)),
        ("3월 세명대학교 방문", ()),
        ("한 명도 오지 않았다", ()),
        ("시민 삼십여 명이 방문", (30,)),
        ("축제에 주민 20명 합류", (20,)),
        ("시민 500명이 환영", ()),
        ("홈스테이(학생 16, 인솔자 3)", (16, 3)),
        ("구청장 외 5명", (5,)),
        ("대표단 12인", (12,)),
        ("20여 명", (20,)),
        ("총 25명(학생 20명, 교사 5명)", (20, 5)),
        ("총 25명(학생 20, 교사 5)", (20, 5)),
        ("학생 20명, 교사 5명 등 총 25명", (20, 5)),
        ("대표단 1,200명", (1200,)),
        ("2008 Eleven pupils stayed with families", (11,)),
        ("In 2016 residents presented 40 wheelchairs", ()),
        ("a trade mission of 13 companies", ()),
        ("30,000 masks for students", ()),
        ("a jazz band of six", (6,)),
        ("High school students from Seocho (12)", (12,)),
        ("One Seocho official a year", (1,)),
        ("行政課同仁4員", (4,)),
        ("代表团一行8人", (8,)),
        ("区长等12人", (12,)),
        ("派两名公务员", (2,)),
        ("羽毛球协会18名选手应邀", (18,)),
        ("鹤壁市两名公务员来府", (2,)),
        ("学生二十三名", (23,)),
        ("中学生20人、教师3人", (20, 3)),
        ("a 12-member delegation", (12,)),
        ("20 students and 3 teachers", (20, 3)),
        ("Twelve farmers", (12,)),
        ("a delegation of 11 to Kyotango", (11,)),
        ("a delegation of ten led by the mayor", (10,)),
        ("28 kindergarten teachers", (28,)),
        ("Dobong students (20)", (20,)),
        ("12 players, 3 coaches", (12, 3)),
        ("마스크 1만 장", ()),
        ("3,000 masks", ()),
        ("인구 63만명", ()),
        ("관람객 300명이 모였다", ()),
        ("an audience of 300 people", ()),
        ("a delegation of 12 cities", ()),
        ("15세, 제5회", ()),
        ("two schools and two women's hospitals", ()),
        ("三次访问", ()),
    ],
)
def test_counts_of_people_in_the_order_of_the_text(text: str, counts: tuple[int, ...]) -> None:
    assert count_people(text) == counts


@pytest.mark.parametrize(
    ("cell", "counts"),
    [("22", (22,)), ("학생 14, 교사 2", (14, 2)), ("8명", (8,)), ("3회", ()), ("-", ())],
)
def test_a_cell_of_a_column_of_people(cell: str, counts: tuple[int, ...]) -> None:
    assert count_cell(cell) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Pear growers (6) from Naju", (6,)),
        ("Local winegrowers (5) at the fair", (5,)),
        ("12 filmmakers", (12,)),
        ("the two mayors signed it", ()),
        ("two mayors visited", (2,)),
        ("포천시 중학생 20명 체험 20 middle school students of Pocheon in Huaibei", (20,)),
        ("考察团一行11人访问 an 11-member group from Muroran visited", (11,)),
        ("학생 5명, 교사 5명", (5, 5)),
        ("rowing crew of Liyang (9) at the regatta", (9,)),
        ("an officer (1 each time) was seconded", (1,)),
        ("14 pupils, 2 chaperones", (14, 2)),
        ("one grade-7 officer", (1,)),
        ("the party numbered 13", (13,)),
        ("the visitors, eleven in all", (11,)),
        ("A group of thirty-two students", (32,)),
        ("a dozen volunteers", (12,)),
        ("on 24 october a student band", ()),
        ("a shop in Hebi (2018)", ()),
        ("500 masks in all", ()),
        ("志愿者三十余人参加", (30,)),
        ("三名医生和两名护士", (3, 2)),
        ("（官员6、演员9）", (6, 9)),
    ],
)
def test_counts_in_chinese_and_english_words(text: str, counts: tuple[int, ...]) -> None:
    assert count_people(text) == counts
