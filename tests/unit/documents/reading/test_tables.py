"""Tables of forms: which column is what, and which rows stand in them."""

from decimal import Decimal

import pytest

from cchc_desktop.documents.reading.columns import Columns, columns_of
from cchc_desktop.documents.reading.figures import Reading, read_figures
from cchc_desktop.documents.reading.plain import Cell, Paragraph, Run, Table
from cchc_desktop.documents.reading.rows import Sureness
from cchc_desktop.documents.reading.tables import FormTable, form_table, parted, title_number
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.values.answer import BLANK, NOT_COMPETENT, Answer
from cchc_desktop.values.codes import IndicatorCode

DISTRICT = shipped().get("D21")
HEAD = ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú")


def columns(*rows: tuple[str, ...]) -> Columns:
    found = columns_of(rows)
    assert found is not None
    return found


def grid(*rows: tuple[str, ...], covered: tuple[int, int] | None = None) -> Table:
    """Return a table of these texts; the cell at `covered` goes on with the one above it."""
    return Table(
        tuple(
            tuple(
                Cell((Paragraph(10 * at + column, (Run(text),)),) if text else (), (at, column) == covered)
                for column, text in enumerate(row)
            )
            for at, row in enumerate(rows)
        )
    )


def read(*rows: tuple[str, ...], title: str = "Phụ lục 2", covered: tuple[int, int] | None = None) -> Reading:
    table = form_table(grid(*rows, covered=covered), title, None)
    assert table is not None
    return read_figures([table], DISTRICT)


def test_one_header_row_names_the_columns() -> None:
    found = columns(HEAD, ("1", "a", "b", "2", ""))
    assert (found.stt, found.label, found.unit, found.figure, found.note) == (0, 1, 2, 3, 4)
    assert (found.first, found.below) == (0, 1)


def test_the_official_header_over_two_rows_is_read_merged_or_with_blanks() -> None:
    first = (
        "STT",
        "Chỉ tiêu thống kê\n(Sử dụng trong kỳ quý)",
        "Kết quả thống kê",
        "Kết quả thống kê",
        "Ghi chú",
    )
    merged = ("STT", first[1], "Đơn vị tính", "Số liệu", "Ghi chú")
    with_blanks = ("", "(Sử dụng trong kỳ quý)", "Đơn vị tính", "Số liệu", "")
    for second in (merged, with_blanks):
        found = columns(first, second, ("1", "a", "Số lượng", "2", ""))
        assert (found.unit, found.figure, found.note, found.below) == (2, 3, 4, 2)


def test_a_row_that_numbers_the_columns_belongs_to_the_header() -> None:
    assert columns(HEAD, ("(1)", "(2)", "(3)", "(4)", "(5)"), ("1", "a", "b", "2", "")).below == 2


def test_columns_may_stand_in_another_order_and_under_other_names() -> None:
    found = columns(("Ghi chú", "ĐVT", "Kết quả thực hiện", "Nội dung", "TT"), ("", "b", "2", "a", "1"))
    assert (found.note, found.unit, found.figure, found.label, found.stt) == (0, 1, 2, 3, 4)


@pytest.mark.parametrize(
    ("head", "unit"),
    [("Số liệu (triệu đồng)", "triệu đồng"), ("Số liệu\n(Đơn vị tính: hồ sơ)", "hồ sơ"), ("Số liệu", "")],
)
def test_a_unit_may_stand_in_the_header(head: str, unit: str) -> None:
    assert columns(("STT", "Chỉ tiêu", head), ("1", "a", "2")).unit_in_head == unit


def test_a_table_of_something_else_has_no_columns_of_a_form() -> None:
    assert columns_of([("Họ và tên", "Chức vụ"), ("Nguyễn Văn Mẫu", "Chuyên viên")]) is None
    assert columns_of([]) is None


def test_nobody_can_tell_which_of_two_unnamed_columns_is_asked_for() -> None:
    assert columns(("STT", "Chỉ tiêu", "Nam", "Nữ"), ("1", "a", "2", "3")).figure is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Phụ lục 2", 2),
        ("PHỤ LỤC II", 2),
        ("Biểu số 4: Cải cách", 4),
        ("Mẫu số 10", 10),
        ("Phụ lục kèm theo", None),
        ("Bảng lương", None),
    ],
)
def test_a_title_names_its_appendix_in_either_numerals(text: str, number: int | None) -> None:
    assert title_number(text) == number


def test_a_table_over_several_pages_goes_on_without_its_header() -> None:
    first = form_table(grid(HEAD, ("1", "a", "b", "2", "")), "Phụ lục 2", None)
    second = form_table(grid(("2", "c", "d", "3", "x")), "", first)
    assert second is not None
    assert [(row.stt, row.label, row.figure, row.note) for row in second.rows] == [("2", "c", "3", "x")]
    assert form_table(grid(("2", "c")), "", first) is None


