"""The running text."""

import pytest

from cchc_desktop.documents.content import BulletItem, Footnote, Heading, MinorHeading, Paragraph, Run, Table
from cchc_desktop.documents.word.markup import w
from tests.unit.documents.reports import row, saying, text
from tests.unit.documents.word.opened import attributes, local, only, opened, style_of, text_of, value


def test_blocks_are_printed_in_order_and_in_their_styles() -> None:
    document = opened(saying(Heading(1, "A"), text("Một."), BulletItem((Run("Hai;"),)), text("Ba.")))
    styles = {"Heading1", "BodyText", "ListBullet"}
    printed = [(style_of(p), text_of(p)) for p in document.body.iter(w("p")) if style_of(p) in styles]
    assert printed[1:] == [
        ("Heading1", "A"),
        ("BodyText", "Một."),
        ("ListBullet", "Hai;"),
        ("BodyText", "Ba./."),
    ]


def test_runs_keep_their_faces_and_their_spaces() -> None:
    runs = (Run("Đạt "), Run("42,42%", bold=True), Run(" kế hoạch", italic=True))
    document = opened(saying(Paragraph(runs)))
    paragraph = document.paragraphs("BodyText")[-1]
    assert text_of(paragraph) == "Đạt 42,42% kế hoạch./."
    faces = [
        [local(face) for run in [r.find(w("rPr"))] if run is not None for face in run]
        for r in paragraph.iterchildren(w("r"))
    ]
    assert faces == [[], ["b"], ["i"]]


def test_what_is_not_written_yet_is_a_line_of_dots_over_the_whole_width() -> None:
    document = opened(saying(Heading(1, "A"), Heading(1, "B")))
    assert document.texts("DottedLine") == ["\t", "\t./."]
    tab = attributes(only(document.styles["DottedLine"], "pPr/tabs/tab"))
    assert tab == {"val": "right", "leader": "dot", "pos": "8787"}


def test_the_signature_never_stands_alone_on_a_page() -> None:
    document = opened(saying(text("Một."), text("Hai.")))
    first, last = document.paragraphs("BodyText")[-2:]
    assert first.find(f"{w('pPr')}/{w('keepNext')}") is None
    assert last.find(f"{w('pPr')}/{w('keepNext')}") is not None


@pytest.mark.parametrize("shares", [(1, 6, 2), (1, 1, 1), (7, 11, 13)])
def test_a_table_in_the_prose_fills_the_width_in_its_proportions(shares: tuple[int, ...]) -> None:
    table = Table((("STT", "Lĩnh vực", "Số"),), (row("1", "Đất đai", "1.234"),), shares, frozenset({2}))
    document = opened(saying(table, text("Hết.")))
    element = list(document.body.iterchildren(w("tbl")))[1]
    widths = [int(column.attrib[w("w")]) for column in only(element, "tblGrid")]
    assert sum(widths) == 8787
    assert [round(width * sum(shares) / 8787) for width in widths] == list(shares)
    header, below = element.iterchildren(w("tr"))
    assert header.find(f".//{w('tblHeader')}") is not None
    assert below.find(f".//{w('tblHeader')}") is None
    assert all(r.find(f".//{w('cantSplit')}") is not None for r in (header, below))
    assert [style_of(p) for p in below.iter(w("p"))] == ["TableText", "TableText", "TableFigure"]
    assert value(element, "tblPr/tblStyle") == "TableGrid"


def test_a_table_row_of_another_length_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zip"):
        opened(saying(Table((("A", "B"),), (row("1"),), (1, 1))))


def test_a_note_in_a_table_is_a_real_footnote() -> None:
    noted = (Run("Đất đai"), Footnote((Run("Kể cả cấp đổi."),)))
    document = opened(saying(Table((("Lĩnh vực", "Số"),), ((noted, (Run("3"),)),), (3, 1)), text("Hết.")))
    (mark,) = document.body.iter(w("footnoteReference"))
    assert any(style_of(p) == "TableText" for p in mark.iterancestors(w("p")))
    assert text_of(document.part("word/footnotes.xml")).endswith("Kể cả cấp đổi.")


def test_the_heading_of_a_group_spans_the_table_and_stays_with_its_first_row() -> None:
    heading = ((Run("Nhóm 1", bold=True),), (), ())
    table = Table(
        (("STT", "Phường", "Điểm"),), (heading, row("1", "Một", "95")), (1, 4, 2), groups=frozenset({0})
    )
    document = opened(saying(table, text("Hết.")))
    _, group, _ = list(document.body.iterchildren(w("tbl")))[1].iterchildren(w("tr"))
    assert value(group, "tc/tcPr/gridSpan") == "3"
    assert only(group, "tc/p/pPr/keepNext") is not None
    assert text_of(group) == "Nhóm 1"


def test_a_minor_heading_and_the_title_of_a_table_stay_with_what_follows() -> None:
    table = Table((("A",),), (row("1"),), (1,), title="Bảng xếp nhóm")
    document = opened(saying(MinorHeading((Run("Việc nhỏ"),)), table, text("Hết.")))
    assert document.texts("MinorHeading") == ["Việc nhỏ"]
    assert document.texts("TableTitle") == ["Bảng xếp nhóm"]
    assert document.paragraphs("TableGap") == []
    assert all("keepNext" in document.look(style) for style in ("MinorHeading", "TableTitle"))
