"""Files that are no workbook of ours, called by their names."""

from collections.abc import Collection

from cchc_desktop.foreign.kinds import is_locked_office, is_old_office, is_outlook_mail, kind_in_words

_SAVE_AS = "Hãy mở tệp trong Excel, chọn “Lưu thành” kiểu Excel Workbook (.xlsx) rồi nhận lại."
_ORIGINAL = "Hãy đề nghị nơi gửi gửi tệp .xlsx gốc do chương trình xuất ra."
_OPEN_MAIL = "Hãy mở thư, lưu tệp đính kèm ra thư mục rồi nhận tệp đó."
_UNLOCKED = "Hãy đề nghị nơi gửi bỏ mật khẩu rồi gửi lại."


def foreign_file(data: bytes) -> str | None:
    """Return the sentence for a file that is no zip package at all, or None where it looks like one."""
    if not data:
        return f"Tệp rỗng, không có nội dung. {_ORIGINAL}"
    if is_locked_office(data):
        return f"Tệp Excel được đặt mật khẩu nên không đọc được. {_UNLOCKED}"
    if is_outlook_mail(data):
        return f"Đây là thư của Outlook (.msg). {_OPEN_MAIL}"
    if is_old_office(data):
        return f"Đây là tệp Office kiểu cũ (.xls hoặc .doc), không phải .xlsx. {_SAVE_AS}"
    if data.startswith(b"PK"):
        return None
    if kind := kind_in_words(data):
        return f"Đây là {kind}, không phải tệp trao đổi. {_ORIGINAL}"
    return f"Tệp không phải là bảng tính Excel. {_ORIGINAL}"


def foreign_package(names: Collection[str], content_types: bytes) -> str | None:
    """Return the sentence for a package that is no plain workbook, or None where it is one."""
    if b"macroEnabled" in content_types or any("vbaproject" in name.lower() for name in names):
        return f"Tệp có macro (.xlsm) nên không được mở. {_SAVE_AS}"
    if any(name.startswith(("xl/macrosheets/", "xl/activeX/", "xl/embeddings/")) for name in names):
        return f"Tệp có thành phần nhúng hoặc chạy được nên không được mở. {_SAVE_AS}"
    if "xl/workbook.bin" in names:
        return f"Đây là tệp Excel nhị phân (.xlsb), không phải .xlsx. {_SAVE_AS}"
    if "xl/workbook.xml" in names and content_types:
        return None
    if "word/document.xml" in names:
        return f"Đây là văn bản Word, không phải tệp trao đổi. {_ORIGINAL}"
    if "mimetype" in names:
        return f"Đây là tệp OpenDocument (.ods, .odt), không phải .xlsx. {_SAVE_AS}"
    return f"Tệp nén không chứa bảng tính Excel. Nếu là tệp .zip, hãy giải nén rồi nhận từng tệp. {_ORIGINAL}"
