"""The one place where remarks on register entries become Vietnamese sentences."""

from dataclasses import dataclass

from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.reading import write_value
from cchc_desktop.registers.remarks import Remark
from cchc_desktop.registers.schema import Register


@dataclass(frozen=True, slots=True)
class RemarkWords:
    """A remark told: what was seen and what to do."""

    message: str
    remedy: str


_DECREE = "Nghị định 30/2020/NĐ-CP"
_WORDS = {
    "blank": RemarkWords("Cột “{column}” còn trống.", "Ghi cho đủ để dòng này dùng được trong báo cáo."),
    "in-future": RemarkWords(
        "“{column}” ghi {value}, là ngày chưa tới hoặc sau ngày báo cáo.", "Sửa lại ngày nếu nhập nhầm."
    ),
    "out-of-order": RemarkWords(
        "“{column}” ghi {value}, sớm hơn “{related}” {other}.", "Sửa lại một trong hai ngày."
    ),
    "part-above-whole": RemarkWords(
        "“{column}” ghi {value}, lớn hơn “{related}” {other}.", "Sửa lại một trong hai số."
    ),
    "code-form": RemarkWords("“{value}” không có dạng số/ký hiệu.", f"Viết như 496/BC-UBND, theo {_DECREE}."),
    "code-grouped": RemarkWords(
        "Số trong “{value}” có dấu chấm hoặc dấu phẩy.", "Viết liền các chữ số: 1138/KH-UBND."
    ),
    "code-zero": RemarkWords(
        "Số trong “{value}” có số 0 thừa ở đầu.", f"Chỉ số nhỏ hơn 10 có số 0 phía trước ({_DECREE})."
    ),
    "code-needs-zero": RemarkWords(
        "Số trong “{value}” không viết bằng hai chữ số.",
        f"Số nhỏ hơn 10 viết 01 đến 09 ({_DECREE}); nếu văn bản gốc viết như vậy thì giữ nguyên.",
    ),
    "code-spaced": RemarkWords("“{value}” có khoảng trắng.", "Viết liền số và ký hiệu: 496/BC-UBND."),
    "number-twice": RemarkWords(
        "Số, ký hiệu “{value}” có nhiều lần trong cùng năm: {others}.",
        "Xóa dòng lặp, hoặc sửa số và ngày cho đúng văn bản.",
    ),
}


def remark_words(remark: Remark, register: Register, entry: RegisterEntry) -> RemarkWords:
    """Return the remark as a person reads it; `entry` is the one it concerns."""
    column = register.by_name[remark.column]
    related = register.by_name.get(remark.related)
    words = _WORDS[remark.case]
    message = words.message.format(
        column=column.label,
        value=write_value(column, entry.values.get(column.name)),
        related=related.label if related else "",
        other=write_value(related, entry.values.get(related.name)) if related else "",
        others=", ".join(remark.others),
    )
    return RemarkWords(message, words.remedy)
