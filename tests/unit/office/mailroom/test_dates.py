"""What leaves says the day on which it was made, by the office's clock, and no other."""

import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from cchc_desktop.office.mailroom.contributions import ask_colleague
from cchc_desktop.office.mailroom.requests_out import Request, write_request
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.template.model import Level
from tests.unit.office.an_office import NOW, Q3
from tests.unit.office.mailroom.a_mailroom import superior

DUE = date(2026, 9, 18)
MADE = f"{NOW:%Y-%m-%d}T00:00:00Z".encode()


def properties(file: Path) -> bytes:
    """Return the part of a workbook that says who made it, and when."""
    with ZipFile(io.BytesIO(file.read_bytes())) as book:
        return book.read("docProps/core.xml")


def test_a_request_is_dated_the_day_it_is_made_not_its_deadline(tmp_path: Path) -> None:
    with superior(tmp_path / "tỉnh.cchc") as province:
        sent = write_request(province, Request(Q3, Level.COMMUNE, deadline=DUE), tmp_path)
    assert properties(sent.path).count(MADE) == 2


def test_what_a_colleague_is_asked_is_dated_so_too(
    office: Office, report: OpenReport, tmp_path: Path
) -> None:
    sent = ask_colleague(office, report.head.period, ["PL2.1"], "Chị Mẫu", tmp_path, deadline=DUE)
    assert properties(sent.path).count(MADE) == 2
