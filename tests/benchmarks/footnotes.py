"""What sixty notes at the foot of pages add to the Word report."""

from collections.abc import Iterator
from functools import partial

from cchc_desktop.documents.content import BulletItem, Footnote, Paragraph, Report
from cchc_desktop.documents.word.report import write_report
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.printing import printed_report
from tests.benchmarks.offices import CURRENT, NOTES, PAGES, twenty_pages
from tests.benchmarks.table import AtMostTimes, Benchmark, Figures
from tests.benchmarks.timing import NotMeasured, Run, clocked, in_turns

ROUNDS = 25
WITHOUT = "the same report without its footnotes; both from the prose as it is stored to the file's bytes"


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the report with its notes beside the same words without."""
    name = f"Word report of {PAGES} pages, {NOTES} footnotes"
    yield Benchmark(name, WITHOUT, AtMostTimes(1.5), partial(_beside_none, run))


def _beside_none(run: Run) -> Figures:
    noted, plain = (twenty_pages(run.folder, with_notes=has) for has in (True, False))
    with Office.look(noted) as ours, Office.look(plain) as bare:
        with_notes, without = ours.report(CURRENT), bare.report(CURRENT)
        if (_notes(printed_report(with_notes)), _notes(printed_report(without))) != (NOTES, 0):
            raise NotMeasured("the notes do not all print")
        return in_turns(
            clocked(lambda _: write_report(printed_report(with_notes))),
            clocked(lambda _: write_report(printed_report(without))),
            run.rounds(ROUNDS),
        )


def _notes(report: Report) -> int:
    lines = (block for block in report.blocks if isinstance(block, Paragraph | BulletItem))
    return sum(isinstance(piece, Footnote) for line in lines for piece in line.inlines)
