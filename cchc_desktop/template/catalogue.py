"""Which form sets there are, and which of them a report uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources.abc import Traversable

from cchc_desktop import bundled
from cchc_desktop.errors import CchcError
from cchc_desktop.template.files import template_files
from cchc_desktop.template.identity import OFFICIAL, version_order
from cchc_desktop.template.model import Level, Template
from cchc_desktop.template.reader import read_files, read_head
from cchc_desktop.values.period import Window, short_date

SetFiles = Mapping[str, bytes]
"""The files of one set, by name."""
EditionKey = tuple[str, str]
"""Id and version of a set."""


class NoTemplate(CchcError):
    """No form set fits what was asked for."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What one version of a set says of itself: enough to list it and to choose it."""

    id: str
    version: str
    name: str
    level: Level
    valid_from: date
    valid_to: date | None
    status: str
    reconstructed: bool

    def fits(self, level: Level, window: Window) -> bool:
        """Whether the set is for that level and in force on the window's last day."""
        last_day = self.valid_to or date.max
        return self.level is level and self.valid_from <= window.last <= last_day

    @property
    def precedence(self) -> tuple[bool, date, tuple[int, ...], str]:
        """What prevails where several fit: an official set, then the later one, then the newer version."""
        return self.status == OFFICIAL, self.valid_from, version_order(self.version), self.id


class Catalogue:
    """Form sets to choose from. Of a set only the head is read until the set itself is wanted."""

    def __init__(self, sets: Mapping[EditionKey, SetFiles]) -> None:
        self.sets = dict(sets)

    def __or__(self, other: "Catalogue") -> "Catalogue":
        """Return the sets of both; of an edition that is in both, the files of the one on the left."""
        return Catalogue({**other.sets, **self.sets})

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """Every set by what it says of itself, in order of id and version."""
        found = [_edition(files) for files in self.sets.values()]
        return tuple(sorted(found, key=lambda each: (each.id, version_order(each.version))))

    def choose(self, level: Level, window: Window) -> Template:
        """Return the set of that level in force on the last day of the window; else `NoTemplate`."""
        fitting = [each for each in self.editions if each.fits(level, window)]
        if not fitting:
            raise NoTemplate(
                f"Không có bộ biểu mẫu cấp {level.label} nào có hiệu lực vào ngày {short_date(window.last)}. "
                "Hãy cài bộ biểu mẫu do cơ quan cấp trên gửi, hoặc chọn đích danh một bộ khác "
                "(trên dòng lệnh: --templates)."
            )
        chosen = max(fitting, key=lambda each: each.precedence)
        return read_files(self.sets[chosen.id, chosen.version])

    def get(self, template_id: str, version: str | None = None) -> Template:
        """Return the set of that id, in that version or the newest there is; else `NoTemplate`."""
        wanted = template_id.strip().upper()
        named = [key for key in self.sets if key[0] == wanted and version in (None, key[1])]
        if not named:
            known = ", ".join(sorted({id_ for id_, _ in self.sets})) or "chưa có bộ nào"
            which = f"“{template_id}”" if version is None else f"“{template_id}” phiên bản {version}"
            raise NoTemplate(
                f"Không có bộ biểu mẫu {which}. Các bộ hiện có: {known}. Hãy chọn một trong số đó, "
                "hoặc cài thêm bộ do cơ quan cấp trên gửi."
            )
        return read_files(self.sets[max(named, key=lambda key: version_order(key[1]))])


def files_of(catalogue: Catalogue, template: Template) -> SetFiles:
    """Return the files of a set from the catalogue, as office files and exchange files keep them."""
    return catalogue.sets[template.id, template.version]


@cache
def shipped() -> Catalogue:
    """Return the sets shipped with the program."""
    return Catalogue(dict(_shipped(folder) for folder in bundled.templates()))


def _shipped(folder: Traversable) -> tuple[EditionKey, SetFiles]:
    files = template_files(folder)
    edition = _edition(files)
    return (edition.id, edition.version), files


def _edition(files: SetFiles) -> Edition:
    head = read_head(files)
    return Edition(
        id=head.id,
        version=head.version,
        name=head.name,
        level=head.level,
        valid_from=head.valid_from,
        valid_to=head.valid_to,
        status=head.status,
        reconstructed=head.reconstructed,
    )
