"""What is found in a file: untouched, saved again, forged, or without its machine part."""

from decimal import Decimal

import msgspec
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange import signing, unpack
from cchc_desktop.exchange.carriers import MachinePart
from cchc_desktop.exchange.inspection import Certainty, Difference, Doubt, Inspection, Trust
from cchc_desktop.exchange.pack import CUSTOM_PART, HIDDEN_SHEET
from cchc_desktop.exchange.payload import Cell, Kept
from cchc_desktop.exchange.reading_child import read_rows
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, Answer
from tests.unit.exchange.a_file import (
    CELLS,
    CONTENT,
    OTHER_KEY,
    PRIVATE_KEY,
    a_file,
    a_payload,
    a_template,
    members_of,
    package,
    saved_again,
    with_member,
    without,
)

GOOD = a_file()
OFFICE = a_payload().office
KEY = signing.public_key_of(PRIVATE_KEY)


@pytest.fixture
def _in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read changed sheets here: what the child does is the same, its start is tested in test_sheets."""
    monkeypatch.setattr(unpack, "rows_of", lambda data: tuple(read_rows(data)))


@pytest.fixture
def _no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where cells are read at all."""

    def read(data: bytes) -> None:
        raise AssertionError(f"{len(data)} bytes were read cell by cell")

    monkeypatch.setattr(unpack, "rows_of", read)


def changed(**cells: float | str | bool | None) -> Inspection:
    """Inspect the report with cells of Phụ lục 2 typed over."""

    def type_over(sheet: Worksheet) -> None:
        for place, value in cells.items():
            sheet[place] = value

    return unpack.inspect(saved_again(GOOD, type_over), {}, [a_template()])


@pytest.mark.usefixtures("_no_reading")
def test_an_untouched_file_is_known_by_its_digests_and_no_cell_is_read() -> None:
    found = unpack.inspect(GOOD, {})
    assert found.payload == a_payload()
    assert found.is_untouched
    assert (found.kind, found.format, found.office) == ("report", "1.0", "H52.101.114")
    assert (found.period, found.sequence) == ("2026-Q3", 1)
    assert (found.machine_part, found.cells) == (MachinePart.WHOLE, None)


@pytest.mark.usefixtures("_no_reading")
def test_a_key_is_trusted_once_it_is_known_and_a_changed_one_is_shown() -> None:
    assert unpack.inspect(GOOD, {}).signature is Trust.FIRST_SEEN
    assert unpack.inspect(GOOD, {"another office": KEY}).signature is Trust.FIRST_SEEN
    assert unpack.inspect(GOOD, {OFFICE: KEY}).signature is Trust.TRUSTED
    changed_key = unpack.inspect(a_file(key=OTHER_KEY), {OFFICE: KEY})
    assert changed_key.signature is Trust.CHANGED_KEY
    assert changed_key.key == signing.public_key_of(OTHER_KEY)


@pytest.mark.usefixtures("_in_process")
@pytest.mark.parametrize(
    ("old", "new"), [(b'"value":"6"', b'"value":"7"'), (b"Ng\xc6\xb0\xe1\xbb\x9di", b"Nguoi")]
)
def test_a_forged_payload_is_bad_and_its_sheets_are_read(old: bytes, new: bytes) -> None:
    part = members_of(GOOD)[CUSTOM_PART]
    forged = with_member(without(GOOD, HIDDEN_SHEET), CUSTOM_PART, part.replace(old, new))
    found = unpack.inspect(forged, {OFFICE: KEY})
    assert found.signature is Trust.BAD
    assert not found.is_untouched or new == b"Nguoi"
    assert found.differences == ((Difference("PL2.1", "7", "6"),) if new == b'"value":"7"' else ())


@pytest.mark.usefixtures("_in_process")
@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet2.xml"]
)
def test_any_change_of_a_printed_part_has_the_sheets_read(part: str) -> None:
    found = unpack.inspect(with_member(GOOD, part, members_of(GOOD)[part] + b"\n"), {})
    assert found.cells
    assert found.is_untouched


@pytest.mark.usefixtures("_in_process")
def test_a_sheet_added_to_the_package_has_the_sheets_read() -> None:
    assert unpack.inspect(with_member(GOOD, "xl/worksheets/sheet9.xml", b"<worksheet/>"), {}).cells


