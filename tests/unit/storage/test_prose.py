"""The prose of a report."""

from sqlite_utils import Database

from cchc_desktop.narrative.state import SectionState
from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.prose import load_prose, load_states, save_prose, save_state
from cchc_desktop.storage.replay import disagreements
from cchc_desktop.values.source import Source
from tests.unit.storage.an_office import NOW, PERIOD

SECTION = "II.2.a"


def write_prose(db: Database, text: str) -> bool:
    return save_prose(db, PERIOD, SECTION, text, who="Mẫu", source=Source.TYPED, now=NOW)


def test_prose_is_kept_line_by_line_and_an_empty_text_takes_it_away(db: Database) -> None:
    assert write_prose(db, "Dòng một\n\n  dòng hai ")
    assert load_prose(db, PERIOD) == {SECTION: "Dòng một\n\n  dòng hai "}
    assert not write_prose(db, "Dòng một\n\n  dòng hai ")
    assert write_prose(db, "")
    assert load_prose(db, PERIOD) == {}
    assert len(history(db, PERIOD, SECTION, Subject.PROSE)) == 2


def test_a_proposed_section_is_marked_until_somebody_writes_in_it(db: Database) -> None:
    proposed = SectionState.CARRIED_OVER
    assert save_prose(
        db, PERIOD, SECTION, "Câu cũ", who="Mẫu", source=Source.PROPOSED, now=NOW, state=proposed
    )
    assert load_states(db, PERIOD) == {SECTION: SectionState.CARRIED_OVER}
    assert write_prose(db, "Câu mới")
    assert load_states(db, PERIOD) == {SECTION: SectionState.EDITED}


def test_a_section_can_be_done_without_a_word_and_opened_again(db: Database) -> None:
    assert save_state(db, PERIOD, SECTION, SectionState.DONE, who="Mẫu", now=NOW)
    assert not save_state(db, PERIOD, SECTION, SectionState.DONE, who="Mẫu", now=NOW)
    assert load_states(db, PERIOD) == {SECTION: SectionState.DONE}
    assert save_state(db, PERIOD, SECTION, SectionState.EMPTY, who="Mẫu", now=NOW)
    assert load_states(db, PERIOD) == {}
    assert disagreements(db) == ()
