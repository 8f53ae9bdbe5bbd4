"""Models under Qt's own tester, and what they say to people who do not see colours."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester

from cchc_desktop.office.report import OpenReport
from cchc_desktop.rules.finding import Severity
from cchc_desktop.values.codes import IndicatorCode
from ui import look
from ui.desk import Desk
from ui.models.columns import Column
from ui.models.findings_model import FindingsModel
from ui.models.form_model import FormModel

Role = Qt.ItemDataRole
CheckModel = Callable[[QAbstractItemModel], None]


@pytest.fixture
def check_model(qtmodeltester: ModelTester) -> CheckModel:
    """Qt's rules for models, as pytest-qt checks them."""
    return qtmodeltester.check


def figure(form: FormModel, code: str, role: Role) -> object:
    place = form.place_of(IndicatorCode(code))
    assert place is not None
    return form.index(place, Column.FIGURE).data(role)


def filled(desk: Desk) -> None:
    """Parts that leave 17 tasks over, and a ratio stated wrongly."""
    for code, text in (("PL2.4.1", "61"), ("PL2.4.2", "41"), ("PL2.4.3", "3"), ("PL2.4.4", "0")):
        desk.figures.enter(code, text)
    desk.figures.enter("PL2.2.1", "28")
    desk.figures.enter("PL2.2.2", "20")
    desk.figures.override("PL2.2", "100", "")


def test_the_form_model_keeps_qts_rules(check_model: CheckModel, desk: Desk, report: OpenReport) -> None:
    filled(desk)
    for appendix in report.template.appendices:
        check_model(FormModel(report, appendix))


def test_the_findings_model_keeps_qts_rules(check_model: CheckModel, desk: Desk, report: OpenReport) -> None:
    filled(desk)
    model = FindingsModel()
    model.show(report)
    assert model.rowCount()
    check_model(model)


def test_findings_stand_in_groups_with_the_heaviest_first(desk: Desk, report: OpenReport) -> None:
    filled(desk)
    desk.figures.enter("PL2.3.3.1", "2")
    desk.figures.enter("PL2.3.3.2", "3")
    model = FindingsModel()
    model.show(report)
    headings = [str(model.index(row, 0).data()) for row in model.headings]
    assert headings == ["Phải sửa · Phụ lục 2 (1)", "Cần xem · Phụ lục 2 (2)"]
    desk.keep("R9-PL2.4.1", "Chưa đến hạn")
    model.show(report)
    assert str(model.index(model.headings[-1], 0).data()) == "Đã giải trình · Phụ lục 2 (1)"
    assert model.open_count == 2


def test_an_empty_cell_has_a_word_for_those_who_listen(report: OpenReport) -> None:
    form = FormModel(report, report.template.appendices[0])
    assert figure(form, "PL2.1", Role.AccessibleTextRole) == "trống"
    assert "Chưa trả lời" in str(figure(form, "PL2.1", Role.AccessibleDescriptionRole))


def test_every_cell_of_a_finding_is_marked_by_sign_ground_and_words(desk: Desk, report: OpenReport) -> None:
    filled(desk)
    form = FormModel(report, report.template.appendices[0])
    for code in ("PL2.4.1", "PL2.4.2", "PL2.4.3", "PL2.4.4"):
        assert figure(form, code, Role.DecorationRole) is not None
        assert figure(form, code, Role.BackgroundRole) == look.tint_of(Severity.WARN)
        assert "R9-PL2.4.1" in str(figure(form, code, Role.AccessibleDescriptionRole))
    assert figure(form, "PL2.1", Role.DecorationRole) is None


@pytest.mark.usefixtures("qapp")
def test_the_signs_differ_in_shape_not_in_colour_alone() -> None:
    shapes = set()
    for severity in Severity:
        image = look.sign_of(severity).pixmap(16, 16).toImage()
        size = range(image.width())
        shapes.add(tuple(image.pixelColor(x, y).alpha() > 127 for y in size for x in size))
    assert len(shapes) == 3


def test_a_change_is_told_for_its_row_and_never_resets_the_model(desk: Desk, report: OpenReport) -> None:
    form = FormModel(report, report.template.appendices[0])
    resets: list[int] = []
    rows: set[int] = set()
    form.modelReset.connect(lambda: resets.append(1))
    form.dataChanged.connect(lambda first, _last: rows.add(first.row()))
    desk.changed.connect(form.refresh)
    desk.figures.enter("PL2.2.1", "28")
    desk.figures.enter("PL2.2.2", "20")
    told = {form.row_at(form.index(row, 0)).code for row in rows}
    assert told == {"PL2.2", "PL2.2.1", "PL2.2.2"}
    assert resets == []


def test_a_large_number_is_edited_in_a_writing_that_reads_one_way(desk: Desk, report: OpenReport) -> None:
    money = next(row for row in report.template.indicators.values() if row.kind.value == "M")
    desk.figures.enter(money.code, "30162")
    form = FormModel(report, report.template.appendix_of(money.code))
    assert figure(form, money.code, Role.DisplayRole) == "30.162"
    assert figure(form, money.code, Role.EditRole) == "30162"


def test_leaving_a_cell_as_it_was_asks_for_nothing(desk: Desk, report: OpenReport) -> None:
    desk.figures.enter("PL2.1", "8")
    form = FormModel(report, report.template.appendices[0])
    wishes: list[str] = []
    form.entered.connect(lambda code, _text: wishes.append(code))
    form.setData(form.index(0, Column.FIGURE), "8")
    assert wishes == []
    form.setData(form.index(0, Column.FIGURE), "9")
    assert wishes == ["PL2.1"]
