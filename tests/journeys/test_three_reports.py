"""Three offices write a whole report each: a district's town, a department, a city with forty-two notes.

They do what the offices of three real reports did: registers, tables, prose, other outlines. Every sentence
is our own and every person plainly invented.
"""

import zipfile
from pathlib import Path

import pytest
from docx import Document

from tests.journeys import city_report, department_report, town_report
from tests.journeys.a_clerk import Clerk
from tests.journeys.word_reports import LIBREOFFICE, PDF_READER, WordReport, pdf_text, through_libreoffice

HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> WordReport:
    """The town's report, written once for all who look at it."""
    return town_report.write(Clerk(tmp_path_factory.mktemp("thị xã"), "2023-Q1"))


@pytest.fixture(scope="module")
def department(tmp_path_factory: pytest.TempPathFactory) -> WordReport:
    """The department's report."""
    return department_report.write(Clerk(tmp_path_factory.mktemp("sở"), "2025"))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> WordReport:
    """The city's report."""
    return city_report.write(Clerk(tmp_path_factory.mktemp("thành phố"), "2023"))


def test_the_town_gets_every_heading_of_its_outline_and_all_it_typed(town: WordReport) -> None:
    assert [len(town.texts(style)) for style in HEADINGS] == [5, 13, 3, 0]
    assert town.texts("MinorHeading") == ["Bổ nhiệm, quy hoạch", "Biên chế"]
    words = "\n".join(town.texts("BodyText", "ListBullet"))
    assert "giao các phòng, ban 33 nhiệm vụ; xong 14 nhiệm vụ, đạt 42,42%." in words
    assert "phản ánh, kiến nghị: không phát sinh." in words
    assert "Nộp qua mạng 295/1.121 hồ sơ, đạt 26,32%" in words
    assert words.count("./.") == 1
    assert "……" not in words
    assert len(town.texts("AppendixNumber")) == 7


def test_the_towns_notes_are_real_and_in_order(town: WordReport) -> None:
    assert town.notes == list(town_report.NOTES)


def test_the_towns_table_has_groups_and_its_numbers_are_drawn(town: WordReport) -> None:
    (staff,) = [table for table in town.tables if table[0] == ["Khối", "Giao", "Có mặt"]]
    assert staff[1:] == [
        ["Hành chính"],
        ["Phòng, ban", "78", "74"],
        ["Sự nghiệp"],
        ["Trường học, trung tâm", "1.201", "1.168"],
    ]
    assert town.texts("TableTitle") == ["Biên chế và người làm việc"]
    with zipfile.ZipFile(town.path) as package:
        chart = package.read("word/charts/chart1.xml").decode()
    assert all(number in chart for number in ("2.008", "1.973", "<c:v>855</c:v>"))


def test_the_department_gets_its_own_outline_and_no_forms(department: WordReport) -> None:
    assert [len(department.texts(style)) for style in HEADINGS] == [4, 9, 14, 0]
    assert department.texts("AppendixNumber") == ["Phụ lục 1", "Phụ lục 2"]
    assert department.texts("Caption") == ["Bàn hướng dẫn (ảnh mẫu)"]
    assert len(department.notes) == 4
    assert (
        department.notes[-1]
        == "Kế hoạch số 11/KH-STTTT ngày 20/01/2025 của Sở Thông tin và Truyền thông tỉnh Mẫu"
    )


def test_the_people_marked_for_it_stand_in_the_departments_report(department: WordReport) -> None:
    (people,) = [table for table in department.tables if "Họ và tên" in table[0]]
    assert [row[1] for row in people[1:]] == ["Trần Thị Mẫu", "Lê Văn Mẫu"]
    assert not any("Riêng" in cell for table in department.tables for row in table for cell in row)


def test_the_citys_outline_is_only_another_file(city: WordReport) -> None:
    assert city.texts(*HEADINGS)[:4] == [
        "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "Triển khai các văn bản",
        "Tổ chức chỉ đạo, điều hành",
        "Hoạt động nổi bật, mới",
    ]
    with zipfile.ZipFile(city.path) as package:
        assert 'w:lvlText w:val="%2.%3."' in package.read("word/numbering.xml").decode()


def test_the_city_has_forty_two_notes_and_names_a_document_in_short_when_it_comes_again(
    city: WordReport,
) -> None:
    assert len(city.notes) == city_report.NOTES == 42
    first, again = (note for note in city.notes if note.startswith("Kế hoạch số 101/KH-UBND"))
    assert first == f"{again} về việc mẫu số 1"
    assert "Chấm theo bộ chỉ số của thành phố." in city.notes


def test_the_citys_wards_stand_in_groups(city: WordReport) -> None:
    (wards,) = [table for table in city.tables if table[0] == ["TT", "Đơn vị", "Điểm"]]
    assert [row[0] for row in wards if len(row) == 1] == [
        "Nhóm 1 (trên 90 điểm): 3 phường",
        "Nhóm 2 (từ 80 đến 90 điểm): 2 phường",
        "Nhóm 3 (dưới 80 điểm): 1 phường",
    ]


@pytest.mark.skipif(not LIBREOFFICE, reason="LibreOffice is not installed here")
def test_every_note_survives_libreoffice(city: WordReport, tmp_path: Path) -> None:
    saved = WordReport(through_libreoffice(city.path, "docx", tmp_path))
    assert saved.notes == city.notes
    odt = through_libreoffice(city.path, "odt", tmp_path)
    with zipfile.ZipFile(odt) as package:
        assert package.read("content.xml").decode().count('text:note-class="footnote"') == len(city.notes)


@pytest.mark.skipif(not LIBREOFFICE, reason="LibreOffice is not installed here")
def test_a_report_saved_by_libreoffice_differs_in_nothing_from_ours(city: WordReport, tmp_path: Path) -> None:
    clerk = Clerk(city.path.parent, "2023")
    odt = through_libreoffice(city.path, "odt", tmp_path)
    assert "không khác báo cáo" in clerk.on_report("compare", odt)


def test_headings_that_lost_their_style_in_word_still_stand_for_their_sections(
    town: WordReport, tmp_path: Path
) -> None:
    document = Document(str(town.path))
    for each in document.paragraphs:
        if each.style and each.style.style_id in HEADINGS:
            each.style = document.styles["Normal"]
            for run in each.runs:
                run.bold = True
    document.save(str(tmp_path / "a.docx"))
    clerk = Clerk(town.path.parent, "2023-Q1")
    assert "không khác báo cáo" in clerk.on_report("compare", tmp_path / "a.docx")


@pytest.mark.skipif(not (LIBREOFFICE and PDF_READER), reason="LibreOffice or pdftotext is not installed here")
def test_every_note_is_printed_in_the_pdf(town: WordReport, tmp_path: Path) -> None:
    printed = "".join(pdf_text(through_libreoffice(town.path, "pdf", tmp_path)).split())
    for at, note in enumerate(town.notes, start=1):
        assert f"{at}{''.join(note.split())}" in printed
