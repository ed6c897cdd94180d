"""Places: every name in every script, homonyms settled by what stands beside them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.gazetteer import Gazetteer, GazetteerError, load_gazetteer, read_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


NAMED = [
    ("학벽시", "hebi"), ("허비시", "hebi"), ("학벽", "hebi"), ("鹤壁市", "hebi"), ("鶴壁", "hebi"),
    ("Hebi", "hebi"), ("HEBI CITY", "hebi"), ("Hebi Shi", "hebi"), ("Hakbyeok", "hebi"),
    ("노산구", "laoshan"), ("로산구", "laoshan"), ("라오산", "laoshan"), ("嶗山區", "laoshan"),
    ("서초구", "seocho"), ("서초", "seocho"), ("Seochogu", "seocho"), ("Seocho Gu", "seocho"),
    ("Seocho District", "seocho"), ("瑞草區", "seocho"),
    ("창닝구", "changning-shanghai"), ("长宁区", "changning-shanghai"),
    ("长宁县", "changning-sichuan"), ("Changning County", "changning-sichuan"),
    ("온령시", "wenling"), ("원링", "wenling"), ("溫嶺", "wenling"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "place"), NAMED)
def test_names_of_every_script_are_one_place(gazetteer: Gazetteer, name: str, place: str) -> None:
    assert [mention.place for mention in gazetteer.find(name)] == [place]
    decomposed = unicodedata.normalize("NFD", name)
    assert [mention.place for mention in gazetteer.find(decomposed)] == [place]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("서초구랑학벽시는언제협정을맺었나", ["seocho", "hebi"]),
        ("瑞草区和鹤壁市什么时候签约", ["seocho", "hebi"]),
        ("부산 강서구", ["busan", "gangseo-busan"]),
        ("大田西区", ["seo-daejeon"]),
        ("Gangseo District, Seoul", ["gangseo-seoul", "seoul"]),
        ("인구와 도시, 상주인구 기준", []),
        ("长白山的天池", []),
    ],
)
def test_names_in_running_text(gazetteer: Gazetteer, text: str, places: list[str]) -> None:
    assert [mention.place for mention in gazetteer.find(text)] == places


def test_a_homonym_stays_open_where_nothing_settles_it(gazetteer: Gazetteer) -> None:
    (mention,) = gazetteer.find("서구")
    assert {"seo-daejeon", "seo-incheon"} <= set(mention.places)
    (mention,) = gazetteer.find("서구", near=["seo-daejeon"])
    assert mention.places == ("seo-daejeon",)


def test_a_file_of_one_s_own_adds_and_corrects(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text(
        "id,kind,parent,ko,zh,zh-Hant,en\n"
        "lima,city,,리마시,利马,利馬,Lima\n"
        "hebi,city,china,학벽시|학벽특별구,鹤壁市,鶴壁市,Hebi\n",
        encoding="utf-8",
    )
    own = load_gazetteer(file)
    assert own.find("리마시")[0].place == "lima"
    assert own.find("학벽특별구")[0].place == "hebi"


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        ("id,kind\nx,city\n", "lacks"),
        ("id,kind,parent,ko,zh,zh-Hant,en\nx,village,,이름,名,名,Name\n", "kind must be"),
        ("id,kind,parent,ko,zh,zh-Hant,en\nx,city,nowhere,이름,名,名,Name\n", "unknown parent"),
        ("id,kind,parent,ko,zh,zh-Hant,en\nx,city,,,,,\n", "at least one name"),
    ],
)
def test_a_bad_places_file_is_refused_with_a_hint(tmp_path: Path, content: str, hint: str) -> None:
    file = tmp_path / "places.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=hint):
        load_gazetteer(file)


def test_a_places_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(GazetteerError, match="UTF-8"):
        read_places(file)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_mentions_are_ordered_disjoint_and_not_empty(text: str) -> None:
    position = 0
    for mention in load_cached().find(text):
        assert position <= mention.span.start < mention.span.end <= len(text)
        position = mention.span.end


_CACHE: list[Gazetteer] = []


def load_cached() -> Gazetteer:
    if not _CACHE:
        _CACHE.append(load_gazetteer())
    return _CACHE[0]


def test_every_name_of_the_data_file_is_found(gazetteer: Gazetteer) -> None:
    missed = [
        (place.id, name)
        for place in gazetteer.places.values()
        for names in place.names.values()
        for name in names[:1]
        if not any(place.id in m.places for m in gazetteer.find(name))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("日本东京都江东区", ["japan", "tokyo"]),
        ("韩国首尔江东区", ["korea", "gangdong"]),
        ("중국 서초구", ["china"]),
        ("중국, 서초구", ["china", "seocho"]),
        ("하남성 학벽시", ["henan", "hebi"]),
    ],
)
def test_a_place_lies_in_the_country_in_front_of_it(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert [mention.place for mention in gazetteer.find(text)] == places
