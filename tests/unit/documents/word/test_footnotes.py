"""Real footnotes: Word numbers them, moves them with their text and sets them at the foot."""

from cchc_desktop.documents.content import BulletItem, Footnote, Paragraph, Run
from cchc_desktop.documents.word.markup import w
from tests.unit.documents.reports import REPORT, saying, text
from tests.unit.documents.word.opened import only, opened, style_of, text_of, value


def note(words: str) -> Footnote:
    return Footnote((Run(words), Run(" (đã đăng)", italic=True)))


REPORT_WITH_NOTES = saying(
    Paragraph((Run("Một"), note("Đầu"), Run(" hai"), note("Giữa"))),
    text("Không có chú thích."),
    BulletItem((Run("Ba"), note("Cuối"))),
)


def test_notes_follow_the_order_of_their_marks() -> None:
    document = opened(REPORT_WITH_NOTES)
    marks = [mark.attrib[w("id")] for mark in document.body.iter(w("footnoteReference"))]
    assert marks == ["1", "2", "3"]
    notes = {note.attrib[w("id")]: text_of(note) for note in document.part("word/footnotes.xml")}
    assert [notes[mark] for mark in marks] == [f" {words} (đã đăng)" for words in ("Đầu", "Giữa", "Cuối")]


def test_marks_are_raised_and_notes_are_small() -> None:
    document = opened(REPORT_WITH_NOTES)
    for mark in document.body.iter(w("footnoteReference")):
        run = mark.getparent()
        assert run is not None
        assert value(run, "rPr/rStyle") == "FootnoteReference"
    first = only(document.part("word/footnotes.xml"), "footnote[3]/p")
    assert style_of(first) == "FootnoteText"
    assert first.find(f".//{w('footnoteRef')}") is not None
    assert value(document.styles["FootnoteReference"], "rPr/vertAlign") == "superscript"


def test_the_lines_between_text_and_notes_are_there_and_the_settings_name_them() -> None:
    document = opened(REPORT)
    kinds = {n.attrib[w("id")]: n.attrib.get(w("type")) for n in document.part("word/footnotes.xml")}
    assert kinds == {"-1": "separator", "0": "continuationSeparator"}
    named = only(document.part("word/settings.xml"), "footnotePr")
    assert [element.attrib[w("id")] for element in named] == ["-1", "0"]
