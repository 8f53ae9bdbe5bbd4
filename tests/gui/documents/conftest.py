"""The sample ward's office file, its Word report, and that report changed by somebody, made once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx.document import Document
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.office.exported.producing import write_word_report
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.samples import make_sample
from tests.journeys.word_files import edited, forms, paragraph_with, row_with
from ui.desk import Desk
from ui.documents.document_window import DocumentWindow
from ui.main_window import MainWindow
from ui.remembered import Remembered
from ui.worker import Worker

_PATIENCE = 20000


def _change(document: Document) -> None:
    """Write on in one section, and change a ratio, a count and a figure that nobody can read."""
    paragraph_with(document, "niêm yết và lưu hồ sơ").add_run(" Đã xử lý 38/41 nội dung, đạt 82,93%.")
    table = forms(document)[0]
    table.cell(row_with(table, "Tỷ lệ hoàn thành"), 3).text = "90%"
    table.cell(row_with(table, "Số nhiệm vụ đã hoàn thành"), 3).text = "21"
    table.cell(row_with(table, "Tổng số nhiệm vụ được giao"), 3).text = "khoảng 60"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the office file, its report, and the changed report."""
    folder = tmp_path_factory.mktemp("văn bản")
    file = make_sample("phuong-mau", folder / "phuong-mau.cchc")
    with Office.open(file) as office:
        ours = write_word_report(office, office.reports()[0].period, folder / "bao-cao.docx")
    edited(ours, folder / "đã sửa.docx", _change)
    return folder


@pytest.fixture
def word(made: Path, tmp_path: Path) -> Path:
    """A copy of the changed report, alone in its folder."""
    file = tmp_path / "đã sửa.docx"
    file.write_bytes((made / file.name).read_bytes())
    return file


@pytest.fixture
def office_file(made: Path, tmp_path: Path) -> Path:
    """A copy of the ward's office file, in the place of the empty one of other tests."""
    file = tmp_path / "phường.cchc"
    file.write_bytes((made / "phuong-mau.cchc").read_bytes())
    return file


@pytest.fixture
def bare(qapp: QApplication, worker: Worker, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with no office file open."""
    desk = Desk(qapp)
    window = MainWindow(desk, worker, Remembered(tmp_path / "config"), tmp_path / "samples")
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()
    desk.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[MainWindow], DocumentWindow]:
    """Wait for the window on a document, and return it."""

    def wait(window: MainWindow) -> DocumentWindow:
        qtbot.waitUntil(lambda: bool(window.documents.windows), timeout=_PATIENCE)
        (shown,) = window.documents.windows
        return shown

    return wait
