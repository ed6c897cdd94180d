"""What counts as said: values and not spellings, on whole numbers."""

import pytest

from service.expected import meets


@pytest.mark.parametrize(
    ("expectation", "text"),
    [
        ("date:2016-10-13", "서초구와 학벽시는 2016년 10월 13일에 체결했습니다."),
        ("date:2016-10-13", "瑞草区与鹤壁市于2016年10月13日签署了"),
        ("date:2016-10-13", "signed on 13 October 2016, in Seocho-gu"),
        ("date:2016-10-13", "2016-10-13"),
        ("date:2016-10-13", "“결연일 2016. 10. 13.”"),
        ("date:2016-10-13", "signed on October 13, 2016"),
        ("date:2016-10", "on 13 October 2016"),
        ("date:2016-10", "2016년10월"),
        ("date:2016", "in 2016"),
        ("date:2000-01/2001-01", "from January 2000 to January 2001"),
        ("date:2000-01/2001-01", "2000년 1월에서 시작해 2001년 1월까지"),
        ("number:460000", "약 46만명"),
        ("number:460000", "about 460,000 people"),
        ("number:460000", "46.0万人"),
        ("number:460000", "460000"),
        ("number:120000000", "1억 2,000만 원"),
        ("number:395.79", "395.79㎢"),
        ("number:7000000000", "7 billion won"),
        ("총영사|consul", "a former Consul General"),
        ("of 6 ", "a delegation of  6\nmembers"),
        ("1,18만", "“약 1,18만명”"),
        ("鹤壁", "鶴壁市"),
        ("12 3", "12 3"),
    ],
)
def test_said(expectation: str, text: str) -> None:
    assert meets(expectation, [text])


@pytest.mark.parametrize(
    ("expectation", "text"),
    [
        ("date:2004-10-05", "15 October 2004"),
        ("date:2016-10-13", "in October 2016"),
        ("date:2016-01", "2016년 11월"),
        ("date:2000-01/2001-01", "January 2000"),
        ("number:460000", "1,460,000"),
        ("number:460000", "146만"),
        ("number:46", "46만"),
        ("number:46", "460"),
        ("number:395", "395.79"),
        ("6명", "16명"),
        ("2012", "20120"),
        ("12", "1 2"),
        ("123", "12 3"),
        ("consul", "council"),
    ],
)
def test_not_said(expectation: str, text: str) -> None:
    assert not meets(expectation, [text])


def test_any_text_may_say_it() -> None:
    assert meets("date:2016-10-13|never", ["13 October", "2016-10-13"])
