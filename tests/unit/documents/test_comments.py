"""Comments in a copy of somebody's document."""

import io
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from lxml import etree

from cchc_desktop.documents.comments import COMMENTS, RELATIONS, TYPES, Comment, with_comments
from cchc_desktop.documents.reading.body import read_document
from cchc_desktop.documents.reading.gate import DOCUMENT, passed
from cchc_desktop.documents.reading.refusal import ReportUnread
from tests.unit.documents.reading.word_xml import part, r, zipped

MOMENT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
NO_BREAK = "\u00a0"
TEXT = "Đã xử lý 38/41 nội dung, đạt 82,93%."


def a_document() -> WordDocument:
    document = Document()
    paragraph = document.add_paragraph("Đã xử lý 38/41 ")
    paragraph.add_run("nội dung, đạt 82,").bold = True
    paragraph.add_run("93%.")
    document.add_table(1, 2).cell(0, 1).text = "trong bảng"
    return document


def saved(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def commented(data: bytes, *comments: Comment) -> WordDocument:
    return Document(io.BytesIO(with_comments(data, "Người kiểm tra", MOMENT, comments)))


def stretch(document: WordDocument, number: int) -> str:
    """Return the text between the two ends of a comment's range."""
    inside, text = False, ""
    for element in document.element.body.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name.startswith("commentRange") and element.get(element.keys()[0]) == str(number):
            inside = name == "commentRangeStart"
        elif inside and name == "t":
            text += element.text or ""
    return text


def test_a_comment_stands_around_its_very_words_across_runs() -> None:
    start = TEXT.index("82,93%")
    document = commented(saved(a_document()), Comment(0, start, start + 6, ("Phải là 92,68%.", "Sửa lại.")))
    (comment,) = document.comments
    assert (comment.author, comment.initials, comment.timestamp) == ("Người kiểm tra", "Nkt", MOMENT)
    assert comment.text == "Phải là 92,68%.\nSửa lại."
    assert stretch(document, comment.comment_id) == "82,93%"
    assert document.paragraphs[0].text == TEXT
    assert [run.bold for run in document.paragraphs[0].runs if run.text == "82,"] == [True]


def test_several_comments_of_one_paragraph_may_lie_in_one_another() -> None:
    spans = ((0, len(TEXT)), (9, 14), (9, 23))
    notes = [Comment(0, start, end, (TEXT[start:end],)) for start, end in spans]
    document = commented(saved(a_document()), *notes)
    assert {stretch(document, each.comment_id) for each in document.comments} == {
        TEXT[start:end] for start, end in spans
    }
    for comment in document.comments:
        assert stretch(document, comment.comment_id) == comment.text


def test_a_comment_stands_in_a_cell_as_well() -> None:
    place = next(
        p.place for p in read_document(passed(saved(a_document()))).paragraphs() if p.text == "trong bảng"
    )
    document = commented(saved(a_document()), Comment(place, 0, 10, ("Ở đây",)))
    (comment,) = document.comments
    assert stretch(document, comment.comment_id) == "trong bảng"


def test_a_comment_finds_its_words_through_links_insertions_controls_and_hidden_text() -> None:
    ways = (
        f"<w:hyperlink>{r('Đã xử lý')}</w:hyperlink>",
        f"<w:ins>{r(' 38/41 nội')}</w:ins><w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del>",
        r("ẩn đi", "<w:vanish/>"),
        f"<w:sdt><w:sdtContent>{r(NO_BREAK + 'dung, đạt 82')}</w:sdtContent></w:sdt>",
        r(",93%."),
    )
    markup = part("document", f"<w:body><w:p>{''.join(ways)}</w:p></w:body>")
    data = zipped({**passed(saved(a_document())), DOCUMENT: markup})
    (paragraph,) = read_document(passed(data)).paragraphs()
    assert paragraph.text == TEXT
    for words in ("38/41", "nội dung", "82,93%"):
        start = TEXT.index(words)
        document = commented(data, Comment(0, start, start + len(words), ("Sai",)))
        (comment,) = document.comments
        marked = stretch(document, comment.comment_id).replace(NO_BREAK, " ").replace("ẩn đi", "")
        assert marked == words


def test_comments_in_a_row_stand_each_in_its_own_cell_and_paragraph() -> None:
    document = a_document()
    first, second = document.tables[0].rows[0].cells
    first.text = "Tỷ lệ"
    first.paragraphs[0].add_run(" hoàn thành").bold = True
    second.add_paragraph("90").add_run("%")
    data = saved(document)
    places = {each.text: each.place for each in read_document(passed(data)).paragraphs()}
    spans = {"lệ hoàn": ("Tỷ lệ hoàn thành", 3), "90%": ("90%", 0), "bảng": ("trong bảng", 6)}
    notes = [Comment(places[text], at, at + len(words), (words,)) for words, (text, at) in spans.items()]
    document = commented(data, *notes)
    assert {stretch(document, each.comment_id): each.text for each in document.comments} == {
        words: words for words in spans
    }


def test_comments_that_are_there_already_stay() -> None:
    document = a_document()
    document.add_comment(document.paragraphs[0].runs[0], "Có từ trước", author="Người khác")
    again = commented(saved(document), Comment(0, 0, 2, ("Mới",)))
    assert [(each.author, each.text) for each in again.comments] == [
        ("Người khác", "Có từ trước"),
        ("Người kiểm tra", "Mới"),
    ]


def test_a_comment_without_a_place_stands_at_the_beginning_and_one_beyond_the_end_is_left_out() -> None:
    document = commented(saved(a_document()), Comment(0, 0, 0, ("Chung",)), Comment(99, 0, 1, ("Lạc",)))
    assert [each.text for each in document.comments] == ["Chung"]


def test_everything_else_of_the_document_is_as_it_was() -> None:
    data = saved(a_document())
    with ZipFile(io.BytesIO(with_comments(data, "A", MOMENT, [Comment(0, 0, 2, ("a",))]))) as package:
        after = {name: package.read(name) for name in package.namelist()}
    before = passed(data)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {DOCUMENT, COMMENTS, TYPES, RELATIONS}


def test_signs_that_no_document_can_hold_are_left_out_of_a_comment() -> None:
    (comment,) = commented(saved(a_document()), Comment(0, 0, 2, ("a\x01b <&>",))).comments
    assert comment.text == "ab <&>"


def test_a_hostile_document_gets_no_comment() -> None:
    with pytest.raises(ReportUnread, match="kiểu cũ"):
        with_comments(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "A", MOMENT, [])
