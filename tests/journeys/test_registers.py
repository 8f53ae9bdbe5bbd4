"""A clerk keeps her registers by command line, and the report's figures come out of them."""

from pathlib import Path

import pytest

from tests.journeys.calling import Cchc, child

Report = tuple[str, str, str, str]

DIRECTIVE = (
    "direction=issued",
    "code=12/CV-UBND",
    "issued=01/7/2026",
    "subject=Chấn chỉnh tác phong",
    "guides=có",
)


@pytest.fixture
def books(cchc: Cchc, office: Path) -> tuple[str, str, str]:
    """Keep a directive and three tasks; return the words that name the office's registers."""
    words = ("register", "--office", str(office))
    cchc(*words, "add", "documents", *DIRECTIVE)
    cchc(*words, "add", "tasks", "source=plan", "task=Rà soát thủ tục", "deadline=1/12/2026", "done=1/9/2026")
    cchc(*words, "add", "tasks", "source=plan", "task=Khảo sát", "deadline=1/12/2026")
    cchc(
        *words, "add", "tasks", "source=assigned", "task=Báo cáo", "assigned=20/6/2026", "deadline=30/6/2026"
    )
    return words


def test_from_registers_to_figures_and_back(
    cchc: Cchc, books: tuple[str, str, str], report: Report, tmp_path: Path
) -> None:
    period = report[2:]
    shown = cchc(*books, "fed", *period, "--json").json
    assert shown.at("cells", "PL2.1") == {
        "value": "1",
        "register": "documents",
        "entries": ["vb1"],
        "differs": False,
    }
    assert shown.at("cells", "PL2.4.4", "entries") == ["nv3"]
    before = cchc("show", *report, "--json").json
    assert before.at("cells", "PL2.1", "state") == "blank"

    assert cchc(*books, "fed", *period, "--take").status == 0
    cells = cchc("show", *report, "--json").json
    values = [
        cells.at("cells", code, "value") for code in ("PL2.1", "PL2.2.1", "PL2.2.2", "PL2.2", "PL2.4.1")
    ]
    assert values == ["1", "2", "1", "50", "1"]

    cchc("set", *report, "PL2.1", "5")
    findings = cchc("check", *report, "--json").json.rows("findings")
    (finding,) = [each for each in findings if each["code"] == "R8-PL2.1"]
    assert (finding["found"], finding["expected"], finding["severity"]) == ("5", "1", "warn")
    assert "sổ theo dõi" in str(finding["message"])

    written = cchc("report", *report, "--out", tmp_path / "báo cáo.docx")
    assert written.status == 0


def test_a_register_goes_out_and_comes_in_again(
    cchc: Cchc, books: tuple[str, str, str], tmp_path: Path
) -> None:
    for name in ("nhiệm vụ.xlsx", "nhiệm vụ.csv"):
        file = tmp_path / name
        assert cchc(*books, "export", "tasks", "--out", file, "--json").json == {
            "file": str(file),
            "entries": 3,
        }
        same = {"new": 0, "changed": 0, "same": 3, "refused": [], "ignored": []}
        assert cchc(*books, "import", "tasks", file, "--json").json == same
    file = tmp_path / "nhiệm vụ.csv"
    text = file.read_text("utf-8-sig")
    file.write_text(text.replace("Khảo sát", "Khảo sát hài lòng").replace("nv3", ""), "utf-8")
    looked = cchc(*books, "import", "tasks", file, "--dry-run", "--json")
    assert (looked.status, looked.json["changed"], looked.json["same"]) == (0, 1, 2)
    assert "hài lòng" not in cchc(*books, "list", "tasks").out
    assert "mới 0, thay đổi 1, giữ nguyên 2, không nhận 0" in cchc(*books, "import", "tasks", file).out
    assert "hài lòng" in cchc(*books, "list", "tasks").out


