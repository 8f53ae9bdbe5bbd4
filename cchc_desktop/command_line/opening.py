"""How a command opens an office file, and what it asks of one that may be left out."""

import sys
from argparse import Namespace
from pathlib import Path

from cchc_desktop.office.office import Office
from cchc_desktop.template.catalogue import Catalogue, shipped

PATIENCE = 2.0
"""Seconds a command waits for another one that has the file; a window has it for longer than that."""


def to_write(path: Path) -> Office:
    """Open the office file as its one writer; say on stderr where today's backup could not be made."""
    office = Office.open(path, patience=PATIENCE)
    if office.backup_trouble:
        sys.stderr.write(f"{office.backup_trouble.message}\n")
    return office


def catalogue_of(office_file: Path | None) -> Catalogue:
    """Return the form sets of this office file and the shipped ones, or without a file the shipped ones."""
    if office_file is None:
        return shipped()
    with Office.look(office_file) as office:
        return office.catalogue()


def refuse_without_office(arguments: Namespace) -> None:
    """`--office` stands before or behind the action; argparse cannot ask for one of two places."""
    if arguments.office is None:
        arguments.wrong_use("the following arguments are required: --office")
