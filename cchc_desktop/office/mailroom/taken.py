"""What a letter did that was taken in."""

from dataclasses import dataclass

from cchc_desktop.exchange.inspection import Difference, Question


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done, in sentences, and what is left for a person."""

    words: str
    differences: tuple[Difference, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether a person has to decide something."""
        return bool(self.differences or self.questions)


def sentence(text: str) -> str:
    """Return what a person wrote so that another sentence can follow."""
    return text if not text or text.endswith((".", "?", ":")) else f"{text}."
