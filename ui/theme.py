"""Light or dark, and the size of letters: as the system has them, or as a person chose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.look import is_dark

Role = QPalette.ColorRole
THEMES = {"system": "Theo hệ thống", "light": "Sáng", "dark": "Tối"}
LETTERS = (90, 100, 110, 125, 150)
"""Percent of the system's size."""
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_OWN = {
    "light": {
        Role.Window: "#f0f0f0",
        Role.Base: "#ffffff",
        Role.AlternateBase: "#f6f6f6",
        Role.Button: "#f0f0f0",
        Role.Mid: "#b8b8b8",
        Role.WindowText: "#1b1b1b",
        Role.ToolTipBase: "#ffffff",
        Role.Highlight: "#1c5a9c",
        Role.HighlightedText: "#ffffff",
        Role.Link: "#1c5a9c",
    },
    "dark": {
        Role.Window: "#2b2b2b",
        Role.Base: "#1f1f1f",
        Role.AlternateBase: "#262626",
        Role.Button: "#303030",
        Role.Mid: "#555555",
        Role.WindowText: "#ffffff",
        Role.ToolTipBase: "#3a3a3a",
        Role.Highlight: "#255a96",
        Role.HighlightedText: "#ffffff",
        Role.Link: "#8ec5ff",
    },
}
"""For systems that have no way of being asked for the other one."""
_LETTERS_ALIKE = (Role.Text, Role.ButtonText, Role.ToolTipText)
_EXAMPLE = {"light": "#5a5a5a", "dark": "#b0b0b0"}
_GREY = {"light": "#8a8a8a", "dark": "#8f8f8f"}
_READABLE = 6.5
"""More than the 4.5 that letters need: thin strokes never reach their full colour."""
_usual: list[float] = []
"""Size of the system's letters, as it was before anybody changed it."""


def dress(theme: str, letters: int) -> None:
    """Show the whole program in a theme of `THEMES`, with letters of so many percent of the system's."""
    hints = QApplication.styleHints()
    hints.setColorScheme(_SCHEMES[theme])
    if theme == "system":
        QApplication.setPalette(QPalette())
    elif is_dark() != (theme == "dark"):
        QApplication.setPalette(own_palette(theme))
    _part_from_letters(QApplication.palette())
    font = QApplication.font()
    if not _usual:
        _usual.append(font.pointSizeF())
    font.setPointSizeF(_usual[0] * letters / 100)
    if font != QApplication.font():
        QApplication.setFont(font)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def _part_from_letters(palette: QPalette) -> None:
    """Mend what Qt's own colours make hard to read: what is selected, and examples in fields."""
    ground, letters = palette.color(Role.Highlight), palette.color(Role.HighlightedText)
    while contrast(ground, letters) < _READABLE and ground.value() > 0 and letters.lightness() > 128:
        ground = ground.darker(105)
    example = QColor(_EXAMPLE["dark" if is_dark() else "light"])
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        palette.setColor(group, Role.Highlight, ground)
        palette.setColor(group, Role.PlaceholderText, example)
    QApplication.setPalette(palette)


def own_palette(theme: str) -> QPalette:
    """Return our own colours for `light` or `dark`; letters are at least 4.5 : 1 on their ground."""
    colours = _OWN[theme]
    palette = QPalette(QColor(colours[Role.Button]), QColor(colours[Role.Window]))
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in _LETTERS_ALIKE:
        palette.setColor(role, QColor(colours[Role.WindowText]))
    for role in (Role.WindowText, *_LETTERS_ALIKE):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_GREY[theme]))
    return palette
