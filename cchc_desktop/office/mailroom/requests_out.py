"""A request to all offices of a level: the period, the form set itself, blank forms, until when."""

import base64
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.messages import OpenFindings, RequestPayload
from cchc_desktop.exchange.names import Kind, file_name
from cchc_desktop.exchange.payload import TemplateName
from cchc_desktop.exchange.payload import Window as PayloadWindow
from cchc_desktop.office.deadline import default_deadline
from cchc_desktop.office.mailroom.blank_sheets import request_sheets
from cchc_desktop.office.mailroom.outgoing import Letter, Maker, Sent, send_out, sent_before, signed_here
from cchc_desktop.office.office import Office
from cchc_desktop.template.catalogue import files_of
from cchc_desktop.template.model import Level, Template
from cchc_desktop.values.period import Period, Window
from cchc_desktop.values.text import normal


class RequestUnsound(CchcError):
    """The request cannot be made as it is asked for."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a superior asks; what is not said is as the law or the office's settings have it."""

    period: Period
    level: Level
    templates: str = ""
    """Id of the form set; empty: the one in force for the level."""
    window: Window | None = None
    deadline: date | None = None
    text: str = ""
    open_findings: OpenFindings = field(default="warned")


def write_request(office: Office, request: Request, folder: Path, make: Maker = signed_here) -> Sent:
    """Write the one request file for all offices; each new one for a period has the next number.

    The set is kept in this office file too, so that what comes back can be read.
    """
    period, window = request.period, request.window or request.period.window
    catalogue = office.catalogue()
    template = (
        catalogue.get(request.templates) if request.templates else catalogue.choose(request.level, window)
    )
    due = request.deadline or default_deadline(period, window, office.settings.working_days)
    if due < window.last:
        raise RequestUnsound("Hạn gửi trước ngày cuối tính số liệu. Hãy chọn lại hạn gửi hoặc thời gian.")
    files = files_of(catalogue, template)
    office.install(files)
    sequence = sent_before(office, period, "request") + 1
    profile = office.profile
    payload = RequestPayload(
        OrganId=profile.code,
        OrganName=profile.name,
        period=str(period),
        sequence=str(sequence),
        prepared_by=profile.prepared_by,
        text=normal(request.text),
        level=request.level.value,
        window=PayloadWindow(first=window.first, last=window.last),
        DueDate=due,
        open_findings=request.open_findings,
        template=_name(template),
        files={name: base64.b64encode(content).decode() for name, content in files.items()},
    )
    name = file_name(
        Kind.REQUEST, code=profile.code, name=profile.name, period=str(period), sequence=sequence
    )
    sheets = request_sheets(payload, template, office.archive.today)
    return send_out(office, Letter(payload, sheets, name), folder, make)


def _name(template: Template) -> TemplateName:
    return TemplateName(id=template.id, version=template.version, hash=template.digest)
