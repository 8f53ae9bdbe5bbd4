"""Drafts of form sets, read from forms that are printed or typed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.errors import FileRefused
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.exported.producing import write_exchange_file, write_word_report
from cchc_desktop.office.form_sets.drafts import SetDraft, draft_set, write_draft
from cchc_desktop.office.office import Office
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Indicator, Kind, Level, RollUp
from cchc_desktop.template.reader import problems, read_template
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.unit.documents.reading import word_xml

SETS = (("D21", Level.DISTRICT), ("X21", Level.COMMUNE), ("X25", Level.COMMUNE), ("T21", Level.PROVINCE))


def rows_of(draft: SetDraft, folder: Path) -> dict[IndicatorCode, Indicator]:
    write_draft(draft, folder)
    return dict(read_template(folder).indicators)


def as_typed(folder: Path, title: str, rows: Sequence[Sequence[str]]) -> Path:
    """Write a form as a superior sends it: a title and a table in a document."""
    document = Document()
    document.add_paragraph(title)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(folder / "biểu.docx"))
    return folder / "biểu.docx"


@pytest.mark.parametrize(("name", "level"), [*SETS, ("T25", Level.PROVINCE)])
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_printed_forms_of_a_shipped_set_give_its_rows_and_keys_back(
    name: str, level: Level, kind: str, tmp_path: Path
) -> None:
    period = Period.read("2026-Q1" if name.endswith("25") else "2023-Q1")
    with Office.create(tmp_path / "a.cchc", Profile("Cơ quan Mẫu", level)) as office:
        office.start(period, templates=name)
        if kind == "docx":
            file = write_word_report(office, period, tmp_path / "a.docx")
        else:
            file = write_exchange_file(office, period, tmp_path).path
    draft = draft_set(file, shipped())
    assert (draft.like.id, draft.problems) == (name, ())
    assert draft.rows == draft.matched
    expected = dict(shipped().get(name).indicators)
    found = rows_of(draft, tmp_path / "bộ")
    if kind == "docx":  # the printed number of a row ends as the office prints it
        found = {code: replace(row, stt=expected[code].stt) for code, row in found.items()}
    assert found == expected
    assert problems(tmp_path / "bộ") == ()


def test_the_name_of_a_form_comes_along(tmp_path: Path) -> None:
    file = as_typed(
        tmp_path,
        "Phụ lục 12",
        [("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"), ("1", "Số lớp đã mở", "Lớp", "")],
    )
    write_draft(draft_set(file, shipped(), "X25"), tmp_path / "bộ")
    (appendix,) = read_template(tmp_path / "bộ").appendices
    assert (appendix.number, appendix.title) == (12, "Phụ lục 12")
    assert [(row.code, row.kind) for row in appendix.indicators] == [("PL12.1", Kind.WHOLE)]


NEW_FORM = (
    ("STT", "Nội dung", "Đơn vị", "Kết quả"),
    ("I", "Đào tạo, bồi dưỡng", "", ""),
    ("1", "Tổng số lượt người học", "Lượt", ""),
    ("1.1", "Học trực tiếp", "Lượt", ""),
    ("1.2", "Học từ xa", "Lượt", ""),
    ("2", "Tỷ lệ đạt yêu cầu", "%", ""),
    ("2.1", "Số người dự kiểm tra", "Người", ""),
    ("2.2", "Số người đạt yêu cầu", "Người", ""),
    ("II", "Khác", "", ""),
    ("1", "Kinh phí đã dùng (lũy kế)", "Triệu đồng", ""),
    ("2", "Có kế hoạch riêng", "Có = 1; Không = 0", ""),
    ("3", "Tỷ lệ hài lòng", "%", ""),
)


def test_parents_totals_ratios_and_kinds_are_proposed_from_a_new_form(tmp_path: Path) -> None:
    draft = draft_set(as_typed(tmp_path, "Phụ lục 11", NEW_FORM), shipped(), "X25")
    rows = rows_of(draft, tmp_path / "bộ")
    assert {code: row.kind for code, row in rows.items()} == {
        "PL11.I": Kind.HEADING,
        "PL11.I.1": Kind.TOTAL,
        "PL11.I.1.1": Kind.WHOLE,
        "PL11.I.1.2": Kind.WHOLE,
        "PL11.I.2": Kind.RATIO,
        "PL11.I.2.1": Kind.WHOLE,
        "PL11.I.2.2": Kind.WHOLE,
        "PL11.II": Kind.HEADING,
        "PL11.II.1": Kind.MONEY,
        "PL11.II.2": Kind.CODE,
        "PL11.II.3": Kind.PERCENT,
    }
    assert rows[IndicatorCode("PL11.I.1")].total_of == ("PL11.I.1.1", "PL11.I.1.2")
    ratio = rows[IndicatorCode("PL11.I.2")]
    assert (ratio.numerator, ratio.denominator) == ("PL11.I.2.2", "PL11.I.2.1")
    assert rows[IndicatorCode("PL11.II.2")].rollup is RollUp.CODES
    decided = {each.key for _, each in draft.decisions}
    assert {"PL11.I.1", "PL11.I.2", "PL11.II.1", "PL11.II.3"} <= decided
    assert all(each.reason.endswith(".") for _, each in draft.decisions)


def test_several_columns_of_figures_become_a_row_each_and_the_past_is_left_to_the_program(
    tmp_path: Path,
) -> None:
    form = (
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Trực tuyến", "Trực tiếp", "Kỳ trước", "Ghi chú"),
        ("1", "Số hồ sơ tiếp nhận riêng của tỉnh", "Hồ sơ", "", "", "", ""),
    )
    draft = draft_set(as_typed(tmp_path, "Phụ lục 9", form), shipped(), "X25")
    rows = rows_of(draft, tmp_path / "bộ")
    assert [(code, row.kind, row.label) for code, row in rows.items()] == [
        ("PL9.1", Kind.HEADING, "Số hồ sơ tiếp nhận riêng của tỉnh"),
        ("PL9.1.C1", Kind.WHOLE, "Số hồ sơ tiếp nhận riêng của tỉnh – Trực tuyến"),
        ("PL9.1.C2", Kind.WHOLE, "Số hồ sơ tiếp nhận riêng của tỉnh – Trực tiếp"),
    ]
    assert any("Kỳ trước" in each.reason for _, each in draft.decisions)


def test_a_workbook_with_merged_headings_gives_a_row_for_each_column_and_none_for_its_headings(
    tmp_path: Path,
) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for line in (
        ("UBND TỈNH MẪU", None, None, None, None, None),
        ("BIỂU TỔNG HỢP CẢI CÁCH HÀNH CHÍNH", None, None, None, None, None),
        ("TT", "Nội dung", "ĐVT", "Kết quả", None, "Ghi chú"),
        (None, None, None, "Trong kỳ", "Cả năm", None),
        ("A", "B", "C", "1", "2", "3"),
        ("I", "Chỉ đạo điều hành", None, None, None, None),
        ("1", "Số văn bản chỉ đạo CCHC đã ban hành", "Văn bản", None, None, None),
        ("2", "Số cuộc họp giao ban", "Cuộc", None, None, None),
    ):
        sheet.append(line)
    for cells in ("A1:F1", "A2:F2", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "biểu.xlsx")
    draft = draft_set(tmp_path / "biểu.xlsx", shipped(), "X25")
    assert draft.problems == ()
    rows = rows_of(draft, tmp_path / "bộ")
    assert [(row.label, row.kind) for row in rows.values()] == [
        ("Chỉ đạo điều hành", Kind.HEADING),
        ("Số văn bản chỉ đạo CCHC đã ban hành", Kind.WHOLE),
        ("Số văn bản chỉ đạo CCHC đã ban hành – Cả năm", Kind.WHOLE),
        ("Số cuộc họp giao ban", Kind.HEADING),
        ("Số cuộc họp giao ban – Trong kỳ", Kind.WHOLE),
        ("Số cuộc họp giao ban – Cả năm", Kind.WHOLE),
    ]
    (appendix,) = read_template(tmp_path / "bộ").appendices
    assert appendix.name_lines == ("BIỂU TỔNG HỢP CẢI CÁCH HÀNH CHÍNH",)


def test_a_form_goes_on_over_a_page_below_a_line_that_says_so(tmp_path: Path) -> None:
    file = as_typed(tmp_path, "Phụ lục 11", NEW_FORM)
    document = Document(str(file))
    table = document.tables[0]
    document.add_paragraph("(tiếp theo)")
    rest = document.add_table(rows=0, cols=4)
    for row in table.rows[6:]:
        for cell, text in zip(rest.add_row().cells, (each.text for each in row.cells), strict=True):
            cell.text = text
    for row in table.rows[6:]:
        for cell in row.cells:
            cell.text = ""
    document.save(str(file))
    assert draft_set(file, shipped(), "X25").rows == len(NEW_FORM) - 1


def test_a_table_that_nobody_can_make_a_form_of_is_named(tmp_path: Path) -> None:
    file = as_typed(tmp_path, "Phụ lục 11", NEW_FORM)
    document = Document(str(file))
    document.add_paragraph("Danh sách đơn vị")
    for row in document.add_table(rows=3, cols=3).rows:
        row.cells[1].text = "Đơn vị Mẫu"
    document.add_table(rows=3, cols=2)
    document.save(str(file))
    told = [each.reason for _, each in draft_set(file, shipped(), "X25").decisions if "Bảng" in each.reason]
    assert len(told) == 1
    assert "“Danh sách đơn vị” không đưa vào bản nháp" in told[0]


def test_a_list_longer_than_any_form_is_refused_before_it_is_worked_through(tmp_path: Path) -> None:
    head = "".join(map(word_xml.cell, ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu")))
    line = "".join(map(word_xml.cell, ("1", "Việc", "Việc", "")))
    form = word_xml.p("Phụ lục 2") + word_xml.table(head, *[line] * 1_100)
    (tmp_path / "dài.docx").write_bytes(word_xml.docx(2 * form))
    with pytest.raises(FileRefused, match="dài.docx: các bảng có 2200 dòng"):
        draft_set(tmp_path / "dài.docx", shipped())


def test_a_known_row_under_a_slightly_other_name_keeps_its_key_and_is_to_be_decided(tmp_path: Path) -> None:
    form = (
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"),
        ("2", "Tỷ lệ hoàn thành kế hoạch CCHC cả năm", "%", ""),
        ("2.1", "Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", ""),
        ("2.2", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", ""),
        ("3", "Công tác kiểm tra", "", ""),
        ("3.1", "Số cơ quan, đơn vị đã kiểm tra", "Cơ quan, đơn vị", ""),
    )
    draft = draft_set(as_typed(tmp_path, "Phụ lục 2", form), shipped(), "X25")
    codes = list(rows_of(draft, tmp_path / "bộ"))
    assert codes == ["PL2.2", "PL2.2.1", "PL2.2.2", "PL2.3", "PL2.3.1"]
    assert [each.key for _, each in draft.decisions if "đổi tên" in each.reason] == ["PL2.2"]


def test_a_row_that_only_another_set_has_keeps_the_key_it_has_there(tmp_path: Path) -> None:
    other = shipped().get("T25").indicators[IndicatorCode("PL6.4.1")]
    assert other.code not in shipped().get("X25").indicators
    form = (
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"),
        ("4", "Việc riêng", "Việc", ""),
        (other.stt, other.label, other.unit, ""),
        ("4.9", other.label, other.unit, ""),
    )
    draft = draft_set(as_typed(tmp_path, "Phụ lục 6", form), shipped(), "X25")
    codes = list(rows_of(draft, tmp_path / "bộ"))
    assert other.code in codes
    assert len(codes) == len({*codes})
    (reason,) = [each.reason for _, each in draft.decisions if "theo bộ T2" in each.reason]
    assert "không có trong bộ X25" in reason
    assert draft.problems == ()


def test_a_known_row_in_a_new_form_keeps_its_key_and_loses_what_it_cannot_relate_to(tmp_path: Path) -> None:
    form = (
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"),
        ("2.2", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", ""),
        ("7", "Số việc mới của tỉnh", "Việc", ""),
    )
    draft = draft_set(as_typed(tmp_path, "Phụ lục 2", form), shipped(), "X25")
    assert draft.matched == 1
    assert [each.key for _, each in draft.decisions if "liên hệ" in each.reason] == ["PL2.2.2"]
    rows = rows_of(draft, tmp_path / "bộ")
    assert [(code, row.kind) for code, row in rows.items()] == [
        ("PL2.2", Kind.HEADING),
        ("PL2.2.2", Kind.WHOLE),
        ("PL2.7", Kind.WHOLE),
    ]
    assert draft.problems == ()
    assert any(each.key == "PL2.2" and "không có dòng 2" in each.reason for _, each in draft.decisions)


def test_no_new_row_gets_a_key_that_means_something_in_a_shipped_set(tmp_path: Path) -> None:
    gap = IndicatorCode("PL4.1.4.1")
    assert gap in shipped().get("T21").indicators
    assert gap not in shipped().get("X25").indicators
    form = (
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"),
        ("1", "Việc riêng của tỉnh", "", ""),
        ("1.4", "Việc thứ tư", "", ""),
        ("1.4.1", "Việc thứ tư, phần đầu", "Việc", ""),
    )
    rows = rows_of(draft_set(as_typed(tmp_path, "Phụ lục 4", form), shipped(), "X25"), tmp_path / "bộ")
    meant = {code for edition in shipped().sets for code in shipped().get(*edition).indicators}
    assert not meant & set(rows)


def test_a_file_without_a_form_is_told_so(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Không có bảng nào.")
    document.save(str(tmp_path / "a.docx"))
    with pytest.raises(FileRefused, match="không thấy bảng nào"):
        draft_set(tmp_path / "a.docx", shipped())


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("biểu.pdf", b"%PDF-1.4", "lưu thành tệp Word"),
        ("biểu.csv", b"STT;a", "lưu thành tệp Word"),
        ("biểu.xlsx", b"", "không phải bảng tính Excel"),
        ("biểu.xlsx", b"%PDF-1.4", "không phải bảng tính Excel"),
        (
            "biểu.xlsx",
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
            "mật khẩu",
        ),
    ],
)
def test_what_is_no_form_is_told_what_to_do_and_nothing_of_exchange_files(
    name: str, content: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileRefused, match=told) as refused:
        draft_set(tmp_path / name, shipped())
    assert name in refused.value.message
    assert "tệp trao đổi" not in refused.value.message
