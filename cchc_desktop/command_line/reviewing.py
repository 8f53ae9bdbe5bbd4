"""Commands of a superior: ask, accept, hand back, confirm."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, answer, say
from cchc_desktop.exchange.messages import Comment
from cchc_desktop.form.review import Review
from cchc_desktop.office.mailroom.answering import hand_back, write_receipt
from cchc_desktop.office.mailroom.outgoing import Sent
from cchc_desktop.office.mailroom.requests_out import Request, write_request
from cchc_desktop.office.mailroom.reviewing import accept, correct_arrival, stages, step_back
from cchc_desktop.office.mailroom.whereabouts import whereabouts_below
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period, Window, read_day, read_moment


def ask(arguments: Namespace) -> int:
    """`request`: the one file for all offices."""
    period = Period.read(arguments.period)
    lawful = period.window
    window = Window(
        read_day(arguments.first) if arguments.first else lawful.first,
        read_day(arguments.last) if arguments.last else lawful.last,
    )
    with to_write(arguments.office) as office:
        request = Request(
            period,
            Level(arguments.level),
            arguments.templates,
            window,
            read_day(arguments.due) if arguments.due else None,
            arguments.text,
            arguments.findings,
        )
        sent = write_request(office, request, arguments.out)
    answer(arguments, _document(sent), [f"Đã ghi yêu cầu báo cáo {period.name}: {sent.path}"])
    return DONE


def take(arguments: Namespace) -> int:
    """`accept`: the received reports of offices, one step on, or a step back."""
    period = Period.read(arguments.period)
    with to_write(arguments.office) as office:
        reached = {}
        skip = (Review.RECEIVED,) if arguments.undo else (Review.RETURNED, Review.ACCEPTED)
        for below in _chosen(office, arguments.offices, period, skip):
            if arguments.undo:
                reached[below] = step_back(office, below, period, arguments.reason)
            else:
                reached[below] = accept(office, below, period)
        names = {below: _name(office, below) for below in reached}
    document = {"offices": [{"office": names[each], "stage": reached[each].value} for each in reached]}
    answer(arguments, document, [f"{names[each]}: {reached[each].label}." for each in reached])
    return DONE


def correct(arguments: Namespace) -> int:
    """`arrived`: when a report really came."""
    period = Period.read(arguments.period)
    with to_write(arguments.office) as office:
        correct_arrival(office, arguments.below, period, read_moment(arguments.at), arguments.reason)
        say([whereabouts_below(office, _id(office, arguments.below), period).words])
    return DONE


def send_back(arguments: Namespace) -> int:
    """`return`: one report with comments at cells and passages."""
    period = Period.read(arguments.period)
    comments = [
        *_comments(arguments.cell, is_cell=True),
        *_comments(arguments.section, is_cell=False),
        *(
            Comment(cell="", section=section, quote=quote, text=text)
            for section, quote, text in arguments.passage
        ),
    ]
    with to_write(arguments.office) as office:
        sent = hand_back(
            office,
            arguments.below,
            period,
            comments,
            arguments.out,
            text=arguments.text,
            deadline=read_day(arguments.due) if arguments.due else None,
        )
    answer(arguments, _document(sent), [f"Đã ghi tệp trả lại: {sent.path}"])
    return DONE


def confirm(arguments: Namespace) -> int:
    """`receipt`: what was received, for each office."""
    period = Period.read(arguments.period)
    with to_write(arguments.office) as office:
        sent = [
            write_receipt(office, below, period, arguments.out, text=arguments.text)
            for below in _chosen(office, arguments.offices, period)
        ]
    document = {"files": [_document(each) for each in sent]}
    lines = [f"Đã ghi biên nhận: {each.path}" for each in sent]
    answer(arguments, document, lines or [f"Chưa nhận báo cáo nào của {period.name}."])
    return DONE


def _chosen(
    office: Office, named: Sequence[str], period: Period, skip: Sequence[Review] = ()
) -> Sequence[str]:
    """Return the offices that were named, or all whose report was received and is at no stage to skip."""
    return named or [below for below, stage in stages(office, period).items() if stage not in skip]


def _id(office: Office, below: str) -> str:
    found = office.offices.all().find(below)
    return found.id if found else below


def _name(office: Office, below: str) -> str:
    found = office.offices.all().find(below)
    return found.name if found else below


def _comments(words: Sequence[str], *, is_cell: bool) -> Iterator[Comment]:
    for word in words:
        place, _, text = word.partition("=")
        place = place.strip()
        yield Comment(
            cell=place if is_cell else "", section="" if is_cell else place, quote="", text=text.strip()
        )


def _document(sent: Sent) -> dict[str, object]:
    return {
        "file": str(sent.path),
        "kind": sent.package.kind,
        "period": str(sent.package.period),
        "sequence": sent.package.sequence,
        "package": sent.package.id,
    }
