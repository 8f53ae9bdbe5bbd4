"""What the window remembers between two starts: files, folders, its own place and looks."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_MOST_RECENT = 8


class Remembered:
    """The settings of one person on one machine; nothing of an office's figures."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def last_file(self) -> Path | None:
        """The office file that was open last, if it is still there."""
        text = self._text("last-file")
        return Path(text) if text and Path(text).is_file() else None

    @last_file.setter
    def last_file(self, path: Path) -> None:
        self._settings.setValue("last-file", str(path))

    @property
    def recent(self) -> tuple[tuple[Path, str], ...]:
        """The office files opened lately that are still there, the last first, with their offices' names."""
        pairs = [line.partition("\t") for line in self._text("recent").split("\n") if line]
        return tuple((Path(path), name) for path, _, name in pairs if Path(path).is_file())

    def remember_office(self, path: Path, name: str) -> None:
        """Put an office file at the head of those opened lately."""
        others = [(file, office) for file, office in self.recent if file != path]
        lines = [f"{file}\t{office}" for file, office in [(path, name), *others][:_MOST_RECENT]]
        self._settings.setValue("recent", "\n".join(lines))

    @property
    def last_page(self) -> str:
        """The page that was shown last."""
        return self._text("last-page")

    @last_page.setter
    def last_page(self, name: str) -> None:
        self._settings.setValue("last-page", name)

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        return self._text("theme") or "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._settings.setValue("theme", name)

    @property
    def letters(self) -> int:
        """Size of letters in percent of the system's."""
        text = self._text("letters")
        return int(text) if text.isdecimal() else 100

    @letters.setter
    def letters(self, percent: int) -> None:
        self._settings.setValue("letters", str(percent))

    def folder_of(self, kind: str) -> Path | None:
        """Return the folder last used or set for that kind of file (`reports`, `backups`), if it is there."""
        text = self._text(f"folder-{kind}")
        return Path(text) if text and Path(text).is_dir() else None

    def remember_folder(self, kind: str, folder: Path | None) -> None:
        """Use the folder for that kind of file from now on; None: the usual one."""
        self._settings.setValue(f"folder-{kind}", str(folder or ""))

    def watched_folder(self, office: Path) -> Path | None:
        """Return the folder that is watched for an office file, whether it is there now or not."""
        folder = self._watched().get(str(office))
        return Path(folder) if folder else None

    def watch(self, office: Path, folder: Path | None) -> None:
        """Watch the folder for an office file from now on; None: none."""
        others = {file: watched for file, watched in self._watched().items() if file != str(office)}
        watched = ({str(office): str(folder)} if folder else {}) | others
        lines = [f"{file}\t{each}" for file, each in watched.items()]
        self._settings.setValue("watched-folders", "\n".join(lines[:_MOST_RECENT]))

    def _watched(self) -> dict[str, str]:
        pairs = (line.partition("\t") for line in self._text("watched-folders").split("\n") if line)
        return {office: folder for office, _, folder in pairs}

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size as Qt keeps them; empty before the first time."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._settings.setValue("geometry", place)

    @property
    def figures_layout(self) -> QByteArray:
        """How the page of figures is split between table and findings."""
        return self._bytes("figures-layout")

    @figures_layout.setter
    def figures_layout(self, layout: QByteArray) -> None:
        self._settings.setValue("figures-layout", layout)

    @property
    def columns(self) -> str:
        """Which columns of the figures are shown and how wide, as `ColumnChoice` writes it."""
        return self._text("columns")

    @columns.setter
    def columns(self, written: str) -> None:
        self._settings.setValue("columns", written)

    @property
    def register_widths(self) -> str:
        """How wide the columns of the registers were drawn, as `DrawnWidths` writes it."""
        return self._text("register-widths")

    @register_widths.setter
    def register_widths(self, written: str) -> None:
        self._settings.setValue("register-widths", written)

    @property
    def has_cell_panel(self) -> bool:
        """Whether the panel beside the figures is open."""
        return self._text("cell-panel") == "open"

    @has_cell_panel.setter
    def has_cell_panel(self, is_open: bool) -> None:
        self._settings.setValue("cell-panel", "open" if is_open else "closed")

    @property
    def was_told_of_the_disk(self) -> bool:
        """Whether the person was reminded that backups on the same disk are lost with it: once is enough."""
        return self._text("told-of-the-disk") == "yes"

    @was_told_of_the_disk.setter
    def was_told_of_the_disk(self, was_told: bool) -> None:
        self._settings.setValue("told-of-the-disk", "yes" if was_told else "")

    def _text(self, name: str) -> str:
        return str(self._settings.value(name, ""))

    def _bytes(self, name: str) -> QByteArray:
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()
