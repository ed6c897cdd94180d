"""Several partners in one sentence, each with its year or all without a date."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Page
from corpus.pages import read_page


@pytest.mark.parametrize(
    ("publisher", "text", "expected"),
    [
        (
            "김해시",
            "1991년 일본 오쓰시, 1993년 중국 옌타이시와 칭다오시, 2011년 대만 타이난시와 "
            "자매결연을 체결하였다.",
            {
                "otsu": ("sister", "1991"),
                "yantai": ("sister", "1993"),
                "qingdao": ("sister", "1993"),
                "tainan": ("sister", "2011"),
            },
        ),
        (
            "김해시",
            "우리 시는 일본 오쓰시, 중국 옌타이시와 자매결연을 맺고 있으며, 중국 칭다오시와 "
            "우호협력 관계를 유지하고 있다.",
            {
                "otsu": ("sister", None),
                "yantai": ("sister", None),
                "qingdao": ("friendship", None),
            },
        ),
        (
            "宁波市人民政府",
            "宁波市已与日本大津市、德国亚琛市、韩国釜山市等12个城市结为友好城市。",
            {
                "otsu": ("friendship", None),
                "aachen": ("friendship", None),
                "busan": ("friendship", None),
            },
        ),
        (
            "宁波市人民政府",
            "宁波市于1983年与大津市、1986年与亚琛市、1995年与釜山市和仁川市建立友好城市关系。",
            {
                "otsu": ("friendship", "1983"),
                "aachen": ("friendship", "1986"),
                "busan": ("friendship", "1995"),
                "incheon": ("friendship", "1995"),
            },
        ),
        (
            "City of Leeds",
            "Leeds is twinned with Dortmund in Germany, Otsu in Japan and Brno in the "
            "Czech Republic.",
            {"dortmund": ("sister", None), "otsu": ("sister", None), "brno": ("sister", None)},
        ),
        # Only planned, with words of another matter between, or a third place's own.
        ("김해시", "김해시는 일본 오쓰시, 중국 옌타이시와 자매결연을 체결하기로 했다.", {}),
        ("김해시", "김해시는 오쓰시에서 축제를 열고 옌타이시와 경기를 하였다.", {}),
        ("City of Leeds", "The museum of Dortmund is twinned with Otsu and Brno.", {}),
        ("宁波市人民政府", "大津市与亚琛市、釜山市结为友好城市。", {}),
    ],
)
def test_lists_in_sentences(
    publisher: str,
    text: str,
    expected: dict[str, tuple[str, str | None]],
    tmp_path: Path,
    gazetteer: Gazetteer,
) -> None:
    path = tmp_path / "prose.txt"
    path.write_text(f"{text}\n", encoding="utf-8")
    path.with_name("prose.txt.toml").write_text(f'publisher = "{publisher}"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    ties = extract(page, gazetteer).ties
    told = {tie.places[1]: (tie.stages[0].kind, tie.stages[0].date) for tie in ties}
    assert told == expected


def test_a_name_behind_a_name_lies_in_it(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """One date of one partner is told of it alone, and not of the city that it lies in."""
    path = tmp_path / "prose.txt"
    path.write_text(
        "군은 몽골 울란바타르시 항올구와 2011년 자매결연을 체결했다.\n", encoding="utf-8"
    )
    path.with_name("prose.txt.toml").write_text('publisher = "함안군"\n')
    page = read_page(path)
    assert isinstance(page, Page), page
    assert all("ulaanbaatar" not in tie.places for tie in extract(page, gazetteer).ties)
