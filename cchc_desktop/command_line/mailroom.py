"""Commands on what comes: received at once or from a folder on, and decided where it waits."""

import sys
from argparse import Namespace
from functools import partial

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer, progress, say
from cchc_desktop.command_line.watching import watch
from cchc_desktop.office.mailroom.deciding import Settled, set_aside, settle
from cchc_desktop.office.mailroom.decision import Decision
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.office.mailroom.looked import in_words
from cchc_desktop.office.mailroom.receiving import receive

_STOPPED = "Đã dừng theo yêu cầu; các tệp còn lại chưa nhận, nhận lại lúc nào cũng được.\n"


def take_in(arguments: Namespace) -> int:
    """`receive`: take in files, folders, mails and archives, or what comes into a folder from now on."""
    if bool(arguments.paths) == bool(arguments.watch):
        arguments.wrong_use(
            "argument --watch: not allowed with argument PATH"
            if arguments.watch
            else "the following arguments are required: PATH"
        )
    found: list[Received] = []
    was_stopped = False
    if arguments.watch:
        watch(arguments, partial(_show_at_once, arguments, found))
    else:
        was_stopped = _received(arguments, found)
    lines = [] if arguments.watch else [line for each in found for line in _lines(each)]
    answer(arguments, {"files": [each.document for each in found]}, [*lines, _sum(found)])
    is_settled = not was_stopped and all(each.verdict is Verdict.ACCEPTED for each in found)
    return DONE if is_settled else NEEDS_A_PERSON


def _received(arguments: Namespace, found: list[Received]) -> bool:
    """Receive what is named, a line a file, and say whether Ctrl+C ended it; what is told is stored."""
    with to_write(arguments.office) as office:
        try:
            found.extend(receive(office, arguments.paths, may_register=arguments.register, progress=progress))
        except KeyboardInterrupt:
            sys.stderr.write(_STOPPED)
            return True
        finally:
            if office.backup_trouble:
                sys.stderr.write(f"{office.backup_trouble.message}\n")
    return False


def _show_at_once(arguments: Namespace, found: list[Received], line: Received) -> None:
    """Say what became of a file while others are waited for; stdout is kept for JSON where that is wanted."""
    found.append(line)
    if arguments.json:
        sys.stderr.write("".join(f"{each}\n" for each in _lines(line)))
    else:
        say(_lines(line))


def _lines(received: Received) -> list[str]:
    """What became of a file, and under it every cell that a person has to look at."""
    return [
        received.words,
        *(
            f"    {each.cell}: {in_words(each.payload)}; trên trang tính: {in_words(each.sheet)}"
            for each in received.differences
        ),
        *(f"    {each.place}: cần xem lại “{each.text}”." for each in received.questions),
    ]


def _sum(found: list[Received]) -> str:
    counts = {verdict: sum(each.verdict is verdict for each in found) for verdict in Verdict}
    if not found:
        return "Không có tệp nào để nhận."
    parts = ", ".join(f"{verdict.label.lower()} {count}" for verdict, count in counts.items())
    return f"{len(found)} tệp: {parts}."


def decide(arguments: Namespace) -> int:
    """`decide`: a waiting package taken in as a person chose, or set aside."""
    with to_write(arguments.office) as office:
        if arguments.set_aside:
            set_aside(office, arguments.package, arguments.reason)
            done = Settled(f"Tệp số {arguments.package} không được dùng; tệp vẫn giữ để xem lại.")
        else:
            cells = dict(_cell(arguments, word) for word in arguments.cell)
            decision = Decision(arguments.reason, arguments.take, cells, arguments.sender)
            done = settle(office, arguments.package, decision)
    document = {"package": arguments.package, "done": done.words, "left": list(done.left)}
    answer(arguments, document, [done.words])
    return NEEDS_A_PERSON if done.left else DONE


def _cell(arguments: Namespace, word: str) -> tuple[str, str]:
    code, sign, choice = word.partition("=")
    if not sign:
        arguments.wrong_use(f"“{word}” phải có dạng KEY=payload, KEY=sheet hoặc KEY=SỐ.")
    return code.strip(), choice.strip()
