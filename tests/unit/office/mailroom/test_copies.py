"""Copies of the office file that leave the house."""

import subprocess
import sys
from pathlib import Path

from cchc_desktop.form.profile import Profile
from cchc_desktop.office.mailroom.copies import copy_for_support
from cchc_desktop.office.office import Office
from cchc_desktop.template.model import Level

# The child dies at the moment in which its copy still has the key.
KILLED = """
import os, sys
from pathlib import Path
from cchc_desktop.office.mailroom import copies
from cchc_desktop.office.office import Office
copies.forget_key = lambda db: os._exit(9)
with Office.open(Path(sys.argv[1])) as office:
    copies.copy_for_support(office, Path(sys.argv[2]))
"""


def an_office(folder: Path) -> tuple[Path, bytes]:
    file = folder / "mau.cchc"
    with Office.create(file, Profile("UBND phường Mẫu", Level.COMMUNE)) as office:
        return file, office.private_key()


def test_a_support_copy_holds_no_byte_of_the_key(tmp_path: Path) -> None:
    file, key = an_office(tmp_path)
    with Office.open(file) as office:
        copy = copy_for_support(office, tmp_path / "ra" / "hỗ trợ.cchc")
    assert key in file.read_bytes()
    assert key not in copy.read_bytes()
    assert list(copy.parent.iterdir()) == [copy]


def test_a_kill_leaves_no_support_copy_that_has_the_key(tmp_path: Path) -> None:
    file, _ = an_office(tmp_path)
    copy = tmp_path / "ra" / "hỗ trợ.cchc"
    done = subprocess.run([sys.executable, "-c", KILLED, str(file), str(copy)], check=False)
    assert done.returncode == 9
    assert not copy.exists()
