"""Pages on paper, or in a PDF file, exactly as the screen shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

from cchc_desktop.errors import CchcError
from ui.preview.painting import paint_page
from ui.preview.print_words import PrintWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.preview.pages import Page

_TWIPS_PER_INCH = 1440


class PrintRefused(CchcError):
    """The printer, or the file printed to, takes nothing."""


def new_printer() -> QPrinter:
    """Return the system's printer, set to A4; the margins are the pages' own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF())
    return printer


def print_dialog(printer: QPrinter, count: int, parent: QWidget | None = None) -> QPrintDialog:
    """Return the dialog that asks where and which of the pages are printed."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In báo cáo")
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    return dialog


def ask_and_print(pages: Sequence[Page], parent: QWidget) -> None:
    """Ask where the pages are printed, and print them. Raises `PrintRefused`."""
    words = PrintWords()
    QCoreApplication.installTranslator(words)
    try:
        printer = new_printer()
        dialog = print_dialog(printer, len(pages), parent)
        agreed = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
    finally:
        QCoreApplication.removeTranslator(words)
    if agreed:
        print_pages(printer, pages)


def print_pages(printer: QPrinter, pages: Sequence[Page]) -> None:
    """Print the pages that the printer is set to. Raises `PrintRefused`."""
    wanted = [pages[at] for at in _wanted(printer, len(pages))]
    painter = QPainter()
    if not wanted or not painter.begin(printer):
        raise PrintRefused(
            "Không in được báo cáo. Hãy kiểm tra máy in đang bật, hoặc tệp PDF định ghi không bị chương "
            "trình khác mở, rồi in lại."
        )
    for at, page in enumerate(wanted):
        if at:
            printer.newPage()
        paint_page(painter, page, printer.resolution() / _TWIPS_PER_INCH)
    painter.end()


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages asked for, from 0, as often and in the order that the printer leaves to us."""
    chosen = printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage()
    first, last = (printer.fromPage(), printer.toPage()) if chosen else (1, count)
    numbers = list(range(first - 1, min(last, count)))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    return numbers * (1 if printer.supportsMultipleCopies() else printer.copyCount())
