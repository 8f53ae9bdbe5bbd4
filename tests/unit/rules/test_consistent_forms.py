"""Forms made at random so that everything in them holds give no finding; no walk breaks a sum."""

from decimal import Decimal
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from cchc_desktop.form.entry import EMPTY, Entry, write_answer
from cchc_desktop.form.form import Form
from cchc_desktop.rules.check import check
from cchc_desktop.rules.completeness import unanswered
from cchc_desktop.rules.finding import Severity
from cchc_desktop.rules.wording import in_words
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.model import Indicator, Kind, Template
from cchc_desktop.values.answer import BLANK, LATER, NOT_ARISEN, NOT_COMPETENT, Absence, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import round_half_up
from cchc_desktop.values.period import Period

_PERIOD = Period.read("2026-Q3")
_SETS = ("D21", "X21", "X25", "T21", "T25")
_PLACES = st.integers(0, 2)


@cache
def _set(name: str) -> Template:
    return shipped().get(name)


@st.composite
def consistent_forms(draw: st.DrawFn) -> Form:
    """A form in which every relation of its set holds, with its totals and ratios stated rightly or not."""
    template = _set(draw(st.sampled_from(_SETS)))
    rows = template.indicators
    numbers: dict[IndicatorCode, Decimal] = {}

    def number(row: Indicator) -> Decimal:
        if row.code not in numbers:
            numbers[row.code] = decided(row)
        return numbers[row.code]

    def decided(row: Indicator) -> Decimal:
        if row.kind is Kind.CODE:
            return draw(st.sampled_from(row.codes))
        if row.kind is Kind.TOTAL:
            return sum((number(rows[part]) for part in row.total_of), Decimal())
        if row.at_least:
            return sum((number(rows[part]) for part in row.at_least), Decimal())
        if row.same_as:
            return number(rows[row.same_as])
        limits = [number(rows[whole]) for whole in (row.part_of, row.usually_at_most) if whole]
        return Decimal(draw(st.integers(0, int(min(limits, default=Decimal(9999))))))

    entries = {}
    for row in rows.values():
        if row.is_asked and not (row.only_if and number(rows[row.only_if.code]) != row.only_if.equals):
            entries[row.code] = Entry(Answer(number(row)), said=str(number(row)))
    form = Form(template, _PERIOD).with_entries(entries)
    stated = draw(st.sets(st.sampled_from([row.code for row in template.computing_order])))
    return form.with_entries({code: _stated(form, rows[code], draw(_PLACES)) for code in stated})


def _stated(form: Form, row: Indicator, places: int) -> Entry:
    answer = form.answer(row.code)
    if row.kind is Kind.RATIO and answer.number is not None:
        answer = Answer(round_half_up(answer.number, places))
    return Entry(answer, said=write_answer(row, answer, places))


@given(consistent_forms())
@settings(max_examples=60)
def test_a_form_in_which_everything_holds_has_no_finding(form: Form) -> None:
    assert [(f.code, in_words(f, form).message) for f in check(form)] == []
    assert [finding.code for finding in unanswered(form)] == []
    assert form.completeness.answered == form.completeness.required


@given(consistent_forms(), st.data())
@settings(max_examples=40)
def test_one_part_made_larger_than_its_whole_is_found(form: Form, data: st.DataObject) -> None:
    parts = [row for row in form.template.indicators.values() if row.part_of and row.kind is Kind.WHOLE]
    part = data.draw(st.sampled_from(parts))
    assert part.part_of
    whole = form.number(part.part_of)
    assert whole is not None
    if any(part.code in row.operands for row in form.template.computing_order if row.code == part.part_of):
        return
    found = check(form.with_entries({part.code: Entry(Answer(whole + 1), said=str(whole + 1))}))
    assert (f"R5-{part.code}", Severity.BLOCK) in [(each.code, each.severity) for each in found]


class Walker(RuleBasedStateMachine):
    """A clerk who enters, clears and undoes at random."""

    def __init__(self) -> None:
        super().__init__()
        self.form = Form(_set("X25"), _PERIOD)
        self.before: list[Form] = []

    @rule(place=st.integers(0, 10**6), content=st.integers(0, 50))
    def enter(self, place: int, content: int) -> None:
        self._put(place, Answer(Decimal(content)))

    @rule(place=st.integers(0, 10**6), answer=st.sampled_from((NOT_ARISEN, NOT_COMPETENT, LATER)))
    def enter_a_state(self, place: int, answer: Answer) -> None:
        self._put(place, answer)

    @rule(place=st.integers(0, 10**6), reason=st.sampled_from(("", "Theo quyết định")))
    def state_a_computed_row(self, place: int, reason: str) -> None:
        computed = self.form.template.computing_order
        code = computed[place % len(computed)].code
        self._go({code: Entry(Answer(Decimal(7)), said="7", reason=reason)})

    @rule()
    @precondition(lambda self: self.form.entries)
    def clear(self) -> None:
        self._go({next(iter(self.form.entries)): EMPTY})

    @rule()
    @precondition(lambda self: self.before)
    def undo(self) -> None:
        self.form = self.before.pop()

    def _put(self, place: int, answer: Answer) -> None:
        asked = [row.code for row in self.form.template.indicators.values() if row.is_asked]
        self._go({asked[place % len(asked)]: Entry(answer)})

    def _go(self, entries: dict[IndicatorCode, Entry]) -> None:
        self.before.append(self.form)
        self.form = self.form.with_entries(entries)

    @invariant()
    def every_computed_row_is_what_its_rows_make_of_it(self) -> None:
        for row in self.form.template.computing_order:
            printed = self.form.answer(row.code)
            if self.form.is_overridden(row.code):
                assert printed == self.form.entry(row.code).answer
            else:
                assert printed == _by_hand(self.form, row)

    @invariant()
    def every_finding_can_be_told(self) -> None:
        for finding in check(self.form):
            words = in_words(finding, self.form)
            assert "{" not in words.message + words.remedy
            assert "  " not in words.message
            assert "“”" not in words.message


def _by_hand(form: Form, row: Indicator) -> Answer:
    """The rule of forms/README.md written down a second time, plainly."""
    answers = [form.answer(code) for code in row.operands]
    if BLANK in answers:
        return BLANK
    if LATER in answers:
        return LATER
    numbers = [answer.number for answer in answers if answer.number is not None]
    states = {answer.content for answer in answers}
    if row.kind is Kind.TOTAL:
        if not numbers:
            return NOT_ARISEN if Absence.NOT_ARISEN in states else NOT_COMPETENT
        return Answer(sum(numbers, Decimal()))
    if Absence.NOT_COMPETENT in states:
        return NOT_COMPETENT
    if Absence.NOT_ARISEN in states or numbers[1] == 0:
        return NOT_ARISEN
    return Answer(numbers[0] * 100 / numbers[1])


TestWalker = Walker.TestCase
TestWalker.settings = settings(max_examples=80, stateful_step_count=40)
