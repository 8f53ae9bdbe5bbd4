"""What a document's markup says: text, numbers, faces, notes, merged cells."""

import pytest
from lxml import etree

from cchc_desktop.documents.reading import child
from cchc_desktop.documents.reading.body import read_document
from cchc_desktop.documents.reading.child import document_in
from cchc_desktop.documents.reading.plain import Paragraph, Run, Table
from cchc_desktop.documents.reading.refusal import ReportUnread
from tests.unit.documents.reading.word_xml import cell, docx, p, parts, r, table


def paragraphs(body: str, **others: str) -> list[Paragraph]:
    return list(read_document(parts(body, **others)).paragraphs())


def test_text_is_composed_and_empty_paragraphs_are_passed_over_but_counted() -> None:
    first, second = paragraphs(p("Ho\u0302\u0300 so\u031b") + p(" ") + p("hai"))
    assert (first.text, first.place) == ("Hồ sơ", 0)
    assert (second.text, second.place) == ("hai", 2)


def test_what_was_inserted_is_read_and_what_was_deleted_is_not() -> None:
    body = (
        f"<w:p>{r('giữ ')}<w:ins>{r('thêm')}</w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
    )
    document = read_document(parts(body))
    assert [each.text for each in document.paragraphs()] == ["giữ thêm"]
    assert document.has_changes


def test_hidden_text_is_not_read_and_said_to_be_there() -> None:
    hidden = read_document(parts(f"<w:p>{r('thấy')}{r(' ẩn', '<w:vanish/>')}</w:p>"))
    assert [each.text for each in hidden.paragraphs()] == ["thấy"]
    assert hidden.has_hidden
    seen = read_document(parts(p("thấy", face='<w:vanish w:val="0"/>') + p(" ", face="<w:vanish/>")))
    assert [each.text for each in seen.paragraphs()] == ["thấy"]
    assert not seen.has_hidden


def test_what_stands_in_a_text_box_is_told_once_and_is_no_text() -> None:
    box = f"<w:txbxContent>{p('trong')}{p('khung')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    document = read_document(parts(f"<w:p>{r('ngoài')}<w:r>{both}</w:r></w:p>"))
    assert [each.text for each in document.paragraphs()] == ["ngoài"]
    assert document.boxes == ("trong khung",)


def test_blanks_of_every_kind_are_blanks_and_what_nobody_sees_is_nothing() -> None:
    (paragraph,) = paragraphs(p("quý\u00a0IV\u202fnăm hồ\u00ad sơ\u200b"))
    assert paragraph.text == "quý IV năm hồ sơ"


def test_a_raised_figure_marks_a_note_and_is_no_part_of_the_figure() -> None:
    raised = r("(1)", '<w:vertAlign w:val="superscript"/>')
    (paragraph,) = paragraphs(f"<w:p>{r('28')}{raised}</w:p>")
    assert paragraph.text == "28⁽¹⁾"


def test_a_table_that_only_lays_out_others_is_read_as_what_it_holds() -> None:
    form = table(*(cell("1") + cell("a") + cell("2") for _ in range(3)))
    laid_out = table(f"<w:tc>{p('Phụ lục 2')}{form}{p('Ghi chú')}</w:tc>", cell("Nơi nhận"))
    above, inner, *below = read_document(parts(laid_out)).blocks
    assert isinstance(above, Paragraph)
    assert above.text == "Phụ lục 2"
    assert isinstance(inner, Table)
    assert [each.text for each in inner.rows[2]] == ["1", "a", "2"]
    assert [each.text for each in below if isinstance(each, Paragraph)] == ["Ghi chú", "Nơi nhận"]


def test_tabs_breaks_and_links_are_text() -> None:
    body = f"<w:p><w:hyperlink>{r('a')}</w:hyperlink><w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    assert [each.text for each in paragraphs(body)] == ["a\tb\nc"]


def test_faces_come_from_the_run_else_from_the_style_it_rests_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    plain = r("thường", '<w:b w:val="0"/>')
    body = f'<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>{r("đậm ")}{plain}</w:p>'
    (paragraph,) = paragraphs(body, styles=styles)
    assert paragraph.runs == (Run("đậm ", bold=True), Run("thường"))
    assert not paragraph.is_bold


