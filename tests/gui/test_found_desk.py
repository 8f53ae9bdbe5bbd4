"""Findings in the prose are looked for while nobody types, section by section, and are whole when needed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.office.changes import Changes
from cchc_desktop.office.office import Office
from cchc_desktop.values.period import Period
from ui.desk import Desk
from ui.found_desk import PAUSE
from ui.main_window import MainWindow

TEXTS = {"I.1": "Có {PL2.1}.", "I.2": "Giao {PL2.4.1}.", "II.1": "Không có gì."}


@pytest.fixture
def office_file(office_file: Path, period: Period) -> Path:
    """The office file with prose whose figures are still blank."""
    with Office.open(office_file) as office:
        for section, text in TEXTS.items():
            office.report(period).write(section, text)
    return office_file


def sections(desk: Desk) -> list[str]:
    return [found.section for found in desk.found.in_prose if found.code.startswith("R8")]


def test_an_opened_report_is_looked_through_once_all_is_quiet(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.found.in_prose
    qtbot.waitUntil(lambda: sections(desk) == ["I.1", "I.2"], timeout=20 * PAUSE)


def test_what_is_written_is_looked_at_at_once(desk: Desk) -> None:
    assert desk.report
    desk.tell(desk.report.write("II.1", "Xem {PL9.9}."))
    assert sections(desk) == ["II.1"]


def test_a_figure_lets_the_sections_that_name_it_be_looked_at_again(desk: Desk, qtbot: QtBot) -> None:
    desk.found.finish()
    desk.figures.enter("PL2.1", "6")
    assert sections(desk) == ["I.1", "I.2"]
    qtbot.waitUntil(lambda: sections(desk) == ["I.2"], timeout=20 * PAUSE)


def test_who_types_is_not_disturbed(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.wait(PAUSE // 2)
        desk.found.rest()
    assert not desk.found.in_prose
    desk.found.finish()
    assert sections(desk) == ["I.1", "I.2"]


def test_without_a_report_nothing_is_found(desk: Desk) -> None:
    desk.found.finish()
    desk.leave()
    desk.tell(Changes(entries=frozenset({"vb1"})))
    assert desk.found.in_prose == ()


def test_the_station_counts_what_is_found_in_the_prose(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def counted() -> int:
        number = window.findings.number()
        return int(number.text or 0) if number else 0

    before = counted()
    shown: list[tuple[int, str]] = []
    monkeypatch.setattr(window.stations, "set_number", lambda place, text, _: shown.append((place, text)))
    desk.found.finish()
    assert counted() == before + 2
    assert (window.page_names.index("Kiểm tra"), str(before + 2)) in shown
