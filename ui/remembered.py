"""What the window remembers between two starts: the last office file, its own place, the last page."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

APP_NAME = "cchc-desktop"


class Remembered:
    """The settings of one person on one machine; nothing of an office's figures."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def last_file(self) -> Path | None:
        """The office file that was open last, if it is still there."""
        text = str(self._settings.value("last-file", ""))
        return Path(text) if text and Path(text).is_file() else None

    @last_file.setter
    def last_file(self, path: Path) -> None:
        self._settings.setValue("last-file", str(path))

    @property
    def last_page(self) -> str:
        """The page that was shown last."""
        return str(self._settings.value("last-page", ""))

    @last_page.setter
    def last_page(self, name: str) -> None:
        self._settings.setValue("last-page", name)

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

    def _bytes(self, name: str) -> QByteArray:
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()
