"""A province's PC watches the folder into which its mail program drops attachments, and is stopped."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.calling import ROOT, Cchc

Pauses = Callable[..., None]
WINDOW = """
import sys
from pathlib import Path
from cchc_desktop.office.office import Office

with Office.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def province(cchc: Cchc, tmp_path: Path) -> Path:
    """Make a province's office file."""
    path = tmp_path / "tỉnh.cchc"
    cchc("init", "--office", path, "--name", "UBND tỉnh Mẫu", "--level", "province")
    return path


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Pauses:
    """Let things happen while the program waits between two looks; after the last one Ctrl+C is pressed."""

    def planned(*happenings: Callable[[], object]) -> None:
        waiting: Iterator[Callable[[], object]] = iter(happenings)

        def sleep(_seconds: float) -> None:
            happening = next(waiting, None)
            if happening is None:
                raise KeyboardInterrupt
            happening()

        monkeypatch.setattr("cchc_desktop.command_line.watching.time.sleep", sleep)
        monkeypatch.setattr("cchc_desktop.office.mailroom.watching.STILL", 0)

    return planned


def test_what_comes_into_the_folder_is_received_until_it_is_stopped(
    cchc: Cchc, province: Path, tmp_path: Path, pauses: Pauses
) -> None:
    inbox, made = tmp_path / "đến", tmp_path / "mẫu"
    inbox.mkdir()
    assert cchc("sample-offices", "--count", "2", "--period", "2026-Q3", "--seed", "7", made).status == 0
    first, second = sorted(made.glob("*.xlsx"))
    pauses(
        lambda: first.rename(inbox / first.name),
        lambda: (inbox / "hỏng.xlsx").write_bytes(b"PK"),
        lambda: second.rename(inbox / second.name),
        lambda: inbox.rename(tmp_path / "tháo ra"),
        lambda: (tmp_path / "tháo ra").rename(inbox),
    )
    watched = cchc("receive", "--office", province, "--register", "--watch", inbox, "--every", "1")
    assert watched.status == 1
    assert [line.partition("]")[0] for line in watched.out.splitlines()[:-1]] == [
        "[Đã nhận",
        "[Không nhận",
        "[Đã nhận",
    ]
    assert watched.out.splitlines()[-1] == "3 tệp: đã nhận 2, chờ xem 0, không nhận 1."
    assert watched.err.count("Không mở được thư mục theo dõi") == 1
    assert {file.name for file in inbox.iterdir()} == {first.name, second.name, "hỏng.xlsx"}
    pauses()
    again = cchc("receive", "--office", province, "--watch", inbox, "--json")
    assert (again.status, again.json["files"]) == (0, [])


def test_a_window_that_has_the_office_file_is_waited_for(
    cchc: Cchc, province: Path, tmp_path: Path, pauses: Pauses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc_desktop.command_line.watching.PATIENCE", 0.0)
    inbox = tmp_path / "đến"
    cchc("sample-offices", "--count", "1", "--period", "2026-Q3", "--seed", "7", inbox)
    words = [sys.executable, "-c", WINDOW, str(province)]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == b"open\n"
        pauses(lambda: None, lambda: None, window.communicate)
        watched = cchc("receive", "--office", province, "--register", "--watch", inbox, "--json")
    assert watched.err.count("đang mở để sửa") == 1
    assert [each["outcome"] for each in watched.json.rows("files")] == ["accepted"]


def test_receiving_stopped_by_ctrl_c_keeps_what_was_received_and_goes_on_later(
    cchc: Cchc, province: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press(done: int, _count: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    cchc("sample-offices", "--count", "4", "--period", "2026-Q3", "--seed", "7", tmp_path / "đến")
    receive = ("receive", "--office", province, "--register", tmp_path / "đến", "--json")
    with monkeypatch.context() as patch:
        patch.setattr("cchc_desktop.command_line.mailroom.progress", press)
        patch.setattr("cchc_desktop.office.mailroom.receiving.MOST_TOGETHER", 1)
        stopped = cchc(*receive)
    assert (stopped.status, len(stopped.json.rows("files"))) == (1, 2)
    assert "Đã dừng theo yêu cầu" in stopped.err
    again = cchc(*receive)
    assert [each["new"] == 0 for each in again.json.rows("files")] == [True, True, False, False]


def test_a_wrong_use_of_watching_is_told(cchc: Cchc, province: Path, tmp_path: Path) -> None:
    both = cchc("receive", "--office", province, "--watch", tmp_path, tmp_path)
    neither = cchc("receive", "--office", province)
    nowhere = cchc("receive", "--office", tmp_path / "không có.cchc", "--watch", tmp_path)
    never = cchc("receive", "--office", province, "--watch", tmp_path, "--every", "0")
    cell = cchc("decide", "--office", province, "1", "--reason", "x", "--cell", "PL2.1")
    assert (both.status, neither.status, nowhere.status, never.status, cell.status) == (2, 2, 3, 2, 2)
    assert "--every: “0” không phải là một số đếm" in never.err
    assert "“PL2.1” phải có dạng KEY=" in cell.err
    assert "Không dùng --watch cùng lúc với PATH" in both.err
    assert "Lệnh còn thiếu: PATH" in neither.err
    assert "Không tìm thấy tệp" in nowhere.err
