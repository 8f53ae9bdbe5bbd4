"""Figures, notes, overrides and prose: on the disk before the call returns, or nothing at all."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from cchc_desktop.errors import CchcError
from cchc_desktop.form.entry import Entry
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import AmbiguousNumber
from cchc_desktop.values.source import Source
from tests.unit.office.an_office import Q3, WARD, clock, reopened, says


def test_a_figure_is_on_the_disk_when_the_call_returns(office_file: Path, report: OpenReport) -> None:
    report.enter("PL2.1", "6")
    with Office.open(office_file, read_only=True, clock=clock) as other:
        assert says(other.report(Q3), "PL2.1") == "6"


def test_everything_entered_is_there_when_the_file_is_opened_again(
    office: Office, office_file: Path, report: OpenReport
) -> None:
    report.enter("PL2.2.1", "33", note="Kế hoạch số 12")
    report.enter("PL2.2.2", "14")
    report.enter("PL2.2", "100%")
    report.enter("PL3.2.1", "bcs")
    report.enter("PL7.2.4", "5", reason="Theo quyết định mới")
    report.annotate("PL2.2.2", "Lũy kế")
    report.write("I.1", "Đã ban hành kế hoạch.\r\nĐạt 42%.")
    report.keep("R1-PL2.2", "Tính trên nhiệm vụ đến hạn")
    before = (report.form, report.findings, dict(report.prose), dict(report.kept), report.head)
    office.close()
    with reopened(office_file) as again:
        same = again.report(Q3)
        assert (same.form, same.findings, dict(same.prose), dict(same.kept), same.head) == before
        assert same.prose["I.1"] == "Đã ban hành kế hoạch.\nĐạt 42%."


@pytest.mark.parametrize(
    ("code", "text", "reason"),
    [
        ("PL2.1", "1,234", ""),
        ("PL2.1", "-5", ""),
        ("PL2.1", "NaN", ""),
        ("PL2.1", "sáu", ""),
        ("PL7.1.1", "30,162", ""),
        ("PL2.5", "3", ""),
        ("PL2.3", "1", ""),
        ("PL9.9", "1", ""),
        ("", "1", ""),
        ("PL2.1", "6", "Vì thế"),
        ("PL2.2", "", "Vì thế"),
    ],
)
def test_a_refusal_leaves_file_and_screen_as_they_were(
    office_file: Path, report: OpenReport, code: str, text: str, reason: str
) -> None:
    report.enter("PL2.1", "6")
    on_disk, form, findings = office_file.read_bytes(), report.form, report.findings
    with pytest.raises(CchcError) as refusal:
        report.enter(code, text, reason)
    assert refusal.value.message.endswith(".")
    assert (office_file.read_bytes(), report.form, report.findings) == (on_disk, form, findings)


def test_what_reads_two_ways_is_refused_with_both_readings(report: OpenReport) -> None:
    with pytest.raises(AmbiguousNumber) as question:
        report.enter("PL7.1.1", "30,162")
    assert "30162" in question.value.message
    assert "30,1620" in question.value.message


def test_entering_says_which_cells_show_something_else_now(report: OpenReport) -> None:
    assert report.enter("PL7.2.4.1", "1").cells == {"PL7.2.4.1"}
    for code in ("PL7.2.4.2", "PL7.2.2", "PL7.2.3", "PL7.2.5"):
        report.enter(code, "2")
    changes = report.enter("PL7.2.4.3", "3")
    assert changes.cells == {"PL7.2.4.3", "PL7.2.4", "PL7.2.1"}
    assert changes.period == Q3
    assert says(report, "PL7.2.1") == "12"


def test_entering_says_whose_findings_changed(report: OpenReport) -> None:
    report.enter("PL2.2.1", "33")
    assert report.enter("PL2.2.2", "34").marked == {"PL2.2.2", "PL2.2.1"}
    assert report.enter("PL2.2.2", "33").marked == {"PL2.2.2", "PL2.2.1"}
    assert not report.enter("PL2.2.2", "33")


def test_an_empty_text_clears_the_answer_and_leaves_the_note(report: OpenReport) -> None:
    report.enter("PL2.1", "6", note="Ước")
    report.enter("PL2.1", "")
    assert says(report, "PL2.1") == "blank"
    assert report.form.entry(IndicatorCode("PL2.1")) == Entry(note="Ước")


def test_a_note_changes_no_answer_and_an_answer_no_note(report: OpenReport) -> None:
    report.enter("PL2.1", "6")
    report.annotate("PL2.1", "  Ước   tính ")
    report.enter("PL2.1", "7")
    assert report.form.entry(IndicatorCode("PL2.1")).note == "Ước tính"
    assert says(report, "PL2.1") == "7"


def test_a_stated_ratio_is_kept_and_reported_and_the_computed_one_prints(report: OpenReport) -> None:
    report.enter("PL2.2.1", "33")
    report.enter("PL2.2.2", "14")
    report.enter("PL2.2", "100%")
    assert [f.code for f in report.findings_at(IndicatorCode("PL2.2"))] == ["R1-PL2.2"]
    assert [f.code for f in report.findings_at(IndicatorCode("PL2.2.1"))] == ["R1-PL2.2"]
    assert report.form.entry(IndicatorCode("PL2.2")).said == "100%"
    assert says(report, "PL2.2").startswith("42.42")


def test_an_override_prints_with_its_reason_until_it_is_taken_back(report: OpenReport) -> None:
    report.enter("PL2.2.1", "33")
    report.enter("PL2.2.2", "14")
    report.enter("PL2.2", "50%", "Tính trên nhiệm vụ đến hạn")
    assert says(report, "PL2.2") == "50"
    assert not report.findings
    report.take_back_override("PL2.2")
    assert says(report, "PL2.2").startswith("42.42")


def test_an_override_to_nothing_says_how_to_go_back(report: OpenReport) -> None:
    with pytest.raises(ReportRefused, match="bỏ cả lý do"):
        report.enter("PL2.2", " ", "Chưa rõ")


def test_a_figure_that_was_asked_for_needs_no_reason(report: OpenReport) -> None:
    with pytest.raises(ReportRefused, match="Ghi chú"):
        report.enter("PL2.1", "6", "Vì thế")


def test_prose_goes_into_sections_that_have_text_only(report: OpenReport) -> None:
    for section in ("II", "X.9", ""):
        with pytest.raises(ReportRefused, match=r"I\.1"):
            report.write(section, "Lời văn.")
    assert report.write("I.1", "Lời văn.").sections == {"I.1"}
    assert not report.write("I.1", "Lời văn.")
    report.write("I.1", "")
    assert not report.prose.get("I.1")


def test_a_justification_needs_its_finding(report: OpenReport) -> None:
    with pytest.raises(ReportRefused, match=r"R1-PL2\.2"):
        report.keep("R1-PL2.2", "Vì thế")


def test_the_window_and_the_deadline_can_be_set(
    office: Office, office_file: Path, report: OpenReport
) -> None:
    window = replace(report.head.window, last=report.head.window.last.replace(day=10))
    assert report.reschedule(window, report.head.deadline).head
    assert not report.reschedule(window, report.head.deadline)
    office.close()
    with reopened(office_file) as again:
        assert again.report(Q3).head.window == window


class Clerk(RuleBasedStateMachine):
    """A clerk at a real file: whatever she does, the file opened again says the same as the screen."""

    _CODES = ("PL2.1", "PL2.2", "PL2.2.1", "PL2.2.2", "PL7.2.4", "PL7.2.4.1", "PL7.2.4.2", "PL7.2.4.3")

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.cchc"
        self.office = Office.create(self.path, WARD, clock=clock)
        self.report = self.office.start(Q3)

    @rule(
        code=st.sampled_from(_CODES),
        text=st.sampled_from(("", "0", "3", "14", "kps", "ktq", "bcs", "1,5", "1.234", "1,234", "x")),
        reason=st.sampled_from(("", "Theo quyết định")),
        note=st.sampled_from((None, "", "Ước")),
    )
    def enter(self, code: str, text: str, reason: str, note: str | None) -> None:
        before = self.report.form
        try:
            self.report.enter(code, text, reason, note=note)
        except CchcError:
            assert self.report.form is before

    @rule(codes=st.sets(st.sampled_from(_CODES)))
    def clear_and_undo(self, codes: set[str]) -> None:
        cells = tuple(IndicatorCode(code) for code in sorted(codes))
        before, form = self.report.entries_of(cells), self.report.form
        self.report.clear(cells)
        self.report.put(before, Source.UNDONE)
        assert self.report.form == form

    @invariant()
    def the_file_says_what_the_screen_says(self) -> None:
        with Office.open(self.path, read_only=True, clock=clock) as other:
            report = other.report(Q3)
            assert report.form == self.report.form
            assert report.findings == self.report.findings

    def teardown(self) -> None:
        self.office.close()
        self.folder.cleanup()


TestClerk = Clerk.TestCase
TestClerk.settings = settings(max_examples=8, stateful_step_count=12)
