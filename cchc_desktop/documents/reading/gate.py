"""The gate before a stranger's .docx is parsed: it passes whole and harmless, or is refused in a sentence."""

import re
from collections.abc import Collection, Iterator, Mapping

from defusedxml.ElementTree import ParseError, fromstring

from cchc_desktop.documents.reading.refusal import ReportUnread
from cchc_desktop.foreign.archive import inflated
from cchc_desktop.foreign.kinds import is_locked_office, is_old_office, kind_in_words
from cchc_desktop.foreign.members import check_members
from cchc_desktop.foreign.refusal import ForeignRefused

LARGEST_FILE = 20 * 1024 * 1024
"""Photographs included; the members' limits are those of `foreign.archive`."""
DOCUMENT = "word/document.xml"
_PICTURES = (".jpeg", ".jpg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".wmf", ".emf", ".svg", ".wdp")
_OPAQUE_ENDINGS = (*_PICTURES, ".odttf", ".fntdata", ".xlsx", ".bin")
"""Pictures, fonts, a chart's numbers, a printer's settings: let through, never parsed."""
_LONGEST_RELATIONS = 1_000_000
"""Bytes; a report with a hundred pictures has a fiftieth of that."""
_OWN_DISK = re.compile(r"(?:file:///)?[A-Za-z]:[\\/].*|[^/\\:]+")
"""Where Word notes its writer's template; a template elsewhere fetches macros."""
_SAVE_AS = "Hãy mở tệp trong Word, chọn “Lưu thành” kiểu Word Document (.docx) rồi đọc lại."
_CHOOSE = "Hãy chọn đúng tệp báo cáo Word (.docx)."


def passed(data: bytes) -> dict[str, bytes]:
    """Return the members of a .docx that may be parsed, or raise `ReportUnread`.

    Refused are: what is no .docx, is damaged, encrypted or too large, holds macros, embedded objects or
    parts of other files (altChunk), fetches anything from elsewhere, or declares a DOCTYPE. A hyperlink and
    the template on the writer's own disk are no fetching: nobody follows them here.
    """
    if len(data) > LARGEST_FILE:
        raise ReportUnread(
            f"Tệp lớn hơn {LARGEST_FILE // (1024 * 1024)} MB nên không được mở. Hãy nén ảnh trong Word "
            "(Picture Format, Compress Pictures) rồi lưu và đọc lại."
        )
    if sentence := _other_file(data):
        raise ReportUnread(sentence)
    try:
        members = inflated(data)
        for sentence in _unfit(members):
            raise ReportUnread(sentence)
        check_members(members, _OPAQUE_ENDINGS)
        for sentence in _relations(members):
            raise ReportUnread(sentence)
    except ForeignRefused as refusal:
        raise ReportUnread(refusal.message) from refusal
    return members


def _other_file(data: bytes) -> str | None:
    if not data:
        return f"Tệp rỗng, không có nội dung. {_CHOOSE}"
    if is_locked_office(data):
        return "Văn bản được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi đọc lại."
    if is_old_office(data):
        return f"Đây là tệp Office kiểu cũ (.doc hoặc .xls), không phải .docx. {_SAVE_AS}"
    if data.startswith(b"PK"):
        return None
    if kind := kind_in_words(data):
        return f"Đây là {kind}, không phải văn bản Word. {_CHOOSE}"
    return f"Tệp không phải là văn bản Word. {_CHOOSE}"


def _unfit(members: Mapping[str, bytes]) -> Iterator[str]:
    """Yield why the package is not read, the kind of file first."""
    types = members.get("[Content_Types].xml", b"")
    yield from _other_package(members, types)
    if any(name.startswith(("word/embeddings/", "word/activeX/")) and _runs(name) for name in members):
        yield f"Văn bản có đối tượng nhúng (OLE) nên không được mở. Hãy đổi đối tượng thành ảnh. {_SAVE_AS}"


def _relations(members: Mapping[str, bytes]) -> Iterator[str]:
    """Yield why the package's relations are not let through; no member has a DOCTYPE by now."""
    for name, content in members.items():
        if not name.endswith(".rels"):
            continue
        if len(content) > _LONGEST_RELATIONS:
            yield f"Thành phần “{name[:60]}” quá lớn nên không được mở. {_SAVE_AS}"
        try:
            relations = list(fromstring(content).iter())
        except ParseError:
            yield f"Thành phần “{name[:60]}” hỏng nên không được mở. {_SAVE_AS}"
            continue
        for relation in relations:
            yield from _relation(
                relation.get("Type", ""), relation.get("Target", ""), relation.get("TargetMode")
            )


def _relation(kind: str, target: str, mode: str | None) -> Iterator[str]:
    name = kind.rpartition("/")[2]
    if name == "aFChunk":
        yield f"Văn bản chèn nguyên một tệp khác (altChunk) nên không được mở. {_SAVE_AS}"
    is_own_template = name == "attachedTemplate" and _OWN_DISK.fullmatch(target)
    if mode not in (None, "Internal") and name != "hyperlink" and not is_own_template:
        yield (
            "Văn bản lấy ảnh, mẫu hoặc dữ liệu từ nơi khác nên không được mở. Hãy mở trong Word, ngắt các "
            "liên kết (File, Info, Edit Links to Files; mẫu ở Developer, Document Template) rồi lưu và đọc "
            "lại."
        )


def _other_package(names: Collection[str], types: bytes) -> Iterator[str]:
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in names):
        yield f"Văn bản có macro (.docm) nên không được mở. {_SAVE_AS}"
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        yield f"Đây là bảng tính Excel, không phải văn bản Word. {_CHOOSE}"
    if "mimetype" in names:
        yield f"Đây là tệp OpenDocument, không phải .docx. {_SAVE_AS}"
    if DOCUMENT not in names or b"wordprocessingml" not in types:
        yield f"Tệp nén không chứa văn bản Word. Nếu là tệp .zip, hãy giải nén trước. {_CHOOSE}"


def _runs(name: str) -> bool:
    """Whether an embedded part can be anything but the numbers behind a chart."""
    return not name.lower().endswith((".xlsx", ".rels"))
