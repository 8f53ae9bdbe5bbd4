"""The help, to be read beside the work: its pages at the left, one of them at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from cchc_desktop.office.handbook import SUFFIX, TOPICS, page, picture, title
from ui.dialogs.question import Question
from ui.look import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_SHARE = 0.7
"""Of the screen's height, at most."""
_LIST_IN_DIGITS, _PAGE_IN_DIGITS = 36, 84


class Handbook(Question):
    """Shows the pages of the help; links lead from one to another and nowhere outside the program."""

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        super().__init__("Hướng dẫn", "", "", parent)
        self.setWindowModality(Qt.WindowModality.NonModal)  # she reads and works in turns
        digit = self.fontMetrics().averageCharWidth()
        self.topics = QListWidget()
        self.topics.setAccessibleName("Các trang hướng dẫn")
        self.topics.addItems([title(each) for each in TOPICS])
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.topics.setFixedWidth(digit * _LIST_IN_DIGITS)
        self.page = _Page()
        self.page.setAccessibleName("Trang hướng dẫn")
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.topics)
        beside.addWidget(self.page, 1)
        screen = QGuiApplication.primaryScreen().availableSize()
        width = min(digit * (_LIST_IN_DIGITS + _PAGE_IN_DIGITS), screen.width() - 4 * GRID)
        both.setMinimumSize(width, round(screen.height() * _SHARE))
        self.add_field(both)
        self.add_button("Đóng")
        self.topics.currentRowChanged.connect(self._show_row)
        self.page.anchorClicked.connect(self._follow)
        self.show_topic(topic)

    def show_topic(self, topic: str, heading: str = "") -> None:
        """Show the page of that name, from the heading that begins with those words on."""
        self.topics.setCurrentRow(TOPICS.index(topic) if topic in TOPICS else 0)
        if heading:
            self.page.find_heading(heading)
        self.page.setFocus()

    @property
    def shown_topic(self) -> str:
        """The name of the page that is shown."""
        return TOPICS[self.topics.currentRow()]

    def show_help(self) -> None:
        """It is the help."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.setFocus()

    def _show_row(self, row: int) -> None:
        self.page.setMarkdown(page(TOPICS[row]))

    def _follow(self, url: QUrl) -> None:
        topic = url.path().removesuffix(SUFFIX)
        if topic in TOPICS:
            self.show_topic(topic)


class _Page(QTextBrowser):
    """Finds the pictures of a page in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.document().setDocumentMargin(2 * GRID)

    def find_heading(self, words: str) -> None:
        """Scroll to the first heading that begins with the words."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().startswith(words):
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        is_picture = kind == QTextDocument.ResourceType.ImageResource.value
        if is_picture and (data := picture(QUrl(name).path())):
            image = QImage.fromData(QByteArray(data))
            return image.scaledToWidth(
                min(image.width(), self.viewport().width() - 6 * GRID),
                Qt.TransformationMode.SmoothTransformation,
            )
        return super().loadResource(kind, name)