@pytest.mark.usefixtures("_in_process")
def test_a_note_that_was_written_on_the_sheet_is_told() -> None:
    assert changed(D4=6).notes == ()
    found = changed(E4="Gồm cả văn bản của Đảng ủy")
    assert (found.notes, found.differences, found.is_untouched) == (("PL2.1",), (), False)


@pytest.mark.usefixtures("_in_process")
@pytest.mark.parametrize(
    "printed", ["Ghi chú", "Ghi chú; Lý do", "ghi chú; lý do; Giải trình", "Ghi chú;Giải trình"]
)
def test_a_note_may_be_printed_with_the_reasons_that_an_office_lets_print(printed: str) -> None:
    cell = Cell(state="number", value="6", stated=None, overridden=True, reason="Lý do", note="Ghi chú")
    payload = msgspec.structs.replace(
        a_payload({**CELLS, "PL2.1": cell}), kept=(Kept(code="R9-PL2.1", reason="Giải trình"),)
    )

    def type_over(sheet: Worksheet) -> None:
        sheet["E4"] = printed

    assert unpack.inspect(saved_again(a_file(payload), type_over), {}, [a_template()]).notes == ()


@pytest.mark.usefixtures("_in_process")
def test_a_file_saved_again_lists_exactly_the_cells_that_were_changed() -> None:
    found = changed(D4=7, D7="1.235", D9=1, D10="Báo cáo sau")
    assert found.machine_part is MachinePart.ONE_CARRIER
    assert found.signature is Trust.FIRST_SEEN
    assert found.differences == (
        Difference("PL2.1", "6", "7"),
        Difference("PL2.3.1", "1234", "1235"),
        Difference("PL2.5", "blank", "later"),
    )
    assert not found.questions
    assert found.cover[0] == ("Đơn vị", "UBND phường Mẫu")


@pytest.mark.usefixtures("_in_process")
def test_a_cell_emptied_and_a_state_changed_are_differences() -> None:
    assert changed(D4=None, D8="Không thuộc thẩm quyền").differences == (
        Difference("PL2.1", "6", "blank"),
        Difference("PL2.3.2", "not-arisen", "not-competent"),
    )


@pytest.mark.usefixtures("_in_process")
@pytest.mark.parametrize(
    ("cell", "typed", "doubt", "readings"),
    [
        ("D10", "30,162", Doubt.AMBIGUOUS, (Decimal("30.162"), Decimal(30162))),
        ("D4", "1,234", Doubt.AMBIGUOUS, (Decimal("1.234"), Decimal(1234))),
        ("D4", "=1+5", Doubt.FORMULA, ()),
        ("D4", "khoảng sáu", Doubt.UNREADABLE, ()),
        ("D4", 6.5, Doubt.UNREADABLE, ()),
        ("D4", -6, Doubt.UNREADABLE, ()),
        ("D4", True, Doubt.UNREADABLE, ()),
        ("D9", 3, Doubt.UNREADABLE, ()),
    ],
)
def test_what_cannot_be_read_one_way_is_asked_and_listed(
    cell: str, typed: float | str | bool, doubt: Doubt, readings: tuple[Decimal, ...]
) -> None:
    found = changed(**{cell: typed})
    (question,) = found.questions
    (difference,) = found.differences
    assert (question.doubt, question.readings) == (doubt, readings)
    assert question.place == f"Phụ lục 2, dòng {cell[1:]}"
    assert question.cell == difference.cell
    assert question.text == difference.sheet


@pytest.mark.usefixtures("_in_process")
def test_a_formula_is_asked_about_even_where_its_last_value_fits() -> None:
    sheet = members_of(GOOD)["xl/worksheets/sheet2.xml"]
    computed = sheet.replace(b"<v>6</v>", b"<f>2*3</f><v>6</v>")
    assert computed != sheet
    found = unpack.inspect(with_member(GOOD, "xl/worksheets/sheet2.xml", computed), {})
    assert [question.doubt for question in found.questions] == [Doubt.FORMULA]


@pytest.mark.usefixtures("_in_process")
def test_a_figure_a_spreadsheet_shows_as_percent_is_read_as_shown_or_asked() -> None:
    def show_as_percent(sheet: Worksheet) -> None:
        for place in ("D5", "D10"):
            sheet[place] = 0.5
            sheet[place].number_format = "0%"

    found = unpack.inspect(saved_again(GOOD, show_as_percent), {}, [a_template()])
    assert Difference("PL2.2", "42.42", "50") in found.differences
    assert [(asked.cell, asked.readings) for asked in found.questions] == [
        ("PL2.5", (Decimal("0.5"), Decimal(50)))
    ]


