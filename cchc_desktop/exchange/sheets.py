"""The cells of a workbook that somebody saved again, read where they can do no harm: in a child process."""

from collections.abc import Callable

import msgspec

from cchc_desktop.exchange.reading_child import ReadRow, answer
from cchc_desktop.exchange.refusal import ExchangeRefused
from cchc_desktop.foreign.child import ChildEnded, ChildTooSlow, Limits, always_wanted, asked

TIME_LIMIT = 20.0
"""Seconds on the wall, the child's start included."""
MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of address space; an ordinary report takes less than a sixth of it."""
MOST_SECONDS = 10
"""Of processor time."""
LONGEST_ANSWER = 32 * 1024 * 1024
_REMEDY = "Hãy đề nghị nơi gửi gửi lại tệp gốc do chương trình xuất ra."


def rows_of(data: bytes, still_wanted: Callable[[], object] = always_wanted) -> tuple[ReadRow, ...]:
    """Return the rows of the visible sheets of a workbook past the gate, or raise `ExchangeRefused`.

    `still_wanted` may raise to call it off.
    """
    limits = Limits(TIME_LIMIT, MOST_MEMORY, MOST_SECONDS, LONGEST_ANSWER)
    try:
        return msgspec.json.decode(asked(answer, data, limits, still_wanted), type=tuple[ReadRow, ...])
    except ChildTooSlow as error:
        raise ExchangeRefused(
            f"Các trang của tệp nặng đến mức không đọc xong trong thời hạn. {_REMEDY}"
        ) from error
    except ChildEnded as error:
        raise ExchangeRefused(
            f"Các trang của tệp hỏng hoặc quá nặng nên không đọc được. {_REMEDY}"
        ) from error
