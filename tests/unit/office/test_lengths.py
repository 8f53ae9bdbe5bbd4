"""What a person writes is refused where the exchange file could not carry it, and carried whole elsewhere."""

from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.office.exported.producing import write_exchange_file
from cchc_desktop.office.lengths import TooLong
from cchc_desktop.office.mailroom.looked import look_into
from cchc_desktop.office.office import Office, OfficeRefused
from cchc_desktop.office.report import OpenReport, ReportRefused
from tests.unit.office.an_office import Q3, WARD, clock


@pytest.mark.parametrize(
    "profile",
    [
        replace(WARD, name="x" * 201),
        replace(WARD, superior=Superior("x" * 201)),
        replace(WARD, on_behalf_of="x" * 201),
        replace(WARD, place="x" * 201),
        replace(WARD, notation="x" * 31),
        replace(WARD, signing=("x" * 60, "x" * 60)),
        replace(WARD, signer="x" * 51),
        replace(WARD, prepared_by="x" * 201),
        replace(WARD, recipients=("x" * 201,)),
    ],
)
def test_details_longer_than_their_field_make_no_office(profile: Profile, tmp_path: Path) -> None:
    with pytest.raises(TooLong, match="Hãy viết ngắn lại"):
        Office.create(tmp_path / "a.cchc", profile, clock=clock)
    assert not list(tmp_path.iterdir())


def test_a_name_nobody_can_see_is_no_name(tmp_path: Path) -> None:
    with pytest.raises(OfficeRefused, match="Tên cơ quan còn trống"):
        Office.create(tmp_path / "a.cchc", replace(WARD, name="\x01 \x02"), clock=clock)


def test_the_longest_remarks_travel_and_read_back(office: Office, report: OpenReport, tmp_path: Path) -> None:
    varied = "".join(f"Việc {number} đã xong. " for number in range(12_000))
    report.enter("PL2.1", "5", note=varied[:31_999] + "đ")
    report.write("I.1", varied[:199_999] + "đ")
    written = write_exchange_file(office, Q3, tmp_path)
    assert look_into(written.path, None).document["machine_part"] == "whole"


def test_longer_remarks_are_refused_and_change_nothing(report: OpenReport) -> None:
    with pytest.raises(TooLong, match="Ghi chú dài 32001 ký tự"):
        report.enter("PL2.1", "5", note="đ" * 32_001)
    with pytest.raises(TooLong, match="Lời văn"):
        report.write("I.1", "đ" * 200_001)
    assert report.form.entries.get(report.indicator("PL2.1").code) is None
    assert "I.1" not in report.prose


def test_what_no_receiver_could_read_is_not_written(
    office: Office, report: OpenReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report.archive.profile = replace(WARD, name="x" * 201)  # as a file of an earlier day may have it
    monkeypatch.setattr(office, "report", lambda _: report)
    with pytest.raises(ReportRefused, match="chưa ghi gì"):
        write_exchange_file(office, Q3, tmp_path / "out")
    assert office.last_export(Q3) is None
    assert not list((tmp_path / "out").iterdir())
