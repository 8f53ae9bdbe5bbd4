"""The one place where findings become Vietnamese sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.form.entry import STATE_WORDS
from cchc_desktop.form.form import Form
from cchc_desktop.rules.finding import Finding
from cchc_desktop.template.model import Kind
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import unmistakable_choice, write_number


@dataclass(frozen=True, slots=True)
class Words:
    """A finding told: what it is, why it matters, what was seen, what to do.

    In the table below message and remedy are patterns over the names that `_facts` gives.
    """

    title: str
    why: str
    message: str
    remedy: str


_RECOMPUTED = "Bản in dùng giá trị tính từ bảng cho đến khi bạn quyết định."
_WORDS = {
    "ratio-differs": Words(
        "Tỷ lệ không khớp với các dòng của nó",
        "Tỷ lệ phải bằng tử số chia mẫu số ghi ngay trong bảng.",
        "Ghi {found}%, nhưng {operands} cho ra {expected}%.",
        f"Sửa tử số, mẫu số nếu nhập sai; nếu không, bỏ tỷ lệ đã ghi để chương trình tự tính. {_RECOMPUTED}",
    ),
    "total-differs": Words(
        "Tổng số không bằng tổng các dòng thành phần",
        "Dòng tổng phải bằng tổng các dòng thành phần.",
        "Ghi {found}, nhưng {related} cộng lại được {expected}.",
        f"Sửa dòng thành phần nếu nhập sai; nếu không, bỏ tổng đã ghi để chương trình tự tính. {_RECOMPUTED}",
    ),
    "other-denominator": Words(
        "Tỷ lệ khớp với một mẫu số khác",
        "Có thể tỷ lệ đã được tính trên một dòng khác của báo cáo.",
        "{found}% là tỷ lệ của {numerator} trên {others}, không phải trên mẫu số của dòng này.",
        "Xem lại nên dùng mẫu số nào; mẫu số đúng của dòng này cho ra {expected}%.",
    ),
    "other-total": Words(
        "Tổng số trùng với một dòng khác",
        "Có thể tổng đã được chép từ một dòng khác của báo cáo.",
        "{found} đúng bằng số liệu ở {places}; các dòng thành phần cộng lại được {expected}.",
        "Xem lại tổng nên lấy từ đâu, rồi sửa dòng sai.",
    ),
    "rounded-wrongly": Words(
        "Tỷ lệ làm tròn chưa đúng",
        "Số sau dấu phẩy được làm tròn theo quy tắc nửa lên, không cắt bỏ và không làm tròn hai lần.",
        "Ghi {found}%, nhưng {operands} cho ra {expected}%.",
        f"Bỏ tỷ lệ đã ghi để chương trình tự tính. {_RECOMPUTED}",
    ),
    "ratio-of-nothing": Words(
        "Ghi tỷ lệ khi không phát sinh",
        "Mẫu số bằng 0 thì không có gì để tính tỷ lệ: kết quả là “không phát sinh”, không phải 0% hay 100%.",
        "Ghi {found}%, trong khi mẫu số ở {last} là không phát sinh.",
        "Bỏ tỷ lệ đã ghi; nếu thật có phát sinh thì sửa lại mẫu số.",
    ),
    "state-for-number": Words(
        "Ghi là không có số trong khi các dòng của nó cho ra số",
        "Tổng hay tỷ lệ tính được từ các dòng của nó thì phải là con số đó.",
        "Ghi “{state}”, nhưng {related} cho ra {expected}{sign}.",
        f"Bỏ điều đã ghi để chương trình tự tính; nếu không, sửa các dòng của nó. {_RECOMPUTED}",
    ),
    "number-for-state": Words(
        "Ghi số trong khi các dòng của nó không có số",
        "Tổng hay tỷ lệ chỉ là con số khi các dòng của nó có số.",
        "Ghi {found}{sign}, nhưng {places} cho ra “{outcome}”.",
        f"Nhập số cho các dòng của nó; nếu không, bỏ số đã ghi ở dòng này. {_RECOMPUTED}",
    ),
    "parts-blank": Words(
        "Có kết quả nhưng thiếu dòng thành phần",
        "Không kiểm tra được một tổng hay tỷ lệ khi các dòng của nó còn trống.",
        "Ghi {found}, nhưng còn trống {places}.",
        "Nhập các dòng còn trống.",
    ),
    "total-blank": Words(
        "Tổng số để trống trong khi đã có thành phần",
        "Tệp đã đọc để trống dòng tổng; chương trình cộng các dòng thành phần.",
        "Dòng tổng để trống; {related} cộng lại được {expected}.",
        "Không phải làm gì nếu {expected} là đúng; nếu sai thì sửa dòng thành phần.",
    ),
    "part-above-whole": Words(
        "Phần lớn hơn tổng thể",
        "Một phần không thể lớn hơn tổng thể chứa nó.",
        "Ghi {found}, lớn hơn {expected} ở {places}.",
        "Sửa một trong hai dòng.",
    ),
    "above-usual": Words(
        "Vượt mức thường gặp",
        "Số liệu này thường không vượt dòng đi cùng.",
        "Ghi {found}, vượt {expected} ở {places}.",
        "Nếu đúng thì giải trình; nếu nhập sai thì sửa.",
    ),
    "left-over": Words(
        "Còn phần chưa xếp vào nhóm nào",
        "Các nhóm cộng lại thường bằng tổng số; phần chênh là việc đang làm hoặc bị sót.",
        "Còn {rest} {unit} chưa xếp vào nhóm nào: tổng {found}, {related} mới kể {expected}.",
        "Nếu phần còn lại đang thực hiện, chưa đến hạn thì giải trình; nếu sót thì sửa các nhóm.",
    ),
    "more-than-all": Words(
        "Các nhóm cộng lại vượt tổng số",
        "Các nhóm không thể cộng lại lớn hơn tổng số.",
        "Tổng ghi {found}, nhưng {related} cộng lại được {expected}.",
        "Sửa tổng số hoặc các nhóm.",
    ),
    "twins-differ": Words(
        "Cùng một số liệu nhưng hai bảng ghi khác nhau",
        "Hai dòng này đếm cùng một thứ.",
        "Ghi {found}, nhưng {places} ghi {expected}.",
        "Sửa dòng sai; nếu hai cách đếm khác nhau thì giải trình.",
    ),
    "words-read-as-state": Words(
        "Ghi chữ trong ô số liệu",
        "Ô số liệu ghi chữ được hiểu thành một trạng thái để tổng hợp được.",
        "“{text}” được hiểu là “{state}”.",
        "Nếu không đúng ý thì nhập lại ô này.",
    ),
    "unreadable": Words(
        "Không đọc được số liệu",
        "Ô này ghi điều không phải là số, cũng không phải là một trạng thái đã biết.",
        "Không đọc được “{text}”.",
        "Nhập lại số; hoặc kps (không phát sinh), ktq (không thuộc thẩm quyền), bcs (báo cáo sau).",
    ),
    "reads-two-ways": Words(
        "Con số đọc được hai cách",
        "Dấu chấm và dấu phẩy được dùng lẫn lộn nên chương trình không tự đoán.",
        "“{text}” đọc được hai cách.",
        "Nhập lại số muốn ghi: {readings}.",
    ),
    "not-asked": Words(
        "Có số liệu ở dòng không phải trả lời",
        "Dòng này chỉ trả lời khi dòng điều kiện của nó cho phép.",
        "Ghi {found}, trong khi {related} cho biết không phải trả lời.",
        "Xóa số liệu của dòng này hoặc sửa dòng điều kiện.",
    ),
    "large-change": Words(
        "Thay đổi lớn so với kỳ trước",
        "Thay đổi lớn thường do nhập nhầm hoặc có lý do cần nói rõ.",
        "Kỳ này {found}, kỳ trước {expected}.",
        "Xem lại số liệu; nếu đúng thì giải trình.",
    ),
    "cumulative-fell": Words(
        "Số lũy kế giảm",
        "Số lũy kế trong năm không thể nhỏ hơn kỳ đã báo cáo.",
        "Lũy kế {found}, thấp hơn {expected} đã báo cáo trước đó trong năm.",
        "Sửa số liệu kỳ này, hoặc giải trình nếu kỳ trước báo cáo sai.",
    ),
    "longer-differs": Words(
        "Số liệu kỳ dài không khớp các kỳ ngắn đã báo cáo",
        "Số liệu 6 tháng, 9 tháng, năm phải khớp với các báo cáo tháng, quý nằm trong đó.",
        "Ghi {found}, nhưng báo cáo {periods} cho ra {expected}.",
        "Sửa số liệu kỳ này, hoặc giải trình nếu kỳ ngắn đã báo cáo sai.",
    ),
    "fed-differs": Words(
        "Số liệu khác với sổ theo dõi",
        "Số này đếm được từ sổ văn bản, nhiệm vụ, kiểm tra, khảo sát của chính cơ quan.",
        "Ghi {found}, nhưng sổ theo dõi cho ra {expected}.",
        "Xem các dòng của sổ rồi sửa số liệu hoặc sửa sổ; nếu giữ số đã ghi thì giải trình.",
    ),
    "fed-for-state": Words(
        "Ghi là không có số trong khi sổ theo dõi cho ra số",
        "Số này đếm được từ sổ văn bản, nhiệm vụ, kiểm tra, khảo sát của chính cơ quan.",
        "Ghi “{outcome}”, nhưng sổ theo dõi cho ra {expected}.",
        "Lấy số từ sổ, hoặc sửa sổ; nếu giữ điều đã ghi thì giải trình.",
    ),
    "unanswered": Words(
        "Chưa có số liệu",
        "Chỉ chốt được số liệu khi mọi dòng phải trả lời đã có câu trả lời.",
        "Dòng này còn để trống.",
        "Nhập số; hoặc kps (không phát sinh), ktq (không thuộc thẩm quyền), bcs (báo cáo sau).",
    ),
}


def known_cases() -> tuple[Words, ...]:
    """Return every case of a finding in figures, as patterns; for the help."""
    return tuple(_WORDS.values())


def in_words(finding: Finding, form: Form) -> Words:
    """Return the finding as a person reads it."""
    words = _WORDS[finding.case]
    facts = _facts(finding, form)
    return Words(words.title, words.why, words.message.format(**facts), words.remedy.format(**facts))


def _facts(finding: Finding, form: Form) -> dict[str, str]:
    row = form.template.indicators[finding.cell]
    places = 2 if row.kind is Kind.RATIO else None
    stated = form.entry(finding.cell).answer
    exactly = None if finding.found == stated.number else places  # a person finds what was typed
    related = finding.related
    rest = abs((finding.found or Decimal()) - (finding.expected or Decimal()))
    return {
        "found": "" if finding.found is None else write_number(finding.found, exactly),
        "expected": "" if finding.expected is None else write_number(finding.expected, places),
        "operands": "/".join(_number(form, code) for code in related),
        "related": named(related, form, with_numbers=True),
        "places": named(related, form),
        "numerator": named(related[:1], form, with_numbers=True),
        "others": named(related[1:], form, with_numbers=True),
        "last": named(related[-1:], form),
        "rest": write_number(rest),
        "unit": row.unit.lower(),
        "text": finding.text,
        "readings": unmistakable_choice(finding.readings),
        "periods": ", ".join(period.name for period in finding.periods),
        "state": STATE_WORDS.get(stated, ""),
        "outcome": STATE_WORDS.get(form.answer(finding.cell), ""),
        "sign": "%" if row.kind.is_percent else "",
    }


def named(codes: Iterable[IndicatorCode], form: Form, *, with_numbers: bool = False) -> str:
    """Rows as messages name them, by printed STT and appendix: `dòng 4.2 (87), 4.3 (8) Phụ lục 2`."""
    by_appendix: dict[str, list[str]] = {}
    for code in codes:
        row = form.template.indicators[code]
        number = f" ({_number(form, code)})" if with_numbers and _number(form, code) else ""
        by_appendix.setdefault(form.template.appendix_of(code).title, []).append(
            f"{row.stt.rstrip('.') or row.label}{number}"
        )
    return "; ".join(f"dòng {', '.join(rows)} {title}" for title, rows in by_appendix.items())


def _number(form: Form, code: IndicatorCode) -> str:
    number = form.number(code)
    return "" if number is None else write_number(number, 2)
