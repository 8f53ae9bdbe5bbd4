"""What the rules of prose find in an office's own report: told, placed, mended, kept, sent."""

from cchc_desktop.narrative.kept import kept
from cchc_desktop.office.exported.payload import report_payload
from cchc_desktop.office.findings import in_text
from cchc_desktop.office.findings.found import Found, keep_found
from cchc_desktop.office.findings.in_prose import found_in_prose
from cchc_desktop.office.findings.in_text import found_in_section, found_in_text
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from tests.unit.office.an_office import Q3

TEXT = """Đã ban hành {PL2.1} văn bản.

- **Thực hiện** 23/25 nội dung[^a], đạt *82%*.
[^a]: Xem Kế hoạch số 5/KH-UBND."""


def prose_of(report: OpenReport) -> tuple[Found, ...]:
    report.enter("PL2.1", "6")
    report.write("I.2", TEXT)
    return found_in_text(report)


def test_a_finding_leads_to_its_passage_and_mends_the_stored_text(report: OpenReport) -> None:
    ratio, number = prose_of(report)
    assert ratio.words.message.startswith("Mục I.2, đoạn 2: Ghi 82%")
    assert ratio.passage
    assert (ratio.passage.line, ratio.passage.start, ratio.passage.end) == (3, 31, 34)
    assert ratio.remedied == TEXT.replace("82%", "92%")
    assert number.passage
    assert number.passage.line == 0  # in a note of the author's own
    assert number.remedied == TEXT.replace("số 5/", "số 05/")
    for found in (ratio, number):
        report.write("I.2", found.remedied or "")
    assert found_in_section(report, "I.2")[0].code == ratio.code
    assert found_in_section(report, "I.3") == ()


def test_one_section_tells_what_the_whole_tells_of_it(report: OpenReport) -> None:
    prose_of(report)
    report.write("I.3", "Kế hoạch số 24/KH-UBND ngày 16/02/2026; tỷ lệ 95,5%.")
    report.write("I.4", "Kế hoạch số 24/KH-UBND ngày 17/02/2026; tỷ lệ 95.5%.")
    whole = found_in_prose(report)
    for section in ("I.2", "I.3", "I.4"):
        assert found_in_prose(report, section) == tuple(found for found in whole if found.section == section)
    assert {found.code[:3] for found in whole if found.section == "I.4"} == {"R12", "R14"}


def test_a_kept_finding_travels_and_another_passage_is_another_finding(
    office: Office, report: OpenReport
) -> None:
    ratio, number = prose_of(report)
    keep_found(report, ratio.code, "Theo kế hoạch đã điều chỉnh.")
    assert [(kept.code, kept.reason) for kept in report_payload(report, 1).kept] == [
        (ratio.code, "Theo kế hoạch đã điều chỉnh.")
    ]
    again = office.report(Q3)
    assert ratio.code in again.kept
    again.write("I.2", TEXT.replace("82%", "83%"))
    assert [found.code in again.kept for found in found_in_text(again)] == [False, False]
    assert found_in_text(again)[1].code == number.code


def test_a_sentence_of_the_last_report_is_found_until_its_figures_are_new(office: Office) -> None:
    last = office.start(Q3.previous)
    last.write("I.2", "Trong kỳ phường tổ chức 12 lớp tập huấn cho công chức.")
    report = office.start(Q3)
    report.write("I.2", last.prose["I.2"])
    (found,) = found_in_text(report)
    assert found.code.startswith("R16-I.2-")
    report.write("I.2", last.prose["I.2"].replace("12", "14"))
    assert found_in_text(report) == ()


def test_versions_that_were_written_over_do_not_stay_read(report: OpenReport) -> None:
    report.write("I.2", TEXT)
    written = [f"Kế hoạch số {number}/KH-UBND." for number in range(10, 40)]
    for text in written:
        report.write("I.3", text)
        found_in_prose(report, "I.2")
        found_in_prose(report, "I.3")
    assert [text for text in written if kept(text)] == written[-1:]
    assert [text for text, _ in in_text._read.values() if text in written] == written[-1:]
