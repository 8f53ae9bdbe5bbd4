"""The words of Qt's print dialog in Vietnamese, for systems that show Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

_WORDS = {
    "Print": "In",
    "&Print": "&In",
    "&Options >>": "&Tùy chọn >>",
    "&Options <<": "&Tùy chọn <<",
    "Printer": "Máy in",
    "&Name:": "Tê&n:",
    "P&roperties": "Th&uộc tính",
    "Location:": "Nơi đặt:",
    "Preview": "Xem trước",
    "Type:": "Loại:",
    "Output &file:": "Ghi &ra tệp:",
    "Print to File (PDF)": "In ra tệp PDF",
    "Local file": "Tệp trên máy",
    "Write PDF file": "Ghi tệp PDF",
    "Copies": "Số bản",
    "Copies:": "Số bản:",
    "Collate": "Xếp theo từng bộ",
    "Reverse": "In từ trang cuối",
    "Options": "Tùy chọn",
    "Output Settings": "Cách in",
    "Color Mode": "Màu",
    "Color": "Màu",
    "Grayscale": "Đen trắng",
    "Double Sided Printing": "In hai mặt",
    "Off": "Không",
    "Long side binding": "Lật theo cạnh dài",
    "Short side binding": "Lật theo cạnh ngắn",
    "Print range": "Phạm vi in",
    "Print all": "In tất cả",
    "Pages from": "Từ trang",
    "to": "đến",
    "Pages": "Các trang",
    "Current Page": "Trang đang xem",
    "Selection": "Phần đang chọn",
    "Page &Set:": "Trang &lẻ, chẵn:",
    "All Pages": "Mọi trang",
    "Odd Pages": "Trang lẻ",
    "Even Pages": "Trang chẵn",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": (
        "Ghi các trang hoặc khoảng trang, cách nhau bằng dấu phẩy. Ví dụ: 3,5-7 in các trang 3, 5, 6 và 7."
    ),
}


class PrintWords(QTranslator):
    """Puts Vietnamese words on the print dialog; all else is left to the other translators."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return _WORDS.get(source) if context.startswith("QPrint") else None