def test_refused_lines_ask_for_a_person_and_the_others_are_written(
    cchc: Cchc, books: tuple[str, str, str], tmp_path: Path
) -> None:
    file = tmp_path / "ds.csv"
    file.write_text("source,task,deadline\nplan,Một,1/1/2027\nplan,Hai,sớm\n", "utf-8")
    took = cchc(*books, "import", "tasks", file, "--json")
    assert (took.status, took.json["new"], len(took.json.rows("refused"))) == (1, 1, 1)
    assert took.json.at("refused", 0, "row") == "dòng 3"


def test_a_list_is_searched_without_marks_and_says_states_and_remarks(
    cchc: Cchc, books: tuple[str, str, str]
) -> None:
    listed = cchc(*books, "list", "tasks", "--search", "ra soat", "--period", "2026-Q3", "--json").json
    assert [(each["id"], each["state"]) for each in listed.rows("entries")] == [("nv1", "done in time")]
    assert listed.at("entries", 0, "values", "deadline") == "2026-12-01"
    cchc(*books, "add", "documents", *DIRECTIVE)
    remarks = cchc(*books, "list", "documents", "--json").json.rows("remarks")
    assert [each["code"] for each in remarks] == ["R12-vb1", "R12-vb2"]
    assert cchc(*books, "set", "vb2", "Số, ký hiệu=13/CV-UBND").out.startswith("Đã ghi vb2\tĐi\t13/CV-UBND")
    assert not cchc(*books, "list", "documents", "--json").json["remarks"]
    assert cchc(*books, "remove", "documents", "vb2", "--json").json == {"removed": ["vb2"]}
    counts = {
        str(each["name"]): each["entries"] for each in cchc(*books, "list", "--json").json.rows("registers")
    }
    assert (counts["documents"], counts["tasks"], counts["contacts"]) == (1, 3, 0)


@pytest.mark.parametrize(
    ("words", "status", "reason"),
    [
        (("list", "sách"), 3, "Không có sổ nào tên “sách”"),
        (("add", "documents", "ký=1"), 3, "không có cột “ký”"),
        (("add", "documents", "code"), 3, "CỘT=GIÁ TRỊ"),
        (("add", "documents", "issued=mai"), 3, "không phải là ngày"),
        (("set", "vb7", "code=1"), 3, "không có dòng vb7"),
        (("remove", "documents", "nv1"), 3, "nv1 không phải dòng của Sổ văn bản"),
        (("import", "documents", "khong-co.csv"), 3, "Không đọc được tệp khong-co.csv"),
        (("export", "documents", "--out", "a.doc"), 3, r".xlsx hoặc .csv"),
        (("fed", "--period", "2026-Q1"), 3, "chưa có báo cáo"),
        (("fed", "--period", "2026-Q3", "PL2.6", "--take"), 3, "chưa có gì để tính dòng PL2.6"),
        (("add", "documents"), 2, "Lệnh còn thiếu"),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(
    cchc: Cchc, books: tuple[str, str, str], words: tuple[str, ...], status: int, reason: str
) -> None:
    before = cchc(*books, "list", "documents").out
    refused = cchc(*books, *words)
    assert (refused.status, refused.out) == (status, "")
    assert reason in refused.err
    assert cchc(*books, "list", "documents").out == before


def test_the_office_is_named_before_or_behind_the_action_and_missed_in_vietnamese(
    cchc: Cchc, office: Path
) -> None:
    before = cchc("register", "--office", office, "list")
    behind = cchc("register", "list", "--office", office)
    assert (before.status, before.out) == (behind.status, behind.out)
    missing = cchc("register", "list", "documents")
    assert (missing.status, missing.out) == (2, "")
    assert "Lệnh còn thiếu: --office" in missing.err


def test_json_is_the_only_thing_on_stdout_of_a_child(books: tuple[str, str, str]) -> None:
    listed = child([*books, "list", "documents", "--json"])
    assert (listed.status, listed.err) == (0, "")
    assert listed.json["register"] == "documents"
