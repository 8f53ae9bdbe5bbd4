"""The Word report of a sample beside two other ways to write one of equal content."""

import io
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import docx
from docx.oxml.ns import qn

from cchc_desktop.documents.content import Report
from cchc_desktop.documents.word.report import write_report
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.printing import printed_report
from cchc_desktop.office.samples.samples import open_sample
from tests.benchmarks.table import AtMostTimes, Benchmark, Figures, Goal
from tests.benchmarks.timing import NotMeasured, Run, clocked, in_turns
from tests.benchmarks.word_cell_by_cell import cell_by_cell
from tests.benchmarks.word_docxtpl import filled_template

SAMPLE = "huong-tra"
Writer = Callable[[], bytes]


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the report beside docxtpl, and beside python-docx used cell by cell."""
    ways: tuple[tuple[str, str, Goal, Callable[[bytes], Writer], int], ...] = (
        (
            "docxtpl",
            "docxtpl with a template made of our report: blanks for its texts, a row to repeat an appendix",
            AtMostTimes(1),
            filled_template,
            15,
        ),
        (
            "python-docx by cells",
            "python-docx on our styles: add_paragraph and table.cell(i, j), each with its style and width",
            AtMostTimes(0.1),
            cell_by_cell,
            3,
        ),
    )
    for name, baseline, goal, way, rounds in ways:
        measure = partial(_beside, run.folder, way, run.rounds(rounds))
        yield Benchmark(f"Word report ({name})", baseline, goal, measure)


@cache
def _content(folder: Path) -> Report:
    with Office.open(open_sample(SAMPLE, folder)) as office:
        return printed_report(office.report(office.reports()[0].period))


def _beside(folder: Path, way: Callable[[bytes], Writer], rounds: int) -> Figures:
    content = _content(folder)
    ours = write_report(content)
    other = way(ours)
    if _said(other()) != _said(ours):
        raise NotMeasured("the two reports do not say the same")
    return in_turns(clocked(lambda _: write_report(content)), clocked(lambda _: other()), rounds)


def _said(report: bytes) -> list[str]:
    """Every line of text in the report, in order: the contents are equal where these are."""
    body = docx.Document(io.BytesIO(report)).element.body
    texts = (str(paragraph.text) for paragraph in body.iter(qn("w:p")))
    return [line.strip() for text in texts for line in text.split("\n") if line.strip()]
