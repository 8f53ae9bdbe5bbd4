"""The page of prose on a real office file with a period before."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.office.office import Office
from cchc_desktop.values.period import Period
from ui.main_window import MainWindow
from ui.prose.editor import ProseEditor
from ui.prose.workplace import Workplace

FIGURES = {"PL2.1": "8", "PL2.4.1": "61", "PL2.4.2": "41", "PL2.2.1": "28", "PL2.2.2": "20"}
FIGURES_BEFORE = {"PL2.1": "6", "PL2.2.1": "25", "PL2.2.2": "15"}
PROSE_BEFORE = {
    "I.1": "Kế hoạch năm đề ra 25 nhiệm vụ.",
    "IV": "- Rà soát thủ tục\n- Mở hai lớp tập huấn",
}


@pytest.fixture
def office_file(office_file: Path, period: Period) -> Path:
    """The office file with figures in both periods and prose in the one before."""
    with Office.open(office_file) as office:
        before = office.start(period.previous)
        for section, text in PROSE_BEFORE.items():
            before.write(section, text)
        for code, text in FIGURES_BEFORE.items():
            before.enter(code, text)
        report = office.report(period)
        report.look_back()
        for code, text in FIGURES.items():
            report.enter(code, text)
    return office_file


@pytest.fixture
def workplace(window: MainWindow, qtbot: QtBot) -> Workplace:
    """Outline, text and what stands beside, section I.2 shown, the caret in its text."""
    window.show_page(window.page_names.index("Lời văn"))
    workplace = window.prose.workplace
    assert workplace
    workplace.show_section("I.2")
    workplace.editor.setFocus()
    with qtbot.waitExposed(window):
        pass
    return workplace


@pytest.fixture
def editor(workplace: Workplace) -> ProseEditor:
    """The text that is shown."""
    return workplace.editor
