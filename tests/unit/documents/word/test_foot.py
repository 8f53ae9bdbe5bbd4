"""Recipients and signature."""

from dataclasses import replace

from cchc_desktop.documents.content import Recipients
from cchc_desktop.documents.word.markup import w
from tests.unit.documents.reports import REPORT
from tests.unit.documents.word.opened import only, opened, style_of, text_of


def test_recipients_and_signature_share_one_row_that_stays_whole_in_the_official_widths() -> None:
    table = list(opened(REPORT).body.iterchildren(w("tbl")))[1]
    assert [column.attrib[w("w")] for column in only(table, "tblGrid")] == ["2994", "6290"]
    assert only(table, "tr/trPr/cantSplit") is not None
    left, right = only(table, "tr").iterchildren(w("tc"))
    assert [(style_of(p), text_of(p)) for p in left.iter(w("p"))] == [
        ("RecipientsLabel", "Nơi nhận:"),
        ("RecipientsLine", "- Như trên;"),
        ("RecipientsLine", "- Lưu: VT."),
    ]
    assert [(style_of(p), text_of(p)) for p in right.iter(w("p"))] == [
        ("SignerOffice", "TM. ỦY BAN NHÂN DÂN"),
        ("SignerOffice", "CHỦ TỊCH"),
        ("SignerName", "Nguyễn Văn Mẫu"),
    ]


def test_above_the_name_there_is_room_for_signature_and_seal() -> None:
    look = opened(REPORT).look("SignerName")
    assert int(look["spacing"]["before"]) >= 4 * 14 * 20, "at least four lines of 14 points"
    assert look["jc"]["val"] == "center"


def test_the_list_of_recipients_is_flush_with_the_text() -> None:
    document = opened(REPORT)
    table = list(document.body.iterchildren(w("tbl")))[1]
    assert only(table, "tblPr/tblInd").attrib[w("w")] == "0"
    assert only(document.styles["FootTable"], "tblPr/tblCellMar/left").attrib[w("w")] == "0"
    assert "ind" not in document.look("RecipientsLine")


def test_without_recipients_the_signature_still_stands() -> None:
    document = opened(replace(REPORT, recipients=Recipients(())))
    assert document.texts("RecipientsLine") == []
    assert document.texts("SignerName") == ["Nguyễn Văn Mẫu"]
