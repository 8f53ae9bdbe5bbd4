"""Pages on paper."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel
from pytestqt.qtbot import QtBot

from cchc_desktop.office.printed.preview import PAPER
from tests.gui.preview.a_preview import form_of, report_of, rows, sample
from ui.preview import printing
from ui.preview.pages import pages
from ui.preview.preview_pane import PreviewPane
from ui.preview.print_words import PrintWords
from ui.preview.printing import PrintRefused, new_printer, print_dialog, print_pages

_PAGE = re.compile(rb"/Type\s*/Page\b")
_BOX = re.compile(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)")


def pdf_printer(path: Path) -> QPrinter:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def page_count(path: Path) -> int:
    return len(_PAGE.findall(path.read_bytes()))


@pytest.mark.usefixtures("qapp")
def test_a_pdf_has_the_pages_of_the_preview_on_a4(tmp_path: Path) -> None:
    found = pages(sample("phuong-mau"))
    print_pages(pdf_printer(tmp_path / "a.pdf"), found)
    assert page_count(tmp_path / "a.pdf") == len(found)
    boxes = _BOX.findall((tmp_path / "a.pdf").read_bytes())
    assert {(int(width), int(height)) for width, height in boxes} <= {(595, 842), (595, 841)}
    assert boxes


@pytest.mark.usefixtures("qapp")
def test_a_page_fills_the_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scales: list[float] = []
    monkeypatch.setattr(printing, "paint_page", lambda *given: scales.append(given[2]))
    printer = pdf_printer(tmp_path / "a.pdf")
    print_pages(printer, pages(report_of()))
    assert scales[0] * PAPER.width == pytest.approx(
        printer.pageRect(QPrinter.Unit.DevicePixel).width(), rel=0.002
    )


@pytest.mark.usefixtures("qapp")
def test_only_the_pages_asked_for_are_printed(tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "a.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    print_pages(printer, pages(report_of(form_of(*rows(120)))))
    assert page_count(tmp_path / "a.pdf") == 3


@pytest.mark.usefixtures("qapp")
def test_a_printer_that_takes_nothing_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(*_: object) -> None:
        raise PrintRefused("Không in được.")

    monkeypatch.setattr(printing, "ask_and_print", refuse)
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.set_report(report_of())
    pane.show()
    with qtbot.waitSignal(pane.refused) as told:
        pane.print_button.click()
    assert told.args
    assert str(told.args[0]) == "Không in được."
    with pytest.raises(PrintRefused):
        print_pages(pdf_printer(tmp_path / "a.pdf"), ())


@pytest.mark.usefixtures("qapp")
def test_the_print_dialog_speaks_vietnamese(qtbot: QtBot) -> None:
    words = PrintWords()
    QCoreApplication.installTranslator(words)
    dialog = print_dialog(new_printer(), 12)
    QCoreApplication.removeTranslator(words)
    qtbot.addWidget(dialog)
    said = [button.text() for button in dialog.findChildren(QAbstractButton)]
    said += [label.text() for label in dialog.findChildren(QLabel)]
    said += [group.title() for group in dialog.findChildren(QGroupBox)]
    combos = dialog.findChildren(QComboBox)
    said += [box.itemText(at) for box in combos for at in range(box.count())]
    english = re.compile(r"\b(Print|Page|Pages|Color|Copies|Options|Output|Printer|Name|Type|Off|to|from)\b")
    assert dialog.windowTitle() == "In báo cáo"
    assert "&In" in said
    assert [text for text in said if english.search(text.replace("&", ""))] == []
    assert (dialog.minPage(), dialog.maxPage()) == (1, 12)


def test_a_called_off_dialog_prints_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    printed: list[object] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Rejected)
    monkeypatch.setattr(printing, "print_pages", lambda *given: printed.append(given))
    pane.set_report(report_of())
    pane.show()
    pane.print_report()
    assert printed == []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    pane.print_report()
    assert len(printed) == 1
