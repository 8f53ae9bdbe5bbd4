"""What a program says of itself when it is asked whether it is whole."""

from pathlib import Path

import pytest

from cchc_desktop import bundled
from cchc_desktop.errors import FileRefused
from cchc_desktop.office.samples.self_test import Checked, collation, documents, shipped_files, tried


def refuse() -> str:
    raise FileRefused("Tệp không còn.")


def miss() -> str:
    raise ImportError("no such library")


def test_a_whole_program_opens_every_file_it_came_with() -> None:
    assert [checked.fault for checked in shipped_files() if checked.fault] == []


def test_a_folder_that_came_empty_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    whole = bundled.resource
    monkeypatch.setattr(bundled, "resource", lambda *names: tmp_path if names == ("word",) else whole(*names))
    assert Checked("resources/word: 0 tệp", "không có tệp nào") in list(shipped_files())


def test_a_file_that_came_empty_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "styles.xml").touch()
    whole = bundled.resource
    monkeypatch.setattr(bundled, "resource", lambda *names: tmp_path if names == ("word",) else whole(*names))
    assert Checked("styles.xml", "tệp rỗng") in list(shipped_files())


def test_the_report_and_the_exchange_file_are_written_and_read_again() -> None:
    checked = list(documents())
    assert [each.fault for each in checked] == ["", "", ""]
    assert checked[1].what == "đọc lại báo cáo Word"


def test_vietnamese_words_sort() -> None:
    assert not collation().fault


def test_a_refusal_and_a_missing_library_are_faults_and_no_traceback() -> None:
    assert tried("việc", refuse) == Checked("việc", "Tệp không còn.")
    assert tried("việc", miss).line == "HỎNG  việc: ImportError: no such library"
