"""Figures of a file beside their reading: what comes first, and what is put into the form."""

from decimal import Decimal
from pathlib import Path

import pytest
from docx.document import Document

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.office.exported.producing import write_exchange_file, write_word_report
from cchc_desktop.office.figures.review import TakenRow, entries_of, rows_to_review
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.journeys.word_files import edited, forms, row_with

Q3 = Period.read("2026-Q3")
COUNT = IndicatorCode("PL2.1")


@pytest.fixture
def file(office: Office, report: OpenReport, tmp_path: Path) -> Path:
    """The office's own Word report, one figure of it made a matter for a person."""
    for code, text in (("PL2.1", "8"), ("PL2.2.1", "28"), ("PL2.2.2", "20")):
        report.enter(code, text)

    def blur(document: Document) -> None:
        (table, *_) = forms(document)
        table.cell(row_with(table, "Số văn bản chỉ đạo"), 3).text = "khoảng chục"

    return edited(write_word_report(office, Q3, tmp_path / "a.docx"), tmp_path / "b.docx", blur)


def test_what_a_person_has_to_look_at_comes_first_with_the_words_of_the_file(
    report: OpenReport, file: Path
) -> None:
    first, *others = rows_to_review(report, file)
    assert (first.code, first.raw, first.reading, first.answer) == (COUNT, "khoảng chục", "", None)
    assert "Không đọc được" in first.reason
    assert all(row.is_sure for row in others)


def test_a_figure_taken_as_it_was_read_keeps_the_words_and_a_corrected_one_its_own(
    report: OpenReport, file: Path
) -> None:
    rows = {row.code: row for row in rows_to_review(report, file)}
    kept, corrected = IndicatorCode("PL2.2.1"), rows[COUNT]
    taken = entries_of(report, [TakenRow(rows[kept], kept, "28"), TakenRow(corrected, COUNT, "10")])
    assert taken[kept].answer.number == Decimal(28)
    assert (taken[COUNT].answer.number, taken[COUNT].said) == (Decimal(10), "10")
    with pytest.raises(CchcError, match="không phải là số"):
        entries_of(report, [TakenRow(corrected, COUNT, "mười")])


def test_a_workbook_is_reviewed_as_a_document_is(office: Office, report: OpenReport, tmp_path: Path) -> None:
    report.enter(COUNT, "8")
    file = write_exchange_file(office, Q3, tmp_path).path
    report.enter(COUNT, "9")
    (row,) = [each for each in rows_to_review(report, file) if each.code == COUNT]
    assert (row.is_sure, row.reading) == (True, "8")
    assert row.told.endswith(report.template.indicators[COUNT].label)


def test_a_report_of_another_period_is_refused(office: Office, file: Path) -> None:
    other = office.start(Period.read("2026-Q4"))
    with pytest.raises(FileRefused, match="không phải quý IV"):
        rows_to_review(other, file)
