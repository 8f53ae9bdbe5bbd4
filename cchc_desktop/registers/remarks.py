"""What is odd in the entries of a register: told as data, and never in the way of typing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.registers.documents import DOCUMENTS, ISSUED, split_code
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.schema import Register
from cchc_desktop.values.text import likeness


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd in one entry: which rule, at which column, and what it saw. It holds no sentence."""

    rule: str
    """The rule class: `R11`, `R12`, `R4` or `R5`."""
    case: str
    """Which of the class's situations it is; `remark_words` has a sentence for each."""
    entry: str
    column: str
    related: str = ""
    """The other column of the rule."""
    others: tuple[str, ...] = ()
    """Ids of the other entries concerned."""

    @property
    def code(self) -> str:
        """The remark's short stable name: `R12-vb12`."""
        return f"{self.rule}-{self.entry}"


def remarks(register: Register, entries: Sequence[RegisterEntry], by: date) -> tuple[Remark, ...]:
    """Return everything odd in the register.

    `by` is the last day on which anything can have happened: today, or the day of a report.
    """
    found = [remark for entry in entries for remark in _of_one(register, entry, by)]
    return (*found, *(_repeated_codes(entries) if register is DOCUMENTS else ()))


def _of_one(register: Register, entry: RegisterEntry, by: date) -> Iterator[Remark]:
    for column in register.columns:
        if column.required and column.name not in entry.values:
            yield Remark("R4", "blank", entry.id, column.name)
        day = entry.day(column.name)
        if column.has_happened and day and day > by:
            yield Remark("R11", "in-future", entry.id, column.name)
    for earlier, later in register.in_order:
        first, second = entry.day(earlier), entry.day(later)
        if first and second and first > second:
            yield Remark("R11", "out-of-order", entry.id, later, earlier)
    for part, whole in register.parts:
        if part in entry.values and whole in entry.values and entry.number(part) > entry.number(whole):
            yield Remark("R5", "part-above-whole", entry.id, part, whole)
    if register is DOCUMENTS and (code := entry.text("code")):
        yield from (Remark("R11", case, entry.id, "code") for case in code_faults(code))


def code_faults(code: str) -> Iterator[str]:
    """Yield what is wrong with the writing of a document's number and notation (`496/BC-UBND`).

    Decree 30/2020, Appendix I, II.3: Arabic numerals, a zero before numbers below 10, a stroke between
    number and notation, and nothing else. A grouping dot is an error of real reports (`1.138/KH-UBND`).
    """
    number, notation = split_code(code)
    if not number:
        yield "code-form"
        return
    if any(character in ".," for character in number):
        yield "code-grouped"
    elif len(number.lstrip("0")) > 1 and number.startswith("0"):
        yield "code-zero"
    elif len(number) != 2 and len(number.lstrip("0")) <= 1:
        yield "code-needs-zero"
    if " " in code:
        yield "code-spaced"
    if not notation[0].isalnum():
        yield "code-form"


def _repeated_codes(entries: Iterable[RegisterEntry]) -> Iterator[Remark]:
    """R12: one number twice, of the same office in the same year."""
    alike: dict[tuple[int, str, str, str], list[str]] = defaultdict(list)
    for entry in entries:
        issued, (number, notation) = entry.day("issued"), split_code(entry.text("code"))
        if issued and number:
            organ = "" if entry.text("direction") == ISSUED else likeness(entry.text("organ"))
            direction = entry.text("direction")
            digits = likeness(number).lstrip("0")
            alike[issued.year, direction, organ, f"{digits}/{likeness(notation)}"].append(entry.id)
    for ids in alike.values():
        if len(ids) > 1:
            for each in ids:
                others = tuple(other for other in ids if other != each)
                yield Remark("R12", "number-twice", each, "code", others=others)
