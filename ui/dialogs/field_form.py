"""Fields of a dialog under each other, each named for the eye and for a screen reader."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from ui.look import GRID
from ui.widgets.text_line import TextLine


def text_field(name: str, example: str, text: str = "") -> TextLine:
    """Return a line to type into."""
    field = TextLine(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field


def choice(name: str, items: Iterable[tuple[str, object]]) -> QComboBox:
    """Return a box of choices, each with what it stands for."""
    box = QComboBox()
    box.setAccessibleName(name)
    for words, value in items:
        box.addItem(words, value)
    return box


def field_form(*fields: QWidget) -> QWidget:
    """Return the fields in a form; their accessible names are their labels."""
    asked = QWidget()
    form = QFormLayout(asked)
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(GRID)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for field in fields:
        form.addRow(field.accessibleName(), field)
    return asked
