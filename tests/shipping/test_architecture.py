"""The picture of the architecture is made from the code, and is the present one."""

import drawing


def test_the_kept_picture_is_what_the_code_is_now() -> None:
    """`python .ci/drawing.py` writes it."""
    assert drawing.PICTURE.read_text("utf-8") == drawing.drawn()


def test_every_package_is_on_the_picture_and_every_import_goes_down() -> None:
    rows, edges = drawing.floors(), drawing.imports()
    assert {name for row in rows for name in row} == set(drawing.TELLS)
    assert {name for edge in edges for name in edge} <= set(drawing.TELLS)
    assert drawing.goes_down(edges, rows)
    assert not drawing.goes_down({*edges, ("form", "office")}, rows)


def test_a_line_that_a_way_over_others_implies_is_not_drawn() -> None:
    assert drawing.essential({("a", "b"), ("b", "c"), ("a", "c")}) == {("a", "b"), ("b", "c")}
