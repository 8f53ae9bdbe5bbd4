"""Commands on what comes: files from below, requests and returns from above."""

import sys
from argparse import Namespace

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.receiving import receive


def take_in(arguments: Namespace) -> int:
    """`receive`: take in files, folders, mails and archives."""
    with to_write(arguments.office) as office:
        found = [*receive(office, arguments.paths, may_register=arguments.register, progress=_progress)]
        if office.backup_trouble:
            sys.stderr.write(f"{office.backup_trouble.message}\n")
    answer(
        arguments,
        {"files": [each.document for each in found]},
        [line for each in found for line in (each.words, *_details(each))] + [_sum(found)],
    )
    return DONE if all(each.verdict is Verdict.ACCEPTED for each in found) else NEEDS_A_PERSON


def _progress(done: int, count: int) -> None:
    if sys.stderr.isatty() and count > 1:
        sys.stderr.write(f"\r{done}/{count}" if done < count else "\r")


def _details(received: Received) -> list[str]:
    cells = [
        f"    {each.cell}: {each.payload or '(trống)'}; trên trang tính: {each.sheet or '(không còn)'}"
        for each in received.differences
    ]
    return cells + [f"    {each.place}: cần xem lại “{each.text}”." for each in received.questions]


def _sum(found: list[Received]) -> str:
    counts = {verdict: sum(each.verdict is verdict for each in found) for verdict in Verdict}
    parts = ", ".join(f"{verdict.label.lower()} {count}" for verdict, count in counts.items())
    return f"{len(found)} tệp: {parts}."