def test_styles_that_rest_on_each_other_in_a_circle_end_somewhere() -> None:
    styles = "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>' for one, other in ("AB", "BA")
    )
    (paragraph,) = paragraphs(p("a", '<w:pStyle w:val="A"/>'), styles=styles)
    assert paragraph.text == "a"


@pytest.mark.parametrize(
    ("style", "level"),
    [
        ('<w:name w:val="heading 2"/>', 2),
        ('<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', 1),
        ('<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', 0),
        ('<w:name w:val="heading x"/>', 0),
    ],
)
def test_a_heading_style_says_how_deep_the_heading_is(style: str, level: int) -> None:
    styles = f'<w:style w:styleId="H">{style}</w:style>'
    (paragraph,) = paragraphs(p("a", '<w:pStyle w:val="H"/>'), styles=styles)
    assert paragraph.outline == level


NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
)


def numbered(level: int, number: str = "7") -> str:
    return p("a", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_are_counted_as_word_counts_them() -> None:
    body = "".join(map(numbered, (0, 1, 1, 2, 2, 3, 0, 1)))
    told = [each.number for each in paragraphs(body, numbering=NUMBERING)]
    assert told == ["I.", "I.1.", "I.2.", "c)", "d)", "-", "II.", "II.1."]


@pytest.mark.parametrize("number", ["0", "99"])
def test_a_paragraph_of_no_list_has_no_number(number: str) -> None:
    (paragraph,) = paragraphs(numbered(0, number), numbering=NUMBERING)
    assert paragraph.number == ""


def test_notes_stand_where_their_marks_do() -> None:
    notes = f'<w:footnote w:id="3">{p("Kế hoạch số 5.")}</w:footnote>'
    body = f'<w:p>{r("Theo đó")}<w:r><w:footnoteReference w:id="3"/></w:r>{r(" đã làm")}</w:p>'
    (paragraph,) = paragraphs(body, footnotes=notes)
    assert paragraph.text == "Theo đó đã làm"
    assert [(note.offset, note.text) for note in paragraph.notes] == [(7, "Kế hoạch số 5.")]


def test_merged_cells_are_shown_wherever_they_reach() -> None:
    wide, starts, goes_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        cell("STT", starts) + cell("Kết quả", wide), cell("", goes_on) + cell("ĐVT") + cell("Số liệu")
    )
    (block,) = read_document(parts(body)).blocks
    assert isinstance(block, Table)
    assert [[each.text for each in row] for row in block.rows] == [
        ["STT", "Kết quả", "Kết quả"],
        ["STT", "ĐVT", "Số liệu"],
    ]
    assert [[each.covered for each in row] for row in block.rows] == [
        [False, False, True],
        [True, False, False],
    ]


@pytest.mark.parametrize("span", ["999999999", "-1", "x", ""])
def test_a_cell_that_claims_more_columns_than_word_has_costs_nothing(span: str) -> None:
    (block,) = read_document(parts(table(cell("a", f'<w:gridSpan w:val="{span}"/>')))).blocks
    assert isinstance(block, Table)
    assert len(block.rows[0]) <= 63


def test_a_table_in_a_cell_is_read_as_its_lines() -> None:
    inner = f"<w:tc><w:tcPr/>{table(cell('trong') + cell('nữa'))}{p('ngoài')}</w:tc>"
    (block,) = read_document(parts(table(inner))).blocks
    assert isinstance(block, Table)
    assert block.rows[0][0].text == "trong\nnữa\nngoài"


def test_the_strict_flavour_of_the_format_is_read_alike() -> None:
    members = parts(p("a"))
    strict = members["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert [each.text for each in read_document({**members, "word/document.xml": strict}).paragraphs()] == [
        "a"
    ]


def test_the_child_reads_what_is_read_here() -> None:
    body = p("a") + table(cell("b") + cell("c"))
    assert document_in(docx(body)) == read_document(parts(body))


@pytest.mark.parametrize(
    "body", ["<w:p>", "</w:body>", "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", "<w:p/>" * 70_000]
)
def test_a_broken_body_ends_the_child_and_is_refused_here(body: str) -> None:
    members = parts(body)
    with pytest.raises((etree.XMLSyntaxError, ValueError)):
        read_document(members)
    with pytest.raises(ReportUnread, match=r"hỏng hoặc quá nặng|nén quá"):
        document_in(docx(body))


def test_a_child_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "TIME_LIMIT", 0.0)
    with pytest.raises(ReportUnread, match="trong thời hạn"):
        document_in(docx(p("a")))
