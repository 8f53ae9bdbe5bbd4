"""Searching, ordering and choosing entries."""

from cchc_desktop.registers.contacts import CONTACTS
from cchc_desktop.registers.documents import DOCUMENTS
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.lists import found, ordered, within
from cchc_desktop.registers.tasks import TASKS
from cchc_desktop.values.period import Period
from tests.unit.registers.lines import entry

WINDOW = Period.read("2026-Q3").window


def names(entries: tuple[RegisterEntry, ...]) -> list[str]:
    """Return whom the entries name."""
    return [each.text("name") for each in entries]


def test_a_search_needs_no_marks_and_wants_every_word_somewhere() -> None:
    people = [
        entry(CONTACTS, name="Đỗ Thị Hòa", unit="Phòng Văn hóa"),
        entry(CONTACTS, name="Trần Văn Ân", unit="Phòng Tư pháp"),
    ]
    for text, hits in (("do hoa", 1), ("HOÀ", 1), ("phong", 2), ("phong tu", 1), ("phong ke", 0), ("", 2)):
        assert len(found(CONTACTS, people, text)) == hits, text
    assert found(CONTACTS, people, people[1].id) == (people[1],)


def test_a_search_looks_at_what_is_shown() -> None:
    document = entry(DOCUMENTS, direction="Đến", issued="09/02/2026")
    assert found(DOCUMENTS, [document], "den 09/02") == (document,)
    assert not found(DOCUMENTS, [document], "received")


def test_words_stand_in_vietnamese_order_and_blank_ones_last() -> None:
    people = [entry(CONTACTS, name=name) for name in ("Ân", "đông", "Ánh", "Bình", "an", "dũng", "")]
    assert names(ordered(CONTACTS, people)) == ["an", "Ánh", "Ân", "Bình", "dũng", "đông", ""]
    assert names(ordered(CONTACTS, people, descending=True))[0] == "đông"
    assert names(ordered(CONTACTS, people, descending=True))[-1] == ""


def test_days_and_numbers_stand_in_their_own_order() -> None:
    days = ("10/1/2026", "9/2/2026", "31/12/2025", "")
    documents = [entry(DOCUMENTS, issued=day, code=f"{place}/CV") for place, day in enumerate(days, 8)]
    assert [each.text("code") for each in ordered(DOCUMENTS, documents)] == ["10/CV", "8/CV", "9/CV", "11/CV"]
    by_code = ordered(DOCUMENTS, documents, "code")
    assert [each.text("code") for each in by_code] == ["8/CV", "9/CV", "10/CV", "11/CV"]


def test_a_window_keeps_what_belongs_to_it_both_ends_included() -> None:
    days = ("14/6/2026", "15/6/2026", "14/9/2026", "15/9/2026", "")
    documents = [entry(DOCUMENTS, issued=day) for day in days]
    assert within(DOCUMENTS, documents, WINDOW) == tuple(documents[1:3])


def test_a_window_keeps_the_tasks_in_hand_and_all_people() -> None:
    tasks = [entry(TASKS, assigned="1/2/2026"), entry(TASKS, assigned="1/2/2026", done="1/3/2026")]
    people = [entry(CONTACTS, name="Mẫu")]
    assert within(TASKS, tasks, WINDOW) == (tasks[0],)
    assert within(CONTACTS, people, WINDOW) == tuple(people)
