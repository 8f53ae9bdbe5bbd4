"""Commands on the stage of one report."""

from argparse import Namespace

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, finding_lines, say
from cchc_desktop.office.figures.locking import LockRefused, lock, locked_by, mark_checked, unlock
from cchc_desktop.values.period import Period


def checked(arguments: Namespace) -> int:
    """`checked`: say that the report was checked."""
    with to_write(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        try:
            mark_checked(report)
        except LockRefused as refusal:
            say(finding_lines(refusal.findings, report.form))
            raise
        say([f"Báo cáo {report.head.period.name}: đã kiểm tra. Sửa một số thì lại là đang nhập."])
    return DONE


def close(arguments: Namespace) -> int:
    """`lock`: make the figures final."""
    period = Period.read(arguments.period)
    with to_write(arguments.office) as office:
        report = office.report(period)
        try:
            lock(office, period)
        except LockRefused as refusal:
            say(finding_lines(refusal.findings, report.form))
            raise
        if made := locked_by(report):
            say([made.words])
        if office.backup_trouble:
            say([office.backup_trouble.message])
    return DONE


def reopen(arguments: Namespace) -> int:
    """`unlock`: open locked figures again."""
    with to_write(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        unlock(report, arguments.reason)
        say([f"Số liệu {report.head.period.name} đã mở để sửa. Sửa xong hãy chốt lại."])
    return DONE
