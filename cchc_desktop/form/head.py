"""What is known of a report besides its figures."""

from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.form.stage import Stage
from cchc_desktop.values.period import Period, Window


@dataclass(frozen=True, slots=True)
class ReportHead:
    """A report's period, the set it answers, its window and deadline, and how far it has come."""

    period: Period
    template_id: str
    template_version: str
    window: Window
    """The days really counted; it may differ from the period's lawful window."""
    deadline: date
    stage: Stage = Stage.DRAFT
    number: str = ""
    """Số văn bản, once given: CodeNumber of Decree 30/2020, Appendix VI."""
    issued: date | None = None
    sequence: int = 0
    """How many different contents have been exported so far."""

    @property
    def is_signed(self) -> bool:
        """Whether the report has a number and a date: the clerk of documents gives both once it is signed."""
        return bool(self.number and self.issued)

    @property
    def unsigned(self) -> "ReportHead":
        """The same report without number and date: what was signed is not what it says from now on."""
        return replace(self, number="", issued=None)
