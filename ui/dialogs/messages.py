"""A refusal or an unexpected error, told in a window of its own."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.question import Question

_REPORT_LINES = 10


def refusal_message(message: str, parent: QWidget | None = None) -> Question:
    """Return the window that tells why something could not be done."""
    told = Question("Chưa làm được", message, "", parent)
    told.add_button("Đã hiểu")
    return told


class ProblemMessage(Question):
    """Tells of an unexpected error, with a report to copy."""

    topic = "hoi-dap"

    def __init__(self, report: str, log_file: str, parent: QWidget | None = None) -> None:
        super().__init__(
            "Chương trình gặp lỗi",
            "Chương trình vừa gặp một lỗi ngoài dự kiến.",
            "Những ô đã nhập xong đều đã được lưu trong tệp cơ quan. Bạn có thể làm tiếp; nếu lỗi lặp lại, "
            "hãy đóng rồi mở lại chương trình. Hãy gửi bản mô tả dưới đây cho người hỗ trợ: bản ấy không có "
            f"số liệu của cơ quan. Nhật ký lỗi: {log_file}",
            parent,
        )
        self._report = report
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setAccessibleName("Bản mô tả lỗi")
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        shown.setMinimumHeight(self.fontMetrics().lineSpacing() * _REPORT_LINES)
        self.add_field(shown)
        self._copy = self.add_button("Sao chép bản mô tả", self._take_copy)
        self._copy.clicked.disconnect(self.close)
        self.add_button("Làm tiếp")

    def _take_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText("Đã sao chép")
