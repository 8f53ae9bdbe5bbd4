"""The strict reader: what a sound set becomes, and what each fault is called."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.template.model import Kind, Level, OnlyIf, RollUp, TimeBehaviour
from cchc_desktop.template.problem import TemplateRefused
from cchc_desktop.template.reader import read_files
from cchc_desktop.values.codes import IndicatorCode
from tests.unit.template.a_set import shipped_files, small_set

SETS, OUTLINES, ROWS = "set.toml", "outline.toml", "phu-luc-2.toml"


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    """Return the small set with one place of one file replaced."""
    files = small_set()
    text = files[file].decode()
    assert old in text
    files[file] = text.replace(old, new, 1).encode()
    return files


def refusal(files: dict[str, bytes]) -> TemplateRefused:
    with pytest.raises(TemplateRefused) as caught:
        read_files(files)
    return caught.value


def test_a_sound_set_says_who_it_is_for_and_when() -> None:
    template = read_files(small_set())
    assert (template.id, template.version, template.level) == ("MAU", "1.0", Level.COMMUNE)
    assert (template.valid_from, template.valid_to) == (date(2025, 7, 1), date(2030, 12, 31))
    assert template.changes.times == Decimal("2.5")


def test_a_row_keeps_everything_its_file_says() -> None:
    rows = read_files(small_set()).indicators
    done = rows[IndicatorCode("PL2.1.2")]
    assert (done.stt, done.label, done.unit, done.kind) == ("1.2", "Đã xong", "Nhiệm vụ", Kind.WHOLE)
    assert (done.time, done.rollup, done.italic) == (TimeBehaviour.FLOW, RollUp.SUM, True)
    assert rows[IndicatorCode("PL2.1")].operands == ("PL2.1.2", "PL2.1.1")
    assert rows[IndicatorCode("PL2.1.1")].operands == ("PL2.1.2", "PL2.1.3")
    assert rows[IndicatorCode("PL2.1.3")].starts_as == "not-competent"
    assert rows[IndicatorCode("PL2.2.2")].only_if == OnlyIf(IndicatorCode("PL2.2.1"), Decimal(1))
    assert rows[IndicatorCode("PL2.2.1")].codes == (Decimal(0), Decimal(1))


def test_computed_rows_are_always_worked_out_anew_when_offices_are_added_up() -> None:
    rows = read_files(small_set()).indicators.values()
    assert {row.rollup for row in rows if row.kind.is_computed} == {RollUp.RECOMPUTE}


def test_limits_of_change_have_defaults() -> None:
    files = changed(SETS, "[changes]\ntimes = 2.5\nleast = 20\n", "")
    assert read_files(files).changes.times == 2


def test_text_composed_in_another_way_becomes_the_same_text() -> None:
    assert (
        read_files(changed(ROWS, "Chưa xong", "Chu\u031ba  xong")).indicators[IndicatorCode("PL2.1.3")].label
        == "Chưa xong"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "words"),
    [
        (SETS, 'id = "MAU"', 'id = "mẫu"', "id", "A-Z"),
        (SETS, 'version = "1.0"', 'version = "mới"', "version", "1.0"),
        (SETS, 'version = "1.0"', "version = 1.0", "version", "chữ trong dấu nháy"),
        (SETS, 'name = "Bộ mẫu"', 'name = " "', "name", "phải có chữ"),
        (SETS, "commune", "village", "level", "province, district, commune, department"),
        (SETS, "tham khảo", "nháp", "status", "chính thức"),
        (SETS, "2025-07-01", '"hôm nay"', "valid-from", "ngày như 2021-01-01"),
        (SETS, "2025-07-01", "2025-07-01T00:00:00", "valid-from", "ngày như 2021-01-01"),
        (SETS, "2025-07-01", "0205-07-01", "valid-from", "năm"),
        (SETS, "2030-12-31", "2024-12-31", "valid-to", "trước ngày có hiệu lực"),
        (SETS, "reconstructed = true", "reconstructed = 1", "reconstructed", "true hoặc false"),
        (SETS, 'source = "Đặt ra để kiểm tra."', "", "source", "thiếu"),
        (SETS, "[2]", "[2, 2]", "appendices", "không lặp"),
        (SETS, "[2]", '["2"]', "appendices", "số nguyên"),
        (SETS, 'id = "MAU"', 'id = "MAU"\nmàu = "xanh"', "", "TOML"),
        (SETS, 'id = "MAU"', 'id = "MAU"\ncolour = "xanh"', "colour", "không có trong mẫu"),
        (SETS, "{ky}", "{quy}", "[wording] subject", "{quy}"),
        (SETS, "{ky}", "{ky!r}", "[wording] subject", "{ky}"),
        (SETS, "{ky}", "{ky.year}", "[wording] subject", "{ky.year}"),
        (SETS, "{cap_tren}", "{cap_tren", "[wording] addressees", "ngoặc nhọn"),
        (SETS, '["- Như trên;", "- Lưu: VT."]', "[]", "[wording] recipients", "ít nhất một dòng"),
        (SETS, "BC-UBND", "BC UBND", "[wording] notation", "liền"),
        (SETS, '["CHỦ TỊCH"]', '"CHỦ TỊCH"', "[wording] signing", "danh sách"),
        (SETS, "attached", "attach", "[wording] attach", "không có trong mẫu"),
        (SETS, "times = 2.5", "times = 0.5", "[changes] times", "từ 1"),
        (SETS, "times = 2.5", "times = nan", "[changes] times", "từ 1"),
        (SETS, "least = 20", "least = -1", "[changes] least", "từ 0"),
        (SETS, "least = 20", "least = true", "[changes] least", "số"),
        (OUTLINES, "{tu_ngay}", "{so}", "opening", "{so}"),
        (OUTLINES, '"Trên đây là báo cáo {ky}"', '""', "closing", "phải có chữ"),
        (OUTLINES, '"decimal"]', '"roman"]', "numbering", "upper-roman"),
        (OUTLINES, '["upper-roman"', '["decimal-below"', "numbering", "upper-roman"),
        (OUTLINES, 'id = "I.1"', 'id = "I"', "I id", "đã dùng"),
        (OUTLINES, 'id = "I.1"', 'id = "mục 1"', "mục 1 id", "không đúng dạng"),
        (OUTLINES, "level = 1", "level = 2", "I level", "nhảy"),
        (OUTLINES, "level = 2", "level = 3", "I.1 level", "từ 1 đến 2"),
        (OUTLINES, "{ky_sau}", "{den_ngay}", "I heading", "{den_ngay}"),
        (OUTLINES, 'heading = "Kế hoạch"', "", "I.1 heading", "thiếu"),
        (OUTLINES, 'guidance = "Nêu số nhiệm vụ."', 'note = ""', "I.1 note", "không có trong mẫu"),
        (OUTLINES, 'id = "I.1"\n', "", "[[section]] 2 id", "thiếu"),
        (OUTLINES, 'guidance = "Nêu số nhiệm vụ."', 'table = "tasks"', "I.1 table", "contacts"),
        (ROWS, "number = 2", "number = 3", "number", "phải là 2"),
        (ROWS, '["BIỂU MẪU"]', "[]", "title", "name-lines"),
        (ROWS, "row-count = 8", "row-count = 9", "row-count", "có 8 dòng"),
        (ROWS, '"PL2.1.2"\nstt', '"PL2.1.3"\nstt', "PL2.1.3 key", "đã dùng"),
        (ROWS, 'key = "PL2.2.3"', 'key = "2.2.3"', "2.2.3 key", "không đúng dạng"),
        (ROWS, 'key = "PL2.2.3"', 'key = "PL2.3.3"', "PL2.3.3 key", "thiếu dòng cha PL2.3"),
        (ROWS, 'key = "PL2.2.3"\n', "", "[[row]] 8 key", "thiếu"),
        (ROWS, 'label = "Số phiếu"', 'label = ""', "PL2.2.2 label", "phải có chữ"),
        (ROWS, "Số phiếu", "Số\\u0007phiếu", "PL2.2.2 label", "U+0007"),
        (ROWS, "Số phiếu", "x" * 1001, "PL2.2.2 label", "1000"),
        (ROWS, '"2.2"\nlabel = "Số phiếu"', '"2.1"\nlabel = "Có khảo sát"', "PL2.2.1 label", "trùng"),
        (ROWS, 'unit = "Phiếu"\n', "", "PL2.2.2 unit", "phải có"),
        (ROWS, 'kind = "PI"', 'kind = "X"', "PL2.2.3 kind", "N, M, P, S, PI, C, H"),
        (ROWS, 'kind = "H"', 'kind = "H"\ntime = "flow"', "PL2.2 time", "loại H"),
        (ROWS, 'kind = "H"', 'kind = "H"\nunit = "%"', "PL2.2 unit", "loại H"),
        (ROWS, 'time = "flow"\nrollup = "own"\n', 'rollup = "own"\n', "PL2.2.2 time", "phải có"),
        (ROWS, 'rollup = "own"\n', "", "PL2.2.2 rollup", "phải có"),
        (ROWS, 'rollup = "list"', 'rollup = "sum"', "PL2.2.3 rollup", "“sum”"),
        (ROWS, 'rollup = "sum"', 'rollup = "codes"', "PL2.1.2 rollup", "“codes”"),
        (ROWS, "italic = true", 'italic = "1"', "PL2.1.2 italic", "true hoặc false"),
        (ROWS, 'numerator = "PL2.1.2"\n', "", "PL2.1 numerator", "phải có"),
        (ROWS, 'denominator = "PL2.1.1"', 'denominator = "PL2.1.2"', "PL2.1 denominator", "trùng"),
        (ROWS, 'denominator = "PL2.1.1"', 'denominator = "PL2.9"', "PL2.1 denominator", "PL2.9"),
        (ROWS, 'denominator = "PL2.1.1"', 'denominator = "PL2.2"', "PL2.1 denominator", "tiêu đề"),
        (ROWS, 'denominator = "PL2.1.1"', 'denominator = "PL2.2.3"', "PL2.1 denominator", "phần trăm"),
        (ROWS, 'denominator = "PL2.1.1"', 'denominator = "PL2.1"', "PL2.1 denominator", "chính dòng này"),
        (ROWS, 'total-of = ["PL2.1.2", "PL2.1.3"]', "", "PL2.1.1 total-of", "phải có"),
        (ROWS, '["PL2.1.2", "PL2.1.3"]', '["PL2.1.2", "PL2.1.2"]', "PL2.1.1 total-of", "hai lần"),
        (ROWS, '"own"\nonly-if', '"own"\ntotal-of = ["PL2.1.2"]\nonly-if', "PL2.2.2 total-of", "loại N"),
        (ROWS, 'usually-at-most = "PL2.1.2"', 'part-of = "PL9.1"', "PL2.1.3 part-of", "PL9.1"),
        (ROWS, 'usually-at-most = "PL2.1.2"', 'same-as = "PL2.2.3"', "PL2.1.3 same-as", "phần trăm"),
        (ROWS, 'usually-at-most = "PL2.1.2"', 'at-least = ["PL2.2.1"]', "PL2.1.3 at-least", "mã"),
        (ROWS, "PL2.2.1=1", "PL2.2.1", "PL2.2.2 only-if", "MÃ=SỐ"),
        (ROWS, "PL2.2.1=1", "PL2.2.1=2", "PL2.2.2 only-if", "không có mã 2"),
        (ROWS, "PL2.2.1=1", "PL2.1=1", "PL2.2.2 only-if", "không phải là dòng nhập"),
        (ROWS, "PL2.2.1=1", "PL2.7=1", "PL2.2.2 only-if", "PL2.7"),
        (ROWS, "codes = [0, 1]\n", "", "PL2.2.1 codes", "phải có"),
        (ROWS, "codes = [0, 1]", "codes = [0, 10]", "PL2.2.1 codes", "từ 0 đến 9"),
        (ROWS, "codes = [0, 1]", "codes = [1, 1]", "PL2.2.1 codes", "không lặp"),
        (ROWS, '"list"\n', '"list"\ncodes = [1]\n', "PL2.2.3 codes", "loại PI"),
        (ROWS, '"not-competent"', '"later"', "PL2.1.3 starts-as", "not-competent"),
        (ROWS, 'stt = "1"', 'stt = "1"\ncolour = "đỏ"', "PL2.1 colour", "không có trong mẫu"),
    ],
)
def test_a_fault_is_refused_with_file_key_and_reason(
    file: str, old: str, new: str, key: str, words: str
) -> None:
    refused = refusal(changed(file, old, new))
    assert (refused.file, refused.key) == (file, key)
    assert words in refused.reason
    assert file in refused.message
    assert words in refused.message


def test_a_total_that_waits_for_itself_is_refused() -> None:
    files = changed(ROWS, '["PL2.1.2", "PL2.1.3"]', '["PL2.1.4"]')
    again = 'key = "PL2.1.4"\nstt="1.4"\nlabel="Vòng"\nunit="Nhiệm vụ"\nkind="S"\ntotal-of=["PL2.1.1"]\n'
    files[ROWS] = files[ROWS].replace(b"row-count = 8", b"row-count = 9") + b"[[row]]\n" + again.encode()
    refused = refusal(files)
    assert refused.key in ("PL2.1.1 total-of", "PL2.1.4 total-of")
    assert "nối vòng" in refused.reason


def test_totals_of_totals_without_end_are_refused() -> None:
    files = small_set()
    text = files[ROWS].decode().replace("row-count = 8", "row-count = 38")
    for place in range(10, 40):
        part = f"PL2.1.{place - 1}" if place > 10 else "PL2.1.2"
        text += (
            f'[[row]]\nkey = "PL2.1.{place}"\nstt = "1.{place}"\nlabel = "Tổng"\nunit = "Nhiệm vụ"\n'
            f'kind = "S"\ntotal-of = ["{part}"]\n'
        )
    files[ROWS] = text.encode()
    assert "quá 20 bậc" in refusal(files).reason


def test_a_heading_that_lost_its_rows_is_refused() -> None:
    files = small_set()
    text = files[ROWS].decode().replace("row-count = 8", "row-count = 5")
    files[ROWS] = text[: text.index('[[row]]\nkey = "PL2.2.1"')].encode()
    refused = refusal(files)
    assert (refused.key, refused.reason) == ("PL2.2 key", "tiêu đề không có dòng nào bên dưới")


def test_a_row_lost_from_a_shipped_set_is_noticed() -> None:
    files = dict(shipped_files()["X25"])
    text = files[ROWS].decode()
    start = text.index('[[row]]\nkey = "PL2.6"')
    files[ROWS] = text[:start].encode()
    refused = refusal(files)
    assert (refused.file, refused.key) == (ROWS, "row-count")


def test_a_row_of_another_appendix_may_not_have_the_same_key() -> None:
    files = changed(SETS, "[2]", "[2, 3]")
    files["phu-luc-3.toml"] = files[ROWS].replace(b"number = 2", b"number = 3")
    refused = refusal(files)
    assert (refused.file, refused.key) == ("phu-luc-3.toml", "PL2.1 key")
    assert ROWS in refused.reason


@pytest.mark.parametrize("file", [SETS, OUTLINES, ROWS])
def test_a_missing_file_is_named(file: str) -> None:
    files = small_set()
    del files[file]
    refused = refusal(files)
    assert refused.file == file
    assert "thiếu tệp này" in refused.reason


@pytest.mark.parametrize("file", ["phu-luc-3.toml", "phu-luc-02.toml", "rows.toml", "../set.toml"])
def test_a_file_the_set_does_not_name_is_refused(file: str) -> None:
    assert refusal({**small_set(), file: b""}).file == file


def test_everything_wrong_with_a_set_is_told_at_once() -> None:
    files = changed(SETS, 'id = "MAU"', 'id = "mẫu"')
    files[OUTLINES] = files[OUTLINES].replace(b"level = 2", b"level = 3")
    files[ROWS] = files[ROWS].replace(b"PL2.2.1=1", b"PL2.7=1").replace(b'kind = "PI"', b'kind = "X"\nab = 1')
    refused = refusal(files)
    assert {(problem.file, problem.key) for problem in refused.problems} == {
        (SETS, "id"),
        (OUTLINES, "I.1 level"),
        (ROWS, "PL2.2.3 kind"),
        (ROWS, "PL2.2.3 ab"),
        (ROWS, "PL2.2.2 only-if"),
    }
    assert "còn 4 lỗi nữa" in refused.message


def test_a_refusal_says_what_to_do() -> None:
    assert "Hãy sửa tệp" in refusal({}).message


@given(st.data())
def test_a_damaged_set_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    files = dict(shipped_files()[data.draw(st.sampled_from(sorted(shipped_files())))])
    name = data.draw(st.sampled_from(sorted(files)))
    content = files[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 200)))
    other = data.draw(st.integers(0, len(content)))
    patch = data.draw(st.one_of(st.binary(max_size=40), st.just(content[other : other + 120])))
    files[name] = content[:start] + patch + content[end:]
    with suppress(TemplateRefused):
        assert read_files(files).id
