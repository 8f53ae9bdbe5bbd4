"""What the documents point at is there."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from cchc_desktop.command_line.parser import build_parser

CHECKOUT = Path(__file__).parents[2]
PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").rglob("*.md"))]
each_page = pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(CHECKOUT)) for page in PAGES])


@each_page
def test_every_link_leads_to_a_file_of_the_checkout(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


@each_page
def test_every_file_of_ours_that_is_named_is_there(page: Path) -> None:
    named = re.findall(r"`((?:\.ci|cchc_desktop|resources|tests|ui)/[\w./-]+)`", page.read_text("utf-8"))
    assert [name for name in named if not (CHECKOUT / name).exists()] == []


HELP = sorted((CHECKOUT / "resources" / "help").glob("*.md"))
each_guide = pytest.mark.parametrize(
    "page", [*PAGES, *HELP], ids=[str(page.relative_to(CHECKOUT)) for page in (*PAGES, *HELP)]
)


@each_guide
def test_every_command_line_that_is_shown_is_one_the_program_understands(page: Path) -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("cchc ")]
    for line in lines:
        build_parser().parse_args(shlex.split(line, comments=True)[1:])  # else the parser ends the test


@each_guide
def test_every_command_that_is_named_is_there(page: Path) -> None:
    (commands,) = (each for each in build_parser()._actions if isinstance(each, argparse._SubParsersAction))
    named = re.findall(r"`cchc ([a-z][a-z-]*)", page.read_text("utf-8"))
    assert [name for name in named if name not in commands.choices] == []


def test_every_target_of_make_that_is_named_is_there() -> None:
    targets = re.findall(r"^([a-z-]+):.*##", (CHECKOUT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for page in (*PAGES, *HELP):
        named = re.findall(r"`make ([a-z-]+)", page.read_text("utf-8"))
        assert set(named) <= set(targets), page
