"""What stands on which page."""

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from cchc_desktop.documents.content import Annex, AppendixRow, DottedLine, Footnote, Heading, Paragraph, Run
from cchc_desktop.office.printed.preview import PAPER
from tests.gui.preview.a_preview import form_of, report_of, rows, sample
from tests.unit.documents.reports import APPENDIX, REPORT, saying, text
from ui.preview.pages import Page, pages

pytestmark = pytest.mark.usefixtures("qapp")

LONG_NOTE = "Ghi chú dài. " * 700


def holding(found: Sequence[Page], said: str) -> list[int]:
    """The pages, from 0, with a line that says just that."""
    return [at for at, page in enumerate(found) if said in page.text.split("\n")]


def lowest(page: Page) -> float:
    return max(line.y + line.height for line in page.lines)


def test_each_appendix_starts_a_page_and_counts_from_one() -> None:
    found = pages(report_of(form_of(*rows(80), title="Phụ lục 2"), form_of(*rows(3), title="Phụ lục 3")))
    assert [(page.title, page.number) for page in found] == [
        ("BÁO CÁO", 1),
        ("Phụ lục 2", 1),
        ("Phụ lục 2", 2),
        ("Phụ lục 2", 3),
        ("Phụ lục 3", 1),
    ]


def test_an_appendix_of_the_offices_own_starts_a_page_and_its_notes_go_on_counting() -> None:
    noted = Paragraph((Run("Một"), Footnote((Run("Chú thích."),))))
    annex = Annex("Phụ lục 3", ("Danh sách",), "", (noted,))
    main, form, own = pages(replace(report_of(form_of(*rows(3))), blocks=(noted,), annexes=(annex,)))
    assert (own.title, own.number) == ("Phụ lục 3", 1)
    assert "1 Chú thích." in main.text
    assert "2 Chú thích." in own.text
    assert "Chú thích" not in form.text


def test_the_first_page_shows_no_number_and_the_second_does() -> None:
    first, second = pages(report_of(paragraphs=12))[:2]
    assert first.text.startswith("ỦY BAN NHÂN DÂN")
    assert second.text.startswith("2\n")
    assert second.lines[0].y == PAPER.header


def test_header_rows_stand_again_on_every_page_of_a_table() -> None:
    found = pages(report_of(form_of(*rows(80))))[1:]
    assert holding(found, "Đơn vị tính") == holding(found, "Ghi chú") == [0, 1, 2]


def test_every_row_stands_once_and_whole() -> None:
    tall = [AppendixRow(f"{at}.", f"Dòng {at}\nhai\nba của {at}", "", "1") for at in range(1, 60)]
    found = pages(report_of(form_of(*tall)))
    for at in range(1, 60):
        beginning, end = holding(found, f"Dòng {at}"), holding(found, f"ba của {at}")
        assert beginning == end
        assert len(beginning) == 1


def test_a_row_higher_than_a_page_goes_on_below_the_header() -> None:
    row = AppendixRow("1.", "Dòng 1", "Văn bản", "1", LONG_NOTE)
    found = pages(report_of(form_of(row)))[1:]
    assert holding(found, "Đơn vị tính") == list(range(len(found)))
    assert len(found) > 3
    assert sum(page.text.count("dài.") for page in found) == 700  # nothing is lost where a page ends
    assert all(lowest(page) <= PAPER.height - PAPER.bottom for page in found)


def test_the_heading_of_a_group_stays_with_its_first_row() -> None:
    for count in range(20, 50):
        entries = (
            *rows(count),
            AppendixRow("A", "Nhóm", kind="heading"),
            AppendixRow("B", "Sau nhóm", "", "1"),
        )
        found = pages(report_of(form_of(*entries)))
        assert holding(found, "Nhóm") == holding(found, "Sau nhóm")


