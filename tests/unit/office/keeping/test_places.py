"""Places that break locks or split files are recognised by their path alone."""

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from cchc_desktop.office.keeping.places import are_on_one_disk, conflict_copies, risky_place, split_warning

ONE_DRIVE = {"OneDrive": r"C:\Users\lan\OneDrive - UBND"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (PureWindowsPath(r"\\may-chu\chung\phường.cchc"), "thư mục mạng"),
        (PureWindowsPath(r"C:\Users\lan\OneDrive - UBND\Báo cáo\phường.cchc"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Lan\ONEDRIVE - ubnd\phường.cchc"), "OneDrive"),
        (PureWindowsPath(r"D:\Dropbox\phường.cchc"), "Dropbox"),
        (PureWindowsPath(r"G:\My Drive\phường.cchc"), "Google Drive"),
        (PureWindowsPath(r"C:\Users\lan\OneDrive - Sở Nội vụ\phường.cchc"), "OneDrive"),
        (PureWindowsPath(r"Z:\phường.cchc"), "thư mục mạng"),
        (PureWindowsPath(r"E:\phường.cchc"), "ổ tháo rời"),
        (PurePosixPath("/home/lan/Dropbox/phường.cchc"), "Dropbox"),
    ],
)
def test_a_risky_place_gets_a_sentence_with_a_remedy(path: PurePath, words: str) -> None:
    sentence = risky_place(path, ONE_DRIVE, {"Z:": 4, "E:": 2, "C:": 3, "D:": 3, "G:": 3}.__getitem__)
    assert words in sentence
    assert "Hãy" in sentence


@pytest.mark.parametrize(
    "path",
    [
        PureWindowsPath(r"C:\Users\lan\Documents\phường.cchc"),
        PureWindowsPath(r"C:\Users\lan\Documents\dropbox.cchc"),
        PureWindowsPath(r"C:\Users\lan\OneDriveCu\phường.cchc"),
        PurePosixPath("/home/lan/Tài liệu/phường.cchc"),
    ],
)
def test_a_folder_of_the_pc_is_safe(path: PurePath) -> None:
    assert risky_place(path, ONE_DRIVE if isinstance(path, PureWindowsPath) else {}, lambda _drive: 3) == ""


def test_the_pc_itself_is_asked_if_nothing_else_is_said(tmp_path: Path) -> None:
    assert risky_place(tmp_path / "phường.cchc") == ""


def test_copies_made_of_two_versions_are_found(tmp_path: Path) -> None:
    office = tmp_path / "phường.cchc"
    theirs = tmp_path / "phường (lan's conflicted copy 2026-09-15).cchc"
    of_one_drive, of_syncthing = (
        tmp_path / f"phường{end}.cchc" for end in ("-DESKTOP-1AB2C", ".sync-conflict-20260915-081500-ABC")
    )
    others = ("phường (2)", "phường-cũ", "xã (conflicted copy)", "xã-DESKTOP-1AB2C")
    for file in (office, theirs, of_one_drive, of_syncthing, *(tmp_path / f"{each}.cchc" for each in others)):
        file.touch()
    assert set(conflict_copies(office)) == {theirs, of_one_drive, of_syncthing}


def test_copies_made_of_two_versions_are_named_with_what_to_do(tmp_path: Path) -> None:
    office = tmp_path / "phường.cchc"
    assert split_warning(office) == ""
    (tmp_path / "phường-DESKTOP-1AB2C.cchc").touch()
    assert "“phường-DESKTOP-1AB2C.cchc”" in split_warning(office)
    assert "hãy mở xem" in split_warning(office)


def test_two_files_of_one_folder_are_on_one_disk_and_one_that_is_gone_is_not(tmp_path: Path) -> None:
    one, other = tmp_path / "phường.cchc", tmp_path / "bản sao.cchc"
    one.touch()
    assert not are_on_one_disk(one, other)
    other.touch()
    assert are_on_one_disk(one, other)
