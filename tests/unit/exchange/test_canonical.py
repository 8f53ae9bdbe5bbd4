"""The payload's one writing, and what is refused instead of it."""

import json
import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.exchange.canonical import Decoded, content_digest, decode, digest_of_written, encode
from cchc_desktop.exchange.payload import Cell, ReportPayload, Supersedes
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.values.answer import NOT_ARISEN
from tests.unit.exchange.a_file import CELLS, a_cell, a_payload

RAW = encode(a_payload())
KEYS = st.from_regex(r"[A-Z]{2}[0-9](\.[0-9A-Z]{1,2}){1,3}", fullmatch=True)
NUMBERS = st.from_regex(r"(0|[1-9][0-9]{0,14})(\.[0-9]{0,3}[1-9])?", fullmatch=True)
WILD = st.text(max_size=40) | st.sampled_from(
    ["=1+1", "+84", "-", "@a", "\ta", "\ra", "\x00\x1f", "\ufffe", "e\u0301", "]]>&"]
)
FILLED = st.builds(lambda value, note: a_cell(value, note=note), st.none() | NUMBERS, WILD)


def changed(**fields: object) -> bytes:
    """Return the payload with fields of its tree put in, written as ours would be."""
    return written({**json.loads(RAW), **fields})


def read_report(read: Decoded) -> ReportPayload:
    """Return the payload that was read, which is a report's."""
    assert isinstance(read.payload, ReportPayload)
    return read.payload


def written(tree: object) -> bytes:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


@given(st.dictionaries(KEYS, FILLED, max_size=8), WILD)
def test_what_is_written_is_read_back_and_written_the_same(cells: dict[str, Cell], text: str) -> None:
    raw = encode(a_payload(cells, text))
    read = decode(raw)
    assert not read.later
    assert encode(read.payload) == raw
    assert {key: cell.answer for key, cell in read_report(read).cells.items()} == {
        key: cell.answer for key, cell in cells.items()
    }


@given(WILD)
def test_text_travels_composed_and_without_what_xml_or_a_spreadsheet_would_change(text: str) -> None:
    sent = read_report(decode(encode(a_payload(text=text)))).prose[0].text
    assert unicodedata.is_normalized("NFC", sent)
    assert not set(sent) & {"\t", "\r", "\0", "\ufffe", "\uffff"}


def test_the_writing_has_sorted_keys_no_spaces_and_numbers_as_strings() -> None:
    assert written(json.loads(RAW)) == RAW
    assert not any(type(leaf) in (int, float) for leaf in leaves(json.loads(RAW)))


def leaves(tree: object) -> list[object]:
    if isinstance(tree, dict | list):
        inner = tree.values() if isinstance(tree, dict) else tree
        return [leaf for part in inner for leaf in leaves(part)]
    return [tree]


def test_what_a_later_minor_version_added_is_kept_in_its_places() -> None:
    tree = json.loads(RAW)
    tree |= {"format": "1.7", "weather": {"sky": ["blue"]}}
    tree["cells"]["PL2.1"]["unit"] = "văn bản"
    tree["prose"][0]["author"] = None
    read = decode(written(tree))
    assert read_report(read).cells == CELLS
    assert dict(read.later) == {
        ("weather",): {"sky": ["blue"]},
        ("cells", "PL2.1", "unit"): "văn bản",
        ("prose", 0, "author"): None,
    }
    assert encode(read.payload, read.later) == written(tree)


def test_what_was_added_to_a_part_goes_with_the_part() -> None:
    tree = json.loads(RAW)
    tree["format"] = "1.7"
    tree["cells"]["PL2.1"]["unit"] = "văn bản"
    read = decode(written(tree))
    bare = msgspec.structs.replace(read_report(read), cells={})
    assert b"unit" not in encode(bare, read.later)


@pytest.mark.parametrize("newer", ["2.0", "12.3"])
def test_a_newer_major_version_is_refused_as_newer_whatever_it_holds(newer: str) -> None:
    with pytest.raises(ExchangeRefused, match="phiên bản mới hơn"):
        decode(written({"format": newer, "kind": "report", "all": "else"}))


