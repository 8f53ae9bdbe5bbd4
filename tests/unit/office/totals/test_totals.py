"""Totals of the offices below, and whose figures stand in them."""

from datetime import UTC, date, datetime
from decimal import Decimal

from cchc_desktop.form.review import Review
from cchc_desktop.office.office import Office
from cchc_desktop.rollup.aggregate import RowTotal
from cchc_desktop.rollup.special_case import SpecialCase
from cchc_desktop.rollup.standing import Standing
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.unit.office.totals.below import Q3, receive, review

SUM, NUMERATOR, DENOMINATOR, RATIO = "PL4.3.X.1", "PL4.3.X.2", "PL4.3.X.1", "PL4.3.X"
OWN, PART, PERCENT, CODE = "PL2.2.1", "PL2.1", "PL5.2.5", "PL2.5"


def row(office: Office, code: str, *, accepted_only: bool = False) -> RowTotal:
    """Return the row's total."""
    return office.totals.of(Q3, accepted_only=accepted_only).rows[IndicatorCode(code)]


def number(text: str) -> Answer:
    return Answer(Decimal(text))


def test_what_communes_report_is_added_exactly(office: Office) -> None:
    for below, figure in (("dv1", "0.1"), ("dv2", "0.2"), ("dv3", "123456789012345.000000001")):
        receive(office, below, {SUM: figure})
    total = row(office, SUM)
    assert total.children == total.value == number("123456789012345.300000001")
    assert (total.answered, total.missing) == (3, 1)


def test_states_are_kept_apart_and_never_taken_for_zeros(office: Office) -> None:
    for below, said in (("dv1", "5"), ("dv2", "not-competent"), ("dv3", "later")):
        receive(office, below, {SUM: said})
    receive(office, "dv4", {})
    total = row(office, SUM)
    assert total.value == number("5")
    assert total.states == {"number": 1, "not-competent": 1, "later": 1, "blank": 1}
    assert (total.answered, total.missing) == (2, 2)


def test_where_nobody_has_a_number_the_total_says_why(office: Office) -> None:
    assert row(office, SUM).value == BLANK
    receive(office, "dv1", {SUM: "not-arisen"})
    assert row(office, SUM).value == NOT_ARISEN
    receive(office, "dv2", {SUM: "later"})
    assert row(office, SUM).value == LATER


def test_ratios_are_made_of_sums_and_an_office_with_one_operand_counts_in_its_sum(office: Office) -> None:
    receive(office, "dv1", {DENOMINATOR: "10", NUMERATOR: "10", RATIO: "100"})
    receive(office, "dv2", {DENOMINATOR: "90", RATIO: "0"})
    receive(office, "dv3", {DENOMINATOR: "100", NUMERATOR: "30", RATIO: "30"})
    assert row(office, RATIO).value == row(office, RATIO).children == number("20")


def test_what_is_returned_does_not_count_and_acceptance_can_be_asked_for(office: Office) -> None:
    for below in ("dv1", "dv2", "dv3"):
        receive(office, below, {SUM: "1"})
    review(office, "dv1", Review.RETURNED)
    review(office, "dv2", Review.ACCEPTED)
    assert row(office, SUM).value == number("2")
    assert row(office, SUM, accepted_only=True).value == number("1")


def test_a_correction_takes_the_place_of_what_it_corrects(office: Office) -> None:
    for below in ("dv1", "dv2", "dv3"):
        receive(office, below, {SUM: "10", CODE: "1"})
    assert row(office, SUM).value == number("30")
    receive(office, "dv1", {SUM: "7", CODE: "0"})
    again = office.totals.of(Q3)
    assert again.rows[IndicatorCode(SUM)].value == number("27")
    assert again.rows[IndicatorCode(CODE)].counts == {Decimal(0): 1, Decimal(1): 2}
    assert [each.name for each in again.coverage.corrected] == ["UBND xã Mẫu 1"]


def test_a_figure_that_is_own_and_its_offices_together_waits_for_the_own_part(office: Office) -> None:
    receive(office, "dv1", {PART: "4"})
    assert (row(office, PART).children, row(office, PART).value) == (number("4"), BLANK)
    office.report(Q3).enter(PART, "6")
    total = row(office, PART)
    assert (total.own, total.children, total.value) == (number("6"), number("4"), number("10"))


def test_where_adding_would_be_wrong_only_the_own_figure_is_proposed(office: Office) -> None:
    receive(office, "dv1", {OWN: "40"})
    office.report(Q3).enter(OWN, "33")
    assert (row(office, OWN).children, row(office, OWN).value) == (BLANK, number("33"))


