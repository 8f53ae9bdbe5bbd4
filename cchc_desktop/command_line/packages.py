"""`cchc packages`: what came and left; one of them written out again, or laid open cell by cell."""

from argparse import Namespace
from pathlib import Path

from cchc_desktop.command_line.output import DONE, answer
from cchc_desktop.office.mailroom.deciding import decided
from cchc_desktop.office.mailroom.ledger import Entered, ledger
from cchc_desktop.office.mailroom.looked import in_words
from cchc_desktop.office.mailroom.matters import matter_of
from cchc_desktop.office.mailroom.outgoing import write_again
from cchc_desktop.office.office import Office
from cchc_desktop.values.moment import short_moment
from cchc_desktop.values.period import Period

_AS_IT_STANDS = "Không ô nào của tệp này phải chọn."


def packages(arguments: Namespace) -> int:
    """`packages`: what came and left; one of them written out again."""
    with Office.look(arguments.office) as office:
        if arguments.write:
            path = write_again(office, arguments.write, arguments.out or Path())
            answer(arguments, {"file": str(path)}, [f"Đã ghi lại: {path}"])
            return DONE
        if arguments.asked:
            return _show_asked(arguments, office)
        if arguments.decided:
            return _show_decided(arguments, office)
        period = Period.read(arguments.period) if arguments.period else None
        found = tuple(reversed(ledger(office, period=period, is_waiting=arguments.waiting)))
    document = {"packages": [_package_document(each) for each in found]}
    answer(arguments, document, [_package_line(each) for each in found] or ["Chưa có tệp nào."])
    return DONE


def _show_asked(arguments: Namespace, office: Office) -> int:
    """Show what was read of a waiting file, how surely, and what only a person can say."""
    matter = matter_of(office, arguments.asked)
    document = [
        {
            "cell": each.code,
            "label": each.label,
            "place": each.place,
            "payload": each.payload,
            "sheet": each.sheet,
            "why": each.why,
            "asked": each.is_asked,
        }
        for each in matter.cells
    ]
    lines = [
        "\t".join((each.code, each.label, in_words(each.payload), in_words(each.sheet), each.place, each.why))
        for each in matter.cells
    ]
    answer(arguments, {"package": arguments.asked, "cells": document}, lines or [_AS_IT_STANDS])
    return DONE


def _show_decided(arguments: Namespace, office: Office) -> int:
    """Show what a person took in cells where a file did not speak for itself."""
    cells = decided(office, arguments.decided)
    document = [
        {
            "cell": each.code,
            "choice": each.choice,
            "who": each.who,
            "at": each.at.isoformat(),
            "reason": each.reason,
        }
        for each in cells
    ]
    lines = [
        f"{each.code}: {each.choice}\t{each.who}, {short_moment(each.at)}\t{each.reason}" for each in cells
    ]
    answer(arguments, {"package": arguments.decided, "cells": document}, lines or [_AS_IT_STANDS])
    return DONE


def _package_line(each: Entered) -> str:
    package, way = each.package, "đến" if each.came else "đi"
    words = (str(package.id), way, package.file_name, each.with_whom, each.outcome, package.reason)
    return "\t".join(words).rstrip()


def _package_document(each: Entered) -> dict[str, object]:
    package = each.package
    return {
        "id": package.id,
        "direction": package.direction.value,
        "kind": package.kind,
        "office": package.office,
        "period": str(package.period),
        "sequence": package.sequence,
        "file": package.file_name,
        "content": package.content_hash,
        "came": package.came.isoformat(),
        "sender": package.sender,
        "outcome": package.outcome.value,
        "reason": package.reason,
    }
