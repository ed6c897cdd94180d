"""Exchanges of small pages: partners of every kind, dates of news, several partners at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.gazetteer import Gazetteer
from corpus.knowledge import extract
from corpus.model import Knowledge, is_unnamed
from tests.corpus.written_pages import written


def read(tmp_path: Path, gazetteer: Gazetteer, title: str, body: str) -> Knowledge:
    head = f'<meta charset="utf-8"><title>{title}</title>'
    page = written(tmp_path, f"<html><head>{head}</head><body>{body}</body></html>", "page.html")
    return extract(page, gazetteer)


def told(knowledge: Knowledge) -> set[str]:
    """Each exchange as "partner date way" ("in" for what came to the page's own place)."""
    ways = {None: "?", knowledge.home: "out"}
    return {
        f"{exchange.places[1]} {exchange.date} "
        + ways.get(exchange.direction and exchange.direction[0], "in")
        for exchange in knowledge.exchanges
    }


PROVINCES = [
    # A known province in a table, a list, a heading; an unknown one in each, and in prose.
    (
        "<table><tr><td>国别</td><td>城市名称</td><td>结好时间</td></tr>"
        "<tr><td>泰国</td><td>{name}</td><td>2016.08.24</td></tr>"
        "<tr><td>德国</td><td>科特布斯市</td><td>2009.06.05</td></tr></table>"
        "<p>2020年3月，{name}向我市捐赠手套5000副。</p>"
    ),
    (
        "<h2>泰国{name}</h2><p>结好时间：2016年8月24日</p>"
        "<ul><li>2020年3月，{name}府尹西里猜率团访问我市。</li></ul>"
    ),
    (
        "<p>泰安市与美国辛辛那提市、泰国{name}、韩国龟尾市保持往来。</p>"
        "<ul><li>2020年3月，{name}艺术团20人来访。</li></ul>"
    ),
    "<p>2016年8月24日，泰安市与泰国{name}签署友好协议。2020年3月，{name}代表团来访。</p>",
]


@pytest.mark.parametrize("body", PROVINCES)
@pytest.mark.parametrize(
    ("name", "partner"), [("清莱府", "chiang-rai-thailand"), ("帕拉瓦府", "local-帕拉瓦府")]
)
def test_a_province_may_be_the_partner_of_a_city(
    tmp_path: Path, gazetteer: Gazetteer, body: str, name: str, partner: str
) -> None:
    knowledge = read(
        tmp_path, gazetteer, "泰安市友城", f"<h1>泰安市友好城市</h1>{body.format(name=name)}"
    )
    assert f"{partner} 2020-03 in" in told(knowledge)


@pytest.mark.parametrize(
    "body",
    [
        "<h2>日本山口县</h2><h3>宇部市</h3><p>结好时间：1992年5月18日</p>",
        "<p>韩国全罗南道丽水市于1995年2月27日与威海市结为友好城市。</p>",
        "<h2>韩国丽水市</h2><p>全罗南道</p><p>结好时间：1995年2月27日</p>",
    ],
)
def test_the_province_that_a_partner_lies_in_is_none(
    tmp_path: Path, gazetteer: Gazetteer, body: str
) -> None:
    knowledge = read(tmp_path, gazetteer, "威海市友城", f"<h1>威海市友好城市</h1>{body}")
    partners = {place for tie in knowledge.ties for place in tie.places} - {"weihai"}
    assert partners in ({"ube"}, {"yeosu"})


ITEM = "12月28日，我市向韩国丽水市捐赠口罩5000只。"
OTHER = "8月7日，日本宇部市市长久保田后子率团5人访问我市。"


@pytest.mark.parametrize(
    "body",
    [
        f"<h3>我市捐赠口罩</h3><p>2021-01-04</p><p>{ITEM}</p>"
        f"<h3>宇部市代表团访威</h3><p>2019-08-09</p><p>{OTHER}</p>",
        f"<p>2021-01-04</p><h3>我市捐赠口罩</h3><p>{ITEM}</p>"
        f"<p>2019-08-09</p><h3>宇部市代表团访威</h3><p>{OTHER}</p>",
        f"<h3>我市捐赠口罩 [2021-01-04]</h3><p>{ITEM}</p>"
        f"<h3>宇部市代表团访威（2019年8月9日）</h3><p>{OTHER}</p>",
        f"<h3>我市捐赠口罩</h3><p>2021-01-04 09:30 来源：市外办</p><p>{ITEM}</p>"
        f"<h3>宇部市代表团访威</h3><p>2019-08-09 浏览次数：32</p><p>{OTHER}</p>",
    ],
)
def test_the_day_beside_a_headline_dates_its_news(
    tmp_path: Path, gazetteer: Gazetteer, body: str
) -> None:
    knowledge = read(tmp_path, gazetteer, "威海市友城动态", f"<h1>威海市友城动态</h1>{body}")
    assert told(knowledge) == {"yeosu 2020-12-28 out", "ube 2019-08-07 in"}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2020年3月，我市向群山市、宇部市各捐赠口罩1万只。", {"gunsan {} out", "ube {} out"}),
        ("2020年3月，群山市、宇部市分别来函慰问。", {"gunsan {} in", "ube {} in"}),
        ("2020年3月，群山市和宇部市先后寄来口罩。", {"gunsan {} in", "ube {} in"}),
        ("2020年3月，收到吉洛特市市长的感谢信。", set()),
    ],
)
def test_what_several_partners_sent_is_told_of_each(
    tmp_path: Path, gazetteer: Gazetteer, item: str, expected: set[str]
) -> None:
    listed = "<ul><li>2018年5月，群山市代表团来访。</li><li>2019年5月，宇部市代表团来访。</li>"
    body = f"<h1>威海市友城往来</h1>{listed}<li>{item}</li></ul>"
    found = told(read(tmp_path, gazetteer, "威海市友城", body))
    assert {e for e in found if " 2020" in e} == {text.format("2020-03") for text in expected}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("2014年11月，知事李始钟来汉签署友好关系协议书。", "chungbuk 2014-11 in"),
        ("2014年11月，省摄影家协会在清州市举办图片展。", "chungbuk 2014-11 out"),
        (
            "2014年11月11日至15日，知事率团来访，13日签署协议书。",
            "chungbuk 2014-11-11/2014-11-15 in",
        ),
        ("签署友好交流意向书：2017年5月15日", None),
        ("2016年是结好20周年，两地关系更加密切。", None),
        ("2014年，忠清北道（预定）代表团来访（暂定）", None),
    ],
)
def test_who_came_to_a_province(
    tmp_path: Path, gazetteer: Gazetteer, item: str, expected: str | None
) -> None:
    body = f"<h1>湖北省国际友好省州</h1><h2>韩国忠清北道</h2><ul><li>{item}</li></ul>"
    found = told(read(tmp_path, gazetteer, "湖北省友好省州", body))
    assert found == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1985-1986", "Two trainees from Dalian study in Ube"), {"1985/1986 in"}),
        (("1988-89", "Two trainees from Dalian study in Ube"), {"1988/1989 in"}),
        (
            ("2020", "Ube sends masks to Dalian (February). Dalian sends masks to Ube (April)"),
            {"2020-02 out", "2020-04 in"},
        ),
        (
            ("2014", "Ube employee works at Dalian City Hall (April to September)"),
            {"2014-04/2014-09 out"},
        ),
        (("1993", "Dalian gives Ube a stone lion"), {"1993 in"}),
        (("1994", "Mayor Gohei Tani signed the agreement in Dalian"), {"1994 out"}),
        (("1995", "Photo exhibition held at Dalian City Hall by the Ube Photo Club"), {"1995 out"}),
        (
            ("1996", "The Ube-Dalian Friendship Association led 15 pupils on a tour of Ube"),
            {"1996 in"},
        ),
        (("2026", "Visit of Dalian wrestlers to Ube (scheduled)"), set()),
    ],
)
def test_rows_in_english(
    tmp_path: Path, gazetteer: Gazetteer, cells: tuple[str, str], expected: set[str]
) -> None:
    rows = "<tr><th>Year</th><th>Event</th></tr><tr><td>{}</td><td>{}</td></tr>".format(*cells)
    body = f"<h1>Sister Cities of Ube City</h1><h2>Dalian, China</h2><table>{rows}</table>"
    found = told(read(tmp_path, gazetteer, "Sister Cities | City of Ube", body))
    assert {e.removeprefix("dalian ") for e in found} == expected


