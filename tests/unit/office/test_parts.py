"""What the program says it is made of: everything that is pinned for use, with its licence."""

import re
from pathlib import Path

from cchc_desktop.office.parts import parts, parts_page, version

CHECKOUT = Path(__file__).parents[3]


def test_every_library_that_is_pinned_for_use_is_named_with_its_licence() -> None:
    lines = (CHECKOUT / "requirements.txt").read_text("utf-8").splitlines()
    pinned = {line.partition("==")[0] for line in lines if not line.startswith("#")}
    named = {re.sub(r"[-_.]+", "-", part.name).lower() for part in parts()}
    assert pinned | {"python"} == named
    assert all(part.licence and part.version for part in parts())


def test_the_licences_stand_there_in_full() -> None:
    page = parts_page()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in page
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in page
    without = {part.name for part in parts() if not part.texts}
    assert without == {"Python", "PySide6_Essentials", "shiboken6"}
    assert all(f"| {part.name} | {part.version} |" in page for part in parts())


def test_nothing_of_our_checks_is_among_them() -> None:
    assert not {"pytest", "ruff", "pip", "docxtpl"} & {part.name.lower() for part in parts()}


def test_the_version_is_the_one_of_the_project() -> None:
    assert f'version = "{version()}"' in (CHECKOUT / "pyproject.toml").read_text("utf-8")
