"""R12: numbers and notations of documents, and documents named twice."""

import pytest

from cchc_desktop.rules.text.check import check_section, check_text
from cchc_desktop.rules.text.section import TextSection
from tests.unit.rules.text.told import CONTEXT, cases, found


@pytest.mark.parametrize(
    ("text", "passage", "expected"),
    [
        ("Kế hoạch số 1.138/KH-UBND", "1.138/KH-UBND", "1138/KH-UBND"),
        ("Kế hoạch số 5/KH-UBND", "5/KH-UBND", "05/KH-UBND"),
        ("Kế hoạch số 137-KH-UBND", "137-KH-UBND", "137/KH-UBND"),
        ("Kế hoạch số 12/KH/UBND", "12/KH/UBND", "12/KH-UBND"),
        ("Kế hoạch số 12/KHUBND", "12/KHUBND", "12/KH-UBND"),
        ("Nghị quyết số 10 -NQ/TU", "10 -NQ/TU", "10-NQ/TU"),
        ("Nghị định số 43/2006 NĐ-CP", "43/2006 NĐ-CP", "43/2006/NĐ-CP"),
        ("Chỉ thị số 10/CT-UBND ngày 22/4/2026 của Thủ tướng Chính phủ", "10/CT-UBND", "10/CT-TTg"),
    ],
)
def test_a_number_that_is_written_wrongly_is_put_right_with_one_click(
    text: str, passage: str, expected: str
) -> None:
    (finding,) = found(f"Thực hiện {text}.")
    assert (finding.rule, finding.text, finding.remedy_text) == ("R12", passage, expected)
    assert found(f"Thực hiện {text}.".replace(passage, expected)) == ()


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Kế hoạch số 12/QĐ-UBND", "text-type-differs"),
        ("Kế hoạch số 164/UBND-CCHC", "text-type-differs"),
        ("Quyết định số 12/QĐ-UBND ngày 05/02/2026 của Sở Nội vụ", "text-issuer-differs"),
        ("Tiếp tục chỉ đạo Tổ công tác số 1272/QĐ-UBND", "text-type-missing"),
        ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2019", "text-year-differs"),
        ("Kế hoạch số 45 ngày 05/02/2026", "text-notation-missing"),
    ],
)
def test_a_notation_against_type_issuer_or_year_is_found(text: str, case: str) -> None:
    assert [each.case for each in found(f"{text}.")] == [case]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 10-NQ/TU ngày 29/12/2021 của Tỉnh ủy và Công văn số 1026-CV/TU.",
        "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ; Quyết định số 146/QĐ-TTg của Thủ tướng.",
        "Quyết định phê duyệt Kế hoạch số 12/QĐ-UBND; Công văn số 1873/SNV-TTr của Sở Nội vụ.",
        "Văn bản số 12/UBND-VP và Thông tư số 172/2012/TT-BTC của Bộ Tài chính.",
        "Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017; tiêu chuẩn ISO 9001:2015, hợp đồng 68.",
        "Báo cáo số ……/BC-UBND ngày … tháng … năm 2026.",
    ],
)
def test_old_numbering_and_customary_writing_are_left_alone(text: str) -> None:
    assert found(text) == ()


def test_one_number_with_two_days_is_found_in_the_later_section_alone() -> None:
    sections = [
        TextSection("I.1", "", ("Kế hoạch số 395/KH-UBND ngày 27/01/2026 về chính quyền số.",)),
        TextSection("I.2", "", ("Kế hoạch số 395/KH-UBND ngày 29/01/2026 về xử lý vi phạm.",)),
    ]
    (finding,) = check_text(sections, CONTEXT)
    assert (finding.section, finding.case, finding.given) == (
        "I.2",
        "text-number-twice",
        ("27/01/2026", "I.1"),
    )
    assert check_section(sections[0], CONTEXT, sections) == ()
    assert check_section(sections[1], CONTEXT, sections) == (finding,)


def test_one_document_twice_in_an_enumeration_and_one_document_with_two_numbers_are_found() -> None:
    text = (
        "Ban hành Kế hoạch số 24/KH-UBND ngày 16/02/2026 về hòa giải; Kế hoạch số 35/KH-UBND ngày 18/02/2026;"
        " Kế hoạch số 24/KH-UBND ngày 16/02/2026 về hòa giải ở cơ sở."
    )
    assert [case for case, _, _ in cases(text)] == ["text-document-twice"]
    about = "ngày 16/02/2026 về kiểm tra công tác cải cách hành chính năm 2026"
    assert [
        case for case, _, _ in cases(f"Kế hoạch số 24/KH-UBND {about}.", f"Kế hoạch số 42/KH-UBND {about}.")
    ] == ["text-two-numbers"]
    assert (
        cases("Kế hoạch số 24/KH-UBND ngày 16/02/2026.", "Theo Kế hoạch số 24/KH-UBND ngày 16/02/2026.") == []
    )
