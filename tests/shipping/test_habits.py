"""Habits that no linter knows: no check is switched off in passing, no file is tied to one machine."""

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
ROOMS = ("cchc_desktop", "ui", "resources", "tests", ".ci")
SOURCES = sorted(file for room in ROOMS for file in (CHECKOUT / room).rglob("*.py"))
LOCKS = ("requirements.txt", "requirements-dev.txt")


def test_no_check_is_switched_off_in_a_source_file() -> None:
    switch = re.compile(r"#\s*(type:\s*ignore|noqa|mypy:|pragma:|fmt:\s*(off|skip)|ruff:)", re.IGNORECASE)
    found = [file.name for file in SOURCES if switch.search(file.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_pins_each_library_and_names_no_place(name: str) -> None:
    lines = [line for line in (CHECKOUT / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+( ; .+)?", line)] == []


def test_a_lock_file_covers_every_library_asked_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    for name, asked in zip(
        LOCKS, (project["dependencies"], project["optional-dependencies"]["dev"]), strict=True
    ):
        pinned = {line.partition("==")[0] for line in (CHECKOUT / name).read_text("utf-8").splitlines()}
        wanted = {re.split(r"[^\w-]", library)[0].lower() for library in asked}
        assert wanted <= pinned


def test_what_runs_is_pinned_alike_for_work_and_for_use() -> None:
    use, work = (set((CHECKOUT / name).read_text("utf-8").splitlines()) for name in LOCKS)
    assert use <= work
