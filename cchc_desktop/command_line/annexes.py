"""`cchc annex`: appendices that an office adds to its report."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator

from cchc_desktop.command_line.opening import to_write
from cchc_desktop.command_line.output import DONE, answer
from cchc_desktop.command_line.prose import read_text
from cchc_desktop.form.annex import Annex
from cchc_desktop.office.office import Office
from cchc_desktop.office.printed.annex_troubles import AnnexTrouble, troubles_in_annexes
from cchc_desktop.office.printed.annexes import (
    add_annex,
    add_photo,
    annexes_of,
    move_annex,
    remove_annex,
    remove_photo,
    set_annex,
    set_caption,
)
from cchc_desktop.office.reading import whole_content
from cchc_desktop.office.report import OpenReport
from cchc_desktop.values.period import Period


def listing(arguments: Namespace) -> int:
    """`annex list`: every further appendix in its order."""
    with Office.look(arguments.office) as office:
        return _told(arguments, office.report(Period.read(arguments.period)))


def add(arguments: Namespace) -> int:
    """`annex add`: a new one after the last."""
    text = read_text(arguments.file) if arguments.file else ""
    return _changed(arguments, lambda report: add_annex(report, arguments.title, text))


def put(arguments: Namespace) -> int:
    """`annex set`: another title, text or place."""
    text = read_text(arguments.file) if arguments.file else None

    def job(report: OpenReport) -> None:
        set_annex(report, arguments.key, title=arguments.title, text=text)
        if arguments.place is not None:
            move_annex(report, arguments.key, arguments.place)

    return _changed(arguments, job)


def remove(arguments: Namespace) -> int:
    """`annex remove`: it prints no longer."""
    return _changed(arguments, lambda report: remove_annex(report, arguments.key))


def photo(arguments: Namespace) -> int:
    """`annex photo`: a photo with its caption."""
    content, name = whole_content(arguments.file), arguments.file.name
    return _changed(
        arguments, lambda report: add_photo(report, arguments.key, name, content, arguments.caption)
    )


def caption(arguments: Namespace) -> int:
    """`annex caption`: other words under a photo."""
    return _changed(
        arguments, lambda report: set_caption(report, arguments.key, arguments.number, arguments.caption)
    )


def unphoto(arguments: Namespace) -> int:
    """`annex unphoto`: a photo less."""
    return _changed(arguments, lambda report: remove_photo(report, arguments.key, arguments.number))


def _changed(arguments: Namespace, job: Callable[[OpenReport], object]) -> int:
    with to_write(arguments.office) as office:
        report = office.report(Period.read(arguments.period))
        job(report)
        return _told(arguments, report)


def _told(arguments: Namespace, report: OpenReport) -> int:
    annexes = annexes_of(report)
    troubles = tuple(troubles_in_annexes(report))
    document = {
        "annexes": [_document(key, annex) for key, annex in annexes.items()],
        "findings": [
            {"annex": each.annex, "message": each.message, "remedy": each.remedy} for each in troubles
        ],
    }
    answer(arguments, document, (*_lines(annexes), *(f"{each.message} {each.remedy}" for each in troubles)))
    return DONE


def annex_trouble_document(trouble: AnnexTrouble) -> dict[str, object]:
    """Return a place in an appendix as `check` tells it, in the fields of a finding about figures."""
    return {
        "code": trouble.code,
        "title": trouble.title,
        "severity": trouble.severity.value,
        "cell": "",
        "found": None,
        "expected": None,
        "related": [],
        "place": trouble.annex,
        "message": trouble.message,
        "why": trouble.why,
        "remedy": trouble.remedy,
    }


def annex_trouble_lines(troubles: Iterable[AnnexTrouble]) -> Iterator[str]:
    """Yield such places as a person reads them, two lines each."""
    for each in troubles:
        yield f"[{each.severity.label}] {each.code} {each.title}: {each.message}"
        yield f"    {each.remedy}"


def _document(key: str, annex: Annex) -> dict[str, object]:
    return {
        "key": key,
        "title": annex.title,
        "text": annex.text,
        "photos": [{"caption": each.caption, "image": each.image} for each in annex.photos],
    }


def _lines(annexes: dict[str, Annex]) -> Iterator[str]:
    if not annexes:
        yield "Báo cáo chưa có phụ lục thêm. Thêm bằng lệnh “cchc annex add”."
    for key, annex in annexes.items():
        yield f"{key}: {annex.title}"
        yield from (
            f"    Ảnh {at}: {each.caption or 'chưa có lời'}" for at, each in enumerate(annex.photos, start=1)
        )
