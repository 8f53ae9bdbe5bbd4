"""Lists that come from files and go into them: which file, and the slow work beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from cchc_desktop.office.registers.importing import Importing
    from cchc_desktop.registers.dates import DayOrder
    from cchc_desktop.registers.entry import RegisterEntry
    from cchc_desktop.registers.schema import Register
    from ui.worker import Ticket

_READ = "Danh sách (*.xlsx *.csv *.tsv)"
_WRITE = "Sổ Excel (*.xlsx);;Bảng chữ (*.csv)"


def choose_list(parent: QWidget, register: Register, folder: Path) -> Path | None:
    """Ask which file holds the list that goes into the register."""
    title = f"Nhập danh sách vào {register.label}"
    text, _ = QFileDialog.getOpenFileName(parent, title, str(folder), _READ)
    return Path(text) if text else None


def choose_target(parent: QWidget, register: Register, proposed: Path) -> Path | None:
    """Ask where the register goes; without an ending it is a workbook."""
    text, _ = QFileDialog.getSaveFileName(parent, f"Nơi đặt {register.label}", str(proposed), _WRITE)
    if not text:
        return None
    return Path(text) if Path(text).suffix else Path(f"{text}.xlsx")


def plan_list(path: Path, register: Register, file: Path, order: DayOrder, ticket: Ticket) -> Importing:
    """Read a list and say what it would change; nothing is written."""
    from cchc_desktop.office.office import Office
    from cchc_desktop.office.registers.importing import plan_import

    ticket.checkpoint()
    with Office.look(path) as office:
        return plan_import(office.registers, register.name, file, order)


def write_list(
    path: Path, register: Register, file: Path, entries: tuple[RegisterEntry, ...], ticket: Ticket
) -> Path:
    """Write the entries into the file; it can be called off until the writing begins."""
    from cchc_desktop.office.registers.exporting import export_register_aside

    return export_register_aside(path, register.name, file, entries, still_wanted=ticket.checkpoint)
