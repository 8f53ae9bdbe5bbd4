"""Every page and dialog of the window on the sample office, one after the other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QTabWidget

from cchc_desktop.errors import CchcError
from cchc_desktop.form.profile import Profile
from cchc_desktop.office.exported.producing import write_word_report
from cchc_desktop.office.keeping.backups import Why
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.preview import PAPER
from cchc_desktop.office.samples.samples import make_sample
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import slug
from cchc_desktop.values.period import Period
from tests.journeys.word_files import edited, forms, paragraph_with, row_with
from tests.pictures.exchange import ExchangeScenes
from tests.pictures.waiting import wait
from tests.unit.office.totals.below import NOW, province, receive
from ui import qt
from ui.desk import Desk
from ui.dialogs.copying import NotCopied
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.preview.page_view import PageView
from ui.preview.painting import paint_page
from ui.remembered import Remembered
from ui.theme import dress
from ui.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from docx.document import Document

_SCREEN = (1366, 728)
"""A cheap notebook's, without the task bar, in real pixels."""
_TITLE_BAR = 32
_PAGE_SCALE = 0.07
"""Pixels a twip of the report's first page: about 100 an inch."""
_SETTLING = 60
"""Milliseconds for layouts and delayed work."""
_MOST_LOOKS = 8
_COMMUNES = 9
_DAMAGED = "Tệp “phuong-mau.cchc” bị hỏng nên không đọc được trọn vẹn."
_PULLED = "Không thấy nơi cất tệp “E:/phuong-mau.cchc”: có thể thẻ nhớ đã rút ra. Hãy cắm lại thẻ."
_SHARE = 0.9
"""Of the office's window, which a window on a document has."""


