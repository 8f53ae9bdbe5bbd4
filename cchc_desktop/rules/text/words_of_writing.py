"""What is said of the writing of prose, and of what was left in it."""

from cchc_desktop.rules.wording import Words

_DECREE = "Nghị định 30/2020/NĐ-CP"
OF_WRITING = {
    "text-decimals-mixed": Words(
        "Dấu thập phân không thống nhất",
        "Cả báo cáo dùng một dấu thập phân; cách viết tiếng Việt là dấu phẩy.",
        "Ghi {text}, khác với phần lớn số liệu của báo cáo.",
        "Viết {expected}.",
    ),
    "text-grouping-mixed": Words(
        "Dấu phân nhóm hàng nghìn không thống nhất",
        "Dấu đã dùng cho phần thập phân thì không dùng để tách hàng nghìn; cách viết tiếng Việt là 1.234.",
        "Ghi {text}.",
        "Viết {expected}.",
    ),
    "text-capitals": Words(
        "Viết hoa chưa đúng",
        f"Phụ lục II của {_DECREE} quy định rõ chữ này viết hoa hay viết thường.",
        "Ghi “{text}”.",
        "Viết “{expected}”.",
    ),
    "text-zero": Words(
        "Thiếu số 0 trong ngày, tháng",
        f"Ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước ({_DECREE}, Phụ lục I).",
        "Ghi {text}.",
        "Viết {expected}.",
    ),
    "instruction": Words(
        "Còn lời hướng dẫn của đề cương",
        "Lời hướng dẫn viết cho người soạn, không được có trong báo cáo gửi đi.",
        "Còn nguyên “{text}”.",
        "Viết nội dung theo hướng dẫn rồi bỏ câu đó.",
    ),
    "placeholder": Words(
        "Còn chỗ chưa điền",
        "Dấu giữ chỗ của bản nháp không được có trong báo cáo gửi đi.",
        "Còn “{text}” ở chỗ phải có số liệu hoặc tên gọi.",
        "Điền điều còn thiếu, hoặc bỏ câu đó.",
    ),
    "brackets": Words(
        "Còn chỗ trong ngoặc của mẫu",
        "Mẫu dùng ngoặc vuông, ngoặc nhọn để chỉ chỗ phải điền; báo cáo gửi đi không có những chỗ ấy.",
        "Còn nguyên “{text}”.",
        "Điền điều còn thiếu rồi bỏ ngoặc.",
    ),
}
"""By case; the braces are filled in by `wording`."""
