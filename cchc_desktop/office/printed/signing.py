"""On whose authority a report is signed, and what stands above the signature because of it."""

from cchc_desktop.documents.authority import Authority, signing_lines
from cchc_desktop.errors import CchcError
from cchc_desktop.template.model import Level

_COLLECTIVE = "Ủy ban nhân dân"


class SigningRefused(CchcError):
    """Who signs for somebody else has to say in what office."""


def lines_above_signature(level: Level, authority: str, head: str = "", own: str = "") -> tuple[str, ...]:
    """Return the lines above the signature (Decree 30/2020, Appendix I, II.7).

    A people's committee decides together, a department's head alone. `head` is the title of its head, by
    default the usual one of the level; `own` the signer's title where another person signs. Raises
    `SigningRefused` where that title is missing.
    """
    is_department = level is Level.DEPARTMENT
    usual = "Giám đốc" if is_department else "Chủ tịch"
    collective = "" if is_department else _COLLECTIVE
    try:
        return signing_lines(Authority(authority), head or usual, own, collective)
    except ValueError as error:
        raise SigningRefused(
            f"Ký {authority} cần ghi chức vụ của người ký, ví dụ “Phó {usual}”. Hãy ghi thêm chức vụ."
        ) from error
