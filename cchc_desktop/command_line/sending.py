"""Commands on the road up: trình ký, đã ký, gửi, each step back, and what colleagues fill in."""

from argparse import Namespace
from collections.abc import Sequence

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer, say
from cchc_desktop.office.exported.producing import worded
from cchc_desktop.office.mailroom.contributions import ask_colleague
from cchc_desktop.office.mailroom.copies import copy_for_support, hand_over
from cchc_desktop.office.mailroom.returns_in import ReturnRefused, return_of, tick_comment
from cchc_desktop.office.mailroom.steps import present, sign, step_back
from cchc_desktop.office.mailroom.submitting import submit
from cchc_desktop.office.mailroom.whereabouts import whereabouts
from cchc_desktop.office.office import Office
from cchc_desktop.values.period import Period, read_day, short_date


def send(arguments: Namespace) -> int:
    """`submit`: the files in one folder, the words of the mail."""
    with to_write(arguments.office) as office:
        period = Period.read(arguments.period)
        word = worded if arguments.word else None
        sent = submit(
            office, period, arguments.out, reason=arguments.reason, with_draft=arguments.eml, word=word
        )
    document = {
        "files": [str(file) for file in sent.files],
        "sequence": sent.exported.sequence,
        "new": sent.exported.is_new,
        "address": sent.mail.address,
        "subject": sent.mail.subject,
        "text": sent.mail.text,
        "draft": str(sent.draft) if sent.draft else None,
        "warnings": list(sent.warnings),
    }
    lines = [f"Đã ghi lần {sent.exported.sequence} để gửi:", *(f"  {file}" for file in sent.files)]
    lines += [f"  {sent.draft}"] if sent.draft else []
    lines += [f"Địa chỉ: {sent.mail.address or '(chưa có)'}", f"Tiêu đề: {sent.mail.subject}", *sent.warnings]
    answer(arguments, document, lines)
    return DONE


def step(arguments: Namespace) -> int:
    """`present`, `sign`, `back`: the report one step on or back."""
    with to_write(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        if arguments.command == "present":
            present(report)
        elif arguments.command == "sign":
            day = read_day(arguments.date)
            sign(report, arguments.number, day, signer=arguments.signer, paper=arguments.paper)
        else:
            step_back(report, arguments.reason)
        say([whereabouts(office, report.head.period).words])
    return DONE


def where(arguments: Namespace) -> int:
    """`where`: where the report is, with whom, since when."""
    with Office.look(arguments.office) as office:
        found = whereabouts(office, Period.read(arguments.period))
    document = {
        "what": found.what,
        "with": found.with_whom,
        "since": found.since.isoformat() if found.since else None,
        "why": found.why,
    }
    answer(arguments, document, [found.words])
    return DONE


def comments(arguments: Namespace) -> int:
    """`comments`: what the superior wants corrected; those that are done are ticked off."""
    period = Period.read(arguments.period)
    with to_write(arguments.office) if arguments.done else Office.look(arguments.office) as office:
        _tick(office, period, arguments.done)
        found = return_of(office, period)
    every = found.comments if found else ()
    document = {
        "text": found.payload.text if found else "",
        "due": found.payload.DueDate.isoformat() if found and found.payload.DueDate else None,
        "comments": [
            {
                "number": each.number,
                "cell": each.cell or "",
                "section": each.section,
                "quote": each.quote,
                "text": each.text,
                "done": each.is_done,
            }
            for each in every
        ],
    }
    lines = [
        f"{each.number}. [{'xong' if each.is_done else 'chờ'}] "
        f"{each.cell or (f'Mục {each.section}' if each.section else 'Cả báo cáo')}: {each.text}"
        for each in every
    ]
    if found and found.payload.DueDate:
        lines.append(f"Gửi lại trước ngày {short_date(found.payload.DueDate)}.")
    answer(arguments, document, lines or [f"Báo cáo {period.name} không bị trả lại."])
    return NEEDS_A_PERSON if any(not each.is_done for each in every) else DONE


def _tick(office: Office, period: Period, numbers: Sequence[int]) -> None:
    """Tick these comments off, or none where one of them is not there."""
    found = return_of(office, period)
    every = {each.number: each for each in found.comments} if found else {}
    for number in numbers:
        if number not in every:
            raise ReturnRefused(
                f"Báo cáo {period.name} không có góp ý số {number}. Hãy xem số của từng góp ý bằng lệnh "
                f"“cchc comments --period {period}”."
            )
    for number in numbers:
        tick_comment(office, every[number])


def contribution(arguments: Namespace) -> int:
    """`contribution`: a small workbook of rows for a colleague; `receive` merges it back."""
    period = Period.read(arguments.period)
    with to_write(arguments.office) as office:
        sent = ask_colleague(
            office,
            period,
            arguments.rows,
            arguments.to,
            arguments.out,
            text=arguments.text,
            deadline=read_day(arguments.due) if arguments.due else None,
        )
    answer(arguments, {"file": str(sent.path)}, [f"Đã ghi phiếu góp số liệu: {sent.path}"])
    return DONE


def copy(arguments: Namespace) -> int:
    """`handover`: a copy for the successor, or one without the key for support."""
    with to_write(arguments.office) as office:
        if arguments.support:
            made = copy_for_support(office, arguments.out)
            say([f"Đã ghi bản để hỗ trợ, không có khóa ký: {made}"])
        else:
            made = hand_over(office, arguments.out)
            say([f"Đã ghi bản bàn giao, có khóa ký: {made}. Hãy giao tận tay người nhận."])
    return DONE