class Scenes:
    """A window of its own on a fresh sample, and ways to show each of its faces."""

    def __init__(self, theme: str, percent: int, scratch: Path) -> None:
        self.app: QApplication = qt.application()
        dress(theme, 100)
        self._scratch = scratch
        self.desk, self.worker = Desk(), Worker()
        self.window = MainWindow(self.desk, self.worker, Remembered(scratch / "config"), scratch)
        width, height = _SCREEN
        self.window.resize(width * 100 // percent, (height - _TITLE_BAR) * 100 // percent)
        self.window.show()

    def pictures(self) -> Iterator[tuple[str, QPixmap]]:
        """Yield the name and picture of each page, then of each dialog."""
        yield "bat-dau", self._picture()
        yield from self._empty_office()
        self.desk.open(make_sample("phuong-mau", self._scratch / "phuong-mau.cchc"))
        with Office.open(self._scratch / "phuong-mau.cchc") as office:
            office.back_up(Why.ASKED)
        for name in self.window.page_names:
            self._show(name)
            yield slug(name), self._picture()
        yield "trang-bao-cao", self._first_page()
        yield from self._dialogs()
        yield from self._documents()
        self.desk.leave()
        self.desk.open(make_sample("huong-tra", self._scratch / "huong-tra.cchc"))
        self._show("Số liệu")
        yield "so-lieu-huong-tra", self._picture()
        self._show("Kiểm tra")
        yield "kiem-tra-huong-tra", self._picture()
        self.desk.leave()
        yield from self._superior()
        yield from ExchangeScenes(self.window, self._scratch, self._picture).pictures()

    def close(self) -> None:
        """Close the window and end its worker."""
        self.window.close()
        self.window.deleteLater()
        self.app.processEvents()

    def _empty_office(self) -> Iterator[tuple[str, QPixmap]]:
        empty = self._scratch / "moi.cchc"
        with Office.create(empty, Profile("UBND xã Mới", Level.COMMUNE)):
            pass
        self.desk.open(empty)
        yield "tong-quan-trong", self._picture()
        self.desk.start(Period.read("2026-Q4"))
        self._show("Kiểm tra")
        yield "kiem-tra-trong", self._picture()
        self.desk.leave()

    def _superior(self) -> Iterator[tuple[str, QPixmap]]:
        """The tabs of a province of whose communes some have sent."""
        path = self._scratch / "tinh-mau.cchc"
        with province(path, communes=_COMMUNES) as office:
            for number in range(1, _COMMUNES - 1):
                came = NOW + timedelta(days=number % 3)
                receive(office, f"dv{number}", _said(number), came=came)
        self.desk.open(path)
        self._show("Gửi – Nhận")
        self._settle()  # the tabs come a moment after the page
        mailroom = self.window.exchange.mailroom
        for tab in mailroom.below.in_order:
            mailroom.setCurrentWidget(tab)
            self._settle()
            self._settle()  # what is looked into comes after what is added up
            yield slug(tab.title), self._picture()

    def _dialogs(self) -> Iterator[tuple[str, QPixmap]]:
        matters, helps = self.window.matters, self.window.help
        asked: dict[str, Callable[[], object]] = {
            "hoi-bao-cao-moi": matters.ask_new_report,
            "hoi-tep-moi": self.window.opening.ask_create,
            "hoi-thong-tin": matters.ask_details,
            "hoi-chot": matters.ask_lock,
            "hoi-thiet-lap": matters.ask_settings,
            "hoi-sao-luu": matters.ask_backups,
            "hoi-nhat-ky": matters.ask_journal,
            "hoi-huong-dan": helps.show_guide,
            "hoi-ban-phim": helps.show_keys,
            "hoi-gioi-thieu": helps.show_about,
            "hoi-tep-hong": lambda: self.desk.damaged.emit(self.desk.path, CchcError(_DAMAGED)),
            "hoi-the-nho": lambda: NotCopied(_PULLED, self.window).open(),
        }
        for name, ask in asked.items():
            ask()
            (dialog,) = (each for each in self.window.findChildren(Question) if each.isVisible())
            yield name, self._picture(dialog)
            for tabs in dialog.findChildren(QTabWidget):
                tabs.setCurrentIndex(tabs.count() - 1)
                yield f"{name}-2", self._picture(dialog)
            dialog.close()
            self._settle()

    def _documents(self) -> Iterator[tuple[str, QPixmap]]:
        """The windows on somebody's document: the sample's own report, changed by hand."""
        with Office.snapshot(self._scratch / "phuong-mau.cchc") as office:
            ours = write_word_report(office, office.reports()[0].period, self._scratch / "bao-cao.docx")
        changed = edited(ours, self._scratch / "bao-cao-da-sua.docx", _change)
        documents = self.window.documents
        opened: dict[str, Callable[[Path], object]] = {
            "xem-xet": documents.audit,
            "so-voi-word": documents.compare,
            "lay-so-lieu": documents.read_figures,
            "lap-bo-bieu-mau": documents.draft,
        }
        for name, read in opened.items():
            read(changed)
            self._settle()
            (shown,) = documents.windows
            shown.resize(self.window.size() * _SHARE)
            yield name, self._picture(shown)
            shown.close()

    def _show(self, page: str) -> None:
        self.window.show_page(self.window.page_names.index(page))
        for _ in range(_MOST_LOOKS):  # the tabs of Gửi – Nhận come a moment after their page
            if self.window.exchange.isVisible() and self.window.exchange.findChild(QTabWidget) is None:
                self._settle()

    def _first_page(self) -> QPixmap:
        """Return the report's first page as it is printed, whatever the theme."""
        (view,) = self.window.findChildren(PageView)
        picture = QPixmap(round(PAPER.width * _PAGE_SCALE), round(PAPER.height * _PAGE_SCALE))
        with QPainter(picture) as painter:
            paint_page(painter, view.pages[0], _PAGE_SCALE)
        return picture

    def _picture(self, dialog: Question | None = None) -> QPixmap:
        """Return the picture once nothing on it changes any more: a scroll bar comes after the pages."""
        shown = dialog or self.window
        self._settle()
        picture = shown.grab()
        for _ in range(_MOST_LOOKS):
            self._settle()
            before, picture = picture, shown.grab()
            if before.toImage() == picture.toImage():
                break
        return picture

    def _settle(self) -> None:
        wait(_SETTLING)
        while self.worker.is_busy:
            wait(_SETTLING)
        self.app.processEvents()


def _said(number: int) -> dict[str, str]:
    """What the commune of that number answers on the first appendix."""
    figures = {
        "PL2.1": 5 * number,
        "PL2.2.1": 20 + number,
        "PL2.2.2": 14 + number,
        "PL2.3.1": number % 4,
        "PL2.3.2": 0,
        "PL2.3.3.1": 2 * (number % 4),
        "PL2.3.3.2": number % 4,
        "PL2.4.1": 10 + number,
        "PL2.4.2": 8 + number,
        "PL2.4.3": 2,
        "PL2.4.4": 0,
        "PL2.5.1": 100 + 10 * number,
    }
    return {code: str(figure) for code, figure in figures.items()}


def _change(document: Document) -> None:
    """Write on in one section, and change a ratio and a figure that nobody can read."""
    paragraph_with(document, "niêm yết và lưu hồ sơ").add_run(" Đã xử lý 38/41 nội dung, đạt 82,93%.")
    table = forms(document)[0]
    table.cell(row_with(table, "Tỷ lệ hoàn thành"), 3).text = "90%"
    table.cell(row_with(table, "Tổng số nhiệm vụ được giao"), 3).text = "khoảng 60"
