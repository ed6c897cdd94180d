"""Building again gives what building from nothing would: only new pages are made, old ones kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from index import build as build_module
from index import records
from index.build import build
from index.contents import LAYOUT, TERMS
from index.kept import Kept
from index.layout import Layout
from index.lexical import Lexicon
from index.manifest import check_generation
from index.model import BuildReport, UnusableIndex
from index.parts import Card
from index.progress import Silent
from index.reading import Reading, read_pages
from index.records import load as records_load
from index.store import current_generation
from tests.index.conftest import PAGES, unmoved
from tests.index.faked import FakeEncoder, faked

MIRAFLORES = """---
publisher: 서울특별시 마포구
---

# 자매도시

## 페루 미라플로레스시 (Miraflores)

- 결연일 : 2012년 6월 1일
- 미라플로레스시 대표단(4명) 마포구 방문 (2013년 5월)
"""
NEWS = "# 소식\n\n미라플로레스시에서 손님이 왔다. 노산구에서도 왔다.\n"
PLAIN = "# 오늘\n\n날씨가 좋다.\n"
# What pages may say: ties told on several pages, copies, places that only a page names and that
# others speak of, two languages on one page, nothing of note.
TEXTS = (
    *PAGES.values(),
    MIRAFLORES,
    MIRAFLORES.replace("페루 미라플로레스시 (Miraflores)", "칠레 미라플로레스시 (Miraflores)"),
    NEWS,
    PAGES["seocho.md"].replace("1998년 8월 3일", "1998년 8월 4일"),
    PAGES["seocho.md"].replace("(6명)", "(7명)") + "\n새로운 홍구구 소식이 있다.\n",
    "# Friends\n\n노산구 대표단이 서초구를 방문했다 (2011년 5월 2일).\n\n"
    "A delegation of Laoshan District visited Seocho District on May 2, 2011.\n",
    PLAIN,
)
NAMES = ("a", "b", "c/a", "d", "e", "f")
texts = st.sampled_from(TEXTS)
folders = st.dictionaries(st.sampled_from(NAMES), texts, min_size=3)
edits = st.dictionaries(st.sampled_from(NAMES), st.none() | texts, min_size=1, max_size=2)


@pytest.fixture(scope="module")
def cheap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with unmoved(tmp_path_factory.mktemp("code")), faked(tmp_path_factory.mktemp("encoder")):
        yield


def write(folder: Path, pages: Mapping[str, str | None]) -> Path:
    """Write ``pages`` by name into ``folder``, or remove them where they have no text."""
    for name, text in pages.items():
        path = folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")
    return folder


def rebuild(pages: Path, target: Path) -> BuildReport:
    return build(pages, target, progress=Silent())


def everything(target: Path) -> dict[str, bytes]:
    """All bytes of the generation that is served, but its manifest, which has the time."""
    folder = current_generation(target)
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if path.name not in ("manifest.json", "means.npz")
    }


def test_no_vector_of_another_encoder_is_taken_over(
    cheap: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, target = write(tmp_path / "pages", {"a": TEXTS[0], "b": PLAIN}), tmp_path / "index"
    rebuild(pages, target)
    # The same model, exported anew by another version of what exports it.
    monkeypatch.setattr(FakeEncoder, "fingerprint", "fake-2")
    write(pages, {"b": NEWS})
    report = rebuild(pages, target)
    assert report.reused == 0
    assert check_generation(current_generation(target), target, True).fingerprint == "fake-2"


@settings(max_examples=60)
@given(first=folders, turns=st.lists(edits, min_size=1, max_size=3))
def test_pages_come_change_and_go(
    cheap: None, first: dict[str, str], turns: list[dict[str, str | None]]
) -> None:
    with TemporaryDirectory() as place:
        folder, target, fresh = (Path(place) / name for name in ("pages", "index", "fresh"))
        rebuild(write(folder, first), target)
        for edit in turns:
            write(folder, edit)
            assume(list(folder.rglob("*.md")))
            rebuild(folder, target)
        rebuild(folder, fresh)
        assert everything(target) == everything(fresh)
        one, other = (check_generation(current_generation(t), t, True) for t in (target, fresh))
        assert (one.counts, one.inputs, one.skipped) == (other.counts, other.inputs, other.skipped)


def test_a_place_that_a_page_brings_is_found_on_the_others(cheap: None, tmp_path: Path) -> None:
    """And no longer where the page is gone, though none of the others changes."""
    folder = write(tmp_path / "pages", {"news": NEWS, "plain": PLAIN})
    rebuild(folder, tmp_path / "index")
    assert "place:peru" not in terms_of(tmp_path / "index")
    before = everything(tmp_path / "index")
    rebuild(write(folder, {"partner": MIRAFLORES}), tmp_path / "index")
    assert "place:local-미라플로레스시" in terms_of(tmp_path / "index")
    rebuild(write(folder, {"partner": None}), tmp_path / "index")
    assert everything(tmp_path / "index") == before


def test_of_pages_that_stay_only_cards_are_parsed(
    cheap: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = []

    def load(line: bytes, kind: type) -> object:
        parsed.append(kind)
        return records_load(line, kind)

    counted = []
    for size in (5, 25):
        folder, target = tmp_path / f"pages-{size}", tmp_path / f"index-{size}"
        many = {f"p{n}": TEXTS[n % len(TEXTS)] for n in range(size)}
        rebuild(write(folder, {**many, "x": NEWS}), target)
        write(folder, {"x": PLAIN})
        with monkeypatch.context() as patch:
            patch.setattr(records, "load", load)
            assert rebuild(folder, target).published
        counted.append(Counter(parsed))
        parsed.clear()
    few, more = counted
    assert more.pop(Card) - few.pop(Card) == 20
    assert few == more


def test_a_build_that_another_one_overtakes_says_so(
    cheap: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = write(tmp_path / "pages", {"news": NEWS}), tmp_path / "index"
    rebuild(folder, target)

    def overtaken(root: Path, kept: Kept | None) -> Reading:
        monkeypatch.undo()
        rebuild(write(folder, {"plain": PLAIN}), target)
        return read_pages(root, kept)

    monkeypatch.setattr(build_module, "read_pages", overtaken)
    with pytest.raises(UnusableIndex, match="another build has published meanwhile"):
        rebuild(folder, target)
    assert not rebuild(folder, target).published


def terms_of(target: Path) -> set[str]:
    """The terms of the passages of the page ``news``."""
    folder = current_generation(target)
    found = Lexicon.load(folder / TERMS)
    rows = Layout.load(folder / LAYOUT).passages_of("news")
    return {word for word in found.parts()[0] if set(found.rows_of(word).tolist()) & set(rows)}
