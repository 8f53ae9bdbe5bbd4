"""The page of Decree 30/2020, Appendix I, I: measures in twips, sizes in half points."""

from dataclasses import replace

import pytest

from cchc_desktop.documents.word.markup import R, w
from tests.unit.documents.reports import APPENDIX, REPORT
from tests.unit.documents.word.opened import attributes, local, only, opened, style_of, value

MARGINS = {
    "top": 1418,
    "bottom": 1134,
    "left": 1985,
    "right": 1134,
    "header": 567,
    "footer": 567,
    "gutter": 0,
}
REPORT_WITH_THREE_FORMS = replace(REPORT, appendices=(APPENDIX, APPENDIX, APPENDIX))


def test_every_section_is_an_upright_a4_page_with_the_official_margins() -> None:
    sections = list(opened(REPORT_WITH_THREE_FORMS).body.iter(w("sectPr")))
    assert len(sections) == 4
    for section in sections:
        assert attributes(only(section, "pgSz")) == {"w": "11906", "h": "16838"}
        margins = {side: int(twips) for side, twips in attributes(only(section, "pgMar")).items()}
        assert margins == MARGINS


def test_pages_count_from_one_in_the_report_and_in_each_appendix_and_hide_the_first_number() -> None:
    document = opened(REPORT_WITH_THREE_FORMS)
    relations = {
        relation.attrib["Id"]: relation.attrib["Target"]
        for relation in document.part("word/_rels/document.xml.rels")
    }
    for section in document.body.iter(w("sectPr")):
        assert value(section, "type") == "nextPage"
        assert attributes(only(section, "pgNumType")) == {"start": "1"}
        assert section.find(w("titlePg")) is not None
        headers = {
            header.attrib[w("type")]: relations[header.attrib[f"{{{R}}}id"]]
            for header in section.iterfind(w("headerReference"))
        }
        assert headers == {"default": "header1.xml", "first": "header2.xml"}


def test_the_page_number_is_upright_14_points_centred_in_the_top_margin() -> None:
    document = opened(REPORT)
    header = document.part("word/header1.xml")
    assert only(header, "p/fldSimple").attrib[w("instr")].strip() == "PAGE"
    assert style_of(only(header, "p")) == "Header"
    look = document.look("Header")
    assert look["jc"]["val"] == "center"
    assert look["sz"]["val"] == "28"
    assert "i" not in look
    assert document.part("word/header2.xml").find(f".//{w('t')}") is None


def test_a_report_without_appendices_is_one_section() -> None:
    body = opened(replace(REPORT, appendices=())).body
    assert [local(section) for section in body.iter(w("sectPr"))] == ["sectPr"]
    assert local(body[-1]) == "sectPr"


def test_every_letter_is_times_new_roman_black_and_vietnamese() -> None:
    document = opened(REPORT)
    look = document.look("Normal")
    assert set(look["rFonts"]) == {"ascii", "hAnsi", "cs", "eastAsia"}
    assert set(look["rFonts"].values()) == {"Times New Roman"}
    assert look["lang"]["val"] == "vi-VN"
    assert look["color"]["val"] == "000000"
    assert look["sz"]["val"] == look["szCs"]["val"] == "28"
    fonts = document.part("word/styles.xml").iter(w("rFonts"))
    assert len(list(fonts)) == 1, "one place says the font"
    assert document.body.find(f".//{w('rFonts')}") is None


def test_running_text_is_justified_14_points_with_the_official_indent_and_gaps() -> None:
    look = opened(REPORT).look("BodyText")
    assert look["jc"]["val"] == "both"
    assert look["sz"]["val"] == "28"
    assert look["ind"] == {"firstLine": "567"}
    assert look["spacing"] == {"before": "120", "after": "0", "line": "240", "lineRule": "auto"}


@pytest.mark.parametrize(
    ("style", "half_points", "face"),
    [
        ("NationalTitle", "26", {"b"}),
        ("Motto", "28", {"b"}),
        ("SuperiorOffice", "26", {"caps"}),
        ("IssuingOffice", "26", {"b", "caps"}),
        ("DocumentNumber", "26", set()),
        ("PlaceAndDate", "26", {"i"}),
        ("Title", "28", {"b"}),
        ("Subtitle", "28", {"b"}),
        ("WindowLine", "28", {"i"}),
        ("Addressee", "28", set()),
        ("Heading1", "28", {"b", "caps"}),
        ("Heading2", "28", {"b"}),
        ("Heading3", "28", set()),
        ("SignerOffice", "28", {"b"}),
        ("SignerName", "28", {"b"}),
        ("RecipientsLabel", "24", {"b", "i"}),
        ("RecipientsLine", "22", set()),
        ("AppendixNumber", "28", {"b"}),
        ("AppendixName", "28", {"b", "caps"}),
        ("AppendixOf", "28", {"i"}),
        ("TableHead", "24", {"b"}),
        ("TableText", "24", set()),
        ("TableFigure", "24", set()),
        ("FootnoteText", "20", set()),
    ],
)
def test_each_component_has_its_official_size_and_face(style: str, half_points: str, face: set[str]) -> None:
    look = opened(REPORT).look(style)
    assert look["sz"]["val"] == look["szCs"]["val"] == half_points
    assert {name for name in ("b", "i", "caps") if name in look} == face


def test_every_style_that_is_used_is_defined() -> None:
    document = opened(REPORT)
    used = {element.attrib[w("val")] for element in document.body.iter(w("pStyle"), w("tblStyle"))}
    assert used <= set(document.styles)
