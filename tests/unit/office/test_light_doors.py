"""What the window imports to show a report is light: the makers of documents stay in their processes."""

import subprocess
import sys

import pytest

HEAVY = ("cryptography", "docx", "openpyxl")
_DOORS = (
    "office",
    "printed.preview",
    "exported.producing",
    "prose.prose",
    "registers.registers",
    "registers.exporting",
)


@pytest.mark.parametrize("door", _DOORS)
def test_a_door_of_the_window_loads_nothing_that_makes_documents(door: str) -> None:
    asked = f"import sys, cchc_desktop.office.{door}; print(*{{*{HEAVY}}} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
