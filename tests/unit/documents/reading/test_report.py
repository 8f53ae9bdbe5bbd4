"""A document taken apart: headings, sections, what it says of itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.documents.reading.facts import ReportFacts, facts_of
from cchc_desktop.documents.reading.figures import read_figures
from cchc_desktop.documents.reading.form_tables import tables_of_document
from cchc_desktop.documents.reading.headings import heading_lines, known_headings, opened
from cchc_desktop.documents.reading.lines import Stretch, line_of, lines_of
from cchc_desktop.documents.reading.plain import Cell, Document, Paragraph, Run, Table
from cchc_desktop.documents.reading.report import taken_apart
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.values.period import Period, Window

OUTLINE = shipped().get("X25").outline
KNOWN = known_headings([OUTLINE])


def lines(*texts: str) -> list[Paragraph]:
    """Return paragraphs; a star before the text makes it bold."""
    return [
        Paragraph(place, (Run(text.removeprefix("*"), bold=text.startswith("*")),))
        for place, text in enumerate(texts)
    ]


def sections(*texts: str) -> list[tuple[str, bool]]:
    paragraphs = lines(*texts)
    headings = heading_lines(paragraphs, KNOWN)
    return [(each.section, each.is_known) for each in opened(list(headings.values()), OUTLINE)]


def test_bold_numbered_lines_open_the_sections_they_name() -> None:
    assert sections(
        "*I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC",
        "*1. Về kế hoạch CCHC",
        "Đã ban hành kế hoạch.",
        "*II. KẾT QUẢ THỰC HIỆN",
        "*2. Cải cách thủ tục hành chính",
        "*c) Kết quả giải quyết thủ tục hành chính",
    ) == [("I", True), ("I.1", True), ("II", True), ("II.2", True), ("II.2.c", True)]


def test_a_section_of_their_own_is_named_by_its_numbers() -> None:
    assert sections("*II. KẾT QUẢ THỰC HIỆN", "*7. Việc xây dựng nông thôn mới", "*7.1. Về đường làng") == [
        ("II", True),
        ("II.7", False),
        ("II.7.1", False),
    ]


def test_a_section_whose_number_moved_is_known_by_its_words() -> None:
    assert sections("*II. KẾT QUẢ THỰC HIỆN", "*9. Cải cách tài chính công") == [("II", True), ("II.5", True)]


def test_a_section_put_between_others_takes_the_id_of_none_that_its_number_moved() -> None:
    assert sections(
        "*I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC",
        "*1. Về kế hoạch CCHC",
        "*2. Việc riêng của phường",
        "*3. Công tác chỉ đạo, điều hành",
    ) == [("I", True), ("I.1", True), ("I.2-2", False), ("I.2", True)]


def test_bold_lines_with_the_words_of_an_outline_are_headings_without_their_numbers() -> None:
    assert sections(
        "*CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "*Về kế hoạch cải cách hành chính",
        "*Điều khác in đậm",
        "Kỷ luật, kỷ cương hành chính",
        "*Phương hướng, nhiệm vụ quý II năm 2026",
        "*Phương hướng là điều đã nói trên đây.",
    ) == [("I", True), ("I.1", True), ("IV", True)]


def test_headings_in_heading_styles_need_no_numbers_and_the_title_above_them_is_none() -> None:
    words = ("BÁO CÁO", "Đánh giá chung", "Việc khác", "Kiến nghị, đề xuất")
    paragraphs = [Paragraph(at, (Run(text),), outline=1) for at, text in enumerate(words)]
    report = taken_apart(Document(tuple(paragraphs)), [OUTLINE])
    assert [each.id for each in report.sections(OUTLINE)] == ["III", "vieckhac", "V"]


def test_two_sections_never_share_an_id() -> None:
    found = [section for section, _ in sections("*V. VIỆC KHÁC", "*1. Một", "*1. Hai")]
    assert found == ["V", "V.1", "V.1-2"]


def test_without_any_bold_line_short_lines_that_count_on_are_headings() -> None:
    assert sections(
        "I. CÔNG TÁC KHÁC CỦA PHƯỜNG",
        "1. Chuyện thứ nhất",
        "Có lời.",
        "2. Chuyện thứ hai;",
        "3. Chuyện thứ ba",
    ) == [("I", False), ("I.1", False), ("I.3", False)]


@pytest.mark.parametrize(
    "text",
    [
        "1. " + "Một câu dài của bài " * 12,
        "Trong quý đã làm 3 việc.",
        "A. Lê Văn Mẫu",
        "12 hồ sơ đã giải quyết",
        "",
    ],
)
def test_running_text_is_no_heading(text: str) -> None:
    assert heading_lines(lines(text, "*I. CÓ TIÊU ĐỀ ĐẬM"), KNOWN).keys() <= {1}


def test_a_table_of_contents_opens_no_section() -> None:
    entry = Paragraph(0, (Run("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", bold=True),), style="toc 1")
    (heading,) = lines("*I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC")
    found = heading_lines([entry, Paragraph(1, heading.runs)], KNOWN)
    assert list(found) == [1]


@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_lines_can_be_looked_through(texts: list[str]) -> None:
    found = [section for section, _ in sections(*texts)]
    assert len(found) == len(set(found))


def test_the_text_ends_at_the_foot_and_tables_of_forms_are_apart() -> None:
    form = Table(
        tuple(
            tuple(Cell((Paragraph(100, (Run(text),)),)) for text in row)
            for row in (("STT", "Chỉ tiêu", "ĐVT", "Số liệu"), ("1", "a", "b", "2"), ("2", "c", "d", "3"))
        )
    )
    first, *rest = lines(
        "*I. CÔNG TÁC CHỈ ĐẠO", "Một câu.", "Phụ lục 2 đính kèm.", "Nơi nhận:", "- Lưu.", "Phụ lục 2"
    )
    report = taken_apart(Document((first, *rest, form)), [OUTLINE])
    assert [[line.text for line in each] for each in report.lines] == [["Một câu.", "Phụ lục 2 đính kèm."]]
    assert [(table.number, len(table.rows)) for table in report.forms] == [(2, 2)]


def test_a_stretch_of_a_line_leads_back_to_its_paragraph() -> None:
    item = Paragraph(7, (Run("Một "), Run("hai", bold=True)), number="a)")
    line = line_of(item)
    assert line.text == "a) Một hai"
    assert line.stretch(7, 10) == Stretch(7, 4, 7)
    assert line.stretch(0, 2) is None
    assert line.stretch(0, 10) == Stretch(7, 0, 7)


def test_a_row_of_a_small_table_leads_back_to_its_cells() -> None:
    row = tuple(Cell((Paragraph(place, (Run(text),)),)) for place, text in ((3, "Hồ sơ"), (4, "12")))
    (line,) = lines_of(Table((row,)))
    assert line.text == "Hồ sơ\t12"
    assert line.stretch(6, 8) == Stretch(4, 0, 2)


HEAD = (
    "UBND TỈNH MẪU",
    "UBND PHƯỜNG MẪU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)


def facts(*after: str) -> ReportFacts:
    letterhead = ("Số: 07/BC-UBND", "Mẫu, ngày 05 tháng 4 năm 2026", "BÁO CÁO")
    return facts_of([*HEAD, *letterhead, *after])


def test_a_report_says_whose_it_is_its_number_and_its_day() -> None:
    told = facts("Kết quả công tác cải cách hành chính quý I năm 2026")
    assert (told.office, told.number, told.symbol) == ("UBND PHƯỜNG MẪU", "07", "BC-UBND")
    assert told.issued == date(2026, 4, 5)
    assert told.subject.startswith("Kết quả")


@pytest.mark.parametrize(
    ("subject", "period"),
    [
        ("Công tác CCHC quý III năm 2026", "2026-Q3"),
        ("Công tác CCHC Quý 3/2026", "2026-Q3"),
        ("Công tác CCHC quý II", "2026-Q2"),
        ("Công tác CCHC 6 tháng đầu năm 2026", "2026-H1"),
        ("Công tác CCHC sáu tháng cuối năm 2025", "2025-H2"),
        ("Công tác CCHC 9 tháng năm 2026", "2026-9M"),
        ("Công tác CCHC 9 tháng đầu năm 2026", "2026-9M"),
        ("Công tác CCHC tháng 3 năm 2026", "2026-03"),
        ("Công tác CCHC tháng 12/2026", "2026-12"),
        ("Công tác CCHC năm 2025", "2025"),
    ],
)
def test_the_period_is_read_from_the_subject(subject: str, period: str) -> None:
    assert facts(subject).period == Period.read(period)


@pytest.mark.parametrize(
    ("letterhead", "office"),
    [
        (("UBND TỈNH MẪU\nUBND PHƯỜNG MẪU",), "UBND PHƯỜNG MẪU"),
        (("ỦY BAN NHÂN DÂN\nTHỊ XÃ MẪU",), "ỦY BAN NHÂN DÂN THỊ XÃ MẪU"),
        (("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU", "Số: 5/BC-UBND"), "ỦY BAN NHÂN DÂN PHƯỜNG MẪU"),
        (("UBND TỈNH MẪU", "SỞ THÔNG TIN\nVÀ TRUYỀN THÔNG"), "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        (("Kính gửi",), ""),
    ],
)
def test_the_office_is_the_last_one_named_whole_in_the_letterhead(
    letterhead: tuple[str, ...], office: str
) -> None:
    assert facts_of([*letterhead, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO"]).office == office


def test_a_report_that_names_no_period_says_none() -> None:
    assert facts("Công tác cải cách hành chính").period is None


@pytest.mark.parametrize(
    "text",
    [
        "(Từ ngày 15/12/2025 đến 14/3/2026)",
        "số liệu tính từ ngày 15/12/2025 đến ngày 14/03/2026",
        "từ 15 tháng 12 năm 2025 đến hết ngày 14 tháng 3 năm 2026",
    ],
)
def test_the_days_counted_are_read_in_either_writing(text: str) -> None:
    assert facts("Công tác CCHC quý I năm 2026", text).window == Window(date(2025, 12, 15), date(2026, 3, 14))


def test_days_that_are_none_say_nothing() -> None:
    assert facts("Công tác CCHC quý I năm 2026", "từ ngày 31/02/2026 đến 14/3/2026").window is None


@given(st.lists(st.text(max_size=80), max_size=8))
def test_facts_are_looked_for_in_any_lines(texts: list[str]) -> None:
    assert facts_of(texts).number.isdecimal() or not facts_of(texts).number


TOLD = ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Kết quả", "Ghi chú", "Phụ lục 2", "I. VIỆC", "9.150")
LABELS = tuple(row.label for row in shipped().get("X25").indicators.values())
words = st.one_of(st.sampled_from(TOLD), st.sampled_from(LABELS), st.text(max_size=12))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    return Paragraph(1, (Run(draw(words), draw(st.booleans())),), outline=draw(st.integers(0, 3)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table whose first row may be the header of a form."""
    width = draw(st.integers(1, 5))
    rows = draw(st.lists(st.lists(words, min_size=width, max_size=width), min_size=1, max_size=6))
    header = [list(TOLD[:width])] if draw(st.booleans()) else []
    covered = draw(st.booleans())
    return Table(
        tuple(
            tuple(Cell((Paragraph(0, (Run(text),)),) if text else (), covered and at > 1) for text in row)
            for at, row in enumerate([*header, *rows])
        )
    )


@given(st.lists(st.one_of(paragraphs(), tables()), max_size=8))
def test_any_document_is_taken_apart_and_read_without_breaking(blocks: list[Paragraph | Table]) -> None:
    """What the child answers is read in our own process: nothing a stranger writes may break it."""
    report = taken_apart(Document(tuple(blocks)), [OUTLINE])
    found = [section.id for section in report.sections(OUTLINE)]
    assert len(found) == len(set(found)) == len(report.lines)
    for row in read_figures(report.forms, shipped().get("X25")).rows:
        assert row.is_sure or row.reason
    tables_of_document(report.document)
