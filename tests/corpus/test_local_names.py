"""Names of places that only a page itself gives, as headings, lines and cells write them."""

from __future__ import annotations

import itertools
from functools import partial

import pytest

from corpus.gazetteer import Gazetteer, load_gazetteer
from corpus.setting.local_names import LocalName, read_name
from corpus.setting.told_places import told_places
from corpus.setting.transliteration import with_latin
from corpus.setting.unknown_names import unknown_names
from tests.corpus.effort import calls


@pytest.mark.parametrize(
    ("text", "name", "parent"),
    [
        ("Bergen County of New Jersey", "Bergen County", "new-jersey"),
        ("Sister Cities Japan Kusadora-machi", "Kusadora-machi", "japan"),
        ("Kusadora (Turkey)", "Kusadora", "turkey"),
        ("Kusadora-shi, Osaka Prefecture, Japan", "Kusadora-shi", "osaka-japan"),
        ("英国 库萨多拉市", "库萨多拉市", "uk"),
        ("库萨多拉市 美国", "库萨多拉市", "usa"),
        ("法国 库萨城市 Kusa", "库萨城市", "france"),
        ("일본 쿠사도라시(草虎市) 우호도시", "쿠사도라시", "japan"),
        ("베트남 하노이시 쿠사도라군", "쿠사도라군", "hanoi"),
        ("쿠사도라(Kusadora, 이탈리아)", "쿠사도라", "italy"),
        ("쿠사도라시 (이탈리아 / Kusadora)", "쿠사도라시", "italy"),
        ("쿠사도라 [Kusadora, Italy]", "쿠사도라", "italy"),
        ("库萨多拉（意大利，Kusadora）", "库萨多拉", "italy"),
        ("Kusadora (Italy, 쿠사도라)", "Kusadora", "italy"),
    ],
)
def test_a_name_beside_its_country(text: str, name: str, parent: str, gazetteer: Gazetteer) -> None:
    found = read_name(text, gazetteer, sure=False)
    assert found is not None
    assert (found.written, found.parent) == (name, parent)


@pytest.mark.parametrize(
    "text",
    [
        "日本主要城市",
        "韩国友好城市",
        "진저우구 소년축구단",
        "건화구 인민정부",
        "포항시-쿠사도라",
        "What we have done together",
        "Website Katsushika City Go",
        "일본 문화 체험",
    ],
)
def test_what_is_no_name_of_a_place(text: str, gazetteer: Gazetteer) -> None:
    assert read_name(text, gazetteer, sure=False) is None


def test_unknown_names_of_a_sentence(gazetteer: Gazetteer) -> None:
    text = "荷兰库萨多拉市以蓝陶闻名。"
    assert [text[s.start : s.end] for s in unknown_names(text, gazetteer)] == ["库萨多拉市"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("군은 일본 시마네현 쿠사도라정과도 협정을 맺었다", "시마네현 쿠사도라정"),
        ("일본 돗토리현 쿠다정(草町)과 자매결연", "돗토리현 쿠다정"),
        ("일본 나라현 쿠사도라촌에서 열린", "나라현 쿠사도라촌"),
        ("베트남 꽝남성 쿠사도라시와도 협정", "꽝남성 쿠사도라시"),
        ("일본 돗토리현 행정과에서", None),
        ("일본 우호협정은 1999년", None),
        ("일본 농촌에서", None),
        ("일본 돗토리현 문화촌과", None),
    ],
)
def test_a_town_that_a_sentence_names_behind_its_province(
    text: str, name: str | None, gazetteer: Gazetteer
) -> None:
    assert set(told_places(text, gazetteer)) == ({name} if name else set())


def _in_two_scripts(count: int) -> list[LocalName]:
    """Towns of Japan in Korean and in Latin letters, each of a name of its own."""
    syllables = dict(
        zip(
            "가나다라마바사카타파",
            ["ga", "na", "da", "ra", "ma", "ba", "sa", "ka", "ta", "pa"],
            strict=True,
        )
    )
    made = list(itertools.islice(itertools.product(syllables, repeat=4), count))
    korean = ["".join(reversed(name)) for name in made]
    latin = ["".join(syllables[s] for s in name).title() for name in korean]
    return [
        LocalName({language: name}, "city", "japan", name)
        for language, names in (("ko", korean), ("en", latin))
        for name in names
    ]


def test_work_on_names_in_two_scripts_grows_as_their_number() -> None:
    """Each name is compared with those that start alike and with no others."""
    few, many = _in_two_scripts(100), _in_two_scripts(400)
    gazetteer = load_gazetteer()
    joined = with_latin(few, gazetteer)
    assert any(len(name.names) == 2 for name in joined)
    work = [calls(partial(with_latin, names, gazetteer)) for names in (few, many)]
    assert work[1] < 8 * work[0]


def test_twins_have_a_date_in_common(gazetteer: Gazetteer) -> None:
    """Two towns that sound alike and became partners on other days are two towns."""
    twins = [
        LocalName({"ko": "미사토정"}, "county", "japan", "미사토정"),
        LocalName({"en": "Misato Town"}, "county", "japan", "Misato Town"),
    ]
    days = {"미사토정": {(2005, 3, 1)}, "Misato Town": {(2010, 5, 1)}}
    assert len(with_latin(twins, gazetteer)[0].names) == 2
    assert len(with_latin(twins, gazetteer, lambda name: days[name.written])[0].names) == 1
