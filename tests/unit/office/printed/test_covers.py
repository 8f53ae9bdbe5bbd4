"""Covers: proposed, settled, printed, sent along."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.form.cover import Cover
from cchc_desktop.office.exported.payload import report_payload
from cchc_desktop.office.lengths import TooLong
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.covers import cover_of, set_cover
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.values.period import Period
from tests.unit.office.an_office import Q3, WARD


def test_a_cover_is_proposed_from_the_profile_and_the_set(office: Office, report: OpenReport) -> None:
    cover = cover_of(report)
    assert cover.signing == report.template.wording.signing
    assert cover.addressees == ("UBND tỉnh Mẫu",)
    office.set_profile(replace(WARD, signer="Trần Văn A", place="phường Mẫu", recipients=("Như trên",)))
    assert cover_of(report) == replace(
        cover, signer="Trần Văn A", place="phường Mẫu", recipients=("Như trên",)
    )


def test_a_settled_cover_prints_and_travels(office: Office, report: OpenReport) -> None:
    settled = replace(
        cover_of(report),
        number="496",
        issued=date(2026, 9, 16),
        place="Mẫu Thượng",
        signing=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Lê Thị B",
        addressees=("Sở Nội vụ",),
        recipients=("Như trên", "Lưu: VT"),
    )
    assert set_cover(report, settled).head
    printed, payload = printed_report(report), report_payload(report, 1)
    assert (printed.letterhead.number, printed.letterhead.place) == ("496", "Mẫu Thượng")
    assert (printed.signature.lines, printed.signature.name) == (settled.signing, "Lê Thị B")
    assert (printed.addressees, printed.recipients.lines) == (settled.addressees, settled.recipients)
    assert (payload.CodeNumber, payload.IssuedDate) == ("496", date(2026, 9, 16))
    assert payload.SignerInfo.FullName == "Lê Thị B"
    with Office.look(office.path) as other:
        assert cover_of(other.report(Q3)) == settled


def test_the_next_report_is_proposed_the_last_cover_without_its_number(
    office: Office, report: OpenReport
) -> None:
    set_cover(report, replace(cover_of(report), number="496", issued=date(2026, 9, 16), signer="Lê Thị B"))
    following = cover_of(office.start(Period.read("2026-Q4")))
    assert (following.signer, following.number, following.issued) == ("Lê Thị B", "", None)


def test_a_profile_corrected_since_prevails_for_reports_to_come(office: Office, report: OpenReport) -> None:
    set_cover(report, replace(cover_of(report), signer="Lê Thị B"))
    office.set_profile(replace(WARD, signer="Phạm Văn C"))
    assert cover_of(report).signer == "Lê Thị B"
    assert cover_of(office.start(Period.read("2026-Q4"))).signer == "Phạm Văn C"


def test_who_types_is_no_reason_to_forget_the_last_cover(office: Office, report: OpenReport) -> None:
    set_cover(report, replace(cover_of(report), signer="Lê Thị B"))
    office.set_profile(replace(WARD, prepared_by="Người khác"))
    assert cover_of(office.start(Period.read("2026-Q4"))).signer == "Lê Thị B"


def test_what_the_cover_said_stands_in_the_journal(office: Office, report: OpenReport) -> None:
    set_cover(report, replace(cover_of(report), signer="Lê Thị B"))
    set_cover(report, replace(cover_of(report), signer="Lê Thị C", number="12"))
    signers = history(office.archive.db, Q3, "signer", Subject.COVER)
    assert [(change.new, change.who) for change in signers] == [
        ('"Lê Thị B"', "Trần Thị Mẫu"),
        ('"Lê Thị C"', "Trần Thị Mẫu"),
    ]
    assert [change.new for change in history(office.archive.db, Q3, "number", Subject.REPORT)] == [
        '""',
        '"12"',
    ]


def test_the_same_cover_again_changes_nothing(report: OpenReport) -> None:
    assert not set_cover(report, cover_of(report))
    set_cover(report, replace(cover_of(report), signer="  Lê   Thị B "))
    assert not set_cover(report, replace(cover_of(report), signer="Lê Thị B"))


@pytest.mark.parametrize(
    "change",
    [
        lambda cover: replace(cover, number="123456789012"),
        lambda cover: replace(cover, signer="A" * 51),
        lambda cover: replace(cover, signing=("A" * 60, "B" * 60)),
        lambda cover: replace(cover, place="A" * 201),
        lambda cover: replace(cover, recipients=("Như trên", "A" * 201)),
    ],
    ids=["number", "signer", "signing", "place", "recipients"],
)
def test_what_no_official_document_can_carry_is_refused(
    report: OpenReport, change: Callable[[Cover], Cover]
) -> None:
    before = cover_of(report)
    with pytest.raises(TooLong, match="Hãy viết ngắn lại"):
        set_cover(report, change(before))
    assert cover_of(report) == before
