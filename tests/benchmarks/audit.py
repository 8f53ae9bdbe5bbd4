"""Somebody's Word reports audited one after another: read in a child process with limits."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docx import Document

from cchc_desktop.documents.reading.child import reading_many
from cchc_desktop.office.exported.producing import write_word_report
from cchc_desktop.office.office import Office
from cchc_desktop.office.samples.samples import open_sample
from cchc_desktop.office.word_reports.auditing import audit
from cchc_desktop.office.word_reports.reading import sets_to_read_by
from cchc_desktop.template.catalogue import shipped
from tests.benchmarks.table import Benchmark, Figures
from tests.benchmarks.timing import Run, clocked, in_turns

SAMPLE = "huong-tra"


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the audit of one report, as the median over all of them."""
    count = 100 if run.is_full else 20
    yield Benchmark(
        f"Word report, one of {count}, audited",
        "python-docx reading the text of every paragraph and cell, in this process; nothing checked",
        None,
        lambda: _measured(run.folder, count),
    )


def _measured(folder: Path, count: int) -> Figures:
    files = _reports(folder, count)
    sets = sets_to_read_by(shipped())
    with reading_many() as document_of:
        return in_turns(
            clocked(lambda turn: audit(files[turn % count], sets, document_of=document_of)),
            clocked(lambda turn: _read_plainly(files[turn % count])),
            count,
        )


@cache
def _reports(folder: Path, count: int) -> tuple[Path, ...]:
    """Write as many reports that differ in a figure of their prose."""
    with Office.open(open_sample(SAMPLE, folder)) as office:
        period = office.reports()[0].period
        first = write_word_report(office, period, folder / "audit-0.docx")
    return (first, *(_varied(first, number) for number in range(1, count)))


def _varied(source: Path, number: int) -> Path:
    document = Document(str(source))
    document.paragraphs[6].add_run(f" Đã xong {number}/100 việc, đạt {number}%.")
    copy = source.with_name(f"audit-{number}.docx")
    document.save(str(copy))
    return copy


def _read_plainly(file: Path) -> list[str]:
    document = Document(str(file))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return [*(paragraph.text for paragraph in document.paragraphs), *(cell.text for cell in cells)]
