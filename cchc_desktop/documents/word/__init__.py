"""The Word report in the layout of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from cchc_desktop.documents.word.report import write_report

__all__ = ["write_report"]
