"""The cells of a workbook that somebody saved again, read where they can do no harm: in a child process."""

import multiprocessing

import msgspec

from cchc_desktop.exchange.reading_child import ReadRow, answer
from cchc_desktop.exchange.refusal import ExchangeRefused

TIME_LIMIT = 20.0
"""Seconds on the wall, the child's start included."""
MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of address space; an ordinary report takes less than a sixth of it."""
MOST_SECONDS = 10
"""Of processor time."""
LONGEST_ANSWER = 32 * 1024 * 1024
_REMEDY = "Hãy đề nghị nơi gửi gửi lại tệp gốc do chương trình xuất ra."


def rows_of(data: bytes) -> tuple[ReadRow, ...]:
    """Return the rows of the visible sheets of a workbook that passed the gate, or raise `ExchangeRefused`.

    The child is spawned, not forked: that is the same on every system, in a bundle and under a window's
    thread. A bundled program calls `multiprocessing.freeze_support` first.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=answer, args=(data, sender, MOST_MEMORY, MOST_SECONDS), daemon=True)
    child.start()
    sender.close()
    try:
        if not receiver.poll(TIME_LIMIT):
            raise ExchangeRefused(f"Các trang của tệp nặng đến mức không đọc xong trong thời hạn. {_REMEDY}")
        told = receiver.recv_bytes(LONGEST_ANSWER)
        return msgspec.json.decode(told, type=tuple[ReadRow, ...])
    except (EOFError, OSError) as error:  # the child ended: a broken sheet, or beyond its limits
        raise ExchangeRefused(
            f"Các trang của tệp hỏng hoặc quá nặng nên không đọc được. {_REMEDY}"
        ) from error
    finally:
        receiver.close()
        child.kill()
        child.join()
        child.close()
