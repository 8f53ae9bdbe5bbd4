"""Notes at the foot of a page are read by the rules of prose like the text above them."""

from pathlib import Path
from zipfile import ZipFile

from cchc_desktop.office.exported.producing import write_word_report
from cchc_desktop.office.findings.in_prose import found_in_prose
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.word_reports.auditing import audit, write_commented
from cchc_desktop.office.word_reports.reading import sets_to_read_by
from cchc_desktop.template.catalogue import shipped
from tests.unit.office.an_office import Q3

TEXT = (
    "Một câu đúng.\nTheo kế hoạch[^1] và quyết định[^2] đã làm xong.\n"
    "[^1]: Kế hoạch số 45/KH-UBND ngày 05/02/2026 của UBND tỉnh.\n"
    "[^2]: Quyết định số 1.138/QĐ-UBND ngày 06/02/2026 của UBND tỉnh."
)
AFTER_THE_MARK = "Theo kế hoạch và quyết định"


def test_a_slip_in_a_note_is_told_as_that_of_the_note(report: OpenReport) -> None:
    report.write("I.2", TEXT)
    (found,) = found_in_prose(report)
    assert found.words.message == "Mục I.2, lời chú 2: Ghi 1.138/QĐ-UBND."
    assert found.passage
    assert found.passage.line == 0
    assert found.remedied == TEXT.replace("1.138", "1138")


def test_a_slip_in_a_footnote_of_a_word_report_leads_to_its_mark(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    report.write("I.2", TEXT)
    file = write_word_report(office, Q3, tmp_path / "a.docx")
    found = audit(file, sets_to_read_by(shipped()))
    (finding,) = (each for each in found.findings if each.code.startswith("R12"))
    assert (finding.place, finding.text) == ("Mục I.2, lời chú 2", "1.138/QĐ-UBND")
    assert finding.stretch
    paragraphs = {each.place: each for each in found.report.parts.document.paragraphs()}
    text = paragraphs[finding.stretch.place].text
    assert text[: finding.stretch.end].endswith(AFTER_THE_MARK)
    with ZipFile(write_commented(found, tmp_path / "b.docx")) as package:
        assert "Số văn bản có dấu phân nhóm" in package.read("word/comments.xml").decode()
