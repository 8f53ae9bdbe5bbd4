"""The journal, played from its beginning, tells the state."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from cchc_desktop.form.annex import Annex, Photo
from cchc_desktop.form.cover import Cover
from cchc_desktop.form.entry import Entry
from cchc_desktop.narrative.arranging import Part
from cchc_desktop.narrative.state import SectionState
from cchc_desktop.registers.entry import RegisterEntry, Values
from cchc_desktop.rollup.offices import OfficeBelow
from cchc_desktop.rollup.special_case import SpecialCase
from cchc_desktop.storage.annexes import save_annexes
from cchc_desktop.storage.covers import save_cover
from cchc_desktop.storage.identity import remember_key
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.justifications import save_kept
from cchc_desktop.storage.offices_below import save_offices
from cchc_desktop.storage.outlines import save_arrangement
from cchc_desktop.storage.own_figures import save_own_figures
from cchc_desktop.storage.prose import save_prose, save_state
from cchc_desktop.storage.registers import save_register_entries
from cchc_desktop.storage.replay import NARROW, WIDE, disagreements, held
from cchc_desktop.storage.reports import update_head
from cchc_desktop.storage.settings import save_settings
from cchc_desktop.storage.special_cases import save_special_case
from cchc_desktop.template.model import Level
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.source import Source
from tests.unit.storage.an_office import HEAD, NOW, PERIOD, A, B, C, make_office, number, opened, put
from tests.unit.storage.entries import ENTRIES

STEPS = st.lists(st.dictionaries(st.sampled_from([A, B, C]), ENTRIES, min_size=1), max_size=6)


@settings(max_examples=25)
@given(STEPS)
def test_whatever_was_typed_the_journal_tells_what_stands(steps: list[dict[IndicatorCode, Entry]]) -> None:
    with TemporaryDirectory() as folder:
        make_office(Path(folder) / "phường.cchc")
        with opened(Path(folder) / "phường.cchc") as db:
            for step in steps:
                put(db, step)
            assert disagreements(db) == ()


def fill(db: Database) -> None:
    """Let something stand in every kind of place, and once something be taken away again."""
    put(db, {A: number("6"), B: number("7")})
    put(db, {B: Entry()})
    for text in ("một", "hai"):
        save_prose(db, PERIOD, "I.1", text, who="Mẫu", source=Source.TYPED, now=NOW)
    save_state(db, PERIOD, "I.1", SectionState.DONE, who="Mẫu", now=NOW)
    for arrangement in ((), (Part("I.1", "Tên khác", is_hidden=True), Part("them-1", "Mục thêm", 2))):
        save_arrangement(db, PERIOD, arrangement, Origin("Mẫu", NOW))
    for annex in (Annex("Ảnh", photos=(Photo("0" * 64, "Ngày hội"),), place=1), None):
        save_annexes(
            db, PERIOD, {"pl1": annex, "pl2": Annex("Danh sách", "- một", place=2)}, Origin("Mẫu", NOW)
        )
    save_kept(db, PERIOD, {"R9-PL2.4": "vì thế", "R1-PL2.2": "vì thế"}, who="Mẫu", now=NOW)
    save_kept(db, PERIOD, {"R1-PL2.2": ""}, who="Mẫu", now=NOW)
    save_settings(db, {"decimals": "1"}, who="Mẫu", now=NOW)
    lines: tuple[Values, ...] = ({"title": "một cửa", "proposed": date(2026, 9, 1)}, {"title": "hai cửa"}, {})
    for values in lines:
        save_register_entries(db, {"sk1": RegisterEntry("sk1", values)}, Origin("Mẫu", NOW))
    save_register_entries(db, {"sk2": RegisterEntry("sk2", {"title": "ba cửa"})}, Origin("Mẫu", NOW))
    save_cover(db, PERIOD, Cover(place="Mẫu", signer="Người Mẫu"), who="Mẫu", now=NOW)
    for office in (
        OfficeBelow("dv1", "", "Xã A", Level.COMMUNE),
        OfficeBelow("dv1", "H57.1", "Xã B", Level.COMMUNE),
    ):
        save_offices(db, {"dv1": office}, Origin("Mẫu", NOW))
    save_special_case(db, SpecialCase("dv1", PERIOD, deadline=date(2026, 9, 20)), Origin("Mẫu", NOW))
    save_own_figures(db, PERIOD, {A: Answer(Decimal(3)), B: BLANK}, Origin("Mẫu", NOW))
    remember_key(db, "H57", b"\x01" * 32, who="Mẫu", now=NOW)
    update_head(db, HEAD, who="Mẫu", now=NOW)


def test_every_kind_of_place_is_told_of(db: Database) -> None:
    fill(db)
    assert disagreements(db) == ()
    assert {subject for _, subject, _ in held(db)} == {subject.value for subject in (*WIDE, *NARROW)}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("UPDATE answer SET value = '9' WHERE code = 'PL2.1'", (str(PERIOD), "answer", "PL2.1")),
        ("UPDATE answer SET value = '9x'", (str(PERIOD), "answer", "PL2.1")),
        ("DELETE FROM answer", (str(PERIOD), "answer", "PL2.1")),
        ("INSERT INTO prose VALUES ('2026-Q3', 'II', 'thêm')", (str(PERIOD), "prose", "II")),
        ("UPDATE report SET number = '99'", (str(PERIOD), "report", "number")),
        ("UPDATE profile SET signer = 'ai đó'", ("", "profile", "signer")),
        ("UPDATE setting SET value = '2'", ("", "setting", "decimals")),
        ("DELETE FROM kept_finding", (str(PERIOD), "kept-finding", "R9-PL2.4")),
        ("UPDATE known_key SET key = x'00'", ("", "known-key", "H57")),
    ],
)
def test_what_was_changed_behind_the_journals_back_is_found(
    db: Database, change: str, place: tuple[str, str, str]
) -> None:
    fill(db)
    db.execute(change)
    assert disagreements(db) == (place,)
