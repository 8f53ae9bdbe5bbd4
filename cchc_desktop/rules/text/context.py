"""What the rules of prose know of the report besides the text that they read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.citing import Documents
from cchc_desktop.values.period import Period, Window


@dataclass(frozen=True, slots=True)
class TextContext:
    """The report that the text belongs to; only the period is always known."""

    period: Period
    window: Window | None = None
    """The days that are counted; None: those of the decree."""
    issued: date | None = None
    """The day on the report, where it has one."""
    form: Form | None = None
    """The figures of the same report, where there are any to compare with."""
    previous: Form | None = None
    office: str = ""
    previous_texts: Mapping[str, str] = field(default_factory=dict)
    """What the last period's report said, by section, as it printed."""
    documents: Documents = field(default_factory=dict)
    """The documents that the office's register knows."""

    @property
    def counted(self) -> Window:
        """The days that are counted."""
        return self.window or self.period.window
