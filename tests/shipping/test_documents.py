"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

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
