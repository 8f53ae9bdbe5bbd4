"""What is odd in registers is told as data, and in words."""

from datetime import date

import pytest

from cchc_desktop.registers.catalogue import register_of
from cchc_desktop.registers.documents import DOCUMENTS
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.inspections import INSPECTIONS
from cchc_desktop.registers.remarks import Remark, code_faults, remarks
from cchc_desktop.registers.schema import Register
from cchc_desktop.registers.tasks import TASKS
from cchc_desktop.registers.wording import _WORDS, remark_words
from tests.unit.registers.lines import entry

TODAY = date(2026, 9, 15)


def document(
    code: str, issued: str = "9/2/2026", direction: str = "issued", organ: str = ""
) -> RegisterEntry:
    """Return a whole document."""
    return entry(DOCUMENTS, direction=direction, code=code, issued=issued, organ=organ, subject="Mẫu")


def seen(register: Register, *entries: RegisterEntry) -> list[tuple[str, str, str]]:
    """Return rule, case and column of every remark."""
    return [(each.rule, each.case, each.column) for each in remarks(register, entries, TODAY)]


@pytest.mark.parametrize(
    ("code", "faults"),
    [
        ("496/BC-UBND", []),
        ("05/KH-UBND", []),
        ("12/2023/QĐ-UBND", []),
        ("1138/KH-UBND", []),
        ("10/CT-TTg", []),
        ("1.138/KH-UBND", ["code-grouped"]),
        ("1,138/KH-UBND", ["code-grouped"]),
        ("5/KH-UBND", ["code-needs-zero"]),
        ("005/KH-UBND", ["code-needs-zero"]),
        ("0496/BC-UBND", ["code-zero"]),
        ("496 /BC-UBND", ["code-spaced"]),
        ("496/BC UBND", ["code-spaced"]),
        ("1.138 / KH-UBND", ["code-grouped", "code-spaced"]),
        ("BC-UBND", ["code-form"]),
        ("496", ["code-form"]),
        ("496/-UBND", ["code-form"]),
        ("không số", ["code-form"]),
    ],
)
def test_a_number_is_written_as_the_decree_says(code: str, faults: list[str]) -> None:
    assert list(code_faults(code)) == faults


def test_a_number_twice_in_one_year_is_told_at_both_however_it_is_written() -> None:
    once, again = document("496/BC-UBND"), document("0496/bc-ubnd", "30/12/2026")
    found = [each for each in remarks(DOCUMENTS, [once, again], date(2027, 1, 1)) if each.rule == "R12"]
    assert [(each.code, each.others) for each in found] == [
        (f"R12-{once.id}", (again.id,)),
        (f"R12-{again.id}", (once.id,)),
    ]


@pytest.mark.parametrize(
    "other",
    [
        document("496/BC-UBND", "9/2/2025"),
        document("497/BC-UBND"),
        document("496/KH-UBND"),
        document("496/BC-UBND", direction="received", organ="UBND tỉnh Mẫu"),
    ],
    ids=["another year", "another number", "another notation", "another office"],
)
def test_a_number_of_another_year_notation_or_office_is_no_repetition(other: RegisterEntry) -> None:
    assert not seen(DOCUMENTS, document("496/BC-UBND"), other)


def test_what_has_happened_lies_not_after_today_or_the_report() -> None:
    late = document("496/BC-UBND", "16/9/2026")
    assert seen(DOCUMENTS, late) == [("R11", "in-future", "issued")]
    assert not remarks(DOCUMENTS, [late], date(2026, 9, 16))
    assert not seen(TASKS, entry(TASKS, source="plan", task="Mẫu", deadline="31/12/2026"))


def test_a_deadline_before_the_task_was_given_is_told() -> None:
    task = entry(TASKS, source="plan", task="Mẫu", assigned="9/2/2026", deadline="8/2/2026", done="1/2/2026")
    assert seen(TASKS, task) == [("R11", "out-of-order", "deadline"), ("R11", "out-of-order", "done")]


def test_more_resolved_than_found_is_told_and_what_is_missing_too() -> None:
    inspection = entry(INSPECTIONS, unit="Phòng Mẫu", inspected="9/2/2026", problems="2", resolved="3")
    assert seen(INSPECTIONS, inspection) == [
        ("R4", "blank", "unit_kind"),
        ("R5", "part-above-whole", "resolved"),
    ]


def test_every_remark_is_told_in_whole_sentences_with_what_stands_there() -> None:
    entries = [
        document("1.138 /KH-UBND", "16/9/2026"),
        document("5/KH-UBND"),
        document("05/KH-UBND"),
        document("0496/KH-UBND"),
        document("UBND"),
        entry(TASKS, task="Mẫu", assigned="9/2/2026", deadline="8/2/2026"),
        entry(INSPECTIONS, problems="1234", resolved="2345"),
    ]
    by_id = {each.id: each for each in entries}
    told: list[Remark] = []
    for register in (DOCUMENTS, TASKS, INSPECTIONS):
        told += remarks(register, [each for each in entries if register_of(each.id) is register], TODAY)
    assert {remark.case for remark in told} == set(_WORDS), "every wording has a remark, and the other way"
    messages = []
    for remark in told:
        words = remark_words(remark, register_of(remark.entry), by_id[remark.entry])
        assert words.message.endswith(".")
        assert words.remedy.endswith(".")
        assert "{" not in words.message + words.remedy
        messages.append(words.message)
    assert "“Ngày ban hành” ghi 16/9/2026, là ngày chưa tới hoặc sau ngày báo cáo." in messages
    assert "“Thời hạn” ghi 08/02/2026, sớm hơn “Ngày giao” 09/02/2026." in messages
    assert "“Số vấn đề đã xử lý” ghi 2.345, lớn hơn “Số vấn đề phát hiện” 1.234." in messages
