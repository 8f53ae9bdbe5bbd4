"""From an empty folder to the Word report and the exchange file, by command line."""

import zipfile
from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.journeys.calling import SAMPLES, Cchc, child

Report = tuple[str, str, str, str]


def test_a_ward_goes_the_whole_road(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    filled = cchc("fill", *report, SAMPLES / "phuong-mau-2026-q3.tsv")
    assert (filled.status, filled.err) == (0, "")
    (tmp_path / "I.1.txt").write_text("Đã ban hành kế hoạch CCHC năm.\n", "utf-8")
    assert cchc("prose", *report, "I.1", tmp_path / "I.1.txt").status == 0
    checked = cchc("check", *report, "--json").json
    assert checked["answered"] == checked["required"]
    written = cchc("report", *report, "--out", tmp_path / "gửi" / "Báo cáo.docx")
    assert (written.status, written.err) == (0, "")
    text = "\n".join(p.text for p in WordDocument(str(tmp_path / "gửi" / "Báo cáo.docx")).paragraphs)
    assert "Đã ban hành kế hoạch CCHC năm." in text
    assert text.rstrip().count("./.") == 1
    exported = cchc("export", *report, "--out", tmp_path / "gửi", "--json").json
    file = Path(str(exported["file"]))
    assert file.name == "BC-CCHC_ubnd-phuong-mau_2026-Q3_lan01.xlsx"
    looked = cchc("inspect", file, "--json")
    assert looked.status == 0
    assert looked.json.at("office") == "UBND phường Mẫu"
    assert looked.json.at("period") == "2026-Q3"
    assert looked.json.at("machine_part") == "whole"
    assert looked.json.at("signature") == "first seen"
    assert looked.json.at("differences") == []
    assert sorted(path.name for path in (tmp_path / "gửi").iterdir()) == [
        "BC-CCHC_ubnd-phuong-mau_2026-Q3_lan01.xlsx",
        "Báo cáo.docx",
    ]


def test_an_exchange_file_fills_another_offices_report_with_the_same_figures(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    cchc("fill", *report, SAMPLES / "phuong-mau-2026-q3.tsv")
    file = Path(str(cchc("export", *report, "--out", tmp_path, "--json").json["file"]))
    other = ("--office", str(tmp_path / "khác.cchc"), "--period", "2026-Q3")
    cchc("init", *other[:2], "--name", "UBND phường Khác", "--level", "commune")
    cchc("new", *other)
    filled = cchc("fill", *other, file, "--json")
    assert filled.status == 0
    assert filled.json["unread"] == []
    ours, theirs = (cchc("show", *each, "--json").json["cells"] for each in (report, other))
    assert ours == theirs


def test_a_named_set_of_another_level_or_time_is_taken_with_a_warning(cchc: Cchc, office: Path) -> None:
    of_a_district = cchc("new", "--office", office, "--period", "2026-Q2", "--templates", "D21")
    assert of_a_district.status == 0
    assert "Bộ D21 không phải bộ cấp xã, phường có hiệu lực vào ngày 14/6/2026." in of_a_district.out
    assert (
        "X21 không phải" in cchc("new", "--office", office, "--period", "2026-Q1", "--templates", "X21").out
    )
    assert (
        "không phải" not in cchc("new", "--office", office, "--period", "2026-H1", "--templates", "X25").out
    )


def test_the_published_figures_of_huong_tra_by_command_line(cchc: Cchc, tmp_path: Path) -> None:
    report = ("--office", str(tmp_path / "a.cchc"), "--period", "2023-Q1")
    cchc("init", *report[:2], "--name", "UBND thị xã Hương Trà", "--level", "district")
    started = cchc("new", *report, "--to", "2023-03-10")
    assert started.status == 0
    assert "khác thời gian theo quy định" in started.out
    filled = cchc("fill", *report, SAMPLES / "huong-tra-2023-q1.tsv", "--json")
    assert filled.status == 1
    assert [row["cell"] for row in filled.json.rows("unread")] == ["PL7.1.1", "PL7.1.2"]
    checked = cchc("check", *report, "--json")
    assert checked.status == 1
    found = {row["code"]: row for row in checked.json.rows("findings")}
    assert len(found) == 14
    assert (found["R1-PL2.2"]["found"], found["R1-PL2.2"]["expected"]) == ("100", "42.42")
    assert found["R2-PL8.6.1"]["related"] == ["PL8.6.1.2", "PL4.1.4.2"]
    assert found["R14-PL7.1.1"]["severity"] == "block"
    settled = cchc("fill", *report, SAMPLES / "huong-tra-2023-q1.tsv", "--thousands", ",", "--json")
    assert settled.status == 0
    assert settled.json["unread"] == []
    assert cchc("check", *report, "--json").status == 0


def test_demo_ends_with_0_and_names_what_it_wrote(tmp_path: Path) -> None:
    shown = child(["demo", tmp_path / "xem", "--sample", "phuong-mau"])
    assert (shown.status, shown.err) == (0, "")
    assert "SỐ LIỆU MẪU" in shown.out
    written = [path for path in (tmp_path / "xem").iterdir() if not path.name.startswith(".")]
    assert {path.suffix for path in written} == {".cchc", ".docx", ".xlsx"}
    assert all(str(path) in shown.out for path in written)


def test_an_empty_form_still_makes_a_whole_report(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    assert cchc("report", *report, "--out", tmp_path / "a.docx").status == 0
    document = WordDocument(str(tmp_path / "a.docx"))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert len(headings) >= 15
    assert sum(p.text.rstrip().endswith("./.") for p in document.paragraphs) == 1
    assert len(document.tables) >= 7
    assert "……" in "".join(cell.text for table in document.tables for cell in table._cells)


@pytest.mark.parametrize("command", ["report", "export"])
def test_the_same_report_gives_the_same_bytes_wherever_and_whenever(
    command: str, cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    cchc("fill", *report, SAMPLES / "phuong-mau-2026-q3.tsv")
    there = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    made: list[tuple[str, bytes]] = []
    for name, environment in (("một", {"TZ": "America/Los_Angeles"}), ("hai", there)):
        out = tmp_path / name
        done = child([command, *report, "--out", out / "a.docx" if command == "report" else out], environment)
        assert done.status == 0
        assert name in done.out  # UTF-8 whatever the console says
        (file,) = out.iterdir()
        made.append((file.name, file.read_bytes()))
    assert made[0] == made[1]
    assert made[0][1].startswith(b"PK")


def test_unchanged_content_keeps_its_sequence_and_changed_content_takes_the_next(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    def exported() -> tuple[object, object]:
        document = cchc("export", *report, "--out", tmp_path / "gửi", "--json").json
        return document["sequence"], document["new"]

    assert exported() == (1, True)
    assert exported() == (1, False)
    cchc("set", *report, "PL2.1", "6")
    assert exported() == (2, True)
    assert len(list((tmp_path / "gửi").iterdir())) == 2


def test_an_existing_report_is_replaced_whole(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    assert cchc("report", *report, "--out", tmp_path / "a.docx").status == 0
    assert zipfile.is_zipfile(tmp_path / "a.docx")


def test_a_set_goes_out_and_comes_in_again(cchc: Cchc, office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bộ"
    assert cchc("templates", "export", "X25", "--out", folder).status == 0
    assert cchc("templates", "check", folder).status == 0
    assert cchc("templates", "install", "--office", office, folder).status == 0
    name = folder / "set.toml"
    name.write_text(name.read_text("utf-8").replace('id = "X25"', 'id = "X26"'), "utf-8")
    assert cchc("templates", "install", "--office", office, folder).status == 0
    assert cchc("templates", "show", "X26", "--office", office, "--json").json["id"] == "X26"
    assert cchc("new", "--office", office, "--period", "2026-Q4", "--templates", "X26").status == 0
    assert cchc("show", "--office", office, "--period", "2026-Q4", "--json").json["template"] == "X26"


def test_a_broken_set_is_told_with_file_key_and_reason_and_not_installed(
    cchc: Cchc, office: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "bộ"
    cchc("templates", "export", "X25", "--out", folder)
    with (folder / "set.toml").open("a", encoding="utf-8") as stream:
        stream.write("\n[thua]\n")
    before = office.read_bytes()
    checked = cchc("templates", "check", folder, "--json")
    assert checked.status == 1
    assert '"set.toml"' in checked.out
    assert "thua" in checked.out
    assert cchc("templates", "install", "--office", office, folder).status == 3
    assert office.read_bytes() == before


def test_a_set_in_no_folder_is_refused_and_not_told_as_a_faulty_one(cchc: Cchc, tmp_path: Path) -> None:
    for place in (tmp_path / "không có", tmp_path / "set.toml"):
        (tmp_path / "set.toml").write_text("", "utf-8")
        refused = cchc("templates", "check", place, "--json")
        assert (refused.status, refused.out) == (3, "")
        assert place.name in refused.err


def test_all_but_the_district_set_say_that_they_are_reconstructed(cchc: Cchc) -> None:
    for name in ("D21", "X21", "X25", "T21", "T25"):
        assert cchc("templates", "show", name, "--json").json["reconstructed"] is (name != "D21")
        assert ("phục dựng" in cchc("templates", "show", name).out) is (name != "D21")


def _typed_over(file: Path, key: str, value: float | str) -> str:
    """Change the cell of that row as a person in Excel would; return what stood there."""
    book = load_workbook(file)
    for sheet in book.worksheets:
        header, column = _figures_of(sheet)
        for row in sheet.iter_rows(min_row=header):
            if any(cell.value == key for cell in row):
                cell = row[column]
                old, cell.value = str(cell.value), value
                book.save(file)
                return old
    raise AssertionError(key)


def _figures_of(sheet: Worksheet) -> tuple[int, int]:
    """Where the forms' figures stand: the first row after the header, and the column from 0."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "Số liệu":
                return cell.row + 1, cell.column - 1
    return 1, 0


def test_a_figure_typed_over_in_the_exchange_file_is_shown_and_taken_only_knowingly(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    cchc("set", *report, "PL2.1", "6")
    file = Path(str(cchc("export", *report, "--out", tmp_path, "--json").json["file"]))
    assert _typed_over(file, "PL2.1", 8) == "6"
    looked = cchc("inspect", file, "--json")
    assert looked.status == 1
    assert looked.json["differences"] == [{"cell": "PL2.1", "payload": "6", "sheet": "8"}]
    told = cchc("inspect", file)
    assert "PL2.1: tệp gửi 6, trang tính ghi 8" in told.out
    assert cchc("show", *report, "--json").json.at("cells", "PL2.1", "value") == "6"
    filled = cchc("fill", *report, file, "--json")
    assert filled.json["changed"] == 1
    assert cchc("show", *report, "--json").json.at("cells", "PL2.1", "value") == "8"


def test_words_nobody_can_read_in_the_exchange_file_are_listed_and_change_nothing(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    cchc("set", *report, "PL2.1", "6")
    file = Path(str(cchc("export", *report, "--out", tmp_path, "--json").json["file"]))
    _typed_over(file, "PL2.1", "khoảng sáu")
    filled = cchc("fill", *report, file, "--json")
    assert filled.status == 1
    assert [row["cell"] for row in filled.json.rows("unread")] == ["PL2.1"]
    assert cchc("show", *report, "--json").json.at("cells", "PL2.1", "value") == "6"
