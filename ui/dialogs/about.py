"""What the program is, and what it is made of."""

from functools import partial

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.office.parts import parts_page, version
from ui.dialogs.page import PageDialog
from ui.dialogs.question import Question
from ui.icons import program_icon

_ICON_SIDE = 64
"""Pixels before scaling."""


def about(parent: QWidget | None = None) -> Question:
    """Return the window that says what the program is, and what it never does."""
    own = f"Phiên bản {version()}" if version() else "Chạy từ mã nguồn"
    told = Question(
        "Giới thiệu",
        "CCHC Desktop: báo cáo cải cách hành chính",
        f"{own}, Qt {qVersion()}. Giấy phép Apache 2.0.\n\n"
        "Chương trình không kết nối mạng và không gửi gì đi đâu. Số liệu nằm trong tệp cơ quan trên máy này; "
        "tệp báo cáo và tệp trao đổi chỉ rời máy khi có người tự gửi.",
        parent,
    )
    icon = QLabel()
    icon.setPixmap(program_icon().pixmap(_ICON_SIDE, _ICON_SIDE))
    icon.setAccessibleName("Biểu tượng chương trình")
    told.add_field(icon)
    licences = told.add_button("Giấy phép…", partial(show_licences, parent))
    licences.clicked.disconnect(told.close)
    told.add_button("Đóng").setFocus()
    return told


def show_licences(parent: QWidget | None) -> None:
    """Show what the program is made of, with every licence in full."""
    PageDialog("Giấy phép", parts_page(), parent).open()
