"""Commands on form sets."""

from argparse import Namespace
from collections.abc import Iterator

from cchc_desktop.command_line.opening import catalogue_of, to_write
from cchc_desktop.command_line.output import DONE, NEEDS_A_PERSON, answer, say
from cchc_desktop.errors import FileRefused
from cchc_desktop.office.writing import write_whole
from cchc_desktop.template.catalogue import Edition, files_of
from cchc_desktop.template.files import template_files
from cchc_desktop.template.model import Indicator, Kind, Template
from cchc_desktop.template.reader import problems
from cchc_desktop.values.period import short_date

RECONSTRUCTED = "Bộ này được phục dựng để tham khảo; bộ do cơ quan cấp trên gửi có giá trị thay thế."


def listing(arguments: Namespace) -> int:
    """`templates list`: every set there is to choose from."""
    editions = catalogue_of(arguments.office).editions
    document = [
        {
            "id": each.id,
            "version": each.version,
            "name": each.name,
            "level": each.level.value,
            "valid_from": each.valid_from.isoformat(),
            "valid_to": each.valid_to.isoformat() if each.valid_to else None,
            "status": each.status,
            "reconstructed": each.reconstructed,
        }
        for each in editions
    ]
    answer(arguments, document, [_edition_line(each) for each in editions])
    return DONE


def show(arguments: Namespace) -> int:
    """`templates show`: one set, row by row."""
    template = catalogue_of(arguments.office).get(arguments.id)
    document = {
        "id": template.id,
        "version": template.version,
        "name": template.name,
        "level": template.level.value,
        "status": template.status,
        "reconstructed": template.reconstructed,
        "source": template.source,
        "hash": template.digest,
        "sections": [{"id": part.id, "heading": part.heading} for part in template.outline.sections],
        "rows": [_row_document(row) for row in template.indicators.values()],
    }
    answer(arguments, document, _template_lines(template))
    return DONE


def check(arguments: Namespace) -> int:
    """`templates check`: everything that is wrong with a set in a folder."""
    if not arguments.folder.is_dir():
        raise FileRefused(f"Không thấy thư mục {arguments.folder}. Hãy chọn thư mục chứa set.toml của bộ.")
    found = problems(arguments.folder)
    document = [{"file": each.file, "key": each.key, "reason": each.reason} for each in found]
    answer(arguments, document, [str(each) for each in found] or ["Bộ biểu mẫu dùng được, không có lỗi."])
    return NEEDS_A_PERSON if found else DONE


def install(arguments: Namespace) -> int:
    """`templates install`: take a set into an office file."""
    with to_write(arguments.office) as office:
        template = office.install(template_files(arguments.folder))
    say([f"Đã đưa bộ biểu mẫu {template.id} phiên bản {template.version} vào {arguments.office}."])
    return DONE


def export(arguments: Namespace) -> int:
    """`templates export`: write a set out as a folder of TOML."""
    catalogue = catalogue_of(arguments.office)
    template = catalogue.get(arguments.id)
    for name, content in files_of(catalogue, template).items():
        write_whole(arguments.out / name, content)
    say([f"Đã ghi bộ biểu mẫu {template.id} vào thư mục {arguments.out}."])
    return DONE


def draft(arguments: Namespace) -> int:
    """`templates from`: a draft set read from somebody's form."""
    from cchc_desktop.office.form_sets.drafts import draft_set, write_draft

    made = draft_set(arguments.file, catalogue_of(arguments.office), arguments.like)
    write_draft(made, arguments.out)
    document = {
        "folder": str(arguments.out),
        "like": made.like.id,
        "rows": made.rows,
        "matched": made.matched,
        "decisions": [
            {"file": file, "key": each.key, "reason": each.reason} for file, each in made.decisions
        ],
        "problems": [{"file": each.file, "key": each.key, "reason": each.reason} for each in made.problems],
    }
    lines = [
        f"Đã ghi bản nháp vào {arguments.out}: {made.rows} dòng, {made.matched} dòng khớp bộ {made.like.id}.",
        *(f"  Cần quyết định, {_place(file, each.key)}{each.reason}" for file, each in made.decisions),
        *(f"  Phải sửa: {each}" for each in made.problems),
    ]
    answer(arguments, document, lines)
    return NEEDS_A_PERSON if made.decisions or made.problems else DONE


def _place(file: str, key: str) -> str:
    place = ", ".join(filter(None, (file, key)))
    return f"{place}: " if place else ""


def _edition_line(edition: Edition) -> str:
    until = f" đến {short_date(edition.valid_to)}" if edition.valid_to else ""
    origin = ", phục dựng" if edition.reconstructed else ""
    return (
        f"{edition.id} {edition.version}  {edition.name}; cấp {edition.level.label}, "
        f"từ {short_date(edition.valid_from)}{until}; {edition.status}{origin}"
    )


def _row_document(row: Indicator) -> dict[str, object]:
    return {
        "key": row.code,
        "stt": row.stt,
        "label": row.label,
        "unit": row.unit,
        "kind": row.kind.value,
        "operands": list(row.operands),
    }


def _template_lines(template: Template) -> Iterator[str]:
    yield f"{template.id} phiên bản {template.version}: {template.name} ({template.status})"
    if template.reconstructed:
        yield RECONSTRUCTED
    yield template.source
    yield f"{len(template.indicators)} dòng, {len(template.outline.sections)} mục đề cương"
    for appendix in template.appendices:
        yield f"{appendix.title}: {' '.join(appendix.name_lines)}"
        for row in appendix.indicators:
            computed = f" = {', '.join(row.operands)}" if row.kind.is_computed else ""
            unit = "" if row.kind is Kind.HEADING else f" [{row.unit}]"
            yield f"  {row.code}\t{row.stt}\t{row.label}{unit}{computed}"
