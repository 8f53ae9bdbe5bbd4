"""The head of the first page."""

from dataclasses import replace
from datetime import date

import pytest
from lxml.etree import _Element

from cchc_desktop.documents.content import Letterhead
from cchc_desktop.documents.word.letterhead import number_line, place_line
from cchc_desktop.documents.word.markup import w
from cchc_desktop.documents.word.metrics import width
from tests.unit.documents.reports import LETTERHEAD, REPORT
from tests.unit.documents.word.opened import Opened, attributes, only, opened


def test_the_letterhead_is_a_fixed_table_without_borders_in_the_official_widths() -> None:
    document = opened(REPORT)
    table = next(document.body.iterchildren(w("tbl")))
    assert [column.attrib[w("w")] for column in only(table, "tblGrid")] == ["3829", "5670"]
    assert attributes(only(table, "tblPr/tblLayout")) == {"type": "fixed"}
    borders = document.styles["LayoutTable"].find(f".//{w('tblBorders')}")
    assert borders is None
    sides = int(only(table, "tblPr/tblInd").attrib[w("w")])
    assert sides == (8787 - 3829 - 5670) // 2, "wider than the text by as much on either side"


@pytest.mark.parametrize(
    ("number", "issued", "number_printed", "place_printed"),
    [
        ("", None, "Số:       /BC-UBND", "Hương Trà, ngày      tháng      năm 2023"),
        ("7", date(2023, 2, 5), "Số: 07/BC-UBND", "Hương Trà, ngày 05 tháng 02 năm 2023"),
        ("496", date(2023, 3, 13), "Số: 496/BC-UBND", "Hương Trà, ngày 13 tháng 3 năm 2023"),
        ("10", date(2023, 12, 31), "Số: 10/BC-UBND", "Hương Trà, ngày 31 tháng 12 năm 2023"),
    ],
)
def test_number_and_day_print_with_official_zeros_or_leave_room_to_write(
    number: str, issued: date | None, number_printed: str, place_printed: str
) -> None:
    letterhead = Letterhead("", "UBND", "BC-UBND", "Hương Trà", 2023, number, issued)
    assert number_line(letterhead) == number_printed
    assert place_line(letterhead) == place_printed
    document = opened(replace(REPORT, letterhead=letterhead))
    assert document.texts("DocumentNumber") == [number_printed]
    assert document.texts("PlaceAndDate") == [place_printed]


def test_without_a_superior_there_is_no_line_above_the_office() -> None:
    assert opened(REPORT).texts("SuperiorOffice") == []
    letterhead = replace(LETTERHEAD, superior="Ủy ban nhân dân tỉnh Mẫu")
    document = opened(replace(REPORT, letterhead=letterhead))
    assert document.texts("SuperiorOffice") == ["ỦY BAN NHÂN DÂN\nTỈNH MẪU"]


def test_the_line_under_the_motto_is_as_long_as_the_motto() -> None:
    document = opened(REPORT)
    right = only_row_cell(document, 1)
    assert ruled(document.paragraphs("Rule", right)[0], 5670 - 114) == width(
        "Độc lập - Tự do - Hạnh phúc", 14, bold=True
    )


@pytest.mark.parametrize(
    "office", ["Sở Nội vụ", "Ủy ban nhân dân phường Mẫu", "Văn phòng " + "rất dài " * 20]
)
def test_the_line_under_the_office_is_a_third_to_a_half_of_its_name(office: str) -> None:
    document = opened(replace(REPORT, letterhead=replace(LETTERHEAD, office=office)))
    left = only_row_cell(document, 0)
    name = document.texts("IssuingOffice")[0]
    longest = min(3829 - 114, max(width(line, 13, bold=True) for line in name.split("\n")))
    assert longest / 3 <= ruled(document.paragraphs("Rule", left)[0], 3829 - 114) <= longest / 2


def test_the_line_under_the_subject_is_a_third_to_a_half_of_it() -> None:
    document = opened(REPORT)
    title = [paragraph for paragraph in document.paragraphs("Rule") if paragraph.getparent() is document.body]
    longest = width(REPORT.subject, 14, bold=True)
    assert longest / 3 <= ruled(title[0], 8787) <= longest / 2


def test_title_subject_and_window_follow_one_another() -> None:
    document = opened(REPORT)
    assert document.texts("Title") == ["BÁO CÁO"]
    assert document.texts("Subtitle") == [REPORT.subject]
    assert document.texts("WindowLine") == [REPORT.window_line]
    assert opened(replace(REPORT, window_line="")).texts("WindowLine") == []


def test_one_addressee_stands_on_the_line_of_the_words() -> None:
    document = opened(replace(REPORT, addressees=("Sở Nội vụ tỉnh Mẫu.",)))
    assert document.texts("Addressee") == ["Kính gửi: Sở Nội vụ tỉnh Mẫu."]
    assert document.texts("AddresseeList") == []


def test_several_addressees_stand_on_lines_of_their_own_with_dashes_under_the_colon() -> None:
    document = opened(replace(REPORT, addressees=("UBND tỉnh Mẫu", "- Sở Nội vụ;", "UBND tỉnh Mẫu")))
    assert document.texts("AddresseeList") == [
        "Kính gửi:",
        "- UBND tỉnh Mẫu;",
        "- Sở Nội vụ;",
        "- UBND tỉnh Mẫu.",
    ]
    words, *items = (int(only(p, "pPr/ind").attrib[w("left")]) for p in document.paragraphs("AddresseeList"))
    assert {item - words for item in items} == {width("Kính gửi", 14)}


def test_without_addressees_nobody_is_greeted() -> None:
    document = opened(replace(REPORT, addressees=()))
    assert document.texts("Addressee") + document.texts("AddresseeList") == []


def only_row_cell(document: Opened, column: int) -> _Element:
    """A cell of the first row of the letterhead."""
    return list(next(document.body.iter(w("tr"))).iterchildren(w("tc")))[column]


def ruled(rule: _Element, room: int) -> int:
    """How long a line is in the room it has."""
    indents = only(rule, "pPr/ind").attrib
    assert abs(int(indents[w("left")]) - int(indents[w("right")])) <= 1, "centred"
    return room - int(indents[w("left")]) - int(indents[w("right")])
