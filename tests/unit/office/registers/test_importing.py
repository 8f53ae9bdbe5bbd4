"""Lists from files: told before they are written, matched, and never guessed at."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cchc_desktop.errors import FileRefused
from cchc_desktop.exchange.reading_child import MOST_ROWS, ReadCell, ReadRow, read_rows
from cchc_desktop.office.office import Office
from cchc_desktop.office.registers import importing as register_import
from cchc_desktop.office.registers.exporting import export_register, register_table, register_workbook
from cchc_desktop.office.registers.importing import Importing, importing_lines, plan_import, plan_paste
from cchc_desktop.office.registers.lines import Line, sheet_lines, shielded, table_lines_of
from cchc_desktop.registers.catalogue import REGISTERS
from cchc_desktop.registers.dates import DayOrder
from cchc_desktop.registers.entry import RegisterEntry, Value
from cchc_desktop.values.source import Source
from tests.unit.office.an_office import new_office
from tests.unit.registers.lines import rows_of

HEAD = "direction,code,issued,subject,organ"


def csv_file(folder: Path, *lines: str, name: str = "danh sách.csv") -> Path:
    """Write a table of text."""
    path = folder / name
    path.write_text("\n".join(lines), "utf-8")
    return path


def counts(importing: Importing) -> tuple[int, int, int, int]:
    """Return new, changed, same, refused."""
    return len(importing.added), len(importing.changed), importing.same, len(importing.refused)


@pytest.fixture
def filled(office: Office) -> Office:
    """Keep two documents."""
    for code, day in (("05/KH-UBND", "5/1/2026"), ("496/CV-UBND", "10/7/2026")):
        office.registers.add(
            "documents", {"direction": "Đi", "code": code, "issued": day, "subject": "Mẫu", "note": "giữ"}
        )
    return office


def test_a_list_is_told_first_and_written_as_one_step(filled: Office, tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        "Danh mục,,,,",
        "STT,Số ký hiệu,Ngày ban hành,Trích yếu,Đi hay đến,Người soạn",
        "1,05/KH-UBND,05/01/2026,Mẫu,Đi,Lan",
        "2,496/CV-UBND,10/7/2026,Trích yếu khác,Đi,Lan",
        "3,497/CV-UBND,ngày 11 tháng 7 năm 2026,Mới,Đi,Lan",
        "4,498/CV-UBND,32/7/2026,Sai ngày,Đi,Lan",
        "5,499/CV-UBND,12/7/2026,,Đi,Lan",
        ",,,,,",
    )
    importing = plan_import(filled.registers, "documents", path)
    assert counts(importing) == (1, 1, 1, 2)
    assert importing.ignored == ("Người soạn",)
    lines = list(importing_lines(importing))
    assert lines[0] == "Sổ văn bản: mới 1, thay đổi 1, giữ nguyên 1, không nhận 2."
    assert [line.place for line in importing.refused] == ["dòng 6", "dòng 7"]
    assert "“32/7/2026” không phải là ngày" in importing.refused[0].reason
    assert "thiếu Trích yếu" in importing.refused[1].reason
    assert len(filled.registers.entries("documents")) == 2, "planning writes nothing"
    assert importing.apply(filled.registers).entries == {"vb2", "vb3"}
    changed = filled.registers.entry("vb2")
    assert (changed.text("subject"), changed.text("note")) == ("Trích yếu khác", "giữ")
    again = plan_import(filled.registers, "documents", path)
    assert counts(again) == (0, 0, 3, 2)


def test_an_edited_export_empties_what_was_emptied_in_it(filled: Office, tmp_path: Path) -> None:
    path = export_register(filled.registers, "documents", tmp_path / "sổ.csv")
    path.write_text(path.read_text("utf-8-sig").replace("giữ", ""), "utf-8")
    importing = plan_import(filled.registers, "documents", path)
    assert counts(importing) == (0, 2, 0, 0)
    importing.apply(filled.registers)
    assert "note" not in filled.registers.entry("vb1").values


def test_an_id_of_another_office_overwrites_nothing(filled: Office, tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        f"Mã,{HEAD}",
        "vb1,received,12/CV,1/2/2026,Việc khác,UBND tỉnh",
        "vb77,received,13/CV,1/2/2026,Việc nữa,UBND tỉnh",
        "nv1,received,14/CV,1/2/2026,Việc nữa,UBND tỉnh",
    )
    importing = plan_import(filled.registers, "documents", path)
    assert counts(importing) == (2, 0, 0, 1)
    assert "vb1 trong sổ là một dòng khác" in importing.refused[0].reason


def test_a_line_twice_is_taken_once(filled: Office, tmp_path: Path) -> None:
    old, new = "issued,05/KH-UBND,5/1/2026,Mẫu,", "issued,06/KH-UBND,6/1/2026,Mẫu,"
    importing = plan_import(filled.registers, "documents", csv_file(tmp_path, HEAD, old, new, old, new, HEAD))
    assert counts(importing) == (1, 0, 1, 2)
    assert all("lặp lại" in line.reason for line in importing.refused)


def test_two_entries_that_are_alike_are_both_found_again(filled: Office, tmp_path: Path) -> None:
    filled.registers.add(
        "documents", {"direction": "Đi", "code": "05/KH-UBND", "issued": "5/1/2026", "subject": "Mẫu"}
    )
    line = "issued,05/KH-UBND,5/1/2026,Mẫu,"
    assert counts(plan_import(filled.registers, "documents", csv_file(tmp_path, HEAD, line, line))) == (
        0,
        0,
        2,
        0,
    )


def test_dates_are_asked_about_where_the_file_itself_writes_the_month_first(
    office: Office, tmp_path: Path
) -> None:
    path = csv_file(
        tmp_path,
        HEAD,
        "issued,01/CV,03/04/2026,a,",
        "issued,02/CV,2/28/2026,b,",
        "issued,03/CV,2026-04-03,c,",
        "issued,04/CV,5/5/2026,d,",
    )
    asked = plan_import(office.registers, "documents", path)
    assert counts(asked) == (3, 0, 0, 1)
    assert "ngày 03/4/2026 hoặc ngày 04/3/2026" in asked.refused[0].reason
    month_first = plan_import(office.registers, "documents", path, DayOrder.MONTH_FIRST)
    assert [values["issued"] for values in month_first.added] == [
        date(2026, 3, 4),
        date(2026, 2, 28),
        date(2026, 4, 3),
        date(2026, 5, 5),
    ]
    day_first = plan_import(office.registers, "documents", path, DayOrder.DAY_FIRST)
    assert counts(day_first) == (3, 0, 0, 1)
    usual = csv_file(tmp_path, HEAD, "issued,01/CV,03/04/2026,a,", name="quen.csv")
    assert plan_import(office.registers, "documents", usual).added[0]["issued"] == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", "một,hai\nba,bốn", "không có dòng tên cột"),
        ("a.csv", "code,issued\n1/CV,1/1/2026", "thiếu cột Đi hay đến, Trích yếu"),
        ("a.csv", "", "không có dòng tên cột"),
        ("a.docx", "x", r"\.xlsx hoặc \.csv"),
        ("a.xlsx", "x", r"a\.xlsx: "),
    ],
)
def test_a_file_that_is_no_such_list_is_refused_with_what_it_needs(
    office: Office, tmp_path: Path, name: str, content: str, reason: str
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(FileRefused, match=reason):
        plan_import(office.registers, "documents", path)
    with pytest.raises(FileRefused, match="Hãy kiểm tra"):
        plan_import(office.registers, "documents", tmp_path / f"khong-co-{name.replace('docx', 'csv')}")


def test_a_workbook_somebody_made_is_read_in_a_child_with_days_as_days(
    office: Office, tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.append(["SỔ THEO DÕI"])
    sheet.append(["TT", "Nội dung khảo sát", "Ngày khảo sát", "Hình thức", "Số phiếu khảo sát"])
    sheet.append([1, "Một cửa", date(2026, 7, 1), "phát phiếu", 1200])
    sheet.append([2, "Đường phố", 46_062, "Trực tuyến", "=600*2"])
    sheet.append([3, "Chợ", "2026-07-03", "kết hợp", "1.300"])
    book.save(path := tmp_path / "khảo sát.xlsx")
    importing = plan_import(office.registers, "surveys", path)
    assert counts(importing) == (2, 0, 0, 1)
    assert importing.added == (
        {"subject": "Một cửa", "held": date(2026, 7, 1), "method": "paper", "forms": Decimal(1200)},
        {"subject": "Chợ", "held": date(2026, 7, 3), "method": "both", "forms": Decimal(1300)},
    )
    assert importing.refused[0].place == "Sheet, dòng 4"
    assert "công thức" in importing.refused[0].reason


def test_a_sheet_that_may_be_longer_than_what_was_read_is_refused_whole() -> None:
    rows = [ReadRow("S", number, (ReadCell("text", "a"),)) for number in (1, MOST_ROWS)]
    with pytest.raises(FileRefused, match="dài từ"):
        sheet_lines("a.xlsx", rows)
    assert len(sheet_lines("a.xlsx", rows[:1])) == 1


def test_pasted_cells_go_by_their_heading_or_by_the_order_of_the_columns(office: Office) -> None:
    plain = "Đi\t496/CV-UBND\t10/7/2026\tCông văn\t\tMẫu\n"
    headed = "Trích yếu\tĐi hay đến\tSố, ký hiệu\tNgày ban hành\nMẫu\tĐi\t497/CV-UBND\t10/7/2026\n"
    for pasted in (plain, headed):
        importing = plan_paste(office.registers, "documents", pasted)
        assert counts(importing) == (1, 0, 0, 0)
        assert importing.source is Source.PASTED
        importing.apply(office.registers)
    assert [entry.text("code") for entry in office.registers.entries("documents")] == [
        "496/CV-UBND",
        "497/CV-UBND",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+84 905", "-1", "@SUM(A1)", "'=1+1", "''+x"])
def test_no_text_of_an_exported_table_begins_a_formula_and_each_is_read_again(text: str) -> None:
    assert shielded(text) == f"'{text}"
    (line,) = table_lines_of("a.csv", f'"{shielded(text)}",x'.encode())
    assert line.at(0) == text


@pytest.mark.parametrize("text", ["'trích", "a=b", "1-2", "''"])
def test_a_harmless_text_is_exported_as_it_stands(text: str) -> None:
    assert shielded(text) == text


def read_again(
    name: str, kind: str, registers: Office, entries: tuple[RegisterEntry, ...]
) -> tuple[Line, ...]:
    """Export entries and return the lines of the file, the workbook read without its child process."""
    register = REGISTERS[name]
    if kind == "csv":
        return table_lines_of("sổ.csv", register_table(register, entries))
    return sheet_lines("sổ.xlsx", read_rows(register_workbook(registers.registers, register, entries)))


@pytest.fixture(scope="module")
def two_offices() -> Iterator[tuple[Office, Office]]:
    """Make an office that exports and one that imports."""
    with TemporaryDirectory() as folder:
        one, other = new_office(Path(folder) / "một.cchc"), new_office(Path(folder) / "hai.cchc")
        with one, other:
            yield one, other


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(REGISTERS)), kind=st.sampled_from(["csv", "xlsx"]), data=st.data())
def test_what_is_exported_is_imported_the_same(
    two_offices: tuple[Office, Office],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kind: str,
    data: st.DataObject,
) -> None:
    register, (one, other) = REGISTERS[name], two_offices
    rows: list[dict[str, Value]] = data.draw(st.lists(rows_of(register), min_size=1, max_size=4))
    for office in two_offices:
        office.registers.put(
            {entry.id: RegisterEntry(entry.id) for entry in office.registers.entries(name)}, Source.UNDONE
        )
    new = one.registers.new_entries(register, rows)
    one.registers.put({entry.id: entry for entry in new}, Source.TYPED)
    lines = read_again(name, kind, one, one.registers.entries(name))
    monkeypatch.setattr(register_import, "read_lines", lambda _: lines)
    assert counts(plan_import(one.registers, name, Path("sổ"))) == (0, 0, len(rows), 0)
    elsewhere = plan_import(other.registers, name, Path("sổ"))
    assert len(elsewhere.added) + len(elsewhere.refused) == len(rows)
    assert all("lặp lại" in line.reason for line in elsewhere.refused)
    assert all(values in rows for values in elsewhere.added)
