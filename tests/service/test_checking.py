"""The editor's to-do list: what is found on pages that have it, and not on others."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.check_report import show_findings
from service.checking import check_pages
from service.extraction import NoSuchPage
from service.findings import Checked, Finding
from service.settings import Settings
from tests.conftest import TODAY
from tests.service.samples import SOUND

SETTINGS = Settings(today=TODAY)


def check(tmp_path: Path, **pages: str) -> Checked:
    for name, text in pages.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return check_pages(tmp_path, SETTINGS)


def kinds(checked: Checked) -> list[str]:
    return [each.check for each in checked.findings]


def only(checked: Checked, check: str) -> Finding:
    (found,) = [each for each in checked.findings if each.check == check]
    return found


def test_nothing_on_a_sound_page(tmp_path: Path) -> None:
    checked = check(tmp_path, sound=SOUND)
    assert checked.findings == []
    assert show_findings(checked, None) == "1 page: nothing found."


def test_values_that_differ_side_by_side_with_their_lines(tmp_path: Path) -> None:
    checked = check(tmp_path, a=SOUND, b=SOUND.replace("2,182", "21,820").replace("허비", "학벽"))
    found = only(checked, "differs")
    assert (Path(found.at.file).name, found.at.line, found.at.text) == ("a.md", 13, "2,182 km²")
    (other,) = found.others
    assert (Path(other.file).name, other.line, other.text) == ("b.md", 13, "21,820 km²")
    assert "area" in found.wrong


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("면적 : 2,182㎢", "면적 : 2,182.5㎢"),
        ("면적 : 2,182㎢", "면적 : 218,200ha"),
        ("약 163만명 (2018년)", "157만명 (2020년)"),
        ("약 163만명 (2018년)", "1,630,212명"),
        ("2016년 10월 13일", "2016년 10월"),
    ],
)
def test_values_that_can_both_be_right(tmp_path: Path, one: str, other: str) -> None:
    assert one in SOUND
    assert kinds(check(tmp_path, a=SOUND, b=SOUND.replace(one, other))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("약 163만명 (2018년)", "약 263만명 (2018년)"),
        ("약 163만명 (2018년)", "약 263만명"),
        ("2016년 10월 13일", "2016년 10월 14일"),
    ],
)
def test_values_that_cannot_both_be_right(tmp_path: Path, one: str, other: str) -> None:
    assert "differs" in kinds(check(tmp_path, a=SOUND, b=SOUND.replace(one, other)))


@pytest.mark.parametrize(
    ("old", "new", "expected", "written"),
    [
        ("약 163만명", "약 1,63만명", "malformed", "1,63만명"),
        ("2,182㎢", "2,182㎡", "implausible", "2,182㎡"),
        ("2018년 11월", "2031년 11월", "future", "2031년 11월"),
        ("2018년 11월", "2018년 11월 31일", "no_such_day", "2018년 11월 31"),
        ("2018년 11월", "1818년 11월", "early", "1818년 11월"),
        ("2018년 11월", "2025년 11월", "stale", "2025년 11월"),
        ("- 인구", "- 시의나물 : 고사리\n- 인구", "label", "시의나물"),
        ("허비시 대표단", "허비시 대표단, 하아아시 대표단", "unlinked", "하아아시"),
        ("updated: 2024-08-08\n", "", "no_date", "서초구의 우호도시"),
        ("url: https://www.seocho.go.kr/china\n", "", "no_address", "서초구의 우호도시"),
        ("department: 행정지원과\n", "", "no_contact", "서초구의 우호도시"),
    ],
)
def test_what_is_found(tmp_path: Path, old: str, new: str, expected: str, written: str) -> None:
    assert old in SOUND
    found = only(check(tmp_path, page=SOUND.replace(old, new)), expected)
    assert written in found.at.text
    assert found.wrong
    assert found.do


def test_a_letter_of_intent_behind_the_agreement(tmp_path: Path) -> None:
    late = "- 2019년 5월 서초구와 허비시, 우호교류 의향서 체결\n"
    found = only(check(tmp_path, page=SOUND + late), "order")
    assert "2019-05" in found.wrong
    assert "2016-10-13" in found.wrong


def test_a_section_of_a_partner_without_a_fact(tmp_path: Path) -> None:
    page = f"{SOUND}\n## 중국 산동성 조장시\n\n경치가 아름답다.\n"
    assert only(check(tmp_path, page=page), "empty_section").at.text == "중국 산동성 조장시"


def test_a_page_about_nobody(tmp_path: Path) -> None:
    found = kinds(check(tmp_path, page="# 안내\n\n준비 중입니다."))
    assert {"no_partner", "no_home"} <= set(found)


def test_a_file_that_is_no_page_comes_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "list.xls").write_bytes(b"\0")
    found = only(check(tmp_path, page=SOUND), "skipped")
    assert "no reader for .xls" in found.wrong


def test_by_page_the_most_serious_first(tmp_path: Path) -> None:
    bad = SOUND.replace("updated: 2024-08-08\n", "").replace("163만", "1,63만")
    checked = check(tmp_path, a=bad, b=bad.replace("url: ", "link: "))
    files = [Path(each.at.file).name for each in checked.findings]
    assert files == sorted(files)
    first = [each.severity for each in checked.findings if each.at.file.endswith("a.md")]
    assert first == sorted(first)
    shown = show_findings(checked, 80)
    assert shown.index("malformed numbers") < shown.index("pages without a date")
    assert shown.splitlines()[-1].startswith("2 pages: ")


def test_nothing_to_check(tmp_path: Path) -> None:
    for pages in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoSuchPage, match=str(pages)):
            check_pages(pages, SETTINGS)
