"""Many reports answered at once: taken a step on, confirmed by receipts; called off, what was done stays."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cchc_desktop.exchange.messages import ReceiptPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.form.review import Review
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.sample_offices import write_sample_offices
from cchc_desktop.rollup.standing import Standing
from cchc_desktop.storage.received import load_received
from tests.unit.office.totals.below import Q3, review
from ui import showing
from ui.desk import Desk
from ui.dialogs import files
from ui.dialogs.question import Question
from ui.totals.answers import accept_all
from ui.totals.below_tabs import BelowTabs
from ui.worker import Stopped, Ticket


def standings(tabs: BelowTabs) -> Sequence[Standing]:
    matrix = tabs.sending.model.matrix
    assert matrix
    return [matrix.place(each.id, Q3).standing for each in matrix.offices]


def all_three_are(tabs: BelowTabs, standing: Standing) -> bool:
    return standings(tabs).count(standing) == 3


def agree(tabs: BelowTabs) -> None:
    """Press the first button of the question that is open."""
    question = next(each for each in tabs.sending.findChildren(Question) if each.isVisible())
    question.findChildren(QPushButton)[0].click()


def test_all_listed_reports_are_accepted_after_a_question_that_says_how_many(
    tabs: BelowTabs, desk: Desk, qtbot: QtBot
) -> None:
    review(desk.the_office, "dv3", Review.RETURNED)
    tabs.sending.refresh()
    qtbot.waitUntil(lambda: Standing.RETURNED in standings(tabs))
    QTest.mouseClick(tabs.sending.bar.accept, Qt.MouseButton.LeftButton)
    agree(tabs)
    qtbot.waitUntil(lambda: standings(tabs).count(Standing.ACCEPTED) == 2)
    assert tabs.sending.told.text() == "Đã chuyển 2 báo cáo quý III năm 2026 sang bước sau."
    assert Standing.RETURNED in standings(tabs)
    assert not tabs.sending.bar.accept.isEnabled()


def test_only_the_offices_that_the_filter_leaves_are_accepted(tabs: BelowTabs, qtbot: QtBot) -> None:
    tabs.sending.bar.group.setCurrentText("Phường")
    tabs.sending.bar.accept.click()
    agree(tabs)
    qtbot.waitUntil(lambda: Standing.ACCEPTED in standings(tabs))
    assert standings(tabs).count(Standing.ACCEPTED) == 1


def test_where_acceptance_takes_two_steps_each_report_goes_one_of_them(
    tabs: BelowTabs, desk: Desk, qtbot: QtBot
) -> None:
    desk.set_settings(replace(desk.the_office.settings, review_steps=2))
    for standing in (Standing.REVIEWED, Standing.ACCEPTED):
        tabs.sending.bar.accept.click()
        agree(tabs)
        qtbot.waitUntil(partial(all_three_are, tabs, standing))


class CalledOffAfterOne(Ticket):
    """A piece of work that a person stops when one office is done."""

    def checkpoint(self, done: int = 0, steps: int = 0) -> None:
        if done:
            raise Stopped
        super().checkpoint(done, steps)


def test_called_off_it_ends_between_two_offices_and_says_for_which_it_was_done(
    office_file: Path, qapp: QApplication
) -> None:
    ticket = CalledOffAfterOne(lambda _: None, qapp)
    below = ("dv2", "dv1", "dv3")
    answered = accept_all(office_file, below, Q3, ticket)
    assert (answered.offices, answered.was_stopped) == (("dv2",), True)
    with Office.look(office_file) as office:
        stages = {each.office: each.stage for each in load_received(office.archive.db, Q3)}
    assert [stages[each] for each in below] == [Review.ACCEPTED, Review.RECEIVED, Review.RECEIVED]
    ticket.deleteLater()


def test_every_listed_office_whose_report_is_here_gets_its_receipt(
    tabs: BelowTabs, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(files, "choose_folder", lambda *_: tmp_path / "biên nhận")
    monkeypatch.setattr(showing, "show_in_folder", lambda *made: shown.extend(made))
    list(receive(desk.the_office, write_sample_offices(tmp_path / "đến", 2, Q3, 1).good, may_register=True))
    tabs.sending.refresh()
    qtbot.waitUntil(lambda: len(standings(tabs)) == 7)
    QTest.keyClicks(tabs.sending.bar.search, "so lieu mau")
    tabs.sending.bar.receipts.click()
    assert tabs.sending.busy.isVisible()
    qtbot.waitUntil(lambda: bool(shown), timeout=20000)
    assert tabs.sending.told.text() == f"Đã tạo 2 biên nhận trong {tmp_path / 'biên nhận'}."
    said = [payload_in(file.read_bytes()) for file in shown]
    names = [each.To.OrganName for each in said if isinstance(each, ReceiptPayload)]
    assert names == ["UBND xã Mẫu 1 (SỐ LIỆU MẪU)", "UBND xã Mẫu 2 (SỐ LIỆU MẪU)"]
    qtbot.waitUntil(lambda: not tabs.sending.busy.isVisible())
