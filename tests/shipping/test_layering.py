"""Each wall between the packages is broken once on purpose, in a copy, and the checks have to see it."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = SETTINGS["tool"]["importlinter"]["contracts"]

BREACHES = [
    ("floors", "resources/__init__.py", "import cchc_desktop.values"),
    ("stations", "cchc_desktop/values/breach.py", "import cchc_desktop.form"),
    ("stations", "cchc_desktop/storage/breach.py", "import cchc_desktop.documents"),
    ("stations", "cchc_desktop/misc.py", ""),
    ("no-qt", "cchc_desktop/office/breach.py", "import PySide6"),
    ("pure", "cchc_desktop/rules/breach.py", "import sqlite3"),
    ("one-door", "ui/breach.py", "import cchc_desktop.storage"),
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the product that may be spoilt."""
    for package in ("cchc_desktop", "ui", "resources"):
        shutil.copytree(
            CHECKOUT / package, tmp_path / package, ignore=lambda _, names: [n for n in names if _is_data(n)]
        )
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def _is_data(name: str) -> bool:
    return name == "__pycache__" or ("." in name and not name.endswith(".py"))


def broken_contracts(tree: Path) -> set[str]:
    """Return the ids of the contracts that do not hold in this tree."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    checked = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts:" in checked.stdout, checked.stdout + checked.stderr
    broken = {contract["id"] for contract in CONTRACTS if f"{contract['name']} BROKEN" in checked.stdout}
    assert bool(broken) == bool(checked.returncode), checked.stdout
    return broken


def test_the_architecture_holds(tree: Path) -> None:
    assert broken_contracts(tree) == set()


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES, ids=[f"{c}: {f}" for c, f, _ in BREACHES])
def test_a_breach_of_the_architecture_is_seen(tree: Path, contract: str, file: str, line: str) -> None:
    with (tree / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    assert contract in broken_contracts(tree)


def test_every_contract_is_broken_once_above() -> None:
    assert {contract for contract, _, _ in BREACHES} == {contract["id"] for contract in CONTRACTS}


def test_every_pure_package_is_named_in_its_contract() -> None:
    pure = {"values", "template", "form", "narrative", "registers", "rules", "rollup"}
    there = {f"cchc_desktop.{name}" for name in pure if (CHECKOUT / "cchc_desktop" / name).is_dir()}
    (contract,) = (contract for contract in CONTRACTS if contract["id"] == "pure")
    assert set(contract["source_modules"]) == there
