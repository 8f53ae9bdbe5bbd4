"""Commands that show one report's parts, and tell all of them again after a change."""

from argparse import Namespace
from collections.abc import Callable
from typing import TypeAlias

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.period import Period

Telling: TypeAlias = Callable[[Namespace, OpenReport], int]
"""Answers what there is of the report; the exit code."""


def shown(arguments: Namespace, told: Telling) -> int:
    """Tell what there is of the report that `--office` and `--period` name."""
    with Office.look(arguments.office) as office:
        return told(arguments, office.report(Period.read(arguments.period)))


def changed(arguments: Namespace, job: Callable[[OpenReport], object], told: Telling) -> int:
    """Change that report, then tell what there is of it now."""
    with to_write(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        job(report)
        return told(arguments, report)
