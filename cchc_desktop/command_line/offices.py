"""Commands that make office files and reports."""

from argparse import Namespace
from datetime import date

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, finding_lines, findings_summary, say
from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.office.beginning import set_warning
from cchc_desktop.office.deadline import window_warning
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.signing import lines_above_signature
from cchc_desktop.office.samples.demonstration import demonstrate
from cchc_desktop.template.model import Level
from cchc_desktop.values.codes import office_code
from cchc_desktop.values.period import Period, PeriodRefused, Window, read_day, short_date
from cchc_desktop.values.text import normal


def demo(arguments: Namespace) -> int:
    """`demo`: a sample office with its report, written out whole."""
    shown = demonstrate(arguments.sample, arguments.folder)
    say([f"{shown.title} (SỐ LIỆU MẪU)", findings_summary(shown.findings)])
    say(finding_lines(shown.findings, shown.form))
    say(["Đã ghi:", *(f"  {path}" for path in shown.written)])
    return DONE


def init(arguments: Namespace) -> int:
    """`init`: a new office file."""
    profile = Profile(
        name=normal(arguments.name),
        level=Level(arguments.level),
        code=office_code(arguments.code),
        superior=Superior(normal(arguments.superior)),
        on_behalf_of=normal(arguments.on_behalf_of),
        place=normal(arguments.place),
        signing=_signing(arguments),
        signer=normal(arguments.signer),
        recipients=tuple(normal(line) for line in arguments.recipient),
        prepared_by=normal(arguments.prepared_by),
    )
    with Office.create(arguments.office, profile, templates=arguments.templates):
        say([f"Đã tạo tệp cơ quan {arguments.office} cho {profile.name}."])
    return DONE


def new(arguments: Namespace) -> int:
    """`new`: open a report for a period."""
    with to_write(arguments.office) as office:
        period = Period.read(arguments.period)
        report = office.start(period, templates=arguments.templates, window=_window(arguments, period))
        head = report.head
        required = report.form.completeness.required
        template = report.template
        unfit = set_warning(office.catalogue(), template, office.profile.level, head.window)
    say(
        [
            f"Đã lập báo cáo {head.period.name}, số liệu tính {head.window}.",
            f"Hạn gửi {short_date(head.deadline)}, {required} dòng cần trả lời.",
            f"Bộ biểu mẫu {template.id} phiên bản {template.version} ({template.status}).",
        ]
    )
    say([warning for warning in (window_warning(head), unfit) if warning])
    return DONE


def _signing(arguments: Namespace) -> tuple[str, ...]:
    """The lines above the signature, or none where the form set's own will do."""
    if not (arguments.authority or arguments.position or arguments.head):
        return ()
    authority = arguments.authority or "TM."
    return lines_above_signature(Level(arguments.level), authority, arguments.head, arguments.position)


def _window(arguments: Namespace, period: Period) -> Window:
    lawful = period.window
    first = _day(arguments.first, period) if arguments.first else lawful.first
    last = _day(arguments.last, period) if arguments.last else lawful.last
    if first > last:
        raise PeriodRefused("Ngày đầu của thời gian tính số liệu sau ngày cuối. Hãy đổi lại --from và --to.")
    return Window(first, last)


def _day(text: str, period: Period) -> date:
    day = read_day(text)
    if abs(day.year - period.year) > 1:
        raise PeriodRefused(f"Ngày {short_date(day)} quá xa {period.name}. Hãy kiểm tra lại năm.")
    return day
