"""Blocks pasted from Excel, lists read from files and written to files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.registers.keys import begin, cell, entries, go, press, table_of, write
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.registers import register_work
from ui.registers.list_preview import ListPreview
from ui.registers.workplace import RegisterWorkplace

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
BLOCK = "Đi\t05/KH-UBND\t09/02/2026\tKế hoạch\t\tCải cách hành chính\nĐến\t06/CV-SNV\t10/02/2026\n"


def paste(window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window, Key.Key_V, CONTROL)


def preview_of(page: RegisterWorkplace) -> ListPreview:
    return page.findChildren(ListPreview)[-1]


def choose(question: Question, words: str) -> None:
    button = next(each for each in question.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def list_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A list that the file dialog answers with."""

    def made(text: str) -> Path:
        file = tmp_path / "so-van-ban.csv"
        file.write_text(text, encoding="utf-8-sig")
        monkeypatch.setattr(register_work, "choose_list", lambda *_: file)
        return file

    return made


def test_a_block_pasted_at_the_end_is_shown_by_columns_before_it_becomes_lines(
    page: RegisterWorkplace, window: MainWindow
) -> None:
    go(page, 0, "direction")
    paste(window, BLOCK + "Đi\t07/KH-UBND\t31/02/2026\n")
    preview = preview_of(page)
    headings = [preview.model.headerData(place, Qt.Orientation.Horizontal) for place in range(4)]
    assert headings == ["Dòng", "Đi hay đến", "Số, ký hiệu", "Ngày ban hành"]
    assert preview.model.item(0, 2).text() == "05/KH-UBND"
    assert "không phải là ngày" in preview.findChildren(QPlainTextEdit)[0].toPlainText()
    assert entries(page) == {}
    choose(preview, f"Ghi {preview.model.rowCount()} dòng")
    assert entries(page)["vb1"]["subject"] == "Cải cách hành chính"
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert entries(page) == {}


def test_lines_that_are_not_complete_are_pasted_cell_by_cell_from_the_cursor_on(
    page: RegisterWorkplace, window: MainWindow
) -> None:
    go(page, 0, "type_name")
    paste(window, "Kế hoạch\tSở Nội vụ\nBáo cáo\tUBND tỉnh\n")
    preview = preview_of(page)
    assert "còn thiếu" in preview.findChildren(QPlainTextEdit)[0].toPlainText()
    choose(preview, "Dán vào từng ô")
    assert [(values["type_name"], values["organ"]) for values in entries(page).values()] == [
        ("Kế hoạch", "Sở Nội vụ"),
        ("Báo cáo", "UBND tỉnh"),
    ]


def test_a_block_pasted_onto_lines_fills_them_and_tells_what_was_refused(
    page: RegisterWorkplace, window: MainWindow
) -> None:
    for text in ("đi", "05/KH-UBND"):
        write(page, text)
    go(page, 1, "direction")
    for text in ("đến", "06/CV-SNV"):
        write(page, text)
    go(page, 0, "code")
    paste(window, "15/KH-UBND\t01/03/2026\n16/CV-SNV\tmai\n")
    assert entries(page)["vb1"]["code"] == "15/KH-UBND"
    assert entries(page)["vb2"]["code"] == "16/CV-SNV"
    assert page.strip.toPlainText().startswith("3 ô nhận, 1 ô từ chối.")
    assert cell(page, 1, "issued").data() == "mai"
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert [values["code"] for values in entries(page).values()] == ["05/KH-UBND", "06/CV-SNV"]


