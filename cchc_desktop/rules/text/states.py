"""R4 in running text: received is settled and pending; a late one is counted once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum

from cchc_desktop.rules.text.context import TextContext
from cchc_desktop.rules.text.finding import TextFinding
from cchc_desktop.rules.text.items import is_item, items_after
from cchc_desktop.rules.text.reading import Passage, starting_in
from cchc_desktop.rules.text.reading import read as read_paragraph
from cchc_desktop.rules.text.units import comparable, same
from cchc_desktop.values.number import write_number
from cchc_desktop.values.numbers_in_text import Number


class State(Enum):
    """How far cases have come; the value finds the words that say so."""

    BROUGHT = r"kỳ trước|(?:quý|năm|tháng) trước chuyển|chuyển (?:sang|qua|tiếp)|đầu kỳ|tồn (?:cũ|từ)"
    DUE = r"phải (?:giải quyết|xử lý|thực hiện)"
    PENDING = (
        r"đang (?:giải quyết|xử lý|thụ lý|thực hiện|trong)|chờ (?:xử lý|giải quyết)|còn lại|hiện còn|tồn đọng"
        r"|chưa (?:giải quyết|xử lý|đến hạn|hoàn thành|thực hiện)"
    )
    BEFORE_OR_IN_TIME = (
        r"trước(?: hạn| hẹn)?(?: và|,) đúng (?:hạn|hẹn)|đúng (?:hạn|hẹn)(?: và|,) trước (?:hạn|hẹn)"
    )
    EARLY = r"(?:trước|sớm)(?: thời)? (?:hạn|hẹn)"
    IN_TIME = r"đúng(?: thời)? (?:hạn|hẹn)"
    LATE = r"(?:quá|trễ|chậm|muộn)(?: thời)? (?:hạn|hẹn)"
    SETTLED = r"giải quyết|xử lý|hoàn thành|trả kết quả"
    RECEIVED = r"tiếp nhận|nhận được"


_STATES = [(state, re.compile(rf"\b(?:{state.value})\b", re.IGNORECASE)) for state in State]
_BORDER = re.compile(r"[;,.()]|:(?=\s*\w)|\btrong đó\b|\bvà\b(?! đúng| trước)", re.IGNORECASE)
_HUNDRED, _ROUNDED = Decimal(100), Decimal("0.05")
"""All of it, and what rounding may add to the sum of some shares."""
_BROUGHT = re.compile(rf"\b(?:{State.BROUGHT.value})\b", re.IGNORECASE)
_OF_ONE_WAY = re.compile(r"\b(?:trực tuyến|trực tiếp|bưu chính|qua|mới)\b", re.IGNORECASE)
"""Of cases that are some of all that came."""
_TWO = 2
_TIMELY = (State.EARLY, State.IN_TIME, State.BEFORE_OR_IN_TIME, State.LATE)


def case_states(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare the numbers of a sentence that say how far cases have come."""
    read = passage.read
    every = sorted(
        (*read.counts, *(fraction.over for fraction in read.fractions)), key=lambda each: each.start
    )
    for start, end in read.sentences:
        for numbers in _groups(passage, every, start, end):
            yield from _checked(passage, numbers)
        for shares in _groups(passage, read.percents, start, end):
            yield from _shares_checked(passage, shares)


def listed_states(passage: Passage, _context: TextContext) -> Iterator[TextFinding]:
    """Compare the items of a list that say, one each, how far the same cases have come."""
    text, read = passage.text, passage.read
    if not is_item(text) or not read.counts or _BROUGHT.search(text) or _OF_ONE_WAY.search(text):
        return
    received = read.counts[0]
    if _state_of_item(text, received) is not State.RECEIVED:
        return
    found: dict[State, Number] = {State.RECEIVED: received}
    for place in items_after(passage.section, passage.number):
        item = passage.section.paragraphs[place]
        first = next(iter(read_paragraph(item).counts), None)
        state = _state_of_item(item, first) if first else None
        if state in found or _BROUGHT.search(item):
            break
        if first and state in (State.SETTLED, State.PENDING) and same(received, first):
            found[state] = first
    if len(found) > _TWO:
        yield from _compared(passage, received, [found[State.SETTLED], found[State.PENDING]])


def _state_of_item(text: str, number: Number) -> State | None:
    """What the words before the first number of an item say of it, or else those after it."""
    return _state(text[: number.start], text[number.end :])


def _checked(passage: Passage, numbers: Mapping[State, Number]) -> Iterator[TextFinding]:
    settled, received = numbers.get(State.SETTLED), numbers.get(State.RECEIVED)
    timely = [numbers[state] for state in _TIMELY if state in numbers]
    is_timed = State.LATE in numbers and len(timely) > 1
    if settled and is_timed:
        yield from _compared(passage, settled, timely)
    due, brought = numbers.get(State.DUE), numbers.get(State.BROUGHT)
    if due and brought and received:
        yield from _compared(passage, due, [brought, received])
    pending = numbers.get(State.PENDING)
    done = [settled] if settled else timely if is_timed else []
    if received and pending and done and State.BROUGHT not in numbers:
        yield from _compared(passage, received, [*done, pending])


def _shares_checked(passage: Passage, shares: Mapping[State, Number]) -> Iterator[TextFinding]:
    """Shares of the early, the timely and the late ones: what is pending may be left out, nothing twice."""
    timely = [shares[state] for state in _TIMELY if state in shares]
    made = sum((share.readings[0] for share in timely), Decimal())
    if State.LATE in shares and len(timely) > 1 and made > _HUNDRED + _ROUNDED:
        given = tuple(share.text for share in timely)
        at = (timely[-1].start, timely[-1].end)
        yield passage.finding("R4", "text-shares-exceed", at, found=f"{write_number(made)}%", given=given)


def _compared(passage: Passage, total: Number, parts: list[Number]) -> Iterator[TextFinding]:
    made = sum((part.readings[0] for part in parts), Decimal())
    if made in total.readings or not all(comparable(total, part) for part in parts):
        return
    yield passage.finding(
        "R4",
        "text-states-differ",
        (total.start, total.end),
        found=total.text,
        expected=write_number(made),
        given=tuple(part.text for part in parts),
    )


def _groups(
    passage: Passage, numbers: Sequence[Number], start: int, end: int
) -> Iterator[Mapping[State, Number]]:
    """The numbers of a sentence by state; where a state comes again, other cases are meant from there on."""
    counts = starting_in(numbers, start, end)
    group: dict[State, Number] = {}
    for place, number in enumerate(counts):
        before = passage.text[counts[place - 1].end if place else start : number.start]
        after = passage.text[number.end : counts[place + 1].start if place + 1 < len(counts) else end]
        state = _state(before, after)
        if state in group:
            yield group
            group = {}
        if state:
            group[state] = number
    yield group


def _state(before: str, after: str) -> State | None:
    """What the words right before a number say of it, or else those right after."""
    near = _BORDER.split(before)[-1]
    states = _said(near) or _said(_BORDER.split(after)[0])
    return states[0] if len(states) == 1 else None


def _said(words: str) -> list[State]:
    """The states that some words name; `đã giải quyết đúng hạn` is in time."""
    states = []
    for state, pattern in _STATES:
        if pattern.search(words):
            states.append(state)
            words = pattern.sub(" ", words)
    timely = [state for state in states if state in _TIMELY]
    return timely if timely and set(states) <= {*_TIMELY, State.SETTLED} else states
