"""Forms of the ward's set with a few figures, and documents to cite."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from cchc_desktop.form.entry import Entry
from cchc_desktop.form.form import Form
from cchc_desktop.narrative.rendering import plain_text, rendered
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Template
from cchc_desktop.values.answer import Absence, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as a register would tell of it."""

    type_name: str = "Kế hoạch"
    number: str = "07"
    notation: str = "KH-UBND"
    issued: date | None = date(2026, 2, 5)
    organ: str = "UBND tỉnh Mẫu"
    subject: str = "Kiểm tra cải cách hành chính năm 2026"


PAPERS = {
    "vb1": Paper(),
    "vb2": Paper("Công văn", "112", "SNV-CCHC", date(2026, 11, 3), "Sở Nội vụ", "về việc báo cáo quý."),
}


@cache
def ward_set() -> Template:
    """Return the shipped set of the communes since 2025."""
    return shipped().get("X25")


def a_form(figures: Mapping[str, int | str | Absence], period: str = "2026-Q3") -> Form:
    """Return a form with these figures: numbers, or why there is none."""
    entries = {
        IndicatorCode(code): Entry(Answer(figure if isinstance(figure, Absence) else Decimal(figure)))
        for code, figure in figures.items()
    }
    return Form(ward_set(), Period.read(period), entries)


NOTHING = a_form({})


def printed(text: str, form: Form = NOTHING, previous: Form | None = None) -> str:
    """Return the prose as plain text."""
    return plain_text(rendered(text, form, previous, PAPERS))
