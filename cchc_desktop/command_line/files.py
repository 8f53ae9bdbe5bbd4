"""Commands that write the report's files and look into received ones."""

from argparse import Namespace

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer, say
from cchc_desktop.office.exported.producing import write_exchange_file, write_word_report
from cchc_desktop.office.mailroom.looked import look_into
from cchc_desktop.office.office import Office
from cchc_desktop.values.period import Period


def report(arguments: Namespace) -> int:
    """`report`: the Word report."""
    with Office.look(arguments.office) as office:
        path = write_word_report(office, Period.read(arguments.period), arguments.out)
    say([f"Đã ghi báo cáo Word: {path}"])
    return DONE


def export(arguments: Namespace) -> int:
    """`export`: the exchange file."""
    with to_write(arguments.office) as office:
        written = write_exchange_file(office, Period.read(arguments.period), arguments.out)
    document = {"file": str(written.path), "sequence": written.sequence, "new": written.is_new}
    answer(arguments, document, [f"Đã ghi tệp trao đổi lần {written.sequence}: {written.path}"])
    return DONE


def inspect(arguments: Namespace) -> int:
    """`inspect`: what an exchange file holds and whether it is whole."""
    looked = look_into(arguments.file, arguments.office)
    answer(arguments, looked.document, looked.lines)
    return NEEDS_A_PERSON if looked.needs_a_person else DONE
