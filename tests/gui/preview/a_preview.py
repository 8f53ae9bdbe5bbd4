"""Reports and pages for the tests of the preview."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.documents.content import AppendixRow, AppendixTable, Report
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.preview import preview_content
from cchc_desktop.office.samples.samples import make_sample
from tests.unit.documents.reports import APPENDIX, REPORT, text


@cache
def sample(name: str) -> Report:
    """What the latest report of a sample office prints."""
    with TemporaryDirectory() as folder, Office.open(make_sample(name, Path(folder) / "mau.cchc")) as office:
        return preview_content(office.report(office.reports()[0].period))


def rows(count: int) -> tuple[AppendixRow, ...]:
    """Numbered rows: `1.` to the count."""
    return tuple(AppendixRow(f"{at}.", f"Dòng {at}", "Văn bản", str(at)) for at in range(1, count + 1))


def form_of(*entries: AppendixRow, title: str = "Phụ lục 2") -> AppendixTable:
    """An appendix with these rows."""
    return replace(APPENDIX, title=title, rows=entries)


def report_of(*appendices: AppendixTable, paragraphs: int = 1) -> Report:
    """A report with a text of some paragraphs and these appendices."""
    said = tuple(text(f"Đoạn {at}. " + "Nội dung của đoạn văn. " * 12) for at in range(1, paragraphs + 1))
    return replace(REPORT, blocks=said, appendices=appendices)