def test_nothing_stands_in_the_margins() -> None:
    for page in pages(report_of(form_of(*rows(80)), paragraphs=30)):
        body = [line for line in page.lines if line.y != PAPER.header]
        assert min(line.y for line in body) >= PAPER.top
        assert lowest(page) <= PAPER.height - PAPER.bottom


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for count in range(4, 30):
        said = [text("Một dòng.")] * count
        found = pages(saying(*said, Heading(1, "MỤC"), text("Theo sau mục.")))
        assert holding(found, "I. MỤC") == holding(found, "Theo sau mục./.")


def test_a_signature_stands_below_a_line_of_the_text() -> None:
    for count in range(4, 30):
        found = pages(saying(*[text("Một dòng.")] * count, text("Dòng cuối.")))
        assert holding(found, "Dòng cuối./.") == holding(found, "Nguyễn Văn Mẫu")


def test_paragraphs_leave_no_single_line_behind() -> None:
    long = text("Đoạn dài. " + "Nội dung của đoạn văn. " * 12)
    for short in range(8):
        found = pages(saying(*[text("Một dòng.")] * short, *[long] * 30))
        for page in found[1:-1]:
            _, first, second, *_, last = page.text.split("\n")
            assert first.startswith("Đoạn") or not second.startswith("Đoạn")
            assert not last.startswith("Đoạn")


def test_notes_stand_at_the_foot_of_the_page_of_their_marks() -> None:
    noted = Paragraph((Run("Có chú thích"), Footnote((Run("Quyết định số 12."),)), Run(".")))
    for before in range(20, 44):
        found = pages(saying(*[text("Một dòng.")] * before, noted, *[text("Sau đó.")] * 20))
        (at,) = holding(found, "1 Quyết định số 12.")
        assert holding(found, "Có chú thích1.") == [at]
        *body, note = found[at].lines
        assert note.y + note.height == pytest.approx(PAPER.height - PAPER.bottom)
        assert max(line.y + line.height for line in body) < note.y


def test_blanks_are_dots_to_the_edge_of_the_text() -> None:
    page = pages(saying(DottedLine(), text("Hết.")))[0]
    dots = next(line for line in page.lines if set(line.text) == {"."})
    right = dots.x + dots.line.x() + dots.line.width()
    assert right == pytest.approx(PAPER.width - PAPER.right)
    assert dots.line.naturalTextWidth() > PAPER.text_width * 0.9


def test_running_text_is_justified() -> None:
    page = pages(report_of())[0]
    at = next(at for at, line in enumerate(page.lines) if line.text.startswith("Đoạn 1."))
    line = page.lines[at].line
    assert line.naturalTextWidth() <= line.width()
    assert page.lines[at].layout.textOption().alignment().name == "AlignJustify"


def test_letters_beyond_the_common_plane_keep_their_lines() -> None:
    found = pages(saying(text("Tệp 📎 đính kèm."), text("Hết.")))
    assert holding(found, "Tệp 📎 đính kèm.") == [0]


@pytest.mark.parametrize(("name", "count"), [("huong-tra", 12), ("phuong-mau", 11)])
def test_a_sample_has_the_pages_that_its_word_report_has(name: str, count: int) -> None:
    assert abs(len(pages(sample(name))) - count) <= 1  # counted in LibreOffice; fonts differ by a hair


def test_a_sample_is_set_quickly() -> None:
    def seconds() -> float:
        start = time.thread_time()  # it waits for nothing: what else a machine does is no fault of ours
        pages(report)
        return time.thread_time() - start

    report = sample("huong-tra")
    assert min(seconds() for _ in range(3)) < 0.1  # the longest that the window's thread may be held


def test_an_unfinished_report_shows_dots_where_something_is_missing() -> None:
    unfinished = replace(REPORT, blocks=(Heading(1, "MỤC"),), appendices=(APPENDIX,))
    found = pages(unfinished)
    assert any(line.text.startswith("....") and line.text.endswith("./.") for line in found[0].lines)
    assert "……" in found[1].text