@pytest.mark.usefixtures("_in_process")
def test_rows_that_were_moved_are_found_by_their_key_and_a_deleted_one_is_missed() -> None:
    def move(sheet: Worksheet) -> None:
        sheet.insert_rows(4, 3)
        sheet.delete_rows(11)

    found = unpack.inspect(saved_again(GOOD, move), {}, [a_template()])
    assert found.differences == (Difference("PL2.3.2", "not-arisen", None),)
    assert found.cells
    assert found.cells["PL2.1"].place == "Phụ lục 2, dòng 7"


@pytest.mark.usefixtures("_in_process")
def test_a_row_copied_with_its_key_is_asked_about() -> None:
    found = changed(A14="9", B14="Chép lại", D14=8, F14="PL2.1")
    assert [(asked.doubt, asked.cell) for asked in found.questions] == [(Doubt.TWICE, "PL2.1")]


@pytest.mark.usefixtures("_in_process")
def test_a_figure_in_a_row_nobody_knows_is_asked_about() -> None:
    found = changed(A14="9", B14="Dòng thêm", D14=8)
    assert [(asked.doubt, asked.place, asked.text) for asked in found.questions] == [
        (Doubt.UNKNOWN_ROW, "Phụ lục 2, dòng 14", "8")
    ]


@pytest.mark.usefixtures("_in_process")
def test_without_a_machine_part_rows_are_read_by_their_keys() -> None:
    for templates in ([], [a_template()]):
        found = unpack.inspect(workbook(CONTENT), {}, templates)
        assert (found.machine_part, found.signature, found.payload) == (MachinePart.NONE, Trust.NONE, None)
        assert found.cells
        assert found.cells["PL2.3.1"].answer == Answer(Decimal(1234))
        assert found.cells["PL2.3.2"].answer == NOT_ARISEN
        assert {cell.certainty for cell in found.cells.values()} == {Certainty.KEY}
        assert not found.questions


@pytest.mark.usefixtures("_in_process")
def test_without_keys_rows_are_read_by_label_and_number_and_less_surely_by_label() -> None:
    def strip(sheet: Worksheet) -> None:
        sheet.delete_cols(6)
        sheet["A7"] = "7.7"
        sheet["B8"] = "SỐ VẤN ĐỀ  đã xử lý"
        sheet["D10"] = "bcs"

    found = unpack.inspect(saved_again(workbook(CONTENT), strip), {}, [a_template()])
    assert found.cells
    assert {
        key: cell.certainty
        for key, cell in found.cells.items()
        if cell.certainty is not Certainty.LABEL_AND_NUMBER
    } == {"PL2.3.1": Certainty.LABEL}
    assert found.cells["PL2.5"].answer == LATER
    assert found.cells["PL2.3.2"].answer == NOT_ARISEN


@pytest.mark.usefixtures("_in_process")
def test_contradictory_carriers_leave_the_sheets_alone_to_speak() -> None:
    other = members_of(a_file(a_payload(text="Khác.")))[CUSTOM_PART]
    found = unpack.inspect(with_member(GOOD, CUSTOM_PART, other), {}, [a_template()])
    assert (found.machine_part, found.payload) == (MachinePart.CONTRADICTORY, None)
    assert found.cells
    assert found.cells["PL2.5"].answer == BLANK


def test_a_file_of_a_newer_version_is_refused_as_such_and_nothing_is_read() -> None:
    part = members_of(GOOD)[CUSTOM_PART].replace(b'"format":"1.0"', b'"format":"2.0"')
    with pytest.raises(ExchangeRefused, match="phiên bản mới hơn"):
        unpack.inspect(with_member(without(GOOD, HIDDEN_SHEET), CUSTOM_PART, part), {})


def test_a_statement_that_cannot_be_read_is_refused_in_a_sentence() -> None:
    part = members_of(GOOD)[CUSTOM_PART].replace(b'"parts":{', b'"ports":{')
    with pytest.raises(ExchangeRefused, match="không đúng định dạng"):
        unpack.inspect(with_member(without(GOOD, HIDDEN_SHEET), CUSTOM_PART, part), {})


@pytest.mark.usefixtures("_no_reading")
def test_repacking_the_same_members_changes_nothing() -> None:
    assert unpack.inspect(package(members_of(GOOD)), {}) == unpack.inspect(GOOD, {})