TAIZHOU = "<p>In May 2003, a 25-member Eumseong delegation visited {}.</p>"


@pytest.mark.parametrize(
    ("intro", "home"),
    [
        ("", "local-Taizhou"),
        ("<p>Taizhou, in Jiangsu Province, has three partners.</p>", "taizhou-jiangsu"),
        ("<p>Delegations are met in Jiaojiang District of Taizhou.</p>", "taizhou-zhejiang"),
    ],
)
def test_a_home_with_namesakes_is_settled_by_the_page_or_by_none(
    tmp_path: Path, gazetteer: Gazetteer, intro: str, home: str
) -> None:
    section = f"<h2>Eumseong, ROK</h2>{TAIZHOU.format('Taizhou')}"
    footer = "<footer>Copyright © Taizhou Municipal People's Government</footer>"
    body = f"<h1>Taizhou's Sister Cities</h1>{intro}{section}{footer}"
    knowledge = read(tmp_path, gazetteer, "Sister Cities - Taizhou, China", body)
    assert knowledge.home == home
    assert [e.direction for e in knowledge.exchanges] == [("eumseong", home)]


@pytest.mark.parametrize("title", ["Our Sister City Suzhou, China", "남구 자매도시"])
def test_a_partner_or_a_district_with_namesakes_is_nobodys_home(
    tmp_path: Path, gazetteer: Gazetteer, title: str
) -> None:
    body = f"<h1>{title}</h1><p>On June 7, 1988, an agreement was signed with us.</p>"
    home = read(tmp_path, gazetteer, title, body).home
    assert home is None or is_unnamed(home)


