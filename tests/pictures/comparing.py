"""Whether a kept picture shows what the window looks like now."""

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter

_SHRUNK = 4
"""Letters are smoothed otherwise on another machine: shrunk pictures are compared."""
_FAR = 48
"""Steps of grey, of 256, from which on a point looks different."""
MOST = 0.01
"""Share of points that may differ: today's date in the status line, not a page that was arranged anew."""


def is_old(kept: QImage, now: QImage) -> bool:
    """Whether the kept picture shows something else."""
    return kept.size() != now.size() or share_that_differs(kept, now) > MOST


def share_that_differs(one: QImage, other: QImage) -> float:
    """Return the share of points that look different, from 0 to 1; both pictures have one size."""
    greys = [_greys(picture) for picture in (one, other)]
    different = sum(abs(here - there) > _FAR for here, there in zip(*greys, strict=True))
    return float(different / max(1, len(greys[0])))


def _greys(picture: QImage) -> bytes:
    size = QSize(picture.width() // _SHRUNK, picture.height() // _SHRUNK)
    small = picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    written = QBuffer()
    QImageWriter(written, QByteArray(b"pgm")).write(small)
    return bytes(written.data().data())[-small.width() * small.height() :]
