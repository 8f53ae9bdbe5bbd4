"""A Word report as the journeys read it, and the roads on which it leaves Word."""

import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

LIBREOFFICE = shutil.which("soffice")
PDF_READER = shutil.which("pdftotext")


@dataclass(frozen=True)
class WordReport:
    """One .docx, opened again."""

    path: Path

    @cached_property
    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and text of every paragraph outside of tables."""
        document = Document(str(self.path))
        return [(str(each.style.style_id) if each.style else "", each.text) for each in document.paragraphs]

    def texts(self, *styles: str) -> list[str]:
        """The texts of the paragraphs in these styles, in order."""
        return [text for style, text in self.paragraphs if style in styles]

    @cached_property
    def tables(self) -> list[list[list[str]]]:
        """Every table, row by row; a cell over several columns stands once."""
        return [_rows(table) for table in Document(str(self.path)).tables]

    @cached_property
    def notes(self) -> list[str]:
        """The footnotes in the order of their marks."""
        body, notes = self._part("word/document.xml"), self._part("word/footnotes.xml")
        by_id = {note.get(qn("w:id")): _text(note) for note in notes}
        return [by_id[mark.get(qn("w:id"))] for mark in body.iter(qn("w:footnoteReference"))]

    @cached_property
    def members(self) -> list[str]:
        """The names of its parts."""
        with zipfile.ZipFile(self.path) as package:
            return package.namelist()

    def _part(self, name: str) -> etree._Element:
        with zipfile.ZipFile(self.path) as package:
            return etree.fromstring(package.read(name))


def through_libreoffice(path: Path, ending: str, folder: Path) -> Path:
    """Save the file as LibreOffice does, with a profile of its own."""
    assert LIBREOFFICE
    profile = f"-env:UserInstallation={(folder / 'hồ-sơ').as_uri()}"
    words = (profile, "--headless", "--convert-to", ending, "--outdir", folder, path)
    subprocess.run([LIBREOFFICE, *map(str, words)], check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{ending}"


def pdf_text(path: Path) -> str:
    """What the pages of a PDF say."""
    assert PDF_READER
    done = subprocess.run([PDF_READER, "-layout", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode()


def _rows(table: Table) -> list[list[str]]:
    return [[_text(cell) for cell in row.iterchildren(qn("w:tc"))] for row in table._tbl.tr_lst]


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t"))).strip()