def test_a_country_of_neither_side_has_another_partner(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    body = (
        "<h1>Cary Sister Cities News</h1><p>In May 2019 a delegation from Hsinchu, Taiwan, toured "
        "Cary.</p><p>On June 28, 2018, fifteen Cary students left for a homestay in Le Touquet, "
        "France.</p>"
    )
    knowledge = read(tmp_path, gazetteer, "Sister City News - Town of Cary", body)
    assert told(knowledge) == {"hsinchu 2019-05 in"}


def test_a_list_of_all_partners_exchanges_ends_the_part_of_the_last(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    lines = (
        "洛阳市的国际友好城市", "韩国扶余郡", "结好时间", "1996年11月6日", "面积", "624平方公里",
        "俄罗斯陶里亚蒂市", "结好时间", "2000年7月31日", "面积", "315平方公里",
        "日本须贺川市", "结好时间", "1993年8月1日", "市花", "牡丹",
        "友城交往大事记", "1994年", "4月　扶余郡文化院考察团7人首次来洛。", "2011年",
        "3月14日　洛阳市致电陶里亚蒂市表示慰问；4月，向该市捐款100万日元。",
    )  # fmt: skip
    page = written(tmp_path, "\n".join(("洛阳市人民政府外事办公室", *lines)))
    found = told(extract(page, gazetteer))
    assert "tolyatti 2011-04 out" in found
    assert not {e for e in found if e.startswith("sukagawa")}


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        ("青岛市对外交往", "2015年5月3日，青岛市与沿黄各市签署旅游合作协议。", set()),
        ("青岛市对外交往", "2015年5月3日，青岛市与胶东五市签署旅游合作协议。", set()),
        ("青岛市对外交往", "2015年5月3日，青岛市与省内其他地市签署合作协议。", set()),
        ("温岭市国际交流", "2012年5月3日，温岭市与韩国忠清南道企业签署投资协议。", set()),
        (
            "서울특별시 강서구 국제교류",
            "2012년 5월 3일 강서구는 중국 산둥성에서 칭다오시와 우호협정을 체결하였다.",
            {"qingdao"},
        ),
        (
            "서울특별시 강서구 국제교류",
            "2012년 5월 3일 강서구 상공회는 중국 저장성 기업인협회와 업무협약을 체결하였다.",
            set(),
        ),
        (
            "서울특별시 강서구 국제교류",
            "서울시는 산둥성과 2009년 5월 3일 우호협력 협정을 체결하였다.",
            set(),
        ),
        (
            "서울특별시 강서구 국제교류",
            "강서구는 산둥성과 2009년 5월 3일 우호협력 협정을 체결하였다.",
            {"shandong"},
        ),
        (
            "서울특별시 강서구 국제교류",
            "2012년 5월 3일 강서구는 중국 산둥성과 대학 교류를 위한 우호협정을 체결하였다.",
            {"shandong"},
        ),
    ],
)
def test_who_signed_with_whom(
    tmp_path: Path, gazetteer: Gazetteer, title: str, text: str, wanted: set[str]
) -> None:
    knowledge = read(tmp_path, gazetteer, title, f"<h1>{title}</h1><p>{text}</p>")
    assert {exchange.places[1] for exchange in knowledge.exchanges} == wanted


def test_a_notice_at_the_foot_goes_before_the_title(tmp_path: Path) -> None:
    page = written(
        tmp_path,
        "국제교류 | 우호도시\n우호도시 현황\n중국 상하이시 창닝구\n- 결연일: 2001. 5. 3.\n"
        "COPYRIGHT (C) 강서구청. ALL RIGHTS RESERVED.\n",
    )
    assert page.publisher == "강서구청"


@pytest.mark.parametrize(
    ("title", "publisher"), [("국제교류 | 우호도시", None), ("국제교류 | 계양구", "계양구")]
)
def test_a_title_ends_with_a_place_and_no_word(
    tmp_path: Path, title: str, publisher: str | None
) -> None:
    page = written(tmp_path, f"{title}\n중국 상하이시 창닝구\n- 결연일: 2001. 5. 3.\n")
    assert page.publisher == publisher
