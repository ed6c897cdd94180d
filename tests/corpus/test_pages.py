"""Pages from files: readers, identity, metadata, and a reason for whatever is no page."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import pages as pages_module
from corpus.model import Contact, Page, Skipped
from corpus.pages import LARGEST, READERS, load_pages, read_page


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(folder: Path, name: str, content: str | bytes) -> Page:
    page = read_page(write(folder, name, content), folder)
    assert isinstance(page, Page), page
    return page


def reason(folder: Path, name: str, content: str | bytes) -> str:
    page = read_page(write(folder, name, content), folder)
    assert isinstance(page, Skipped), page
    assert page.source == name
    return page.reason


def test_one_page_of_each_kind(tmp_path: Path) -> None:
    for suffix in READERS:
        page = read(tmp_path, f"Page{suffix}", "본문입니다.")
        assert (page.text, page.id, page.source) == ("본문입니다.", "page", f"Page{suffix}")
        assert page.title == "Page"
    assert read(tmp_path, "PAGE.HTML", "<p>글</p>").text == "글"


def test_a_folder_is_read_in_order_and_leaves_out_what_is_no_page(tmp_path: Path) -> None:
    write(tmp_path, "b/two.txt", "둘.")
    write(tmp_path, "a.html", "<p>하나.</p>")
    write(tmp_path, "a.html.toml", 'title = "제목"')
    write(tmp_path, "README.md", "read me")
    write(tmp_path, ".hidden.txt", "숨김")
    write(tmp_path, ".git/x.txt", "숨김")
    write(tmp_path, "c.pdf", b"%PDF-1.4")
    write(tmp_path, "d.txt.toml", 'title = "제목"')
    write(tmp_path, "e.toml", "x = 1")
    found = list(load_pages(tmp_path))
    assert [item.source for item in found] == [
        "a.html",
        "b/two.txt",
        "c.pdf",
        "d.txt.toml",
        "e.toml",
    ]
    assert [type(item) for item in found] == [Page, Page, Skipped, Skipped, Skipped]
    reasons = [item.reason for item in found if isinstance(item, Skipped)]
    assert reasons[0].startswith("no reader for .pdf (there are for .htm, .html")
    assert reasons[1] == "metadata of a page that is not there: d.txt"
    assert reasons[2].startswith("no reader for .toml")


def test_ids_come_from_the_place_and_are_unique(tmp_path: Path) -> None:
    names = ["a.html", "a.md", "a.txt", "A.htm", "a-md.txt", "한글 이름.txt", "x/a.html", "!.txt"]
    for name in names:
        write(tmp_path, name, "글.")
    write(tmp_path, "000_66aab1fa852abbfe.txt", "글.")
    ids = {item.source: item.id for item in load_pages(tmp_path) if isinstance(item, Page)}
    assert len(set(ids.values())) == len(names) + 1
    assert ids["000_66aab1fa852abbfe.txt"] == "000_66aab1fa852abbfe"
    assert ids["x/a.html"] == "x-a"
    assert ids["한글 이름.txt"] == "한글-이름"
    assert ids["!.txt"] == "page"
    assert ids["A.htm"] == "a"
    assert ids["a.html"] == "a-html"


def test_one_file_as_root(tmp_path: Path) -> None:
    path = write(tmp_path, "deep/a.txt", "글.")
    (page,) = load_pages(path)
    assert (page.source, isinstance(page, Page)) == ("a.txt", True)
    assert list(load_pages(tmp_path / "none.txt")) == [Skipped("none.txt", "no such file")]


def test_the_digest_is_of_page_and_sidecar(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "글.")
    assert read(tmp_path, "a.txt", "글.").digest == hashlib.sha256(path.read_bytes()).hexdigest()
    write(tmp_path, "a.txt.toml", 'title = "제목"')
    whole = path.read_bytes() + (tmp_path / "a.txt.toml").read_bytes()
    assert read(tmp_path, "a.txt", "글.").digest == hashlib.sha256(whole).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "utf-16"])
@pytest.mark.parametrize("declared", [None, "euc-kr", "utf-8", "gb2312"])
def test_encodings_of_pages(tmp_path: Path, encoding: str, declared: str | None) -> None:
    meta = f"<meta charset={declared}>" if declared else ""
    html = f"<html><head>{meta}</head><p>서초구 대표단이 노산구를 방문하였습니다.</p>"
    assert read(tmp_path, "a.html", html.encode(encoding)).text.startswith("서초구 대표단이")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "the file is empty"),
        (b" \n\t ", "the file is empty"),
        (b"\xef\xbb\xbf", "no text in it"),
        (b"PK\x03\x04\x00\x00\x00\x08", "binary content, not text"),
        (b"\x01\x02\x03\x04\x05\x06", "binary content, not text"),
        (b"\xff" * 6, "its encoding is none of UTF-8, EUC-KR, GB18030, Big5 and UTF-16"),
    ],
)
def test_reasons(tmp_path: Path, content: bytes, expected: str) -> None:
    assert reason(tmp_path, "a.txt", content) == expected


def test_html_without_text(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.html", "<script>var x</script><!-- 글 -->") == "no text in it"
    assert reason(tmp_path, "b.html", "<frameset><frame src=x></frameset>") == "no text in it"
    assert "nested more than" in reason(tmp_path, "c.html", "<div>" * 9999)


def test_a_large_page_is_skipped_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    def refuse(self: Path) -> bytes:
        raise AssertionError("it was read")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read_page(path) == Skipped("a.html", "too large: 50 MB, at most 20 MB are read")
    assert LARGEST == 20 * 1024 * 1024


def test_what_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dir.txt").mkdir()
    assert read_page(tmp_path / "dir.txt") == Skipped("dir.txt", "not a file")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert list(load_pages(tmp_path)) == [Skipped("gone.txt", "no such file")]
    path = write(tmp_path, "a.txt", "글.")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read_page(path) == Skipped("a.txt", "cannot be read: Permission denied")


def test_metadata_of_the_page_wins_over_front_matter_and_sidecar(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.md.toml",
        'title = "곁"\nurl = "https://c.kr"\nupdated = "2020"\nphone = "1"\npublisher = "곁"\n',
    )
    text = """---
