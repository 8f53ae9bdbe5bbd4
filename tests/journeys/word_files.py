"""Word reports as people leave them: edited by hand, typed anew, saved by another program, or hostile."""

import io
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from cchc_desktop.documents.reading.converting import libreoffice

Row = tuple[str, str, str, str]
"""STT, label, unit, figure."""


def edited(source: Path, out: Path, change: Callable[[WordDocument], None]) -> Path:
    """Write a copy of the document with a change that a person makes in Word."""
    document = Document(str(source))
    change(document)
    document.save(str(out))
    return out


def paragraph_with(document: WordDocument, words: str) -> Paragraph:
    """Return the first paragraph with these words."""
    return next(each for each in document.paragraphs if words in each.text)


def forms(document: WordDocument) -> list[Table]:
    """Return the tables of the appendices."""
    return [table for table in document.tables if len(table.columns) >= 4]


def row_with(table: Table, label: str) -> int:
    """Return which row of the table has this label in one of its cells."""
    return next(at for at, row in enumerate(table.rows) if any(label in cell.text for cell in row.cells))


def typed_anew(out: Path, title: str, prose: Sequence[str], tables: Mapping[str, Sequence[Row]]) -> Path:
    """Write a report as somebody types it: no styles, numbers typed, tables under their titles."""
    document = Document()
    for line in ("UBND PHƯỜNG VÍ DỤ", "Số: 12/BC-UBND", "Ví Dụ, ngày 16 tháng 9 năm 2026", "BÁO CÁO", title):
        document.add_paragraph(line)
    for line in prose:
        run = document.add_paragraph().add_run(line.removeprefix("*"))
        run.bold = line.startswith("*")
    document.add_paragraph("Nơi nhận: Như trên; Lưu: VT.")
    for name, rows in tables.items():
        if name:
            document.add_paragraph(name)
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    document.save(str(out))
    return out


def saved_by_libreoffice(source: Path, folder: Path, suffix: str) -> Path | None:
    """Return the document as LibreOffice saves it in that format; None where it is not on this machine."""
    program = libreoffice()
    if program is None:
        return None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{source.stem}.{suffix}"


def members_of(file: Path) -> dict[str, bytes]:
    """Return what the package holds, by name."""
    with ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def package(members: Mapping[str, bytes]) -> bytes:
    """Return a package of the members."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return stream.getvalue()
