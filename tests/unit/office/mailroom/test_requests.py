"""A superior's request: its set installed, its report opened or moved, its policy kept when sending."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.exchange.messages import OpenFindings
from cchc_desktop.form.stage import Stage
from cchc_desktop.office.figures.locking import lock, unlock
from cchc_desktop.office.mailroom.line import Verdict
from cchc_desktop.office.mailroom.looked import look_into
from cchc_desktop.office.mailroom.requests_in import open_findings_policy, request_for
from cchc_desktop.office.mailroom.requests_out import Request, RequestUnsound, write_request
from cchc_desktop.office.mailroom.submitting import SubmitRefused, submit
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.storage.packages import Outcome, list_packages
from cchc_desktop.template.catalogue import files_of, shipped
from cchc_desktop.template.model import Level
from cchc_desktop.values.answer import NOT_ARISEN
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Window
from tests.unit.office.an_office import Q3, says
from tests.unit.office.mailroom.a_mailroom import received, superior

DUE = date(2026, 9, 18)
WINDOW = Window(date(2026, 6, 20), date(2026, 9, 14))


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Office]:
    """Open a superior's office file."""
    with superior(tmp_path / "tỉnh.cchc") as office:
        yield office


def asked(province: Office, folder: Path, *, findings: OpenFindings = "warned", templates: str = "") -> Path:
    """Write a request for quarter III/2026 and return its file."""
    request = Request(Q3, Level.COMMUNE, templates, WINDOW, DUE, "Gửi đúng hạn", findings)
    return write_request(province, request, folder).path


def newer_set() -> dict[str, bytes]:
    """Return the ward's shipped set as version 2.0, in which PL2.1 is called PL2.9 and says so."""
    files = {
        name: re.sub(rb"PL2\.1(?![\d.])", b"PL2.9", content)
        for name, content in files_of(shipped(), shipped().get("X25")).items()
    }
    files["set.toml"] = files["set.toml"].replace(b'version = "1.0"', b'version = "2.0"')
    renamed = '[[change]]\nsource = "X25"\nold = ["PL2.1"]\nnew = ["PL2.9"]\n'
    return files | {"chuyen-doi.toml": renamed.encode()}


def answered(report: OpenReport) -> None:
    """Answer every row that asks."""
    for code, row in report.template.indicators.items():
        if report.form.is_asked(row) and report.form.answer(code).is_blank:
            report.enter(code, "kps")


def test_a_request_opens_the_report_with_its_window_and_deadline(
    province: Office, office: Office, tmp_path: Path
) -> None:
    (line,) = received(office, asked(province, tmp_path))
    assert (line.verdict, line.kind) == (Verdict.ACCEPTED, "request")
    assert "Gửi đúng hạn." in line.reason
    assert "Mã khóa của nơi gửi" in line.reason
    head = office.report(Q3).head
    assert (head.window, head.deadline) == (WINDOW, DUE)
    request = request_for(office, Q3)
    assert request is not None
    assert request.set_files == dict(files_of(shipped(), shipped().get("X25")))
    (again,) = received(office, tmp_path / Path(line.file).name)
    assert "đã nhận trước đây" in again.reason


def test_a_report_in_hand_moves_to_the_new_set_and_what_has_no_place_is_listed(
    province: Office, office: Office, report: OpenReport, tmp_path: Path
) -> None:
    report.enter("PL2.1", "6")
    report.enter("PL2.2.1", "9")
    report.annotate("PL2.2.1", "ghi chú")
    province.install(newer_set())
    (line,) = received(office, asked(province, tmp_path, templates="X25"))
    assert line.verdict is Verdict.ACCEPTED, line.reason
    moved = office.report(Q3)
    assert (moved.template.version, moved.head.deadline) == ("2.0", DUE)
    assert (says(moved, "PL2.9"), says(moved, "PL2.2.1")) == ("6", "9")
    assert moved.form.entry(IndicatorCode("PL2.2.1")).note == "ghi chú"
    assert "là bộ mới" in line.reason


