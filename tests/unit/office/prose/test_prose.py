"""The prose of an open report: printed, exchanged, carried over, its state kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.documents.content import Footnote, Heading, Paragraph, Run
from cchc_desktop.narrative.state import SectionState
from cchc_desktop.office.exported.payload import report_payload
from cchc_desktop.office.exported.sheets import report_sheets
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.office.prose.prose import (
    carry_over,
    cited_documents,
    findings_in_prose,
    offered_from_last_period,
    suggested_sentences,
)
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.office.settings import PercentStyle, Settings
from cchc_desktop.registers.entry import RegisterEntry, Values
from cchc_desktop.storage.journal import Origin, Subject, history
from cchc_desktop.storage.registers import save_register_entries
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from tests.unit.narrative.a_form import PAPERS
from tests.unit.office.an_office import Q3, WARD, clock

Q2 = Period.read("2026-Q2")
TEXT = "Đã ban hành {PL2.1 dv}[^vb1].\n- Giao {PL2.4.1}\n[^không]"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Open an office whose last quarter has figures and prose."""
    with Office.create(tmp_path / "a.cchc", WARD, clock=clock) as made:
        last = made.start(Q2)
        last.enter("PL2.1", "45")
        last.write("I.1", "Ban hành 45 văn bản.")
        last.write("II.1", "Chưa có gì mới.")
        last.write("IV", "Xong {PL2.1} việc.")
        yield made


@pytest.fixture
def report(office: Office) -> OpenReport:
    """Start this quarter's report."""
    opened = office.start(Q3)
    opened.documents = PAPERS
    return opened


def test_the_report_prints_what_the_figures_say_and_cites(report: OpenReport) -> None:
    report.enter("PL2.1", "1200")
    report.write("I.1", TEXT)
    blocks = printed_report(report).blocks
    at = blocks.index(Heading(2, "Về kế hoạch cải cách hành chính"))
    paragraph = blocks[at + 1]
    assert isinstance(paragraph, Paragraph)
    said, note, _ = paragraph.inlines[1:]
    assert said == Run("1.200 văn bản")
    assert isinstance(note, Footnote)
    assert note.runs[0].text.startswith("Kế hoạch số 07/KH-UBND ngày 05/02/2026")


def test_the_workbook_shows_what_prints_and_the_payload_carries_what_was_written(report: OpenReport) -> None:
    report.enter("PL2.1", "3")
    report.write("I.1", TEXT)
    sections = report_sheets(report, sequence=1, short_hash="0").prose
    shown = next(section for section in sections if section.text)
    assert shown.text.startswith("Đã ban hành 3 văn bản[1].\n- Giao ……\n")
    payload = report_payload(report, 1)
    assert [prose.text for prose in payload.prose] == [TEXT]
    assert [(cited.CodeNumber, cited.CodeNotation) for cited in payload.citations] == [("07", "KH-UBND")]
    assert cited_documents(report) == (PAPERS["vb1"],)


def test_percent_signs_and_decimals_are_the_offices(office: Office, report: OpenReport) -> None:
    report.enter("PL2.2.1", "28")
    report.enter("PL2.2.2", "20")
    report.write("I.1", "Đạt {PL2.2}.")
    office.set_settings(Settings(decimals=1, percent=PercentStyle.APART))
    paragraph = next(block for block in printed_report(report).blocks if isinstance(block, Paragraph))
    assert Run("71,4\N{NO-BREAK SPACE}%") in paragraph.inlines


def test_last_quarters_prose_fills_only_empty_sections_and_is_marked(report: OpenReport) -> None:
    report.write("II.1", "Của quý này.")
    assert carry_over(report).sections == {"I.1", "IV"}
    assert report.prose["I.1"] == "Ban hành {PL2.1} văn bản."
    assert report.prose["II.1"] == "Của quý này."
    carried, edited = SectionState.CARRIED_OVER, SectionState.EDITED
    assert report.states == {"I.1": carried, "IV": carried, "II.1": edited}
    (change,) = history(report.archive.db, Q3, "I.1", Subject.PROSE)
    assert change.source is Source.PROPOSED
    assert not carry_over(report)


def test_a_carried_section_is_marked_until_it_is_touched_or_confirmed(
    office: Office, report: OpenReport
) -> None:
    carry_over(report)
    report.write("I.1", "Khác.")
    assert report.mark_section("IV", is_done=True).sections == {"IV"}
    assert not report.mark_section("IV", is_done=True)
    states = {"I.1": SectionState.EDITED, "IV": SectionState.DONE, "II.1": SectionState.CARRIED_OVER}
    assert report.states == states
    with Office.look(office.path) as again:
        assert again.report(Q3).states == states
    report.mark_section("IV", is_done=False)
    assert report.states["IV"] is SectionState.EDITED
    assert disagreements(report.archive.db) == ()


def test_a_section_without_text_cannot_be_marked(report: OpenReport) -> None:
    with pytest.raises(ReportRefused, match=r"I\.1"):
        report.mark_section("II", is_done=True)


def test_what_was_planned_last_quarter_is_offered_beside_the_results(report: OpenReport) -> None:
    offered = offered_from_last_period(report)
    assert offered is not None
    assert offered.plans == "Xong 45 việc."


def test_the_first_report_of_an_office_has_nothing_to_carry_over(office: Office) -> None:
    first = office.report(Q2)
    assert offered_from_last_period(first) is None
    assert not carry_over(first)


def test_findings_and_suggestions_look_at_this_and_the_last_quarter(report: OpenReport) -> None:
    report.enter("PL2.1", "40")
    report.write("I.1", "{PL2.1 sosanh} {PL2.4.1}")
    assert [finding.case for finding in findings_in_prose(report)] == ["blank"]
    (sentence,) = suggested_sentences(report, "I.2")
    assert "{PL2.1 sosanh}" in sentence


def test_a_document_of_the_register_is_cited_by_the_id_of_its_entry(office: Office) -> None:
    values: Values = {
        "direction": "received",
        "code": "05/KH-UBND",
        "issued": date(2026, 1, 5),
        "type_name": "Kế hoạch",
        "organ": "UBND tỉnh Mẫu",
        "subject": "Cải cách hành chính năm 2026",
    }
    report = office.start(Q3)
    save_register_entries(report.archive.db, {"vb1": RegisterEntry("vb1", values)}, Origin("Mẫu", clock()))
    report.write("I.1", "Theo kế hoạch[^vb1].")
    with Office.look(office.path) as again:
        payload = report_payload(again.report(Q3), 1)
        assert [(cited.CodeNumber, cited.Subject) for cited in payload.citations] == [
            ("05", "Cải cách hành chính năm 2026")
        ]
        notes = [
            inline.runs[0].text
            for block in printed_report(again.report(Q3)).blocks
            if isinstance(block, Paragraph)
            for inline in block.inlines
            if isinstance(inline, Footnote)
        ]
    assert notes == [
        "Kế hoạch số 05/KH-UBND ngày 05/01/2026 của UBND tỉnh Mẫu về cải cách hành chính năm 2026"
    ]
