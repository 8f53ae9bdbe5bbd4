"""The outline by command line: whatever the window does to sections can be done without it."""

from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook

from tests.journeys.calling import Cchc

Report = tuple[str, str, str, str]


def listed(cchc: Cchc, report: Report) -> dict[object, object]:
    """Return the headings of the sections that are not hidden, by id."""
    rows = cchc("sections", "list", *report, "--json").json.rows("sections")
    return {row["id"]: row["heading"] for row in rows if not row["hidden"]}


def test_an_office_arranges_its_outline_and_the_report_prints_it(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    for words in (
        ("add", "I.1", "Việc riêng của phường"),
        ("move", "them-1", "up"),
        ("rename", "I.3", "Kỷ luật quý III năm 2026"),
        ("hide", "II.4"),
        ("add", "I.2", "Chi tiết", "--below"),
        ("remove", "them-2"),
    ):
        called = cchc("sections", words[0], *report, *words[1:])
        assert (called.status, called.err) == (0, "")
    told = cchc("sections", "list", *report).out
    assert list(listed(cchc, report))[:4] == ["I", "them-1", "I.1", "I.2"]
    assert any(line.strip().startswith("II.4: ") and line.endswith("(ẩn)") for line in told.splitlines())
    cchc("report", *report, "--out", tmp_path / "a.docx")
    headings = [
        paragraph.text
        for paragraph in WordDocument(str(tmp_path / "a.docx")).paragraphs
        if paragraph.style and paragraph.style.name.lower().startswith("heading")
    ]
    assert headings[1] == "Việc riêng của phường"
    assert "Kỷ luật quý III năm 2026" in headings
    cchc("new", *report[:3], "2026-Q4")
    later = listed(cchc, (*report[:3], "2026-Q4"))
    assert later["I.3"] == "Kỷ luật quý IV năm 2026"
    assert "II.4" not in later


def test_the_exchange_file_carries_the_outline_and_stays_whole(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    (tmp_path / "lời.txt").write_text("Có việc riêng.", "utf-8")
    cchc("sections", "add", *report, "I.1", "Việc riêng của phường")
    cchc("prose", *report, "them-1", tmp_path / "lời.txt")
    cchc("sections", "hide", *report, "II.4")
    file = str(cchc("export", *report, "--out", tmp_path, "--json").json["file"])
    inspected = cchc("inspect", file, "--json")
    assert (inspected.status, inspected.json["machine_part"]) == (0, "whole")
    shown = [row[0] for row in load_workbook(file)["Lời văn"].iter_rows(values_only=True)]
    assert {"Việc riêng của phường", "Có việc riêng."} <= set(shown)
    assert "Cải cách chế độ công vụ" not in shown


def test_hiding_a_section_with_text_has_to_be_meant(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    (tmp_path / "lời.txt").write_text("Có lời.", "utf-8")
    cchc("prose", *report, "I.1", tmp_path / "lời.txt")
    refused = cchc("sections", "hide", *report, "I")
    assert refused.status == 3
    assert "Mục I.1 đã có lời văn" in refused.err
    assert cchc("sections", "hide", *report, "I", "--with-text").status == 0
    assert "I.1" not in listed(cchc, report)
    assert cchc("sections", "show", *report, "I").status == 0
    assert "I.1" in listed(cchc, report)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("remove", "I.1"), "chỉ ẩn được"),
        (("rename", "XX", "Tên"), "không có mục “XX”"),
        (("add", "I.1", " "), "Tên mục còn trống"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    cchc: Cchc, report: Report, words: tuple[str, ...], sentence: str
) -> None:
    refused = cchc("sections", words[0], *report, *words[1:])
    assert refused.status == 3
    assert sentence in refused.err
