"""The line of a file that came: what is told of it in a table, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_desktop.office.mailroom.ledger import KINDS
from cchc_desktop.office.mailroom.line import Received, Verdict
from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.period import Period
from ui import look
from ui.widgets.lines_table import LineColumn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QIcon

_SIGNS = {Verdict.QUESTIONS: Severity.WARN, Verdict.REFUSED: Severity.BLOCK}


def unknown_senders(lines: Iterable[Received]) -> list[str]:
    """The names of senders that are on no list, each once."""
    reports = (line for line in lines if line.kind == "report" and waits(line) and not line.office_id)
    return list(dict.fromkeys(line.name for line in reports if line.name))


def waits(line: Received) -> bool:
    """Whether a person has to decide about the file."""
    return line.verdict is Verdict.QUESTIONS and line.package > 0


def is_report(line: Received) -> bool:
    """Whether it is a report that counts, to be reviewed."""
    return line.verdict is Verdict.ACCEPTED and line.kind == "report" and bool(line.office_id)


def counted(lines: Iterable[Received]) -> str:
    """Say how many files came, and what became of them."""
    verdicts = [line.verdict for line in lines]
    told = ", ".join(f"{each.label.lower()} {verdicts.count(each)}" for each in Verdict)
    return f"{len(verdicts)} tệp: {told}."


def columns() -> tuple[LineColumn[Received], ...]:
    """What is told of each file."""
    return (
        LineColumn("Kết quả", 5, lambda line: line.verdict.label, _sign),
        LineColumn("Từ ai", 9, lambda line: line.name or line.office),
        LineColumn("Loại", 4, lambda line: KINDS.get(line.kind, "")),
        LineColumn("Kỳ", 5, lambda line: Period.read(line.period).name if line.period else ""),
        LineColumn("Lần", 1, lambda line: str(line.sequence or "")),
        LineColumn("Số liệu", 5, _cells),
        LineColumn("Vì sao", 8, lambda line: line.reason),
        LineColumn("Tệp", 7, lambda line: line.file, gives_way=True),
    )


def _sign(line: Received) -> QIcon | None:
    severity = _SIGNS.get(line.verdict)
    return look.sign_of(severity) if severity else None


def _cells(line: Received) -> str:
    if line.kind != "report" or line.verdict is not Verdict.ACCEPTED:
        return ""
    parts = ((line.new, "mới"), (line.changed, "đổi"), (line.same, "như cũ"))
    return ", ".join(f"{count} {words}" for count, words in parts if count)
