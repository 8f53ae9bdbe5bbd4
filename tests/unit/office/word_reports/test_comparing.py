"""Our report beside its copy edited in Word: what differs, and what becomes of it in our text."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.exported.producing import write_word_report
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.office.word_reports.comparing import Change, Comparison, compared
from cchc_desktop.office.word_reports.taking_over import take_over
from cchc_desktop.values.period import Period
from tests.unit.office.an_office import Q3


@pytest.fixture
def office(office: Office) -> Office:
    """The ward's office with some figures of its report."""
    report = office.start(Q3)
    for code, figure in (("PL2.1", "8"), ("PL2.4.1", "61"), ("PL2.4.2", "41")):
        report.enter(code, figure)
    return office


def after_word(
    office: Office, folder: Path, section: str, text: str, change: Callable[[WordDocument], None]
) -> tuple[OpenReport, Comparison]:
    """Write the section, print the report, let somebody change it in Word, and compare."""
    report = office.report(Q3)
    report.write(section, text)
    file = write_word_report(office, Q3, folder / "a.docx")
    document = Document(str(file))
    change(document)
    document.save(str(file))
    return report, compared(report, file)


def line(document: WordDocument, words: str) -> Paragraph:
    return next(each for each in document.paragraphs if words in each.text)


def retype(paragraph: Paragraph, old: str, new: str) -> None:
    """Change words of a paragraph as Word does: the footnote marks stay where they were."""
    for run in paragraph.runs:
        if old in run.text:
            run.text = run.text.replace(old, new)
            return
    raise AssertionError(old)


def taken(report: OpenReport, found: Comparison, section: str) -> str:
    take_over(report, found, section)
    return report.prose.get(section, "")


def test_a_figure_in_untouched_words_stays_live_and_another_is_told(office: Office, tmp_path: Path) -> None:
    text = "Giao {PL2.4.1 dv}, xong {PL2.4.2}, ban hành {PL2.1} văn bản."

    def change(document: WordDocument) -> None:
        paragraph = line(document, "Giao 61")
        paragraph.text = paragraph.text.replace("xong 41,", "mới xong 39,").replace("văn bản", "công văn")

    report, found = after_word(office, tmp_path, "I.2", text, change)
    (section,) = found.sections
    assert [(each.source, each.ours, each.theirs) for each in section.dropped] == [("{PL2.4.2}", "41", "39")]
    assert taken(report, found, "I.2") == "Giao {PL2.4.1 dv}, mới xong 39, ban hành {PL2.1} công văn."


