"""Spoiled files, many of them, the same ones each time: a refusal or an inspection, never anything else."""

import random
from contextlib import suppress

import pytest

from cchc_desktop.exchange import carriers, unpack
from cchc_desktop.exchange.inspection import Trust
from cchc_desktop.exchange.pack import CUSTOM_PART, HIDDEN_SHEET
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.exchange.statement import Sealed
from tests.unit.exchange.a_file import a_file, members_of, package, with_member

GOOD = a_file()
MEMBERS = members_of(GOOD)
SPANS = ((0, 400), (len(GOOD) - 1_500, len(GOOD)), (0, len(GOOD)))
"""The first local headers, the directory, anywhere."""


POSSIBLE = {"refused", *(part.value for part in carriers.MachinePart)}


@pytest.fixture(autouse=True)
def _unread_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the reading of changed sheets: whatever that raises stays in its child (test_sheets)."""
    monkeypatch.setattr(unpack, "rows_of", lambda _: ())


def outcome(data: bytes) -> str:
    try:
        return unpack.inspect(data, {}).machine_part.value
    except ExchangeRefused as refused:
        return "refused" if refused.message.endswith(".") else "refused without a sentence"


def spoiled(data: bytes, chance: random.Random, start: int, end: int) -> bytes:
    """Return the bytes with a few of them changed, cut out or doubled between two places."""
    at = chance.randrange(start, end)
    match chance.randrange(4):
        case 0:
            return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        case 1:
            return data[:at] + chance.randbytes(chance.randint(1, 4)) + data[at + 4 :]
        case 2:
            return data[:at] + data[at + chance.randint(1, 40) :]
        case _:
            return data[:at] + data[at - 10 : at] + data[at:]


@pytest.mark.parametrize("span", SPANS, ids=["local headers", "directory", "anywhere"])
def test_a_file_spoiled_on_the_way_is_refused_or_inspected(span: tuple[int, int]) -> None:
    chance = random.Random(2026)
    outcomes = [outcome(spoiled(GOOD, chance, *span)) for _ in range(400)]
    assert outcomes.count("refused") > 200
    assert set(outcomes) <= POSSIBLE


@pytest.mark.parametrize("name", [CUSTOM_PART, HIDDEN_SHEET, "xl/workbook.xml", "[Content_Types].xml"])
def test_a_member_spoiled_before_it_was_zipped_is_refused_or_inspected(name: str) -> None:
    chance = random.Random(name)
    member = MEMBERS[name]
    outcomes = {outcome(with_member(GOOD, name, spoiled(member, chance, 0, len(member)))) for _ in range(100)}
    assert outcomes <= POSSIBLE - {"none"}


def test_a_statement_spoiled_in_both_carriers_is_refused_or_its_signature_is_bad() -> None:
    chance = random.Random(30)
    _, sealed = carriers.found(MEMBERS)
    assert sealed
    for _ in range(300):
        statement = spoiled(sealed.statement, chance, 0, len(sealed.statement))
        if statement == sealed.statement:
            continue
        forged = Sealed(statement, sealed.signature)
        data = package({**MEMBERS, HIDDEN_SHEET: carriers.hidden_sheet(forged), CUSTOM_PART: b"<lost/>"})
        with suppress(ExchangeRefused):
            assert unpack.inspect(data, {}).signature is Trust.BAD
