"""The gate before any parser: a file passes whole and harmless, or is refused with a sentence."""

from cchc_desktop.exchange.foreign import foreign_file, foreign_package
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.foreign.archive import inflated
from cchc_desktop.foreign.members import check_members
from cchc_desktop.foreign.refusal import ForeignRefused

LARGEST_FILE = 5 * 1024 * 1024
_CONTENT_TYPES = "[Content_Types].xml"
_OPAQUE_ENDINGS = (".bin", ".jpeg", ".jpg", ".png", ".gif", ".wmf", ".emf")
"""What Excel adds for printers and thumbnails: let through, never parsed."""
_AGAIN = "Hãy đề nghị nơi gửi gửi lại tệp gốc."


def passed(data: bytes) -> dict[str, bytes]:
    """Return the members of a workbook that may be parsed, or raise `ExchangeRefused`.

    Limits: `LARGEST_FILE` here, those of members in `foreign.archive`. No macro, no embedded object, no
    encryption, and no DOCTYPE in any member, whatever its name.
    """
    if len(data) > LARGEST_FILE:
        raise ExchangeRefused(
            f"Tệp lớn hơn {LARGEST_FILE // (1024 * 1024)} MB, vượt mức mà một báo cáo có thể có; "
            f"tệp không được mở. {_AGAIN}"
        )
    if sentence := foreign_file(data):
        raise ExchangeRefused(sentence)
    try:
        members = inflated(data)
        if sentence := foreign_package(members, members.get(_CONTENT_TYPES, b"")):
            raise ExchangeRefused(sentence)
        check_members(members, _OPAQUE_ENDINGS)
    except ForeignRefused as refusal:
        raise ExchangeRefused(refusal.message) from refusal
    return members
