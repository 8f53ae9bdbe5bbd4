"""The one place where findings in prose become Vietnamese sentences."""

from cchc_desktop.form.form import Form
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.wording import Words, named

_WORDS = {
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
        "rows": named(rows, form) if form else "",
    }
    return Words(words.title, words.why, words.message.format(**facts), words.remedy.format(**facts))


def place_in_words(finding: TextFinding) -> str:
    """Return where the passage stands: `Mục II.2.c, đoạn 3`."""
    return f"Mục {finding.section}, đoạn {finding.paragraph + 1}"
