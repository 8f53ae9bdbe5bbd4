"""Fixed texts with places to fill in: which places there are, and whether a text uses only those."""

import string

IN_HEADINGS = frozenset({"ky", "ky_sau", "co_quan"})
"""The period, the next one, the office."""
IN_WORDING = IN_HEADINGS | {"cap_tren", "can_cu", "tu_ngay", "den_ngay"}
"""Besides: the superior office, the legal basis, first and last day of the window."""
IN_ATTACHED = IN_WORDING | {"so", "ngay"}
"""Besides: number and date of the report to which an appendix belongs."""


def misuse(pattern: str, allowed: frozenset[str]) -> str:
    """Return what is wrong with the places of a pattern, in Vietnamese; empty where nothing is."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError:
        return "dấu ngoặc nhọn không cân đối"
    for _, name, form, conversion in parts:
        if name is not None and (name not in allowed or form or conversion):
            known = ", ".join(f"{{{place}}}" for place in sorted(allowed))
            return f"chỗ điền {{{name}}} không có; ở đây chỉ dùng được {known}"
    return ""
