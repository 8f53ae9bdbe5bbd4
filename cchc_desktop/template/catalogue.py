"""Which form sets there are, and which of them a report uses."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable

from cchc_desktop import bundled
from cchc_desktop.errors import CchcError
from cchc_desktop.template.decoding import decode
from cchc_desktop.template.files import SET_FILE, table
from cchc_desktop.template.identity import OFFICIAL, version_order
from cchc_desktop.template.model import Level, Template
from cchc_desktop.template.reader import read_template
from cchc_desktop.template.records import SetRecord
from cchc_desktop.values.period import Window, short_date


class NoTemplate(CchcError):
    """No form set fits what was asked for."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What must be known of one version of a set to choose it; `read` brings the set itself."""

    id: str
    version: str
    name: str
    level: Level
    valid_from: date
    valid_to: date | None
    status: str
    reconstructed: bool
    read: Callable[[], Template]

    @classmethod
    def of(cls, source: Template | SetRecord, read: Callable[[], Template]) -> "Edition":
        """Return the edition that says of itself what the set or its head says."""
        return cls(
            id=source.id,
            version=source.version,
            name=source.name,
            level=source.level,
            valid_from=source.valid_from,
            valid_to=source.valid_to,
            status=source.status,
            reconstructed=source.reconstructed,
            read=read,
        )

    def is_valid_on(self, day: date) -> bool:
        """Whether the set is in force on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def precedence(self) -> tuple[bool, date, tuple[int, ...], str]:
        """What prevails where several fit: an official set, then the later one, then the newer version."""
        return self.status == OFFICIAL, self.valid_from, version_order(self.version), self.id


class Catalogue:
    """Form sets to choose from: those in memory, and others that are read only when they are wanted."""

    def __init__(self, templates: Iterable[Template] = (), unread: Iterable[Edition] = ()) -> None:
        self.editions = (*(Edition.of(each, _already(each)) for each in templates), *unread)

    def choose(self, level: Level, window: Window) -> Template:
        """Return the set of that level in force on the last day of the window; else `NoTemplate`."""
        fitting = [each for each in self.editions if each.level is level and each.is_valid_on(window.last)]
        if not fitting:
            raise NoTemplate(
                f"Không có bộ biểu mẫu cấp {level.label} nào có hiệu lực vào ngày {short_date(window.last)}. "
                "Hãy cài bộ biểu mẫu do cơ quan cấp trên gửi, hoặc chọn đích danh một bộ khác "
                "(trên dòng lệnh: --templates)."
            )
        return max(fitting, key=lambda each: each.precedence).read()

    def get(self, template_id: str, version: str | None = None) -> Template:
        """Return the set of that id, in that version or the newest there is; else `NoTemplate`."""
        wanted = template_id.strip().upper()
        named = [each for each in self.editions if each.id == wanted and version in (None, each.version)]
        if not named:
            known = ", ".join(sorted({each.id for each in self.editions})) or "chưa có bộ nào"
            which = f"“{template_id}”" if version is None else f"“{template_id}” phiên bản {version}"
            raise NoTemplate(
                f"Không có bộ biểu mẫu {which}. Các bộ hiện có: {known}. Hãy chọn một trong số đó."
            )
        return max(named, key=lambda each: version_order(each.version)).read()


def _already(template: Template) -> Callable[[], Template]:
    return lambda: template


@cache
def shipped() -> Catalogue:
    """Return the sets shipped with the program; each is read when it is first wanted, and once."""
    return Catalogue(unread=(_edition(folder) for folder in bundled.templates()))


def _edition(folder: Traversable) -> Edition:
    head = decode(table(folder.joinpath(SET_FILE).read_bytes()), SetRecord)
    return Edition.of(head, cache(lambda: read_template(folder)))
