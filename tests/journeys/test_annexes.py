"""A list and photos as further appendices, by command line, from the file to the Word report."""

from pathlib import Path
from zipfile import ZipFile

from docx import Document as WordDocument

from tests.journeys.calling import Cchc
from tests.unit.values.photos import a_jpeg, a_png, exif

Report = tuple[str, str, str, str]


def test_a_list_and_photos_are_added_changed_ordered_and_printed(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    (tmp_path / "danh sách.txt").write_text("| TT | Đơn vị |\n|---|---|\n| 1 | Phòng Mẫu |", "utf-8")
    (tmp_path / "ảnh.png").write_bytes(a_png(40, 30))
    (tmp_path / "ảnh.jpg").write_bytes(a_jpeg())
    assert "Thêm bằng lệnh" in cchc("annex", "list", *report).out
    assert cchc("annex", "add", *report, "Danh sách", tmp_path / "danh sách.txt").out == "pl1: Danh sách\n"
    assert cchc("annex", "add", *report, "Hình ảnh").status == 0
    cchc("annex", "photo", *report, "pl2", tmp_path / "ảnh.png", "--caption", "Ngày hội")
    cchc("annex", "photo", *report, "pl2", tmp_path / "ảnh.jpg")
    cchc("annex", "caption", *report, "pl2", "2", "Phát phiếu hỏi")
    cchc("annex", "set", *report, "pl2", "--title", "Hình ảnh hoạt động", "--place", "1")
    told = cchc("annex", "list", *report, "--json").json
    assert [each["key"] for each in told.rows("annexes")] == ["pl2", "pl1"]
    assert told.at("annexes", 0, "photos", 1, "caption") == "Phát phiếu hỏi"

    assert cchc("report", *report, "--out", tmp_path / "a.docx").status == 0
    words = [paragraph.text for paragraph in WordDocument(str(tmp_path / "a.docx")).paragraphs]
    at = words.index("Phụ lục 9")
    assert words[at + 1] == "Hình ảnh hoạt động"
    assert words.index("Ngày hội") < words.index("Phát phiếu hỏi") < words.index("Phụ lục 10")
    with ZipFile(tmp_path / "a.docx") as package:
        assert package.read("word/media/image1.png") == a_png(40, 30)

    cchc("annex", "unphoto", *report, "pl2", "1")
    assert "Ảnh 1: Phát phiếu hỏi" in cchc("annex", "remove", *report, "pl1").out
    assert [each["key"] for each in cchc("annex", "list", *report, "--json").json.rows("annexes")] == ["pl2"]


def test_a_blank_figure_in_an_appendix_is_told(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    (tmp_path / "danh sách.txt").write_text("Có {PL2.1 dv}.", "utf-8")
    told = cchc("annex", "add", *report, "Danh sách", tmp_path / "danh sách.txt", "--json").json
    (finding,) = told.rows("findings")
    assert finding["annex"] == "pl1"
    assert "còn trống" in str(finding["message"])
    checked = cchc("check", *report, "--json").json.rows("findings")
    (same,) = (each for each in checked if each.get("place") == "pl1")
    assert (same["message"], same["severity"], same["cell"]) == (finding["message"], "warn", "PL2.1")
    assert f"{same['code']} {same['title']}" in cchc("check", *report).out


def test_what_is_no_photo_is_refused_in_a_sentence(cchc: Cchc, report: Report, tmp_path: Path) -> None:
    cchc("annex", "add", *report, "Ảnh")
    (tmp_path / "nghiêng.jpg").write_bytes(a_jpeg(extra=exif(8)))
    (tmp_path / "ghi chú.txt").write_text("không phải ảnh", "utf-8")
    for name, remedy in (
        ("nghiêng.jpg", "xoay"),
        ("ghi chú.txt", "JPEG hoặc PNG"),
        ("không có.png", "kiểm tra"),
    ):
        refused = cchc("annex", "photo", *report, "pl1", tmp_path / name)
        assert refused.status == 3
        assert name in refused.err
        assert remedy in refused.err
    assert cchc("annex", "list", *report).out == "pl1: Ảnh\n"


def test_what_is_wrong_in_an_appendix_is_told_and_kept_like_anything_else(
    cchc: Cchc, report: Report, tmp_path: Path
) -> None:
    (tmp_path / "danh sách.txt").write_text("Đã kiểm tra 23/25 đơn vị, đạt 82%.", "utf-8")
    added = cchc("annex", "add", *report, "Danh sách", tmp_path / "danh sách.txt")
    assert "Phụ lục thêm “Danh sách”, đoạn 1: Ghi 82%" in added.out
    (found,) = (each for each in cchc("check", *report, "--json").json.rows("findings") if "place" in each)
    assert found["place"] == "pl1"
    assert cchc("keep", *report, str(found["code"]), "theo biên bản").status == 0