def test_faces_signs_and_items_of_word_are_written_as_ours(office: Office, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        paragraph = line(document, "Một câu")
        paragraph.add_run(" Thêm *sao* {ngoặc} ")
        paragraph.add_run("nghiêng").italic = True
        paragraph.insert_paragraph_before("- mục gõ tay", style=paragraph.style)

    report, found = after_word(office, tmp_path, "I.1", "Một câu.", change)
    written = taken(report, found, "I.1")
    assert written == "- mục gõ tay\nMột câu. Thêm \\*sao\\* {{ngoặc} *nghiêng*"
    assert found.sections[0].changes[0].change is Change.ADDED


def test_notes_go_with_their_words_and_keep_their_keys(office: Office, tmp_path: Path) -> None:
    text = "Theo kế hoạch[^1] đã làm xong.\nCâu bị bỏ[^2].\n[^1]: Kế hoạch số 5.\n[^2]: Lời chú bỏ theo."

    def change(document: WordDocument) -> None:
        retype(line(document, "Theo kế hoạch"), "đã làm xong", "đã làm gần xong")
        gone = line(document, "Câu bị bỏ")
        for run in gone.runs:
            run.text = ""

    report, found = after_word(office, tmp_path, "I.1", text, change)
    assert taken(report, found, "I.1") == "Theo kế hoạch[^1] đã làm gần xong.\n[^1]: Kế hoạch số 5."


def test_a_footnote_changed_in_word_is_told_and_taken(office: Office, tmp_path: Path) -> None:
    text = "Theo kế hoạch[^1] đã làm xong.\n[^1]: Kế hoạch số 5."

    def change(document: WordDocument) -> None:
        notes = next(part for part in document.part.package.parts if part.partname.endswith("footnotes.xml"))
        notes._blob = notes.blob.replace("số 5.".encode(), "số 6.".encode())

    report, found = after_word(office, tmp_path, "I.1", text, change)
    (told,) = found.sections[0].changes
    assert (told.ours, told.theirs) == (
        "Theo kế hoạch đã làm xong.\n[Kế hoạch số 5.]",
        "Theo kế hoạch đã làm xong.\n[Kế hoạch số 6.]",
    )
    assert taken(report, found, "I.1") == "Theo kế hoạch[^2] đã làm xong.\n[^2]: Kế hoạch số 6."


def test_a_changed_table_keeps_the_rows_that_nobody_touched(office: Office, tmp_path: Path) -> None:
    text = "| Việc | Số |\n| --- | ---: |\n| Được giao | {PL2.4.1} |\n| Đã xong | {PL2.4.2} |"

    def change(document: WordDocument) -> None:
        table = next(each for each in document.tables if "Được giao" in each.cell(1, 0).text)
        table.cell(2, 1).text = "40"
        table.rows[-1]._tr.addnext(deepcopy(table.rows[-1]._tr))
        for cell, text in zip(table.rows[-1].cells, ("Còn lại", ""), strict=True):
            cell.text = text

    report, found = after_word(office, tmp_path, "I.1", text, change)
    assert taken(report, found, "I.1") == (
        "| Việc | Số |\n| --- | ---: |\n| Được giao | {PL2.4.1} |\n| Đã xong | 40 |\n| Còn lại |  |"
    )


def test_what_prints_as_it_stands_differs_in_nothing(office: Office, tmp_path: Path) -> None:
    text = (
        "### Tiêu đề nhỏ\nMột **đậm** và {PL2.1} số[^1].\n- mục một\n- mục hai\n"
        "| A | B |\n| --- | --- |\n| một | {PL2.1} |\n[^1]: Chú."
    )
    _, found = after_word(office, tmp_path, "II.1", text, lambda _: None)
    assert found.is_same


def test_text_under_a_heading_of_their_own_is_shown_and_not_taken(office: Office, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        end = line(document, "Trên đây là báo cáo")
        end.insert_paragraph_before("VI. VIỆC RIÊNG CỦA PHƯỜNG").runs[0].bold = True
        end.insert_paragraph_before("Câu ở mục riêng.")

    report, found = after_word(office, tmp_path, "V", "Không có.", change)
    (section,) = found.sections
    assert (section.is_ours, section.changes[0].theirs) == (False, "Câu ở mục riêng.")
    with pytest.raises(ReportRefused):
        take_over(report, found, section.section)


def test_what_the_set_fixes_is_compared_too_and_not_taken(office: Office, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        opening, closing = line(document, "như sau:"), line(document, "Trên đây là báo cáo")
        opening.text = opening.text.replace("như sau:", "cụ thể như sau:")
        closing.text = closing.text.replace("./.", ", kính trình./.")

    _, found = after_word(office, tmp_path, "V", "Không có.", change)
    assert [(each.section, each.is_ours) for each in found.sections] == [
        ("Mở đầu", False),
        ("Kết thúc", False),
    ]
    assert [each.changes[0].change for each in found.sections] == [Change.CHANGED, Change.CHANGED]


def test_a_figure_changed_in_a_form_is_named_by_its_cell(office: Office, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        table = next(each for each in document.tables if len(each.columns) == 5)
        table.cell(2, 3).text = "9"

    _, found = after_word(office, tmp_path, "V", "Không có.", change)
    (figure,) = found.figures
    assert (figure.code, figure.ours, figure.theirs) == ("PL2.1", "8", "9")
    assert figure.place == "Phụ lục 2, dòng 3"


def test_the_report_of_another_period_is_not_compared(office: Office, tmp_path: Path) -> None:
    file = write_word_report(office, Q3, tmp_path / "a.docx")
    other = office.start(Period.read("2026-Q2"))
    with pytest.raises(FileRefused, match="quý III năm 2026, không phải quý II năm 2026"):
        compared(other, file)
