"""A province asks its communes for a report: what comes back, whatever state it is in, by command line."""

import csv
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.office.mailroom.reviewing import under_review
from cchc_desktop.office.office import Office
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.journeys.calling import SAMPLES, Cchc, Document
from tests.journeys.hand_filled import filled_by_hand
from tests.journeys.word_files import saved_by_libreoffice

Q3 = ("--period", "2026-Q3")
GOOD = 112
FIGURES = SAMPLES / "phuong-mau-2026-q3.tsv"


@pytest.fixture
def province(cchc: Cchc, tmp_path: Path) -> Path:
    """Make a province's office file."""
    path = tmp_path / "tỉnh.cchc"
    made = cchc("init", "--office", path, "--name", "UBND tỉnh Mẫu", "--level", "province", "--code", "H99")
    assert made.status == 0
    return path


@pytest.fixture
def request_file(cchc: Cchc, province: Path, tmp_path: Path) -> Path:
    """Write the province's request."""
    asked = cchc(
        *("request", "--office", province, *Q3, "--text", "Gửi đúng hạn", "--out", tmp_path / "yc", "--json")
    )
    return Path(str(asked.json["file"]))


def commune(cchc: Cchc, path: Path, name: str, code: str, request: Path) -> Path:
    """Make a commune's office file that took the request and has its figures."""
    cchc(
        *("init", "--office", path, "--name", name, "--level", "commune", "--code", code),
        *("--superior", "UBND tỉnh Mẫu", "--prepared-by", "Người mẫu"),
    )
    assert cchc("receive", "--office", path, request).status == 0
    assert cchc("fill", "--office", path, *Q3, FIGURES).status == 0
    return path


def sent(cchc: Cchc, office: Path, folder: Path, *words: str) -> Path:
    """Lock and submit the commune's report and return its file."""
    cchc("lock", "--office", office, *Q3)
    done = cchc("submit", "--office", office, *Q3, "--out", folder, "--json", *words)
    assert done.status == 0, done.err
    files = done.json["files"]
    assert isinstance(files, list)
    return Path(str(files[0]))


def outcomes(received: Document) -> dict[str, str]:
    """Return the outcome of every file by its name."""
    return {str(each["file"]): str(each["outcome"]) for each in received.rows("files")}


def touched(file: Path, figures: Mapping[str, int]) -> None:
    """Change figures on the sheets and save the workbook again, as a person would in Excel."""
    book = openpyxl.load_workbook(file)
    for row in (row for sheet in book.worksheets for row in sheet.iter_rows() if len(row) > 5):
        if row[5].value in figures:
            row[3].value = figures[str(row[5].value)]
    book.save(file)


def received_value(cchc: Cchc, office: Path, tmp_path: Path, code: str) -> str:
    """Return what the one received report says in a row."""
    assert cchc("dump", "--office", office, tmp_path / "bảng").status == 0
    with (tmp_path / "bảng" / "answers.csv").open(encoding="utf-8", newline="") as table:
        (row,) = (row for row in csv.DictReader(table) if row["code"] == code and row["office"] != "dv0")
    return row["value"]


