"""The prose of a report."""

from sqlite_utils import Database

from cchc_desktop.storage.journal import Subject, history
from cchc_desktop.storage.prose import load_prose, save_prose
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
