"""Pages of a state, a province or an association that list the partners of its cities."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Page
from corpus.pages import read_page

TABLE = """福建省国际友好城市列表

省级友好地区
中国行政区 外国行政区 国家 大洲 结好时间[註 1] 来源及备注
福建省 长崎县  日本 亚洲 1982年10月16日 [3]:20[4]
俄勒冈州 美国 北美洲 1984年9月11日 [註 2]
地级友好城市
中国行政区 外国行政区 国家 大洲 结好时间 来源及备注
福州市 长崎市  日本 亚洲 1980年10月20日 [6]
那霸市 日本 亚洲 1981年5月20日
厦门市 佐世保市  日本 亚洲 1983年10月28日
"""
LINES = """Sister city relationships of Victorian councils

Ballarat – Inagawa (Japan)
Ballarat – Yangzhou (China)
Geelong – Lianyungang (China) 1994
Melbourne – Osaka, Japan 24 April 1978
"""


def _told(text: str, publisher: str | None, tmp_path: Path, gazetteer: Gazetteer) -> set[object]:
    path = tmp_path / "pairs.txt"
    path.write_text(text, encoding="utf-8")
    if publisher:
        path.with_name("pairs.txt.toml").write_text(f'publisher = "{publisher}"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    ties = extract(page, gazetteer).ties
    return {(*tie.places, stage.kind, stage.date) for tie in ties for stage in tie.stages}


def test_rows_of_a_column_of_the_own_side(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """A row without that cell is of the place above it; none is booked to the province."""
    assert _told(TABLE, "福建省", tmp_path, gazetteer) == {
        ("fujian", "nagasaki-japan", "friendship", "1982-10-16"),
        ("fujian", "oregon", "friendship", "1984-09-11"),
        ("fuzhou", "nagasaki", "friendship", "1980-10-20"),
        ("fuzhou", "naha", "friendship", "1981-05-20"),
        ("xiamen", "sasebo", "friendship", "1983-10-28"),
    }


def test_lines_of_two_places(tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert _told(LINES, None, tmp_path, gazetteer) == {
        ("ballarat", "inagawa-cho", "sister", None),
        ("ballarat", "yangzhou", "sister", None),
        ("geelong", "lianyungang", "sister", "1994"),
        ("melbourne", "osaka", "sister", "1978-04-24"),
    }


@pytest.mark.parametrize(
    "text",
    [
        # Two names in a cell of partners, one of them of a city in the page's own province.
        "Sister Cities\n\nHokkaido city Partner city Country Date\n"
        "Sapporo Munich Germany August 28, 1972\nAsahikawa Suwon South Korea October 17, 1989\n",
        # A single line of two names is no list of pairs.
        "Sister Cities\n\nSapporo – Munich (Germany) 1972\n",
        # The country comes before the name in a list of the page's own partners.
        "Weather\n\nSapporo – Munich 1972\nAsahikawa – Suwon 1989\nKushiro – Burnaby 1965\n",
    ],
)
def test_what_is_no_list_of_pairs(text: str, tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert not _told(text, "Hokkaido", tmp_path, gazetteer)


def test_captions_that_look_like_headings_tell_signings(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = (
        "省级友好地区\n\n长崎港的夜景。长崎县于1982年10月16日与福建省缔结友好关系\n"
        "俄勒冈州的公园。俄勒冈州于1984年9月11日与福建省缔结友好关系\n"
    )
    assert _told(text, "福建省", tmp_path, gazetteer) == {
        ("fujian", "nagasaki-japan", "friendship", "1982-10-16"),
        ("fujian", "oregon", "friendship", "1984-09-11"),
    }
