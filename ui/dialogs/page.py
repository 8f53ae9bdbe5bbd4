"""A page to read: the guide, the keyboard."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.dialogs.question import Question

_SHARE = 0.6
"""Of the screen's height, at most."""


class PageDialog(Question):
    """Shows Markdown, or HTML where the text begins with a tag; links go nowhere outside the program."""

    def __init__(
        self, title: str, text: str, parent: QWidget | None = None, *, printable: bool = False
    ) -> None:
        super().__init__(title, "", "", parent)
        self.page = QTextBrowser()
        self.page.setAccessibleName(title)
        self.page.setOpenLinks(False)
        show = self.page.setHtml if text.startswith("<") else self.page.setMarkdown
        show(text)
        height = QGuiApplication.primaryScreen().availableGeometry().height()
        self.page.setMinimumHeight(round(height * _SHARE))
        self.page.setMinimumWidth(self.fontMetrics().averageCharWidth() * 88)
        self.add_field(self.page)
        if printable:
            button = self.add_button("In…", self._print)
            button.clicked.disconnect(self.close)
        self.add_button("Đóng")
        self.page.setFocus()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # it takes a while to load

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(f"In {self.windowTitle().lower()}")
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.page.document().print_(printer)
        dialog.deleteLater()
