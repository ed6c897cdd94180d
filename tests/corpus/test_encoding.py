"""Encodings: declared, wrongly declared and not declared, long and short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.encoding import declared_charset, decode, is_binary

KOREAN = [
    "서초구",
    "결 연 일 : 1998년 8월 3일",
    "대표단이 우호도시 협정을 체결하러 방문하였습니다.",
    "중국 5대 무역항이며 街道(가도)는 한국의 ‘동’에 해당합니다.\n" * 30,
]
CHINESE = [
    "上海市长宁区",
    "2006年12月缔结友好城市",
    "温岭市代表团访问西区，两地签订交流协议。",
    "西区拥有九峰山与壮泰山等风景名胜,是一个山清水秀的绿色城市。\n" * 30,
]
TRADITIONAL = ["兩地友好交往", "臺北市與首爾市締結姊妹市，代表團訪問。" * 10]
CASES = [
    *[(text, "cp949") for text in KOREAN],
    *[(text, "euc-kr") for text in KOREAN],
    *[(text, "gb18030") for text in CHINESE],
    *[(text, "gbk") for text in CHINESE],
    *[(text, "big5") for text in TRADITIONAL],
    *[(text, "utf-8") for text in KOREAN + CHINESE + TRADITIONAL],
    *[(text, "utf-8-sig") for text in KOREAN + CHINESE],
    *[(text, "utf-16") for text in KOREAN + CHINESE],
    *[(text, "utf-16-le") for text in KOREAN[1:] + CHINESE[1:]],
    *[(text, "utf-16-be") for text in KOREAN[1:] + CHINESE[1:]],
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_without_a_declaration(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(("text", "encoding"), CASES)
@pytest.mark.parametrize(
    "declared", ["utf-8", "euc-kr", "gb2312", "iso-8859-1", "x-nonsense", "hex", "utf-16"]
)
def test_a_wrong_declaration_falls_back(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared) == text


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("교류", "cp949", "euc-kr"),
        ("中国", "gbk", "gb2312"),
        ("友好", "gb18030", "GBK"),
        ("뷁", "cp949", "ks_c_5601-1987"),
        ("臺北", "big5", "Big5"),
        ("Café", "latin-1", "iso-8859-1"),
    ],
)
def test_a_declaration_decides_the_shortest_texts(text: str, encoding: str, declared: str) -> None:
    assert decode(text.encode(encoding), declared) == text


def test_typographic_signs_of_windows() -> None:
    text = "The People’s Government – “friendly” exchanges"
    assert decode(text.encode("cp1252")) == text


def test_one_broken_letter_in_a_long_page_is_mended() -> None:
    data = ("대표단이 방문하였습니다. " * 200).encode() + "끝".encode()[:2]
    text = decode(data)
    assert text is not None
    assert text.count("\ufffd") == 1


def test_nonsense_is_not_decoded() -> None:
    assert decode(b"\xff\xfe\xfd\xfc" * 3 + b"\xff" * 9) is None
    assert decode(b"\xef\xbb\xbf\xff\xff") is None


def test_binary() -> None:
    assert is_binary("a\0b")
    assert is_binary("\x01\x02\x03\x04" * 10)
    assert not is_binary("한글\n\t\f\r ")


@pytest.mark.parametrize(
    ("html", "charset"),
    [
        (b"<meta charset=euc-kr>", "euc-kr"),
        (b"<META CharSet = 'GB2312'/>", "GB2312"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=big5">', "big5"),
        (b"<p>charset=euc-kr</p>", None),
        (b" " * 9000 + b"<meta charset=euc-kr>", None),
    ],
)
def test_declared_charset(html: bytes, charset: str | None) -> None:
    assert declared_charset(html) == charset


@given(st.binary(max_size=200), st.none() | st.text(max_size=8))
def test_any_bytes_are_decoded_or_refused(data: bytes, declared: str | None) -> None:
    text = decode(data, declared)
    assert text is None or isinstance(text, str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_utf8_with_a_signature_is_exact(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text
