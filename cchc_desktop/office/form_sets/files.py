"""The files of a draft set: its own rows, and of the set it resembles the outline and the fixed wording."""

from collections.abc import Iterator, Mapping

from cchc_desktop.documents.reading.form_tables import TitledTable
from cchc_desktop.template.drafting import Decision, Draft
from cchc_desktop.template.files import OUTLINE_FILE, SET_FILE, appendix_file
from cchc_desktop.template.identity import REFERENCE
from cchc_desktop.template.model import Appendix, Template
from cchc_desktop.template.records import AppendixRecord
from cchc_desktop.template.toml import appendix_toml, table_toml
from cchc_desktop.values.text import normal

_OWN = "-RIENG"
_NOTE = (
    "# Bản nháp đọc từ một biểu mẫu có sẵn: xem lại mọi điều được đề xuất, kiểm tra bằng\n"
    "# “cchc templates check”, rồi đưa vào tệp cơ quan bằng “cchc templates install”.\n\n"
)


def set_files(
    source: str,
    like: Template,
    like_files: Mapping[str, bytes],
    drafts: Mapping[int, Draft],
    titles: Mapping[int, TitledTable],
) -> dict[str, bytes]:
    """Return the files of the draft by name; `source` is the name of the file it was read from."""
    known = {appendix.number: appendix for appendix in like.appendices}
    files = {
        SET_FILE: _set_toml(source, like, sorted(drafts)),
        OUTLINE_FILE: like_files[OUTLINE_FILE],
    }
    for number, draft in sorted(drafts.items()):
        record = _appendix(number, titles.get(number), known.get(number), len(draft.rows))
        files[appendix_file(number)] = appendix_toml(record, draft.rows)
    return files


def general_decisions(like: Template, files: Mapping[str, bytes]) -> Iterator[tuple[str, Decision]]:
    """Yield what is to be decided of every draft: whose set it is, since when, and its outline."""
    yield (
        SET_FILE,
        Decision("id", f"Mã bộ tạm là {_own_id(like)}. Hãy đặt mã, tên bộ và nguồn cho đúng văn bản."),
    )
    yield (
        SET_FILE,
        Decision("valid-from", "Hiệu lực tạm lấy theo bộ gần nhất. Hãy ghi ngày biểu mẫu bắt đầu áp dụng."),
    )
    if OUTLINE_FILE in files:
        yield OUTLINE_FILE, Decision("", f"Đề cương lấy của bộ {like.id}. Hãy sửa nếu đề cương mới khác.")


def _set_toml(source: str, like: Template, numbers: list[int]) -> bytes:
    wording = like.wording
    head: list[tuple[str, object]] = [
        ("id", _own_id(like)),
        ("version", "1.0"),
        ("name", f"Bản nháp đọc từ {normal(source)}"),
        ("level", like.level),
        ("valid-from", like.valid_from),
        ("status", REFERENCE),
        ("reconstructed", True),
        (
            "source",
            f"Đọc từ tệp {normal(source)}; khóa và quan hệ của các dòng quen thuộc lấy từ bộ {like.id}.",
        ),
        ("appendices", numbers),
    ]
    fixed: list[tuple[str, object]] = [
        ("subject", wording.subject),
        ("addressees", wording.addressees),
        ("recipients", wording.recipients),
        ("notation", wording.notation),
        ("signing", wording.signing),
        ("attached", wording.attached),
    ]
    return f"{_NOTE}{table_toml(head)}\n[wording]\n{table_toml(fixed)}".encode()


def _own_id(like: Template) -> str:
    return f"{like.id[:14]}{_OWN}"


def _appendix(number: int, titled: TitledTable | None, known: Appendix | None, rows: int) -> AppendixRecord:
    names = titled.name_lines if titled else ()
    hint = _hint(titled) if titled else ""
    return AppendixRecord(
        number=number,
        title=f"Phụ lục {number}",
        name_lines=names or (known.name_lines if known else (f"BIỂU MẪU THỐNG KÊ SỐ {number}",)),
        label_hint=hint or (known.label_hint if known else ""),
        row_count=rows,
        row=[],
    )


def _hint(titled: TitledTable) -> str:
    """The slanted line in brackets below the heading of the label column."""
    columns = titled.table.columns
    lines = columns.heads[columns.label].split("\n")
    return next((line for line in lines if line.startswith("(")), "")
