"""What is asked of a tie beside its day: who is behind it, which number it has, which is older."""

from __future__ import annotations

from datetime import date

import pytest

from index.build import build
from index.progress import Silent
from index.search import open_index
from service.answering import answer
from service.api import Answer
from service.catalogue import Catalogue
from service.model import CLAIMING
from service.understand import understand

TODAY = date(2026, 11, 22)


def ask(text: str, catalogue: Catalogue, before: Answer | None = None) -> Answer:
    return answer(text, catalogue, TODAY, before.context if before else None)


@pytest.mark.parametrize(
    "text",
    [
        "哪两位区长签的长宁和江西区友好协议",
        "Which two mayors put their names to the Changning–Gangseo deal?",
        "원링시하고 대전 서구 자매결연은 어느 시장이 서명했어요?",
        "Who kicked off the Wenling sister city tie?",
        "강서구 창닝구 결연은 누구 덕분에 된 거야",
    ],
)
def test_the_day_of_a_signing_is_nobody(text: str, catalogue: Catalogue) -> None:
    assert ask(text, catalogue).status not in CLAIMING


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who set the Seocho–Hebi friendship in motion?", "background"),
        ("谁牵头搞的瑞草和鹤壁结好", "background"),
        ("누가 먼저 서초구랑 허비 결연을 추진했나", "background"),
        ("which officials signed the Seocho Hebi agreement", "signatories"),
        ("서초 허비 협정 어느 분들이 서명하셨나요", "signatories"),
        ("서초구는 누구랑 제일 먼저 맺었어", "signed"),
        ("who did Seocho sign with first?", "signed"),
    ],
)
def test_who_set_off_who_signed_and_with_whom(text: str, name: str, catalogue: Catalogue) -> None:
    assert understand(text, None, catalogue, TODAY).property == name


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("鹤壁是瑞草区的第几个友好城市", "第7个"),
        ("허비는 서초구의 몇 번째 자매도시야?", "7번째"),
        ("What number sister city is Hebi for Seocho?", "Number 7 of the 8"),
    ],
)
def test_a_number_among_all_dated_ties(text: str, said: str, catalogue: Catalogue) -> None:
    assert said in ask(text, catalogue).answer


def test_of_one_tie_no_number_is_told(catalogue: Catalogue) -> None:
    got = ask("강서구는 창닝구의 몇 번째 우호도시인가요", catalogue)
    assert got.status not in CLAIMING


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Was Laoshan Seocho's first partner?", "Yes"),
        ("Was Hebi Seocho's first partner?", "No"),
        ("瑞草的第一个友城是白山吧?", "不是"),
        ("랑팡이 서초구에서 다섯 번째로 맺은 도시인가요", "네"),
    ],
)
def test_a_supposed_rank_is_checked(text: str, yes: str, catalogue: Catalogue) -> None:
    assert ask(text, catalogue).answer.startswith(yes)


@pytest.mark.parametrize(
    "text",
    [
        "Of Hebi, Baishan and Harbin, which did Seocho sign with first?",
        "瑞草先跟崂山还是先跟海淀结好的",
        "서초구 우호도시로 백산이 먼저예요, 하얼빈이 먼저예요?",
        "서초구랑 맺은 건 하이덴이 먼저야 라오산이 먼저야?",
    ],
)
def test_with_one_date_lacking_nothing_is_ordered(text: str, catalogue: Catalogue) -> None:
    assert ask(text, catalogue).status not in CLAIMING


def test_pairs_are_ordered_by_their_dates(catalogue: Catalogue) -> None:
    got = ask("Which came first, Changning–Gangseo or Seocho–Laoshan?", catalogue)
    assert got.answer.startswith("Seocho-gu–Laoshan District signed earlier")


def test_what_a_place_lies_in_stands_beside_it(catalogue: Catalogue) -> None:
    assert "齐齐哈尔" in ask("建华区归哪个市管", catalogue).answer
    assert "Shanghai" in ask("What city does Changning belong to?", catalogue).answer
    assert ask("랑팡은 무슨 성이야?", catalogue).status not in CLAIMING


def test_after_several_visits_it_is_asked_which(catalogue: Catalogue) -> None:
    several = ask("长宁区代表团哪年去的江西区", catalogue)
    assert len(several.exchanges) > 1
    assert ask("团长是谁", catalogue, several).status == "clarify"


def test_all_partners_are_listed_and_not_asked_back(catalogue: Catalogue) -> None:
    got = ask("서초구랑 중국 이웃들하고 맺은 협정 다 알려줘", catalogue)
    assert got.status == "answered"
    assert "8곳" in got.answer


def test_that_guests_came_is_not_where_they_were(catalogue: Catalogue) -> None:
    assert ask("허비 대표단이 서초구 와서 어디어디 들렀대요?", catalogue).status not in CLAIMING
    assert ask("건화구 대표단이 서초구에서 어디를 견학했나요", catalogue).status == "answered"


# A table in which a year may be the day below it, and two days are one.
SHARED_DAYS = """포항시 자매도시 현황

국가 | 도시 | 체결일 | 비고
--- | --- | --- | ---
일본 | 후쿠야마시 | 1979-01-20 | 자매도시
중국 | 장자강시 | 1995 | 자매도시
중국 | 훈춘시 | 1995-06-16 | 자매도시
중국 | 롄윈강시 | 2002-08-08 | 자매도시
베트남 | 하이퐁시 | 2010-03-02 | 자매도시
미국 | 피츠버그시 | 2010-03-02 | 자매도시
"""


@pytest.fixture(scope="module")
def shared_days(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder, target = tmp_path_factory.mktemp("pages"), tmp_path_factory.mktemp("index")
    (folder / "pohang.md").write_text(SHARED_DAYS, encoding="utf-8")
    build(folder, target, progress=Silent())
    return Catalogue(open_index(target))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Is Hunchun the second sister city of Pohang?", ("Zhangjiagang", "Hunchun")),
        ("What number sister city is Zhangjiagang for Pohang?", ("Zhangjiagang", "Hunchun")),
        ("포항시의 세 번째 자매도시는 어디인가요?", ("1995", "6월 16일")),
        ("Which city did Pohang sign with last?", ("2 March 2010", "Pittsburgh")),
        ("Is Pittsburgh the last sister city of Pohang?", ("2 March 2010", "Pittsburgh")),
    ],
)
def test_dates_that_may_be_one_day_leave_a_rank_open(
    text: str, names: tuple[str, ...], shared_days: Catalogue
) -> None:
    got = ask(text, shared_days)
    assert got.status == "partial", got.answer
    assert all(name in got.answer for name in names)
    assert not got.answer.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Is Fukuyama the first sister city of Pohang?", "Yes"),
        ("Is Hunchun the first sister city of Pohang?", "No"),
        ("What number sister city is Lianyungang for Pohang?", "Number 4 of the 6"),
        ("포항시의 네 번째 자매도시는 어디인가요?", "4번째는 연운항"),
    ],
)
def test_a_rank_is_told_where_others_alone_are_open(
    text: str, said: str, shared_days: Catalogue
) -> None:
    got = ask(text, shared_days)
    assert got.status == "answered", got.answer
    assert said in got.answer
