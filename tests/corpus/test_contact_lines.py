"""The line at the foot of a page that tells whom to ask."""

from __future__ import annotations

import pytest

from corpus.facts.contact_lines import contact_values
from corpus.model import Block, Page, Span

LINES = [
    ("자치행정과 052-226-5353", {"department": "자치행정과", "phone": "052-226-5353"}),
    (
        "자료담당 : 자치행정과 (031-828-2403) 2023년 8월 2일 수정",
        {"department": "자치행정과", "phone": "031-828-2403", "updated": "2023년 8월 2일"},
    ),
    (
        "Administrative Support Division, 212 World Road Tel 02-3153-8330",
        {"department": "Administrative Support Division", "phone": "02-3153-8330"},
    ),
    (
        "Inquiries: Corporate Support Division 054-480-6144",
        {"department": "Corporate Support Division", "phone": "054-480-6144"},
    ),
    (
        "某市人民政府外事办公室 电话：0514-87960611 传真：0514-87960622",
        {
            "department": "某市人民政府外事办公室",
            "phone": "0514-87960611",
            "fax": "0514-87960622",
        },
    ),
    ("결연일 : 우호(2001.5.3), 자매(2005.8.1)", {}),
    ("In 2019 some 96,000 passengers landed at the port.", {}),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_contact_line(line: str, expected: dict[str, str]) -> None:
    page = Page("p", "", line, (Block("paragraph", Span(0, len(line))),), "", "")
    found = {name: page.quote(span) for name, span in contact_values(page).items()}
    assert found == expected
