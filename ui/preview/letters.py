"""The letters of the report: Times New Roman, or a font made to its measure."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

POINT = 20  # twips
_FAMILIES = ("Times New Roman", "Liberation Serif")
_VIETNAMESE = ord("ộ")
_SMALL = 12


@cache
def face(points: float) -> QFont:
    """Return the report's font in a size, measured in twips."""
    font = QFont(_family())
    font.setPixelSize(round(points * POINT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning(False)  # Word kerns only where a style says so
    return font


@cache
def _family() -> str:
    family = next((name for name in _FAMILIES if QFontInfo(QFont(name)).exactMatch()), "serif")
    bold = QFont(family, _SMALL, QFont.Weight.Bold)
    if not QRawFont.fromFont(bold).supportsCharacter(_VIETNAMESE):
        _take_complete_files(family)
    return family


def _take_complete_files(family: str) -> None:
    """Prefer those of the family's files that can write Vietnamese.

    Debian 12 installs Liberation 1 and 2 side by side; Qt takes the bold face of the old one, which has no
    ộ, and borrows it from another font.
    """
    for folder in QStandardPaths.standardLocations(QStandardPaths.StandardLocation.FontsLocation):
        for file in Path(folder).rglob(f"{family.replace(' ', '')}-*.ttf"):
            if QRawFont(str(file), _SMALL).supportsCharacter(_VIETNAMESE):
                QFontDatabase.addApplicationFont(str(file))
