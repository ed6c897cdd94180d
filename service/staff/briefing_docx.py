"""A briefing as a document for Word."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from service.exchanges.rows import Row
from service.staff.briefing import Briefing
from service.staff.desk import Desk
from service.staff.languages import html_tag
from service.staff.templates import say

# A font that each system has for the language, and the language as Word names it.
_FONTS = {
    "ko": ("Malgun Gothic", "ko-KR"),
    "zh-Hans": ("Microsoft YaHei", "zh-CN"),
    "zh-Hant": ("Microsoft JhengHei", "zh-TW"),
    "en": ("Calibri", "en-GB"),
}
# Characters that XML 1.0 cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_briefing(briefing: Briefing, desk: Desk) -> bytes:
    """The document, A4, with the same parts as the page."""
    document = Document()
    _set_up(document, desk, briefing.title)
    document.add_heading(_clean(briefing.title), 0)
    document.add_paragraph(_clean(briefing.made))
    document.add_heading(say(desk.voice, "briefing.stages"), 1)
    for stage in briefing.stages:
        signed = f"{say(desk.voice, 'briefing.place')} {stage.place}" if stage.place else None
        told = " · ".join(filter(None, (stage.date, signed)))
        _item(document, stage.name, told, briefing.mark(stage.source))
    for section in briefing.sections:
        document.add_heading(_clean(section.heading), 1)
        for line in section.lines:
            told = f"{line.display} ({line.note})" if line.note else line.display
            _item(document, line.label, told, briefing.mark(line.source))
    heading = say(desk.voice, "briefing.exchanges", n=briefing.number)
    document.add_heading(heading, 1)
    for year, rows in briefing.years:
        document.add_heading(year, 2)
        for row in rows:
            _exchange(document, row, briefing)
    _sources(document, briefing, desk)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: WordDocument, desk: Desk, title: str) -> None:
    font, language = _FONTS[html_tag(desk.voice)]
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet"):
        style = document.styles[name]
        style.font.name = font
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
            fonts.set(qn(kind), font)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    document.styles["Normal"].font.size = Pt(10)
    document.core_properties.title = _clean(title)
    document.core_properties.language = language
    document.core_properties.author = "Gyoryu"
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)


def _item(document: WordDocument, label: str, text: str, mark: int) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run(f"{_clean(label)}: ").bold = True
    paragraph.add_run(_clean(text))
    paragraph.add_run(f" [{mark}]").font.superscript = True


def _exchange(document: WordDocument, row: Row, briefing: Briefing) -> None:
    told = " · ".join(filter(None, (", ".join(row.kinds), row.direction, row.people)))
    quotes = " / ".join(source.quote for source in row.quotes)
    text = f"{told} — {quotes}" if told else quotes
    _item(document, row.date, text, briefing.mark(row.quotes[0]))


def _sources(document: WordDocument, briefing: Briefing, desk: Desk) -> None:
    document.add_heading(say(desk.voice, "briefing.sources"), 1)
    for number, page in enumerate(briefing.sources, 1):
        date = page.updated and desk.voice.date(page.updated, False)
        updated = say(desk.voice, "detail.updated", date=date) if date else None
        told = ", ".join(filter(None, (page.title, page.publisher, page.url, updated)))
        document.add_paragraph(_clean(f"[{number}] {told}"))


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)
