"""The forms behind the report."""

from dataclasses import replace
from functools import cache

import pytest
from lxml.etree import _Element

from cchc_desktop.documents.content import Annex, AppendixRow
from cchc_desktop.documents.word.markup import w
from cchc_desktop.documents.word.metrics import width
from tests.unit.documents.reports import APPENDIX, REPORT, text
from tests.unit.documents.word.opened import Opened, local, only, opened, style_of, text_of, value


@cache
def document() -> Opened:
    return opened(replace(REPORT, appendices=(APPENDIX, replace(APPENDIX, title="Phụ lục 3"))))


def rows(of: Opened) -> list[_Element]:
    """The rows of the first form."""
    tables = [t for t in of.body.iterchildren(w("tbl")) if value(t, "tblPr/tblStyle") == "TableGrid"]
    return list(tables[0].iterchildren(w("tr")))


def cells(row: _Element) -> list[str]:
    return [text_of(cell) for cell in row.iterchildren(w("tc"))]


def test_each_form_has_its_number_its_name_and_the_report_it_belongs_to() -> None:
    assert document().texts("AppendixNumber") == ["Phụ lục 2", "Phụ lục 3"]
    assert document().texts("AppendixName") == list(APPENDIX.name_lines) * 2
    assert document().texts("AppendixOf") == [APPENDIX.attached] * 2
    for style in ("AppendixNumber", "AppendixName", "AppendixOf"):
        assert document().look(style)["jc"]["val"] == "center"


def test_a_form_begins_a_page() -> None:
    before = document().paragraphs("AppendixNumber")[0].getprevious()
    assert before is not None
    assert value(before, "pPr/sectPr/type") == "nextPage"


def test_the_columns_fill_the_width_of_the_text_exactly() -> None:
    table = rows(document())[0].getparent()
    assert table is not None
    grid = [int(column.attrib[w("w")]) for column in only(table, "tblGrid")]
    assert len(grid) == 5
    assert sum(grid) == 8787
    for row in rows(document()):
        assert sum(int(only(cell, "tcPr/tcW").attrib[w("w")]) for cell in row.iterchildren(w("tc"))) == 8787


def test_two_header_rows_span_as_the_official_form_does_and_stand_again_on_each_page() -> None:
    first, second, *others = rows(document())
    hint = APPENDIX.column_hint.replace("6 tháng", "6\u00a0tháng")
    assert cells(first) == ["STT", f"Chỉ tiêu thống kê\n{hint}", "Kết quả thống kê", "Ghi chú"]
    assert cells(second) == ["", "", "Đơn vị tính", "Số liệu", ""]
    assert [spans(cell) for cell in first.iterchildren(w("tc"))] == ["restart", "restart", "2", "restart"]
    assert [spans(cell) for cell in second.iterchildren(w("tc"))] == [
        "continue",
        "continue",
        "",
        "",
        "continue",
    ]
    assert [has(row, "tblHeader") for row in (first, second)] == [True, True]
    assert not any(has(row, "tblHeader") for row in others)


def spans(cell: _Element) -> str:
    return "".join(e.attrib[w("val")] for e in only(cell, "tcPr").iterchildren(w("gridSpan"), w("vMerge")))


def has(row: _Element, name: str) -> bool:
    return row.find(f"{w('trPr')}/{w(name)}") is not None


def test_no_row_breaks_over_two_pages() -> None:
    assert all(has(row, "cantSplit") for row in rows(document()))


def test_the_header_is_high_enough_for_its_tallest_cell_where_it_stands_again() -> None:
    heights = [int(value(row, "trPr/trHeight")) for row in rows(document())[:2]]
    lines = 1 + -(-width(APPENDIX.column_hint, 12) // (3860 - 114))
    assert sum(heights) >= lines * 276 + 60


def test_rows_say_what_the_form_says_and_an_owed_answer_is_dotted() -> None:
    assert [cells(row) for row in rows(document())[2:]] == [
        ["1.", "Kiểm tra CCHC", "", "", ""],
        ["1.1", "Số cơ quan, đơn vị đã kiểm tra", "Cơ quan, đơn vị", "1.234", "Có biên bản"],
        ["1.1.1", "Số vấn đề phát hiện", "Vấn đề", "0", ""],
        ["1.2", "Tỷ lệ xử lý (Lũy kế)", "%", "……", ""],
    ]


def test_headings_are_bold_and_what_is_given_in_italics_is_italic() -> None:
    faces = [{local(face) for face in row.iterfind(f".//{w('rPr')}/*")} for row in rows(document())[2:5]]
    assert faces == [{"b"}, set(), {"i"}]


def test_the_heading_of_a_group_stays_on_the_page_of_its_first_row() -> None:
    heading, entry, *_ = rows(document())[2:]
    assert len(list(heading.iter(w("keepNext")))) == 5
    assert list(entry.iter(w("keepNext"))) == []


def test_figures_are_centred_one_like_the_other() -> None:
    figures = [list(row.iter(w("p")))[3] for row in rows(document())[2:]]
    assert {style_of(figure) for figure in figures} == {"TableFigure"}
    assert document().look("TableFigure")["jc"]["val"] == "center"


@pytest.mark.parametrize(
    ("unit", "printed"),
    [
        ("Có = 1; Không = 0", "Có = 1;\nKhông = 0"),
        ("Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2", "Trực tuyến = 0\nPhát phiếu = 1\nKết hợp = 2"),
        ("Cơ quan, đơn vị", "Cơ quan, đơn vị"),
    ],
)
def test_codes_of_a_unit_stand_on_lines_of_their_own_and_fit(unit: str, printed: str) -> None:
    form = replace(APPENDIX, rows=(AppendixRow("1", "Hình thức", unit, "2"),))
    shown = cells(rows(opened(replace(REPORT, appendices=(form,))))[2])[2]
    assert shown == printed
    assert all(width(line, 12) <= 1700 - 114 for line in shown.split("\n"))


def test_a_form_without_the_line_of_its_report_has_no_rule() -> None:
    form = replace(APPENDIX, attached="")
    with_rule, without = opened(REPORT), opened(replace(REPORT, appendices=(form,)))
    assert without.texts("AppendixOf") == []
    assert len(with_rule.paragraphs("Rule")) - len(without.paragraphs("Rule")) == 1


def test_an_appendix_of_the_offices_own_is_a_section_with_the_same_titles() -> None:
    annex = Annex("Phụ lục 3", ("Danh sách",), "(Kèm theo Báo cáo số 1)", (text("Gồm:"),))
    found = opened(replace(REPORT, annexes=(annex,)))
    assert found.texts("AppendixNumber") == ["Phụ lục 2", "Phụ lục 3"]
    assert found.texts("AppendixName")[-1] == "Danh sách"
    assert found.texts("AppendixOf")[-1] == "(Kèm theo Báo cáo số 1)"
    assert found.texts("BodyText")[-1] == "Gồm:"
    sections = list(found.body.iter(w("sectPr")))
    assert len(sections) == 3
    assert all(only(each, "pgNumType").get(w("start")) == "1" for each in sections)
