"""What the registers count for the prose of one report."""

from cchc_desktop.form.head import ReportHead
from cchc_desktop.narrative.counts import Counts
from cchc_desktop.office.archive import Archive
from cchc_desktop.registers.catalogue import register_of
from cchc_desktop.registers.counting import counted
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.reading import write_value


def counts_for(archive: Archive, head: ReportHead, *, with_lines: bool = False) -> Counts:
    """Return what the registers count in the report's window and in that of the period before.

    `with_lines`: also what is counted, which takes longer and is needed to list it only.
    """
    registers = {name: tuple(register.values()) for name, register in archive.registers().items()}
    now = counted(registers, head.window)
    past = archive.head_of(head.period.previous)
    before = counted(registers, past.window) if past else {}
    return Counts(
        now={code: each.value for code, each in now.items()},
        before={code: each.value for code, each in before.items()},
        lines={code: tuple(map(_line, each.entries)) for code, each in now.items()} if with_lines else {},
        kept=frozenset(name for name, entries in registers.items() if entries),
    )


def _line(entry: RegisterEntry) -> dict[str, str]:
    """The line as it is written, by column; columns that are blank are left out."""
    columns = register_of(entry.id).by_name
    told = {name: write_value(columns[name], value) for name, value in entry.values.items()}
    return {"id": entry.id, **told}
