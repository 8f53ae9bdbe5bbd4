"""Prose by command line: figures in it follow the form, the last quarter's is carried over, notes print."""

import zipfile
from pathlib import Path

from docx import Document as WordDocument
from openpyxl import load_workbook

from tests.journeys.calling import SAMPLES, Cchc

Report = tuple[str, str, str, str]
TEXT = """Phường ban hành **{PL2.1 dv}**, {PL2.1 sosanh}[^1].
- Giao {PL2.4.1} nhiệm vụ; 2*3*4 in như đã gõ

| Kết quả | Số nhiệm vụ |
|---|--:|
| Đúng hạn | {PL2.4.2} |
| Chưa rõ | {PL2.7} |

[^1]: Kể cả *kết luận*.
"""


def write(cchc: Cchc, report: Report, folder: Path, section: str, text: str) -> str:
    (folder / "lời văn.txt").write_text(text, "utf-8")
    called = cchc("prose", *report, section, folder / "lời văn.txt")
    assert (called.status, called.err) == (0, "")
    return called.out


def of_last_quarter(report: Report) -> Report:
    return (*report[:3], "2026-Q2")


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in WordDocument(str(path)).paragraphs)


def test_prose_prints_the_figures_of_the_form_whatever_they_become(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    last = of_last_quarter(report)
    assert cchc("new", *last).status == 0
    cchc("set", *last, "PL2.1", "6")
    cchc("fill", *report, SAMPLES / "phuong-mau-2026-q3.tsv")
    told = write(cchc, report, tmp_path, "I.2", TEXT)
    assert "R8-I.2" in told
    assert "{PL2.7} nêu dòng PL2.7" in told
    changes = {"8": "tăng 2 văn bản so với quý trước", "6": "không thay đổi so với quý trước"}
    for figure, change in changes.items():
        cchc("set", *report, "PL2.1", figure)
        cchc("report", *report, "--out", tmp_path / "a.docx")
        assert f"Phường ban hành {figure} văn bản, {change}." in words(tmp_path / "a.docx")
    document = WordDocument(str(tmp_path / "a.docx"))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["Đúng hạn", "41"] in cells
    assert ["Chưa rõ", "……"] in cells
    assert "Giao 61 nhiệm vụ; 2*3*4 in như đã gõ" in words(tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert "kết luận" in package.read("word/footnotes.xml").decode()


def test_the_exchange_file_shows_what_prints(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    cchc("set", *report, "PL2.1", "1234")
    write(cchc, report, tmp_path, "I.2", "Có {PL2.1 dv}.")
    file = str(cchc("export", *report, "--out", tmp_path, "--json").json["file"])
    shown = [row[0] for row in load_workbook(file)["Lời văn"].iter_rows(values_only=True)]
    assert "Có 1.234 văn bản." in shown
    assert cchc("inspect", file, "--json").json.at("differences") == []


def test_last_quarters_prose_is_carried_over_with_live_figures(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    last = of_last_quarter(report)
    cchc("new", *last)
    cchc("set", *last, "PL4.3.X.1", "2896")
    write(cchc, last, tmp_path, "II.2.c", "Giải quyết xong 2.896 hồ sơ.")
    assert cchc("prose", *report, "--carry-over").out == "Đã chép từ kỳ trước: II.2.c.\n"
    cchc("set", *report, "PL4.3.X.1", "3127")
    shown = cchc("prose", *report, "II.2.c", "--json").json
    assert shown.at("II.2.c", "state") == "carried-over"
    assert shown.at("II.2.c", "text") == "Giải quyết xong {PL4.3.X.1} hồ sơ."
    assert shown.at("II.2.c", "printed") == "Giải quyết xong 3.127 hồ sơ."
    assert cchc("prose", *report, "II.2.c", "--done").status == 0
    assert cchc("prose", *report, "II.2.c", "--json").json.at("II.2.c", "state") == "done"


def test_check_tells_of_the_prose_too(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    write(cchc, report, tmp_path, "I.2", "Có {PL2.7}")
    findings = cchc("check", *report, "--json").json.rows("findings")
    found = {str(finding["code"])[:7]: finding for finding in findings}
    assert found["R8-I.2-"]["cell"] == "PL2.7"
    assert "R8-I.2" in cchc("check", *report).out


def test_a_finding_in_the_prose_is_kept_with_a_reason_that_travels(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    write(cchc, report, tmp_path, "I.2", "Có {PL2.7}")
    findings = cchc("check", *report, "--json").json.rows("findings")
    code = next(str(finding["code"]) for finding in findings if str(finding["code"]).startswith("R8-I.2-"))
    assert cchc("keep", *report, code, "Chờ hướng dẫn").out == f"Đã ghi giải trình cho {code}.\n"
    file = str(cchc("export", *report, "--out", tmp_path, "--json").json["file"])
    shown = [cell for row in load_workbook(file).worksheets[0].iter_rows(values_only=True) for cell in row]
    assert "Chờ hướng dẫn" in shown
    assert cchc("keep", *report, code, "").out == f"Đã bỏ giải trình cho {code}.\n"
    assert cchc("keep", *report, "R1-PL2.1", "gì đó").status == 3


def test_an_unknown_section_is_refused_with_the_known_ones(cchc: Cchc, report: Report) -> None:
    refused = cchc("prose", *report, "IX")
    assert refused.status == 3
    assert "I.1" in refused.err


def test_help_names_the_subset(cchc: Cchc) -> None:
    told = " ".join(cchc("prose", "--help").out.split())
    for sign in ("**đậm**", "{PL2.1 sosanh}", "{A / B %}", "[^vb1]", "### "):
        assert sign in told
