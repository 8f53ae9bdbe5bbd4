"""Files that benchmarks take in: made once and kept between runs, as long as they would be made the same."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.office.samples.sample_offices import SampleOffices
from cchc_desktop.office.writing import write_whole
from cchc_desktop.values.period import Period

PERIOD = Period.read("2026-Q3")
_SEED = 133
_KEPT = Path(__file__).parents[2] / "build" / "benchmark-inputs"


@cache
def sample_files(count: int) -> tuple[Path, ...]:
    """Return the exchange files of so many sample offices, in the order in which a folder of them is read.

    They lie in a folder of their own, which holds no other files.
    """
    folder = _KEPT / f"communes-{count}"
    with TemporaryDirectory() as scratch:
        makes = SampleOffices(PERIOD, _SEED, Path(scratch))
        files = {number: folder / makes.name(number) for number in range(1, count + 1)}
        first, written_today = files[1], makes.file(1)
        is_as_today = first.exists() and first.read_bytes() == written_today
        for number, file in files.items():
            if not (is_as_today and file.exists()):
                write_whole(file, makes.file(number))
    return tuple(sorted(files.values()))
