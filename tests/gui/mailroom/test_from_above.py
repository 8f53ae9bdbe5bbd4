"""From above: a request is looked at and opens its report; a return opens at its first comment."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.exchange.messages import Comment
from cchc_desktop.form.profile import Profile
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.mailroom.answering import hand_back, write_receipt
from cchc_desktop.office.mailroom.receiving import receive
from cchc_desktop.office.mailroom.requests_out import Request, write_request
from cchc_desktop.office.mailroom.returns_in import return_of
from cchc_desktop.office.mailroom.submitting import submit
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.gui.mailroom.conftest import answer_and_lock
from tests.gui.mailroom.dropping import drop, press, received
from ui.desk import Desk
from ui.mailroom.request_question import RequestQuestion
from ui.main_window import MainWindow
from ui.widgets.comment_strip import CommentStrip

Q3, Q4 = Period.read("2026-Q3"), Period.read("2026-Q4")
COMMENTS = (
    Comment(cell="", section="I.1", quote="văn", text="Viết rõ hơn"),
    Comment(cell="PL3.1", section="", quote="", text="Xem lại số này"),
    Comment(cell="PL2.4.1", section="", quote="", text="Thiếu nhiệm vụ tháng 8"),
)


@pytest.fixture
def superior(tmp_path: Path) -> Path:
    """The superior's office file."""
    path = tmp_path / "tinh.cchc"
    Office.create(path, Profile("UBND tỉnh Mẫu", Level.PROVINCE, prepared_by="Hoa")).close()
    return path


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ward's file whose report was sent, the return and the receipt of it."""
    folder = tmp_path_factory.mktemp("lên xuống")
    with Office.create(folder / "xa.cchc", Profile("UBND phường Mẫu", Level.COMMUNE)) as office:
        office.start(Q3)
        answer_and_lock(office, Q3)
        sent = submit(office, Q3, folder / "đi")
    with Office.create(folder / "tinh.cchc", Profile("UBND tỉnh Mẫu", Level.PROVINCE)) as office:
        list(receive(office, sent.files, may_register=True))
        write_receipt(office, "UBND phường Mẫu", Q3, folder / "bn")
        hand_back(office, "UBND phường Mẫu", Q3, COMMENTS, folder / "tl", text="Đề nghị sửa")
    return folder


@pytest.fixture
def sent(window: MainWindow, story: Path, tmp_path: Path) -> MainWindow:
    """The window on the ward's file."""
    window.opening.open(Path(shutil.copy(story / "xa.cchc", tmp_path / "xa.cchc")))
    return window


@pytest.fixture
def returned(qtbot: QtBot, sent: MainWindow, story: Path) -> CommentStrip:
    """The strip of comments, after the return was dropped on the window."""
    received(qtbot, sent, *(story / "tl").iterdir())
    return sent.comments


def test_a_request_is_looked_at_before_it_opens_its_report(
    qtbot: QtBot, window: MainWindow, desk: Desk, superior: Path, tmp_path: Path
) -> None:
    with Office.open(superior) as office:
        asked = write_request(office, Request(Q4, Level.COMMUNE, text="Gửi đúng hạn"), tmp_path).path
    drop(window, asked)
    tab = window.exchange.mailroom.intake
    qtbot.waitUntil(lambda: tab.findChild(RequestQuestion) is not None, timeout=20000)
    question = tab.findChild(RequestQuestion)
    assert question
    assert [head.period for head in desk.heads] == [Q3]
    press(question, "Nhận và lập báo cáo")
    qtbot.waitUntil(lambda: len(desk.heads) == 2, timeout=20000)
    qtbot.waitUntil(lambda: desk.the_report.head.period == Q4)
    assert "Gửi đúng hạn" in tab.detail.text()


@pytest.mark.usefixtures("returned")
def test_a_return_opens_at_the_first_commented_cell(window: MainWindow, desk: Desk) -> None:
    assert desk.the_report.head.stage is Stage.RETURNED
    assert window.pages.shown is window.figures
    table = window.figures.table
    assert table
    assert table.form.row_at(table.currentIndex()).code == "PL3.1"


def test_comments_are_followed_to_their_places_and_ticked_off_for_good(
    window: MainWindow, desk: Desk, returned: CommentStrip
) -> None:
    assert returned.isVisible()
    assert "Đề nghị sửa. Còn 3/3 góp ý chưa sửa." in returned.words.text()
    returned.list.setFocus()
    returned.list.setCurrentRow(0)
    QTest.keyClick(returned.list, Qt.Key.Key_Space)
    assert "Còn 2/3 góp ý" in returned.words.text()
    found = return_of(desk.the_office, Q3)
    assert found
    assert [each.is_done for each in found.comments] == [True, False, False]
    QTest.keyClick(returned.list, Qt.Key.Key_Return)
    assert window.pages.shown is window.prose
    workplace = window.prose.workplace
    assert workplace
    assert workplace.section == "I.1"
    assert workplace.editor.textCursor().selectedText() == "văn"
    returned.list.setFocus()
    QTest.keyClick(returned.list, Qt.Key.Key_Down)
    QTest.keyClick(returned.list, Qt.Key.Key_Down)
    QTest.keyClick(returned.list, Qt.Key.Key_Return)
    table = window.figures.table
    assert table
    assert table.form.row_at(table.currentIndex()).code == "PL2.4.1"


def test_everything_else_stays_within_reach_and_may_be_corrected(
    window: MainWindow, desk: Desk, returned: CommentStrip
) -> None:
    desk.figures.enter("PL2.1", "5")
    assert desk.the_report.form.number(IndicatorCode("PL2.1")) == 5
    window.show_page(window.page_names.index("Kiểm tra"))
    assert not returned.isVisible()
    window.show_page(window.page_names.index("Số liệu"))
    assert returned.isVisible()


def test_a_receipt_says_that_the_report_arrived(qtbot: QtBot, sent: MainWindow, story: Path) -> None:
    received(qtbot, sent, *(story / "bn").iterdir())
    mailroom = sent.exchange.mailroom
    mailroom.setCurrentWidget(mailroom.road)
    assert "đã có biên nhận" in mailroom.road.where.text()
