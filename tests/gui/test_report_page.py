"""Báo cáo: what the cover says, how the pages follow, what is told where a file cannot be written."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.exported import producing
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.covers import cover_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.widgets.cover_fields import read_date

Key = Qt.Key
Q3 = Period.read("2026-Q3")


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    window.show_page(window.page_names.index("Báo cáo"))
    return window


def test_what_the_cover_says_is_kept_when_its_field_is_left(page: MainWindow, office_file: Path) -> None:
    cover = page.report.cover
    cover.number.setFocus()
    QTest.keyClicks(cover.number, "125")
    QTest.keyClick(cover.number, Key.Key_Tab)
    QTest.keyClicks(cover.issued, "15/9/2026")
    QTest.keyClick(cover.issued, Key.Key_Return)
    with Office.look(office_file) as office:
        kept = cover_of(office.report(Q3))
    assert (kept.number, kept.issued) == ("125", date(2026, 9, 15))


def test_the_cover_is_proposed_again_for_the_next_report(page: MainWindow, desk: Desk) -> None:
    cover = page.report.cover
    cover.signer.setFocus()
    QTest.keyClicks(cover.signer, "Tran Van B")
    cover.recipients.setFocus()
    cover.recipients.setPlainText("- Như trên;\n- Lưu: VT.")
    cover.place.setFocus()
    desk.start(Period.read("2026-Q4"))
    page.show_page(page.page_names.index("Báo cáo"))
    assert cover.signer.text() == "Tran Van B"
    assert cover.recipients.lines == ("- Như trên;", "- Lưu: VT.")
    assert cover.number.text() == ""


def test_an_authority_writes_the_lines_above_the_signature(page: MainWindow, report: OpenReport) -> None:
    cover = page.report.cover
    cover.authority.setFocus()
    QTest.keyClick(cover.authority, Key.Key_Down)
    QTest.keyClick(cover.authority, Key.Key_Down)
    assert "Hãy ghi thêm chức vụ" in cover.remark.text()
    cover.position.setText("Phó Chủ tịch")
    cover.position.editingFinished.emit()
    assert cover_of(report).signing == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_what_is_no_date_is_told_and_changes_nothing(page: MainWindow, report: OpenReport) -> None:
    cover = page.report.cover
    cover.issued.setFocus()
    QTest.keyClicks(cover.issued, "31/2/2026")
    QTest.keyClick(cover.issued, Key.Key_Return)
    assert "không phải ngày" in cover.remark.text()
    assert cover_of(report).issued is None


def test_a_cover_no_document_can_carry_is_refused_in_words(page: MainWindow, report: OpenReport) -> None:
    cover = page.report.cover
    cover.number.setFocus()
    QTest.keyClicks(cover.number, "1" * 40)
    QTest.keyClick(cover.number, Key.Key_Return)
    assert cover_of(report).number == ""


def test_the_field_that_is_open_is_kept_before_the_word_report_is_made(
    qtbot: QtBot, page: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: OpenReport
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bc.docx"), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    page.report.cover.signer.setFocus()
    QTest.keyClicks(page.report.cover.signer, "Tran Van B")
    page.make_word()
    assert cover_of(report).signer == "Tran Van B"
    qtbot.waitUntil(page.report.open_folder.isVisible, timeout=20000)


def test_the_pages_follow_what_is_typed(qtbot: QtBot, page: MainWindow) -> None:
    page.report.cover.signer.setFocus()
    QTest.keyClicks(page.report.cover.signer, "Tran Van B")
    QTest.keyClick(page.report.cover.signer, Key.Key_Tab)
    qtbot.waitUntil(
        lambda: any("Tran Van B" in each.text for each in page.report.preview.view.pages), timeout=5000
    )


def test_the_window_knows_at_once_what_left_as_an_exchange_file(
    qtbot: QtBot, page: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: OpenReport
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "gửi"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    assert report.head.sequence == 0
    page.make_exchange()
    qtbot.waitUntil(page.report.open_folder.isVisible, timeout=20000)
    assert report.head.sequence == 1


def test_a_target_that_word_holds_is_told_in_the_offices_sentence(
    qtbot: QtBot, page: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object, **__: object) -> Path:
        raise FileRefused("Tệp bc.docx đang được chương trình khác mở. Bản mới đã ghi cạnh đó.")

    monkeypatch.setattr(producing, "write_word_report_aside", held)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "bc.docx"), ""))
    page.make_word()
    qtbot.waitUntil(page.report.word.isEnabled, timeout=10000)
    assert "đang được chương trình khác mở" in page.report.result.text()
    assert page.report.result.isVisible()


@pytest.mark.parametrize("text", ["15/9/2026", "15-9-2026", "15.09.2026", "15/9/26"])
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text) == date(2026, 9, 15)
