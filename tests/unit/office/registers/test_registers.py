"""Registers through the office's facade: typed, undone, told of, feeding open reports."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.documents.content import Table
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.office.exported.producing import write_exchange_file
from cchc_desktop.office.figures.history import history
from cchc_desktop.office.office import Office
from cchc_desktop.office.received import inspect_file
from cchc_desktop.office.registers.contacts import contact_table
from cchc_desktop.office.registers.history import entry_history
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.registers.schema import RegisterRefused
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Window
from cchc_desktop.values.source import Source
from tests.unit.documents.reports import row
from tests.unit.office.an_office import Q3, reopened, says

DIRECTIVE = {
    "direction": "Đi",
    "Số, ký hiệu": "496/CV-UBND",
    "issued": "10/7/2026",
    "subject": "Chấn chỉnh kỷ luật",
    "guides": "có",
}


def texts(office: Office, name: str, column: str) -> list[str]:
    """Return what a column says in each entry."""
    return [entry.text(column) for entry in office.registers.entries(name)]


def test_what_was_typed_is_in_the_file_under_an_id_of_its_own(office: Office, office_file: Path) -> None:
    assert office.registers.add("documents", DIRECTIVE).entries == {"vb1"}
    assert office.registers.add("tasks", {"task": "Rà soát"}).entries == {"nv1"}
    assert office.registers.add("documents", {"code": "05/KH-UBND"}).entries == {"vb2"}
    office.close()
    with reopened(office_file) as again:
        entry = again.registers.entry("vb1")
        assert (entry.text("code"), entry.day("issued"), entry.is_yes("guides")) == (
            "496/CV-UBND",
            date(2026, 7, 10),
            True,
        )


def test_a_refused_value_changes_nothing(office: Office) -> None:
    office.registers.add("documents", DIRECTIVE)
    with pytest.raises(RegisterRefused, match="09/02/2026"):
        office.registers.change("vb1", {"subject": "Khác", "issued": "hôm qua"})
    assert office.registers.entry("vb1").text("subject") == "Chấn chỉnh kỷ luật"
    for wrong in ({}, {"note": "  "}):
        with pytest.raises(RegisterRefused, match="ít nhất một cột"):
            office.registers.add("documents", wrong)
    with pytest.raises(RegisterRefused, match="không có dòng vb7"):
        office.registers.remove(["vb1", "vb7"])
    assert texts(office, "documents", "code") == ["496/CV-UBND"]


def test_what_was_removed_or_changed_can_be_put_back_and_its_id_is_not_given_again(office: Office) -> None:
    registers = office.registers
    registers.add("documents", DIRECTIVE)
    registers.add("documents", {"code": "05/KH-UBND"})
    before = registers.standing(["vb1", "vb2"])
    assert registers.change("vb1", {"note": "thêm", "guides": ""}).entries == {"vb1"}
    assert registers.remove(["vb2"]).entries == {"vb2"}
    assert registers.add("documents", {"code": "06/KH-UBND"}).entries == {"vb3"}
    assert registers.put(before, Source.UNDONE).entries == {"vb1", "vb2"}
    assert registers.standing(["vb1", "vb2"]) == before
    assert not registers.put(before, Source.UNDONE)
    registers.put(registers.standing(["vb9"]), Source.UNDONE)
    assert len(registers.entries("documents")) == 3


def test_every_change_of_an_entry_is_told_with_who_and_what(office: Office) -> None:
    office.registers.add("documents", {"code": "05/KH-UBND"})
    office.registers.change("vb1", {"code": "06/KH-UBND", "issued": "9/2/2026"})
    office.registers.remove(["vb1"])
    made, changed, removed = entry_history(office.registers, "vb1")
    assert (changed.before, changed.after) == (
        "Số, ký hiệu: 05/KH-UBND",
        "Số, ký hiệu: 06/KH-UBND\nNgày ban hành: 09/02/2026",
    )
    assert (made.who, made.source, made.about) == (
        "Trần Thị Mẫu",
        "nhập",
        "Dòng sổ theo dõi vb1 (Sổ văn bản)",
    )
    assert (removed.before, removed.after) == ("Số, ký hiệu: 06/KH-UBND\nNgày ban hành: 09/02/2026", "")


def test_typing_is_never_blocked_by_what_is_odd(office: Office) -> None:
    office.registers.add("documents", {**DIRECTIVE, "code": "1.138 /CV", "issued": "16/9/2026"})
    cases = {remark.case for remark in office.registers.remarks("documents")}
    assert cases == {"code-grouped", "code-spaced", "in-future"}
    assert "in-future" not in {
        remark.case for remark in office.registers.remarks("documents", date(2026, 9, 16))
    }


def test_the_registers_feed_a_report_that_is_open(office: Office, report: OpenReport) -> None:
    assert report.fed("PL2.1") is None
    office.registers.add("documents", DIRECTIVE)
    fed = report.fed("PL2.1")
    assert fed
    assert (fed.value, [entry.id for entry in fed.entries]) == (Decimal(1), ["vb1"])
    assert says(report, "PL2.1") == "blank", "showing never writes"
    report.annotate("PL2.1", "Công văn")
    assert IndicatorCode("PL2.1") in report.take_fed(["PL2.1"]).cells
    assert says(report, "PL2.1") == "1"
    assert report.form.entry(IndicatorCode("PL2.1")).note == "Công văn"
    assert history(report, "PL2.1")[-1].source == "lấy từ sổ theo dõi"
    with pytest.raises(ReportRefused, match=r"PL2\.5"):
        report.take_fed(["PL2.1", "PL2.5"])


def test_typed_against_fed_is_a_finding_that_follows_the_register_and_can_be_kept(
    office: Office, report: OpenReport
) -> None:
    report.enter("PL2.1", "2")
    office.registers.add("documents", DIRECTIVE)
    assert [finding.code for finding in report.findings] == ["R8-PL2.1"]
    report.keep("R8-PL2.1", "Một văn bản mật không ghi sổ")
    assert says(report, "PL2.1") == "2"
    office.registers.add("documents", {**DIRECTIVE, "code": "497/CV-UBND"})
    assert not report.findings
    office.registers.remove(["vb1"])
    assert [finding.code for finding in report.findings] == ["R8-PL2.1"]
    report.enter("PL2.1", "1")
    assert not report.findings


def test_other_days_that_are_counted_count_other_entries(office: Office, report: OpenReport) -> None:
    office.registers.add("documents", DIRECTIVE)
    report.enter("PL2.1", "1")
    assert not report.findings
    report.reschedule(Window(date(2026, 7, 11), date(2026, 9, 14)), report.head.deadline)
    assert [finding.code for finding in report.findings] == ["R8-PL2.1"]


def test_what_another_window_kept_is_seen(office: Office, office_file: Path, report: OpenReport) -> None:
    with Office.look(office_file) as looking:
        assert looking.registers.entries("documents") == ()
        office.registers.add("documents", DIRECTIVE)
        assert len(looking.registers.entries("documents")) == 1
    assert report.fed("PL2.1")


def test_documents_can_be_cited_at_once_under_their_ids(office: Office, report: OpenReport) -> None:
    office.registers.add("documents", {**DIRECTIVE, "type_name": "Công văn"})
    cited = office.documents()["vb1"]
    assert (cited.number, cited.notation, cited.organ) == ("496", "CV-UBND", "UBND phường Mẫu")
    assert report.documents["vb1"] == cited


def test_people_leave_only_in_the_table_they_were_marked_for(office: Office, tmp_path: Path) -> None:
    office.start(Q3)
    assert contact_table(office.archive) is None
    office.registers.add("contacts", {"name": "Trần Thị Riêng", "phone": "0905 111 222"})
    assert contact_table(office.archive) is None
    office.registers.add(
        "contacts",
        {
            "name": "Lê Văn Mẫu",
            "position": "Chủ tịch",
            "phone": "0905 333 444",
            "email": "mau@mau.example",
            "role": "Lãnh đạo phụ trách",
            "note": "riêng",
            "printed": "có",
        },
    )
    table = contact_table(office.archive)
    assert isinstance(table, Table)
    assert table.rows == (
        row("01", "Lê Văn Mẫu", "Chủ tịch", "0905 333 444", "mau@mau.example", "Lãnh đạo phụ trách"),
    )
    assert len(table.widths) == len(table.header[0]) == len(table.rows[0])
    written = write_exchange_file(office, Q3, tmp_path)
    found = inspect_file(written.path, {}, [shipped().get("X25")])
    assert isinstance(found.payload, ReportPayload)
    assert not any(word in repr(found) for word in ("Riêng", "0905", "mau@mau"))


def test_entries_are_listed_by_words_days_and_order(office: Office) -> None:
    for number, day in (("9", "1/7/2026"), ("10", "1/8/2026"), ("11", "1/1/2026")):
        office.registers.add("documents", {**DIRECTIVE, "code": f"{number}/CV", "issued": day})
    listed = office.registers.entries("documents", window=Q3.window, column="Số, ký hiệu", descending=True)
    assert [entry.text("code") for entry in listed] == ["10/CV", "9/CV"]
    assert texts(office, "documents", "code") == ["11/CV", "9/CV", "10/CV"]
    assert [entry.id for entry in office.registers.entries("documents", search="01/8")] == ["vb2"]