url: https://f.kr
updated: 2021
department: 앞
---
# 제목

글.

- 담당부서 : 총무과
- 최종수정일 : 2024-08-08
"""
    page = read(tmp_path, "a.md", text)
    assert (page.title, page.url, page.updated, page.publisher) == (
        "제목",
        "https://f.kr",
        "2024-08-08",
        "곁",
    )
    assert page.contact == Contact("총무과", "1", None)
    assert page.languages == ("ko",)


def test_titles(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", "짧은 제목\n\n본문입니다.\n").title == "짧은 제목"
    assert read(tmp_path, "b.txt", "본문입니다.\n").title == "b"
    assert read(tmp_path, "c.html", "<title>가 | 나</title><p>글.</p>").title == "가"
    write(tmp_path, "d.txt.toml", 'title = "곁의 제목"')
    assert read(tmp_path, "d.txt", "짧은 제목\n\n본문입니다.\n").title == "곁의 제목"
    assert read(tmp_path, "e.md", "---\ntitle: 앞\n---\n## 뒤\n\n글.\n").title == "앞"


def test_wrong_metadata_skips_the_page_with_the_line(tmp_path: Path) -> None:
    write(tmp_path, "a.txt.toml", 'url = "https://a.kr"\nautor = "x"\n')
    assert reason(tmp_path, "a.txt", "글.").startswith("a.txt.toml line 2: unknown key 'autor'")
    write(tmp_path, "b.txt.toml", "title = \n")
    assert reason(tmp_path, "b.txt", "글.").startswith("b.txt.toml: ")
    assert "line 1" in reason(tmp_path, "b.txt", "글.")
    assert reason(tmp_path, "c.md", "---\ntitle: x\nbad\n---\n글\n").startswith(
        "front matter line 3"
    )


def test_the_pages_that_come_with_the_project_are_read() -> None:
    folder = Path(pages_module.__file__).parent / "pages"
    found = list(load_pages(folder))
    assert found
    assert [item.reason for item in found if isinstance(item, Skipped)] == []


def check(page: Page | Skipped) -> None:
    if isinstance(page, Skipped):
        assert page.reason
        return
    end = -1
    for block in page.blocks:
        quote = page.quote(block.span)
        assert quote and quote == quote.strip()
        assert block.span.start == end + 1
        end = block.span.end
    assert end == len(page.text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    suffix=st.sampled_from(sorted(READERS)),
    content=st.binary() | st.text().map(lambda text: text.encode("utf-8", "replace")),
    sidecar=st.none() | st.binary(max_size=20) | st.just(b'title = "x"'),
)
def test_any_file_is_a_page_or_has_a_reason(
    tmp_path: Path, suffix: str, content: bytes, sidecar: bytes | None
) -> None:
    path = write(tmp_path, f"a{suffix}", content)
    notes = tmp_path / f"a{suffix}.toml"
    notes.unlink(missing_ok=True)
    if sidecar is not None:
        notes.write_bytes(sidecar)
    check(read_page(path, tmp_path))


def test_five_megabytes_of_html(tmp_path: Path) -> None:
    section = "<h2>가람시</h2><ul><li>결연일 : 1998년<ul><li>방문 (1997년)</li></ul></li></ul>"
    section += "<table><tr><th>면적</th><td>395㎢</td></tr></table><p>글이 <b>있는</b> 문단.</p>"
    html = section * (5_000_000 // len(section.encode()))
    page = read(tmp_path, "a.html", html)
    assert len(page.blocks) > 100_000