def test_what_is_copied_here_is_pasted_in_excel_as_cells(page: RegisterWorkplace, window: MainWindow) -> None:
    write(page, "đi")
    write(page, "05/KH-UBND")
    go(page, 0, "direction")
    table_of(page).selectRow(0)
    QTest.keyClick(window, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("vb1\tĐi\t05/KH-UBND\t")


def test_a_list_is_told_with_counts_before_it_is_written_and_is_one_step(
    qtbot: QtBot, page: RegisterWorkplace, window: MainWindow, list_file: Callable[[str], Path]
) -> None:
    write(page, "đi", Key.Key_Return)
    list_file(
        'Đi hay đến,"Số, ký hiệu",Ngày ban hành,Trích yếu\n'
        "Đi,05/KH-UBND,09/02/2026,Kế hoạch\nĐi,06/KH-UBND,không rõ,Kế hoạch\n"
    )
    with qtbot.waitSignal(page._lists.worked, check_params_cb=lambda working: not working, timeout=20000):
        page.bar.read.click()
    preview = preview_of(page)
    words = " ".join(each.text() for each in preview.findChildren(QPushButton))
    assert "Ghi 1 dòng" in words
    choose(preview, "Ghi 1 dòng")
    assert entries(page)["vb2"]["code"] == "05/KH-UBND"
    assert "1 dòng mới, 0 dòng thay đổi; 1 dòng không nhận" in page.strip.toPlainText()
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Key.Key_Z, CONTROL)
    assert set(entries(page)) == {"vb1"}


def test_a_file_that_writes_the_month_first_is_read_again_as_a_person_says(
    qtbot: QtBot, page: RegisterWorkplace, list_file: Callable[[str], Path]
) -> None:
    list_file(
        'Đi hay đến,"Số, ký hiệu",Ngày ban hành,Trích yếu\n'
        "Đi,05/KH-UBND,2/28/2026,Một\nĐi,06/KH-UBND,3/4/2026,Hai\n"
    )
    with qtbot.waitSignal(page._lists.worked, check_params_cb=lambda working: not working, timeout=20000):
        page.bar.read.click()
    orders = preview_of(page).findChildren(QComboBox)[0]
    with qtbot.waitSignal(page._lists.worked, check_params_cb=lambda working: not working, timeout=20000):
        orders.setCurrentIndex(2)
        orders.activated.emit(2)
    choose(preview_of(page), "Ghi 2 dòng")
    assert [str(values["issued"]) for values in entries(page).values()] == ["2026-02-28", "2026-03-04"]


def test_a_list_read_while_somebody_types_leaves_the_typing_alone(
    qtbot: QtBot, page: RegisterWorkplace, list_file: Callable[[str], Path]
) -> None:
    write(page, "đi", Key.Key_Return)
    list_file('Đi hay đến,"Số, ký hiệu",Ngày ban hành,Trích yếu\nĐi,05/KH-UBND,09/02/2026,Một\n')
    with qtbot.waitSignal(page._lists.worked, check_params_cb=lambda working: not working, timeout=20000):
        page.bar.read.click()
        go(page, 0, "subject")
        begin(page, "đang gõ")
    choose(preview_of(page), "Ghi 1 dòng")
    if table_of(page).entry.editor:
        press(page, Key.Key_Return)
    assert entries(page)["vb1"]["subject"] == "đang gõ"


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_lines_shown_are_written_to_a_file_and_counted(
    qtbot: QtBot, page: RegisterWorkplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    write(page, "đi", Key.Key_Return)
    write(page, "đến", Key.Key_Return)
    file = tmp_path / f"sổ{ending}"
    monkeypatch.setattr(register_work, "choose_target", lambda *_: file)
    with qtbot.waitSignal(page._lists.worked, check_params_cb=lambda working: not working, timeout=20000):
        page.bar.write.click()
    assert file.is_file()
    assert "Đã xuất 2 dòng" in page.strip.toPlainText()


def test_text_in_an_old_font_is_offered_for_conversion(page: RegisterWorkplace, window: MainWindow) -> None:
    go(page, 0, "subject")
    paste(window, "C¶i c¸ch hµnh chÝnh nhµ n\xadíc")
    choose(page.findChildren(Question)[0], "Chuyển sang Unicode")
    assert entries(page)["vb1"]["subject"] == "Cải cách hành chính nhà nước"
