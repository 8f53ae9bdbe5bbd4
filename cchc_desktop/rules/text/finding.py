"""What a rule of prose reports."""

from dataclasses import dataclass
from zlib import crc32

from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.codes import IndicatorCode


@dataclass(frozen=True, slots=True)
class TextFinding:
    """Something wrong or odd in a passage: which rule, where, and what it saw. It holds no sentence."""

    rule: str
    """The rule class: `R1`."""
    case: str
    """Which of the class's situations it is; `wording` has a sentence for each."""
    section: str
    paragraph: int
    """Of the section, from 0; `section.HEADING` where it is in the heading."""
    start: int
    """Where the passage begins in the paragraph, in code points from 0."""
    end: int
    text: str
    """The passage as it stands: `section.text(paragraph)[start:end]`."""
    severity: Severity = Severity.WARN
    found: str = ""
    """What is said, where that is more telling than the passage."""
    expected: str = ""
    """What should be said, where that is certain."""
    given: tuple[str, ...] = ()
    """What the finding rests on, as it stands elsewhere: numerator and denominator, parts, a place."""
    related: tuple[IndicatorCode, ...] = ()
    """The rows of the form that say otherwise, or that the passage follows."""
    remedy_text: str | None = None
    """What may replace the passage with one click; None where a person has to decide."""
    note: int = 0
    """The how-manieth note of the section it is in; 0: in no note."""
    turn: int = 1
    """The how-manieth finding of the section it is that says the very same of the very same words."""

    @property
    def code(self) -> str:
        """The finding's short stable name: `R1-II.2.c-9f3a`.

        The sign at the end is of the words and of what is expected in their place. A section can have several
        findings of one class, and each is kept with a reason of its own; once the words or the figures
        around them change it is another finding, which nobody has justified yet.
        """
        sign = crc32("\n".join((self.case, self.text, self.expected, *self.given)).encode()) & 0xFFFF
        again = f".{self.turn}" if self.turn > 1 else ""
        return f"{self.rule}-{self.section}-{sign:04x}{again}"
