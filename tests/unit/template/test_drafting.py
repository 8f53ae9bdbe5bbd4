"""Rows proposed from what a form prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.drafting import Draft, drafted, settled
from cchc_desktop.template.files import table
from cchc_desktop.template.model import Kind, RollUp, TimeBehaviour
from cchc_desktop.template.printed_rows import PrintedRow
from cchc_desktop.template.records import AppendixRecord
from cchc_desktop.template.toml import appendix_toml
from cchc_desktop.values.codes import IndicatorCode

KNOWN = shipped().get("X25").indicators


def row(stt: str, label: str = "Số việc", unit: str = "Việc") -> PrintedRow:
    return PrintedRow(stt, label, unit)


def keys(*stts: str) -> list[str]:
    return [each.key for each in drafted(4, [row(stt, f"Số việc {stt}") for stt in stts]).rows]


@pytest.mark.parametrize(
    ("stts", "expected"),
    [
        (("1", "1.1", "1.1.1", "2"), ["PL4.1", "PL4.1.1", "PL4.1.1.1", "PL4.2"]),
        (("1.", "1.1.", "1.1."), ["PL4.1", "PL4.1.1", "PL4.1.1N2"]),
        (("I", "1", "2", "II", "1"), ["PL4.I", "PL4.I.1", "PL4.I.2", "PL4.II", "PL4.II.1"]),
        (("1", "a)", "b)", "đ)"), ["PL4.1", "PL4.1.A", "PL4.1.B", "PL4.1.D"]),
        (("1", "-", ""), ["PL4.1", "PL4.1.R2", "PL4.1.R3"]),
        (("1.4.2",), ["PL4.1", "PL4.1.4", "PL4.1.4.2"]),
        (("I", "1.1", "1.2"), ["PL4.I", "PL4.I.1", "PL4.I.1.1", "PL4.I.1.2"]),
        (("15.6.2026", "2"), ["PL4.2026", "PL4.2"]),
    ],
)
def test_keys_and_parents_follow_the_printed_numbers(stts: tuple[str, ...], expected: list[str]) -> None:
    assert keys(*stts) == expected


@pytest.mark.parametrize(
    ("label", "unit", "kind"),
    [
        ("Số việc", "Việc", Kind.WHOLE),
        ("Kinh phí", "Triệu đồng", Kind.MONEY),
        ("Tỷ lệ đạt", "%", Kind.PERCENT),
        ("Đã có kế hoạch", "Có = 1; Không = 0", Kind.CODE),
        ("Tổng số việc", "Việc", Kind.WHOLE),
    ],
)
def test_the_kind_of_a_row_alone_is_proposed_from_its_words(label: str, unit: str, kind: Kind) -> None:
    (record,) = drafted(4, [row("1", label, unit)]).rows
    assert record.kind is kind


def test_a_new_row_is_counted_in_its_period_or_up_to_now_and_both_are_to_be_decided() -> None:
    draft = drafted(4, [row("1"), row("2", "Số việc lũy kế từ đầu năm")])
    assert [each.time for each in draft.rows] == [TimeBehaviour.FLOW, TimeBehaviour.CUMULATIVE]
    assert {each.rollup for each in draft.rows} == {RollUp.SUM}
    assert [each.key for each in draft.decisions] == ["PL4.1", "PL4.2"]


def test_a_row_without_a_unit_is_to_be_decided() -> None:
    draft = drafted(4, [row("1", "Số việc", "")])
    assert any("đơn vị" in each.reason for each in draft.decisions)


def test_relations_to_rows_that_are_not_there_are_taken_out_and_told() -> None:
    ratio, part = (KNOWN[IndicatorCode(code)] for code in ("PL2.2", "PL2.2.2"))
    draft = drafted(
        2, [PrintedRow("2", ratio.label, "%", ratio), PrintedRow("2.2", part.label, part.unit, part)]
    )
    settled({2: draft})
    assert [(each.kind, each.numerator, each.part_of) for each in draft.rows] == [
        (Kind.PERCENT, None, None),
        (Kind.WHOLE, None, None),
    ]
    assert [each.key for each in draft.decisions] == ["PL2.2", "PL2.2.2"]


def test_a_known_row_comes_back_with_everything_the_set_knows_of_it() -> None:
    printed = [PrintedRow(each.stt, each.label, each.unit, each) for each in KNOWN.values()]
    draft = drafted(2, printed)
    settled({2: draft})
    assert ([each.key for each in draft.rows], draft.decisions) == (list(KNOWN), [])


def test_a_known_row_in_another_unit_is_to_be_decided() -> None:
    money = KNOWN[IndicatorCode("PL7.1.1")]
    draft = drafted(
        7, [PrintedRow("1", "Vốn đầu tư công", ""), PrintedRow("1.1", money.label, "Tỷ đồng", money)]
    )
    assert [each.key for each in draft.decisions if "Tỷ đồng" in each.reason] == ["PL7.1.1"]
    assert draft.rows[-1].unit == "Tỷ đồng"


def like(code: str) -> PrintedRow:
    known = KNOWN[IndicatorCode(code)]
    return PrintedRow(known.stt, known.label, known.unit, known)


def test_a_row_left_out_above_others_is_proposed_by_its_number_and_named() -> None:
    draft = drafted(9, [row("1.1"), row("1.2"), row("2")])
    added = draft.rows[0]
    assert (added.key, added.stt, added.kind) == ("PL9.1", "1", Kind.HEADING)
    (reason,) = [each.reason for each in draft.decisions if each.key == "PL9.1"]
    assert "dòng 1.1 mà không có dòng 1" in reason


def test_a_row_left_out_above_known_ones_is_the_sets_own_where_that_asks_nothing_more() -> None:
    both = drafted(2, [like("PL2.2.1"), like("PL2.2.2")], KNOWN)
    assert (both.rows[0].key, both.rows[0].kind) == ("PL2.2", Kind.RATIO)
    alone = drafted(2, [like("PL2.2.2")], KNOWN)
    assert (alone.rows[0].key, alone.rows[0].kind) == ("PL2.2", Kind.HEADING)
    assert alone.rows[0].label == KNOWN[IndicatorCode("PL2.2")].label


def test_a_known_row_below_one_of_their_own_has_its_parent_by_key_as_well() -> None:
    draft = drafted(2, [row("2", "Việc khác hẳn"), like("PL2.2.2")], KNOWN)
    assert [each.key for each in draft.rows] == ["PL2.2N2", "PL2.2", "PL2.2.2"]


def test_a_heading_under_another_name_stays_the_heading_of_the_rows_below_it() -> None:
    draft = drafted(2, [row("3", "Công tác kiểm tra", ""), like("PL2.3.1"), like("PL2.3.2")], KNOWN)
    assert [(each.key, each.label) for each in draft.rows][:1] == [("PL2.3", "Công tác kiểm tra")]
    assert [each.key for each in draft.rows][1:] == ["PL2.3.1", "PL2.3.2"]


def test_a_new_row_never_takes_a_key_that_means_another_row_in_any_set() -> None:
    known = {**KNOWN, IndicatorCode("PL2.9"): KNOWN[IndicatorCode("PL2.1")]}
    draft = drafted(2, [row("1"), row("5"), row("9"), row("10")], known)
    assert [each.key for each in draft.rows] == ["PL2.1N2", "PL2.5N2", "PL2.9N2", "PL2.10"]


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.builds(PrintedRow, text, text, text), max_size=12))
def test_any_table_gives_rows_with_keys_of_their_own_that_toml_can_hold(printed: list[PrintedRow]) -> None:
    draft: Draft = drafted(7, printed)
    settled({7: draft})
    assert len({each.key for each in draft.rows}) == len(draft.rows)
    record = AppendixRecord(7, "Phụ lục 7", ("Tên",), "", len(draft.rows), [])
    read = table(appendix_toml(record, draft.rows))
    assert read["row-count"] == len(draft.rows)
