"""The page of registers in a real window on a real office file."""

from pathlib import Path

import pytest

from ui.main_window import MainWindow
from ui.registers.workplace import RegisterWorkplace


@pytest.fixture
def page(window: MainWindow) -> RegisterWorkplace:
    """The page, at the register of documents, its first line begun."""
    window.show_page(window.page_names.index("Sổ theo dõi"))
    page = window.registers.workplace
    assert page
    assert page.sheet
    page.sheet.begin.click()
    return page


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen screen say that it cannot raise the list of a choice, nor knows smallest sizes."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            unable = "does not support (raise|propagateSizeHints)"
            item.add_marker(pytest.mark.qt_log_ignore(unable, extend=True))
