"""The further appendices of a report as they print, numbered after those of the form set."""

from collections.abc import Iterator

from cchc_desktop.documents.content import Annex as PrintedAnnex
from cchc_desktop.documents.content import Block, Paragraph, Picture, Run
from cchc_desktop.form.annex import Annex
from cchc_desktop.narrative.rendering import rendered
from cchc_desktop.office.printed.annexes import annexes_of, photo_of
from cchc_desktop.office.printed.phrases import Phrases
from cchc_desktop.office.prose.blocks import prose_blocks
from cchc_desktop.office.prose.prose import writing_of
from cchc_desktop.office.report import OpenReport
from cchc_desktop.office.settings import AppendixNumerals
from cchc_desktop.values.roman import roman

_LOST = "(Không còn ảnh này trong tệp cơ quan.)"


def printed_annexes(report: OpenReport, phrases: Phrases) -> tuple[PrintedAnnex, ...]:
    """Return them in order, each with its titles, its text and its photos."""
    annexes = tuple(annexes_of(report).values())
    return tuple(
        PrintedAnnex(
            title=annex_title(report, at, len(annexes)),
            name_lines=(annex.title,),
            attached=phrases.attached,
            blocks=tuple(_blocks(report, annex)),
        )
        for at, annex in enumerate(annexes, start=1)
    )


def annex_title(report: OpenReport, at: int, count: int) -> str:
    """Return what stands above the office's own appendix at that place of so many: `Phụ lục 9`.

    A report's only appendix has no number (Decree 30/2020, Appendix I, III.1.a).
    """
    numbers = [appendix.number for appendix in report.template.appendices]
    if not numbers and count == 1:
        return "Phụ lục"
    number = max(numbers, default=0) + at
    is_arabic = report.archive.settings.appendix_numerals is AppendixNumerals.ARABIC
    return f"Phụ lục {number if is_arabic else roman(number)}"


def _blocks(report: OpenReport, annex: Annex) -> Iterator[Block]:
    text = rendered(annex.text, report.form, report.previous, report.documents, writing=writing_of(report))
    yield from prose_blocks(text)
    for photo in annex.photos:
        image = photo_of(report, photo)
        if image is None:
            yield Paragraph((Run(f"{photo.caption} {_LOST}".strip(), italic=True),))
        else:
            yield Picture(image.content, image.media, image.width, image.height, photo.caption)
