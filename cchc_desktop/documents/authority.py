"""The lines above a signature: on whose authority it is given, and in what office."""

from __future__ import annotations

from enum import StrEnum


class Authority(StrEnum):
    """In what capacity a person signs; the value is the official abbreviation."""

    HEAD = "TM."  # where the head decides alone, nothing is printed
    ACTING = "Q."
    DEPUTY = "KT."
    BY_ORDER = "TL."
    AUTHORISED = "TUQ."


def signing_lines(authority: Authority, head: str, own: str = "", collective: str = "") -> tuple[str, ...]:
    """The lines to print, in capitals (Decree 30/2020, Appendix I, II.7).

    `head` is the title of the office's head ("Chủ tịch", "Giám đốc"), `own` the signer's title if
    another person signs. `collective` is the body that decides together ("Ủy ban nhân dân"); it is
    empty where the head decides alone (a department). Who signs by the head's order or with the
    head's authorisation signs for the head, never for the collective body.

    Raises ValueError if somebody signs for the head and has no title.
    """
    lines = _lines(authority, head, own)
    if collective and authority not in {Authority.BY_ORDER, Authority.AUTHORISED}:
        lines = (f"{Authority.HEAD} {collective}", *lines)
    return tuple(line.upper() for line in lines)


def _lines(authority: Authority, head: str, own: str) -> tuple[str, ...]:
    match authority:
        case Authority.HEAD:
            return (head,)
        case Authority.ACTING:
            return (f"{authority} {head}",)
        case _ if own:
            return (f"{authority} {head}", own)
        case _:
            raise ValueError(f"who signs {authority} needs a title")
