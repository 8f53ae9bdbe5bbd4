"""The register of tasks: those of the office's yearly plan and those its superior gave."""

from datetime import date
from enum import Enum

from cchc_desktop.registers.entry import RegisterEntry
from cchc_desktop.registers.schema import Column, ColumnType, Register
from cchc_desktop.values.period import Window

PLAN, ASSIGNED = "plan", "assigned"

TASKS = Register(
    name="tasks",
    label="Sổ nhiệm vụ",
    about="Nhiệm vụ của kế hoạch CCHC năm (dòng 2 của Phụ lục 2) và nhiệm vụ UBND tỉnh giao (dòng 4). Tình "
    "trạng được tính từ thời hạn và ngày hoàn thành tại ngày chốt số liệu.",
    prefix="nv",
    columns=(
        Column(
            "source",
            "Nguồn",
            ColumnType.CHOICE,
            required=True,
            width=18,
            choices={PLAN: "Kế hoạch năm", ASSIGNED: "UBND tỉnh giao"},
        ),
        Column("task", "Nhiệm vụ", required=True, width=50),
        Column("document", "Văn bản giao", width=24, help="Số, ký hiệu và ngày của văn bản giao việc."),
        Column(
            "year",
            "Năm kế hoạch",
            ColumnType.NUMBER,
            width=9,
            is_year=True,
            help="Cho nhiệm vụ của kế hoạch năm; để trống thì lấy năm của thời hạn, rồi của ngày giao.",
        ),
        Column("unit", "Đơn vị chủ trì", width=22),
        Column("assigned", "Ngày giao", ColumnType.DATE, width=13, has_happened=True),
        Column("deadline", "Thời hạn", ColumnType.DATE, width=13),
        Column("done", "Ngày hoàn thành", ColumnType.DATE, width=13, has_happened=True),
        Column("product", "Sản phẩm", width=30),
        Column("note", "Ghi chú", width=24),
    ),
    known_by=("source", "task", "year", "assigned"),
    sorted_by="deadline",
    dated_by="assigned",
    in_order=(("assigned", "deadline"), ("assigned", "done")),
)


class TaskState(Enum):
    """How far a task has come on some day."""

    NOT_GIVEN = "not given"
    """It is given later."""
    OPEN = "open"
    OVERDUE = "overdue"
    DONE_IN_TIME = "done in time"
    """By its deadline, or without one."""
    DONE_LATE = "done late"

    @property
    def label(self) -> str:
        """The state in Vietnamese."""
        return _LABELS[self]


_LABELS = {
    TaskState.NOT_GIVEN: "Chưa giao",
    TaskState.OPEN: "Đang thực hiện",
    TaskState.OVERDUE: "Quá hạn, chưa hoàn thành",
    TaskState.DONE_IN_TIME: "Hoàn thành đúng hạn",
    TaskState.DONE_LATE: "Hoàn thành quá hạn",
}


def task_state(entry: RegisterEntry, day: date) -> TaskState:
    """Return the task's state at the end of the day; what happened later is not known yet."""
    assigned, deadline, done = entry.day("assigned"), entry.day("deadline"), entry.day("done")
    if assigned and assigned > day:
        return TaskState.NOT_GIVEN
    if done and done <= day:
        return TaskState.DONE_LATE if deadline and done > deadline else TaskState.DONE_IN_TIME
    return TaskState.OVERDUE if deadline and deadline < day else TaskState.OPEN


def is_in_hand(entry: RegisterEntry, window: Window) -> bool:
    """Whether the office had the task in hand during the window: given by its end, not done before it.

    A task given earlier and still open stays in hand, or an overdue one would vanish from the next report.
    """
    done = entry.day("done")
    is_given = task_state(entry, window.last) is not TaskState.NOT_GIVEN
    return is_given and not (done and done < window.first)


def plan_year(entry: RegisterEntry) -> int | None:
    """Return the year whose plan a task belongs to, or None where nothing says so."""
    if year := int(entry.number("year")):
        return year
    day = entry.day("deadline") or entry.day("assigned")
    return day.year if day else None
