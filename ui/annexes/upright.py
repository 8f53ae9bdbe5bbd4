"""A photo as its camera wrote it, made fit for a page: upright, and no larger than print needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QImageWriter

from cchc_desktop.office.reading import whole_content
from cchc_desktop.values.image import ImageRefused, read_image

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 2000
"""Pixels of the longer side: 300 to the inch over the width of the text."""
_QUALITY = 88


def photo_bytes(path: Path) -> bytes:
    """Return the file as it is where a report can print it; else turned upright and made smaller.

    What no reader of ours knows comes back as it is: the office says why it cannot be taken. Raises
    `FileRefused` where the file cannot be read.
    """
    content = whole_content(path)
    try:
        image = read_image(path.name, content)
    except ImageRefused:
        return _made_anew(content) or content
    is_large = max(image.width, image.height) > _LONGEST
    return (_made_anew(content) or content) if is_large else content


def _made_anew(content: bytes) -> bytes:
    """The photo as a JPEG of its own; empty where Qt cannot read it."""
    source = QBuffer()
    source.setData(content)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _LONGEST:  # read small at once: quicker than to shrink it then
        reader.setScaledSize(size.scaled(QSize(_LONGEST, _LONGEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(target, b"jpeg")
    writer.setQuality(_QUALITY)
    return bytes(target.data().data()) if not image.isNull() and writer.write(image) else b""
