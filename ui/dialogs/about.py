"""What the program is."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from ui.dialogs.question import Question


def about(parent: QWidget | None = None) -> Question:
    """Return the window that says what the program is, and what it never does."""
    try:
        own = f"Phiên bản {version('cchc-desktop')}"
    except PackageNotFoundError:
        own = "Chạy từ mã nguồn"
    told = Question(
        "Giới thiệu",
        "CCHC Desktop: báo cáo cải cách hành chính",
        f"{own}, Qt {qVersion()}. Giấy phép Apache 2.0.\n\n"
        "Chương trình không kết nối mạng và không gửi gì đi đâu. Số liệu nằm trong tệp cơ quan trên máy này; "
        "tệp báo cáo và tệp trao đổi chỉ rời máy khi có người tự gửi.",
        parent,
    )
    told.add_button("Đóng")
    return told
