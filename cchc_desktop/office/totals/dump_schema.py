"""The tidy tables of `cchc dump`: their columns, what each means, how they hang together (docs/dump.md)."""

from dataclasses import dataclass
from typing import Literal

Type = Literal["string", "integer", "number", "boolean", "date", "datetime"]
"""As Table Schema calls it. Numbers are written exactly, however long; moments are UTC."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column."""

    name: str
    type: Type
    about: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    name: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    references: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()
    """Columns, the table they refer to, and its columns."""
    is_typed_by_people: bool = False
    """Whether its texts are anybody's: in a table of text none of them may act as a formula."""


_SET = (
    Field("set_id", "string", "bộ biểu mẫu"),
    Field("set_version", "string", "phiên bản của bộ"),
)
_OF_OFFICE = (("office",), "offices", ("id",))

OFFICES = Table(
    "offices",
    "Các đơn vị, kể cả đơn vị đã hết hoạt động; dòng “dv0” là chính cơ quan tổng hợp. Không có tên người, "
    "điện thoại, thư điện tử.",
    (
        Field("id", "string", "mã trong danh sách, không bao giờ cấp lại"),
        Field("code", "string", "mã cơ quan", required=False),
        Field("name", "string", "tên đơn vị"),
        Field("level", "string", "cấp: commune, district, province, department"),
        Field("grouping", "string", "nhóm", required=False),
        Field("parent", "string", "mã đơn vị trực thuộc", required=False),
        Field("first", "date", "ngày đầu; trống: từ trước", required=False),
        Field("last", "date", "ngày cuối; trống: đang hoạt động", required=False),
        Field("replaces", "string", "mã các đơn vị đã nhập vào, cách nhau bằng dấu cách", required=False),
    ),
    ("id",),
    is_typed_by_people=True,
)
INDICATORS = Table(
    "indicators",
    "Các dòng của mọi bộ biểu mẫu có trong số liệu.",
    (
        *_SET,
        Field("code", "string", "mã dòng"),
        Field("appendix", "integer", "số phụ lục"),
        Field("stt", "string", "số thứ tự in", required=False),
        Field("label", "string", "tên chỉ tiêu"),
        Field("unit", "string", "đơn vị tính", required=False),
        Field("kind", "string", "loại: N, M, P, S, PI, C, H"),
        Field("time", "string", "flow, stock hoặc cumulative", required=False),
        Field("rollup", "string", "cách tổng hợp", required=False),
        Field("numerator", "string", "tử số của tỷ lệ", required=False),
        Field("denominator", "string", "mẫu số của tỷ lệ", required=False),
    ),
    ("set_id", "set_version", "code"),
    is_typed_by_people=True,
)
PACKAGES = Table(
    "packages",
    "Các tệp báo cáo đã nhận.",
    (
        Field("id", "integer", "số của tệp"),
        Field("office", "string", "đơn vị gửi"),
        Field("period", "string", "kỳ báo cáo, như 2026-Q3"),
        Field("sequence", "integer", "lần gửi"),
        Field("content_hash", "string", "mã băm nội dung"),
        Field("at", "datetime", "lúc đưa vào chương trình"),
        Field("came", "datetime", "lúc nhận được"),
        Field("claimed", "datetime", "lúc gửi do đơn vị ghi", required=False),
        Field("outcome", "string", "accepted, questions hoặc set aside"),
        Field("stage", "string", "received, reviewed, returned, accepted; trống: bản cũ", required=False),
        Field("set_id", "string", "bộ biểu mẫu", required=False),
        Field("set_version", "string", "phiên bản của bộ", required=False),
        Field("answered", "integer", "số dòng đã trả lời", required=False),
        Field("required", "integer", "số dòng phải trả lời", required=False),
    ),
    ("id",),
    (_OF_OFFICE,),
)
ANSWERS = Table(
    "answers",
    "Số liệu của báo cáo đang tính của từng đơn vị và kỳ, một ô một dòng; ô trống không có dòng. Của "
    "“dv0” là số riêng của chính cơ quan.",
    (
        Field("office", "string", "đơn vị"),
        Field("period", "string", "kỳ báo cáo"),
        Field("package", "integer", "tệp đã nhận; trống ở “dv0”", required=False),
        *_SET,
        Field("code", "string", "mã dòng"),
        Field("state", "string", "number, not-arisen, not-competent hoặc later"),
        Field("value", "number", "số, khi state là number", required=False),
    ),
    ("office", "period", "code"),
    (_OF_OFFICE, (("package",), "packages", ("id",))),
)
FINDINGS = Table(
    "findings",
    "Cảnh báo mà đơn vị giữ nguyên kèm giải trình, trong báo cáo đang tính.",
    (
        Field("office", "string", "đơn vị"),
        Field("period", "string", "kỳ báo cáo"),
        Field("package", "integer", "tệp đã nhận; trống ở “dv0”", required=False),
        Field("finding", "string", "mã phát hiện, như R9-PL2.4"),
        Field("reason", "string", "giải trình"),
    ),
    ("office", "period", "finding"),
    (_OF_OFFICE, (("package",), "packages", ("id",))),
    is_typed_by_people=True,
)
TABLES = (OFFICES, INDICATORS, PACKAGES, ANSWERS, FINDINGS)
"""Every table; those that others refer to stand first."""
SELF = "dv0"
"""The id of the office that dumps; offices below count from dv1."""


def package_description(files: dict[str, str], media: str) -> dict[str, object]:
    """Return the Frictionless data package of these files, by table: what `datapackage.json` holds."""
    return {
        "profile": "tabular-data-package" if media == "csv" else "data-package",
        "name": "cchc",
        "title": "Số liệu báo cáo cải cách hành chính",
        "resources": [_resource(table, files[table.name], media) for table in TABLES],
    }


def _resource(table: Table, file: str, media: str) -> dict[str, object]:
    profile = {"profile": "tabular-data-resource", "encoding": "utf-8"} if media == "csv" else {}
    return {
        "name": table.name,
        "path": file,
        "format": media,
        "description": table.about,
        **profile,
        "schema": {
            "fields": [_field(field) for field in table.fields],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": list(own), "reference": {"resource": other, "fields": list(theirs)}}
                for own, other, theirs in table.references
            ],
        },
    }


def _field(field: Field) -> dict[str, object]:
    described: dict[str, object] = {"name": field.name, "type": field.type, "description": field.about}
    if field.required:
        described["constraints"] = {"required": True}
    return described