def test_a_row_that_is_only_summed_has_no_part_of_the_offices_own(office: Office) -> None:
    receive(office, "dv1", {SUM: "4"})
    office.report(Q3).enter(SUM, "6")
    total = row(office, SUM)
    assert (total.own, total.children, total.value) == (BLANK, number("4"), number("4"))


def test_typed_percentages_are_spread_out_and_codes_are_counted_never_added(office: Office) -> None:
    for below, percent, code in (("dv1", "50", "1"), ("dv2", "90", "1"), ("dv3", "70", "0")):
        receive(office, below, {PERCENT: percent, CODE: code, SUM: "1"})
    spread = row(office, PERCENT).spread
    assert spread
    assert (spread.least, spread.median, spread.greatest) == (Decimal(50), Decimal(70), Decimal(90))
    assert row(office, CODE).counts == {Decimal(1): 2, Decimal(0): 1}
    assert row(office, PERCENT).children == row(office, CODE).children == BLANK
    assert (row(office, SUM).spread, row(office, SUM).counts) == (None, {})


def test_one_group_can_be_asked_for(office: Office) -> None:
    for below in ("dv1", "dv2", "dv3"):
        receive(office, below, {SUM: "1"})
    totals = office.totals.of(Q3, group="Xã")
    assert (len(totals.coverage.offices), totals.rows[IndicatorCode(SUM)].value) == (2, number("2"))


def test_the_sentence_names_who_is_missing_late_corrected_and_keeps_a_warning(office: Office) -> None:
    receive(office, "dv1", {SUM: "1"}, came=datetime(2026, 9, 18, 8, tzinfo=UTC))
    receive(office, "dv2", {SUM: "1"}, kept={"R9-PL2.4": "có lý do"})
    receive(office, "dv3", {SUM: "1"})
    receive(office, "dv3", {SUM: "2"})
    assert office.totals.coverage(Q3).sentence == (
        "Tổng hợp từ 3/4 đơn vị; chưa có số liệu: UBND xã Mẫu 4; gửi muộn: UBND xã Mẫu 1; "
        "giữ nguyên cảnh báo, có giải trình: UBND xã Mẫu 2; đã gửi bản sửa: UBND xã Mẫu 3."
    )


def test_an_excused_office_is_not_missing_and_another_deadline_is_kept_to(office: Office) -> None:
    office.offices.agree(SpecialCase("dv4", Q3, is_excused=True))
    office.offices.agree(SpecialCase("dv1", Q3, deadline=date(2026, 9, 18)))
    receive(office, "dv1", {SUM: "1"}, came=datetime(2026, 9, 18, 8, tzinfo=UTC))
    covered = office.totals.coverage(Q3)
    assert [each.id for each in covered.excused] == ["dv4"]
    assert len(covered.offices) == 3
    assert covered.late == ()


def test_a_report_of_an_office_that_is_gone_is_told_of_and_not_added_twice(office: Office) -> None:
    office.offices.merge(["dv1", "dv2"], {"name": "UBND xã Mới"}, date(2026, 7, 1))
    for below in ("dv1", "dv5"):
        receive(office, below, {SUM: "10"})
    totals = office.totals.of(Q3)
    assert totals.rows[IndicatorCode(SUM)].value == number("10")
    assert [each.id for each in totals.coverage.outside] == ["dv1"]


def test_reports_on_another_set_are_added_by_its_mapping_and_what_has_no_place_is_listed(
    office: Office,
) -> None:
    receive(office, "dv1", {SUM: "1"})
    receive(office, "dv2", {SUM: "2", "PL6.2.3": "5"}, form_set=("X21", "1.0"))
    totals = office.totals.of(Q3)
    assert totals.rows[IndicatorCode(SUM)].value == number("3")
    assert totals.unmapped == {("X21", "1.0"): ("PL6.2.3",)}


def test_the_matrix_knows_who_is_late_and_by_how_many_working_days(office: Office) -> None:
    receive(office, "dv1", {SUM: "1"}, came=datetime(2026, 9, 21, 8, tzinfo=UTC))
    matrix = office.totals.matrix([Q3])
    late, waiting = matrix.place("dv1", Q3), matrix.place("dv2", Q3)
    assert (late.standing, late.late) == (Standing.RECEIVED, 3)
    assert late.words == "Đã nhận, muộn 3 ngày làm việc"
    assert (waiting.standing, waiting.late) == (Standing.NOT_SENT, 0)
    assert {place.office for place in matrix.awaited(Q3)} == {"dv2", "dv3", "dv4"}


def test_a_period_without_a_report_of_ones_own_has_totals_all_the_same(office: Office) -> None:
    receive(office, "dv1", {SUM: "3"}, period=Period.read("2026-Q2"))
    assert office.totals.of(Period.read("2026-Q2")).rows[IndicatorCode(SUM)].value == number("3")
