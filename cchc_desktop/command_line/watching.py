"""`cchc receive --watch`: what comes into a folder is received until somebody stops it."""

import sys
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cchc_desktop.command_line.opening import PATIENCE
from cchc_desktop.errors import CchcError
from cchc_desktop.office.mailroom.line import Received
from cchc_desktop.office.mailroom.watching import Look, WatchedFolder
from cchc_desktop.office.office import Office

_BEGUN = "Đang theo dõi thư mục “{folder}”, xem lại mỗi {every} giây. Bấm Ctrl+C để dừng.\n"


def watch(arguments: Namespace, show: Callable[[Received], None]) -> None:
    """Show a line for every file that comes into the folder; Ctrl+C ends it.

    The office file is opened only where there is something to take: a window may have it in between.
    """
    Office.look(arguments.office).close()  # a wrong name is refused now, not when the first file comes
    watched, said = WatchedFolder(arguments.watch), ""
    sys.stderr.write(_BEGUN.format(folder=arguments.watch, every=arguments.every))
    with suppress(KeyboardInterrupt):
        while True:
            look = watched.look()
            for line in look.held:
                show(line)
            trouble = look.trouble or _taken(arguments.office, watched, look, arguments.register, show)
            if trouble and trouble != said:
                sys.stderr.write(f"{trouble}\n")
            said = trouble
            time.sleep(arguments.every)


def _taken(
    path: Path, watched: WatchedFolder, look: Look, may_register: bool, show: Callable[[Received], None]
) -> str:
    """Take what is ready; return why the office file cannot be written now, which passes by itself."""
    if not look.ready:
        return ""
    try:
        with Office.open(path, patience=PATIENCE) as office:
            for line in watched.take(office, look.ready, may_register=may_register):
                show(line)
            return office.backup_trouble.message if office.backup_trouble else ""
    except CchcError as refusal:
        return refusal.message
