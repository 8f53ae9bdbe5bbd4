"""Packages that wait: looked into again, settled for a reason, or set aside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.exchange.inspection import Inspection, Question, Trust
from cchc_desktop.exchange.messages import ContributionPayload, ReceiptPayload, RequestPayload, ReturnPayload
from cchc_desktop.exchange.unpack import inspect
from cchc_desktop.form.entry import Entry
from cchc_desktop.office.mailroom.arrivals import is_word
from cchc_desktop.office.mailroom.contributions import plan_merging, put_together
from cchc_desktop.office.mailroom.decision import (
    PAYLOAD,
    SHEET,
    Decision,
    DecisionRefused,
    said_by,
    typed,
)
from cchc_desktop.office.mailroom.known_sets import KnownSets
from cchc_desktop.office.mailroom.letters_in import take_letter
from cchc_desktop.office.mailroom.senders import names_of
from cchc_desktop.office.mailroom.word_in import inspected_word
from cchc_desktop.office.office import Office
from cchc_desktop.storage.identity import known_keys, remember_key
from cchc_desktop.storage.journal import Origin
from cchc_desktop.storage.packages import (
    Outcome,
    Package,
    content_of,
    list_waiting,
    load_package,
    update_package,
)
from cchc_desktop.storage.received import DecidedCell, let_count, load_decisions, save_decisions
from cchc_desktop.storage.transactions import writing
from cchc_desktop.values.codes import IndicatorCode
from cchc_desktop.values.source import Source
from cchc_desktop.values.text import normal

_BLANK = "Để trống các ô không đọc chắc được: {places}. Hãy hỏi đơn vị gửi tệp."
_AS_BEFORE = "Giữ số ở đây cho các ô không đọc chắc được: {places}. Hãy hỏi người góp số liệu."
_UNKNOWN_ROWS = "Không nhận số ở các dòng không rõ là chỉ tiêu nào: {places}."


@dataclass(frozen=True, slots=True)
class Settled:
    """What was done with a waiting file."""

    words: str
    left: tuple[str, ...] = ()
    """What of it was not taken, since nobody could read it: keys of cells, places of rows nobody knows."""


def waiting(office: Office) -> tuple[Package, ...]:
    """Return every package that waits for a person, the oldest first."""
    return list_waiting(office.archive.db)


def decided(office: Office, package: int) -> tuple[DecidedCell, ...]:
    """Return what a person took in cells where the file did not speak for itself, by code."""
    return load_decisions(office.archive.db, load_package(office.archive.db, package).id)


def look_again(office: Office, package: int) -> tuple[Package, Inspection]:
    """Return a stored package and what stands in its file."""
    stored = load_package(office.archive.db, package)
    data, sets = content_of(office.archive.db, package), KnownSets(office)
    if is_word(stored.file_name):
        return stored, inspected_word(data, stored.file_name, tuple(sets))
    return stored, inspect(data, known_keys(office.archive.db), sets)


def set_aside(office: Office, package: int, reason: str) -> None:
    """Decide that a waiting package does not count; it stays readable."""
    stored = _waiting(office, package)
    origin = _origin(office, reason)
    update_package(office.archive.db, replace(stored, outcome=Outcome.SET_ASIDE), origin)


def settle(office: Office, package: int, decision: Decision) -> Settled:
    """Take a waiting package in as it was decided, and say what was done; its key is trusted from then on."""
    stored = _waiting(office, package)
    origin = _origin(office, decision.reason)
    _, found = look_again(office, package)
    payload = found.payload
    if isinstance(payload, ContributionPayload):
        return _settle_contribution(office, stored, found, payload, decision, origin)
    is_filled = stored.kind == "report" and isinstance(payload, RequestPayload)
    if isinstance(payload, RequestPayload | ReturnPayload | ReceiptPayload) and not is_filled:
        with writing(office.archive.db):
            words = take_letter(office, found, payload).words
            update_package(office.archive.db, replace(stored, outcome=Outcome.ACCEPTED), origin)
            remember_key(
                office.archive.db,
                payload.office,
                found.key,
                who=origin.who,
                now=origin.now,
                reason=origin.reason,
            )
        return Settled(words)
    return _settle_report(office, stored, found, decision, origin)


def _settle_report(
    office: Office, stored: Package, found: Inspection, decision: Decision, origin: Origin
) -> Settled:
    sender = office.offices.all().find(decision.office or stored.office)
    if sender is None:
        raise DecisionRefused("Chưa rõ tệp của đơn vị nào. Hãy thêm đơn vị vào danh sách rồi chọn đơn vị đó.")
    said = said_by(found, stored.period, decision)
    taken = replace(stored, office=sender.id, outcome=Outcome.ACCEPTED)
    decisions = [
        DecidedCell(code, choice, origin.who, origin.now, origin.reason)
        for code, choice in said.chosen.items()
    ]
    db = office.archive.db
    with writing(db):
        update_package(db, taken, origin)
        save_decisions(db, stored.id, decisions)
        let_count(db, taken, said.content, origin)
        if report := found.report:
            _trust(office, names_of(sender, report.office), found, origin)
    told = f"Đã nhận báo cáo {stored.period.name} của {sender.name}, {len(said.content.cells)} số liệu."
    return _settled(told, _BLANK, said.left, found.questions)


def _settle_contribution(
    office: Office,
    stored: Package,
    found: Inspection,
    payload: ContributionPayload,
    decision: Decision,
    origin: Origin,
) -> Settled:
    """Put the colleague's answers in where they were chosen (`sheet`), or typed ones."""
    plan = plan_merging(office, found, payload)
    report = office.report(stored.period)
    entries = dict(plan.entries)
    left: list[str] = []
    questioned = (IndicatorCode(each.cell) for each in plan.questions if each.cell)
    for code in dict.fromkeys((*plan.conflicts, *questioned)):
        choice = decision.cells.get(code, decision.take)
        if choice == SHEET and code in plan.conflicts:
            entries[code] = plan.conflicts[code]
        elif choice not in (SHEET, PAYLOAD):
            entries[code] = Entry(typed(report.template, code, choice), said=choice)
        elif choice == SHEET:
            left.append(code)
    with writing(office.archive.db):
        put_together(office, stored.period, entries)
        update_package(office.archive.db, replace(stored, outcome=Outcome.ACCEPTED), origin)
    told = f"Đã ghép {len(entries)} số liệu vào báo cáo {stored.period.name}."
    return _settled(told, _AS_BEFORE, left, plan.questions)