def test_a_request_is_looked_at_before_it_is_taken(
    province: Office, office: Office, office_file: Path, tmp_path: Path
) -> None:
    province.install(newer_set())
    file = asked(province, tmp_path, templates="X25")
    looked = look_into(file, office_file)
    told = looked.document["set"]
    assert isinstance(told, dict)
    assert (told["known"], told["added"], told["left_out"]) == (False, [], [])
    assert any("là bộ mới" in line for line in looked.lines)
    assert office.reports() == ()
    other = write_request(province, Request(Q3, Level.PROVINCE, "", WINDOW, DUE), tmp_path / "khác").path
    refused = look_into(other, office_file)
    assert refused.needs_a_person
    assert any("Yêu cầu dành cho" in line for line in refused.lines)


def test_an_own_request_that_nobody_filled_in_is_called_so(province: Office, tmp_path: Path) -> None:
    (line,) = received(province, asked(province, tmp_path))
    assert line.verdict is Verdict.REFUSED
    assert "yêu cầu của chính cơ quan này" in line.reason


def test_a_request_never_changes_final_figures_and_leaves_nothing_behind(
    province: Office, office: Office, report: OpenReport, tmp_path: Path
) -> None:
    answered(report)
    lock(office, Q3)
    (line,) = received(office, asked(province, tmp_path))
    assert line.verdict is Verdict.REFUSED
    assert "mở chốt số liệu" in line.reason
    assert list_packages(office.archive.db) == ()
    unlock(office.report(Q3), "Nhận yêu cầu mới")
    assert received(office, tmp_path / Path(line.file).name)[0].verdict is Verdict.ACCEPTED


def test_a_request_of_somebody_else_than_the_superior_waits(
    province: Office, office: Office, tmp_path: Path
) -> None:
    office.set_profile(
        replace(office.profile, superior=replace(office.profile.superior, name="UBND tỉnh Khác"))
    )
    (line,) = received(office, asked(province, tmp_path))
    assert line.verdict is Verdict.QUESTIONS
    assert [each.outcome for each in list_packages(office.archive.db)] == [Outcome.QUESTIONS]
    assert office.reports() == ()


def test_a_request_for_another_level_is_refused(province: Office, office: Office, tmp_path: Path) -> None:
    request = Request(Q3, Level.PROVINCE, "", WINDOW, DUE)
    (line,) = received(office, write_request(province, request, tmp_path).path)
    assert line.verdict is Verdict.REFUSED
    assert "Yêu cầu dành cho" in line.reason


def test_a_deadline_before_the_last_day_is_refused(province: Office, tmp_path: Path) -> None:
    with pytest.raises(RequestUnsound, match="Hạn gửi"):
        write_request(province, Request(Q3, Level.COMMUNE, "", WINDOW, date(2026, 9, 1)), tmp_path)


@pytest.mark.parametrize("policy", ["ignored", "warned", "stop"])
def test_what_open_findings_do_to_sending_is_as_the_request_says(
    province: Office, office: Office, tmp_path: Path, policy: OpenFindings
) -> None:
    received(office, asked(province, tmp_path, findings=policy))
    report = office.report(Q3)
    answered(report)
    report.enter("PL2.2.1", "2")
    report.enter("PL2.2.2", "1")
    lock(office, Q3)
    assert open_findings_policy(office, Q3) == policy
    waiting = [each for each in report.findings if each.severity.value == "warn"]
    if policy == "stop" and waiting:
        with pytest.raises(SubmitRefused, match="giải trình"):
            submit(office, Q3, tmp_path / "đi")
        assert report.head.stage is Stage.LOCKED
        return
    sent = submit(office, Q3, tmp_path / "đi")
    assert any("phát hiện" in each for each in sent.warnings) == (policy == "warned" and bool(waiting))
    assert report.form.answer(IndicatorCode("PL2.1")) == NOT_ARISEN
