"""Keep one office file and one exchange file of this version for ever: `python -m tests.golden.keep`.

Run it once, when a version is released; `tests/journeys/test_old_versions.py` opens what every version left.
Files of a version that was released are never made again.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from cchc_desktop.office.office import Office
from cchc_desktop.office.parts import version
from cchc_desktop.office.samples.demonstration import demonstrate
from cchc_desktop.values.answer import Answer
from cchc_desktop.values.number import plain

VERSIONS = Path(__file__).parent / "versions"
OFFICE, EXCHANGE, SAYS = "phuong-mau.cchc", "bao-cao.xlsx", "says.json"


def said_by(office: Office) -> dict[str, dict[str, str]]:
    """Return what every report of an office file answers by row: a number, or why there is none."""
    return {
        str(head.period): {code: _written(answer) for code, answer in sorted(form.answers.items())}
        for head in office.reports()
        for form in (office.report(head.period).form,)
    }


def _written(answer: Answer) -> str:
    return answer.state if answer.number is None else plain(answer.number)


def keep(folder: Path) -> None:
    """Write the files of this version into the folder, in place of those of an attempt before."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        file, _word, exchange = demonstrate("phuong-mau", Path(scratch)).written
        shutil.copy(file, folder / OFFICE)
        shutil.copy(exchange, folder / EXCHANGE)
    with Office.look(folder / OFFICE) as office:
        says = json.dumps(said_by(office), ensure_ascii=False, indent=1)
    (folder / SAYS).write_text(f"{says}\n", encoding="utf-8")


def main() -> int:
    """Keep this version's files; return the exit status."""
    keep(VERSIONS / version())
    return 0


if __name__ == "__main__":
    sys.exit(main())
