"""The kinds beside the report: written and read back, each strictly."""

import base64
import json
from datetime import date
from typing import Any

import msgspec
import pytest

from cchc_desktop.documents.workbook import workbook
from cchc_desktop.exchange.canonical import decode, encode
from cchc_desktop.exchange.messages import (
    Comment,
    ContributionPayload,
    Payload,
    ReceiptPayload,
    RequestPayload,
    ReturnPayload,
    cells_of,
)
from cchc_desktop.exchange.pack import pack
from cchc_desktop.exchange.payload import Organ, TemplateName, Window
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.exchange.unpack import inspect
from tests.unit.exchange.a_file import CELLS, CONTENT, PRIVATE_KEY

HEAD: dict[str, Any] = {
    "OrganId": "H52",
    "OrganName": "UBND tỉnh Mẫu",
    "period": "2026-Q3",
    "sequence": "1",
    "prepared_by": "Người mẫu",
    "text": "Đề nghị gửi đúng hạn.",
}
SET = TemplateName(id="X25", version="1", hash="0" * 64)
DAYS = Window(first=date(2026, 6, 15), last=date(2026, 9, 14))
WARD = Organ(OrganId="H52.1", OrganName="UBND phường Mẫu")
REQUEST = RequestPayload(
    **HEAD,
    level="commune",
    window=DAYS,
    DueDate=date(2026, 9, 16),
    open_findings="warned",
    template=SET,
    files={"set.toml": base64.b64encode(b'id = "X25"\t\r\n').decode()},
)
RETURN = ReturnPayload(
    **HEAD,
    To=WARD,
    content="1" * 64,
    DueDate=None,
    comments=(Comment(cell="PL2.1", section="", quote="", text="Xem lại."),),
)
RECEIPT = ReceiptPayload(
    **HEAD, To=WARD, content="1" * 64, received="2026-09-15T01:02:03+00:00", status="received"
)
CONTRIBUTION = ContributionPayload(
    **HEAD, To="Người góp mẫu", window=DAYS, DueDate=None, template=SET, cells=CELLS
)
EVERY = (REQUEST, RETURN, RECEIPT, CONTRIBUTION)


@pytest.mark.parametrize("payload", EVERY, ids=lambda each: each.kind)
def test_every_kind_is_written_and_read_back_the_same(payload: Payload) -> None:
    read = decode(encode(payload))
    assert read.payload == payload
    assert read.payload.office == "H52"


@pytest.mark.parametrize("payload", EVERY, ids=lambda each: each.kind)
def test_every_kind_travels_signed_in_a_workbook(payload: Payload) -> None:
    found = inspect(pack(workbook(CONTENT), payload, PRIVATE_KEY), {})
    assert (found.kind, found.payload) == (payload.kind, payload)
    assert found.signature.value == "first seen"
    assert found.report is None


@pytest.mark.parametrize("payload", EVERY, ids=lambda each: each.kind)
def test_a_field_nobody_knows_is_refused_in_every_kind(payload: Payload) -> None:
    tree = json.loads(encode(payload)) | {"weather": "blue"}
    with pytest.raises(ExchangeRefused, match="trường lạ"):
        decode(json.dumps(tree, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode())


def test_the_form_set_arrives_byte_for_byte() -> None:
    assert REQUEST.set_files == {"set.toml": b'id = "X25"\t\r\n'}


def test_spoilt_files_of_a_set_are_told_apart_from_whole_ones() -> None:
    spoilt = msgspec.structs.replace(REQUEST, files={"set.toml": "A"})
    with pytest.raises(ValueError, match="no base64"):
        assert spoilt.set_files


def test_only_what_is_asked_has_cells() -> None:
    assert cells_of(CONTRIBUTION) == CELLS
    assert cells_of(REQUEST) == {}
