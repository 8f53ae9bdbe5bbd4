"""Sentences from figures: the form that fits, with figures that stay live."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_desktop.form.form import Form
from cchc_desktop.narrative.counts import NO_COUNTS, Counts
from cchc_desktop.narrative.rendering import plain_text, rendered
from cchc_desktop.narrative.speaking import Writing
from cchc_desktop.narrative.suggesting import suggestions
from cchc_desktop.template.catalogue import shipped
from cchc_desktop.template.counts import COUNTS
from cchc_desktop.template.model import Sentence
from cchc_desktop.values.answer import Absence
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.period import Period
from tests.unit.narrative.a_form import a_form

SENTENCE = Sentence(
    section="I.1",
    about=IndicatorCode("PL2.1"),
    usual="thường {PL2.1}",
    zero="không",
    not_arisen="không phát sinh",
    up="tăng",
    down="giảm",
    equal="bằng",
)
LISTING = replace(
    SENTENCE,
    usual="gồm {liet_ke}.",
    zero="",
    up="",
    down="",
    parts=("{PL2.4.2} đúng hạn", "{PL2.4.3} quá hạn", "{PL2.4.1 - PL2.4.2 - PL2.4.3} đang làm"),
    without_parts="không có phần nào",
)


def proposing(sentence: Sentence, figures: dict[str, int | str | Absence]) -> Form:
    form = a_form(figures)
    return replace(form, template=replace(form.template, sentences=(sentence,)))


@pytest.mark.parametrize(
    ("now", "before", "text"),
    [
        (6, None, "thường {PL2.1}"),
        (6, Absence.LATER, "thường {PL2.1}"),
        (6, 5, "tăng"),
        (6, 7, "giảm"),
        (6, 6, "bằng"),
        (0, 6, "không"),
        (Absence.NOT_ARISEN, 6, "không phát sinh"),
    ],
)
def test_the_form_of_a_sentence_follows_the_figure(
    now: int | Absence, before: int | Absence | None, text: str
) -> None:
    previous = None if before is None else a_form({"PL2.1": before}, "2026-Q2")
    assert suggestions("I.1", proposing(SENTENCE, {"PL2.1": now}), previous) == (text,)
    assert suggestions("I.2", proposing(SENTENCE, {"PL2.1": now}), previous) == ()


@pytest.mark.parametrize("absence", [Absence.BLANK, Absence.LATER, Absence.NOT_COMPETENT])
def test_nothing_is_suggested_about_what_is_not_answered(absence: Absence) -> None:
    assert suggestions("I.1", proposing(SENTENCE, {"PL2.1": absence})) == ()


@pytest.mark.parametrize(
    ("done", "late", "text"),
    [
        (5, 2, "gồm {PL2.4.2} đúng hạn, {PL2.4.3} quá hạn và {PL2.4.1 - PL2.4.2 - PL2.4.3} đang làm."),
        (10, 0, "gồm {PL2.4.2} đúng hạn."),
        (8, 2, "gồm {PL2.4.2} đúng hạn và {PL2.4.3} quá hạn."),
    ],
)
def test_a_list_names_only_the_parts_that_count(done: int, late: int, text: str) -> None:
    figures: dict[str, int | str | Absence] = {"PL2.1": 1, "PL2.4.1": 10, "PL2.4.2": done, "PL2.4.3": late}
    assert suggestions("I.1", proposing(LISTING, figures)) == (text,)


def test_an_empty_list_is_told_only_where_all_its_parts_are_answered() -> None:
    none: dict[str, int | str | Absence] = {"PL2.1": 1, "PL2.4.1": 0, "PL2.4.2": 0, "PL2.4.3": 0}
    assert suggestions("I.1", proposing(LISTING, none)) == ("không có phần nào",)
    assert suggestions("I.1", proposing(LISTING, {"PL2.1": 1, "PL2.4.2": 0})) == ()


@pytest.mark.parametrize("template_id", ["D21", "X21", "X25", "T21", "T25"])
@pytest.mark.parametrize("figure", [0, 3])
def test_every_shipped_sentence_prints_whole_in_every_form(template_id: str, figure: int) -> None:
    template = shipped().get(template_id)
    asked = [row.code for row in template.indicators.values() if row.is_asked]
    entries = {code: a_form({"PL2.1": figure}).entry(IndicatorCode("PL2.1")) for code in asked}
    form = Form(template, Period.read("2023-Q2"), entries)
    for other in (None, form):
        texts = [text for part in template.outline.sections for text in suggestions(part.id, form, other)]
        assert texts
        told = [plain_text(rendered(text, form, other)) for text in texts]
        assert not [text for text in told if "……" in text or "{" in text or not text.endswith(".")]


DOCUMENTS_ISSUED = IndicatorCode("SO.VB.CD")
OF_LINES = Sentence(
    section="I.1",
    about=DOCUMENTS_ISSUED,
    usual="có {SO.VB.CD} văn bản: {liet_ke}",
    one="có một: {liet_ke}",
    zero="chưa có",
    each="<type_name> số <code>[^<id>]",
    without_parts="có {SO.VB.CD} văn bản",
)


def counting(number: int) -> Counts:
    lines = tuple({"id": f"vb{place}", "code": f"0{place}/KH{{}}"} for place in range(1, number + 1))
    return Counts(
        {DOCUMENTS_ISSUED: Decimal(number)}, {}, {DOCUMENTS_ISSUED: lines}, frozenset({"documents"})
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "chưa có"),
        (1, "có một: số 01/KH{{}[^vb1]"),
        (2, "có {SO.VB.CD} văn bản: số 01/KH{{}[^vb1]; số 02/KH{{}[^vb2]"),
        (13, "có {SO.VB.CD} văn bản"),
    ],
)
def test_lines_of_a_register_are_listed_for_none_one_and_many(number: int, text: str) -> None:
    form = proposing(OF_LINES, {})
    (suggested,) = suggestions("I.1", form, None, counting(number))
    assert suggested == text
    told = plain_text(rendered(suggested, form, writing=Writing(counts=counting(number))))
    assert "SO.VB" not in told


def test_a_register_in_which_nothing_is_kept_has_no_sentence() -> None:
    assert suggestions("I.1", proposing(OF_LINES, {}), None, NO_COUNTS) == ()


def test_counts_of_the_period_before_decide_between_more_and_fewer() -> None:
    sentence = replace(SENTENCE, about=DOCUMENTS_ISSUED, up="tăng, {SO.VB.CD sosanh}")
    counts = replace(counting(5), before={DOCUMENTS_ISSUED: Decimal(3)})
    (suggested,) = suggestions("I.1", proposing(sentence, {}), a_form({}, "2026-Q2"), counts)
    previous = a_form({}, "2026-Q2")
    told = plain_text(rendered(suggested, a_form({}), previous, writing=Writing(counts=counts)))
    assert told == "tăng, tăng 2 văn bản so với quý trước"


@pytest.mark.parametrize("template_id", ["D21", "S21", "X21", "X25", "T21", "T25"])
@pytest.mark.parametrize("number", [0, 1, 3, 40])
def test_every_shipped_sentence_about_registers_prints_whole(template_id: str, number: int) -> None:
    template = shipped().get(template_id)
    lines = tuple({"id": f"x{place}", "task": f"việc {place}"} for place in range(number))
    counts = Counts(
        dict.fromkeys(COUNTS, Decimal(number)),
        {},
        dict.fromkeys(COUNTS, lines),
        frozenset(count.register for count in COUNTS.values()),
    )
    form = Form(template, Period.read("2026-Q2"), {})
    texts = [text for part in template.outline.sections for text in suggestions(part.id, form, None, counts)]
    assert len(texts) >= 5
    for text in texts:
        told = plain_text(rendered(text, form, writing=Writing(counts=counts)))
        assert "{" not in told.replace("[", "")
        assert "<" not in told
        assert str(number) in told or not number