def _settled(told: str, of_cells: str, cells: Sequence[str], questions: Iterable[Question]) -> Settled:
    """Say besides what was done which cells nobody could read, and which rows nobody knows."""
    rows = tuple(dict.fromkeys(each.place for each in questions if not each.cell))
    words = [
        told,
        *([of_cells.format(places=", ".join(cells))] if cells else ()),
        *([_UNKNOWN_ROWS.format(places="; ".join(rows))] if rows else ()),
    ]
    return Settled(" ".join(words), (*cells, *rows))


def _trust(office: Office, names: tuple[str, ...], found: Inspection, origin: Origin) -> None:
    """Know the sender by this key from now on, unless the signature does not fit what it stands under."""
    if found.signature in (Trust.FIRST_SEEN, Trust.CHANGED_KEY):
        for name in names:
            remember_key(
                office.archive.db, name, found.key, who=origin.who, now=origin.now, reason=origin.reason
            )


def _waiting(office: Office, package: int) -> Package:
    stored = load_package(office.archive.db, package)
    if stored.outcome is not Outcome.QUESTIONS:
        raise DecisionRefused(f"Tệp số {package} không chờ xem nữa. Hãy xem lại danh sách tệp đã nhận.")
    return stored


def _origin(office: Office, reason: str) -> Origin:
    if not normal(reason):
        raise DecisionRefused("Lựa chọn này cần có lý do. Hãy ghi lý do, ví dụ “Đã gọi điện xác nhận”.")
    return Origin(office.archive.who, office.archive.clock(), Source.RECEIVED, normal(reason))