def test_a_header_that_stands_again_is_no_row() -> None:
    found = form_table(grid(HEAD, ("1", "a", "b", "2", ""), HEAD, ("2", "c", "d", "3", "")), "", None)
    assert isinstance(found, FormTable)
    assert [row.line for row in found.rows] == [2, 4]


ISSUED = "Số văn bản chỉ đạo CCHC đã ban hành (Kết luận, chỉ thị, công văn chỉ đạo, quán triệt)"


def test_a_row_is_sure_by_label_and_number_and_likely_by_its_label_alone() -> None:
    sure, likely = read(
        HEAD, ("1.", ISSUED, "Văn bản", "6", "x"), ("9", "Số nhiệm vụ đã hoàn thành", "", "14", "")
    ).rows
    assert (sure.code, sure.answer, sure.sureness) == ("PL2.1", Answer(Decimal(6)), Sureness.SURE)
    assert (sure.place, sure.note) == ("Phụ lục 2, dòng 2", "x")
    assert (likely.code, likely.sureness) == ("PL2.2.2", Sureness.LIKELY)
    assert likely.reason == "STT ghi 9, biểu mẫu ghi 2.2."


def test_remarks_in_brackets_and_marks_do_not_count() -> None:
    (row,) = read(HEAD, ("1", "so van ban chi dao CCHC da ban hanh", "", "6", "")).rows
    assert (row.code, row.sureness) == ("PL2.1", Sureness.SURE)


def test_a_label_that_is_only_alike_is_shown_and_not_taken() -> None:
    reading = read(
        HEAD, ("1", ISSUED, "", "5", ""), ("2.2", "Số nhiệm vụ được hoàn thành", "Nhiệm vụ", "14", "")
    )
    (row,) = reading.unsure
    assert (row.code, row.answer) == ("PL2.2.2", Answer(Decimal(14)))
    assert "gần giống" in row.reason


def test_two_rows_under_one_official_number_are_told_apart_by_their_labels() -> None:
    one, other = read(
        HEAD,
        ("1.1.", "Số VBQPPL do cấp huyện ban hành", "Văn bản", "01", ""),
        ("1.1.", "Số VBQPPL do cấp xã ban hành", "Văn bản", "09", ""),
        title="Phụ lục 3",
    ).rows
    assert [(one.code, one.answer), (other.code, other.answer)] == [
        ("PL3.1.2", Answer(Decimal(1))),
        ("PL3.1.3", Answer(Decimal(9))),
    ]


def test_a_label_that_two_rows_share_is_told_by_the_row_above_where_no_number_tells_it() -> None:
    shared = [each for each in DISTRICT.indicators.values() if each.code in ("PL3.2.2.1", "PL3.2.2.2")]
    twins = [each for each in DISTRICT.indicators.values() if each.label == shared[1].label]
    assert len(twins) > 1
    rows = [("", each.label, each.unit, "4", "") for each in shared]
    reading = read(HEAD, *rows, title="Phụ lục 3")
    assert [row.code for row in reading.rows] == [each.code for each in shared]
    assert reading.rows[1].sureness is Sureness.LIKELY
    alone = read(HEAD, ("1", "Số VBQPPL đã ban hành", "", "4", ""), rows[1], title="Phụ lục 3")
    assert alone.rows[-1].code is None


def test_several_forms_in_one_table_are_taken_apart_where_the_numbers_begin_anew() -> None:
    first = (HEAD, ("1", "a", "Việc", "2", ""), HEAD, ("2", "b", "Việc", "3", ""))
    second = (HEAD, ("STT", "Chỉ tiêu", "(1)", "(2)", ""), ("1", "c", "Việc", "4", ""))
    pieces = parted(grid(*first, *second))
    assert [[row[1].text for row in piece.rows] for piece in pieces] == [
        ["Chỉ tiêu", "a", "Chỉ tiêu", "b"],
        ["Chỉ tiêu", "Chỉ tiêu", "c"],
    ]
    gap = (HEAD, ("1.5", "d", "Việc", "4", ""))
    assert len(parted(grid(*first, *gap))) == 2
    assert parted(grid(*first)) == (grid(*first),)
    assert parted(Table(())) == (Table(()),)


def test_a_row_that_stands_twice_counts_once() -> None:
    rows = read(HEAD, ("1", ISSUED, "", "6", ""), ("1", ISSUED, "", "7", "")).rows
    assert [row.sureness for row in rows] == [Sureness.SURE, Sureness.UNSURE]
    assert "đã gặp" in rows[1].reason


def test_a_wrong_title_is_overruled_by_the_labels() -> None:
    (row, _) = read(
        HEAD,
        ("1", ISSUED, "", "6", ""),
        ("2.1", "Số nhiệm vụ đề ra trong kế hoạch", "", "5", ""),
        title="Phụ lục 8",
    ).rows
    assert row.code == "PL2.1"


