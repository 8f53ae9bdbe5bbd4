"""What is said of numbers, percentages and sums in prose that cannot be right."""

from cchc_desktop.rules.wording import Words

OF_FIGURES = {
    "text-ratio-differs": Words(
        "Tỷ lệ trong lời văn không khớp với số đi cùng",
        "Tỷ lệ phải bằng số phần chia số toàn bộ ghi ngay trong câu.",
        "Ghi {found}, nhưng {given_over} cho ra {expected}.",
        "Sửa tỷ lệ thành {expected}; nếu tỷ lệ đúng thì sửa các số đi cùng.",
    ),
    "text-rounded-wrongly": Words(
        "Tỷ lệ trong lời văn làm tròn chưa đúng",
        "Số sau dấu phẩy được làm tròn theo quy tắc nửa lên, không cắt bỏ.",
        "Ghi {found}, nhưng {given_over} cho ra {expected}.",
        "Sửa tỷ lệ thành {expected}.",
    ),
    "text-change-differs": Words(
        "Mức tăng, giảm không khớp với hai số đi cùng",
        "Mức tăng, giảm là phần chênh lệch so với số trước đó; của hai tỷ lệ thì hiệu số cũng được.",
        "Ghi {found}, nhưng từ {given_first} đến {given_last} là {expected}.",
        "Sửa mức tăng, giảm thành {expected}, hoặc sửa một trong hai số.",
    ),
    "text-parts-differ": Words(
        "Các phần trong câu cộng lại không bằng tổng",
        "Khi kể đủ các phần thì các phần phải cộng lại bằng tổng đã ghi.",
        "Ghi {found}, nhưng {given_plus} = {expected}.",
        "Sửa tổng hoặc sửa các phần; nếu chỉ kể một số phần thì viết “trong đó”.",
    ),
    "text-parts-exceed": Words(
        "Các phần trong câu cộng lại vượt tổng",
        "Các phần đứng cạnh nhau sau “trong đó” không thể cộng lại nhiều hơn tổng.",
        "Ghi {found}, nhưng {given_plus} = {expected}.",
        "Sửa tổng hoặc sửa các phần; nếu một việc được đếm ở cả hai phần thì viết rõ điều đó.",
    ),
    "text-listed-otherwise": Words(
        "Số văn bản khác với danh sách kể sau đó",
        "Khi kể đủ các văn bản thì số ghi trước phải bằng số văn bản được kể.",
        "Ghi {found}, nhưng kể {expected}: {given}.",
        "Sửa số, hoặc bổ sung văn bản còn thiếu; nếu chỉ kể một số thì viết “trong đó”.",
    ),
    "text-offices-otherwise": Words(
        "Số đơn vị khác với danh sách kể sau đó",
        "Khi kể đủ tên các phòng, ban, đơn vị thì số ghi trước phải bằng số tên được kể.",
        "Ghi “{text}”, nhưng kể {expected}: {given}.",
        "Sửa số, hoặc bổ sung tên còn thiếu; nếu chỉ kể một số thì viết “trong đó”.",
    ),
    "text-told-otherwise": Words(
        "Cùng một điều mà hai chỗ ghi hai số",
        "Một số liệu được nhắc lại bằng chính những lời ấy thì phải như nhau trong cả báo cáo.",
        "Ghi {text}, nhưng mục {given_last} ghi {given_first}.",
        "Xem lại rồi sửa chỗ sai; nếu là hai việc khác nhau thì viết rõ.",
    ),
    "text-states-differ": Words(
        "Số tiếp nhận, giải quyết, còn lại không khớp nhau",
        "Số tiếp nhận bằng số đã giải quyết cộng số đang giải quyết; số đã giải quyết bằng số trước hạn, "
        "đúng hạn và quá hạn cộng lại, mỗi hồ sơ đếm một lần.",
        "Ghi {found}, nhưng {given_plus} = {expected}.",
        "Sửa số sai; nếu có hồ sơ kỳ trước chuyển sang thì viết rõ.",
    ),
    "text-rest-differs": Words(
        "Số đã làm và số còn lại không bằng tổng",
        "Số được giao bằng số đã làm cộng số còn lại.",
        "Ghi tổng {found}, nhưng {given_plus} = {expected}.",
        "Sửa số sai; nếu còn phần khác chưa kể thì viết rõ.",
    ),
    "text-shares-exceed": Words(
        "Các tỷ lệ cộng lại vượt 100%",
        "Mỗi hồ sơ chỉ là trước hạn, đúng hạn hoặc quá hạn, nên các tỷ lệ cộng lại không quá 100%.",
        "{given_plus} = {found}.",
        "Xem lại các tỷ lệ rồi sửa chỗ sai.",
    ),
    "text-part-above-whole": Words(
        "Phần trong câu lớn hơn tổng",
        "Một phần không thể lớn hơn tổng thể chứa nó.",
        "Ghi phần {given_above}.",
        "Sửa một trong hai số.",
    ),
    "text-more-than-all": Words(
        "Tử số lớn hơn mẫu số",
        "Số đã làm không thể nhiều hơn số có tất cả, trừ khi vượt kế hoạch.",
        "Ghi {text}: {given_above}.",
        "Sửa một trong hai số; nếu là vượt kế hoạch thì viết rõ “vượt kế hoạch”.",
    ),
    "text-not-all": Words(
        "Nói tất cả mà chỉ ghi một phần",
        "Sau “tất cả”, “toàn bộ” thì hai số phải bằng nhau.",
        "Ghi {given_over}.",
        "Sửa một trong hai số, hoặc bỏ chữ nói tất cả.",
    ),
    "text-cell-differs": Words(
        "Số trong lời văn khác với bảng số liệu",
        "Câu văn nêu chỉ tiêu nào thì phải nêu đúng số của chỉ tiêu đó trong bảng.",
        "Ghi {found}, nhưng {rows} ghi {expected}.",
        "Sửa thành {expected}, hoặc sửa bảng; nếu câu nói về kỳ hay cơ quan khác thì viết rõ.",
    ),
    "text-carried-over": Words(
        "Câu của kỳ trước còn nguyên số cũ",
        "Câu chép từ kỳ trước phải được viết lại theo số liệu kỳ này.",
        "Câu này giống hệt báo cáo kỳ trước, kể cả {given}.",
        "Sửa số liệu theo kỳ này, hoặc chọn chỉ tiêu để câu tự đi theo bảng; nếu vẫn đúng thì giải trình.",
    ),
}
"""By case; the braces are filled in by `wording`."""
