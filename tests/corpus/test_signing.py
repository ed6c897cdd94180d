"""What is told of a signing beside its date: where, how, by whom and under what name."""

from __future__ import annotations

import re

import pytest

from corpus.gazetteer import Mention
from corpus.model import Span
from corpus.ties.signing import read_signing

# Text, the names of places in it, and the details that it tells.
TOLD = [
    (
        "2001년 5월 3일 서울 롯데호텔에서 자매결연 조인식을 가졌다.",
        ["서울"],
        {"place": "서울 롯데호텔"},
    ),
    (
        "2001년 5월 3일 양 시장이 참석한 가운데 군산시청 회의실에서 협정서에 서명했다.",
        ["군산시"],
        {"place": "군산시청 회의실"},
    ),
    ("2014년 9월 양해각서(MOU)를 전자우편으로 교환하였습니다.", [], {"method": "전자우편"}),
    ("2014년 9월 협정서를 우편으로 교환하였다.", [], {"method": "우편"}),
    ("2014년 9월 우편 교환 방식으로 체결", [], {"method": "우편 교환"}),
    ("2020년 11월 5일 화상회의로 협약을 체결했다.", [], {"method": "화상회의"}),
    ("2020년 11월 5일 온라인으로 우호협약 체결", [], {"method": "온라인"}),
    ("2020년 11월 5일 비대면 방식으로 협약 체결", [], {"method": "비대면"}),
    ("2020년 11월 5일 서면으로 자매결연을 체결", [], {"method": "서면"}),
    ("2005년 '자매결연 협정서'를 체결했다.", [], {"document": "자매결연 협정서"}),
    ("1997年，「友好交流協定書」签署", [], {"document": "友好交流協定書"}),
    (
        "2015年7月1日，双方以互寄文本的方式签订《友好交流备忘录》。",
        [],
        {"method": "互寄文本", "document": "友好交流备忘录"},
    ),
    ("1997年10月通过传真签署友好城市协议", [], {"method": "传真"}),
    ("2020年12月双方以视频方式签署备忘录", [], {"method": "视频方式"}),
    ("2020年12月通过云签约的形式签署", [], {"method": "云签约"}),
    ("2020年12月两市以通信方式交换备忘录", [], {"method": "通信方式"}),
    ("2020年12月两市线上签署备忘录", [], {"method": "线上"}),
    ("The agreement was signed by post in 2001.", [], {"method": "by post"}),
    ("The MOU was exchanged by e-mail.", [], {"method": "by e-mail"}),
    (
        "The Memorandum of Understanding on Cooperation in Education was signed on 3 May 2003"
        " in Suwon.",
        ["Suwon"],
        {"place": "Suwon", "document": "Memorandum of Understanding on Cooperation in Education"},
    ),
    (
        "The sister city agreement was signed at a ceremony held at Suwon City Hall on 3 May 2003.",
        ["Suwon"],
        {"place": "Suwon City Hall"},
    ),
    (
        "Signed by Mayor Kim Young-soo and Mayor Robert Smith in Suwon on 3 May 2003",
        ["Suwon"],
        {"place": "Suwon", "signatories": "Mayor Kim Young-soo and Mayor Robert Smith"},
    ),
    ("2001年5月，市长与市长在水原签下友好城市协议书。", ["水原"], {"place": "水原"}),
    ("2001年5月，两市在水原市升格为姐妹城市。", ["水原市"], {"place": "水原市"}),
    ("2001. 5. 3. 자매결연 체결(수원시청 대회의실)", [], {"place": "수원시청 대회의실"}),
    (
        "They signed the Friendship City Agreement in Suwon.",
        ["Suwon"],
        {"place": "Suwon", "document": "Friendship City Agreement"},
    ),
    (
        "They signed a Letter of Intent of Friendly Relations in April 2008.",
        [],
        {"document": "Letter of Intent of Friendly Relations"},
    ),
    (
        "The agreement was signed in the County Hall of Suwon.",
        ["Suwon"],
        {"place": "County Hall of Suwon"},
    ),
    ("Agreement concluded at the Suwon Grand Theatre | 10", [], {"place": "Suwon Grand Theatre"}),
    ("The pact was signed in Nyíregyháza.", ["Nyíregyháza"], {"place": "Nyíregyháza"}),
    ("签订友好交流协议书（签约地：水原）", ["水原"], {"place": "水原"}),
    ("1990年9月，两省县在海口签署友好协议", [], {"place": "海口"}),
    ("两市在会上签署友好协议", [], {}),
    ("3.25 수원시 청사에서 우호교류 협정을 맺음", [], {"place": "수원시 청사"}),
    ("They came to Suwon Onsen, where both mayors signed a pact.", [], {"place": "Suwon Onsen"}),
    ("2013年5月，副市长胡海军率团赴水原，与副市长李在律签署意向书。", [], {}),
    ("A delegation signed the guest book in 2001 and stayed in a hotel.", [], {}),
]


@pytest.mark.parametrize(("text", "names", "expected"), TOLD)
def test_a_sentence_tells_the_details_of_a_signing(
    text: str, names: list[str], expected: dict[str, str]
) -> None:
    places = [
        Mention(Span(*match.span()), (name,))
        for name in names
        for match in re.finditer(re.escape(name), text)
    ]
    signing = read_signing(text, sorted(places, key=lambda mention: mention.span))
    found = {
        name: text[span.start : span.end].strip()
        for name in ("place", "method", "document", "signatories")
        if (span := getattr(signing, name))
    }
    assert found == expected
