"""The one way a file that a person chose is read whole, or refused in words."""

from pathlib import Path

from cchc_desktop.errors import FileRefused


def whole_content(path: Path, largest: int | None = None, too_large: str = "") -> bytes:
    """Return the bytes of a file.

    Raises `FileRefused` where it cannot be read, and in the words of `too_large` where it has more bytes than
    `largest`: of such a file nothing is read.
    """
    try:
        if largest is not None and path.stat().st_size > largest:
            raise FileRefused(too_large)
        return path.read_bytes()
    except OSError as error:
        raise FileRefused(
            f"Không đọc được tệp {path.name}. Hãy kiểm tra tệp còn ở đó và không bị khóa."
        ) from error
