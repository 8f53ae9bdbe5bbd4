"""Somebody's Word report read: which set it follows, what it fills, what is left for a person."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table

from cchc_desktop.errors import CchcError, FileRefused
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.exported.producing import write_word_report
from cchc_desktop.office.figures.word_figures import plan_from_word
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.word_reports.auditing import audit
from cchc_desktop.office.word_reports.reading import Sureness, is_word_file, read_word_report, sets_to_read_by
from cchc_desktop.rules.finding import Severity
from cchc_desktop.template.catalogue import NoTemplate, shipped
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.unit.documents.reading.word_xml import docx, p, r
from tests.unit.office.an_office import Q3

SETS = sets_to_read_by(shipped())


def changed(file: Path, label: str, figure: str) -> Path:
    """Change the figure beside a label, as somebody does in Word."""
    document = Document(str(file))
    for table in document.tables:
        for row in table.rows:
            if len(row.cells) == 5 and label in row.cells[1].text:
                row.cells[3].text = figure
                document.save(str(file))
                return file
    raise AssertionError(label)


@pytest.mark.parametrize(
    ("name", "level", "period"),
    [
        ("D21", Level.DISTRICT, "2023-Q1"),
        ("X21", Level.COMMUNE, "2023-Q1"),
        ("X25", Level.COMMUNE, "2026-Q1"),
        ("T21", Level.PROVINCE, "2023-Q1"),
        ("T25", Level.PROVINCE, "2026-Q1"),
        ("S21", Level.DEPARTMENT, "2023"),
    ],
)
def test_a_report_is_read_by_the_set_that_it_was_made_from(
    name: str, level: Level, period: str, tmp_path: Path
) -> None:
    names = {Level.DISTRICT: "UBND huyện Mẫu", Level.PROVINCE: "UBND tỉnh Mẫu", Level.DEPARTMENT: "Sở Mẫu"}
    profile = Profile(names.get(level, "UBND xã Mẫu"), level)
    with Office.create(tmp_path / "a.cchc", profile) as office:
        office.start(Period.read(period), templates=name)
        file = write_word_report(office, Period.read(period), tmp_path / "a.docx")
    read = read_word_report(file, SETS)
    assert (read.template.id, read.facts.period) == (name, Period.read(period))
    assert all(section.is_known for section in read.sections)
    assert all(row.is_sure for row in read.reading.rows)


def test_a_named_set_is_read_by_and_an_unknown_one_refused() -> None:
    assert [each.id for each in sets_to_read_by(shipped(), "x21")] == ["X21"]
    with pytest.raises(NoTemplate):
        sets_to_read_by(shipped(), "Z99")


@pytest.mark.parametrize(("name", "expected"), [("a.DOCX", True), ("a.odt", True), ("a.xlsx", False)])
def test_documents_are_known_by_their_names(name: str, expected: bool) -> None:
    assert is_word_file(Path(name)) is expected


def test_what_a_person_settles_is_taken_beside_what_is_sure(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    report.enter("PL2.1", "8")
    file = write_word_report(office, Q3, tmp_path / "a.docx")
    changed(file, "Số văn bản chỉ đạo", "khoảng chục")
    read = read_word_report(changed(file, "Số nhiệm vụ đề ra", "28"), [report.template])
    assert len(read.reading.unsure) == 1
    code = IndicatorCode("PL2.1")
    plan = plan_from_word(report, read)
    assert (code in plan.entries, [row.code for row in plan.unread]) == (False, ["PL2.1"])
    settled = plan_from_word(report, read, {code: "10"})
    settled.apply(report)
    assert settled.unread == ()
    assert report.form.number(code) == Decimal(10)
    assert report.form.number(IndicatorCode("PL2.2.1")) == Decimal(28)
    with pytest.raises(CchcError, match="không phải là số"):
        plan_from_word(report, read, {code: "mười"})


def test_thousands_may_be_settled_for_a_whole_document(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    file = changed(write_word_report(office, Q3, tmp_path / "a.docx"), "Kế hoạch được giao", "30,162")
    assert [row.code for row in read_word_report(file, [report.template]).reading.unsure] == ["PL7.1.1"]
    read = read_word_report(file, [report.template], ",")
    assert read.reading.unsure == ()
    assert plan_from_word(report, read).entries[IndicatorCode("PL7.1.1")].answer.number == Decimal(30162)


def test_an_unsure_row_is_a_finding_at_its_place_and_its_figure_is_not_checked(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    report.enter("PL2.2.1", "28")
    file = write_word_report(office, Q3, tmp_path / "a.docx")
    found = audit(changed(file, "Số nhiệm vụ đã hoàn thành", "xong cả"), SETS)
    (finding,) = found.findings
    assert (finding.code, finding.place, finding.severity) == (
        "R10-PL2.2.2",
        "Phụ lục 2, dòng 6",
        Severity.WARN,
    )
    assert finding.stretch is not None
    assert found.needs_a_person


def a_report_of_somebodys_own(out: Path) -> Path:
    """Write a report with a header over two rows, columns moved, a form in two tables, a unit above."""
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "UBND TỈNH MẪU\nUBND PHƯỜNG MẪU"
    for line in ("BÁO CÁO", "Kết quả công tác CCHC quý III năm 2026"):
        document.add_paragraph(line)
    document.add_heading("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", 1)
    document.add_paragraph("PHỤ LỤC II")
    table = document.add_table(3, 4)
    for column, text in ((0, "TT"), (1, "Chỉ tiêu thống kê")):
        table.cell(0, column).merge(table.cell(1, column)).text = text
    table.cell(0, 2).merge(table.cell(0, 3)).text = "Kết quả"
    table.cell(1, 2).text, table.cell(1, 3).text = "Số liệu", "Đơn vị"
    first = (("1", "Số văn bản chỉ đạo CCHC đã ban hành", "8 văn bản", "Văn bản"),)
    second = (("2.2", "Số nhiệm vụ đã hoàn thành", "20", "Nhiệm vụ"), ("3", "Kiểm tra CCHC", "", ""))
    money = (("STT", "Nội dung", "Số liệu (tỷ đồng)"), ("1.1", "Kế hoạch được giao", "34,1"))
    written(table, first, 2)
    document.add_paragraph("")
    written(document.add_table(2, 4), second)
    document.add_paragraph("PHỤ LỤC VII")
    written(document.add_table(2, 3), money)
    document.save(str(out))
    return out


def written(table: Table, rows: Sequence[Sequence[str]], first: int = 0) -> None:
    for at, row in enumerate(rows, first):
        for column, text in enumerate(row):
            table.cell(at, column).text = text


def test_a_form_of_somebodys_own_making_is_read_row_by_row(tmp_path: Path) -> None:
    read = read_word_report(a_report_of_somebodys_own(tmp_path / "a.docx"), SETS)
    assert (read.template.id, read.facts.office) == ("X25", "UBND PHƯỜNG MẪU")
    assert [(row.code, row.place, row.raw, row.sureness) for row in read.reading.rows] == [
        ("PL2.1", "Phụ lục 2, dòng 3", "8 văn bản", Sureness.LIKELY),
        ("PL2.2.2", "Phụ lục 2, dòng 1", "20", Sureness.SURE),
        ("PL7.1.1", "Phụ lục 7, dòng 2", "34,1", Sureness.UNSURE),
    ]
    assert "tỷ đồng" in read.reading.rows[2].reason


def test_a_report_without_a_period_is_audited_all_the_same(tmp_path: Path) -> None:
    document = Document()
    for line in (
        "BÁO CÁO",
        "Công tác cải cách hành chính",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "1. Về kế hoạch cải cách hành chính",
        "Đã xử lý 38/41 nội dung, đạt 82,93%.",
        "II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH",
    ):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    findings = {each.code: each for each in audit(tmp_path / "a.docx", SETS).findings}
    assert findings["R11-ky"].words.title == "Không thấy kỳ báo cáo"
    assert [each.expected for each in findings.values() if each.text == "82,93%"] == ["92,68%"]


def test_what_is_not_read_of_a_document_is_said(tmp_path: Path) -> None:
    lines = (
        "BÁO CÁO",
        "Công tác cải cách hành chính quý III năm 2026",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "1. Về kế hoạch cải cách hành chính",
        "II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH",
    )
    hidden = r(" Đã xử lý 38/41 nội dung, đạt 82,93%.", "<w:vanish/>")
    box = f"<w:r><w:txbxContent>{p('Dự thảo lần 2')}</w:txbxContent></w:r>"
    body = "".join(map(p, lines)) + f"<w:p>{r('Công việc đúng tiến độ.')}{hidden}{box}</w:p>"
    (tmp_path / "a.docx").write_bytes(docx(body))
    findings = {each.code: each for each in audit(tmp_path / "a.docx", SETS).findings}
    assert set(findings) == {"R13-chu-an", "R13-khung-chu"}
    assert "“Dự thảo lần 2”" in findings["R13-khung-chu"].words.message


def test_a_table_of_figures_among_the_forms_whose_columns_nobody_can_tell_is_said(tmp_path: Path) -> None:
    document = Document()
    for line in (
        "BÁO CÁO",
        "Công tác cải cách hành chính quý III năm 2026",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "1. Về kế hoạch cải cách hành chính",
        "II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH",
        "Phụ lục 2",
    ):
        document.add_paragraph(line)
    rows = (("1", "Số văn bản", "6"), ("2", "Số nhiệm vụ", "33"), ("3", "Đã xong", "14"))
    for texts in (rows, (("1", "Nguyễn Văn Mẫu", "Trưởng phòng"),) * 3):
        table = document.add_table(rows=0, cols=3)
        for told in texts:
            for cell, text in zip(table.add_row().cells, told, strict=True):
                cell.text = text
        document.add_paragraph("Danh sách")
    document.save(str(tmp_path / "a.docx"))
    findings = {each.code: each for each in audit(tmp_path / "a.docx", SETS).findings}
    assert set(findings) == {"R10-bang.1"}
    assert (findings["R10-bang.1"].place, findings["R10-bang.1"].stretch is None) == ("Phụ lục 2", False)


def test_a_file_too_large_or_gone_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "to.docx").write_bytes(bytes(21 * 1024 * 1024))
    for name in ("to.docx", "mất.docx"):
        with pytest.raises(FileRefused, match=name):
            read_word_report(tmp_path / name, SETS)
