"""Metadata: labels of page information, sidecars, which source wins, languages."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.metadata import from_labels, languages_of, merge, read_sidecar
from corpus.reading.outline import Piece, Stated, Unreadable
from corpus.reading.page_labels import dateline, page_labels, read_date


def said(line: str) -> dict[str, str]:
    return {label.name: label.value for label in page_labels(line)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("자료관리부서 행정지원과", {"department": "행정지원과"}),
        ("담당전화 02-2155-6168", {"phone": "02-2155-6168"}),
        ("최종수정일 2024-08-08", {"updated": "2024-08-08"}),
        ("최종 수정일 : 2024년 8월", {"updated": "2024-08"}),
        ("위치 구청본관 5층", {"address": "구청본관 5층"}),
        ("담당 부서 | 총무과", {"department": "총무과"}),
        (
            "담당부서: 총무과(팀) / 전화: +82 2 123 4567",
            {"department": "총무과(팀)", "phone": "+82 2 123 4567"},
        ),
        (
            "담당부서 총무과 담당전화 02-1-22-3333 최종수정일 2024.8.8.",
            {"department": "총무과", "phone": "02-1-22-3333", "updated": "2024-08-08"},
        ),
        (
            "发布时间：2021-08-19 10:20 来源：外事办公室 浏览次数：12",
            {"published": "2021-08-19", "publisher": "外事办公室", "other": "12"},
        ),
        ("更新日期: 2021年8月19日", {"updated": "2021-08-19"}),
        ("Last updated: August 8, 2024", {"updated": "2024-08-08"}),
        (
            "Department: Foreign Affairs | Tel: (021) 1234-5678",
            {"department": "Foreign Affairs", "phone": "(021) 1234-5678"},
        ),
        ("담당부서 : 총무과 (https://a.kr/x)", {"department": "총무과"}),
    ],
)
def test_labels(line: str, expected: dict[str, str]) -> None:
    assert said(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "행정지원과",
        "최종수정일 미정",
        "담당전화 없음",
        "Department stores are found everywhere in town",
        "Address the delegation first",
        "위치에 따라 다릅니다.",
        "결연일 : 1998년",
        "우리 담당부서 총무과",
        "Last updated: soon",
    ],
)
def test_no_labels(line: str) -> None:
    assert said(line) == {}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-08-08", "2024-08-08"),
        ("2024-08-08T10:00:00+09:00", "2024-08-08"),
        ("2024.8.8. 10:30", "2024-08-08"),
        ("2024년 8월", "2024-08"),
        ("2024/08/08", "2024-08-08"),
        ("August 2024", "2024-08"),
        ("2024-13-45", None),
        ("", None),
    ],
)
def test_dates_keep_their_precision(text: str, edtf: str | None) -> None:
    assert read_date(text) == edtf


def test_the_page_wins_over_what_is_around_it() -> None:
    pieces = [
        Piece("item", "담당부서 총무과", about_page=True),
        Piece("item", "최종수정일 2024-08-08", about_page=True),
        Piece("item", "담당전화 02-123-4567"),
    ]
    stated = from_labels(pieces, ["담당부서 : 인사과", "주소 : 나래로 1"])
    assert (stated.department, stated.updated) == ("총무과", "2024-08-08")
    assert (stated.phone, stated.address) == (None, "나래로 1")


def test_an_address_around_the_page_is_not_enough() -> None:
    assert from_labels([], ["주소 : 나래로 1", "대표전화 : 02-123-4567"]) == Stated()


def test_the_day_of_change_goes_before_the_day_of_publication() -> None:
    lines = ["发布时间：2021-08-19", "更新日期：2022-01-02"]
    assert from_labels([], lines).updated == "2022-01-02"
    assert from_labels([], lines[:1]).updated == "2021-08-19"


def test_merge_takes_each_field_from_the_first_that_has_it() -> None:
    merged = merge(Stated(title="가", phone=""), Stated(title="나", phone="1"), Stated(url="u"))
    assert merged == Stated(title="가", phone="1", url="u")


def test_sidecar() -> None:
    data = """# note
url = "https://a.kr/x"
languages = ["zh-CN", "en"]
updated = 2024-08-08
title = " 두  칸 "
""".encode()
    assert read_sidecar(data, "x.toml") == Stated(
        url="https://a.kr/x", languages=("zh", "en"), updated="2024-08-08", title="두 칸"
    )


@pytest.mark.parametrize(
    ("value", "edtf"),
    [("2024-08-08T10:00:00", "2024-08-08"), ("2024", "2024"), ('"2024년 8월"', "2024-08")],
)
def test_sidecar_dates(value: str, edtf: str) -> None:
    assert read_sidecar(f"updated = {value}".encode(), "x").updated == edtf
    assert datetime.date.fromisoformat("2024-08-08")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('url = "https://a.kr"\ntitel = "x"', "x.toml line 2: unknown key 'titel' (known: title,"),
        ("a b", "x.toml: .*at line 1"),
        ("title = 5", "x.toml line 1: title must be text"),
        ('title = "a"\n\nlanguages = ["fr"]', "x.toml line 3: 'fr' is none of ko, zh, en"),
        ("languages = [1]", "x.toml line 1: languages must be a list such as"),
        ('updated = "soon"', "x.toml line 1: updated is no date: 'soon'"),
        ('url = "a.kr"', "x.toml line 1: url must start with http"),
        ("[title]\na = 1", "x.toml line 1: title must be text"),
    ],
)
def test_a_wrong_sidecar_names_the_line(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        read_sidecar(text.encode(), "x.toml")
    assert re.match(reason.replace("(", r"\("), str(error.value))


def test_a_sidecar_that_is_not_utf8() -> None:
    with pytest.raises(Unreadable, match=r"x\.toml line 2: not UTF-8"):
        read_sidecar(b"# a\ntitle = '\xff'", "x.toml")


@given(st.binary() | st.text().map(str.encode))
def test_any_sidecar_is_read_or_refused(data: bytes) -> None:
    try:
        read_sidecar(data, "x")
    except Unreadable as error:
        assert str(error).startswith("x")


@given(st.text())
def test_any_line_has_labels_or_none(line: str) -> None:
    assert all(label.value for label in page_labels(line))


KOREAN = "대표단이 가도를 방문하여 행정과 복지를 살펴보고 돌아왔다. " * 3
CHINESE = "两地友好交往，代表团访问西区。" * 3
ENGLISH = "A delegation visited the district and signed an agreement. " * 3


@pytest.mark.parametrize(
    ("text", "named", "head", "expected"),
    [
        (KOREAN + "(街道)", (), (), ("ko",)),
        (ENGLISH, (), ("ko",), ("en",)),
        (CHINESE + ENGLISH, (), (), ("zh", "en")),
        (CHINESE + ENGLISH, (), ("en",), ("en", "zh")),
        (CHINESE + ENGLISH, ("en", "zh"), ("zh",), ("en", "zh")),
        (ENGLISH, ("ko",), (), ("en",)),
        (ENGLISH * 9 + "友好", ("en", "zh"), (), ("en", "zh")),
        ("1 2 3", (), ("ko",), ("ko",)),
        ("1 2 3", ("zh",), ("ko",), ("zh",)),
    ],
)
def test_languages(text: str, named: tuple, head: tuple, expected: tuple) -> None:  # type: ignore[type-arg]
    assert languages_of(text, named, head) == expected


def test_the_day_of_a_page_may_stand_without_a_label() -> None:
    told = dateline("2018-10-26 08:45　来源：安吉县融媒体中心")
    assert told is not None
    assert told.value == "2018-10-26"
    assert dateline("2018-10-26 代表团来访") is None
