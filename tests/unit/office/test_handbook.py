"""The help: every page is offered, every link and picture is there, the findings are those of the rules."""

import re
from pathlib import Path

import pytest

from cchc_desktop.bundled import resource
from cchc_desktop.office.findings_guide import findings_page
from cchc_desktop.office.handbook import SUFFIX, TOPICS, page, picture, title
from cchc_desktop.rules import prose, wording
from cchc_desktop.rules.text import wording as text

PAGES = [file.name for file in resource("help").iterdir() if file.name.endswith(SUFFIX)]


def test_every_page_is_offered() -> None:
    assert {f"{topic}{SUFFIX}" for topic in TOPICS} == set(PAGES)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_has_a_title_and_no_exclamation(topic: str) -> None:
    assert page(topic).startswith("# ")
    assert title(topic)
    assert "!" not in re.sub(r"!\[", "", page(topic))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_link_leads_to_a_page(topic: str) -> None:
    links = re.findall(r"(?<!!)\[[^]]+\]\(([^)]+)\)", re.sub(r"!\[[^]]*\]\([^)]*\)", "", page(topic)))
    assert set(links) <= set(PAGES)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_picture_is_there_with_words_for_who_cannot_see_it(topic: str) -> None:
    for words, name in re.findall(r"!\[([^]]*)\]\(([^)]+)\)", page(topic)):
        assert words
        assert (picture(name) or b"").startswith(b"\x89PNG")


def test_the_page_of_findings_is_what_the_rules_say() -> None:
    """`python -m tests.pictures docs` writes it."""
    assert page("phat-hien") == findings_page()


def test_the_page_of_findings_has_every_case_and_no_pattern() -> None:
    told = findings_page()
    cases = (*wording.known_cases(), *text.known_cases(), *prose.known_cases())
    assert all(f"### {case.title}\n" in told for case in cases)
    assert not re.search(r"\{[a-z_]", told)


def test_the_documents_offer_the_same_pages_in_the_same_order() -> None:
    offered = (Path(__file__).parents[3] / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    links = re.findall(r"^[0-9]+\. \[([^]]+)\]\(\.\./resources/help/([^)]+)\)", offered, re.MULTILINE)
    assert links == [(title(topic), f"{topic}{SUFFIX}") for topic in TOPICS]
