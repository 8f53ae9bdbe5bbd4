"""What the printed sheets answer, and where that is not what the payload says."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context

from cchc_desktop.exchange.figures import Unclear, read_figure
from cchc_desktop.exchange.inspection import Certainty, Difference, Doubt, Question, SheetCell
from cchc_desktop.exchange.payload import Cell, ReportPayload
from cchc_desktop.exchange.reading_child import ReadRow
from cchc_desktop.exchange.rows import FoundRow, found_rows
from cchc_desktop.template.model import Indicator, Kind
from cchc_desktop.values.answer import BLANK, Answer
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.number import plain
from cchc_desktop.values.text import likeness

_AS_SPREADSHEETS_KEEP = Context(prec=15)
_RANKS = tuple(Certainty)


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """Answers by key, and what only a person can decide."""

    cells: Mapping[str, SheetCell]
    questions: tuple[Question, ...]


def answers_in(rows: Sequence[ReadRow], indicators: Mapping[IndicatorCode, Indicator]) -> SheetAnswers:
    """Return what the rows answer for these indicators; headings answer nothing."""
    claims: dict[IndicatorCode, list[FoundRow]] = defaultdict(list)
    questions: list[Question] = []
    for row in found_rows(rows, indicators):
        if row.indicator:
            claims[row.indicator.code].append(row)
        elif row.figure:
            questions.append(Question(Doubt.UNKNOWN_ROW, "", row.place, row.figure.text))
    cells: dict[str, SheetCell] = {}
    for key, claiming in claims.items():
        if indicators[key].kind is not Kind.HEADING:
            found = _answer(indicators[key], claiming)
            if isinstance(found, SheetCell):
                cells[key] = found
            else:
                questions.append(found)
    return SheetAnswers(cells, tuple(questions))


def differences(cells: Mapping[str, Cell], answers: SheetAnswers) -> Iterator[Difference]:
    """Yield every cell whose sheet does not say what the payload's cell says."""
    asked = {question.cell: question.text for question in answers.questions if question.cell}
    for key in dict.fromkeys((*cells, *answers.cells, *asked)):
        sent = _sent(cells.get(key))
        found = answers.cells.get(key)
        if key in asked:
            yield Difference(key, _written(sent), asked[key])
        elif found is None:
            if not sent.is_blank:
                yield Difference(key, _written(sent), None)
        elif not _same(sent, found.answer):
            yield Difference(key, _written(sent), _written(found.answer))


def changed_notes(payload: ReportPayload, answers: SheetAnswers) -> Iterator[str]:
    """Yield the keys of cells beside which Ghi chú says on the sheet what the payload does not.

    The sheet has the row's note; by the sender's choice also why a figure or a finding stands.
    """
    for key, found in answers.cells.items():
        if cell := payload.cells.get(key):
            kept = [each.reason for each in payload.kept if each.code.endswith(f"-{key}")]
            reason = [cell.reason] if cell.overridden else []
            printed = ((cell.note, *some, *more) for some in ((), reason) for more in ((), kept))
            if likeness(found.note) not in {likeness("".join(dict.fromkeys(each))) for each in printed}:
                yield key


def _answer(indicator: Indicator, claiming: Sequence[FoundRow]) -> SheetCell | Question:
    """Return the answer of the surest row; two equally sure ones are a question."""
    surest = min((row.certainty for row in claiming), key=_RANKS.index)
    first, *others = (row for row in claiming if row.certainty is surest)
    text = first.figure.text if first.figure else ""
    if others:
        return Question(Doubt.TWICE, indicator.code, f"{first.place}; {others[0].place}", text)
    read = read_figure(first.figure, indicator)
    if isinstance(read, Unclear):
        return Question(read.doubt, indicator.code, first.place, text, read.readings)
    return SheetCell(read, first.place, surest, first.note)


def _sent(cell: Cell | None) -> Answer:
    return cell.answer if cell else BLANK


def _same(sent: Answer, found: Answer) -> bool:
    if sent.number is None or found.number is None:
        return sent == found
    keep = _AS_SPREADSHEETS_KEEP.plus
    return keep(sent.number) == keep(found.number)


def _written(answer: Answer) -> str:
    return answer.state if answer.number is None else plain(answer.number)
