"""Every case a rule can report: a form that fires it, and a near miss that does not."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop import rules
from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.form.longer import Part, derive
from cchc_desktop.rules.check import check
from cchc_desktop.rules.completeness import unanswered
from cchc_desktop.rules.finding import Finding, Severity
from cchc_desktop.rules.rule import Past
from cchc_desktop.rules.wording import _WORDS, in_words
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.unit.form.a_form import a_form, district, put, typed

_Texts = dict[str, str]


@dataclass(frozen=True)
class Case:
    """Rows as typed that fire the case at one row, and the rows changed for a near miss."""

    name: str
    code: str
    severity: Severity
    fires: _Texts
    spares: _Texts
    found: str | None = None
    expected: str | None = None
    related: str = ""
    message: str = ""
    """Part of the sentence a person reads."""
    past: _Texts = field(default_factory=dict)
    """The quarter before."""

    @property
    def cell(self) -> IndicatorCode:
        return IndicatorCode(self.code.partition("-")[2])


WARN, NOTE, BLOCK = Severity.WARN, Severity.NOTE, Severity.BLOCK
_PLAN = {"PL2.2.1": "33", "PL2.2.2": "14"}
_ONLINE = {"PL8.6.1.1": "179", "PL8.6.1.2": "179", "PL4.1.4.2": "396", "PL4.1.4.3": "173"}
_UNITS = {"PL7.2.4.1": "1", "PL7.2.4.2": "2", "PL7.2.4.3": "3"}
_TASKS = {"PL2.4.1": "112", "PL2.4.2": "87", "PL2.4.3": "8", "PL2.4.4": "0"}
_NOT_OURS = {"PL3.3.2.1": "ktq", "PL3.3.2.2": "ktq"}

CASES = (
    Case(
        "ratio-differs",
        "R1-PL2.2",
        WARN,
        {**_PLAN, "PL2.2": "100%"},
        {"PL2.2": "42,42%"},
        "100",
        "42.42",
        "PL2.2.2 PL2.2.1",
        "Ghi 100%, nhưng 14/33 cho ra 42,42%.",
    ),
    Case(
        "total-differs",
        "R1-PL7.2.4",
        WARN,
        {**_UNITS, "PL7.2.4": "7"},
        {"PL7.2.4": "6"},
        "7",
        "6",
        "PL7.2.4.1 PL7.2.4.2 PL7.2.4.3",
        "Ghi 7, nhưng dòng 2.4.1 (1), 2.4.2 (2), 2.4.3 (3) Phụ lục 7 cộng lại được 6.",
    ),
    Case(
        "other-denominator",
        "R2-PL8.6.1",
        NOTE,
        {**_ONLINE, "PL8.6.1": "45,2%"},
        {"PL8.6.1": "45,4%"},
        "45.2",
        "100",
        "PL8.6.1.2 PL4.1.4.2",
        "45,2% là tỷ lệ của dòng 6.1.2 (179) Phụ lục 8 trên dòng 1.4.2 (396) Phụ lục 4",
    ),
    Case(
        "other-total",
        "R2-PL7.2.4",
        NOTE,
        {**_UNITS, "PL7.2.4": "41", "PL7.2.5": "41"},
        {"PL7.2.5": "40"},
        "41",
        "6",
        "PL7.2.5",
        "41 đúng bằng số liệu ở dòng 2.5 Phụ lục 7",
    ),
    Case(
        "rounded-wrongly",
        "R3-PL8.6.3",
        WARN,
        {"PL8.6.1.2": "179", "PL8.6.2.2": "150", "PL8.6.3.2": "139", "PL8.6.3": "42,3%"},
        {"PL8.6.3": "42,2%"},
        "42.3",
        "42.25",
        "PL8.6.3.2 PL8.6.3.1",
        "Ghi 42,3%, nhưng 139/329 cho ra 42,25%.",
    ),
    Case(
        "ratio-of-nothing",
        "R6-PL2.3.3",
        WARN,
        {"PL2.3.3.1": "0", "PL2.3.3.2": "0", "PL2.3.3": "0"},
        {"PL2.3.3": "kps"},
        "0",
        None,
        "PL2.3.3.2 PL2.3.3.1",
        "Ghi 0%",
    ),
    Case(
        "state-for-number",
        "R6-PL2.2",
        WARN,
        {**_PLAN, "PL2.2": "kps"},
        {"PL2.2.1": "", "PL2.2": "kps"},
        None,
        "42.42",
        "PL2.2.2 PL2.2.1",
        "Ghi “Không phát sinh”, nhưng dòng 2.2 (14), 2.1 (33) Phụ lục 2 cho ra 42,42%.",
    ),
    Case(
        "number-for-state",
        "R6-PL3.3.2",
        WARN,
        {**_NOT_OURS, "PL3.3.2": "100%"},
        {"PL3.3.2": "ktq"},
        "100",
        None,
        "PL3.3.2.2 PL3.3.2.1",
        "Ghi 100%, nhưng dòng 3.2.2, 3.2.1 Phụ lục 3 cho ra “Không thuộc thẩm quyền”.",
    ),
    Case(
        "parts-blank",
        "R4-PL2.2",
        WARN,
        {"PL2.2.2": "14", "PL2.2": "100%"},
        {"PL2.2.1": "14"},
        "100",
        None,
        "PL2.2.1",
        "còn trống dòng 2.1 Phụ lục 2",
    ),
    Case(
        "part-above-whole",
        "R5-PL2.2.2",
        BLOCK,
        {"PL2.2.1": "33", "PL2.2.2": "34"},
        {"PL2.2.2": "33"},
        "34",
        "33",
        "PL2.2.1",
        "Ghi 34, lớn hơn 33 ở dòng 2.1 Phụ lục 2.",
    ),
    Case(
        "above-usual",
        "R5-PL5.2.2",
        WARN,
        {"PL5.2.1": "78", "PL5.2.2": "79"},
        {"PL5.2.2": "78"},
        "79",
        "78",
        "PL5.2.1",
        "Ghi 79, vượt 78",
    ),
    Case(
        "left-over",
        "R9-PL2.4.1",
        WARN,
        _TASKS,
        {"PL2.4.4": "17"},
        "112",
        "95",
        "PL2.4.2 PL2.4.3 PL2.4.4",
        "Còn 17 nhiệm vụ chưa xếp vào nhóm nào",
    ),
    Case(
        "more-than-all",
        "R9-PL2.4.1",
        BLOCK,
        {**_TASKS, "PL2.4.4": "18"},
        {"PL2.4.4": "17"},
        "112",
        "113",
        "PL2.4.2 PL2.4.3 PL2.4.4",
        "Tổng ghi 112",
    ),
    Case(
        "twins-differ",
        "R7-PL5.1.5",
        WARN,
        {**_UNITS, "PL7.2.2": "0", "PL7.2.3": "0", "PL7.2.5": "0", "PL5.1.5": "7"},
        {"PL5.1.5": "6"},
        "7",
        "6",
        "PL7.2.1",
        "Ghi 7, nhưng dòng 2.1 Phụ lục 7 ghi 6.",
    ),
    Case(
        "words-read-as-state",
        "R10-PL3.2.1",
        NOTE,
        {"PL3.2.1": "Thẩm quyền cấp tỉnh"},
        {"PL3.2.1": "ktq"},
        message="“Thẩm quyền cấp tỉnh” được hiểu là “Không thuộc thẩm quyền”.",
    ),
    Case(
        "not-asked",
        "R6-PL2.5.1",
        WARN,
        {"PL2.5": "0", "PL2.5.1": "423"},
        {"PL2.5": "1"},
        "423",
        None,
        "PL2.5",
        "Ghi 423, trong khi dòng 5 (0) Phụ lục 2",
    ),
    Case(
        "large-change",
        "R15-PL2.1",
        NOTE,
        {"PL2.1": "60"},
        {"PL2.1": "59"},
        "60",
        "30",
        message="Kỳ này 60, kỳ trước 30.",
        past={"PL2.1": "30"},
    ),
    Case(
        "cumulative-fell",
        "R15-PL6.3",
        WARN,
        {"PL6.3": "4"},
        {"PL6.3": "5"},
        "4",
        "5",
        message="Lũy kế 4, thấp hơn 5",
        past={"PL6.3": "5"},
    ),
)
_BY_NAME = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def _found(form: Form, case: Case) -> list[Finding]:
    before = a_form(case.past, Period.read("2022-Q4")) if case.past else None
    findings = check(form, Past(previous=before, earlier_this_year=before))
    return [finding for finding in findings if (finding.case, finding.code) == (case.name, case.code)]


@_BY_NAME
def test_the_case_is_reported_with_what_was_found_and_expected(case: Case) -> None:
    (finding,) = _found(a_form(case.fires), case)
    assert finding.severity is case.severity
    assert finding.found == (None if case.found is None else Decimal(case.found))
    if case.expected is None:
        assert finding.expected is None
    else:
        assert finding.expected is not None
        assert round(finding.expected, 2) == Decimal(case.expected)
    assert finding.related == tuple(case.related.split())
    assert finding.cells == (finding.cell, *finding.related)


@_BY_NAME
def test_a_near_miss_is_not_reported(case: Case) -> None:
    assert not _found(a_form({**case.fires, **case.spares}), case)


@_BY_NAME
def test_the_sentence_names_rows_and_numbers(case: Case) -> None:
    form = a_form(case.fires)
    (finding,) = _found(form, case)
    assert case.message in in_words(finding, form).message


@pytest.mark.parametrize("text", ["30,162", "1.234"])
def test_a_figure_that_reads_two_ways_blocks_with_both_readings(text: str) -> None:
    form = put(a_form(), "PL7.1.1", Entry(said=text))
    (finding,) = check(form)
    assert (finding.code, finding.case, finding.severity) == ("R14-PL7.1.1", "reads-two-ways", BLOCK)
    assert len(finding.readings) == 2
    assert text in in_words(finding, form).message


def test_the_remedy_for_two_readings_says_what_to_type() -> None:
    form = put(a_form(), "PL7.1.1", Entry(said="30,162"))
    (finding,) = check(form)
    remedy = in_words(finding, form).remedy
    assert "30,1620" in remedy
    assert "30162" in remedy


def test_a_figure_nobody_can_read_blocks() -> None:
    form = put(a_form(), "PL7.1.1", Entry(said="khoảng ba tỷ"))
    (finding,) = check(form)
    assert (finding.code, finding.case, finding.severity) == ("R10-PL7.1.1", "unreadable", BLOCK)
    assert "khoảng ba tỷ" in in_words(finding, form).message


def test_an_unread_figure_that_was_typed_again_is_no_finding() -> None:
    form = put(put(a_form(), "PL7.1.1", Entry(said="30,162")), "PL7.1.1", typed("PL7.1.1", "30162"))
    assert not check(form)


def test_a_total_left_blank_by_a_document_is_noted_with_its_sum() -> None:
    parts = {"PL3.1.2": "1", "PL3.1.3": "9"}
    form = put(a_form(parts), "PL3.1", Entry(said=""))
    (finding,) = check(form)
    assert (finding.code, finding.case, finding.severity) == ("R4-PL3.1", "total-blank", NOTE)
    assert finding.expected == 10
    assert "cộng lại được 10" in in_words(finding, form).message
    assert not check(a_form(parts))


def test_a_ratio_left_blank_by_a_document_is_worked_out_and_no_slip() -> None:
    form = put(a_form({"PL8.6.5.1": "69", "PL8.6.5.2": "69"}), "PL8.6.5", Entry(said=""))
    assert not check(form)


def test_a_row_that_waits_for_its_answer_is_a_finding_at_lock_only() -> None:
    form = a_form({"PL2.1": "6", "PL2.5": "0"})
    waiting = {finding.cell for finding in unanswered(form)}
    assert not check(form)
    assert "PL3.2.1" in waiting
    assert not waiting & {"PL2.1", "PL2.2", "PL2.3", "PL2.5", "PL2.5.1"}
    assert all(finding.code == f"R4-{finding.cell}" for finding in unanswered(form))
    assert all(finding.severity is BLOCK for finding in unanswered(form))


def test_an_unread_row_is_not_also_called_unanswered() -> None:
    form = put(a_form(), "PL7.1.1", Entry(said="30,162"))
    assert "PL7.1.1" not in {finding.cell for finding in unanswered(form)}


def _quarters(longer: str) -> tuple[Form, Past]:
    template, year = district(), Period.read("2023-H1")
    parts = [
        Part(a_form({"PL2.1": "6"}, period), period.window)
        for period in (Period.read("2023-Q1"), Period.read("2023-Q2"))
    ]
    form = a_form({"PL2.1": longer}, year)
    return form, Past(shorter=derive(template, year, year.window, parts))


def test_a_half_year_that_is_not_its_quarters_is_reported_with_them() -> None:
    form, past = _quarters("11")
    (finding,) = check(form, past)
    assert (finding.code, finding.case, finding.severity) == ("R1-PL2.1", "longer-differs", WARN)
    assert finding.found == 11
    assert finding.expected == 12
    assert "quý I năm 2023, quý II năm 2023 cho ra 12" in in_words(finding, form).message
    form, past = _quarters("12")
    assert not check(form, past)


@pytest.mark.parametrize("text", ["42,4240%", "42,4242 %", "42,42", "42,4%", "42%"])
def test_a_ratio_is_right_to_half_a_unit_of_its_last_digit(text: str) -> None:
    assert not check(a_form({**_PLAN, "PL2.2": text}))


@pytest.mark.parametrize("text", ["42,8570%", "42,4342%", "42,43%", "42,5%", "43%", "41%"])
def test_more_decimals_allow_no_more(text: str) -> None:
    assert {finding.rule for finding in check(a_form({**_PLAN, "PL2.2": text}))} & {"R1", "R3"}


def test_what_was_stated_is_shown_with_all_its_decimals() -> None:
    form = a_form({"PL8.6.1.2": "179", "PL8.6.2.2": "150", "PL8.6.3.2": "139", "PL8.6.3": "42,3560%"})
    (finding,) = check(form)
    assert in_words(finding, form).message == "Ghi 42,356%, nhưng 139/329 cho ra 42,25%."


def test_an_override_with_a_reason_has_been_decided() -> None:
    form = put(a_form(_PLAN), "PL2.2", typed("PL2.2", "100%", reason="Tính trên nhiệm vụ đến hạn"))
    assert not check(form)


def test_a_total_of_zero_over_parts_that_have_not_arisen_is_no_slip() -> None:
    parts = dict.fromkeys(_UNITS, "kps")
    assert not check(a_form({**parts, "PL7.2.4": "0"}))
    assert [finding.case for finding in check(a_form({**parts, "PL7.2.4": "3"}))] == ["number-for-state"]


def test_a_state_in_words_on_a_computed_row_is_told_as_it_was_understood() -> None:
    form = a_form({**_NOT_OURS, "PL3.3.2": "Thẩm quyền cấp tỉnh"})
    (finding,) = check(form)
    assert finding.case == "words-read-as-state"
    assert "“Không thuộc thẩm quyền”" in in_words(finding, form).message


def test_the_proposed_state_in_a_documents_words_is_expected() -> None:
    assert not check(a_form({"PL3.3.1": "Thẩm quyền cấp tỉnh", "PL4.1.2": "thuộc thẩm quyền tỉnh"}))


def test_a_small_change_and_a_first_period_are_no_findings() -> None:
    before = Past(previous=a_form({"PL2.1": "10"}, Period.read("2022-Q4")))
    assert not check(a_form({"PL2.1": "29"}), before)  # almost three times, yet 19 pieces
    assert [f.code for f in check(a_form({"PL2.1": "30"}), before)] == ["R15-PL2.1"]
    assert not check(a_form({"PL2.1": "3000"}))


def test_a_figure_from_zero_or_to_zero_is_a_large_change_where_it_is_large() -> None:
    before = Past(previous=a_form({"PL2.1": "0", "PL2.3.1": "20"}, Period.read("2022-Q4")))
    found = check(a_form({"PL2.1": "20", "PL2.3.1": "0"}), before)
    assert [finding.code for finding in found] == ["R15-PL2.1", "R15-PL2.3.1"]


def test_findings_stand_in_printed_order() -> None:
    form = a_form({**CASES[0].fires, **_TASKS, **CASES[3].fires})
    order = list(district().indicators)
    places = [order.index(finding.cell) for finding in check(form)]
    assert places == sorted(places)
    assert len(places) > 2


def test_every_case_in_the_code_has_words_and_all_words_are_used() -> None:
    folder = Path(rules.__file__).parent
    sources = "".join(path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "wording.py")
    used = set(re.findall(r'Finding\(\s*"R\d+",\s*"([a-z-]+)"', sources))
    used |= set(re.findall(r'row\.(?:part_of|usually_at_most), "([a-z-]+)"', sources))
    assert used == set(_WORDS)


@pytest.mark.parametrize("name", sorted(_WORDS))
def test_all_words_are_whole_sentences_without_exclamation(name: str) -> None:
    words = _WORDS[name]
    assert words.title
    assert not words.title.endswith(".")
    for sentence in (words.why, words.message, words.remedy):
        assert sentence.endswith(".")
        assert "!" not in sentence


def test_a_ratio_off_by_more_than_a_unit_of_its_last_digit_is_no_matter_of_rounding() -> None:
    rows = {"PL8.6.1.2": "179", "PL8.6.2.2": "150", "PL8.6.3.2": "139"}
    assert [f.case for f in check(a_form({**rows, "PL8.6.3": "42,1%"}))] == ["ratio-differs"]
    assert [f.case for f in check(a_form({**rows, "PL8.6.3": "42,3%"}))] == ["rounded-wrongly"]


def test_another_denominator_is_looked_for_among_rows_of_the_same_unit() -> None:
    stated = {**_PLAN, "PL2.2": "20%"}
    people, tasks = {"PL5.2.1": "70"}, {"PL2.4.1": "70"}
    assert [f.case for f in check(a_form({**stated, **people}))] == ["ratio-differs"]
    assert [f.case for f in check(a_form({**stated, **tasks}))] == ["ratio-differs", "other-denominator"]


def test_too_many_other_denominators_suggest_nothing() -> None:
    stated = {**_ONLINE, "PL4.1.4.3": "396", "PL8.6.1": "45,2%"}
    many = {"PL4.2.1": "396", "PL4.2.2": "396"}
    assert "other-denominator" in [f.case for f in check(a_form(stated))]
    assert "other-denominator" not in [f.case for f in check(a_form({**stated, **many}))]
