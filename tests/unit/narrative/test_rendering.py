"""Prose as it prints: figures that follow, notes that cite."""

from cchc_desktop.narrative.blocks import Chart, Grid, Line, Note, Words
from cchc_desktop.narrative.citing import citation, cited
from cchc_desktop.narrative.markup import parse
from cchc_desktop.narrative.rendering import rendered, rendered_sections
from tests.unit.narrative.a_form import NOTHING, PAPERS, Paper, a_form, printed

FULL = "Kế hoạch số 07/KH-UBND ngày 05/02/2026 của UBND tỉnh Mẫu về kiểm tra cải cách hành chính năm 2026"
SHORT = "Kế hoạch số 07/KH-UBND ngày 05/02/2026 của UBND tỉnh Mẫu"
LETTER = "Công văn số 112/SNV-CCHC ngày 03/11/2026 của Sở Nội vụ về việc báo cáo quý"


def notes_in(text: str) -> list[str]:
    pieces = [piece for block in rendered(text, NOTHING, None, PAPERS) for piece in _pieces(block)]
    return ["".join(words.text for words in piece.words) for piece in pieces if isinstance(piece, Note)]


def _pieces(block: Line[Words | Note] | Grid[Words | Note] | Chart) -> tuple[Words | Note, ...]:
    if isinstance(block, Chart):
        return ()
    return block.pieces if isinstance(block, Line) else tuple(piece for cell in block.cells for piece in cell)


def test_a_figure_changes_with_its_cell_and_keeps_its_face() -> None:
    text = "Ban hành **{PL2.1 dv}**."
    for number, words in ((6, "6 văn bản"), (1234, "1.234 văn bản")):
        (line,) = rendered(text, a_form({"PL2.1": number}))
        assert isinstance(line, Line)
        assert line.pieces[1] == Words(words, bold=True)


def test_a_document_is_cited_in_full_first_and_then_in_short() -> None:
    assert notes_in("Theo kế hoạch[^vb1], đã làm[^vb1].\nBáo cáo[^vb1;vb2].") == [
        FULL,
        SHORT,
        f"{SHORT}; {LETTER}",
    ]


def test_what_one_section_cites_the_next_cites_in_short() -> None:
    sections = rendered_sections({"I.1": "Một[^vb1]", "I.2": "Hai[^vb1]"}, NOTHING, None, PAPERS)
    told = [piece for blocks in sections.values() for block in blocks for piece in _pieces(block)]
    assert [piece.words[0].text for piece in told if isinstance(piece, Note)] == [FULL, SHORT]


def test_what_a_document_does_not_tell_is_left_out() -> None:
    assert citation(Paper("Công điện", "", "", None, "", "")) == "Công điện"
    unnumbered = Paper("Quyết định", "", "QĐ", None, "", "V/v giao việc")
    assert citation(unnumbered) == "Quyết định số QĐ V/v giao việc"
    assert citation(Paper(subject="UBND tỉnh giao việc")).endswith(" về UBND tỉnh giao việc")


def test_an_own_note_prints_with_its_figures_and_before_any_document() -> None:
    assert notes_in("Một[^vb1], hai[^a;vb2].\n[^vb1]: Lời **riêng** {PL9.9}.\n[^a]: Khác[^vb1].") == [
        "Lời riêng …….",
        f"Khác[^vb1].; {LETTER}",
    ]


def test_a_document_that_nobody_knows_leaves_dots_in_the_note() -> None:
    assert notes_in("Một[^vb77]") == ["……"]


def test_cited_documents_are_told_once_each() -> None:
    text = "{PL2.1} và {PL2.1 - PL2.4.1 sosanh}[^vb2;vb9][^vb2]\n| {PL5.2.1}[^vb1] |\n|---|\n[^n]: x"
    assert cited(parse(text), PAPERS) == ("vb2", "vb1")


def test_figures_and_notes_stand_in_tables_too() -> None:
    text = "| Nhóm[^vb2] | Số |\n|---|--:|\n| Một | {PL2.1} |"
    assert printed(text, a_form({"PL2.1": 1500})) == f"Nhóm[1] | Số\nMột | 1.500\n[1] {LETTER}"
