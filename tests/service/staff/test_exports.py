"""Downloads hold exactly what is found, in forms that programs read and cannot be hurt by."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import openpyxl
import pytest
from docx import Document
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from service.exchanges.cells import safe

SEARCHES = ["", "?q=학벽시", "?kind=visit&from=2010&to=2015", "?q=zzzz", "?sort=partner&size=1-9"]


def rows_of(client: TestClient, query: str, table: str = "exchanges") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/staff/export/{table}.json{query}").json()
    return found


@pytest.mark.parametrize("query", SEARCHES)
def test_each_form_holds_what_the_list_counts(staff: TestClient, query: str) -> None:
    rows = rows_of(staff, query)
    page = staff.get(f"/staff{query}").text
    counted = (
        f"{len(rows)} exchange{'' if len(rows) == 1 else 's'}" if rows else "No exchange fits."
    )
    assert counted in page
    text = staff.get(f"/staff/export/exchanges.csv{query}").content.decode("utf-8")
    assert text.startswith("\ufeff")
    lines = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [line[-1] for line in lines[1:]] == [row["id"] for row in rows]
    book = openpyxl.load_workbook(
        io.BytesIO(staff.get(f"/staff/export/exchanges.xlsx{query}").content)
    )
    cells = list(book.active.values)
    assert [cell[-1] for cell in cells[1:]] == [row["id"] for row in rows]
    assert list(cells[0]) == lines[0]
    assert [cell[7] for cell in cells[1:]] == [row["people"] for row in rows]


def test_an_export_says_what_the_page_says(staff: TestClient) -> None:
    row = next(r for r in rows_of(staff, "?q=학벽시&year=2018"))
    assert row["partner"] == "Hebi"
    assert row["date"].startswith("2018")
    assert row["quote"]


def test_an_export_refuses_what_a_page_would_leave_out(staff: TestClient) -> None:
    response = staff.get("/staff/export/exchanges.csv?from=soon")
    assert response.status_code == 400
    assert "soon" in response.json()["detail"]


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+82", "-2", "@x", "＝1", "＋1", "－1", "＠1", "\t=1", "\r=1", " =1", "\u3000=1"],
)
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@given(st.text(max_size=20))
def test_a_guarded_cell_is_harmless_and_can_be_read_back(cell: str) -> None:
    kept = safe(cell)
    assert not kept.lstrip(" \u3000").startswith(tuple("=+-@＝＋－＠\t\r\n"))
    assert kept in (cell, f"'{cell}")


def test_numbers_stay_numbers() -> None:
    assert (safe(-3), safe(None)) == ("-3", "")


def test_anniversaries_return_every_year(staff: TestClient) -> None:
    calendar = Calendar.from_ical(staff.get("/staff/export/ties.ics").content)
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(events) > 5
    hebi = events["hebi--seocho/friendship/2016-10-13@gyoryu"]
    assert hebi["dtstart"].dt == date(2016, 10, 13)
    assert hebi["rrule"] == {"FREQ": ["YEARLY"]}
    assert "2016" in hebi["summary"] and "Hebi" in hebi["summary"]
    only = Calendar.from_ical(staff.get("/staff/export/exchanges.ics?partner=hebi").content)
    assert {str(e["uid"]).split("/")[0] for e in only.walk("VEVENT")} == {"hebi--seocho"}


def test_without_an_anniversary_there_is_no_calendar(staff: TestClient) -> None:
    for table in ("ties", "exchanges"):
        refused = staff.get(f"/staff/export/{table}.ics?q=zzzz")
        assert refused.status_code == 404
        assert "no calendar" in refused.json()["detail"]


def test_ties_are_exported(staff: TestClient) -> None:
    rows = rows_of(staff, "?sort=-exchanges", "ties")
    counts = [row["exchanges"] for row in rows]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == len(rows_of(staff, ""))


def test_file_names_are_in_the_reader_s_language(staff: TestClient) -> None:
    staff.cookies.set("gyoryu_staff_language", "ko")
    head = staff.get("/staff/export/exchanges.csv").headers["content-disposition"]
    assert 'filename="exchanges-2026-11-22.csv"' in head
    assert "filename*=UTF-8''%EA%B5%90%EB%A5%98-2026-11-22.csv" in head


@pytest.mark.parametrize("tongue", ["ko", "zh-Hans", "zh-Hant", "en"])
def test_the_briefing_is_the_same_in_word(staff: TestClient, tongue: str) -> None:
    staff.cookies.set("gyoryu_staff_language", tongue)
    page = staff.get("/staff/briefing/hebi--seocho")
    assert page.status_code == 200
    document = Document(io.BytesIO(staff.get("/staff/briefing/hebi--seocho.docx").content))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    rows = rows_of(staff, "?partner=hebi")
    for row in rows:
        first_quote = row["quote"].split(" / ")[0]
        assert first_quote in text
    assert len(rows) > 10
    assert all(line in text for line in ("2015", "2016", "2,182"))


def test_json_has_the_same_keys_in_every_language(staff: TestClient) -> None:
    keys = set(rows_of(staff, "?q=학벽시")[0])
    staff.cookies.set("gyoryu_staff_language", "ko")
    assert set(rows_of(staff, "?q=학벽시")[0]) == keys
    assert json.dumps(sorted(keys)).isascii()
