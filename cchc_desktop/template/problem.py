"""What is wrong with a form set, said so that whoever wrote the set can mend it."""

from dataclasses import dataclass

from cchc_desktop.errors import CchcError

_REMEDY = "Hãy sửa tệp rồi đọc lại, hoặc xin bản khác ở nơi đã gửi bộ biểu mẫu."


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One thing a set must not have."""

    file: str
    """Name of the file; empty where the folder as a whole is meant."""
    key: str
    """The row and the key in it (`PL2.2 numerator`), or the key alone; empty for the file as a whole."""
    reason: str
    """In Vietnamese, without a full stop."""

    def __str__(self) -> str:
        """Return file, key and reason as one line."""
        place = ", ".join(part for part in (self.file or "thư mục bộ biểu mẫu", self.key) if part)
        return f"{place}: {self.reason}"


class TemplateRefused(CchcError):
    """A form set that cannot be used; `file`, `key`, `reason` are those of its first problem."""

    def __init__(self, problems: tuple[TemplateProblem, ...]) -> None:
        first, *others = problems
        more = f" Bộ này còn {len(others)} lỗi nữa." if others else ""
        super().__init__(f"Bộ biểu mẫu không dùng được vì {first}.{more} {_REMEDY}")
        self.problems = problems
        self.file = first.file
        self.key = first.key
        self.reason = first.reason
