from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import corpus.derivation.kana as kana_names
import corpus.derivation.mandarin as mandarin
from corpus.derivation import hangul, japanese, municipalities, romanisation, sinokorean, slugs
from corpus.derivation.rows import Row

PLACES = Path(mandarin.__file__).parents[1] / "data" / "places"
FILES = ("countries", "korea", "china", "world", "former")
COLUMNS = ["id", "kind", "parent", "ko", "zh", "zh-Hant", "en", "derived", "former", "successor"]


def read(name: str) -> list[dict[str, str]]:
    with (PLACES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def files() -> dict[str, list[dict[str, str]]]:
    return {name: read(name) for name in FILES}


@pytest.fixture(scope="module")
def places(files: dict[str, list[dict[str, str]]]) -> dict[str, dict[str, str]]:
    return {row["id"]: row for rows in files.values() for row in rows}


class TestMandarin:
    # Examples of the table and of the usage lists that go with the rules for loan words.
    @pytest.mark.parametrize(
        ("pinyin", "korean"),
        [
            ("he bi", "허비"),
            ("dong cheng", "둥청"),
            ("qing dao", "칭다오"),
            ("wen ling", "원링"),
            ("chong qing", "충칭"),
            ("xia men", "샤먼"),
            ("lü shun kou", "뤼순커우"),
            ("xuan wu", "쉬안우"),
            ("zhe jiang", "저장"),
            ("ci xi", "츠시"),
            ("nü er", "뉘얼"),
            ("jue", "줴"),
            ("que", "췌"),
            ("lve yang", "뤠양"),
            ("quan zhou", "취안저우"),
            ("xiong an", "슝안"),
            ("jiu jiang", "주장"),
            ("gui yang", "구이양"),
            ("zun yi", "쭌이"),
            ("si chuan", "쓰촨"),
            ("yan bian", "옌볜"),
            ("tie ling", "톄링"),
            ("ri zhao", "르자오"),
            ("weng", "웡"),
        ],
    )
    def test_follows_the_official_table(self, pinyin: str, korean: str) -> None:
        assert mandarin.transcribe(tuple(pinyin.split())) == korean

    @pytest.mark.parametrize("wrong", ["", "xyz", "bing1", "쉬", "bg"])
    def test_refuses_what_is_no_syllable(self, wrong: str) -> None:
        with pytest.raises(ValueError, match="no pinyin syllable"):
            mandarin.transcribe_syllable(wrong)


class TestJapanese:
    @pytest.mark.parametrize(
        ("romaji", "korean"),
        [
            ("kitakyushu", "기타큐슈"),
            ("sapporo", "삿포로"),
            ("nikko", "닛코"),
            ("chiba", "지바"),
            ("tottori", "돗토리"),
            ("gunma", "군마"),
            ("namba", "난바"),
            ("matsumoto", "마쓰모토"),
            ("niigata", "니가타"),
            ("hatchobori", "핫초보리"),
            ("joetsu", "조에쓰"),
        ],
    )
    def test_follows_the_official_table(self, romaji: str, korean: str) -> None:
        assert japanese.transcribe_romaji(romaji) == korean

    def test_refuses_other_words(self) -> None:
        with pytest.raises(ValueError, match="no romaji"):
            japanese.transcribe_romaji("qvist")


class TestKana:
    @pytest.mark.parametrize(
        ("kana", "written", "korean", "latin"),
        [
            ("カガ", "加賀", "가가", "kaga"),
            ("ハサミ", "波佐見", "하사미", "hasami"),
            ("フクミツ", "福光", "후쿠미쓰", "fukumitsu"),
            ("ニイガタ", "新潟", "니가타", "niigata"),
            ("カミイチ", "上市", "가미이치", "kamiichi"),
            ("スオウオオシマ", "周防大島", "스오오시마", "suooshima"),
            ("マツウラ", "松浦", "마쓰우라", "matsuura"),
            ("ヒロオ", "広尾", "히로오", "hiroo"),
            ("ユウバリ", "夕張", "유바리", "yubari"),
            ("トウオン", "東温", "도온", "toon"),
            ("サッポロ", "札幌", "삿포로", "sapporo"),
            ("ニュウゼン", "入善", "뉴젠", "nyuzen"),
            ("ハッチョウ", "八町", "핫초", "hatcho"),
        ],
    )
    def test_is_written_by_the_official_rules(
        self, kana: str, written: str, korean: str, latin: str
    ) -> None:
        assert kana_names.hangul(kana, written) == korean
        assert kana_names.hepburn(kana, written)[0] == latin

    def test_gives_the_usual_letter_before_b_m_and_p(self) -> None:
        assert kana_names.hepburn("タンバ", "丹波") == ("tanba", "tamba")

    def test_refuses_other_words(self) -> None:
        with pytest.raises(ValueError, match="no kana"):
            kana_names.hangul("Kaga")


class TestMunicipalities:
    @pytest.mark.parametrize(
        ("name", "kana", "stem", "read"),
        [
            ("西彼杵郡波佐見町", "ニシソノギグンハサミチョウ", "波佐見", "ハサミ"),
            ("北群馬郡榛東村", "キタグンマグンシントウムラ", "榛東", "シントウ"),
            ("郡山市", "コオリヤマシ", "郡山", "コオリヤマ"),
            ("八丈島八丈町", "ハチジョウジマハチジョウマチ", "八丈", "ハチジョウ"),
        ],
    )
    def test_lose_their_county(self, name: str, kana: str, stem: str, read: str) -> None:
        unit = municipalities.parse("00000", name, kana)
        assert unit is not None
        assert (unit.stem, unit.kana) == (stem, read)

    def test_are_all_there(self, files: dict[str, list[dict[str, str]]]) -> None:
        rows = {row["en"].split("|")[0]: row for row in files["world"]}
        for name, korean, chinese in (
            ("Kaga", "가가시", "加贺市"),
            ("Mitaka", "미타카시", "三鹰市"),
            ("Hasami", "하사미정", "波佐见町"),
            ("Shiiba", "시바촌", "椎叶村"),
        ):
            assert korean in rows[name]["ko"].split("|")
            assert chinese in rows[name]["zh"].split("|")

    def test_former_ones_lie_in_what_they_were_merged_into(
        self, files: dict[str, list[dict[str, str]]]
    ) -> None:
        row = next(row for row in files["former"] if row["id"] == "fukumitsu-machi")
        assert row["former"] == "yes"
        assert row["successor"] == row["parent"] == "nanto-toyama-japan"


class TestRomanisation:
    @pytest.mark.parametrize(
        ("korean", "latin"),
        [
            ("학벽", "hakbyeok"),
            ("흑룡강", "heungnyonggang"),
            ("신라", "silla"),
            ("왕십리", "wangsimni"),
            ("종로", "jongno"),
            ("대관령", "daegwallyeong"),
            ("독립문", "dongnimmun"),
            ("별내", "byeollae"),
            ("안양", "anyang"),
            ("옥천", "okcheon"),
            ("서초", "seocho"),
        ],
    )
    def test_writes_what_is_heard(self, korean: str, latin: str) -> None:
        assert romanisation.romanise(korean) == latin


class TestInitialSounds:
    @pytest.mark.parametrize(
        ("inside", "head"),
        [("로산", "노산"), ("려수", "여수"), ("녕파", "영파"), ("니산", "이산"), ("낙산", "낙산")],
    )
    def test_soften_at_the_head_of_a_word(self, inside: str, head: str) -> None:
        assert hangul.soften_initial(inside) == head

    def test_only_there(self) -> None:
        assert hangul.soften_initial("창녕") == "창녕"

    def test_syllables_survive_being_taken_apart(self) -> None:
        for syllable in "가힣닭로녕쌍웨":
            assert hangul.compose(*hangul.decompose(syllable)) == syllable


class TestReadings:
    LINES = (
        "# reading:characters:gloss",
        "녕:寧:편안할 녕",
        "령:寧:편안할 령",
        "영:寧:편안할 녕",
        "로:嶗:산 이름 로",
        "산:山:메 산",
        "락:樂:즐길 락",
        "악:樂:풍류 악",
        "파:波:물결 파",
        "장:長:길 장",
        "음악:音樂:",
        "안녕:安寧:",
    )

    def test_give_all_initial_sound_variants(self) -> None:
        readings = sinokorean.Readings(self.LINES, {})
        assert readings.variants("嶗山") == ("노산", "로산")
        assert readings.variants("寧波") == ("영파", "녕파")
        assert readings.variants("長寧") == ("장녕", "장령")

    def test_take_the_reading_of_most_words_unless_settled(self) -> None:
        assert sinokorean.Readings(self.LINES, {}).read("樂山") == "악산"
        assert sinokorean.Readings(self.LINES, {"樂": "락"}).variants("樂山") == ("낙산", "락산")

    def test_name_what_cannot_be_read(self) -> None:
        with pytest.raises(sinokorean.UnreadableError, match="龘"):
            sinokorean.Readings(self.LINES, {}).read("龘山")


def row(key: str, slug: str, parent: str = "", kind: str = "district", id: str = "") -> Row:
    return Row(key, kind, {}, parent, slug, id)


class TestIds:
    def test_are_slugs_with_the_parent_where_they_are_shared(self) -> None:
        rows = [
            row("a", "hebei", kind="province"),
            row("b", "henan", kind="province"),
            row("1", "heping", "a"),
            row("2", "heping", "b"),
            row("3", "xinhua", "a"),
        ]
        ids = [found.id for found in slugs.give_ids(rows)]
        assert ids == ["hebei", "henan", "heping-hebei", "heping-henan", "xinhua"]

    def test_of_audited_rows_stay(self) -> None:
        rows = [row("1", "anyang", "a"), row("a", "henan"), row("k", "anyang", id="anyang")]
        ids = {found.key: found.id for found in slugs.give_ids([rows[1], rows[2], rows[0]])}
        assert ids == {"a": "henan", "k": "anyang", "1": "anyang-henan"}

    def test_tell_apart_what_shares_name_and_parent(self) -> None:
        rows = [
            row("a", "yili"),
            row("1", "yining", "a", "city"),
            row("2", "yining", "a", "county"),
        ]
        ids = [found.id for found in slugs.give_ids(rows)]
        assert ids == ["yili", "yining-yili", "yining-yili-county"]

    def test_are_ascii(self) -> None:
        assert slugs.ascii_slug("Côte d'Ivoire") == "cote-divoire"
        assert slugs.ascii_slug("Łódź (city)") == "lodz-city"


class TestChineseNames:
    @pytest.fixture(scope="class")
    def names(self) -> object:
        pytest.importorskip("pypinyin")
        from corpus.derivation.chinese_names import ChineseNames
        from corpus.derivation.han import Traditional
        from corpus.derivation.pinyin import Mandarin
        from corpus.derivation.tables import mapping

        lines = ("학:鶴:", "벽:壁:", "대:大:", "창:廠:", "회:回:", "족:族:", "제:濟:", "서:西:")
        return ChineseNames(
            Mandarin(mapping("pinyin")),
            sinokorean.Readings(
                (*lines, "락:樂:", "산:山:", "비:碑:", "림:林:", "안:安:", "륙:六:"), {}
            ),
            Traditional(mapping("traditional")),
        )

    def test_of_a_city(self, names: object) -> None:
        assert names.of("鹤壁市") == {  # type: ignore[attr-defined]
            "ko": ("허비시", "학벽시"),
            "zh": ("鹤壁市",),
            "zh-Hant": ("鶴壁市",),
            "en": ("Hebi", "He bi", "Hakbyeok"),
        }

    def test_of_an_autonomous_county(self, names: object) -> None:
        found = names.of("大厂回族自治县")  # type: ignore[attr-defined]
        assert found["ko"] == ("다창후이족자치현", "다창현", "대창회족자치현", "대창현")
        assert found["zh"] == ("大厂回族自治县", "大厂县")
        assert found["en"][0] == "Dachang Hui Autonomous County"

    def test_phrases_settle_heteronyms_and_apostrophes_are_written(self, names: object) -> None:
        assert names.of("乐山市")["en"][0] == "Leshan"  # type: ignore[attr-defined]
        assert names.of("六安市")["en"][0] == "Lu'an"  # type: ignore[attr-defined]
        assert names.of("西安市")["en"][0] == "Xi'an"  # type: ignore[attr-defined]

    def test_an_ending_leaves_a_whole_stem(self, names: object) -> None:
        assert names.of("碑林区")["ko"] == ("베이린구", "비림구")  # type: ignore[attr-defined]


class TestOverrides:
    def test_stand_before_what_is_derived(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from corpus.derivation import overrides

        entries = [
            {"id": "hotan", "language": "en", "how": "first", "names": "Hotan|Khotan"},
            {"id": "hotan", "language": "ko", "how": "add", "names": "호탄시"},
            {"id": "hotan", "language": "zh", "how": "remove", "names": "和阗市"},
        ]
        monkeypatch.setattr(overrides, "table", lambda name: entries)
        overrides._by_id.cache_clear()
        names = {
            "ko": ("허톈시",),
            "zh": ("和田市", "和阗市"),
            "zh-Hant": ("和田市",),
            "en": ("Hetian",),
        }
        found = overrides.overridden(
            Row("k", "city", names, id="hotan", derived=frozenset({"ko", "en"}))
        )
        overrides._by_id.cache_clear()
        assert found.names["en"] == ("Hotan", "Khotan", "Hetian")
        assert found.names["ko"] == ("허톈시", "호탄시")
        assert found.names["zh"] == ("和田市",)
        assert found.derived == {"ko"}


class TestDataFiles:
    def test_have_the_columns_in_their_order(self) -> None:
        for name in FILES:
            with (PLACES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == COLUMNS

    def test_hold_all_units(self, files: dict[str, list[dict[str, str]]]) -> None:
        assert len(files["china"]) >= 3200
        assert len(files["korea"]) >= 240
        assert len(files["countries"]) >= 190
        assert len(files["former"]) >= 100

    def test_ids_are_unique_slugs(self, files: dict[str, list[dict[str, str]]]) -> None:
        ids = Counter(row["id"] for rows in files.values() for row in rows)
        assert [found for found, count in ids.items() if count > 1] == []
        assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []

    def test_parents_and_successors_exist_without_circles(
        self, places: dict[str, dict[str, str]]
    ) -> None:
        for place in places.values():
            assert place["successor"] in ("", *places)
            seen = []
            while place["parent"]:
                assert place["id"] not in seen
                seen.append(place["id"])
                place = places[place["parent"]]

    def test_every_place_has_names_in_all_languages(
        self, places: dict[str, dict[str, str]]
    ) -> None:
        for place in places.values():
            for language in ("ko", "zh", "zh-Hant", "en"):
                names = place[language].split("|")
                assert all(name and name == name.strip() for name in names), place
                assert len(set(names)) == len(names), place

    def test_names_are_in_their_script(self, places: dict[str, dict[str, str]]) -> None:
        for place in places.values():
            assert re.search("[가-힣]", place["ko"]), place
            assert re.search("[\u4e00-\u9fff]", place["zh"]), place
            assert not re.search("[가-힣]", place["zh"] + place["zh-Hant"] + place["en"]), place

    def test_keep_the_audited_rows(self, places: dict[str, dict[str, str]]) -> None:
        audited = Path(mandarin.__file__).parent / "data" / "audited.csv"
        with audited.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found = places[row["id"]]
                assert (found["kind"], found["parent"]) == (row["kind"], row["parent"])
                for language in ("ko", "zh", "zh-Hant", "en"):
                    names = row[language].split("|")
                    assert found[language].split("|")[: len(names)] == names

    @pytest.mark.parametrize(
        ("id", "language", "names"),
        [
            ("hebi", "ko", {"허비시", "학벽시"}),
            ("hebi", "zh-Hant", {"鶴壁市"}),
            ("hebi", "en", {"Hebi", "He bi", "Hakbyeok"}),
            ("dongcheng", "ko", {"둥청구", "동성구"}),
            ("qingdao", "ko", {"칭다오시", "청도시"}),
            ("wenling", "ko", {"원링시", "온령시"}),
            ("laoshan", "ko", {"노산구", "로산구", "라오산구"}),
            ("chongqing", "en", {"Chongqing"}),
            ("xiamen", "en", {"Xiamen"}),
            ("luan", "en", {"Lu'an"}),
            ("leshan", "en", {"Leshan"}),
            ("koto", "zh", {"江东区"}),
            ("koto", "zh-Hant", {"江東區"}),
            ("paldal", "ko", {"팔달구"}),
            ("usa", "zh", {"美国"}),
            ("usa", "en", {"USA", "U.S."}),
            ("vietnam", "zh", {"越南"}),
            ("seocho", "en", {"Seocho-gu"}),
        ],
    )
    def test_know_every_name(
        self, places: dict[str, dict[str, str]], id: str, language: str, names: set[str]
    ) -> None:
        assert names <= set(places[id][language].split("|"))

    def test_know_heteronyms(self, files: dict[str, list[dict[str, str]]]) -> None:
        first = {row["zh"].split("|")[0]: row["en"].split("|")[0] for row in files["china"]}
        assert first["乐清市"] == "Yueqing"
        assert first["铅山县"] == "Yanshan County"
        assert first["东阿县"] == "Dong'e County"
        assert first["单县"] == "Shan County"
        assert first["长子县"] == "Zhangzi County"

    @pytest.mark.parametrize(
        ("id", "successor"),
        [("masan", "changwon"), ("zhabei", "jingan"), ("nanhui", "pudong"), ("yeongi", "sejong")],
    )
    def test_former_units_say_what_became_of_them(
        self, places: dict[str, dict[str, str]], id: str, successor: str
    ) -> None:
        assert (places[id]["former"], places[id]["successor"]) == ("yes", successor)

    def test_derived_names_say_so(self, places: dict[str, dict[str, str]]) -> None:
        assert places["hebi"]["derived"] == ""
        assert any(place["derived"] == "ko en" for place in places.values())
        assert {w for p in places.values() for w in p["derived"].split()} <= {"ko", "en"}


class TestAmbiguousWords:
    def test_are_listed_by_language(self) -> None:
        words = tomllib.loads((PLACES / "ambiguous.toml").read_text(encoding="utf-8"))
        assert set(words) == {"ko", "zh", "en"}
        assert {"동안", "다리", "대신"} <= set(words["ko"])
        assert {"和平", "合作", "城区"} <= set(words["zh"])
        assert {"long", "tong", "date"} <= set(words["en"])

    def test_leave_well_known_places_alone(self) -> None:
        words = tomllib.loads((PLACES / "ambiguous.toml").read_text(encoding="utf-8"))
        assert not {"허비", "상하이", "칭다오"} & set(words["ko"])
        assert not {"鹤壁", "上海", "大理"} & set(words["zh"])
        assert not {"hebi", "london", "chad"} & set(words["en"])
