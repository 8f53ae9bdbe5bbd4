"""Sections that an office adds, hides, renames and moves: kept, printed, sent, proposed again."""

import pytest

from cchc_desktop.documents.content import Heading
from cchc_desktop.narrative.arranging import OutlineRefused
from cchc_desktop.office.exported.payload import report_payload
from cchc_desktop.office.exported.sheets import report_sheets
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.office.prose.outlines import (
    add_section,
    every_section,
    heading_of,
    hide_section,
    move_section,
    remove_section,
    rename_section,
    texts_hidden_with,
)
from cchc_desktop.office.prose.prose import carry_over, findings_in_prose
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.values.period import Period
from cchc_desktop.values.source import Source
from tests.unit.office.an_office import Q3, reopened

Q4 = Period.read("2026-Q4")
HEADING = "Việc nổi bật quý III năm 2026 {thử}"


def headings(report: OpenReport) -> list[str]:
    return [block.text for block in printed_report(report).blocks if isinstance(block, Heading)]


def test_an_added_section_prints_is_sent_and_has_its_own_text(report: OpenReport) -> None:
    assert add_section(report, "I.1", HEADING).outline
    report.write("them-1", "Có một việc.")
    assert headings(report)[:3] == [headings(report)[0], "Về kế hoạch cải cách hành chính", HEADING]
    payload = report_payload(report, 1)
    assert [(part.section, part.heading) for part in payload.prose] == [("them-1", HEADING)]
    assert [(part.section, part.level) for part in payload.outline or ()][:3] == [
        ("I", "1"),
        ("I.1", "2"),
        ("them-1", "2"),
    ]
    sheet = {part.id: part.text for part in report_sheets(report, sequence=1, short_hash="").prose}
    assert sheet["them-1"] == "Có một việc."


def test_an_outline_as_in_the_set_is_not_sent(report: OpenReport) -> None:
    assert not report_payload(report, 1).outline


def test_what_hidden_sections_say_neither_prints_nor_counts_and_is_not_lost(report: OpenReport) -> None:
    report.write("I.1", "Đã ban hành {PL2.1} kế hoạch.")
    assert findings_in_prose(report)
    assert texts_hidden_with(report, "I") == texts_hidden_with(report, "I.1") == ("I.1",)
    hide_section(report, "I")
    assert not findings_in_prose(report)
    assert not report_payload(report, 1).prose
    assert headings(report)[0].startswith("KẾT QUẢ")
    hide_section(report, "I", is_hidden=False)
    assert report.prose["I.1"]
    assert not report_payload(report, 1).outline


def test_a_heading_follows_the_period_where_it_names_it(office: Office, report: OpenReport) -> None:
    rename_section(report, "I.1", HEADING)
    later = office.start(Q4)
    section = next(each.section for each in every_section(later) if each.section.id == "I.1")
    assert heading_of(later, section) == "Việc nổi bật quý IV năm 2026 {thử}"
    change = history(office.archive.db, Q4, str(Q4), Subject.OUTLINE)[0]
    assert change.source is Source.PROPOSED


def test_typing_the_sets_own_heading_is_no_change(report: OpenReport) -> None:
    section = next(each.section for each in every_section(report) if "{ky" in each.section.heading)
    rename_section(report, section.id, "Việc khác")
    rename_section(report, section.id, heading_of(report, section))
    assert report.outline == report.template.outline


def test_the_outline_is_kept_journalled_and_taken_back(office: Office, report: OpenReport) -> None:
    before = report.arrangement
    move_section(report, "I.2", is_down=False)
    assert [part.id for part in report.outline.sections][1:3] == ["I.2", "I.1"]
    assert not disagreements(office.archive.db)
    office.close()
    with reopened(office.path) as again:
        there = again.report(Q3)
        assert there.outline == report.outline
        assert there.arrange(before).outline
        assert not there.arrange(before)
        assert there.outline == there.template.outline
        assert len(history(again.archive.db, Q3, str(Q3), Subject.OUTLINE)) == 2
        assert not disagreements(again.archive.db)


def test_own_sections_carry_their_text_into_the_next_report(office: Office, report: OpenReport) -> None:
    add_section(report, "I.1", "Việc riêng")
    report.write("them-1", "Có một việc.")
    report.write("I.1", "Xong việc.")
    hide_section(report, "I.1")
    later = office.start(Q4)
    assert carry_over(later).sections == {"them-1"}
    assert later.prose == {"them-1": "Có một việc."}


def test_an_own_section_that_says_something_is_not_removed(report: OpenReport) -> None:
    add_section(report, "I.1", "Việc riêng")
    report.write("them-1", "Có một việc.")
    with pytest.raises(OutlineRefused, match="còn lời văn"):
        remove_section(report, "them-1")
    report.write("them-1", "")
    remove_section(report, "them-1")
    assert report.outline == report.template.outline


def test_an_older_report_that_comes_later_is_proposed_nothing(office: Office, report: OpenReport) -> None:
    hide_section(report, "I.1")
    assert office.start(Period.read("2026-Q2")).arrangement == ()
