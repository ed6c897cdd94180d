"""Tables that crawling left with nothing but spaces and line ends between their cells."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.dates import find_dates
from corpus.gazetteer import load_gazetteer
from corpus.knowledge import extract
from tests.corpus.written_pages import written

GAZETTEER = load_gazetteer()
HEAD = "Ulsan City Hall\n\nUlsan: Sister Cities\n\nSister Cities of Ulsan\n\n"

Facts = dict[tuple[str, str], object]
Tell = Callable[..., Facts]


@pytest.fixture
def told(tmp_path: Path) -> Tell:
    def tell(text: str, head: str = HEAD) -> Facts:
        page = written(tmp_path, head + text, "ulsan.txt")
        return {
            (f.subject.removeprefix("ulsan--").removesuffix("--ulsan"), f.property): f.value.edtf
            or f.value.number
            or f.value.text
            for f in extract(page, GAZETTEER).facts
            if f.property != "updated"
        }

    return tell


def test_columns_are_told_by_the_header_and_rows_by_their_numbers(told: Tell) -> None:
    found = told(
        "City Country Date Size(㎢) Population(1,000) Years\n"
        "Portland US May.20.1987 376 652 35 Roses and bridges\n"
        "Burgas Bulgaria Jun.2.1989 254 210 33 A port on the Black Sea\n"
        "Buenos Aires Argentina Oct.1.2001 203 3,120 21 Theatres\n"
    )
    assert found["burgas", "signed"] == "1989-06-02"
    assert found["burgas", "area"] == 254
    assert found["burgas", "population"] == 210_000
    assert found["buenos-aires", "population"] == 3_120_000


def test_a_table_without_numbers_needs_its_dates(told: Tell) -> None:
    found = told(
        "No. Nation City/State Category Signing Date\n"
        "1 Japan Hagi City Sister City 1968.10.29\n"
        "2 China Changchun City Friendship City 1994.3.15\n"
    )
    assert (found["hagi", "signed"], found["changchun", "signed"]) == ("1968-10-29", "1994-03-15")


def test_names_above_their_values_and_a_lost_name(told: Tell) -> None:
    found = told(
        "City Date of\nPopulation Area Characteristics\n"
        "Hagi, Yamaguchi, Japan\n‘68.10.29 44,000 698.3㎢ An old castle town.\n"
        "‘94.03.15 7,600,000 20,571㎢ Cars are made in Changchun\n"
        "Burgas, Bulgaria\n‘05.06.02 210,000 254㎢ A port on the Black Sea.\n"
    )
    assert found["hagi", "population"] == 44_000
    assert found["burgas", "signed"] == "2005-06-02"
    assert not any(place == "changchun" for place, _ in found)
    assert 7_600_000 not in found.values()


def test_cells_wrapped_over_lines_begin_with_the_country(told: Tell) -> None:
    found = told(
        "국가명 도시명 인구\n(천명)\n면적\n(㎢)\n결연일자\n특성\n"
        "일본(Japan) 山口県\n하기시\n44 698.3 1968.10.29\n(하기시)\n옛 성하 마을,\n도자기\n"
        "중국 (China) 창춘시\n7,600 20,571 1994. 3.15\n(울산시)\n자동차 공업\n",
        "울산시 국제자매도시\n\n국제자매도시(2개국 2개시)\n\n",
    )
    assert found["hagi", "area"] == 698.3
    assert found["hagi", "features"] == "옛 성하 마을, 도자기"
    assert found["changchun", "population"] == 7_600_000
    assert found["changchun", "signed"] == "1994-03-15"


def test_a_row_that_does_not_fit_is_not_told(told: Tell) -> None:
    found = told(
        "City Country Date Population(1,000) Area(㎢)\n"
        "Portland US 1987.5.20 652 376\n"
        "Burgas Bulgaria 1989.6.2 210\n"
        "Hagi Japan 1968.10.29 44 698\n"
    )
    assert found["hagi", "area"] == 698
    assert not any(place == "burgas" for place, _ in found)


def test_a_heading_between_rows_is_no_cell_and_ends_no_table(told: Tell) -> None:
    found = told(
        "Ulsan: Friends abroad\n\nCity Country Date Population(1,000) Note\n"
        "Portland US 1987.5.20 652 Roses\nSister Cities\n"
        "Hagi Japan 1968.10.29 44 An old town\nChangchun China 1994.3.15 7,600 Cars\n"
    )
    assert found["changchun", "population"] == 7_600_000
    assert "Sister Cities" not in " ".join(map(str, found.values()))


def test_a_known_name_behind_an_unknown_one_is_not_the_partner(told: Tell) -> None:
    found = told(
        "City Date of Sisterhood Population\n"
        "Zzyxville, Portland, US 1987.5.20 6,520\n"
        "Hagi, Japan 1968.10.29 44,000\n"
    )
    assert found["hagi", "population"] == 44_000
    assert not any(place.startswith("portland") for place, _ in found)


def test_labels_without_a_sign_and_items_between(told: Tell) -> None:
    found = told(
        "Hagi, Japan\nHagi, Japan\nName of the City Hagi\nDate Oct. 29, 1968\n"
        "  • Mar. 3, 1967 : Mayors met\nPlace of Affiliation Ulsan\nDimension 698㎢\n"
        "Population 44,000\n"
    )
    assert found["hagi", "signed"] == "1968-10-29"
    assert found["hagi", "area"] == 698


def test_plain_dates_of_events_are_no_ties(told: Tell) -> None:
    found = told(
        "Date City Details\n2016.5.3 Hagi Youth visited Ulsan\n2017.6.1 Hagi Mayor visited Ulsan\n"
    )
    assert not any(name == "signed" for _, name in found)


def test_a_section_of_one_kind_leaves_the_other_to_the_one_of_both(tmp_path: Path) -> None:
    page = written(
        tmp_path,
        "Ulsan City Hall\n\nSister & Friendship Cities of Ulsan\n\n"
        "Sister and Friendship Cities\nCities Agreement Dates Population\n"
        "Hagi, Japan 1968.10.29 44,000\nChangchun, China 1994.3.15 7,600,000\n\n"
        "Friendship Cities\nCities Agreement Dates Population\n"
        "Wuxi, China 2005.5.3 6,000,000\nKhabarovsk, Russia 2007.6.7 600,000\n",
        "ulsan.txt",
    )
    stages = {f.value.edtf: f.stage for f in extract(page, GAZETTEER).facts if f.stage}
    assert stages == {
        "1968-10-29": "sister",
        "1994-03-15": "sister",
        "2005-05-03": "friendship",
        "2007-06-07": "friendship",
    }


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Jun.30.1966", "1966-06-30"),
        ("18-Dec-1967", "1967-12-18"),
        ("1967.Dec.18", "1967-12-18"),
        ("Sept.3,2001", "2001-09-03"),
        ("¡®93.10.27", "1993-10-27"),
        ("â€˜94.10.18", "1994-10-18"),
        ("´93.10.27", "1993-10-27"),
        ("'05-10-23", "2005-10-23"),
        ("‘91 1. 22", "1991-01-22"),
        ("1970 (S45). 1. 1", "1970-01-01"),
        ("5/29/1996", "1996-05-29"),
        ("29/5/1996", "1996-05-29"),
        ("91년 6월에", "1991-06"),
    ],
)
def test_dates_as_clerks_and_crawlers_leave_them(text: str, edtf: str) -> None:
    assert [date.edtf for date in find_dates(text)] == [edtf]


@pytest.mark.parametrize(
    "text", ["12/05/1998", "90년 만에", "class of '95 12.5 km", "May 29 1", "'88/89 season"]
)
def test_what_is_open_is_no_date(text: str) -> None:
    assert find_dates(text) == []
