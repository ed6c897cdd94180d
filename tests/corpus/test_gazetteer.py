"""Places: every name in every script, homonyms settled by what stands beside them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.gazetteer import Gazetteer
from corpus.model import Place

NAMED = [
    ("학벽시", "hebi"), ("허비시", "hebi"), ("학벽", "hebi"), ("鹤壁市", "hebi"), ("鶴壁", "hebi"),
    ("Hebi", "hebi"), ("HEBI CITY", "hebi"), ("Hebi Shi", "hebi"), ("Hakbyeok", "hebi"),
    ("노산구", "laoshan"), ("로산구", "laoshan"), ("라오산", "laoshan"), ("嶗山區", "laoshan"),
    ("서초구", "seocho"), ("서초", "seocho"), ("Seochogu", "seocho"), ("Seocho Gu", "seocho"),
    ("Seocho District", "seocho"), ("瑞草區", "seocho"),
    ("창닝구", "changning-shanghai"), ("长宁区", "changning-shanghai"),
    ("长宁县", "changning-sichuan"), ("Changning County", "changning-sichuan"),
    ("온령시", "wenling"), ("원링", "wenling"), ("溫嶺", "wenling"),
    ("He bi", "hebi"), ("City of Hebi", "hebi"), ("Ｈｅｂｉ", "hebi"), ("허\u200b비시", "hebi"),
    ("Seocho-gu", "seocho"), ("서초구청", "seocho"), ("⾦浦市", "gimpo"),
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
        ("大田西区", ["daejeon", "seo-daejeon"]),
        ("상해홍구구", ["shanghai", "hongkou"]),
        ("上海市虹口区", ["shanghai", "hongkou"]),
        ("Hongkou District, Shanghai", ["hongkou", "shanghai"]),
        ("Hongkou, Shanghai", ["hongkou", "shanghai"]),
        ("Jiangxi Province's Nanchang", ["jiangxi", "nanchang"]),
        ("경기도수원시", ["gyeonggi", "suwon"]),
        ("www.hebi.gov.cn", []),
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


@settings(deadline=None)
@given(st.text(max_size=200))
def test_mentions_are_ordered_disjoint_and_not_empty(gazetteer: Gazetteer, text: str) -> None:
    position = 0
    for mention in gazetteer.find(text):
        assert position <= mention.span.start < mention.span.end <= len(text)
        position = mention.span.end


WORDS = [
    "우호 교류를 위해 예산을 세웠다", "문화 교류와 경제 협력을 이어 가기로 하였다",
    "两市将在经济、文化、教育等领域开展友好交流", "沿海城市的城市建设", "老城区和新城区的来宾",
    "the two cities will visit each other in spring and in autumn", "Mayor Li Changchun led them",
    "김수현 국장", "市长罗德里格斯率团访问", "板桥区公所", "重大庆典活动", "境内江河众多",
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_words_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert [text[slice(*m.span)] for m in gazetteer.find(text)] == []


def test_a_short_name_counts_where_its_place_is_spoken_of(gazetteer: Gazetteer) -> None:
    text = "라오산 대표단이 왔다"
    assert gazetteer.find(text) == []
    assert [m.place for m in gazetteer.find(text, near=["laoshan"])] == ["laoshan"]
    assert [m.place for m in gazetteer.find(text, known=["laoshan"])] == ["laoshan"]
    assert [m.place for m in gazetteer.find(f"칭다오 {text}")] == ["qingdao", "laoshan"]
    assert "laoshan" in [m.place for m in gazetteer.find(f"{text}. 라오산구는 동쪽에 있다")]


def test_another_unit_of_the_same_name_is_no_mention(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Hebi County is not known here") == []
    assert "shanghai" not in [m.place for m in gazetteer.find("在上海路举行")]


def test_places_laid_over_others_are_found_beside_them(gazetteer: Gazetteer) -> None:
    lima = Place("lima-here", "city", {"ko": ("리마구",)}, "seocho")
    over = gazetteer.with_places([lima])
    assert [m.place for m in over.find("리마구와 허비시")] == ["lima-here", "hebi"]
    assert gazetteer.find("리마구") == []
    renamed = gazetteer.with_places([Place("hebi", "city", {"ko": ("새이름시",)}, "henan")])
    assert [m.place for m in renamed.find("새이름시")] == ["hebi"]
    assert renamed.find("허비시") == []


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=60), st.sampled_from(["서초구와 허비시 ", "上海市虹口区", "Hebi, Henan. "]))
def test_the_work_grows_with_the_text_and_not_faster(
    gazetteer: Gazetteer, text: str, names: str
) -> None:
    """Candidates are counted, not seconds: twice the text has about twice as many."""
    unit = text + names
    once, twice = (len(gazetteer.find(unit * n)) for n in (20, 40))
    assert twice <= 2 * once + 2


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("日本东京都江东区", ["japan", "tokyo", "koto"]),
        ("韩国首尔江东区", ["korea", "seoul", "gangdong"]),
        ("중국 서초구", ["china"]),
        ("중국, 서초구", ["china", "seocho"]),
        ("하남성 학벽시", ["henan", "hebi"]),
        ("日本 长野市", ["japan", "nagano-nagano-japan"]),
        ("美国得梅因市", ["usa", "des-moines"]),
        ("日本唐津市", ["japan", "karatsu"]),
        ("佐贺县唐津市", ["saga-japan", "karatsu"]),
        ("越南高平市", ["vietnam", "cao-bang-city"]),
        ("越南高平省", ["cao-bang"]),
        ("越南 西宁市", ["vietnam", "tay-ninh-vietnam-city"]),
    ],
)
def test_a_place_lies_in_the_country_in_front_of_it(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert [mention.place for mention in gazetteer.find(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Japan | Karatsu | 2010", ["japan", "karatsu"]),
        ("일본 | 가라쓰 | 2010", ["japan", "karatsu"]),
        ("越南 | 高平市", ["vietnam", "cao-bang-city"]),
        ("高平市（Cao Bằng City）", ["cao-bang-city", "cao-bang-city"]),
        ("日本 | 唐津市", ["japan", "karatsu"]),
        ("唐津市（韩国）", ["dangjin", "korea"]),
    ],
)
def test_what_stands_in_the_next_cell_or_in_brackets_settles_a_name(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert [m.places for m in gazetteer.find(text)] == [(place,) for place in places]


@pytest.mark.parametrize("name", ["唐津市", "安城市", "三河市", "高平市", "西宁市"])
def test_alone_a_chinese_name_is_that_of_a_place_at_home(gazetteer: Gazetteer, name: str) -> None:
    (mention,) = gazetteer.find(name)
    assert len(mention.places) == 1
    assert set(gazetteer.ancestors(mention.place)) & {"korea", "china"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Querétaro", "Queretaro"),
        ("Malmö", "Malmo"),
        ("İzmir", "Izmir"),
        ("Đà Nẵng", "Da Nang"),
        ("København", "Copenhagen"),
        ("Dnepropetrovsk", "Dnipro"),
        ("City of Karatsu", "Karatsu"),
        ("City of Port of Spain", "Port of Spain"),
    ],
)
def test_a_city_has_its_name_with_marks_without_them_and_in_its_own_language(
    gazetteer: Gazetteer, one: str, other: str
) -> None:
    first, second = (gazetteer.find(f"a visit to {name} in May") for name in (one, other))
    assert [m.places for m in first] == [m.places for m in second]
    assert len(first) == 1


def test_every_name_of_a_place_also_of_one_laid_over_others(gazetteer: Gazetteer) -> None:
    known = gazetteer.find("노산구", question=True)[0].place
    names = gazetteer.names_of({known})
    own = Place("own", "district", {"ko": ("새로구",), "en": ("Saero-gu",)})
    over = gazetteer.with_places([own])

    assert {"노산구", "노산"} <= names
    assert over.names_of({known}) == names
    assert {"새로구", "saerogu", "saero"} <= over.names_of({"own"})
    assert not over.names_of(set())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("加賀市", "kaga-shi"),
        ("神戸市", "kobe"),
        ("横浜市", "yokohama"),
        ("滝沢市", "takizawa-shi"),
        ("일본 하사미정", "hasami-cho"),
        ("日本长崎县波佐见町", "hasami-cho"),
        ("Hasami-cho, Nagasaki", "hasami-cho"),
        ("島根県美郷町", "misato-cho-shimane"),
        ("福光町, 富山県", "fukumitsu-machi"),
        # Ours, unless Japan is beside them.
        ("白山市", "baishan"),
        ("日本白山市", "hakusan-shi"),
        ("云南", "yunnan"),
        ("湖南", "hunan"),
        ("USA", "usa"),
    ],
)
def test_japanese_names(text: str, place: str, gazetteer: Gazetteer) -> None:
    assert (place,) in [mention.places for mention in gazetteer.find(text, question=True)]


@pytest.mark.parametrize(
    "text",
    [
        "이노우에 야스시 시장이 방문했다",
        "Cheongju is a city in the middle of the country",
        "the ancient land of Hyuga and the old court of Yamato were told of",
        "第三次会议是国立大学中央的小城",
        "휴가와 사도를 다녀온 고가의 작품",
    ],
)
def test_words_are_no_japanese_names(text: str, gazetteer: Gazetteer) -> None:
    japanese = [m for m in gazetteer.find(text) if "japan" in gazetteer.ancestors(m.place)]
    assert japanese == []
