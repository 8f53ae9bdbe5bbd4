"""The one place where findings in prose become Vietnamese sentences."""

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.wording import Words, named

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


def text_finding_in_words(finding: TextFinding, form: Form | None = None) -> Words:
    """Return the finding as a person reads it; its place in the text is `place_in_words`."""
    words = _WORDS[finding.case]
    rows = [row for row in finding.related if form and row in form.template.indicators]
    facts = {
        "text": finding.text,
        "found": finding.found,
        "expected": finding.expected,
        "given": ", ".join(finding.given),
        "given_plus": " + ".join(finding.given),
        "given_above": " lớn hơn ".join(finding.given),
        "given_over": "/".join(finding.given),
        "rows": named(rows, form) if form else "",
    }
    return Words(words.title, words.why, words.message.format(**facts), words.remedy.format(**facts))


def place_in_words(finding: TextFinding) -> str:
    """Return where the passage stands: `Mục II.2.c, đoạn 3`."""
    return f"Mục {finding.section}, đoạn {finding.paragraph + 1}"
