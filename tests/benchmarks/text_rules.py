"""The rules of prose: how long they take, how often they are right, how much of what is wrong they find."""

import time
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from statistics import median

from cchc_desktop.form.form import Form
from cchc_desktop.office.findings.in_prose import found_in_prose
from cchc_desktop.office.office import Office
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.samples.samples import make_sample, open_sample
from cchc_desktop.rules.text.check import check_section
from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.section import TextSection
from cchc_desktop.values.period import Period
from tests.benchmarks.planted_slips import FIRST, SECOND, score_slips, slips
from tests.benchmarks.prose_labels import Score, score
from tests.benchmarks.table import AtLeast, AtMostSeconds, Benchmark, Figures, Unit
from tests.benchmarks.timing import Run, alone, clocked

SECTION, REPORT, PARAGRAPH = AtMostSeconds(0.016), AtMostSeconds(0.3), AtMostSeconds(1.0)
PRECISION, RECALL = AtLeast(0.9), AtLeast(0.8)
TUNED, TUNED_LATER, BLIND = ("000", "001"), ("002",), ("004",)
_LABELS = {
    TUNED: ("prose.csv", "not-findings.csv"),
    TUNED_LATER: ("prose-held-out.csv", "not-findings-held-out.csv"),
    BLIND: ("prose-blind.csv", "not-findings-blind.csv"),
}
_LETTERS = 50_000
"""Twenty pages of two and a half thousand."""
_PARAGRAPH = (
    "Trong quý, phường ban hành {{PL2.1}} văn bản và giao {all} nhiệm vụ; đã hoàn thành {done}/{all} "
    "nhiệm vụ, đạt {share}%. Thực hiện Kế hoạch số {number}/KH-UBND ngày 05/02/2026 của UBND tỉnh, Trung "
    "tâm tiếp nhận {all} hồ sơ, trong đó có {done} hồ sơ nộp trực tuyến. Các bộ phận chấp hành giờ làm "
    "việc và trả kết quả đúng hẹn."
)


def benchmarks(run: Run) -> Iterator[Benchmark]:
    """Yield the times on twenty pages, then precision and recall on the labels, 002 apart: it was held out.

    In the blind one, a letter, nothing is to be found: no share can be made of no label, so what is wrong
    is counted. What is found of slips planted in the others is told by class besides, each set by itself.
    """
    yield Benchmark("prose checked, changed section of 20 pages", "", SECTION, partial(_section, run))
    yield Benchmark("prose checked, 20 pages", "", REPORT, partial(_report, run))
    yield Benchmark("prose checked, a paragraph of 4000 dates", "", PARAGRAPH, partial(_long_paragraph, run))
    for what, goal in (("precision", PRECISION), ("recall", RECALL)):
        yield Benchmark(
            f"{what} of the rules of prose, 000 and 001", "", None, partial(_share, run, TUNED, what)
        )
        later = partial(_share, run, TUNED_LATER, what)
        yield Benchmark(f"{what}, 002 (tuned since 2026-11-21)", "", goal, later)
    yield Benchmark("wrong findings, 004 (apart, blind)", "", None, partial(_wrong, run))
    yield Benchmark(
        "planted slips, first set (tuned since 2026-11-21)", "", None, partial(_planted, run, FIRST)
    )
    yield from _planted_by_class(run, FIRST, "planted slips, first set")
    second = partial(_planted, run, SECOND)
    yield Benchmark("planted slips, second set (apart, blind)", "", None, second)
    yield from _planted_by_class(run, SECOND, "planted slips, second set")


def _planted_by_class(run: Run, name: str, called: str) -> Iterator[Benchmark]:
    for of in sorted({slip.of for slip in slips(name)}):
        counts = partial(_planted_of, run, name, of)
        yield Benchmark(f"{called}, {of}", "all that were planted", None, counts)


def _section(run: Run) -> Figures:
    with _twenty_pages(run.folder / "section.cchc") as office:
        report = office.report(Period.read("2026-Q3"))
        section = next(part for part in report.prose if report.prose[part])
        found_in_prose(report)

        def typed(turn: int) -> float:
            report.write(section, f"{report.prose[section]} thêm {turn} việc")
            return clocked(lambda _: found_in_prose(report, section))(turn)

        return alone(typed, run.rounds(20))


def _report(run: Run) -> Figures:
    """Every round reads other words: none of them is known from the round before."""
    spent = []
    for turn in range(run.rounds(3)):
        with _twenty_pages(run.folder / f"report-{turn}.cchc", turn + 1) as office:
            report = office.report(Period.read("2026-Q3"))
            begun = time.perf_counter()
            found_in_prose(report)
            spent.append(time.perf_counter() - begun)
    return Figures(median(spent))


def _long_paragraph(run: Run) -> Figures:
    """What nobody writes and a converted table may become; every round reads other words."""
    context = TextContext(Period.read("2026-Q3"))

    def read(turn: int) -> None:
        days = (f"Đến ngày {1 + day % 28:02}/3/2026 đã làm {turn} việc." for day in range(4000))
        check_section(TextSection("I.1", "", (" ".join(days),)), context)

    return alone(clocked(read), run.rounds(3))


def _twenty_pages(path: Path, turn: int = 0) -> Office:
    office = Office.open(make_sample("phuong-mau", path))
    _write(office.report(Period.read("2026-Q3")), turn)
    return office


def _write(report: OpenReport, turn: int) -> None:
    parts = [part.id for part in report.outline.sections if part.has_text]
    share, number = _LETTERS // len(parts), 1000 * turn
    for part in parts:
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < share:
            number += 1
            every, done = 20 + number, 10 + number
            written = f"{done / every * 100:.2f}".replace(".", ",")
            paragraphs.append(_PARAGRAPH.format(all=every, done=done, share=written, number=1000 + number))
        report.write(part, "\n".join(paragraphs))


def _share(run: Run, files: tuple[str, ...], what: str) -> Figures:
    total = _score(files, run.folder)
    return Figures(total.precision if what == "precision" else total.recall, unit=Unit.SHARE)


def _wrong(run: Run) -> Figures:
    return Figures(_score(BLIND, run.folder).wrong, unit=Unit.FINDINGS)


def _planted(run: Run, name: str) -> Figures:
    return Figures(_score_planted(name, run.folder).recall, unit=Unit.SHARE)


def _planted_of(run: Run, name: str, of: str) -> Figures:
    counted = _score_planted(name, run.folder).by_class
    found, missed = counted[of, "met"], counted[of, "missed"]
    return Figures(found, found + missed, Unit.FINDINGS)


@cache
def _score_planted(name: str, folder: Path) -> Score:
    return score_slips(slips(name), {"001": _district_form(folder)})


@cache
def _score(files: tuple[str, ...], folder: Path) -> Score:
    forms = {"001": _district_form(folder)} if files == TUNED else {}
    return score(files, *_LABELS[files], forms)


def _district_form(folder: Path) -> Form:
    """The forms of report 001, which the sample office has."""
    with Office.open(open_sample("huong-tra", folder)) as office:
        return office.report(Period.read("2023-Q1")).form
