"""The sample offices: figures to try the program with, marked as samples wherever they show."""

import hashlib
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from cchc_desktop import bundled
from cchc_desktop.errors import CchcError
from cchc_desktop.form.profile import Profile, Superior
from cchc_desktop.office.figures.filling import plan_filling
from cchc_desktop.office.figures.tables import table_rows
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level
from cchc_desktop.values.period import Period, Window, short_date

SUFFIX = ".cchc"
"""Ending of an office file's name."""
_TYPIST = "Người nhập mẫu"


class _Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    period: str
    templates: str
    figures: str
    prose: str = ""
    window_first: date | None = None
    window_last: date | None = None

    @property
    def window(self) -> Window | None:
        return Window(self.window_first, self.window_last) if self.window_first and self.window_last else None


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A line of the register of documents, in the words of its columns."""

    direction: str
    code: str
    issued: date
    type_name: str
    subject: str
    organ: str = ""

    @property
    def values(self) -> dict[str, str]:
        """What stands in each column."""
        return {**msgspec.structs.asdict(self), "issued": short_date(self.issued)}


class Sample(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One sample office: who it is, and the reports it comes with."""

    id: str
    mark: str
    about: str
    """Which of it is real and which invented, in Vietnamese."""
    name: str
    level: Level
    superior: str
    place: str
    signing: tuple[str, ...]
    signer: str
    report: tuple[_Report, ...]
    document: tuple[_Document, ...] = ()

    @property
    def profile(self) -> Profile:
        """The office as its file keeps it."""
        return Profile(
            name=self.name,
            level=self.level,
            superior=Superior(self.superior),
            place=self.place,
            signing=self.signing,
            signer=self.signer,
            prepared_by=_TYPIST,
            is_sample=True,
        )


class _Samples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    office: tuple[Sample, ...]


class NoSample(CchcError):
    """There is no sample office of that name."""


def samples() -> tuple[Sample, ...]:
    """Return the shipped sample offices."""
    return msgspec.convert(_toml("samples.toml"), _Samples).office


def make_sample(name: str, path: Path) -> Path:
    """Make the office file of a sample with its reports and return its path; an existing file is refused."""
    found = next((each for each in samples() if each.id == name), None)
    if found is None:
        known = ", ".join(each.id for each in samples())
        raise NoSample(f"Không có cơ quan mẫu “{name}”. Các mẫu hiện có: {known}.")
    with Office.create(path, found.profile, key=_sample_key(found)) as office:
        for document in found.document:
            office.registers.add("documents", document.values)
        for each in found.report:
            _add(office, each)
    return path


def open_sample(name: str, folder: Path) -> Path:
    """Return the sample's office file in the folder, made first where it is not there yet."""
    path = folder / f"{name}{SUFFIX}"
    return path if path.exists() else make_sample(name, path)


def _add(office: Office, sample: _Report) -> None:
    report = office.start(Period.read(sample.period), templates=sample.templates, window=sample.window)
    figures = bundled.sample(sample.figures).read_bytes()
    plan_filling(report, table_rows(sample.figures, figures)).apply(report)
    for section, text in (_toml(sample.prose) if sample.prose else {}).items():
        report.write(section, text)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(bundled.sample(name).read_text(encoding="utf-8"))


def _sample_key(sample: Sample) -> bytes:
    """A key anybody can work out: a sample's files are the same everywhere, and vouch for nothing."""
    return hashlib.sha256(f"{sample.mark} {sample.id}".encode()).digest()
