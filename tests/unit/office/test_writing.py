"""A file for people is the old one whole or the new one whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.writing import make_folder, write_whole

_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from cchc_desktop.errors import FileRefused
from cchc_desktop.office.writing import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_whole(Path(sys.argv[1]), b"new" * 100_000)
except FileRefused as refusal:
    sys.stdout.reconfigure(encoding="utf-8")
    print(refusal.message)
"""


class _Held(PermissionError):
    winerror = 32
    """A sharing violation, as Windows tells it."""


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "một" / "hai" / "Báo cáo.docx"
    assert write_whole(path, b"new") == path
    assert path.read_bytes() == b"new"
    assert [each.name for each in path.parent.iterdir()] == ["Báo cáo.docx"]


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"a much longer old file")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on the size of files")
def test_an_office_file_never_makes_room_for_what_was_made_from_it(tmp_path: Path) -> None:
    office = tmp_path / "phường Mẫu.cchc"
    office.write_bytes(kept := b"SQLite format 3\0" + b"figures")
    with pytest.raises(FileRefused, match="không ghi đè"):
        write_whole(office, b"a Word report")
    assert office.read_bytes() == kept
    assert list(tmp_path.iterdir()) == [office]


def test_an_office_file_makes_room_for_another(tmp_path: Path) -> None:
    (office := tmp_path / "mẫu.cchc").write_bytes(b"SQLite format 3\0old")
    assert write_whole(office, b"SQLite format 3\0new").read_bytes() == b"SQLite format 3\0new"


def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(path)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert "a.docx" in done.stdout
    assert "ổ đĩa còn chỗ" in done.stdout
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.docx": b"old"}


@pytest.mark.parametrize("name", ["", "."])
def test_a_folder_is_no_name_for_a_file(name: str) -> None:
    with pytest.raises(FileRefused, match="tên tệp"):
        write_whole(Path(name), b"new")


def test_a_folder_in_the_files_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(FileRefused, match=r"a\.docx"):
        write_whole(tmp_path / "a.docx", b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]
    assert (tmp_path / "a.docx").is_dir()


def test_a_file_in_the_folders_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"old")
    for write in (
        lambda: write_whole(tmp_path / "tệp" / "a.docx", b""),
        lambda: make_folder(tmp_path / "tệp"),
    ):
        with pytest.raises(FileRefused, match="tệp"):
            write()
    assert (tmp_path / "tệp").read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "chỉ đọc"
    folder.mkdir(mode=0o500)
    with pytest.raises(FileRefused, match="chỉ đọc"):
        write_whole(folder / "a.docx", b"new")


def test_a_target_that_word_holds_leaves_the_new_file_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    (tmp_path / "a (2).docx").write_bytes(b"older")
    really = Path.replace

    def held(self: Path, to: Path) -> Path:
        if to == target:
            raise _Held(13, "held")
        return really(self, to)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("time.sleep", lambda _: None)
    with pytest.raises(FileRefused, match=r"a \(3\)\.docx"):
        write_whole(target, b"new")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {
        "a.docx": b"old",
        "a (2).docx": b"older",
        "a (3).docx": b"new",
    }
