"""Table files as text: encodings, separators, quotes and line ends of the programs people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.errors import FileRefused
from cchc_desktop.office.figures.tables import SourceRow, table_rows

_HEADER = "phu_luc,stt,chi_tieu,don_vi_tinh,so_lieu,ghi_chu"
_ROW = '2,1.,"Số văn bản, đã ban hành",Văn bản,6,Ước'
_READ = (SourceRow(2, "2", "1.", "Số văn bản, đã ban hành", "6", "Ước"),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_tables_of_every_system_read_alike(bom: str, mark: str, end: str) -> None:
    cells = _ROW.replace('"Số văn bản, đã ban hành"', "@").replace(",", mark)
    text = end.join((_HEADER.replace(",", mark), cells.replace("@", '"Số văn bản, đã ban hành"'), ""))
    assert table_rows("a.csv", (bom + text).encode()) == _READ


def test_a_tsv_is_split_at_tabs_whatever_else_stands_in_it() -> None:
    text = "phu_luc\tstt\tchi_tieu\tso_lieu\n2\t1.\tMột, hai; ba, bốn\t6\n"
    assert table_rows("a.TSV", text.encode())[0].label == "Một, hai; ba, bốn"


def test_a_quoted_cell_may_hold_line_ends_and_quotes() -> None:
    text = _HEADER + '\n2,1.,"Số văn bản\n“quy phạm” ""mới""",,6,\n2,2.,Khác,,7,\n'
    rows = table_rows("a.csv", text.encode())
    assert rows[0].label == 'Số văn bản “quy phạm” "mới"'
    assert (rows[1].line, rows[1].figure) == (4, "7")


def test_short_long_and_empty_lines_are_no_trouble() -> None:
    text = _HEADER + "\n2,1.\n\n2,2.,Khác,,7,,8,9\n"
    assert [row.figure for row in table_rows("a.csv", text.encode())] == ["", "7"]


def test_columns_may_be_headed_as_people_write_them() -> None:
    text = "Phụ lục\tSTT\tCHỈ TIÊU\tSố liệu\tGhi chú\n2\t1.\tSố văn bản\t6\tđã rà\n"
    assert table_rows("a.tsv", text.encode()) == (SourceRow(2, "2", "1.", "Số văn bản", "6", "đã rà"),)


def test_columns_may_stand_in_any_order_and_others_beside_them() -> None:
    text = "so_lieu,khac,chi_tieu,phu_luc,stt\n6,x,Số văn bản,2,1.\n"
    assert table_rows("a.csv", text.encode()) == (SourceRow(2, "2", "1.", "Số văn bản", "6"),)


@pytest.mark.parametrize("header", ["", "phu_luc,stt,chi_tieu", "a,b,c", "so_lieu,stt,chi_tieu,so_lieu"])
def test_missing_columns_are_named_and_so_are_those_needed(header: str) -> None:
    with pytest.raises(FileRefused, match=r"a\.csv thiếu cột") as refusal:
        table_rows("a.csv", f"{header}\n2,1.,x,5\n".encode())
    assert "so_lieu" in refusal.value.message


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258", "latin-1"])
def test_a_table_that_is_not_utf8_says_how_to_save_it(encoding: str) -> None:
    with pytest.raises(FileRefused, match="CSV UTF-8"):
        table_rows("a.csv", f"{_HEADER}\n2,1.,é à â,,5,\n".encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        '"phu_luc"x,stt,chi_tieu,so_lieu\n',
        _HEADER + '\n2,1.,"Số"x,,6,\n',
        _HEADER + '\n2,1.,"Số,,6,\n',
        _HEADER + f"\n2,1.,{'a' * 140_000},,6,\n",
    ],
)
def test_a_broken_table_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(FileRefused, match=r"a\.csv hỏng ở dòng"):
        table_rows("a.csv", text.encode())


@given(st.one_of(st.binary(max_size=200), st.text('phu_lctieson",;\t\n\r\x00', max_size=80).map(str.encode)))
def test_no_content_does_more_than_be_read_or_refused(content: bytes) -> None:
    for body in (content, f"{_HEADER}\n".encode() + content):
        try:
            rows = table_rows("a.csv", body)
        except FileRefused as refusal:
            rows = ()
            told = refusal.message
        else:
            told = "a.csv"
        assert "a.csv" in told
        assert all(isinstance(row, SourceRow) for row in rows)
