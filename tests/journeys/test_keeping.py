"""A file is backed up, damaged, looked at, salvaged and restored by command line."""

import platform
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.journeys.calling import ROOT, Cchc

Report = tuple[str, str, str, str]


def test_a_damaged_file_comes_back_from_its_backup(cchc: Cchc, office: Path, report: Report) -> None:
    assert cchc("set", *report, "PL2.1", "6").status == 0
    made = cchc("backup", "--office", office, "--json")
    assert (made.status, made.err) == (0, "")
    backup = Path(str(made.json["file"]))
    assert (made.json["sound"], made.json["reports"], made.json["latest"]) == (True, 1, "2026-Q3")
    assert backup.parent == office.with_name("sao-luu")

    office.write_bytes(office.read_bytes()[:9000])
    assert cchc("show", *report).status == 3
    looked = cchc("verify", "--office", office, "--json")
    assert (looked.status, looked.json["sound"]) == (1, False)

    restored = cchc("restore", "--office", office, backup)
    assert (restored.status, restored.err) == (0, "")
    (aside,) = office.parent.glob("*.truoc-khi-khoi-phuc-*")
    assert str(aside) in restored.out
    assert aside.stat().st_size == 9000
    assert cchc("show", *report, "--json").json.at("cells", "PL2.1", "value") == "6"
    sound = cchc("verify", "--office", office)
    assert sound.status == 0
    assert "nguyên vẹn, 1 báo cáo" in sound.out


def test_backups_are_listed_by_day_reason_size_and_contents(
    cchc: Cchc, office: Path, report: Report, tmp_path: Path
) -> None:
    assert "Chưa có bản sao lưu" in cchc("backup", "--office", office, "--list").out
    cchc("set", *report, "PL2.1", "6")
    cchc("backup", "--office", office)
    cchc("backup", "--office", office, "--out", tmp_path / "usb")
    listed = cchc("backup", "--office", office, "--list", "--json").json.rows("backups")
    assert sorted(str(each["why"]) for each in listed) == ["hang-ngay", "theo-yeu-cau"]
    Path(str(listed[0]["file"])).write_bytes(b"")
    lines = cchc("backup", "--office", office, "--list").out.splitlines()
    assert sum("hỏng, không khôi phục được" in line for line in lines) == 1
    assert sum("1 báo cáo, mới nhất quý III năm 2026" in line for line in lines) == 1
    elsewhere = cchc("backup", "--office", office, "--list", "--out", tmp_path / "usb", "--json")
    assert len(elsewhere.json.rows("backups")) == 1


def test_what_a_damaged_file_still_tells_goes_into_a_new_one(
    cchc: Cchc, office: Path, report: Report, tmp_path: Path
) -> None:
    cchc("set", *report, "PL2.1", "6")
    office.write_bytes(bytes(4096) + office.read_bytes()[4096:])
    before, out = office.read_bytes(), tmp_path / "đọc lại.cchc"
    assert cchc("show", *report).status == 3
    found = cchc("salvage", "--office", office, "--out", out, "--json")
    assert found.status == (1 if found.json["lost"] else 0)
    assert found.json.at("kept", "report") == 1
    assert office.read_bytes() == before
    shown = cchc("show", "--office", out, "--period", "2026-Q3", "--json")
    assert shown.json.at("cells", "PL2.1", "value") == "6"
    assert cchc("verify", "--office", out).status == 0
    again = cchc("salvage", "--office", office, "--out", out)
    assert (again.status, again.out) == (3, "")


def test_refusals_change_nothing_and_name_the_file(cchc: Cchc, office: Path, tmp_path: Path) -> None:
    before = office.read_bytes(), sorted(tmp_path.rglob("*"))
    for words in (
        ("restore", "--office", office, tmp_path / "không có.cchc"),
        ("verify", "--office", tmp_path / "không có.cchc"),
        ("backup", "--office", tmp_path / "không có.cchc"),
        ("salvage", "--office", tmp_path / "không có.cchc", "--out", tmp_path / "mới.cchc"),
    ):
        refused = cchc(*words)
        assert (refused.status, refused.out) == (3, "")
        assert "không có.cchc" in refused.err
    assert (office.read_bytes(), sorted(tmp_path.rglob("*"))) == before


