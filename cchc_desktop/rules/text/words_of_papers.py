"""What is said of documents, dates and periods in prose that cannot be right."""

from cchc_desktop.rules.wording import Words

_DECREE = "Nghị định 30/2020/NĐ-CP"
OF_PAPERS = {
    "text-number-grouped": Words(
        "Số văn bản có dấu phân nhóm",
        f"Số văn bản viết liền các chữ số, không chấm hàng nghìn ({_DECREE}).",
        "Ghi {text}.",
        "Viết {expected}.",
    ),
    "text-number-form": Words(
        "Số, ký hiệu văn bản viết chưa đúng dạng",
        "Số và ký hiệu cách nhau bằng gạch chéo, tên loại và cơ quan bằng gạch nối, viết liền; số nhỏ hơn 10 "
        f"có số 0 phía trước ({_DECREE}). Văn bản của Đảng thì gạch nối trước, gạch chéo sau.",
        "Ghi {text}.",
        "Viết {expected}; nếu văn bản gốc ghi như vậy thì giữ nguyên và giải trình.",
    ),
    "text-type-differs": Words(
        "Ký hiệu không khớp với loại văn bản",
        "Chữ đầu của ký hiệu là chữ viết tắt tên loại văn bản.",
        "Ghi “{found}” nhưng ký hiệu {text} là của {expected}.",
        "Xem lại văn bản rồi sửa tên loại hoặc ký hiệu.",
    ),
    "text-issuer-differs": Words(
        "Ký hiệu không khớp với cơ quan ban hành",
        "Phần sau của ký hiệu là chữ viết tắt tên cơ quan ban hành.",
        "Ghi {text} là văn bản của {found}.",
        "Xem lại văn bản; nếu đúng cơ quan thì viết {expected}.",
    ),
    "text-law-turned": Words(
        "Số hiệu văn bản đảo chữ số",
        "Một văn bản quy phạm pháp luật có một số hiệu trong cả báo cáo.",
        "Ghi {text}, khác với những chỗ khác trong báo cáo.",
        "Xem lại văn bản; nếu là một văn bản thì viết {expected}.",
    ),
    "text-year-differs": Words(
        "Năm trong số hiệu khác năm ban hành",
        "Số hiệu của văn bản quy phạm pháp luật có năm ban hành.",
        "Ghi {text} ngày {found}.",
        "Xem lại văn bản rồi sửa số hiệu hoặc ngày.",
    ),
    "text-number-missing": Words(
        "Ký hiệu văn bản thiếu số",
        "Văn bản được nêu bằng số và ký hiệu; chỗ chờ số thì để dấu chấm cho dễ thấy.",
        "Ghi {text} mà không có số.",
        "Ghi số của văn bản; nếu chưa có thì để “…”.",
    ),
    "text-notation-missing": Words(
        "Số văn bản thiếu ký hiệu",
        f"Văn bản được nêu bằng số và ký hiệu, như 45/KH-UBND ({_DECREE}).",
        "Ghi số {text} mà không có ký hiệu.",
        "Thêm ký hiệu của văn bản.",
    ),
    "text-type-missing": Words(
        "Số văn bản đứng sau từ không phải là tên loại văn bản",
        "Số, ký hiệu là của văn bản, không phải của tổ chức hay công việc.",
        "Ghi “{found} số {text}”.",
        "Thêm tên loại văn bản trước số: {expected} số {text}.",
    ),
    "text-number-twice": Words(
        "Một số văn bản có hai ngày ban hành",
        "Trong một năm, một cơ quan không ban hành hai văn bản cùng số, ký hiệu.",
        "{text} ở đây ghi ngày {found}, ở mục {given_last} ghi ngày {given_first}.",
        "Xem lại văn bản rồi sửa số hoặc ngày ở chỗ sai.",
    ),
    "text-two-subjects": Words(
        "Một số văn bản có hai nội dung",
        "Một văn bản chỉ có một trích yếu; hai nội dung khác hẳn nhau thì một chỗ ghi sai số.",
        "{text} ngày {given_first} ở đây có nội dung khác với ở mục {given_last}.",
        "Xem lại văn bản rồi sửa số hoặc nội dung ở chỗ sai.",
    ),
    "text-two-numbers": Words(
        "Một văn bản có hai số",
        "Hai chỗ nêu cùng ngày, cùng nội dung mà khác số thì một chỗ sai.",
        "{text} ở đây, {given_first} ở mục {given_last}.",
        "Xem lại văn bản rồi sửa số ở chỗ sai.",
    ),
    "text-document-twice": Words(
        "Một văn bản được kể hai lần",
        "Danh sách văn bản kể mỗi văn bản một lần.",
        "{text} ngày {given} đã có trong chính danh sách này.",
        "Bỏ một lần, hoặc sửa số nếu là văn bản khác.",
    ),
    "text-no-such-day": Words(
        "Ngày không có thật",
        "Ngày, tháng phải có trong lịch.",
        "Ghi {text}.",
        "Xem lại rồi ghi đúng ngày.",
    ),
    "text-after-report": Words(
        "Ngày sau ngày báo cáo",
        "Báo cáo không thể kể văn bản hay số liệu của ngày chưa tới.",
        "Ghi ngày {found}, sau ngày {given} của báo cáo.",
        "Xem lại rồi ghi đúng ngày.",
    ),
    "text-ends-before": Words(
        "Ngày bắt đầu sau ngày kết thúc",
        "Khoảng thời gian phải bắt đầu trước khi kết thúc.",
        "Ghi từ ngày {found} đến một ngày sớm hơn.",
        "Xem lại năm và ngày của cả hai mốc.",
    ),
    "text-last-year": Words(
        "Ngày của năm trước",
        "Số liệu của kỳ này được tính trong kỳ này; năm thường bị giữ nguyên từ báo cáo cũ.",
        "Ghi ngày {found}, trước kỳ báo cáo.",
        "Nếu là ngày của năm nay thì viết {expected}; nếu đúng là năm trước thì giải trình.",
    ),
    "text-plan-of-the-past": Words(
        "Kế hoạch cho năm đã qua",
        "Kế hoạch được ban hành trước hoặc trong năm thực hiện; năm cũ thường còn lại từ văn bản trước.",
        "{found} ban hành ngày {given} mà ghi cho năm {text}.",
        "Xem lại văn bản; nếu là kế hoạch của năm ban hành thì viết {expected}.",
    ),
    "text-no-such-year": Words(
        "Năm viết thiếu hoặc thừa chữ số",
        "Năm có bốn chữ số.",
        "Ghi “{text}”.",
        "Sửa lại năm.",
    ),
    "text-no-such-quarter": Words(
        "Tên quý không đúng",
        "Một năm có bốn quý: quý I, II, III, IV.",
        "Ghi “{text}”.",
        "Sửa lại tên kỳ.",
    ),
    "text-period-differs": Words(
        "Tên kỳ không khớp với kỳ báo cáo",
        "Tiêu đề, câu mở đầu và câu kết nêu đúng kỳ báo cáo; phương hướng nêu kỳ tiếp theo.",
        "Ghi “{found}”.",
        "Sửa thành “{expected}”.",
    ),
    "text-period-other": Words(
        "Tên kỳ không khớp với kỳ báo cáo",
        "Báo cáo gọi kỳ của nó bằng đúng một tên; câu chép từ báo cáo khác thường còn tên kỳ cũ.",
        "Ghi “{text}” trong báo cáo {given}.",
        "Sửa lại tên kỳ; nếu nói về một quý, một tháng nào thì viết rõ quý, tháng đó.",
    ),
    "text-period-doubled": Words(
        "Tên kỳ có một từ viết hai lần",
        "Tên kỳ viết mỗi từ một lần.",
        "Ghi “{text}”.",
        "Viết “{expected}”.",
    ),
    "text-period-to-come": Words(
        "Kể việc đã làm trong kỳ chưa tới",
        "Việc đã làm thuộc kỳ báo cáo hoặc kỳ trước đó.",
        "Ghi “{text}” trong báo cáo {given}.",
        "Sửa lại tên kỳ, hoặc viết là việc sẽ làm.",
    ),
}
"""By case; the braces are filled in by `wording`."""