@pytest.mark.parametrize("kind", ["poem", "weather"])
def test_a_kind_a_later_version_brings_is_refused_as_newer(kind: str) -> None:
    with pytest.raises(ExchangeRefused, match="phiên bản mới hơn"):
        decode(changed(format="1.1", kind=kind))


def test_a_report_that_calls_itself_another_kind_is_refused() -> None:
    with pytest.raises(ExchangeRefused, match="không đúng định dạng"):
        decode(changed(kind="request"))


@pytest.mark.parametrize(
    "spoiled",
    [
        changed(weather="blue"),
        changed(kind="poem"),
        changed(format="0.9"),
        changed(format="one"),
        changed(sequence=1),
        changed(sequence="0"),
        changed(period="2026-Q5"),
        changed(IssuedDate="14/9/2026"),
        changed(OrganName=""),
        changed(prose="text"),
        changed(cells={"PL2.1": {"state": "number", "value": "6"}}),
        changed(cells={"PL2.1": msgspec.to_builtins(a_cell("1e9"))}),
        changed(cells={"PL2.1": msgspec.to_builtins(a_cell("01"))}),
        changed(cells={"PL2.1": msgspec.to_builtins(a_cell("1.50"))}),
        changed(cells={"PL2.1": msgspec.to_builtins(a_cell("6")) | {"state": "blank"}}),
        changed(cells={"../x": msgspec.to_builtins(a_cell("6"))}),
        changed(prepared_by="tab\there"),
        changed(prepared_by="return\rhere"),
        changed(prepared_by="bell\ahere"),
        changed(prepared_by="e\u0301"),
        changed(prepared_by="\ufffe"),
        RAW.replace(b'"kind"', b' "kind"'),
        RAW.replace(b'"kind":"report"', b'"kind":"report","kind":"report"'),
        RAW.replace(b"UBND", b"\\u0055BND"),
        RAW.replace(b"UBND", b"\xff"),
        RAW.replace(b"UBND", b"\\ud800"),
        RAW[:-1],
        RAW + b" ",
        b"",
        b"[" * 100_000,
        b'{"format":"1.0","kind":"report","cells":' + b'{"a":' * 100_000,
        b"null",
    ],
)
def test_anything_but_the_canonical_writing_is_refused_in_a_sentence(spoiled: bytes) -> None:
    with pytest.raises(ExchangeRefused, match=r"^[A-ZĐ].*\.$"):
        decode(spoiled)


def test_a_backslash_and_a_t_are_no_tab() -> None:
    assert read_report(decode(encode(a_payload(text="C:\\tmp\\report")))).prose[0].text == "C:\\tmp\\report"


def test_the_sentence_names_the_field_that_is_wrong() -> None:
    with pytest.raises(ExchangeRefused, match="“window.from”"):
        decode(changed(window={"from": "yesterday", "to": "2026-09-14"}))


def test_the_content_digest_ignores_the_sequence_and_nothing_else() -> None:
    payload = a_payload()
    later: ReportPayload = msgspec.structs.replace(payload, sequence="2")
    other: ReportPayload = msgspec.structs.replace(payload, prepared_by="Người khác")
    assert content_digest(later) == content_digest(payload) != content_digest(other)


def test_a_cell_says_its_answer() -> None:
    assert a_cell(None).answer == NOT_ARISEN


@pytest.mark.parametrize("sequence", ["1", "12"])
def test_the_digest_read_off_the_writing_is_the_contents_own(sequence: str) -> None:
    again = Supersedes(sequence="1", content="0" * 64, reason="Sửa", cells=("PL2.1",), sections=())
    for payload in (
        msgspec.structs.replace(a_payload(), sequence=sequence),
        msgspec.structs.replace(a_payload(text='"sequence":"12"'), sequence=sequence),
        msgspec.structs.replace(a_payload(), sequence=sequence, supersedes=again),
    ):
        assert digest_of_written(encode(payload), payload) == content_digest(payload)
    assert content_digest(msgspec.structs.replace(a_payload(), supersedes=again)) == content_digest(
        a_payload()
    )
