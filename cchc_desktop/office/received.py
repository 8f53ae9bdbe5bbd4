"""A file that came, inspected; a refusal names the file."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cchc_desktop.errors import FileRefused
from cchc_desktop.exchange.gate import LARGEST_FILE
from cchc_desktop.exchange.inspection import Inspection
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.exchange.unpack import inspect
from cchc_desktop.office.reading import whole_content
from cchc_desktop.template.catalogue import Catalogue
from cchc_desktop.template.model import Template


def inspect_file(file: Path, known_keys: Mapping[str, bytes], templates: Iterable[Template]) -> Inspection:
    """Inspect a foreign file; a refusal (`FileRefused`) names it. Form sets are read only where they are
    needed.
    """
    try:
        return inspect(_bytes(file), known_keys, templates)
    except ExchangeRefused as refusal:
        raise FileRefused(f"{file.name}: {refusal.message}") from refusal


def sets_of(catalogue: Catalogue) -> Iterator[Template]:
    """Return the sets of a catalogue, each read when it is asked for."""
    return (catalogue.get(*edition) for edition in catalogue.sets)


def _bytes(file: Path) -> bytes:
    too_large = f"Tệp {file.name} quá lớn, không phải tệp trao đổi. Hãy chọn đúng tệp BC-CCHC_….xlsx."
    return whole_content(file, LARGEST_FILE, too_large)
