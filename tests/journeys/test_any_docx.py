"""Somebody's Word report by command line: audited, compared with ours, read into a form."""

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX

from tests.journeys.calling import Called, Cchc, child
from tests.journeys.word_files import (
    edited,
    forms,
    members_of,
    package,
    paragraph_with,
    row_with,
    saved_by_libreoffice,
    typed_anew,
)

Report = tuple[str, str, str, str]
PERIOD = ("--period", "2026-Q3")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample ward's office file and Word report once for all stories."""
    folder = tmp_path_factory.mktemp("word")
    assert child(["demo", "--sample", "phuong-mau", folder]).status == 0
    return folder


@pytest.fixture
def office(made: Path, tmp_path: Path) -> Path:
    """Return a copy of the ward's office file."""
    file = tmp_path / "phường.cchc"
    file.write_bytes((made / "phuong-mau.cchc").read_bytes())
    return file


@pytest.fixture
def word(made: Path) -> Path:
    """Return the report as our program wrote it."""
    return made / "phuong-mau-2026-Q3.docx"


def found(called: Called) -> dict[str, str]:
    """Return the place of each finding by its code."""
    return {str(each["code"]): str(each["place"]) for each in called.json.rows("findings")}


def test_our_own_report_is_read_whole_and_raises_what_our_check_raises(
    cchc: Cchc, office: Path, word: Path
) -> None:
    audited = cchc("audit", word, "--json")
    checked = cchc("check", "--office", office, *PERIOD, "--json")
    rows = {str(each["code"]) for each in checked.json.rows("findings") if each["cell"]}
    in_rows = {code for code in found(audited) if "-PL" in code}
    assert in_rows == {code for code in rows if not code.startswith(("R15", "R16"))}  # without the past
    assert audited.json["template"] == "X25"
    assert audited.json["period"] == "2026-Q3"
    assert {section["known"] for section in audited.json.rows("sections")} == {True}
    assert audited.status == 1


def test_a_wrong_figure_is_found_in_its_row_and_a_wrong_sentence_in_its_paragraph(
    cchc: Cchc, word: Path, tmp_path: Path
) -> None:
    def change(document: WordDocument) -> None:
        table = forms(document)[0]
        table.cell(row_with(table, "Tỷ lệ hoàn thành"), 3).text = "90%"
        paragraph_with(document, "niêm yết và lưu hồ sơ").add_run(" Đã xử lý 38/41 nội dung, đạt 82,93%.")

    audited = cchc("audit", edited(word, tmp_path / "sửa.docx", change), "--json")
    assert audited.status == 1
    places = found(audited)
    assert places["R1-PL2.2"] == "Phụ lục 2, dòng 4"
    (wrong,) = [each for each in audited.json.rows("findings") if str(each["text"]) == "82,93%"]
    assert wrong["expected"] == "92,68%"
    assert wrong["place"] == "Mục I.4, đoạn 1"
    assert set(wrong) >= {"code", "severity", "place", "text", "found", "expected", "message", "remedy"}


def test_several_reports_are_audited_each_and_one_that_cannot_be_read_keeps_none_from_it(
    cchc: Cchc, word: Path, tmp_path: Path
) -> None:
    (tmp_path / "rỗng.docx").write_bytes(b"")
    (tmp_path / "khác.docx").write_bytes(word.read_bytes())
    audited = cchc("audit", word, tmp_path / "rỗng.docx", tmp_path / "khác.docx", "--json")
    first, refused, last = audited.json.rows("reports")
    assert audited.status == 1
    assert refused == {"file": str(tmp_path / "rỗng.docx"), "refused": refused["refused"]}
    assert "rỗng.docx: Tệp rỗng" in str(refused["refused"])
    alone = cchc("audit", word, "--json").json
    assert first == alone | {"file": str(word)}
    assert last == alone | {"file": str(tmp_path / "khác.docx")}
    told = cchc("audit", word, tmp_path / "rỗng.docx").out
    assert cchc("audit", word).out in told
    assert "rỗng.docx: Tệp rỗng" in told


