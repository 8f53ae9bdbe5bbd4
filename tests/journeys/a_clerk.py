"""Somebody who writes a whole report at the command line."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.__main__ import main
from tests.journeys.word_reports import WordReport

_COLUMNS = "direction,code,issued,type_name,organ,subject,guides"


@dataclass(frozen=True)
class Clerk:
    """An office file in a folder, and the report that is being written in it."""

    folder: Path
    period: str

    @property
    def file(self) -> Path:
        """Her office's file."""
        return self.folder / "cơ quan.cchc"

    def does(self, *words: str | Path) -> str:
        """Call the program, which does what is asked, and return what it says."""
        said, complained = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(complained):
            status = main([str(word) for word in words])
        assert status == 0, (words, said.getvalue(), complained.getvalue())
        return said.getvalue()

    def on_report(self, command: str, *words: str | Path) -> str:
        """Call a command on her report."""
        return self.does(command, "--office", self.file, "--period", self.period, *words)

    def acts(self, command: str, action: str, *words: str | Path) -> str:
        """Call one action of a command on her report."""
        return self.does(command, action, "--office", self.file, "--period", self.period, *words)

    def keeps(self, register: str, *columns: str) -> None:
        """Write a line into a register."""
        self.does("register", "--office", self.file, "add", register, *columns)

    def keeps_documents(self, rows: list[str]) -> None:
        """Read documents from a list in columns: they become vb1, vb2 and so on."""
        listed = self.text("sổ văn bản.csv", "\n".join((_COLUMNS, *rows)))
        self.does("register", "--office", self.file, "import", "documents", listed, "--dates", "dmy")

    def writes(self, texts: dict[str, str]) -> None:
        """Write the prose of sections."""
        for section, text in texts.items():
            self.on_report("prose", section, self.text("mục.txt", text))

    def text(self, name: str, text: str) -> Path:
        """Put a text into a file."""
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def prints(self) -> WordReport:
        """Have the Word report made."""
        self.on_report("report", "--out", self.folder / "báo cáo.docx")
        return WordReport(self.folder / "báo cáo.docx")
