"""A superior's request: what its form set adds or changes, and the report it opens."""

from dataclasses import dataclass, replace

from cchc_desktop.errors import CchcError
from cchc_desktop.exchange.messages import OpenFindings, RequestPayload
from cchc_desktop.exchange.unpack import payload_in
from cchc_desktop.office.beginning import prepared
from cchc_desktop.office.mailroom.moving import moved_to, refuse_final
from cchc_desktop.office.mailroom.taken import sentence
from cchc_desktop.office.office import Office
from cchc_desktop.storage.packages import Direction, Outcome, content_of, list_packages
from cchc_desktop.template.catalogue import NoTemplate
from cchc_desktop.template.files import digest
from cchc_desktop.template.mapping import mapping
from cchc_desktop.template.model import Level, Template
from cchc_desktop.template.problem import TemplateRefused
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period, Window, short_date


class RequestRefused(CchcError):
    """The request is not for this office, or its form set cannot be used."""


@dataclass(frozen=True, slots=True)
class RequestLook:
    """What a request asks, and how its form set differs from the one used until now."""

    payload: RequestPayload
    template: Template
    before: Template | None
    """The set of the period's report if there is one, else the one this office would use; None for none."""
    is_known: bool
    """Whether this office has that very set already."""
    added: tuple[IndicatorCode, ...]
    """Rows that ask for something no earlier row answers."""
    changed: tuple[IndicatorCode, ...]
    """Rows of both sets that are worded, counted or summed otherwise."""
    left_out: tuple[IndicatorCode, ...]
    """Rows of the set before that are asked no longer, and go into no other row."""

    @property
    def words(self) -> str:
        """The difference in a sentence."""
        name = f"Bộ biểu mẫu {self.template.id} phiên bản {self.template.version}"
        if self.is_known:
            return f"{name} đã có sẵn."
        if self.before is None:
            return f"{name} là bộ mới, {len(self.template.indicators)} dòng."
        return (
            f"{name} là bộ mới: thêm {len(self.added)} dòng, sửa {len(self.changed)} dòng, bỏ "
            f"{len(self.left_out)} dòng so với bộ {self.before.id} phiên bản {self.before.version}."
        )


def look_at_request(office: Office, payload: RequestPayload) -> RequestLook:
    """Return what a request asks; nothing is installed. Raises `RequestRefused`, `TemplateRefused`."""
    if payload.level != office.profile.level.value:
        raise RequestRefused(
            f"Yêu cầu dành cho {Level(payload.level).label}, cơ quan này là {office.profile.level.label}. "
            "Hãy hỏi lại cơ quan gửi yêu cầu."
        )
    template = _set_of(payload)
    before = _set_until_now(office, payload)
    known = {edition: digest(files) for edition, files in office.catalogue().sets.items()}
    moved = mapping(before, template) if before else None
    return RequestLook(
        payload,
        template,
        before,
        is_known=known.get((template.id, template.version)) == template.digest,
        added=moved.unfed if moved else (),
        changed=_changed(before, template) if before else (),
        left_out=(*moved.unmapped, *moved.dropped) if moved else (),
    )


def take_request(office: Office, payload: RequestPayload) -> str:
    """Install the request's set and open the period's report with its window and deadline; say what was done.

    An open report moves to the new set; rows that could not be mapped are listed.
    """
    look = look_at_request(office, payload)
    period, window = Period.read(payload.period), Window(payload.window.first, payload.window.last)
    present = office.archive.head_of(period)
    if present:
        refuse_final(present)
    office.install(payload.set_files)
    words = [look.words]
    edition = look.template.id, look.template.version
    if present is None:
        new = prepared(office.archive, look.template, period, window)
        office.begin(replace(new, head=replace(new.head, deadline=payload.DueDate)))
        words.append(f"Đã lập báo cáo {period.name}")
    else:
        if (present.template_id, present.template_version) != edition:
            words.append(moved_to(office, period, look.template).words)
        office.report(period).reschedule(window, payload.DueDate)
        words.append(f"Báo cáo {period.name} đang làm dùng tiếp")
    words[-1] += f", số liệu tính {window}, hạn gửi {short_date(payload.DueDate)}."
    if payload.text:
        words.append(f"Nội dung yêu cầu: {sentence(payload.text)}")
    return " ".join(words)


def request_for(office: Office, period: Period) -> RequestPayload | None:
    """Return the last request for that period that this office took, or None."""
    db = office.archive.db
    taken = list_packages(db, Direction.IN, period=period, kind="request", outcome=Outcome.ACCEPTED)
    if not taken:
        return None
    payload = payload_in(content_of(db, taken[-1].id))
    return payload if isinstance(payload, RequestPayload) else None


def open_findings_policy(office: Office, period: Period) -> OpenFindings:
    """Return what findings that nobody settled do to sending; without a request they are warned of."""
    request = request_for(office, period)
    return request.open_findings if request else "warned"


def _set_of(payload: RequestPayload) -> Template:
    try:
        files = payload.set_files
        template = read_files(files)
    except (ValueError, TemplateRefused) as error:
        raise RequestRefused(
            "Bộ biểu mẫu trong yêu cầu không dùng được. Hãy đề nghị cơ quan cấp trên kiểm tra bộ và gửi lại."
        ) from error
    if (template.id, template.version, template.digest) != (
        payload.template.id,
        payload.template.version,
        payload.template.hash,
    ):
        raise RequestRefused(
            "Bộ biểu mẫu trong yêu cầu không phải bộ mà yêu cầu nêu tên. Hãy đề nghị cơ quan cấp trên gửi "
            "lại."
        )
    return template


def _set_until_now(office: Office, payload: RequestPayload) -> Template | None:
    period = Period.read(payload.period)
    present = office.archive.head_of(period)
    if present:
        return office.template(present)
    try:
        return office.catalogue().choose(
            office.profile.level, Window(payload.window.first, payload.window.last)
        )
    except NoTemplate:
        return None


def _changed(before: Template, after: Template) -> tuple[IndicatorCode, ...]:
    return tuple(
        code
        for code, row in after.indicators.items()
        if code in before.indicators and before.indicators[code] != row
    )
