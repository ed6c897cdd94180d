"""Pages of labelled lines in two languages, about several partners, without any mark-up."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import load_gazetteer
from corpus.knowledge import extract
from corpus.reading.flat_headers import columns_at
from tests.corpus.written_pages import written

GAZETTEER = load_gazetteer()
LABELS = {
    "城市": ("City", "{zh}", "{en}"),
    "国家": ("Country", "韩国", "Republic of Korea"),
    "面积": ("Area", "{area}平方公里", "{area} km²"),
    "人口": ("Population", "27万人", "270,000"),
    "签约地点": ("Place of Signing", "镇江市", "Zhenjiang"),
    "缔结日期": ("Date of Agreement", "{year}年8月18日", "August 18, {year}"),
}
FORMS = {
    "colon": "{zh} {en}: {value} {same}",
    "wide colon": "{zh} {en}：{value}",
    "bracket": "{zh} ({en}): {value}",
    "slash": "{zh}/{en} {value} ({same})",
    "no sign": "{zh} {en} {value} {same}",
    "one language": "{zh} {value}",
    "two lines": "{zh}：{value}\n{en}: {same}",
}
PARTNERS = (("益山市", "Iksan City", 507, 1998), ("清州市", "Cheongju City", 940, 2010))


def listing(form: str, heading: str) -> str:
    lines = [
        "镇江市人民政府外事办公室 Foreign Affairs Office of Zhenjiang",
        "友好城市 Sister Cities",
    ]
    for zh, en, area, year in PARTNERS:
        lines += ["", heading.format(zh=zh, en=en)] if heading else [""]
        for label, (same, first, second) in LABELS.items():
            values = (v.format(zh=zh, en=en, area=area, year=year) for v in (first, second))
            value, other = values
            lines.append(form.format(zh=label, en=same, value=value, same=other))
        lines += ["交流活动 Exchanges", f"2001年5月 {zh}代表团一行12人访问镇江"]
        lines += [f"2001.05 A delegation of 12 from {en} visited Zhenjiang"]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("heading", ["{zh} {en}", ""])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_each_line_is_about_the_partner_above_it(tmp_path: Path, form: str, heading: str) -> None:
    page = written(tmp_path, listing(form, heading))
    known = extract(page, GAZETTEER)
    told = {(f.subject, f.property, f.value.edtf or f.value.number) for f in known.facts}
    for place, area, year in (("iksan", 507, 1998), ("cheongju", 940, 2010)):
        assert (place, "area", area) in told
        assert (place, "population", 270_000) in told
        assert (f"{place}--zhenjiang", "signed", f"{year}-08-18") in told
    assert {x.tie for x in known.exchanges if x.date == "2001-05"} == {
        "iksan--zhenjiang",
        "cheongju--zhenjiang",
    }


def test_an_unknown_name_in_two_scripts_stands_below_an_english_line(tmp_path: Path) -> None:
    text = listing(FORMS["colon"], "{zh} {en}").replace("清州市", "青岚市")
    text = text.replace("\n\n青", "\n2003.04 Officials came to Zhenjiang\n\n青")
    lines = text.replace("Cheongju", "Qinglan").splitlines()
    page = written(tmp_path, "\n".join(x for x in lines if not x.startswith("城市")))
    areas = {(f.subject, f.value.number) for f in extract(page, GAZETTEER).facts}
    assert ("local-青岚市", 940) in areas


def test_a_label_in_two_languages_is_one_column() -> None:
    ways = [columns for columns, _ in columns_at(["城市 City 面积 Area 签约日期 Date Signed"], 0)]
    assert [[c.label for c in columns] for columns in ways] == [
        ["城市 City", "面积 Area", "签约日期 Date Signed"]
    ]
