"""A draft set gone over: rows changed one by one, their relations following, the set renamed."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from msgspec.structs import replace

from cchc_desktop.office.form_sets.drafts import SetDraft, draft_set
from cchc_desktop.office.form_sets.review import (
    DraftRow,
    general_decisions,
    head_of,
    rows_of,
    settled,
    with_head,
    with_row,
)
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Kind, RollUp, TimeBehaviour
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.codes import IndicatorCode

_ROWS: Sequence[Sequence[str]] = (
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"),
    ("1", "Tỷ lệ nhiệm vụ số hóa hoàn thành", "%", ""),
    ("1.1", "Số nhiệm vụ số hóa", "Nhiệm vụ", ""),
    ("1.2", "Số nhiệm vụ số hóa đã hoàn thành", "Nhiệm vụ", ""),
)


@pytest.fixture
def draft(tmp_path: Path) -> SetDraft:
    document = Document()
    document.add_paragraph("PHỤ LỤC 2")
    table = document.add_table(rows=len(_ROWS), cols=len(_ROWS[0]))
    for place, row in enumerate(_ROWS):
        for column, text in enumerate(row):
            table.cell(place, column).text = text
    document.save(str(tmp_path / "biểu.docx"))
    return draft_set(tmp_path / "biểu.docx", shipped())


def row(draft: SetDraft, label: str) -> DraftRow:
    return next(each for each in rows_of(draft) if each.record.label == label)


def test_a_ratio_tells_what_it_is_worked_out_from(draft: SetDraft) -> None:
    ratio, base, done = rows_of(draft)
    assert ratio.operands == f"{done.record.key} / {base.record.key}"
    assert ratio.decisions


def test_a_row_of_another_kind_has_what_that_kind_needs_and_is_settled(draft: SetDraft) -> None:
    ratio, base, done = rows_of(draft)
    operands = f"{base.record.key}, {done.record.key}"
    total = with_row(draft, ratio, key=ratio.record.key, unit="Nhiệm vụ", kind=Kind.TOTAL, operands=operands)
    assert total.problems == ()
    first = read_files(total.files).indicators[IndicatorCode(ratio.record.key)]
    assert first.total_of == (base.record.key, done.record.key)
    asked = with_row(total, rows_of(total)[0], key=ratio.record.key, unit="%", kind=Kind.PERCENT, operands="")
    assert read_files(asked.files).indicators[first.code].rollup is RollUp.LIST
    assert not rows_of(asked)[0].decisions


def test_what_a_kind_lacks_is_a_problem_and_not_a_crash(draft: SetDraft) -> None:
    ratio = rows_of(draft)[0]
    broken = with_row(draft, ratio, key="lạ lùng", unit="", kind=Kind.RATIO, operands="PL9.9")
    assert broken.problems


def test_relations_follow_a_new_key(draft: SetDraft) -> None:
    base = row(draft, "Số nhiệm vụ số hóa")
    changed = with_row(draft, base, key="PL2.SO", unit="Nhiệm vụ", kind=Kind.WHOLE, operands="")
    assert rows_of(changed)[0].operands.endswith("/ PL2.SO")
    assert changed.problems == ()


def test_how_a_row_is_joined_is_chosen_where_it_is_asked(draft: SetDraft) -> None:
    ratio, base, _ = rows_of(draft)
    change = partial(with_row, draft, operands="", time=TimeBehaviour.STOCK, rollup=RollUp.OWN)
    joined = change(base, key=base.record.key, unit=base.record.unit, kind=Kind.WHOLE)
    assert joined.problems == ()
    record = rows_of(joined)[1].record
    assert (record.time, record.rollup) == (TimeBehaviour.STOCK, RollUp.OWN)
    heading = change(ratio, key=ratio.record.key, unit="", kind=Kind.HEADING)
    assert (rows_of(heading)[0].record.time, rows_of(heading)[0].record.rollup) == (None, None)
    assert heading.problems == ()


def test_a_row_whose_remark_in_brackets_is_left_out_is_a_known_one(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=4)
    rows = (_ROWS[0], ("1", "Số văn bản chỉ đạo CCHC đã ban hành", "Văn bản", ""))
    for place, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(place, column).text = text
    document.save(str(tmp_path / "a.docx"))
    (known,) = rows_of(draft_set(tmp_path / "a.docx", shipped(), "X25"))
    assert (known.record.key, known.is_known) == ("PL2.1", True)


def test_a_row_is_renamed_and_keeps_everything_else(draft: SetDraft) -> None:
    ratio, before = rows_of(draft)[0], rows_of(draft)[0].record
    named = with_row(
        draft,
        ratio,
        label="Tỷ lệ số hóa",
        key=before.key,
        unit=before.unit,
        kind=before.kind,
        operands=ratio.operands,
    )
    assert rows_of(named)[0].record == replace(before, label="Tỷ lệ số hóa")
    assert [each.record for each in rows_of(named)[1:]] == [each.record for each in rows_of(draft)[1:]]


def test_a_set_is_renamed_and_a_row_agreed_with(draft: SetDraft) -> None:
    named = with_head(draft, "X27", 'Bộ “mới” của "tỉnh"', date(2027, 1, 1))
    head = head_of(named)
    assert (head.id, head.name, head.valid_from) == ("X27", 'Bộ “mới” của "tỉnh"', date(2027, 1, 1))
    agreed = settled(named, rows_of(named)[0])
    assert not rows_of(agreed)[0].decisions
    assert general_decisions(agreed, rows_of(agreed)) == general_decisions(draft, rows_of(draft))