HOLDER = """
import sys
from pathlib import Path
from cchc_desktop.office.office import Office

with Office.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def test_while_a_window_has_the_file_a_command_may_look_back_up_and_nothing_else(
    cchc: Cchc, office: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in ("opening", "keeping"):
        monkeypatch.setattr(f"cchc_desktop.command_line.{room}.PATIENCE", 0.1)
    backup = str(cchc("backup", "--office", office, "--json").json["file"])
    window = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(office)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert window.stdin is not None
    assert window.stdout is not None
    with window.stdin, window.stdout:
        assert window.stdout.readline() == b"open\n"
        for allowed in (
            ("show", *report),
            ("verify", "--office", str(office)),
            ("backup", "--office", str(office)),
        ):
            assert cchc(*allowed).status == 0
        for refused in (("set", *report, "PL2.1", "6"), ("restore", "--office", str(office), backup)):
            called = cchc(*refused)
            assert (called.status, called.out) == (3, "")
            assert "đang mở để sửa ở máy" in called.err
    assert window.wait(20) == 0
    assert cchc("set", *report, "PL2.1", "6").status == 0
    assert not list(office.parent.glob(".~lock*"))


def test_a_command_waits_for_a_command(office: Path, report: Report) -> None:
    words = [sys.executable, "-m", "cchc_desktop", "set", *report]
    typing = [
        subprocess.Popen([*words, row, "6"], cwd=ROOT, stdout=subprocess.DEVNULL)
        for row in ("PL2.1", "PL2.2.1")
    ]
    assert [each.wait(60) for each in typing] == [0, 0]
    assert not list(office.parent.glob(".~lock*"))


def test_no_exchange_file_and_no_office_file_names_the_pc(
    cchc: Cchc, office: Path, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "may-cua-chi-Lan-phong-mot-cua"  # a real one may be short enough to stand there by chance
    monkeypatch.setattr(platform, "node", lambda: name)
    cchc("set", *report, "PL2.1", "6")
    cchc("export", *report, "--out", tmp_path / "gửi")
    (sent,) = (tmp_path / "gửi").iterdir()
    with zipfile.ZipFile(sent) as parts:
        told = b"".join(parts.read(part) for part in parts.namelist())
    assert name.encode() not in told
    assert name.encode() not in office.read_bytes()


def test_the_journal_tells_who_changed_what_and_goes_into_a_file(
    cchc: Cchc, office: Path, report: Report, tmp_path: Path
) -> None:
    assert cchc("set", *report, "PL2.1", "6").status == 0
    assert cchc("set", *report, "PL2.1", "8").status == 0
    told = cchc("journal", "--office", office, "--period", "2026-Q3")
    assert (told.status, told.err) == (0, "")
    last = told.out.splitlines()[-1]
    assert "Số liệu PL2.1 " in last
    assert last.endswith(": 6 → 8")
    assert cchc("journal", "--office", office, "--json").json.at("changes", -1, "after") == "8"
    none = cchc("journal", "--office", office, "--period", "2020-Q1")
    assert (none.status, none.out) == (0, "Không có thay đổi nào của kỳ này trong nhật ký.\n")
    table = tmp_path / "nhat-ky.csv"
    assert cchc("journal", "--office", office, "--out", table).status == 0
    assert table.read_text(encoding="utf-8-sig").splitlines()[-1].endswith(",6,8,nhập,")
    refused = cchc("journal", "--office", office, "--out", tmp_path / "nhat-ky.doc")
    assert (refused.status, refused.out) == (3, "")
    assert "nhat-ky.doc" in refused.err
