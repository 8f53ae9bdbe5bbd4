"""A report that leaves: unsigned and signed, again with what changed, and every step back."""

from datetime import date
from pathlib import Path

import pytest
from msgspec import UNSET

from cchc_desktop.errors import FileRefused
from cchc_desktop.exchange.payload import ReportPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.exported.producing import worded
from cchc_desktop.office.figures.locking import lock, unlock
from cchc_desktop.office.mailroom.mails import opened_mail
from cchc_desktop.office.mailroom.outgoing import write_again
from cchc_desktop.office.mailroom.steps import StepRefused, present, sign, signed_papers, step_back
from cchc_desktop.office.mailroom.submitting import SubmitRefused, submit
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport, ReportRefused
from cchc_desktop.storage.packages import Direction, list_packages
from tests.unit.office.an_office import Q3

DAY = date(2026, 9, 15)


@pytest.fixture
def locked(office: Office, report: OpenReport) -> OpenReport:
    """Answer and lock the ward's report."""
    for code, row in report.template.indicators.items():
        if report.form.is_asked(row):
            report.enter(code, "kps")
    report.write("I.1", "Lời văn.")
    lock(office, Q3)
    return report


def said(path: Path) -> ReportPayload:
    """Return what a written exchange file says."""
    payload = payload_in(path.read_bytes())
    assert isinstance(payload, ReportPayload)
    return payload


def test_an_unsigned_report_is_sent_and_says_so(office: Office, locked: OpenReport, tmp_path: Path) -> None:
    sent = submit(office, Q3, tmp_path)
    assert any("chưa ký" in each for each in sent.warnings)
    assert "chưa ký" in sent.mail.text
    payload = said(sent.exported.path)
    assert (payload.CodeNumber, payload.SignerInfo.Position, payload.supersedes) == ("", "", UNSET)
    assert locked.head.stage is Stage.SUBMITTED


def test_the_signed_report_follows_with_its_paper_as_the_next_file(
    office: Office, locked: OpenReport, tmp_path: Path
) -> None:
    submit(office, Q3, tmp_path / "1")
    paper = tmp_path / "ký.pdf"
    paper.write_bytes(b"%PDF-1.7")
    step_back(locked, "Trình ký")
    present(locked)
    sign(locked, "12", DAY, signer="Nguyễn Văn Mẫu", paper=paper)
    sent = submit(office, Q3, tmp_path / "2")
    assert [each.name[-10:] for each in sent.files] == ["lan02.xlsx", "ký.pdf"]
    payload = said(sent.exported.path)
    assert (payload.CodeNumber, payload.IssuedDate) == ("12", DAY)
    assert payload.SignerInfo.FullName == "Nguyễn Văn Mẫu"
    assert payload.supersedes is not UNSET
    assert (payload.supersedes.sequence, payload.supersedes.cells) == ("1", ())
    assert not any("chưa ký" in each for each in sent.warnings)


def test_the_word_report_goes_along_where_it_is_wished(
    office: Office, locked: OpenReport, tmp_path: Path
) -> None:
    sent = submit(office, Q3, tmp_path, with_draft=True, word=worded)
    assert [each.name for each in sent.files[1:]] == ["bao-cao-cchc-quy-iii-nam-2026.docx"]
    assert sent.files[1].read_bytes() == worded(office, Q3)
    assert f"- {sent.files[1].name}" in sent.mail.text
    assert sent.draft
    names = [each.name for each in opened_mail(sent.draft.read_bytes()).attachments]
    assert names == [each.name for each in sent.files]
    assert locked.head.stage is Stage.SUBMITTED


def test_a_corrected_report_says_why_and_lists_what_changed(
    office: Office, locked: OpenReport, tmp_path: Path
) -> None:
    first = submit(office, Q3, tmp_path / "1")
    unlock(locked, "Sửa số liệu")
    locked.enter("PL2.1", "9")
    locked.write("I.1", "Lời khác.")
    lock(office, Q3)
    with pytest.raises(ReportRefused, match="lý do gửi lại"):
        submit(office, Q3, tmp_path / "2")
    assert not list((tmp_path / "2").iterdir())
    second = submit(office, Q3, tmp_path / "2", reason="Sửa PL2.1")
    told = said(second.exported.path).supersedes
    assert told is not UNSET
    assert (told.sequence, told.reason, told.sections) == ("1", "Sửa PL2.1", ("I.1",))
    assert "PL2.1" in told.cells
    third = submit(office, Q3, tmp_path / "3")
    assert third.exported.path.read_bytes() == second.exported.path.read_bytes()
    packages = list_packages(office.archive.db, Direction.OUT)
    assert [(each.sequence, each.reason) for each in packages] == [(1, ""), (2, "Sửa PL2.1")]
    again = write_again(office, packages[0].id, tmp_path / "lại")
    assert again.read_bytes() == first.exported.path.read_bytes()


def test_open_figures_are_not_sent(office: Office, report: OpenReport, tmp_path: Path) -> None:
    with pytest.raises(SubmitRefused, match="chốt số liệu"):
        submit(office, Q3, tmp_path / "đi")
    assert report.head.stage is Stage.DRAFT
    assert not (tmp_path / "đi").exists()


def test_every_step_goes_back_one_by_one_with_a_reason(locked: OpenReport, tmp_path: Path) -> None:
    paper = tmp_path / "ký.pdf"
    paper.write_bytes(b"%PDF-1.7")
    present(locked)
    sign(locked, "12", DAY, paper=paper)
    assert signed_papers(locked) == {"ký.pdf": b"%PDF-1.7"}
    with pytest.raises(StepRefused, match="lý do"):
        step_back(locked, " ")
    step_back(locked, "Ghi nhầm số")
    assert (locked.head.stage, locked.head.number, signed_papers(locked)) == (Stage.PRESENTED, "", {})
    step_back(locked, "Sửa lời")
    assert locked.head.stage is Stage.LOCKED
    with pytest.raises(StepRefused, match="Không có bước nào"):
        step_back(locked, "Nữa")


def test_what_is_no_pdf_is_no_signed_paper(locked: OpenReport, tmp_path: Path) -> None:
    paper = tmp_path / "ký.pdf"
    paper.write_bytes(b"PK")
    with pytest.raises(FileRefused, match="không phải là PDF"):
        sign(locked, "12", DAY, paper=paper)
    with pytest.raises(StepRefused, match="cần có số"):
        sign(locked, " ", DAY)
    assert locked.head.stage is Stage.LOCKED
