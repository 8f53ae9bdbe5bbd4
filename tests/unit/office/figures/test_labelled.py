"""Pasted cells that bring the names of their rows."""

import pytest

from cchc_desktop.office.figures.labelled import labelled_rows
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Template


@pytest.fixture(scope="module")
def template() -> Template:
    sets = shipped()
    return next(sets.get(*edition) for edition in sets.sets if edition[0] == "X25")


TASKS = "Tổng số nhiệm vụ được giao"


def told(template: Template, *lines: list[str]) -> list[tuple[str, str, str]]:
    rows = labelled_rows(template, template.appendices[0], lines)
    return [(row.appendix, row.label, row.figure) for row in rows]


def test_the_column_of_figures_is_the_first_that_can_be_read(template: Template) -> None:
    assert told(template, ["4.1", TASKS, "Nhiệm vụ", "61", "50"]) == [("2", TASKS, "61")]


def test_a_headed_column_of_figures_comes_before_any_other(template: Template) -> None:
    lines = (["Chỉ tiêu", "Kỳ trước", "Số liệu"], [TASKS, "50", "61"])
    assert told(template, *lines) == [("2", TASKS, "61")]


def test_a_row_of_another_appendix_is_found_there(template: Template) -> None:
    other = next(row for row in template.appendices[1].indicators if row.is_asked)
    assert told(template, [other.label, "7"]) == [("3", other.label, "7")]


@pytest.mark.parametrize(
    "lines",
    [(["8", "28"],), ([TASKS],), ([TASKS, ""],), (["a", "1"], ["b", "2"], [TASKS, "3"]), ()],
    ids=["numbers", "one column", "no figure", "mostly unknown", "nothing"],
)
def test_cells_without_names_of_rows_are_none_of_its_business(
    template: Template, lines: tuple[list[str], ...]
) -> None:
    assert told(template, *lines) == []


def test_case_marks_and_blanks_of_a_name_do_not_matter(template: Template) -> None:
    assert told(template, ["TONG SO  nhiệm vụ được giao", "61"])[0][0] == "2"