def test_a_folder_is_audited_with_every_report_in_it(cchc: Cchc, word: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nhận được"
    folder.mkdir()
    assert cchc("audit", folder).status == 3
    for name in ("một.docx", "~$một.docx", "thư.txt"):
        (folder / name).write_bytes(word.read_bytes())
    (found,) = cchc("audit", folder, "--json").json.rows("reports")
    assert found["file"] == str(folder / "một.docx")


def test_comments_are_written_for_one_report_at_a_time(cchc: Cchc, word: Path, tmp_path: Path) -> None:
    wrong = cchc("audit", word, word, "--comments", tmp_path / "a.docx")
    assert wrong.status == 2
    assert not (tmp_path / "a.docx").exists()


def test_findings_stand_as_comments_beside_their_passages_in_a_copy(
    cchc: Cchc, word: Path, tmp_path: Path
) -> None:
    def change(document: WordDocument) -> None:
        paragraph_with(document, "niêm yết và lưu hồ sơ").add_run(" Đã xử lý 38/41 nội dung, đạt 82,93%.")

    source = edited(word, tmp_path / "sửa.docx", change)
    before = source.read_bytes()
    cchc("audit", source, "--comments", tmp_path / "nhận xét.docx")
    assert source.read_bytes() == before
    copy = Document(str(tmp_path / "nhận xét.docx"))
    comments = {comment.comment_id: comment.text for comment in copy.comments}
    beside = paragraph_with(copy, "82,93%")
    (number,) = [int(n) for n in beside._p.xpath("./w:commentRangeStart/@w:id")]
    marked = beside._p.xpath("./w:commentRangeStart/following-sibling::w:r[1]")
    assert marked[0].text == "82,93%"
    assert "92,68" in comments[number]
    assert [each.text for each in copy.paragraphs] == [each.text for each in Document(str(source)).paragraphs]


def test_a_copy_with_comments_opens_elsewhere_and_can_be_audited_again(
    cchc: Cchc, word: Path, tmp_path: Path
) -> None:
    cchc("audit", word, "--comments", tmp_path / "một.docx")
    again = cchc("audit", tmp_path / "một.docx", "--comments", tmp_path / "hai.docx", "--json")
    assert found(again) == found(cchc("audit", word, "--json"))
    assert len(list(Document(str(tmp_path / "hai.docx")).comments)) == 2 * len(found(again))
    if opened := saved_by_libreoffice(tmp_path / "một.docx", tmp_path, "odt"):
        assert b"office:annotation " in members_of(opened)["content.xml"]


def test_the_file_that_is_audited_is_never_written_over(cchc: Cchc, word: Path, tmp_path: Path) -> None:
    copy = tmp_path / "báo cáo.docx"
    copy.write_bytes(word.read_bytes())
    for out in (copy, tmp_path / "nhận xét.txt"):
        refused = cchc("audit", copy, "--comments", out)
        assert refused.status == 3
        assert out.name in refused.err
    assert copy.read_bytes() == word.read_bytes()


def test_what_word_leaves_in_a_draft_is_told(cchc: Cchc, word: Path, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        run = paragraph_with(document, "niêm yết và lưu hồ sơ").add_run(" Cần hỏi lại số này.")
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    places = found(cchc("audit", edited(word, tmp_path / "nháp.docx", change), "--json"))
    assert places["R13-I.4-nen.1"] == "Mục I.4, đoạn 1"


LABELS = (
    "Số văn bản chỉ đạo CCHC đã ban hành",
    "Số nhiệm vụ đề ra trong kế hoạch",
    "Số nhiệm vụ đã hoàn thành",
)
PROSE = (
    "UBND phường Ví Dụ báo cáo kết quả công tác cải cách hành chính quý III năm 2026 như sau:",
    "*I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
    "*1. Về kế hoạch cải cách hành chính",
    "Kế hoạch có 33 nhiệm vụ, đã xong 14 nhiệm vụ.",
    "*II. KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH",
    "*1. Cải cách thể chế",
    "Phường ban hành 2 văn bản.",
    "*III. ĐÁNH GIÁ CHUNG",
    "Nhìn chung công việc đúng tiến độ.",
)


def test_a_report_typed_without_the_program_is_read_by_labels_with_how_sure(
    cchc: Cchc, tmp_path: Path
) -> None:
    first = (
        ("TT", "Nội dung chỉ tiêu", "ĐVT", "Số liệu"),
        ("1", LABELS[0], "Văn bản", "06 văn bản"),
        ("2.1", LABELS[1], "Nhiệm vụ", "33"),
    )
    second = (("5.9", LABELS[2], "Nhiệm vụ", "14"), ("9", "Số việc nhà riêng", "Việc", "5"))
    tables = {"Phụ lục II": first, "": second}
    word = typed_anew(tmp_path / "tự gõ.docx", "Công tác cải cách hành chính quý III năm 2026", PROSE, tables)
    audited = cchc("audit", word, "--json")
    rows = audited.json["rows"]
    assert isinstance(rows, dict)
    assert {code: (row["raw"], row["how"]) for code, row in rows.items()} == {
        "PL2.1": ("06 văn bản", "likely"),
        "PL2.2.1": ("33", "sure"),
        "PL2.2.2": ("14", "likely"),
    }
    assert audited.json["office"] == "UBND PHƯỜNG VÍ DỤ"
    assert [each["id"] for each in audited.json.rows("sections")] == ["I", "I.1", "II", "II.1", "III"]
    (unknown,) = [each for each in audited.json.rows("findings") if each["text"] == "Số việc nhà riêng"]
    assert "Số việc nhà riêng" in str(unknown["message"])


def test_a_form_is_filled_from_our_own_report_figure_by_figure(
    cchc: Cchc, office: Path, word: Path, tmp_path: Path
) -> None:
    other = ("--office", str(tmp_path / "khác.cchc"), *PERIOD)
    cchc("init", *other[:2], "--name", "UBND phường Khác", "--level", "commune")
    cchc("new", *other)
    filled = cchc("fill", *other, word, "--json")
    assert (filled.status, filled.json["unread"]) == (0, [])
    ours = cchc("show", "--office", office, *PERIOD, "--json").json["cells"]
    theirs = cchc("show", *other, "--json").json["cells"]
    assert isinstance(ours, dict)
    assert isinstance(theirs, dict)
    assert {code: (cell["state"], cell["value"]) for code, cell in theirs.items()} == {
        code: (cell["state"], cell["value"]) for code, cell in ours.items()
    }


def test_unsure_rows_of_a_report_are_listed_and_never_guessed(cchc: Cchc, word: Path, tmp_path: Path) -> None:
    def change(document: WordDocument) -> None:
        table = forms(document)[0]
        table.cell(row_with(table, "Số văn bản chỉ đạo"), 3).text = "khoảng chục"
        money = next(each for each in forms(document) if "34.150" in "".join(c.text for c in each._cells))
        money.cell(row_with(money, "34.150"), 3).text = "34,150"

    word = edited(word, tmp_path / "sửa.docx", change)
    other = ("--office", str(tmp_path / "khác.cchc"), *PERIOD)
    cchc("init", *other[:2], "--name", "UBND phường Khác", "--level", "commune")
    cchc("new", *other)
    filled = cchc("fill", *other, word, "--json")
    assert filled.status == 1
    assert {each["cell"] for each in filled.json.rows("unread")} == {"PL2.1", "PL7.1.1"}
    cells = cchc("show", *other, "--json").json
    assert cells.at("cells", "PL2.1", "state") == "blank"
    assert cells.at("cells", "PL7.1.1", "state") == "blank"


def test_a_report_of_another_period_fills_nothing(cchc: Cchc, office: Path, word: Path) -> None:
    filled = cchc("fill", "--office", office, "--period", "2026-Q2", word)
    assert filled.status == 3
    assert "quý III năm 2026, không phải quý II năm 2026" in filled.err


def test_our_report_compared_with_itself_differs_in_nothing(cchc: Cchc, office: Path, word: Path) -> None:
    compared = cchc("compare", "--office", office, *PERIOD, word, "--json")
    assert (compared.status, compared.err) == (0, "")
    assert compared.json == {"sections": [], "figures": [], "unsure": []}


def test_what_was_edited_in_word_is_listed_and_taken_over_with_its_figures_live(
    cchc: Cchc, office: Path, tmp_path: Path
) -> None:
    report = ("--office", str(office), *PERIOD)
    live = "Trong quý ban hành {PL2.1} văn bản; tỉnh giao {PL2.4.1 dv}, xong {PL2.4.2}."
    (tmp_path / "I.2.txt").write_text(f"{live}\nĐoạn sẽ bị bỏ trong Word.\n", "utf-8")
    cchc("prose", *report, "I.2", tmp_path / "I.2.txt")
    cchc("report", *report, "--out", tmp_path / "gốc.docx")

    def change(document: WordDocument) -> None:
        line = paragraph_with(document, "Trong quý ban hành")
        line.runs[0].text = "".join(run.text for run in line.runs).replace("xong 41", "hoàn thành 40")
        for run in line.runs[1:]:
            run.text = ""
        line.insert_paragraph_before("Đoạn thêm trong Word.", style=line.style)
        paragraph_with(document, "sẽ bị bỏ").text = ""

    word = edited(tmp_path / "gốc.docx", tmp_path / "sửa.docx", change)
    compared = cchc("compare", *report, word, "--json")
    assert compared.status == 1
    (section,) = compared.json.rows("sections")
    assert section["section"] == "I.2"
    changes = section.rows("changes")
    assert [each["change"] for each in changes] == ["added", "changed", "removed"]
    (gone,) = section.rows("figures")
    assert (gone["source"], gone["ours"]) == ("{PL2.4.2}", "41")
    assert "40" in str(gone["theirs"])
    assert cchc("compare", *report, word, "--take", "I.2").status == 0
    stored = cchc("prose", *report, "I.2", "--json").json.at("I.2", "text")
    assert stored == (
        "Đoạn thêm trong Word.\nTrong quý ban hành {PL2.1} văn bản; tỉnh giao {PL2.4.1 dv}, hoàn thành 40."
    )
    assert cchc("compare", *report, word).status == 0


def test_a_section_that_does_not_differ_is_not_taken_over(cchc: Cchc, office: Path, word: Path) -> None:
    refused = cchc("compare", "--office", office, *PERIOD, word, "--take", "I.2")
    assert refused.status == 3
    assert "không khác" in refused.err


@pytest.mark.parametrize("suffix", ["odt", "doc"])  # both are saved as .docx on the way
def test_a_report_that_libreoffice_saved_again_says_the_same(
    cchc: Cchc, office: Path, word: Path, tmp_path: Path, suffix: str
) -> None:
    saved = saved_by_libreoffice(word, tmp_path, suffix)
    if saved is None:  # nothing to be read here: then the file is refused with a sentence
        (tmp_path / "a.odt").write_bytes(b"PK")
        assert cchc("audit", tmp_path / "a.odt").status == 3
        return
    assert found(cchc("audit", saved, "--json")) == found(cchc("audit", word, "--json"))
    compared = cchc("compare", "--office", office, *PERIOD, saved, "--json")
    assert compared.json == {"sections": [], "figures": [], "unsure": []}


RELATION = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"'
    ' Target="{}"{}/></Relationships>'
)
RELATIONS, DOCUMENT, TYPES = "word/_rels/document.xml.rels", "word/document.xml", "[Content_Types].xml"
EXTERNAL = ' TargetMode="External"'
PLAIN, MACROS = b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
DEEP = "".join(f"<w{number}>" for number in range(3_000)).encode()


def related(members: dict[str, bytes], kind: str, target: str, mode: str = "") -> dict[str, bytes]:
    """Return a relation of the document more."""
    told = members[RELATIONS].replace(b"</Relationships>", RELATION.format(kind, target, mode).encode())
    return {RELATIONS: told}


def spoiled(members: dict[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Return what each kind of hostile document has besides, or in place of, the members of a report."""
    document = members[DOCUMENT]
    return {
        "not xml": {DOCUMENT: document[:-30]},
        "no body": {DOCUMENT: b"<a/>"},
        "deep": {DOCUMENT: DEEP},
        "bomb": {"word/bomb.xml": b" " * 30_000_000},
        "entity": {DOCUMENT: b'<!DOCTYPE a [<!ENTITY b "c">]>' + document.partition(b"?>")[2]},
        "picture from elsewhere": related(members, "image", "http://a.example/b.png", EXTERNAL),
        "template from elsewhere": related(members, "attachedTemplate", "http://a.example/b.dotm", EXTERNAL),
        "chunk": related(members, "aFChunk", "a.html"),
        "macro": {"word/vbaProject.bin": b"\1"},
        "macro type": {TYPES: members[TYPES].replace(PLAIN, MACROS)},
        "object": {"word/embeddings/oleObject1.bin": b"\1"},
        "program": {"setup.exe": b"MZ"},
    }


def hostile(word: Path, how: str) -> bytes:
    """Return the report spoiled in one way, or a file of another kind under its name."""
    members, data = members_of(word), word.read_bytes()
    others = {
        "empty": b"",
        "cut": data[: len(data) // 2],
        "pdf": b"%PDF-1.7",
        "locked": bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
        "old": bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600),
        "workbook": package({TYPES: members[TYPES], "xl/workbook.xml": b"<a/>"}),
        "open document": package({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        "archive": package({"a.docx": data}),
    }
    return others[how] if how in others else package({**members, **spoiled(members)[how]})


@pytest.mark.parametrize(
    ("how", "named"),
    [
        ("empty", "rỗng"),
        ("cut", "hỏng"),
        ("locked", "mật khẩu"),
        ("old", "kiểu cũ"),
        ("open document", "OpenDocument"),
        ("archive", "giải nén"),
        ("pdf", "PDF"),
        ("not xml", "hỏng hoặc quá nặng"),
        ("no body", "hỏng hoặc quá nặng"),
        ("bomb", "quá lớn"),
        ("entity", "DOCTYPE"),
        ("picture from elsewhere", "từ nơi khác"),
        ("template from elsewhere", "từ nơi khác"),
        ("chunk", "altChunk"),
        ("macro", "macro"),
        ("macro type", "macro"),
        ("object", "OLE"),
        ("workbook", "Excel"),
        ("program", "thành phần lạ"),
        ("deep", "hỏng hoặc quá nặng"),
    ],
)
def test_a_hostile_document_is_refused_in_one_sentence_that_names_it(
    cchc: Cchc, word: Path, tmp_path: Path, how: str, named: str
) -> None:
    file = tmp_path / "lạ.docx"
    file.write_bytes(hostile(word, how))
    refused = cchc("audit", file)
    assert (refused.status, refused.out) == (3, "")
    assert named in refused.err
    assert refused.err.startswith("lạ.docx: ")
    assert refused.err.count("\n") == 1


def test_a_document_with_links_to_pages_is_read(cchc: Cchc, word: Path, tmp_path: Path) -> None:
    file = tmp_path / "liên kết.docx"
    members = members_of(word)
    file.write_bytes(package({**members, **related(members, "hyperlink", "https://a.example/", EXTERNAL)}))
    assert found(cchc("audit", file, "--json")) == found(cchc("audit", word, "--json"))


def test_a_document_that_is_no_report_is_told_so(cchc: Cchc, tmp_path: Path) -> None:
    letter = Document()
    letter.add_paragraph("Kính gửi anh chị, mời dự liên hoan cuối năm.")
    letter.save(str(tmp_path / "thư.docx"))
    refused = cchc("audit", tmp_path / "thư.docx")
    assert refused.status == 3
    assert "không giống một báo cáo cải cách hành chính" in refused.err


def test_a_file_that_is_not_there_is_told_so(cchc: Cchc, tmp_path: Path) -> None:
    refused = cchc("audit", tmp_path / "không có.docx")
    assert refused.status == 3
    assert "không có.docx" in refused.err
