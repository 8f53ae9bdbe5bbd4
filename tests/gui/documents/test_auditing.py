"""Somebody's Word report dropped on the window: what is wrong with it, and how the list leaves."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.values.codes import IndicatorCode
from tests.gui.dragging import drop
from ui import showing
from ui.desk import Desk
from ui.dialogs.question import Question
from ui.documents.audit_window import AuditWindow
from ui.documents.waiting import Waiting
from ui.main_window import MainWindow
from ui.worker import Worker

Key = Qt.Key
Opened = Callable[[MainWindow], AuditWindow]
_PATIENCE = 20000


def seen(shown: AuditWindow) -> list[str]:
    """What each row of the list says, column after column."""
    columns = range(shown.model.columnCount())
    return [
        " | ".join(str(shown.model.index(row, column).data()) for column in columns)
        for row in range(shown.model.rowCount())
    ]


@pytest.fixture
def audited(bare: MainWindow, word: Path, opened: Opened) -> AuditWindow:
    """The findings of the changed report, no office file being open."""
    drop(bare, word)
    return opened(bare)


def test_a_dropped_report_is_looked_into_with_no_office_file_open(audited: AuditWindow) -> None:
    rows = seen(audited)
    assert any(row.startswith("Mục I.4 ") for row in rows)
    (ratio,) = [row for row in rows if "| 82,93% |" in row]
    assert ratio.startswith("đoạn 1 |")
    assert "38/41 cho ra 92,68%" in ratio
    assert any(row.startswith("dòng 4 | Tỷ lệ hoàn thành") for row in rows)
    assert audited.compare.isHidden()
    assert audited.figures.isHidden()


def test_its_list_has_the_room_that_the_screen_has(audited: AuditWindow) -> None:
    screen = audited.screen().availableGeometry()
    assert audited.height() > 600
    assert screen.contains(audited.geometry())
    assert audited.geometry().top() - screen.top() >= 20  # where its title bar stands


def test_the_passage_stands_marked_in_its_paragraph_with_why_and_what_to_do(audited: AuditWindow) -> None:
    row = next(at for at, told in enumerate(seen(audited)) if "82,93%" in told)
    audited.table.setFocus()
    audited.table.go_to(row - 2)
    while audited.table.currentIndex().row() != row:
        QTest.keyClick(audited.table, Key.Key_Down)
    told = audited.told.toPlainText()
    assert "Đã xử lý 38/41 nội dung, đạt 82,93%." in told
    assert "Nên làm: Sửa tỷ lệ thành 92,68%" in told


def test_down_goes_over_findings_and_passes_headings_by(audited: AuditWindow) -> None:
    audited.table.setFocus()
    audited.table.go_to(None)
    visited = 1
    while audited.table.step(1):
        assert audited.table.line
        visited += 1
    assert visited == len(audited.model.lines)


def test_the_list_is_filtered_by_weight_and_by_words_without_marks(audited: AuditWindow) -> None:
    whole = len(audited.model.lines)
    QTest.keyClicks(audited.text, "ty le trong loi van")
    assert 0 < len(audited.model.lines) < whole
    audited.text.setText("không có đâu")
    assert audited.table.isHidden()
    assert audited.empty.text().startswith("Không có phát hiện nào khớp bộ lọc")


def test_findings_leave_as_text_and_as_json(
    audited: AuditWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, filtered in (("phát hiện", "Văn bản thuần (*.txt)"), ("phát hiện.json", "")):
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_a, n=name, f=filtered: (str(tmp_path / n), f)
        )
        audited.save.click()
    assert "38/41 cho ra 92,68%" in (tmp_path / "phát hiện.txt").read_text(encoding="utf-8")
    told = json.loads((tmp_path / "phát hiện.json").read_text(encoding="utf-8"))
    assert len(told["findings"]) == len(audited.model.lines)
    assert "phát hiện.json" in audited.outcome.text()


def test_findings_are_written_as_comments_into_a_copy_and_its_folder_opens(
    audited: AuditWindow, word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(showing, "show_in_folder", shown.append)
    before, copy = word.read_bytes(), tmp_path / "nhận xét.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    audited.comments.click()
    qtbot.waitUntil(audited.comments.isEnabled, timeout=_PATIENCE)
    assert shown == [copy]
    assert len(list(Document(str(copy)).comments)) == len(audited.model.lines)
    assert word.read_bytes() == before
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(word), ""))
    audited.comments.click()
    qtbot.waitUntil(lambda: "chính là tệp đang kiểm tra" in audited.outcome.text(), timeout=_PATIENCE)
    assert word.read_bytes() == before


def test_what_is_no_report_is_refused_with_a_sentence(bare: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    letter = tmp_path / "thư.docx"
    Document().save(str(letter))
    bare.documents.audit(letter)
    qtbot.waitUntil(lambda: any("thư.docx:" in told for told in questions(bare)), timeout=_PATIENCE)
    assert not bare.documents.windows


def test_reading_can_be_given_up(bare: MainWindow, word: Path, worker: Worker, qtbot: QtBot) -> None:
    drop(bare, word)
    (waiting,) = bare.findChildren(Waiting)
    assert waiting.isVisible()
    waiting.stop.click()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=_PATIENCE)
    assert not bare.documents.windows


def test_figures_are_typed_while_a_report_is_being_read(
    window: MainWindow, word: Path, desk: Desk, opened: Opened
) -> None:
    window.documents.audit(word)
    desk.figures.enter("PL2.1", "17")
    assert desk.the_report.form.number(IndicatorCode("PL2.1")) == 17
    assert not window.documents.windows
    shown = opened(window)
    assert shown.compare.isVisible()
    assert shown.figures.isVisible()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("&Xem xét báo cáo Word…", "Xem xét báo cáo Word · "),
        ("&So với báo cáo trong tệp…", "So với báo cáo trong tệp · "),
        ("&Lấy số liệu từ báo cáo Word, Excel…", "Lấy số liệu từ tệp · "),
        ("Lập bộ biểu mẫu từ &tệp của cấp trên…", "Lập bộ biểu mẫu · "),
    ],
)
def test_every_job_on_a_document_is_in_the_menu(
    words: str, title: str, window: MainWindow, word: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(word), ""))
    menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&Báo cáo")
    next(action for action in menu.actions() if action.text() == words).trigger()
    assert opened(window).windowTitle() == f"{title}đã sửa.docx"


def test_the_first_page_offers_to_look_into_a_report(
    bare: MainWindow, word: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(word), ""))
    buttons = [each for each in bare.findChildren(QPushButton) if each.isVisible()]
    next(each for each in buttons if each.text() == "Xem xét báo cáo Word…").click()
    assert opened(bare).model.lines


def test_every_control_has_a_name_and_esc_closes(audited: AuditWindow, bare: MainWindow) -> None:
    for part in (audited.table, audited.severity, audited.text, audited.told):
        assert part.accessibleName()
    QTest.keyClick(audited.table, Key.Key_Escape)
    assert not bare.documents.windows


def test_windows_on_documents_close_with_the_office_window(audited: AuditWindow, bare: MainWindow) -> None:
    assert audited.isVisible()
    bare.close()
    assert not bare.documents.windows


def questions(window: MainWindow) -> list[str]:
    """What the visible questions say."""
    shown = [each for each in window.findChildren(Question) if each.isVisible()]
    return [" ".join(label.text() for label in each.findChildren(QLabel)) for each in shown]