def test_a_province_receives_what_its_communes_send_whatever_its_state(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    inbox = tmp_path / "đến"
    assert cchc("sample-offices", "--count", str(GOOD), *Q3, "--trouble", inbox).status == 0
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    sent(cchc, ward, inbox)
    lines = {"Cơ quan báo cáo": "UBND xã Điền Tay", "Mã cơ quan": "H99.7"}
    filled_by_hand(request_file, inbox / "điền tay.xlsx", lines, {"PL2.1": 5, "PL2.2.1": 7})
    cchc("report", "--office", ward, *Q3, "--out", inbox / "báo cáo.docx")
    (inbox / "ảnh.xlsx").write_bytes(b"\x89PNG")

    received = cchc("receive", "--office", province, "--register", inbox, "--json")

    assert received.status == 1
    found = outcomes(received.json)
    assert sum(each == "accepted" for each in found.values()) >= GOOD + 1
    assert found["điền tay.xlsx"] == found["báo cáo.docx"] == "questions"
    assert found["ảnh.xlsx"] == "refused"
    good = [name for name in found if name.startswith("BC-CCHC_H99.00.") and name.endswith("lan01.xlsx")]
    assert sum(found[name] == "accepted" for name in good) == GOOD
    assert sum(found[name] == "questions" for name in good) == 3
    assert sum(found[name] == "refused" for name in good) == 3
    assert {found[name] for name in found if name.endswith("lan02.xlsx")} == {"questions"}
    assert {found[name] for name in found if name.startswith("tre-han")} == {"accepted"}
    again = cchc("receive", "--office", province, "--register", inbox, "--json")
    assert outcomes(again.json) == found
    assert {each["new"] for each in again.json.rows("files")} == {0}
    assert cchc("verify", "--office", province).status == 0


def test_a_report_goes_up_comes_back_with_comments_and_goes_up_again(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    first = sent(cchc, ward, tmp_path / "đi", "--eml")
    assert (tmp_path / "đi" / f"{first.stem}.eml").read_bytes().startswith(b"X-Unsent: 1")
    assert cchc("receive", "--office", province, "--register", tmp_path / "đi").status == 0
    assert "chưa có biên nhận" in cchc("where", "--office", ward, *Q3).out
    cchc("receipt", "--office", province, *Q3, "--out", tmp_path / "bn")
    assert cchc("receive", "--office", ward, tmp_path / "bn").status == 0
    assert "đã có biên nhận" in cchc("where", "--office", ward, *Q3).out

    back = cchc(
        *("return", "--office", province, *Q3, "--from", "H99.1", "--cell", "PL2.1=Xem lại"),
        *("--text", "Đề nghị sửa", "--out", tmp_path / "tl"),
    )
    assert back.status == 0
    assert cchc("receive", "--office", ward, tmp_path / "tl").status == 0
    lines = [line.split("\t") for line in cchc("packages", "--office", ward).out.splitlines()]
    assert [(way, outcome) for _, way, _, _, outcome, *_ in lines] == [
        ("đến", "Đã nhận"),
        ("đi", "Đã gửi"),
        ("đến", "Đã nhận"),
        ("đến", "Đã nhận"),
    ]
    assert {whom for _, _, _, whom, *_ in lines} == {"UBND tỉnh Mẫu"}
    listed = cchc("comments", "--office", ward, *Q3, "--json")
    assert [(each["cell"], each["done"]) for each in listed.json.rows("comments")] == [("PL2.1", False)]
    unknown = cchc("comments", "--office", ward, *Q3, "--done", "1", "7")
    assert unknown.status == 3
    assert "không có góp ý số 7. Hãy " in unknown.err
    assert not cchc("comments", "--office", ward, *Q3, "--json").json.rows("comments")[0]["done"]
    assert cchc("comments", "--office", ward, *Q3, "--done", "1").status == 0

    cchc("set", "--office", ward, *Q3, "PL2.1", "9")
    cchc("lock", "--office", ward, *Q3)
    silent = cchc("submit", "--office", ward, *Q3, "--out", tmp_path / "đi lại")
    assert silent.status == 3
    assert "lý do" in silent.err
    second = sent(cchc, ward, tmp_path / "đi lại", "--reason", "Sửa theo góp ý")
    looked = cchc("receive", "--office", province, second, "--json").json.rows("files")[0]
    assert (looked["outcome"], looked["sequence"], looked["changed"]) == ("accepted", 2, 1)
    older = cchc("receive", "--office", province, first, "--json").json.rows("files")[0]
    assert older["outcome"] == "refused"
    assert "Đã nhận lần 2" in str(older["reason"])
    assert cchc("accept", "--office", province, *Q3).out == "UBND phường Mẫu: Đã tiếp nhận.\n"
    undone = cchc("accept", "--office", province, *Q3, "--undo", "--reason", "Bấm nhầm")
    assert undone.out == "UBND phường Mẫu: Đã nhận.\n"
    assert cchc("accept", "--office", province, *Q3).status == 0
    cchc("receipt", "--office", province, *Q3, "--out", tmp_path / "bn2")
    cchc("receive", "--office", ward, tmp_path / "bn2")
    assert "Đã tiếp nhận lần 2" in cchc("where", "--office", ward, *Q3).out
    assert cchc("set", "--office", ward, *Q3, "PL2.1", "8").status == 3


def test_each_step_to_the_signature_goes_back_with_a_reason_and_the_signed_paper_follows(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    paper = tmp_path / "bản ký.pdf"
    paper.write_bytes(b"%PDF-1.7 mau")
    on = ("--office", ward, *Q3)
    assert cchc("present", *on).status == 3
    unsigned = sent(cchc, ward, tmp_path / "đi")
    assert cchc("receive", "--office", province, "--register", unsigned).status == 0
    assert cchc("back", *on, "--reason", "Trình ký").status == 0
    assert cchc("present", *on).status == 0
    sign = ("sign", *on, "--number", "12", "--date", "2026-09-15", "--paper", paper)
    assert cchc(*sign).status == 0
    assert cchc("back", *on, "--reason", "").status == 3
    assert cchc("back", *on, "--reason", "Ghi nhầm").status == 0
    assert cchc(*sign).status == 0
    done = cchc("submit", *on, "--out", tmp_path / "đi lại", "--json")
    assert done.status == 0
    files = done.json["files"]
    assert isinstance(files, list)
    names = [Path(each).name for each in files]
    assert names == ["BC-CCHC_H99.1_2026-Q3_lan02.xlsx", "bản ký.pdf"]
    assert cchc("receive", "--office", province, tmp_path / "đi lại").status == 0


def test_a_corrected_report_is_unsigned_until_it_is_signed_anew(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    paper = tmp_path / "bản ký.pdf"
    paper.write_bytes(b"%PDF-1.7 mau")
    on = ("--office", ward, *Q3)
    cchc("lock", *on)
    assert cchc("sign", *on, "--number", "12", "--date", "2026-09-15", "--paper", paper).status == 0
    first = sent(cchc, ward, tmp_path / "đi")
    assert cchc("receive", "--office", province, "--register", first).status == 0
    returned = cchc(
        "return", "--office", province, *Q3, "--from", "H99.1", "--text", "Sửa", "--out", tmp_path
    )
    assert returned.status == 0
    assert cchc("receive", "--office", ward, *tmp_path.glob("TL-*.xlsx")).status == 0
    assert cchc("back", *on, "--reason", "Trả nhầm").status == 0
    again = sent(cchc, ward, tmp_path / "như cũ")
    assert again.read_bytes() == first.read_bytes()
    cchc("unlock", *on, "--reason", "Sửa theo góp ý")
    cchc("set", *on, "PL2.1", "9")
    second = sent(cchc, ward, tmp_path / "lại", "--reason", "Sửa theo góp ý")
    assert [file.suffix for file in (tmp_path / "lại").iterdir()] == [".xlsx"]
    covers = [openpyxl.load_workbook(file)["Thông tin"] for file in (first, second)]
    signed, unsigned = ({row[0].value: row[1].value for row in cover.iter_rows()} for cover in covers)
    assert "12" in str(signed["Văn bản"])
    assert unsigned["Văn bản"] == "Chưa ký"


def test_what_is_asked_is_settled_cell_by_cell_for_a_reason(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    file = sent(cchc, ward, tmp_path / "đi")
    book = openpyxl.load_workbook(file)
    sheet = book["Phụ lục 2"]
    assert isinstance(sheet, Worksheet)
    row = next(row for row in sheet.iter_rows() if row[5].value == "PL2.1")
    row[3].value = 77
    book.save(file)
    asked = cchc("receive", "--office", province, "--register", file, "--json").json.rows("files")[0]
    assert asked["outcome"] == "questions"
    assert asked["differences"] == [{"cell": "PL2.1", "payload": "8", "sheet": "77"}]
    package = str(asked["package"])
    assert cchc("decide", "--office", province, package, "--reason", "Đã gọi").status == 3
    cchc("offices", "add", "--office", province, "name=UBND phường Mẫu", "level=commune", "code=H99.1")
    settled = cchc(
        *("decide", "--office", province, package, "--cell", "PL2.1=payload", "--from", "H99.1"),
        *("--reason", "Đã gọi điện"),
    )
    assert settled.status == 0, settled.err
    assert cchc("receive", "--office", province, file).status == 0


def test_a_ratio_follows_the_cell_that_a_person_chose(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    file = sent(cchc, ward, tmp_path / "đi")
    touched(file, {"PL4.3.X.1": 200, "PL4.3.X.2": 50})
    cchc("offices", "add", "--office", province, "name=UBND phường Mẫu", "level=commune", "code=H99.1")
    asked = cchc("receive", "--office", province, file, "--json").json.rows("files")[0]
    differences = Document(asked).rows("differences")
    assert {each["cell"] for each in differences} == {"PL4.3.X.1", "PL4.3.X.2"}
    package = str(asked["package"])
    assert cchc("decide", "--office", province, package, "--take", "sheet", "--reason", "Hỏi").status == 0
    assert received_value(cchc, province, tmp_path, "PL4.3.X") == "25"


def test_cells_that_nobody_could_read_are_named_and_stay_blank(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    filled = tmp_path / "điền tay.xlsx"
    filled_by_hand(request_file, filled, {"Mã cơ quan": "H99.1"}, {"PL2.1": 7, "PL2.6": 9})
    cchc("offices", "add", "--office", province, "name=UBND phường Mẫu", "level=commune", "code=H99.1")
    package = str(cchc("receive", "--office", province, filled, "--json").json.rows("files")[0]["package"])
    asked, *read = cchc("packages", "--office", province, "--asked", package, "--json").json.rows("cells")
    assert (asked["cell"], asked["asked"]) == ("PL2.6", True)
    assert {(each["cell"], each["sheet"], each["why"]) for each in read} == {("PL2.1", "7", "theo mã dòng")}
    told = cchc("decide", "--office", province, package, "--reason", "Điền tay", "--json")
    assert told.status == 1
    assert told.json["left"] == ["PL2.6"]
    assert "Để trống các ô không đọc chắc được: PL2.6." in str(told.json["done"])
    chosen = cchc("packages", "--office", province, "--decided", package)
    assert chosen.out.startswith("PL2.6: sheet\t")
    assert chosen.out.endswith("\tĐiền tay\n")


def test_a_report_filled_in_by_hand_goes_back_as_a_workbook_that_a_person_reads(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    filled = tmp_path / "điền tay.xlsx"
    filled_by_hand(request_file, filled, {"Mã cơ quan": "H99.1"}, {"PL2.1": 7})
    cchc("offices", "add", "--office", province, "name=UBND phường Mẫu", "level=commune", "code=H99.1")
    package = str(cchc("receive", "--office", province, filled, "--json").json.rows("files")[0]["package"])
    assert cchc("decide", "--office", province, package, "--reason", "Điền tay").status == 0
    back = cchc(
        *("return", "--office", province, *Q3, "--from", "H99.1", "--cell", "PL2.1=Xem lại sổ văn bản"),
        *("--out", tmp_path / "tl", "--json"),
    )
    assert back.status == 0, back.err
    cover = openpyxl.load_workbook(str(back.json["file"]))["Thông tin"]
    assert "Xem lại sổ văn bản" in [row[1].value for row in cover.iter_rows()]
    told = cchc("rollup", "--office", province, *Q3, "--json").json
    assert (told["offices"], told["received"]) == (1, 0)


def test_a_word_report_is_taken_reviewed_handed_back_and_confirmed(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    word = tmp_path / "báo cáo.docx"
    cchc("report", "--office", ward, *Q3, "--out", word)
    cchc("offices", "add", "--office", province, "name=UBND phường Mẫu", "level=commune", "code=H99.1")
    looked = cchc("receive", "--office", province, word, "--json").json.rows("files")[0]
    assert (looked["outcome"], looked["office_id"]) == ("questions", "dv1")
    assert cchc("decide", "--office", province, str(looked["package"]), "--reason", "Đã xem").status == 0
    assert cchc("accept", "--office", province, *Q3).status == 0
    assert cchc("accept", "--office", province, *Q3, "--undo", "--reason", "Xem lại").status == 0
    assert cchc("receipt", "--office", province, *Q3, "--out", tmp_path / "bn").status == 0
    back = ("return", "--office", province, *Q3, "--from", "H99.1", "--cell", "PL2.1=Xem lại")
    assert cchc(*back, "--out", tmp_path / "tl").status == 0


def test_a_note_written_by_hand_beside_a_figure_is_read_at_the_review(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    filled = tmp_path / "điền tay.xlsx"
    filled_by_hand(request_file, filled, {"Mã cơ quan": "H99.1"}, {"PL2.1": 7})
    book = openpyxl.load_workbook(filled)
    for row in book["Phụ lục 2"].iter_rows():
        if row[5].value == "PL2.1":
            row[4].value = "Gồm cả văn bản của Đảng ủy"
    book.save(filled)
    cchc("offices", "add", "--office", province, "name=UBND phường Mẫu", "level=commune", "code=H99.1")
    package = str(cchc("receive", "--office", province, filled, "--json").json.rows("files")[0]["package"])
    assert cchc("decide", "--office", province, package, "--reason", "Điền tay").status == 0
    with Office.look(province) as office:
        form = under_review(office, "H99.1", Period.read("2026-Q3")).form
    assert form is not None
    assert form.entry(IndicatorCode("PL2.1")).note == "Gồm cả văn bản của Đảng ủy"


def test_a_passage_is_commented_on_and_a_section_that_is_not_there_is_refused(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    text = tmp_path / "lời.txt"
    text.write_text("Kế hoạch đã ban hành.", encoding="utf-8")
    assert cchc("prose", "--office", ward, *Q3, "I.1", text).status == 0
    file = sent(cchc, ward, tmp_path / "đi")
    assert cchc("receive", "--office", province, "--register", file).status == 0
    back = ("return", "--office", province, *Q3, "--from", "H99.1", "--out", tmp_path / "tl")
    refused = cchc(*back, "--passage", "I.99", "Kế hoạch", "Sửa")
    assert refused.status == 3
    assert not (tmp_path / "tl").exists()
    assert cchc(*back, "--passage", "I.1", "đã ban hành", "Ghi số, ngày của kế hoạch").status == 0
    assert cchc("receive", "--office", ward, tmp_path / "tl").status == 0
    (comment,) = cchc("comments", "--office", ward, *Q3, "--json").json.rows("comments")
    assert (comment["section"], comment["quote"]) == ("I.1", "đã ban hành")


def test_a_colleague_fills_in_rows_and_what_both_changed_is_asked(
    cchc: Cchc, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    on = ("--office", ward, *Q3)
    nobody = cchc("contribution", "PL2.1", *on, "--to", " ", "--out", tmp_path / "g")
    assert (nobody.status, (tmp_path / "g").exists()) == (3, False)
    asked = cchc("contribution", "PL2.1", "PL2.2", *on, "--to", "Chị Mẫu", "--out", tmp_path / "g", "--json")
    file = Path(str(asked.json["file"]))
    assert file.name == "GSL-CCHC_chi-mau_2026-Q3_lan01.xlsx"
    filled_by_hand(file, file, {}, {"PL2.1": 11, "PL2.2.1": 12})
    cchc("set", *on, "PL2.1", "10")
    merged = cchc("receive", "--office", ward, file, "--json").json.rows("files")[0]
    assert merged["outcome"] == "questions"
    assert merged["differences"] == [{"cell": "PL2.1", "payload": "10", "sheet": "11"}]
    cells = cchc("show", *on, "--json").json
    assert (cells.at("cells", "PL2.1", "value"), cells.at("cells", "PL2.2.1", "value")) == ("10", "12")
    cchc("decide", "--office", ward, str(merged["package"]), "--take", "sheet", "--reason", "Số của chị Mẫu")
    assert cchc("show", *on, "--json").json.at("cells", "PL2.1", "value") == "11"


def test_a_handed_over_file_signs_as_the_office_and_a_support_copy_does_not(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    first = sent(cchc, ward, tmp_path / "đi")
    cchc("receive", "--office", province, "--register", first)
    for name, outcome, words in (("bàn giao", "accepted", ()), ("hỗ trợ", "questions", ("--support",))):
        copy = tmp_path / f"{name}.cchc"
        assert cchc("handover", "--office", ward, "--out", copy, *words).status == 0
        cchc("unlock", "--office", copy, *Q3, "--reason", "Sửa")
        cchc("set", "--office", copy, *Q3, "PL2.1", "9" if words else "8")
        second = sent(cchc, copy, tmp_path / name, "--reason", "Sửa")
        looked = cchc("receive", "--office", province, second, "--json").json.rows("files")[0]
        assert looked["outcome"] == outcome


@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_a_file_saved_again_by_libreoffice_is_received_or_refused_with_what_to_do(
    cchc: Cchc, province: Path, request_file: Path, tmp_path: Path, ending: str
) -> None:
    ward = commune(cchc, tmp_path / "a.cchc", "UBND phường Mẫu", "H99.1", request_file)
    file = sent(cchc, ward, tmp_path / "di")
    again = saved_by_libreoffice(file, tmp_path / "luu", ending)
    if again is None:  # no LibreOffice here: what it does is measured where it is
        return
    looked = cchc("receive", "--office", province, "--register", again, "--json").json.rows("files")[0]
    if ending == "xlsx":
        assert (looked["outcome"], looked["differences"], looked["questions"]) == ("accepted", [], [])
        return
    assert looked["outcome"] == "refused"
    assert "Lưu thành" in str(looked["reason"])
    back = saved_by_libreoffice(again, tmp_path / "xlsx", "xlsx")
    assert back
    looked = cchc("receive", "--office", province, "--register", back, "--json").json.rows("files")[0]
    assert (looked["outcome"], looked["differences"], looked["questions"]) == ("accepted", [], [])
