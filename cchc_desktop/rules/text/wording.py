"""The one place where findings in prose become Vietnamese sentences."""

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.section import HEADING
from cchc_desktop.rules.wording import Words, named

_DECREE = "Nghị định 30/2020/NĐ-CP"
_WORDS = {
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
    "text-number-grouped": Words(
        "Số văn bản có dấu phân nhóm",
        f"Số văn bản viết liền các chữ số, không chấm hàng nghìn ({_DECREE}).",
        "Ghi {text}.",
        "Viết {expected}.",
    ),
    "text-number-form": Words(
        "Số, ký hiệu văn bản viết chưa đúng dạng",
        "Số và ký hiệu cách nhau bằng gạch chéo, tên loại và cơ quan bằng gạch nối, viết liền; số nhỏ hơn 10 "
        f"có số 0 phía trước ({_DECREE}).",
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
    "text-year-differs": Words(
        "Năm trong số hiệu khác năm ban hành",
        "Số hiệu của văn bản quy phạm pháp luật có năm ban hành.",
        "Ghi {text} ngày {found}.",
        "Xem lại văn bản rồi sửa số hiệu hoặc ngày.",
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
    "text-period-to-come": Words(
        "Kể việc đã làm trong kỳ chưa tới",
        "Việc đã làm thuộc kỳ báo cáo hoặc kỳ trước đó.",
        "Ghi “{text}” trong báo cáo {given}.",
        "Sửa lại tên kỳ, hoặc viết là việc sẽ làm.",
    ),
    "text-decimals-mixed": Words(
        "Dấu thập phân không thống nhất",
        "Cả báo cáo dùng một dấu thập phân; cách viết tiếng Việt là dấu phẩy.",
        "Ghi {text}, khác với phần lớn số liệu của báo cáo.",
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


def known_cases() -> tuple[Words, ...]:
    """Return every case of a finding in text, as patterns; for the help."""
    return tuple(_WORDS.values())


def text_finding_in_words(finding: TextFinding, form: Form | None = None, section: str = "") -> Words:
    """Return the finding as a person reads it; with the section's name its message begins with the place."""
    words = _WORDS[finding.case]
    rows = [row for row in finding.related if form and row in form.template.indicators]
    facts = {
        "text": finding.text,
        "found": finding.found,
        "expected": finding.expected,
        "given": ", ".join(finding.given),
        "given_plus": " + ".join(finding.given),
        "given_above": " lớn hơn ".join(finding.given),
        "given_first": finding.given[0] if finding.given else "",
        "given_last": finding.given[-1] if finding.given else "",
        "given_over": "/".join(finding.given),
        "rows": named(rows, form) if form else "",
    }
    message = words.message.format(**facts)
    if section:
        message = f"{place_in_words(finding, section)}: {message}"
    return Words(words.title, words.why, message, words.remedy.format(**facts))


def place_in_words(finding: TextFinding, section: str) -> str:
    """Return where the passage stands: `Mục Về kế hoạch, đoạn 3`."""
    where = "tiêu đề" if finding.paragraph == HEADING else f"đoạn {finding.paragraph + 1}"
    return f"Mục {section}, {where}"
