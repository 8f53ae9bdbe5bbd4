"""Further appendices in the window: typed, illustrated, ordered, undone; the pages follow."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.annexes import add_annex, annexes_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.image import read_image
from cchc_desktop.values.period import Period
from tests.unit.values.photos import a_png, exif
from ui.annexes.annex_desk import AnnexDesk
from ui.annexes.annexes_dialog import AnnexesDialog
from ui.annexes.upright import photo_bytes
from ui.desk import Desk
from ui.main_window import MainWindow

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> AnnexesDialog:
    """The dialog on an open report, shown and active."""
    dialog = AnnexesDialog(AnnexDesk(desk))
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.show()
    dialog.activateWindow()
    with qtbot.waitActive(dialog):
        pass
    return dialog


def titles(report: OpenReport) -> list[str]:
    return [annex.title for annex in annexes_of(report).values()]


def test_what_is_typed_of_an_appendix_is_in_the_file(
    dialog: AnnexesDialog, office_file: Path, period: Period
) -> None:
    assert not dialog.title.isEnabled()
    QTest.mouseClick(dialog.add, Left)
    QTest.keyClicks(dialog.title, "Danh sach don vi")
    QTest.keyClick(dialog.title, Key.Key_Tab)
    QTest.keyClicks(dialog.text, "- mot")
    QTest.keyClick(dialog.text, Key.Key_Tab)
    with Office.look(office_file) as office:
        (annex,) = annexes_of(office.report(period)).values()
    assert (annex.title, annex.text) == ("Danh sach don vi", "- mot")
    assert dialog.list.item(0).text() == "Danh sach don vi"


def test_a_blank_figure_is_told_when_the_text_is_left(dialog: AnnexesDialog, report: OpenReport) -> None:
    QTest.mouseClick(dialog.add, Left)
    dialog.text.setFocus()
    QTest.keyClicks(dialog.text, "{PL2.1}")
    QTest.keyClick(dialog.text, Key.Key_Tab)
    assert "còn trống" in dialog.told.text()
    assert "{PL2.1}" in next(iter(annexes_of(report).values())).text


def test_what_is_still_in_the_field_is_kept_when_the_dialog_closes(
    dialog: AnnexesDialog, report: OpenReport
) -> None:
    QTest.mouseClick(dialog.add, Left)
    QTest.keyClicks(dialog.title, "Anh")
    QTest.keyClick(dialog, Key.Key_Escape)
    assert titles(report) == ["Anh"]


def test_another_appendix_is_looked_at_and_the_first_keeps_its_words(
    dialog: AnnexesDialog, report: OpenReport
) -> None:
    for words in ("Mot", "Hai"):
        QTest.mouseClick(dialog.add, Left)
        QTest.keyClicks(dialog.title, words)
    dialog.text.setFocus()
    QTest.keyClicks(dialog.text, "cua hai")
    dialog.list.setCurrentRow(0)
    assert (dialog.title.text(), dialog.text.toPlainText()) == ("Mot", "")
    dialog.list.setCurrentRow(1)
    assert dialog.text.toPlainText() == "cua hai"
    QTest.mouseClick(dialog.up, Left)
    assert titles(report) == ["Hai", "Mot"]
    assert dialog.list.currentRow() == 0


def test_each_step_is_undone_and_done_again(dialog: AnnexesDialog, desk: Desk, report: OpenReport) -> None:
    QTest.mouseClick(dialog.add, Left)
    QTest.keyClicks(dialog.title, "Anh")
    QTest.mouseClick(dialog.remove, Left)
    assert titles(report) == []
    desk.undo.undo()
    assert titles(report) == ["Anh"]
    desk.undo.undo()
    assert titles(report) == ["Phụ lục mới"]
    desk.undo.redo()
    assert titles(report) == ["Anh"]


def test_photos_are_added_captioned_and_taken_out(
    dialog: AnnexesDialog, report: OpenReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "a.png", tmp_path / "b.png"]
    for width, path in enumerate(paths, start=4):
        path.write_bytes(a_png(width, 3))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))
    QTest.mouseClick(dialog.add, Left)
    QTest.mouseClick(dialog.photos.add, Left)
    assert dialog.photos.list.count() == 2
    QTest.keyClicks(dialog.photos.caption, "Ngay hoi")
    QTest.keyClick(dialog.photos.caption, Key.Key_Return)
    assert dialog.isVisible()
    (annex,) = annexes_of(report).values()
    assert [photo.caption for photo in annex.photos] == ["", "Ngay hoi"]
    dialog.photos.list.setCurrentRow(0)
    QTest.mouseClick(dialog.photos.remove, Left)
    (annex,) = annexes_of(report).values()
    assert [photo.caption for photo in annex.photos] == ["Ngay hoi"]


def test_what_cannot_be_taken_is_told_in_the_dialog(
    dialog: AnnexesDialog, report: OpenReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.png").write_text("không phải ảnh", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "a.png")], ""))
    QTest.mouseClick(dialog.add, Left)
    QTest.mouseClick(dialog.photos.add, Left)
    assert "không phải ảnh JPEG hoặc PNG" in dialog.told.text()
    dialog.title.setFocus()
    dialog.title.selectAll()
    QTest.keyClick(dialog.title, Key.Key_Delete)
    QTest.keyClick(dialog.title, Key.Key_Tab)
    assert "chưa có tên" in dialog.told.text()
    assert titles(report) == ["Phụ lục mới"]


def test_a_photo_that_was_taken_sideways_comes_in_upright_and_a_huge_one_smaller(tmp_path: Path) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    image.save(str(tmp_path / "a.jpg"))
    plain = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "b.jpg").write_bytes(plain[:2] + exif(6) + plain[2:])
    upright = read_image("b.jpg", photo_bytes(tmp_path / "b.jpg"))
    assert (upright.width, upright.height) == (40, 60)
    image.scaled(5000, 2500).save(str(tmp_path / "c.png"))
    small = read_image("c.png", photo_bytes(tmp_path / "c.png"))
    assert (small.width, small.height) == (2000, 1000)
    assert photo_bytes(tmp_path / "a.jpg") == plain


def test_the_button_on_the_report_page_opens_it_and_the_pages_follow(
    qtbot: QtBot, window: MainWindow, report: OpenReport
) -> None:
    window.show_page(window.page_names.index("Báo cáo"))
    qtbot.waitUntil(window.report.annexes.isVisible)
    QTest.mouseClick(window.report.annexes, Left)
    dialog = window.report.findChild(AnnexesDialog)
    assert isinstance(dialog, AnnexesDialog)
    QTest.mouseClick(dialog.add, Left)
    dialog.close()
    add_annex(report, "Khac")
    qtbot.waitUntil(
        lambda: any(page.title == "Phụ lục 9" for page in window.report.preview.view.pages), timeout=5000
    )


def test_a_finding_in_an_appendix_leads_to_its_place_from_the_list(
    window: MainWindow, desk: Desk, report: OpenReport
) -> None:
    report.write("I.2", "Có 5 văn bản.")
    add_annex(report, "Trước", "Không có gì.")
    key, changes = add_annex(report, "Danh sách", "😀 Đầu.\nCó **23/25** đơn vị, đạt 82%.")
    desk.tell(changes)
    desk.found.finish()
    (found,) = (each for each in desk.found.in_prose if each.section == key)
    window.show_page(window.page_names.index("Kiểm tra"))
    page = window.findings
    row = next(
        row
        for row in range(page.model.rowCount())
        if (there := page.model.finding_at(page.model.index(row, 0))) and there.code == found.code
    )
    assert str(page.model.index(row, 0).data()) == "Phụ lục thêm: Danh sách"
    page.table.setCurrentIndex(page.model.index(row, 0))
    assert page.keep.isEnabled()
    QTest.keyClick(page.table, Key.Key_Return)
    (dialog,) = window.findChildren(AnnexesDialog)
    assert dialog.title.text() == "Danh sách"
    assert dialog.text.textCursor().selectedText() == "82%"
    QTest.keyClick(dialog, Key.Key_Escape)


def test_one_click_mends_an_appendix_and_undo_takes_that_back(
    window: MainWindow, desk: Desk, report: OpenReport
) -> None:
    key, changes = add_annex(report, "Danh sách", "Có 23/25 đơn vị, đạt 82%.")
    desk.tell(changes)
    desk.found.finish()
    window.show_page(window.page_names.index("Kiểm tra"))
    page = window.findings
    last = page.model.index(page.model.rowCount() - 1, 0)
    page.table.setCurrentIndex(last)
    QTest.mouseClick(page.mend, Left)
    assert annexes_of(report)[key].text == "Có 23/25 đơn vị, đạt 92%."
    desk.undo.undo()
    assert annexes_of(report)[key].text == "Có 23/25 đơn vị, đạt 82%."


def test_an_appendix_that_is_gone_has_no_findings(desk: Desk, report: OpenReport) -> None:
    key, changes = add_annex(report, "Danh sách", "Có 23/25 đơn vị, đạt 82%.")
    desk.tell(changes)
    desk.found.finish()
    assert [each.section for each in desk.found.in_prose] == [key]
    AnnexDesk(desk).remove(key)
    desk.found.finish()
    assert desk.found.in_prose == ()
