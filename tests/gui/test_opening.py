"""Where the first office file is proposed to lie."""

from pathlib import Path

import platformdirs
import pytest

from cchc_desktop.form.profile import Profile
from cchc_desktop.template.model import Level
from ui.desk import Desk
from ui.dialogs import files
from ui.dialogs.question import Question
from ui.main_window import MainWindow


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder in which this person keeps documents."""
    folder = tmp_path / "Tài liệu"
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: folder)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return folder


def proposed(window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return what is proposed for the file of an office, no file being open."""
    found: list[Path] = []
    monkeypatch.setattr(files, "choose_new_office", lambda _, path: found.append(path))
    desk.leave()
    window.opening._create(Profile("UBND xã Mới", Level.COMMUNE))
    for asked_again in window.findChildren(Question):
        asked_again.close()
    return found[0]


def test_a_first_file_is_proposed_among_the_documents(
    window: MainWindow, desk: Desk, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents.mkdir()
    assert proposed(window, desk, monkeypatch) == documents / "ubnd-xa-moi.cchc"


def test_it_is_not_where_a_service_carries_files_away_nor_where_no_folder_is(
    window: MainWindow, desk: Desk, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert proposed(window, desk, monkeypatch).parent == tmp_path
    documents.mkdir()
    monkeypatch.setenv("OneDrive", str(documents))
    assert proposed(window, desk, monkeypatch).parent == tmp_path