@pytest.mark.parametrize(
    ("figure", "answer", "sureness"),
    [
        ("06", Answer(Decimal(6)), Sureness.SURE),
        ("6 văn bản", Answer(Decimal(6)), Sureness.LIKELY),
        ("3 (ba)", Answer(Decimal(3)), Sureness.LIKELY),
        ("28¹", Answer(Decimal(28)), Sureness.LIKELY),
        ("28⁽²⁾", Answer(Decimal(28)), Sureness.LIKELY),
        ("28 (*)", Answer(Decimal(28)), Sureness.LIKELY),
        ("28 văn bản²", Answer(Decimal(28)), Sureness.LIKELY),
        ("……", BLANK, Sureness.SURE),
        ("", BLANK, Sureness.SURE),
        ("thuộc thẩm quyền tỉnh", NOT_COMPETENT, Sureness.SURE),
        ("khoảng chục", None, Sureness.UNSURE),
        ("6 cuộc họp", None, Sureness.UNSURE),
        ("1,234", None, Sureness.UNSURE),
        ("1,234 văn bản", None, Sureness.UNSURE),
        ("60%", None, Sureness.UNSURE),
        ("12/15", None, Sureness.UNSURE),
    ],
)
def test_a_figure_is_read_with_how_sure_and_never_guessed(
    figure: str, answer: Answer | None, sureness: Sureness
) -> None:
    (row,) = read(HEAD, ("1", ISSUED, "Văn bản", figure, "")).rows
    assert (row.answer, row.sureness) == (answer, sureness)
    assert bool(row.reason) == (sureness is not Sureness.SURE)


def test_a_figure_that_reads_two_ways_beside_its_unit_is_asked_about_with_both_readings() -> None:
    (row,) = read(HEAD, ("1", ISSUED, "Văn bản", "1,234 văn bản", "")).rows
    assert "đọc được hai cách" in row.reason
    assert "1234" in row.reason


@pytest.mark.parametrize("number", ["2.1", "2.1.", "II.", "2)"])
def test_a_number_typed_before_the_label_is_its_stt(number: str) -> None:
    head = ("Nội dung", "Đơn vị tính", "Số liệu")
    label = "Số nhiệm vụ đề ra trong kế hoạch"
    (row,) = read(head, (f"{number} {label}", "Nhiệm vụ", "33")).rows
    assert (row.code, row.stt, row.label_found) == ("PL2.2.1", number, label)
    assert row.is_sure


def test_a_figure_over_several_rows_belongs_to_the_first_alone() -> None:
    reading = read(
        HEAD,
        ("1", ISSUED, "", "6", ""),
        ("2.1", "Số nhiệm vụ đề ra trong kế hoạch", "", "6", ""),
        covered=(2, 3),
    )
    assert [row.code for row in reading.unsure] == ["PL2.2.1"]
    assert "gộp nhiều dòng" in reading.unsure[0].reason


@pytest.mark.parametrize(
    ("figure", "style", "answer"),
    [
        ("34.150", "Bảng - số liệu", Answer(Decimal(34150))),
        ("34,150", "Bảng - số liệu", None),
        ("34.150", "Normal", None),
    ],
)
def test_a_dot_groups_thousands_in_our_own_print_and_is_a_question_elsewhere(
    figure: str, style: str, answer: Answer | None
) -> None:
    money = DISTRICT.indicators[IndicatorCode("PL7.1.1")]
    texts = (HEAD, (money.stt, money.label, money.unit, figure, ""))
    cells = tuple(tuple(Cell((Paragraph(0, (Run(text),), style=style),)) for text in row) for row in texts)
    table = form_table(Table(cells), "Phụ lục 7", None)
    assert table is not None
    (row,) = read_figures([table], DISTRICT).rows
    assert row.answer == answer
    assert row.sureness is not Sureness.SURE
    (settled,) = read_figures([table], DISTRICT, ",").rows
    assert (settled.answer == Answer(Decimal(34150))) == ("," in figure or answer is not None)


def test_money_in_another_unit_is_a_question() -> None:
    money = DISTRICT.indicators[IndicatorCode("PL7.1.1")]
    (row,) = read(HEAD, (money.stt, money.label, "Tỷ đồng", "34", ""), title="Phụ lục 7").rows
    assert row.answer is None
    assert "tỷ đồng" in row.reason


def test_a_row_nobody_knows_is_listed_with_its_words() -> None:
    reading = read(HEAD, ("1", ISSUED, "", "6", ""), ("7", "Số việc nhà riêng", "Việc", "5", ""))
    (row,) = reading.unsure
    assert (row.code, row.label_found, row.raw) == (None, "Số việc nhà riêng", "5")


def test_a_table_of_figures_that_no_set_has_is_told_once_and_a_list_not_at_all() -> None:
    staff = tuple((str(number), f"Việc riêng {number}", "Việc", "5", "") for number in range(1, 6))
    (told,) = read(HEAD, *staff, title="Danh sách").rows
    assert told.reason.startswith("Bảng này (5 dòng) không có trong bộ biểu mẫu.")
    documents = (("STT", "Nội dung", "Ngày"), ("1", "Quyết định số 5", "09/02/2026"))
    assert read(*documents, title="Danh sách").rows == ()
