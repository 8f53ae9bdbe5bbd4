"""What stands against taking a report at its word: each doubt is a sentence that ends in what to do."""

from collections.abc import Iterator

from cchc_desktop.exchange.carriers import MachinePart
from cchc_desktop.exchange.inspection import Inspection, Trust
from cchc_desktop.exchange.signing import short_code

NO_MACHINE_PART = (
    "Tệp không có phần máy đọc, chỉ đọc được các bảng trong tệp. Hãy xem từng dòng rồi chọn nhận số liệu."
)
FILLED_BY_HAND = "Biểu mẫu điền tay, không có chữ ký. Hãy xem từng dòng rồi chọn nhận số liệu."
CONTRADICTORY = (
    "Hai bản của phần máy đọc nói khác nhau. Hãy gọi cho nơi gửi và đề nghị gửi lại tệp gốc, hoặc xem từng "
    "dòng của trang tính rồi chọn."
)
BAD_SIGNATURE = (
    "Chữ ký không khớp với nội dung, có thể tệp đã bị sửa. Hãy gọi cho nơi gửi; chỉ nhận khi nơi gửi "
    "xác nhận số liệu."
)
CHANGED_KEY = (
    "Chữ ký hợp lệ nhưng khóa khác lần trước (mã mới {new}, mã đã biết {old}). Hãy gọi cho nơi gửi để đối "
    "chiếu mã; khớp thì chọn nhận."
)
EDITED = "{count} ô trên trang tính khác với phần máy đọc. Hãy xem từng ô rồi chọn số nào được nhận."
ASKED = "{count} chỗ cần xem lại. Hãy chọn số muốn nhận."
NOTES = (
    "Ghi chú trên trang tính ở {cells} khác với phần máy đọc; chương trình giữ ghi chú của phần máy đọc. Hãy "
    "hỏi nơi gửi nếu cần ghi chú kia."
)
OWN_REQUEST = (
    "Đây là yêu cầu của chính cơ quan này và chưa ai điền. Không phải làm gì; hãy chọn tệp đơn vị gửi lên."
)
NO_REPORT = (
    "Không nhận ra dòng nào của biểu mẫu trong bảng tính này, nên đây không phải báo cáo. Hãy chọn đúng tệp."
)
UNKNOWN_OFFICE = (
    "Chưa có “{name}” trong danh sách đơn vị. Hãy thêm đơn vị vào danh sách, hoặc chọn đơn vị tương ứng."
)
NO_OFFICE = "Tệp không ghi tên đơn vị. Hãy chọn đơn vị đã gửi tệp."
NO_PERIOD = "Tệp không ghi kỳ báo cáo. Hãy hỏi nơi gửi và đề nghị ghi kỳ báo cáo ở trang “Thông tin”."
UNKNOWN_SET = (
    "Báo cáo theo bộ biểu mẫu {id} phiên bản {version}, chưa có trong tệp cơ quan này. Hãy cài bộ đó, hoặc "
    "đề nghị nơi gửi dùng đúng bộ được yêu cầu."
)
OTHER_SET = (
    "Báo cáo theo bộ biểu mẫu {id} phiên bản {version} nhưng nội dung bộ khác với bộ ở đây. Hãy đề nghị nơi "
    "gửi dùng đúng bộ được yêu cầu, hoặc xem từng dòng rồi chọn nhận."
)
SAME_NUMBER = (
    "Đã nhận lần {sequence} của kỳ này với nội dung khác. Hãy gọi cho nơi gửi để hỏi bản nào đúng rồi chọn."
)


def doubts_about_file(found: Inspection, known: bytes | None) -> Iterator[str]:
    """Yield what its machine part, its signature and its sheets leave open.

    `known` is the key its office is trusted on; None for an office that is seen for the first time.
    """
    if found.machine_part is MachinePart.CONTRADICTORY:
        yield CONTRADICTORY
    elif found.payload is None:
        yield NO_MACHINE_PART
    elif found.kind == "request":
        yield FILLED_BY_HAND
    elif found.signature is Trust.BAD:
        yield BAD_SIGNATURE
    elif known is not None and known != found.key:
        yield CHANGED_KEY.format(new=short_code(found.key), old=short_code(known))
    if found.payload and found.kind != "request" and found.differences:
        yield EDITED.format(count=len(found.differences))
    if found.notes:
        yield NOTES.format(cells=", ".join(found.notes))
    if found.questions:
        yield ASKED.format(count=len(found.questions))
