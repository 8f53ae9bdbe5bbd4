"""`cchc annex`: appendices that an office adds to its report."""

from argparse import Namespace
from collections.abc import Callable, Iterator

from cchc_desktop.command_line.one_report import changed, shown
from cchc_desktop.command_line.output import DONE, answer
from cchc_desktop.command_line.prose import found_lines, read_text
from cchc_desktop.form.annex import Annex
from cchc_desktop.office.findings.in_prose import found_in_prose
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


def listing(arguments: Namespace) -> int:
    """`annex list`: every further appendix in its order."""
    return shown(arguments, _told)


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
    return changed(arguments, job, _told)


def _told(arguments: Namespace, report: OpenReport) -> int:
    annexes = annexes_of(report)
    found = [found for key, annex in annexes.items() if annex.text for found in found_in_prose(report, key)]
    document = {
        "annexes": [_document(key, annex) for key, annex in annexes.items()],
        "findings": [
            {
                "annex": each.section,
                "code": each.code,
                "message": each.words.message,
                "remedy": each.words.remedy,
            }
            for each in found
        ],
    }
    answer(arguments, document, (*_lines(annexes), *found_lines(found)))
    return DONE


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
