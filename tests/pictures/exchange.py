"""The station Gửi – Nhận at work: a province and what its communes send, a ward and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.office.figures.locking import lock
from cchc_desktop.office.mailroom.answering import hand_back
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.mailroom.remarks import on_cells, on_passage
from cchc_desktop.office.mailroom.requests_out import Request, write_request
from cchc_desktop.office.mailroom.submitting import submit
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.sample_offices import write_sample_offices
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.journeys.hand_filled import filled_by_hand
from tests.pictures.waiting import wait
from ui.dialogs.question import Question
from ui.mailroom.arrival_lines import waits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from ui.main_window import MainWindow

Q3 = Period.read("2026-Q3")
GOOD, LISTED = 18, 22
"""Communes that send as they should, and all on the list."""
PATIENCE = 20
"""Seconds until what a picture is of must be there."""
LOOK = 20
"""Milliseconds between two looks whether it is."""
TASKS = IndicatorCode("PL2.4.1")
REMARKS = (
    *on_cells({TASKS: "Chưa khớp với sổ theo dõi nhiệm vụ, đề nghị rà soát."}),
    on_passage("I.1", "kế hoạch", "Nêu rõ số, ngày của kế hoạch."),
)
FILLED: dict[str, int | str] = {"PL2.1": 5, "PL2.2.1": "30,162", "PL2.2.2": "khoảng 20", TASKS: 41}
"""Figures as somebody types them who has no more than Excel: one reads both ways, one is none."""


class ExchangeScenes:
    """Shows the dialogs and filled tabs; `picture` takes the picture of the window, or of a dialog."""

    def __init__(self, window: MainWindow, scratch: Path, picture: Callable[..., QPixmap]) -> None:
        self._window, self._scratch, self._picture = window, scratch, picture

    def pictures(self) -> Iterator[tuple[str, QPixmap]]:
        """Yield the name and picture of each."""
        province = self._province()
        self._open(province)
        yield from self._arrivals(self._inbox(province))
        yield from self._sending()
        yield from self._review()
        yield from self._totals()
        yield from self._ward()

    def _province(self) -> Path:
        path = self._scratch / "tinh-22-xa.cchc"
        profile = Profile("UBND tỉnh Mẫu", Level.PROVINCE, code="H99", prepared_by="Trần Thị Mẫu")
        with Office.create(path, profile) as office:
            for number in range(1, LISTED + 1):
                name, group = f"UBND xã Mẫu {number} (SỐ LIỆU MẪU)", ("Nông thôn", "Đô thị")[number % 3 == 0]
                code, mail = f"H99.00.{number:03}", f"xa{number}@mau.example" if number % 4 else ""
                office.offices.add({"name": name, "code": code, "group": group, "email": mail})
            before = write_sample_offices(self._scratch / "quý II", GOOD, Q3.previous, 7)
            list(receive(office, before.good))
        return path

    def _inbox(self, province: Path) -> Path:
        folder = self._scratch / "Hộp thư đến"
        write_sample_offices(folder, GOOD, Q3, 7, with_trouble=True)
        with Office.open(province) as office:
            asked = write_request(office, Request(Q3, Level.COMMUNE), self._scratch / "yêu cầu")
        lines = {"Cơ quan báo cáo": f"UBND xã Mẫu {LISTED} (SỐ LIỆU MẪU)", "Mã cơ quan": f"H99.00.0{LISTED}"}
        filled_by_hand(asked.path, folder / "Báo cáo xã điền tay.xlsx", lines, FILLED)
        return folder

    def _arrivals(self, inbox: Path) -> Iterator[tuple[str, QPixmap]]:
        tab = self._window.exchange.mailroom.intake
        self._window.exchange.mailroom.setCurrentWidget(tab)
        tab.take((inbox,))
        self._wait(lambda: " tệp: " in tab.head.told.text())
        lines = tab.table.lines.lines
        asked = [row for row, line in enumerate(lines) if waits(line)]
        tab.table.choose(asked[0])
        self._window.exchange.watching.watch(inbox)
        self._window.exchange.watching.timer.stop()
        yield "nhan-tep", self._picture()
        self._window.exchange.watching.stop()
        for name, wanted in (("hoi-xem-va-chon", "khác với phần máy đọc"), ("hoi-dien-tay", "điền tay")):
            tab.table.choose(next(row for row in asked if wanted in lines[row].reason))
            tab.decide.click()
            yield name, self._asked()

    def _sending(self) -> Iterator[tuple[str, QPixmap]]:
        mailroom, matters = self._window.exchange.mailroom, self._window.mailroom_matters
        sending = mailroom.below.sending
        mailroom.setCurrentWidget(sending)
        self._wait(sending.bar.accept.isEnabled)
        yield "tinh-hinh-gui-22-xa", self._picture()
        sending.table.setCurrentIndex(sending.model.index(sending.model.row_of("dv1") or 0, 2))
        asked: dict[str, Callable[[], object]] = {
            "hoi-loi-nhac": sending.bar.remind.click,
            "hoi-tiep-nhan": sending.bar.accept.click,
            "hoi-ngoai-le": sending.here.agree_button.click,
            "hoi-luc-nhan": sending.here.arrival_button.click,
            "hoi-yeu-cau": matters.ask_request,
        }
        for name, ask in asked.items():
            ask()
            yield name, self._asked()

    def _review(self) -> Iterator[tuple[str, QPixmap]]:
        mailroom = self._window.exchange.mailroom
        mailroom.reviewing.open("dv1", Q3)
        yield "hoi-xem-xet", self._asked(close=False)
        question = self._question()
        for tabs in question.findChildren(QTabWidget):
            tabs.setCurrentIndex(tabs.count() - 1)
        yield "hoi-xem-xet-loi-van", self._picture(question)
        question.close()
        mailroom.below.open_received("dv2", Q3)
        yield "hoi-bao-cao-nhan-duoc", self._asked()

    def _totals(self) -> Iterator[tuple[str, QPixmap]]:
        window, totals = self._window, self._window.exchange.mailroom.below.totals
        window.exchange.mailroom.setCurrentWidget(totals)
        self._wait(totals.take_button.isEnabled)
        totals.take_button.click()
        self._wait(lambda: bool(window.desk.report and window.desk.report.form.number(TASKS)))
        window.desk.figures.enter(TASKS, "999")
        self._wait(lambda: "khác với tổng" in totals.told.text())
        yield "tong-hop-khac-bao-cao", self._picture()
        next(button for words, button in totals.coverage.buttons.items() if "Chưa" in words).click()
        yield "hoi-do-phu", self._asked()

    def _ward(self) -> Iterator[tuple[str, QPixmap]]:
        """A ward that has sent, then what it finds when its report comes back."""
        path, returned = self._scratch / "phuong-gui.cchc", self._scratch / "trả lại"
        superior = Superior("UBND tỉnh Mẫu", "cchc@tinhmau.example")
        profile = Profile("UBND phường Mẫu", Level.COMMUNE, superior=superior, prepared_by="Lê Thị Thử")
        with Office.create(path, profile) as office:
            report = office.start(Q3)
            for code, row in report.template.indicators.items():
                if report.form.is_asked(row):
                    report.enter(code, "kps")
            report.enter(TASKS, "20")
            report.write("I.1", "Ủy ban nhân dân phường đã ban hành kế hoạch cải cách hành chính năm 2026.")
            lock(office, Q3)
        self._open(path)
        road = self._window.exchange.mailroom.road
        self._window.exchange.mailroom.setCurrentWidget(road)
        yield "gui-da-chot", self._picture()
        with Office.open(path) as office:
            sent = submit(office, Q3, self._scratch / "gửi")
        self._window.desk.read_again(Q3)
        yield "gui-da-gui", self._picture()
        profile, path = Profile("UBND tỉnh Mẫu", Level.PROVINCE), self._scratch / "tinh-tra-lai.cchc"
        with Office.create(path, profile) as office:
            list(receive(office, sent.files, may_register=True))
            back = hand_back(office, "dv1", Q3, REMARKS, returned, text="Đề nghị sửa hai chỗ.")
        self._window.going.receive((back.path,))
        self._wait(lambda: self._window.comments.has_comments)
        yield "so-lieu-tra-lai", self._picture()

    def _open(self, path: Path) -> None:
        self._window.desk.leave()
        self._window.desk.open(path)
        self._window.go_to(self._window.exchange)
        self._wait(lambda: bool(self._window.exchange.findChildren(QTabWidget)))

    def _question(self) -> Question:
        (question,) = (each for each in self._window.findChildren(Question) if each.isVisible())
        return question

    def _asked(self, *, close: bool = True) -> QPixmap:
        """Wait for the question, take its picture, and leave it unanswered."""
        self._wait(lambda: any(each.isVisible() for each in self._window.findChildren(Question)))
        question = self._question()
        picture = self._picture(question)
        if close:
            question.close()
            self._wait(lambda: not any(each.isVisible() for each in self._window.findChildren(Question)))
        return picture

    def _wait(self, is_there: Callable[[], bool]) -> None:
        for _ in range(PATIENCE * 1000 // LOOK):
            if is_there():
                return
            wait(LOOK)
        raise TimeoutError("what the picture is of did not come")
