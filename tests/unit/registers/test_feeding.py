"""Which figures registers give: by window, by state at the cut-off, and nothing where nothing is kept."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.registers.catalogue import REGISTERS
from cchc_desktop.registers.documents import DOCUMENTS
from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.feeding import Fed, fed, feeding_registers
from cchc_desktop.registers.inspections import INSPECTIONS
from cchc_desktop.registers.schema import Register
from cchc_desktop.registers.surveys import SURVEYS
from cchc_desktop.registers.tasks import TASKS
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain
from cchc_desktop.values.period import Period, Window
from tests.unit.registers.lines import entry, rows_of

Q3 = Period.read("2026-Q3").window
X25 = shipped().get("X25")
DAYS = st.dates(date(2025, 11, 1), date(2027, 1, 31))
TASK_CODES = ("PL2.4.1", "PL2.4.2", "PL2.4.3", "PL2.4.4")


def fed_by(register: Register, *entries: RegisterEntry, window: Window = Q3) -> Mapping[IndicatorCode, Fed]:
    """Return what one register gives."""
    return fed(X25, {register.name: entries}, window)


def figures(register: Register, *entries: RegisterEntry, window: Window = Q3) -> dict[str, str]:
    """Return the figures that one register gives, as plain numbers."""
    return {str(code): plain(each.value) for code, each in fed_by(register, *entries, window=window).items()}


def document(issued: str, *, guides: str = "có", direction: str = "issued") -> RegisterEntry:
    """Return a document."""
    return entry(DOCUMENTS, direction=direction, code="496/CV", issued=issued, guides=guides, subject="Mẫu")


def test_documents_that_guide_are_counted_by_the_day_they_were_issued() -> None:
    counted = [document("15/6/2026"), document("14/9/2026")]
    others = [
        document("14/6/2026"),
        document("15/9/2026"),
        document("1/7/2026", guides="không"),
        document("1/7/2026", guides=""),
        document("1/7/2026", direction="received"),
        document(""),
    ]
    given = fed_by(DOCUMENTS, *counted, *others)
    assert given == {
        IndicatorCode("PL2.1"): Fed(given[IndicatorCode("PL2.1")].value, "documents", tuple(counted))
    }
    assert figures(DOCUMENTS, *counted, *others) == {"PL2.1": "2"}


def test_a_register_that_is_kept_gives_zero_and_one_that_is_not_gives_nothing() -> None:
    assert figures(DOCUMENTS, document("1/1/2025")) == {"PL2.1": "0"}
    assert not figures(DOCUMENTS)
    assert not figures(DOCUMENTS, document("1/7/2026", direction="received"))
    assert not fed(X25, {}, Q3)


def test_tasks_of_the_plan_are_those_of_the_year_and_done_by_the_cut_off() -> None:
    tasks = [
        entry(TASKS, source="plan", task="1", year="2026", done="14/9/2026"),
        entry(TASKS, source="plan", task="2", deadline="1/12/2026", done="15/9/2026"),
        entry(TASKS, source="plan", task="3", deadline="1/3/2026", done="2/3/2026"),
        entry(TASKS, source="plan", task="4", year="2026", assigned="15/9/2026"),
        entry(TASKS, source="plan", task="5", year="2025", done="1/2/2026"),
        entry(TASKS, source="plan", task="6"),
    ]
    assert figures(TASKS, *tasks) == {"PL2.2.1": "3", "PL2.2.2": "2"}


def test_tasks_of_the_superior_are_counted_by_their_state_at_the_cut_off() -> None:
    def task(assigned: str, deadline: str, done: str = "") -> RegisterEntry:
        return entry(TASKS, source="assigned", task="x", assigned=assigned, deadline=deadline, done=done)

    tasks = [
        task("20/6/2026", "30/6/2026", "30/6/2026"),
        task("20/6/2026", "30/6/2026", "1/7/2026"),
        task("20/6/2026", "30/6/2026", "15/9/2026"),
        task("20/6/2026", "30/12/2026"),
        task("1/3/2026", "30/4/2026"),
        task("1/3/2026", "30/4/2026", "1/5/2026"),
        task("15/9/2026", "30/9/2026"),
    ]
    assert figures(TASKS, *tasks) == dict(zip(TASK_CODES, ("5", "1", "1", "2"), strict=True))


def test_a_unit_inspected_twice_is_one_unit_and_its_problems_are_added() -> None:
    def inspection(unit: str, day: str, found: str, resolved: str, on: str = "") -> RegisterEntry:
        return entry(
            INSPECTIONS,
            unit=unit,
            unit_kind="agency",
            inspected=day,
            problems=found,
            resolved=resolved,
            resolved_on=on,
        )

    inspections = [
        inspection("Phòng Văn hóa", "1/7/2026", "3", "2"),
        inspection("Phòng văn hoá", "1/8/2026", "2", "1", "14/9/2026"),
        inspection("Phòng Kinh tế", "1/9/2026", "4", "4", "15/9/2026"),
        inspection("Phòng Tư pháp", "1/2/2026", "9", "9"),
    ]
    assert figures(INSPECTIONS, *inspections) == {"PL2.3.1": "2", "PL2.3.3.1": "9", "PL2.3.3.2": "3"}
    commune = entry(INSPECTIONS, unit="UBND xã Mẫu", unit_kind="commune", inspected="1/7/2026")
    assert figures(INSPECTIONS, commune) == {"PL2.3.2": "1", "PL2.3.3.1": "0", "PL2.3.3.2": "0"}


@pytest.mark.parametrize(
    ("methods", "code"),
    [
        (("online",), "0"),
        (("paper",), "1"),
        (("both",), "2"),
        (("online", "paper"), "2"),
        (("paper",) * 2, "1"),
    ],
)
def test_surveys_say_whether_how_many_and_how(methods: tuple[str, ...], code: str) -> None:
    surveys = [entry(SURVEYS, subject="x", held="1/7/2026", method=each, forms="120") for each in methods]
    expected = {"PL2.5": "1", "PL2.5.1": str(120 * len(methods)), "PL2.5.2": code}
    assert figures(SURVEYS, *surveys) == expected


def test_without_a_survey_in_the_window_nothing_more_is_said_than_that_there_was_none() -> None:
    assert figures(SURVEYS, entry(SURVEYS, held="1/1/2026", forms="9", method="paper")) == {"PL2.5": "0"}


def test_a_set_without_such_rows_is_fed_nothing() -> None:
    assert not fed(shipped().get("S21"), {"documents": [document("1/7/2026")]}, Q3)
    assert not feeding_registers(shipped().get("S21"))


@pytest.mark.parametrize("name", ["D21", "X21", "X25", "T21", "T25"])
def test_every_row_that_can_be_fed_is_one_a_person_answers(name: str) -> None:
    template = shipped().get(name)
    fed_rows = feeding_registers(template)
    assert len(fed_rows) == 14
    assert all(template.indicators[code].is_asked for code in fed_rows)


@given(st.lists(DAYS, max_size=12), DAYS, DAYS)
def test_two_windows_side_by_side_count_each_document_once(days: list[date], one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    documents = [document("1/1/2020"), *(document(day.isoformat()) for day in days)]
    whole = Window(first, last + timedelta(days=9))
    parts = (Window(first, last), Window(last + timedelta(days=1), last + timedelta(days=9)))
    code = IndicatorCode("PL2.1")
    count = fed_by(DOCUMENTS, *documents, window=whole)[code].value
    assert count == sum(fed_by(DOCUMENTS, *documents, window=part)[code].value for part in parts)


@given(st.lists(st.tuples(DAYS, st.none() | DAYS, st.none() | DAYS), min_size=1, max_size=12))
def test_no_task_is_in_two_states_and_all_that_are_done_or_late_were_given(
    tasks: list[tuple[date, date | None, date | None]],
) -> None:
    entries = [
        entry(
            TASKS,
            source="assigned",
            task="x",
            assigned=assigned.isoformat(),
            deadline=deadline.isoformat() if deadline else "",
            done=done.isoformat() if done else "",
        )
        for assigned, deadline, done in tasks
    ]
    given = fed_by(TASKS, *entries)
    whole, *parts = (given[IndicatorCode(code)] for code in TASK_CODES)
    ids = [each.id for part in parts for each in part.entries]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {each.id for each in whole.entries}
    assert whole.value == len(whole.entries)


@given(st.data(), st.tuples(DAYS, DAYS).map(sorted))
def test_whatever_the_registers_hold_every_figure_fits_its_row(data: st.DataObject, ends: list[date]) -> None:
    entries = {
        name: [
            RegisterEntry(f"{register.prefix}{place}", values)
            for place, values in enumerate(data.draw(st.lists(rows_of(register), max_size=4)), start=1)
        ]
        for name, register in REGISTERS.items()
    }
    for code, each in fed(X25, entries, Window(*ends)).items():
        row = X25.indicators[code]
        assert each.value >= 0
        assert each.value == each.value.to_integral_value()
        assert not row.codes or each.value in row.codes
        assert {entry.id for entry in each.entries} <= {entry.id for entry in entries[each.register]}
