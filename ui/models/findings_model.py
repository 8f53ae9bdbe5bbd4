"""Findings of the report, the heaviest first, under a heading for each weight and appendix."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.text import plain_words
from ui import look
from ui.models.grouped_list import heading_data
from ui.models.meaning import place_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cchc_desktop.office.findings.found import Found
    from cchc_desktop.office.report import OpenReport

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROOT = QModelIndex()
_KEPT = "Đã giải trình"
_PROSE, _ANNEXES = "Lời văn", "Phụ lục thêm"


class FindingColumn(IntEnum):
    """The columns of the list."""

    PLACE = 0
    MESSAGE = 1
    REMEDY = 2
    CODE = 3


HEADINGS = ("Ở đâu", "Phát hiện", "Nên làm", "Mã")
GROUPS = (*(severity.label for severity in Severity), _KEPT)
"""What findings are told apart by, the heaviest first; those with a justification come last."""


class FindingsModel(QAbstractTableModel):
    """Shows findings; a row that is a text is the heading of a group."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: OpenReport | None = None
        self._all: tuple[Found, ...] = ()
        self._lines: list[Found | str] = []
        self._group, self._text = "", ""

    def show(self, report: OpenReport | None, in_prose: tuple[Found, ...] = ()) -> None:
        """Show the report's findings as they are now, those of its prose given."""
        self._report, self._all = report, ()
        if report:
            from cchc_desktop.office.findings.found import (
                found_in_figures,  # not needed before a report is open
            )

            self._all = (*found_in_figures(report), *in_prose)
        self._arrange()

    def filter(self, group: str, text: str) -> None:
        """Show only findings of that group, or of all where it is empty, that hold the text."""
        self._group, self._text = group, plain_words(text)
        self._arrange()

    @property
    def table(self) -> list[list[str]]:
        """The findings shown, as a table with a heading row, to be copied or written to a file."""
        report = self._report
        if report is None:
            return []
        shown = [line for line in self._lines if not isinstance(line, str)]
        rows = ([_text(report, each, column) for column in FindingColumn] for each in shown)
        groups = ([_group(report, each)] for each in shown)
        return [["Mức", *HEADINGS], *(group + row for group, row in zip(groups, rows, strict=True))]

    def _arrange(self) -> None:
        self.beginResetModel()
        report = self._report
        self._lines = list(_grouped(report, self._wanted(report))) if report else []
        self.endResetModel()

    def _wanted(self, report: OpenReport) -> list[Found]:
        return [
            finding
            for finding in self._all
            if self._group in ("", _group(report, finding))
            and (not self._text or self._text in _plain(report, finding))
        ]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(FindingColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(HEADINGS):
            if role in (Role.DisplayRole, Role.AccessibleTextRole):
                return HEADINGS[section]
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.finding_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or self._report is None:
            return None
        line, column = self._lines[index.row()], FindingColumn(index.column())
        if isinstance(line, str):
            return heading_data(line, column, role)
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole | Role.ToolTipRole:
                return _text(self._report, line, column)
            case Role.DecorationRole if column is FindingColumn.PLACE:
                kept = line.code in self._report.kept
                return look.sign_of(Severity.NOTE if kept else line.severity, own=not kept)
            case Role.ForegroundRole if column is FindingColumn.CODE:
                return look.quiet(QApplication.palette())
            case Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def finding_at(self, index: Index) -> Found | None:
        """Return the finding in that row; None for a heading."""
        line = self._lines[index.row()] if index.isValid() else ""
        return None if isinstance(line, str) else line

    @property
    def headings(self) -> list[int]:
        """The rows that head a group."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, str)]

    @property
    def open_count(self) -> int:
        """How many findings have no justification."""
        report = self._report
        return sum(finding.code not in report.kept for finding in self._all) if report else 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show, whatever the filter says."""
        return not self._all


def _group(report: OpenReport, finding: Found) -> str:
    return _KEPT if finding.code in report.kept else finding.severity.label


def _grouped(report: OpenReport, findings: list[Found]) -> Iterator[Found | str]:
    """The findings by weight, then by appendix in printed order and the prose, each under its heading."""
    titles = [*(appendix.title for appendix in report.template.appendices), _PROSE, _ANNEXES]
    parts: dict[tuple[str, str], list[Found]] = {(group, title): [] for group in GROUPS for title in titles}
    for finding in findings:
        parts[_group(report, finding), _part(report, finding)].append(finding)
    for (group, title), part in parts.items():
        if part:
            yield f"{group} · {title} ({len(part)})"
            yield from part


def _part(report: OpenReport, finding: Found) -> str:
    if finding.passage and _title_of_annex(report, finding):
        return _ANNEXES
    if finding.passage or finding.cell is None:
        return _PROSE
    return report.template.appendix_of(finding.cell).title


def _place(report: OpenReport, finding: Found) -> str:
    if finding.cell and not finding.passage:
        return place_name(report, finding.cell)
    from cchc_desktop.office.prose.outlines import every_section, heading_of

    if title := _title_of_annex(report, finding):
        return f"{_ANNEXES}: {title}"
    sections = (each.section for each in every_section(report) if each.section.id == finding.section)
    return next((heading_of(report, section) for section in sections), _PROSE)


def _title_of_annex(report: OpenReport, finding: Found) -> str:
    """The title of the further appendix that a finding is in; empty where it is in none."""
    from cchc_desktop.office.printed.annexes import annexes_of

    annex = annexes_of(report).get(finding.section) if finding.section else None
    return annex.title if annex else ""


def _plain(report: OpenReport, finding: Found) -> str:
    return plain_words(" ".join(_text(report, finding, column) for column in FindingColumn))


def _text(report: OpenReport, finding: Found, column: FindingColumn) -> str:
    words = finding.words
    match column:
        case FindingColumn.PLACE:
            return _place(report, finding)
        case FindingColumn.MESSAGE:
            return f"{words.title}. {words.message}"
        case FindingColumn.REMEDY:
            reason = report.kept.get(finding.code)
            return f"Giải trình: {reason}" if reason else words.remedy
        case FindingColumn.CODE:
            return finding.code
