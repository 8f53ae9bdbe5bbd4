"""How a command opens an office file for writing."""

import sys
from argparse import Namespace
from pathlib import Path

from cchc_desktop.office.office import Office

PATIENCE = 2.0
"""Seconds a command waits for another one that has the file; a window has it for longer than that."""


def to_write(path: Path) -> Office:
    """Open the office file as its one writer; say on stderr where today's backup could not be made."""
    office = Office.open(path, patience=PATIENCE)
    if office.backup_trouble:
        sys.stderr.write(f"{office.backup_trouble.message}\n")
    return office


def refuse_without_office(arguments: Namespace) -> None:
    """`--office` stands before or behind the action; argparse cannot ask for one of two places."""
    if arguments.office is None:
        arguments.wrong_use("the following arguments are required: --office")
