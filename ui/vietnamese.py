"""Qt's own words in Vietnamese: no translation of Qt into Vietnamese exists."""

from PySide6.QtCore import QCoreApplication, QTranslator

_WORDS = {
    "OK": "Đồng ý",
    "Cancel": "Thôi",
    "&Cancel": "Thôi",
    "Close": "Đóng",
    "&Close": "Đóng",
    "&Yes": "Có",
    "&No": "Không",
    "Help": "Trợ giúp",
    "Open": "Mở",
    "&Open": "&Mở",
    "Save": "Lưu",
    "&Save": "&Lưu",
    "Save As": "Lưu thành",
    "&Choose": "&Chọn",
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "Cắ&t",
    "&Copy": "&Sao chép",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "&Delete": "&Xóa",
    "Select All": "Chọn tất cả",
    "Copy &Link Location": "Sao chép địa chỉ liên kết",
    "&Look in:": "Thư &mục:",
    "Look in:": "Thư mục:",
    "File &name:": "&Tên tệp:",
    "&File name:": "&Tên tệp:",
    "Files of &type:": "&Loại tệp:",
    "Files of type:": "Loại tệp:",
    "Directory:": "Thư mục:",
    "Find Directory": "Tìm thư mục",
    "All Files (*)": "Mọi tệp (*)",
    "Back": "Lùi",
    "Go back": "Lùi lại",
    "Forward": "Tiến",
    "Go forward": "Tiến tới",
    "Parent Directory": "Thư mục trên",
    "Go to the parent directory": "Lên thư mục trên",
    "Create New Folder": "Tạo thư mục",
    "Create a New Folder": "Tạo thư mục mới",
    "&New Folder": "Thư mục &mới",
    "New Folder": "Thư mục mới",
    "List View": "Danh sách",
    "Change to list view mode": "Xem dạng danh sách",
    "Detail View": "Chi tiết",
    "Change to detail view mode": "Xem dạng chi tiết",
    "Sidebar": "Lối tắt",
    "List of places and bookmarks": "Các nơi hay dùng",
    "Files": "Tệp",
    "&Rename": "Đổi &tên",
    "Show &hidden files": "Hiện tệp ẩ&n",
    "Show ": "Hiện ",
    "Name": "Tên",
    "Size": "Cỡ",
    "Type": "Loại",
    "Date Modified": "Ngày sửa",
    "Computer": "Máy tính",
    "My Computer": "Máy tính",
    "Drive": "Ổ đĩa",
    "Folder": "Thư mục",
    "File": "Tệp",
    "%1 already exists.\nDo you want to replace it?": "Đã có tệp %1.\nThay tệp đó bằng tệp mới?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "Không thấy tệp %1.\nHãy xem lại tên tệp."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "Không thấy thư mục %1.\nHãy xem lại tên thư mục."
    ),
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết",
    "Scroll here": "Cuộn tới đây",
    "Top": "Đầu",
    "Bottom": "Cuối",
    "Left edge": "Mép trái",
    "Right edge": "Mép phải",
    "Page up": "Lên một trang",
    "Page down": "Xuống một trang",
    "Page left": "Sang trái một trang",
    "Page right": "Sang phải một trang",
    "Scroll Left": "Cuộn các thẻ sang trái",
    "Scroll Right": "Cuộn các thẻ sang phải",
    "Scroll up": "Cuộn lên",
    "Scroll down": "Cuộn xuống",
    "Scroll left": "Cuộn sang trái",
    "Scroll right": "Cuộn sang phải",
}


class VietnameseWords(QTranslator):
    """Puts Vietnamese words on the buttons and menus that Qt makes by itself."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return _WORDS.get(source)


def speak_vietnamese(app: QCoreApplication) -> None:
    """Give Qt's own controls Vietnamese words for the life of the program."""
    app.installTranslator(VietnameseWords(app))
