"""Tables of offices in the superior's own report: who sent when, who gave what, group by group."""

from pathlib import Path

import pytest
from docx import Document

from cchc_desktop.form.review import Review
from cchc_desktop.office.exported.producing import write_word_report
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.annexes import annexes_of
from cchc_desktop.office.totals.looking_into import Looking
from cchc_desktop.office.totals.matrix_sheet import write_matrix
from cchc_desktop.office.totals.tables import STATUS_TITLE, keep_row, keep_status
from tests.unit.office.totals.below import Q3, receive, review

SUM, RATIO = "PL4.3.X.1", "PL4.3.X"


@pytest.fixture
def full(office: Office) -> Office:
    """Receive three reports of four; one is handed back."""
    for below, figure in (("dv1", "10"), ("dv2", "30"), ("dv3", "20")):
        receive(office, below, {SUM: figure})
    review(office, "dv3", Review.RETURNED)
    return office


def rows(path: Path, heading: str) -> list[list[str]]:
    """Return the last table of the Word report that has such a column."""
    tables = [
        table
        for table in Document(str(path)).tables
        if heading in [cell.text for cell in table.rows[0].cells]
    ]
    return [[cell.text for cell in row.cells] for row in tables[-1].rows]


def test_the_appendix_on_sending_prints_in_the_report_with_whose_figures_are_added(
    full: Office, tmp_path: Path
) -> None:
    keep_status(full, Q3)
    path = write_word_report(full, Q3, tmp_path / "báo cáo.docx")
    told = {row[1]: row[3] for row in rows(path, "Tình trạng")[1:]}
    assert told["UBND xã Mẫu 3"] == "Đã trả lại"
    assert told["UBND xã Mẫu 4"] == "Chưa gửi"
    texts = [paragraph.text for paragraph in Document(str(path)).paragraphs]
    assert full.totals.coverage(Q3).sentence in texts


def test_the_appendix_is_brought_up_to_date_and_not_added_twice(full: Office) -> None:
    keep_status(full, Q3)
    receive(full, "dv4", {SUM: "1"})
    keep_status(full, Q3)
    (annex,) = annexes_of(full.report(Q3)).values()
    assert annex.title == STATUS_TITLE
    assert "Chưa gửi" not in annex.text


def test_offices_are_ranked_by_what_they_gave_and_named_where_they_gave_nothing(
    full: Office, tmp_path: Path
) -> None:
    keep_row(full, Q3, SUM, in_groups=False)
    path = write_word_report(full, Q3, tmp_path / "báo cáo.docx")
    assert [row[1:] for row in rows(path, "Tỷ trọng")[1:]] == [
        ["UBND xã Mẫu 2", "30", "75%"],
        ["UBND xã Mẫu 1", "10", "25%"],
        ["UBND xã Mẫu 4", "Chưa gửi", ""],
        ["UBND xã Mẫu 3", "Đã trả lại", ""],
    ]


def test_groups_stand_with_their_number_and_their_sum(full: Office) -> None:
    keep_row(full, Q3, SUM, in_groups=True)
    (annex,) = annexes_of(full.report(Q3)).values()
    assert "**Phường: 2 đơn vị, 30**" in annex.text
    assert "**Xã: 2 đơn vị, 10**" in annex.text


def test_a_ratio_has_no_share_of_a_sum(full: Office) -> None:
    keep_row(full, Q3, RATIO, in_groups=False)
    keep_row(full, Q3, RATIO, in_groups=True)
    ranking, groups = annexes_of(full.report(Q3)).values()
    assert "Tỷ trọng" not in ranking.text + groups.text
    assert "| **Xã: 2 đơn vị** |  |  |" in groups.text


def test_an_office_with_one_operand_of_a_ratio_is_named(full: Office) -> None:
    receive(full, "dv4", {SUM: "5", "PL4.3.X.2": "5"})
    assert {each.id for each in Looking(full, Q3, RATIO).lopsided()} == {"dv1", "dv2"}


def test_a_name_that_looks_like_markup_prints_as_typed(full: Office, tmp_path: Path) -> None:
    full.offices.change("dv1", {"name": "UBND | xã *Mẫu* {PL2.1}"})
    keep_row(full, Q3, SUM, in_groups=False)
    path = write_word_report(full, Q3, tmp_path / "báo cáo.docx")
    assert "UBND | xã *Mẫu* {PL2.1}" in {row[1] for row in rows(path, "Tỷ trọng")}


def test_the_matrix_is_written_as_a_workbook(full: Office, tmp_path: Path) -> None:
    first = write_matrix(full, full.totals.matrix(), tmp_path / "a.xlsx").read_bytes()
    assert first == write_matrix(full, full.totals.matrix(), tmp_path / "b.xlsx").read_bytes()
