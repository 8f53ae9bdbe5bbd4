"""A superior's form made into a form set by window: gone over, corrected, checked, installed."""

import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.documents.reading import converting
from cchc_desktop.template.model import Kind
from cchc_desktop.template.reader import problems, read_template
from ui import showing
from ui.desk import Desk
from ui.documents.draft_window import DraftWindow
from ui.documents.waiting import Waiting
from ui.main_window import MainWindow
from ui.worker import Worker

Key = Qt.Key
Opened = Callable[[MainWindow], DraftWindow]
_ROWS: Sequence[Sequence[str]] = (
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"),
    ("1", "Tổng số cuộc họp bàn cải cách", "Cuộc", ""),
    ("1.1", "Số cuộc họp do lãnh đạo chủ trì", "Cuộc", ""),
    ("1.2", "Số cuộc họp do bộ phận chủ trì", "Cuộc", ""),
    ("2", "Số sáng kiến của thôn, tổ dân phố", "", ""),
)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form as a superior sends it, one row of it without a unit."""
    document = Document()
    document.add_paragraph("PHỤ LỤC 2")
    table = document.add_table(rows=len(_ROWS), cols=len(_ROWS[0]))
    for place, row in enumerate(_ROWS):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    document.save(str(tmp_path / "biểu.docx"))
    return tmp_path / "biểu.docx"


@pytest.fixture
def drafted(window: MainWindow, form: Path, opened: Opened) -> DraftWindow:
    window.documents.draft(form)
    return opened(window)


def texts(shown: DraftWindow, words: str) -> tuple[str, ...]:
    return next(line.texts for line in shown.model.lines if words in line.texts[1])


def choose(shown: DraftWindow, words: str) -> None:
    line = next(line for line in shown.model.lines if words in line.texts[1])
    shown.table.go_to(shown.model.row_of(line.about))


def test_rows_stand_beside_keys_kinds_and_what_they_are_worked_out_from(drafted: DraftWindow) -> None:
    _, _, unit, key, kind, operands, asked = texts(drafted, "Tổng số cuộc họp")
    assert (unit, kind) == ("Cuộc", "Tổng, chương trình tính")
    assert operands == " + ".join(
        texts(drafted, words)[3].partition(" ")[0] for words in ("lãnh đạo chủ trì", "bộ phận chủ trì")
    )
    assert key.endswith("(mới)")
    assert "tổng các dòng bên dưới" in asked


def test_a_set_with_a_fault_is_not_installed_and_enter_on_the_fault_leads_to_its_row(
    drafted: DraftWindow,
) -> None:
    assert not drafted.install.isEnabled()
    drafted.table.go_to(None)
    QTest.keyClick(drafted.table, Key.Key_Return)
    assert "thôn, tổ dân phố" in drafted.told.toPlainText()
    assert drafted.row.key.hasFocus()


def test_a_corrected_set_is_checked_and_installed(drafted: DraftWindow, desk: Desk) -> None:
    choose(drafted, "thôn, tổ dân phố")
    drafted.row.unit.setText("Sáng kiến")
    QTest.keyClick(drafted.row.unit, Key.Key_Return)
    assert not drafted.draft.problems
    drafted.head.id.setText("X27")
    drafted.head.valid_from.setText("01/01/2027")
    drafted.head.valid_from.editingFinished.emit()
    drafted.install.click()
    assert "Đã đưa bộ biểu mẫu X27" in drafted.outcome.text()
    row = next(iter(desk.the_office.catalogue().get("X27").indicators.values()))
    assert (row.label, row.kind) == ("Tổng số cuộc họp bàn cải cách", Kind.TOTAL)


def test_another_key_is_followed_by_the_rows_that_rest_on_it(drafted: DraftWindow) -> None:
    choose(drafted, "lãnh đạo chủ trì")
    drafted.row.key.setText("PL2.LD")
    QTest.keyClick(drafted.row.key, Key.Key_Return)
    assert texts(drafted, "Tổng số cuộc họp")[5].startswith("PL2.LD + ")


def test_a_row_that_the_form_leaves_out_is_named_by_a_person(
    window: MainWindow, form: Path, opened: Opened
) -> None:
    document = Document(str(form))
    document.tables[0].cell(1, 0).text = "7"
    document.save(str(form))
    window.documents.draft(form)
    shown = opened(window)
    choose(shown, "Nhóm 1")
    assert "mà không có dòng 1" in shown.told.toPlainText()
    shown.row.label.setText("Nhóm việc họp bàn")
    QTest.keyClick(shown.row.label, Key.Key_Return)
    assert texts(shown, "Nhóm việc họp bàn")[0] == "1"
    assert not texts(shown, "Nhóm việc họp bàn")[6]


def test_how_a_row_is_joined_is_chosen_and_a_heading_has_no_such_choice(drafted: DraftWindow) -> None:
    choose(drafted, "lãnh đạo chủ trì")
    row = drafted.row
    assert (row.times.currentText(), row.rollups.currentText()) == ("Phát sinh trong kỳ", "Cộng các đơn vị")
    row.times.setCurrentText("Lũy kế")
    row.rollups.setCurrentText("Chỉ số của cơ quan")
    row.accept.click()
    choose(drafted, "lãnh đạo chủ trì")
    assert (row.times.currentText(), row.rollups.currentText()) == ("Lũy kế", "Chỉ số của cơ quan")
    assert not row.operands.isVisible()
    row.kinds.setCurrentText("Tổng, chương trình tính")
    assert row.operands.isVisible()
    assert not row.times.isVisible()
    assert not row.rollups.isVisible()
    row.kinds.setCurrentText("Dòng tiêu đề")
    assert not any(each.isVisible() for each in (row.operands, row.times, row.rollups))


def test_the_space_bar_agrees_with_what_is_proposed(drafted: DraftWindow) -> None:
    choose(drafted, "Tổng số cuộc họp")
    assert texts(drafted, "Tổng số cuộc họp")[6]
    QTest.keyClick(drafted.table, Key.Key_Space)
    assert not texts(drafted, "Tổng số cuộc họp")[6]
    assert drafted.table.line
    assert "lãnh đạo chủ trì" in drafted.table.line.texts[1]


def test_what_is_no_day_is_said_and_changes_nothing(drafted: DraftWindow) -> None:
    before = drafted.draft
    drafted.head.valid_from.setText("đầu năm")
    drafted.head.valid_from.editingFinished.emit()
    assert drafted.draft is before
    assert "không phải một ngày" in drafted.outcome.text()


def test_a_draft_is_written_out_with_no_office_file_open(
    bare: MainWindow, form: Path, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare.documents.draft(form)
    shown = opened(bare)
    assert not shown.install.isEnabled()
    choose(shown, "thôn, tổ dân phố")
    shown.row.unit.setText("Sáng kiến")
    shown.row.accept.click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(showing, "show_in_folder", lambda _: None)
    shown.write.click()
    folder = tmp_path / shown.head.id.text()
    assert not problems(folder)
    assert len(read_template(folder).indicators) == len(_ROWS) - 1


def test_drafting_stops_midway_while_libreoffice_is_still_at_work(
    bare: MainWindow, worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    begun, program = tmp_path / "begun", tmp_path / "soffice"
    program.write_text(
        f"#!{sys.executable}\nimport time\nopen({str(begun)!r}, 'x')\ntime.sleep(60)\n", "utf-8"
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(converting, "libreoffice", lambda: str(program))
    (tmp_path / "biểu.doc").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    bare.documents.draft(tmp_path / "biểu.doc")
    qtbot.waitUntil(begun.exists, timeout=10000)
    (waiting,) = bare.findChildren(Waiting)
    waiting.stop.click()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=10000)
    assert not bare.documents.windows
