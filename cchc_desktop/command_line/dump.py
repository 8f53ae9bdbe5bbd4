"""`cchc dump`: all figures as tidy tables."""

from argparse import Namespace

from cchc_desktop.command_line.output import DONE, answer
from cchc_desktop.office.office import Office
from cchc_desktop.office.totals.dumping import dump as write_tables


def dump(arguments: Namespace) -> int:
    """Write the tables into a folder."""
    with Office.look(arguments.office) as office:
        files = write_tables(office, arguments.format, arguments.folder)
    answer(arguments, {"files": [str(path) for path in files]}, (f"Đã ghi: {path}" for path in files))
    return DONE
