"""Every register there is. A new one is a description and its line here."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from cchc_desktop.registers.contacts import CONTACTS
from cchc_desktop.registers.documents import DOCUMENTS
from cchc_desktop.registers.initiatives import INITIATIVES
from cchc_desktop.registers.inspections import INSPECTIONS
from cchc_desktop.registers.outreach import OUTREACH
from cchc_desktop.registers.schema import Register, RegisterRefused
from cchc_desktop.registers.surveys import SURVEYS
from cchc_desktop.registers.tasks import TASKS

REGISTERS: Mapping[str, Register] = MappingProxyType(
    {
        register.name: register
        for register in (DOCUMENTS, TASKS, INSPECTIONS, SURVEYS, OUTREACH, INITIATIVES, CONTACTS)
    }
)
"""By name, in the order of the window's pages."""

_BY_PREFIX = {register.prefix: register for register in REGISTERS.values()}
_ID = re.compile(r"([a-z]{2})[1-9][0-9]*")


def register_named(name: str) -> Register:
    """Return the register of that name, or raise `RegisterRefused`."""
    if name not in REGISTERS:
        names = ", ".join(f"{each.name} ({each.label})" for each in REGISTERS.values())
        raise RegisterRefused(f"Không có sổ nào tên “{name}”. Các sổ: {names}.")
    return REGISTERS[name]


def register_of(entry_id: str) -> Register:
    """Return the register that the entry with this id belongs to, or raise `RegisterRefused`."""
    found = _ID.fullmatch(entry_id)
    register = _BY_PREFIX.get(found[1]) if found else None
    if register is None:
        raise RegisterRefused(f"“{entry_id}” không phải mã của dòng nào trong sổ. Mã có dạng như vb12, nv3.")
    return register
